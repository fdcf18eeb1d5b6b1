package import Foundation

/// One promise at work on one ticket: derived from the rules and the events, never stored.
package struct Clock: Equatable, Sendable {
  package let id: ClockID
  package let startedAt: Date
  /// Due by this instant: exactly on time is met. While held, as it would be if work resumed at the hold's start. Never
  /// later than a breach on record.
  package let due: Date
  /// What ended it; nil while it runs.
  package let stoppedAt: Date?
  /// Since when its time stands still, which helps only while it was not late; nil while it runs.
  package let heldSince: Date?
  /// Seconds of waiting already given back, the open hold not counted.
  package let held: TimeInterval
  /// The breach that is on record in this cycle: what comes after, also an earlier stop phoned in late, does not undo it; only a
  /// supervisor rescinds it.
  package let breachedAt: Date?
  package let soon: TimeInterval
  package let critical: TimeInterval
  /// Seconds late from which nobody seems to care; never, once somebody took notice.
  package let ignored: TimeInterval
  package let warns: [Int]
  /// The first year it runs into whose holidays nobody announced: there only weekends were left out. Nil when all are known.
  package let unknownYear: Int?
  /// Whether nothing answered it: the ticket was cancelled, or what was promised is owed no more. It is kept by nobody, and missed only
  /// where that is on record or its time was over.
  package var isVoid = false
  /// Whether waiting for parts, with the owner told, ended it before the work was done.
  package var isAnsweredByWait = false
  /// Whether it was missed and another promise stands behind the clock, since or until then: it passes nothing up.
  package var isPast = false

  /// Where the clock stands at an instant.
  package func state(at now: Date) -> ClockState {
    if let stoppedAt {
      let late = stoppedAt.timeIntervalSince(due)
      if late > 0 || isBreached { return isVoid ? .unanswered : .missed(by: max(0, late)) }
      return isVoid ? .void : .met(at: stoppedAt)
    }
    if let heldSince, isStill { return .held(for: max(0, now.timeIntervalSince(heldSince))) }
    let left = due.timeIntervalSince(now)
    if left < 0 || isBreached { return .late(by: max(0, -left), ignored: -left > ignored) }
    if left <= critical { return .critical(left: left) }
    return left <= soon ? .soon(left: left) : .ample(left: left)
  }

  /// Whether a breach is on record in this cycle.
  package var isBreached: Bool { breachedAt != nil }

  /// Whether its time stands still: a hold that began when it was late already does not help it.
  package var isStill: Bool { heldSince.map { $0 <= due } ?? false }

  /// How it stands among others: running before held, then by due time.
  package var order: (Int, Date) { (isStill ? 1 : 0, due) }

  /// Whether it still asks for something; of one who waits behind another, the other's clock does.
  package var isOpen: Bool { stoppedAt == nil && !isPast }

  /// The share of the budget that is used at an instant, 0 when it starts, 1 when due, more when late.
  package func used(at now: Date) -> Double {
    let budget = due.timeIntervalSince(startedAt) - held
    guard budget > 0 else { return 1 }
    let until = stoppedAt ?? heldSince ?? now
    return max(0, until.timeIntervalSince(startedAt) - held) / budget
  }

  /// The instant from which the screen shows it as *soon*.
  package var soonAt: Date { due.addingTimeInterval(-soon) }

  /// The instant from which it is shown as about to break.
  package var criticalAt: Date { due.addingTimeInterval(-critical) }
}

/// Where a clock stands; seconds are never negative.
package enum ClockState: Equatable, Sendable {
  case ample(left: TimeInterval)
  case soon(left: TimeInterval)
  case critical(left: TimeInterval)
  case late(by: TimeInterval, ignored: Bool)
  case held(for: TimeInterval)
  case met(at: Date)
  /// Answered, and late; by nothing where the answer was phoned in after the breach was on record.
  case missed(by: TimeInterval)
  /// Missed, and nothing answered it before it ended.
  case unanswered
  /// It counts no more.
  case void

  /// Whether the promise is broken, still running or not.
  package var isBroken: Bool {
    switch self {
    case .late, .missed, .unanswered: true
    default: false
    }
  }
}
