import Desk

/// Folds the whole log in order, holding only what is open. A ticket is handed out when it ends, again when it ends once more after
/// being revived, and at the end of the log when it is open.
struct Refold {
  struct Row {
    var ticket: Ticket
    /// The position of its report.
    var row: Int

    fileprivate enum Standing { case open, ended, outOfOrder }

    /// Takes in the next event where the row is: as a copy it has some thirty references.
    fileprivate mutating func take(_ event: TicketEvent, _ recorded: RecordedEvent) -> Standing {
      guard ticket.version == recorded.version - 1 else { return .outOfOrder }
      ticket.apply(event, at: recorded.occurredAt, version: recorded.version)
      return ticket.isEnded ? .ended : .open
    }
  }

  private let connection: Connection
  private(set) var open: [TicketID: Row] = [:]
  /// Everything but tickets; those stay empty.
  private(set) var desk: Desk

  init(_ connection: Connection, _ desk: Desk) {
    self.connection = connection
    self.desk = desk
  }

  enum Step {
    /// Nothing ended.
    case kept
    case ended(Row)
    /// It does not follow on the events before it.
    case outOfOrder
  }

  mutating func take(_ recorded: RecordedEvent) throws(JournalError) -> Step {
    guard case .ticket(let id, let event) = recorded.event else {
      desk.evolve(recorded)
      return .kept
    }
    if case .reported(let report) = event {
      if let asset = report.asset { desk.note(id, onAsset: asset, at: recorded.occurredAt) }
      open[id] = Row(ticket: Ticket(id, report, at: recorded.occurredAt), row: recorded.position)
      return recorded.version == 1 ? .kept : .outOfOrder
    }
    var found = open.index(forKey: id)
    if found == nil {
      open[id] = try revive(id, upTo: recorded.version - 1)
      found = open.index(forKey: id)
    }
    guard let index = found else { return .outOfOrder }
    switch open.values[index].take(event, recorded) {
    case .open: return .kept
    case .outOfOrder:
      open.remove(at: index)
      return .outOfOrder
    case .ended: return .ended(open.remove(at: index).value)
    }
  }

  private func revive(_ id: TicketID, upTo version: Int) throws(JournalError) -> Row? {
    let events = try EventRow.collect(
      try EventRow.statement(connection, id.description, after: 0, upTo: version))
    guard let first = events.first, let ticket = Ticket.folded(id, events) else { return nil }
    return Row(ticket: ticket, row: first.position)
  }
}
