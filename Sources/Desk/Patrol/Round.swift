package import Foundation

/// What happened on one walk of a route.
package enum RoundEvent: Equatable, Sendable {
  /// It is to begin at `start`; so are its windows counted, whenever somebody starts it.
  case planned(route: Route, guardName: String, start: Date)
  case assigned(guardName: String)
  case started(route: Route, guardName: String)
  case checkedIn(point: String, guardName: String, result: CheckInResult, note: String, method: String)
  /// A check-in was a mistake: nobody was there.
  case checkInTakenBack(point: String)
  case missed(point: String)
  case missExcused(point: String, reason: String)
  case findingRaised(point: String, ticket: TicketID)
  case completed
  case expired
}

/// One walk of a route: which points were reached, in time or not.
package struct Round: Equatable, Codable, Sendable {
  package let id: RoundID
  package private(set) var version: Int
  package let route: Route
  package private(set) var guardName: String
  /// When it was planned to begin, or began unplanned; windows are counted from here.
  package let begins: Date
  /// Nil until somebody starts it.
  package private(set) var startedAt: Date?
  package private(set) var points: [RoundPoint]
  /// When every point was reached or the last hope for it given up; nil while the guard walks.
  package private(set) var endedAt: Date?

  /// It closed by itself, because nobody came any more.
  package private(set) var isAbandoned = false
  /// When it first closed by itself; kept where somebody came after all.
  private var expiredAt: Date?

  /// Begins with every point pending: started at `instant`, or planned for it.
  package init(
    _ id: RoundID, route: Route, guardName: String, at instant: Date, isPlanned: Bool = false
  ) {
    self.id = id
    version = 1
    self.route = route
    self.guardName = guardName
    begins = instant
    startedAt = isPlanned ? nil : instant
    points = route.points.map { RoundPoint($0, from: instant) }
  }

  /// Somebody is walking it.
  package var isOpen: Bool { startedAt != nil && endedAt == nil }

  /// It is to be walked, and nobody started it.
  package var isPlanned: Bool { startedAt == nil && endedAt == nil }

  /// The first point still to be reached; nil when none is.
  package var nextPoint: RoundPoint? { points.first { $0.state == .pending } }

  /// How many points were reached.
  package var reached: Int { points.filter { $0.checkedAt != nil }.count }

  /// How many points nobody reached in time and nobody excused.
  package var missed: Int { points.filter { $0.state == .missed }.count }

  /// Finds a point by its id or name.
  package func point(_ key: String) -> RoundPoint? {
    points.first { $0.id == key } ?? points.first { $0.name == key }
  }

  /// Takes in what happened; total.
  package mutating func apply(_ event: RoundEvent, at instant: Date, version: Int) {
    self.version = version
    switch event {
    case .planned: break
    case .assigned(let name): guardName = name
    case .started(_, let name):
      startedAt = instant
      if !name.isEmpty { guardName = name }
    case .checkedIn(let point, let name, let result, let note, _):
      change(point) { $0.checkIn(result, note, at: instant) }
      if !name.isEmpty { guardName = name }
    case .checkInTakenBack(let point):
      change(point) { $0.takeBack() }
      // What was complete with it is not any more; what had been given up before is so again.
      (endedAt, isAbandoned) = (expiredAt, expiredAt != nil)
    case .missed(let point): change(point) { $0.state = $0.checkedAt == nil ? .missed : $0.state }
    case .missExcused(let point, let reason): change(point) { $0.excuse(reason) }
    case .findingRaised(let point, let ticket): change(point) { $0.ticket = ticket }
    case .completed, .expired:
      endedAt = instant
      isAbandoned = event == .expired
      if isAbandoned { expiredAt = expiredAt ?? instant }
    }
  }

  private mutating func change(_ point: String, _ body: (inout RoundPoint) -> Void) {
    guard let index = points.firstIndex(where: { $0.id == point }) else { return }
    body(&points[index])
  }
}

/// One point of a round.
package struct RoundPoint: Equatable, Codable, Sendable {
  /// Where it stands: early is reached before its window, late after it, failed is reached and something was wrong there.
  package enum State: String, CaseIterable, Codable, Sendable {
    case pending, early, onTime, late, failed, missed, excused
  }

  package let id: String
  package let name: String
  /// Reached before this instant is early.
  package let opens: Date
  /// To be reached by this instant; exactly then is on time.
  package let due: Date
  package internal(set) var state: State = .pending
  package internal(set) var checkedAt: Date?
  /// What the guard wrote, or why the miss was excused.
  package internal(set) var note = ""
  /// The key of the equipment that stands there; nil where none does.
  package let asset: String?
  /// The ticket its finding became.
  package internal(set) var ticket: TicketID?
  /// Where it stood before somebody came to it after all; nil where nobody had been late.
  private var before: State?

  fileprivate init(_ point: Checkpoint, from start: Date) {
    id = point.id
    name = point.name
    asset = point.asset
    opens = start.addingTimeInterval(TimeInterval(point.opens) * 60)
    due = start.addingTimeInterval(TimeInterval(point.within) * 60)
  }

  fileprivate mutating func checkIn(_ result: CheckInResult, _ note: String, at instant: Date) {
    before = state == .pending ? nil : state
    state = result == .failed ? .failed : instant > due ? .late : instant < opens ? .early : .onTime
    checkedAt = instant
    self.note = note
  }

  /// As if nobody had come: missed where that was on record by then.
  fileprivate mutating func takeBack() {
    guard let at = checkedAt else { return }
    state = before ?? (at > due ? .missed : .pending)
    (checkedAt, note, before) = (nil, "", nil)
  }

  /// Whether a check-in says again what was said within seconds: readers send more than once.
  func repeats(_ result: CheckInResult, _ note: String, at instant: Date) -> Bool {
    guard let checkedAt, abs(instant.timeIntervalSince(checkedAt)) <= RoundPoint.burst else { return false }
    return (state == .failed) == (result == .failed) && self.note == note
  }

  /// Seconds in which a reader may send one check-in several times (*design*: nobody walks a round in that time).
  static let burst: TimeInterval = 30

  fileprivate mutating func excuse(_ reason: String) {
    guard state == .missed else { return }
    (state, note) = (.excused, reason)
  }
}
