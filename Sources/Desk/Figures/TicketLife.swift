package import Foundation

/// One ticket's whole life as it was known at an instant: every cycle, with its clocks.
package struct TicketLife: Equatable, Sendable {
  /// The work at the end of a cycle, and what its clocks said then.
  package struct Cycle: Equatable, Sendable {
    package var work: TicketWork
    package var clocks: [Clock]
  }

  package private(set) var ticket: Ticket
  /// Those that ended by being reopened, and the present one last.
  package private(set) var cycles: [Cycle] = []
  /// Steps that were taken back.
  package private(set) var undone = 0

  /// Folds the events that had happened by an instant; nil when the report is not among them.
  package init?(_ id: TicketID, _ events: [RecordedEvent], _ policies: Policies, asOf instant: Date) {
    // A clock is broken only after its due time, which is the instant its breach is recorded for.
    let known = events.filter {
      $0.occurredAt < instant || ($0.occurredAt == instant && !$0.event.isCrossing)
    }
    guard let first = known.first, case .ticket(_, .reported(let report)) = first.event else { return nil }
    ticket = Ticket(id, report, at: first.occurredAt)
    for recorded in known.dropFirst() {
      if case .ticket(_, let event) = recorded.event { take(event, recorded, policies) }
    }
    cycles.append(cycle(policies))
  }

  private mutating func take(_ event: TicketEvent, _ recorded: RecordedEvent, _ policies: Policies) {
    // A low rating reopens what was never closed, so the number of the cycle tells, and not the closings.
    let number = ticket.work.cycle
    let before = if case .reopened = event { cycle(policies) } else { Cycle?.none }
    ticket.apply(event, at: recorded.occurredAt, version: recorded.version)
    if let before, ticket.work.cycle > number { cycles.append(before) }
    if case .corrected = event {
      undone += 1
      if ticket.work.cycle < number, !cycles.isEmpty { cycles.removeLast() }
    }
  }

  private func cycle(_ policies: Policies) -> Cycle {
    Cycle(work: ticket.work, clocks: ticket.clocks(policies[ticket.policyVersion]))
  }

  /// When its work was done for good, as far as it is known; nil while it is open, also when it was reopened.
  var doneAt: Date? { ticket.work.completedAt ?? (ticket.isEnded ? ticket.work.closedAt : nil) }

  /// Why figures leave it out: it never was work of its own, or its log has it closed before it was reported.
  package var isLeftOut: Bool {
    switch ticket.stage {
    case .merged, .cancelled: true
    default: ticket.work.closedAt.map { $0 < ticket.reportedAt } ?? false
    }
  }
}
