import Desk

extension Model {
  /// Whether a ticket was cancelled, as far as that is known: what it was made of has none then.
  func isCancelled(_ id: TicketID) -> Bool { desk.tickets[id] == nil && fates[id] == .cancelled }

  /// A ticket's number where something is linked with it, with what became of one that counts no more.
  func linked(_ id: TicketID) -> String {
    isCancelled(id) ? "\(id) \(TicketStage.cancelled.words(language))" : "\(id)"
  }

  /// Whether a checkpoint still has a ticket.
  func hasTicket(_ point: RoundPoint) -> Bool { point.ticket.map { !isCancelled($0) } ?? false }

  /// So many are enough for a day of rounds; then it begins anew, and what is in view is asked for again.
  private static let mostFates = 500

  /// Notes how a ticket ended; what brings it back or changes its end is looked up again.
  mutating func noteFate(_ id: TicketID, _ event: TicketEvent) {
    if fates.count > Model.mostFates { fates = [:] }
    if case .cancelled = event { fates[id] = .cancelled } else if !event.leavesWork { fates[id] = nil }
  }

  /// Asks how the tickets ended that what is looked at is linked with, where that is not known.
  mutating func askFates() -> [Effect] {
    guard layers.isEmpty, !isWall else { return [] }
    let ids = linkedInView.filter { desk.tickets[$0] == nil && fates[$0] == nil }.prefix(5)
    // Until the answer comes it counts as any other end, and is not asked for twice.
    for id in ids { fates[id] = .closed }
    return ids.map(Effect.loadTimeline)
  }

  private var linkedInView: [TicketID] {
    switch focus {
    case .patrol: desk.rounds.values.flatMap { $0.points.compactMap(\.ticket) }.sorted()
    case .duties: selectedDuty.flatMap { desk.ledger.states[$0.duty.id]?.spans.flatMap(\.tickets) } ?? []
    case .incidents: selectedIncident?.incident.tickets.map(\.id) ?? []
    default: []
    }
  }
}
