package import Foundation

/// A limit that a report measures every ticket against.
package enum ClockLimit: Hashable, Sendable {
  /// Seconds from report to closing.
  case elapsed(TimeInterval)
  /// The other system's due time.
  case due
}

/// How many tickets kept a limit, as it was known at one instant.
package struct ClockFigures: Equatable, Sendable {
  package var met = 0
  package var lateClosed = 0
  package var lateOpen = 0
  package var running = 0
  /// No due time to measure against.
  package var none = 0

  package init() {}

  /// Counts one ticket, if it was reported by then. Exactly at the limit is met; one closed before it was reported is left out.
  package mutating func count(_ ticket: TicketSpan, _ limit: ClockLimit, asOf instant: Date) {
    guard ticket.reportedAt <= instant else { return }
    guard let due = ticket.due(limit) else { return none += 1 }
    if let closed = ticket.closing(asOf: instant) {
      guard closed >= ticket.reportedAt else { return }
      if closed > due { lateClosed += 1 } else { met += 1 }
    } else if instant > due {
      lateOpen += 1
    } else {
      running += 1
    }
  }
}

extension TicketSpan {
  fileprivate func due(_ limit: ClockLimit) -> Date? {
    switch limit {
    case .elapsed(let seconds): reportedAt.addingTimeInterval(seconds)
    case .due: dueAt
    }
  }
}
