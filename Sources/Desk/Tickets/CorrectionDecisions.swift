package import Foundation

extension Ticket {
  /// Decides that a promise was kept after all, at an earlier instant; a breach that no desk has recorded by now comes first.
  package func rescind(
    _ command: TicketCommand, _ desk: Desk, at instant: Date, now: Date, by actor: Actor
  ) throws(Refusal) -> [Fact] {
    let facts = crossings(upTo: now, desk.policy(of: self))
    return facts + (try after(facts).decide(command, desk, at: instant, by: actor))
  }

  /// This ticket once time has done to it what it did.
  private func after(_ facts: [Fact]) -> Ticket {
    var ticket = self
    for fact in facts {
      guard case .ticket(_, let event) = fact.event else { continue }
      ticket.apply(event, at: fact.occurredAt, version: ticket.version + 1)
    }
    return ticket
  }

  /// What is due by now counts, also where no desk has recorded it yet.
  func acknowledge(_ desk: Desk, at instant: Date) throws(Refusal) -> [Event] {
    let policy = desk.policy(of: self)
    let open = after(crossings(upTo: instant, policy)).openEscalations(policy).map(\.since)
    guard let first = open.min() else { throw .nothingToAcknowledge(id) }
    guard instant >= first else { throw .beforeStart(id, first) }
    return [event(.acknowledged)]
  }

  /// The breach stays on record; what is said is that the promise was kept after all, and when.
  func rescind(
    _ clock: ClockID, _ reason: String, missed: Date?, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Event] {
    try desk.needsSupervisor(actor)
    let meant = crossings.filter { isStanding($0, of: clock) && $0.at == missed ?? $0.at }
    guard let last = meant.last else { throw .notBreached(id, clock) }
    let reason = try required(reason, .reasonMissing)
    guard let first = meant.first(where: { $0.at >= instant }) else {
      throw .keptTooLate(id, due: last.at)
    }
    return [event(.breachRescinded(clock, cycle: work.cycle, reason: reason, missed: first.at))]
  }

  /// Whoever may say that a promise was kept may say that it was not; never of what another breach at the same instant stands for.
  func restoreBreach(
    _ clock: ClockID, missed: Date, _ desk: Desk, by actor: Actor
  ) throws(Refusal) -> [Event] {
    try desk.needsSupervisor(actor)
    let breaches = crossings.filter {
      $0.clock == clock && $0.left == nil && $0.cycle == work.cycle && $0.at == missed
    }
    guard !breaches.isEmpty, !breaches.contains(where: { $0.rescindedAt == nil }) else {
      throw .nothingToUndo(id)
    }
    return [event(.breachRestored(clock, cycle: work.cycle, missed: missed))]
  }

  /// Holds the ticket to the promises in force; nothing when it is already.
  func applyPolicy(_ desk: Desk, by actor: Actor) throws(Refusal) -> [Event] {
    try desk.needsSupervisor(actor)
    let version = desk.policies.version
    return version == policyVersion ? [] : [event(.policyApplied(version: version))]
  }
}
