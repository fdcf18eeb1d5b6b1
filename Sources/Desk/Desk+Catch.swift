extension Desk {
  /// Takes in what was recorded elsewhere, in order. `revived` holds ended tickets as they stood before an event of theirs:
  /// each comes back just before its next event, so a ticket may end and be reopened within the same events.
  package mutating func evolve(_ events: [RecordedEvent], revived: [Ticket]) {
    let brought = events.compactMap { evolve($0, revived: revived) }
    dropEnded(brought)
  }

  /// Takes in one event, after the ticket it revives; answers that ticket's number, for `dropEnded` when all are taken in.
  package mutating func evolve(_ event: RecordedEvent, revived: [Ticket]) -> TicketID? {
    var brought: TicketID?
    if case .ticket(let id, _) = event.event, tickets[id] == nil,
      let ticket = revived.first(where: { $0.id == id && $0.version == event.version - 1 })
    {
      adopt(ticket)
      brought = id
    }
    evolve(event)
    return brought
  }
}
