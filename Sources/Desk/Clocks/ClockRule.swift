package import Foundation

/// The name of one promise; stored in crossings, never changed.
package enum ClockID: String, CaseIterable, Codable, Sendable {
  case feedback, onSite, vital, lighting, complaintOnSite, complaintFeedback, complaintResolve, logDue
  /// A time that was promised to the owner: no promise of the policy.
  case promise
}

/// What ends a clock.
package enum ClockStop: String, CaseIterable, Codable, Sendable {
  case feedback, arrival, completion
}

/// What starts a clock.
package enum ClockStart: String, CaseIterable, Codable, Sendable {
  case reported
  /// The report of an urgent ticket, or the change to urgent.
  case urgent
}

/// Whether a clock may wait.
package enum ClockHold: String, CaseIterable, Codable, Sendable {
  case never
  /// *Awaiting parts* stops the time, which needs the owner told (S013).
  case parts
  /// A hold for parts with the owner told is itself an answer (S012 S013).
  case partsAnswer
}

/// How long a promise gives.
package enum ClockTarget: Hashable, Sendable {
  /// Open seconds of its calendar.
  case time(TimeInterval)
  /// Until closing time of that many working days later; the day of receipt does not count (*design*).
  case workingDays(Int)
}

/// One promise: what it runs on, how long, and what starts, stops and holds it.
package struct ClockRule: Equatable, Sendable {
  package var id: ClockID
  package var kinds: Set<TicketKind>
  package var onlyUrgent = false
  /// The systems it covers; nil for any category.
  package var systems: Set<CategorySystem>?
  package var complexity: Complexity?
  package var grade: Grade?
  package var target: ClockTarget
  package var calendar = CalendarID.always
  package var start = ClockStart.reported
  package var stop: ClockStop
  package var hold = ClockHold.never
  /// Seconds before due, by the clock on the wall as the countdown shows them, at which a warning is recorded, longest first (*design*).
  package var warns: [Int]
  /// Seconds left from which the screen shows *soon* and *critical*, and seconds late from which it shows *ignored* (*design*).
  package var soon: TimeInterval
  package var critical: TimeInterval
  package var ignored: TimeInterval
  /// The S-number of the promise, or `design`.
  package var source: String
}

extension ClockRule {
  /// Another promise, that is like this one but for what is changed.
  func with(_ change: (inout ClockRule) -> Void) -> ClockRule {
    var rule = self
    change(&rule)
    return rule
  }

  /// Whether this promise was made for such a ticket of one of its kinds.
  func covers(_ work: TicketWork, system: CategorySystem?) -> Bool {
    guard !onlyUrgent || work.urgency == .urgent else { return false }
    if let systems, !(system.map(systems.contains) ?? false) { return false }
    if let complexity, complexity != work.complexity { return false }
    if let grade, grade != work.grade { return false }
    return true
  }

  /// Whether both are rules of one clock that some ticket may come under at once.
  func meets(_ other: ClockRule) -> Bool {
    func agree<Value: Equatable>(_ one: Value?, _ two: Value?) -> Bool {
      one == nil || two == nil || one == two
    }
    let systems = systems.map { mine in other.systems.map { !mine.isDisjoint(with: $0) } ?? true } ?? true
    return id == other.id && !kinds.isDisjoint(with: other.kinds) && systems
      && agree(complexity, other.complexity) && agree(grade, other.grade)
  }
}

/// A threshold that was passed, and its true instant.
package struct Crossing: Equatable, Codable, Sendable {
  package var clock: ClockID
  /// Seconds that were left; nil for a breach.
  package var left: Int?
  package var cycle: Int
  package var at: Date
  /// From when the promise ran that was missed; nil for a warning and in records that did not keep it.
  package var since: Date?
  /// When the promise was kept after all, as a supervisor found; nil while a breach stands.
  package var rescindedAt: Date?
  /// When somebody took notice of a breach that was on record by then; nil while nobody did.
  package var heardAt: Date?

  /// Says that a threshold was passed.
  package init(
    clock: ClockID, left: Int?, cycle: Int, at: Date, since: Date? = nil, rescindedAt: Date? = nil,
    heardAt: Date? = nil
  ) {
    self.clock = clock
    self.left = left
    self.cycle = cycle
    self.at = at
    self.since = since
    self.rescindedAt = rescindedAt
    self.heardAt = heardAt
  }
}
