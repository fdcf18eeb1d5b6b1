package import Desk

/// One thing that runs out: a clock of a ticket, a time that was promised, the window of a checkpoint, the planned start of a round,
/// or what an incident asks for next.
package enum TimerKey: Hashable, Comparable, Sendable {
  case clock(TicketID, ClockID)
  case point(RoundID, String)
  /// The planned start of a round that nobody walks yet.
  case start(RoundID)
  /// A time that was promised to the owner.
  case promise(TicketID)
  case incident(IncidentID)

  package static func < (left: TimerKey, right: TimerKey) -> Bool {
    switch (left, right) {
    case (.clock(let one, let clock), .clock(let other, let otherClock)):
      (one, clock.rawValue) < (other, otherClock.rawValue)
    case (.point(let one, let point), .point(let other, let otherPoint)):
      (one.description, point) < (other.description, otherPoint)
    case (.start(let one), .start(let other)): one.description < other.description
    case (.incident(let one), .incident(let other)): one < other
    case (.promise(let one), .promise(let other)): one < other
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .clock: 0
    case .promise: 1
    case .point: 2
    case .start: 3
    case .incident: 4
    }
  }
}
