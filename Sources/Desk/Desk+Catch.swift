extension Desk {
  /// Takes in what was recorded elsewhere, in order. `revived` holds ended tickets as they stood before an event of theirs:
  /// each comes back just before its next event, so a ticket may end and be reopened within the same events.
  package mutating func evolve(_ events: [RecordedEvent], revived: [Ticket]) {
    var brought: [TicketID] = []
    for event in events {
      if case .ticket(let id, _) = event.event, tickets[id] == nil,
        let ticket = revived.first(where: { $0.id == id && $0.version == event.version - 1 })
      {
        adopt(ticket)
        brought.append(id)
      }
      evolve(event)
    }
    dropEnded(brought)
  }
}
