package import Foundation

/// One ticket's whole life as it was known at an instant: every cycle, with its clocks.
package struct TicketLife: Equatable, Sendable {
  /// The work at the end of a cycle, and what its clocks said then.
  package struct Cycle: Equatable, Sendable {
    package var work: TicketWork
    package var clocks: [Clock]
    /// When each mark was reached, as its clocks have it.
    package var marks: [Response: Date]
    /// How long each who reported it waited to be told, from when they asked; those who wait still are not among them.
    package var feedback: [TimeInterval]
  }

  package private(set) var ticket: Ticket
  /// Those that ended by being reopened, and the present one last.
  package private(set) var cycles: [Cycle] = []
  /// Steps that were taken back.
  package private(set) var undone = 0

  /// Folds the events that had happened by an instant; nil when the report is not among them.
  package init?(_ id: TicketID, _ events: [RecordedEvent], _ policies: Policies, asOf instant: Date) {
    let known = events.known(at: instant)
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
    let policy = policies[ticket.policyVersion]
    let marks = Response.allCases.compactMap { mark in ticket.reached(mark, policy).map { (mark, $0) } }
    return Cycle(
      work: ticket.work, clocks: ticket.everyClock(policy), marks: Dictionary(uniqueKeysWithValues: marks),
      feedback: ticket.work.reporters.compactMap { reporter in
        let asked = max(ticket.work.cycleStartedAt, reporter.joinedAt)
        return ticket.toldAt(reporter, policy)?.timeIntervalSince(asked)
      })
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

extension Ticket {
  /// When a mark of this cycle was reached: as is on record or, before that, as a supervisor found; nil while it was not.
  fileprivate func reached(_ mark: Response, _ policy: Policy) -> Date? {
    switch mark {
    case .accepted: return work.acceptedAt
    case .onSite: return answer(work.arrivedAt, orKept: kept(.arrival, policy))
    // Each of those who reported it waited on their own.
    case .feedback: return nil
    case .completed: return answer(work.completedAt, orKept: kept(.completion, policy))
    }
  }

  private func kept(_ stop: ClockStop, _ policy: Policy) -> Date? {
    guard !crossings.isEmpty else { return nil }
    let system = policy.system(of: work.category)
    let rules = policy.rules(for: kind).filter { $0.stop == stop && $0.covers(work, system: system) }
    return rules.flatMap { rule in starts(of: rule).compactMap { kept(rule, from: $0, policy) } }.min()
  }
}
