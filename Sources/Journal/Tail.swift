package import Desk

extension Journal {
  /// Reads events in order, from the one after a position. About 2 µs an event.
  package func events(after position: Int, limit: Int) throws(JournalError) -> [RecordedEvent] {
    let statement = try connection.statement(Row.select + "WHERE position > ? ORDER BY position LIMIT ?")
    statement.bind(1, position)
    statement.bind(2, limit)
    return try collect(statement)
  }

  /// Reads every event of one thing, in order.
  package func events(of stream: Stream) throws(JournalError) -> [RecordedEvent] {
    try events(of: stream.rawValue, after: 0, upTo: .max)
  }

  func events(of stream: String, after version: Int, upTo last: Int) throws(JournalError) -> [RecordedEvent] {
    let statement = try connection.statement(
      Row.select + "WHERE stream = ? AND version > ? AND version <= ? ORDER BY version")
    statement.bind(1, stream)
    statement.bind(2, version)
    statement.bind(3, last)
    return try collect(statement)
  }

  /// Reads one ticket, open or ended; nil for one that never was.
  package func ticket(_ id: TicketID) throws(JournalError) -> Ticket? {
    let statement = try connection.statement("SELECT state FROM live WHERE stream = ?")
    statement.bind(1, id.description)
    defer { statement.reset() }
    guard try statement.step() else { return try fold(id, upTo: .max) }
    do { return try StateCodec.ticket(id, statement.bytes(0)) } catch {
      throw .damaged(.derived(stream: id.description))
    }
  }

  /// Folds a ticket from its events up to a version.
  func fold(_ id: TicketID, upTo version: Int) throws(JournalError) -> Ticket? {
    var ticket: Ticket?
    for recorded in try events(of: id.description, after: 0, upTo: version) {
      guard case .ticket(_, let event) = recorded.event else { continue }
      if case .reported(let report) = event {
        ticket = Ticket(id, report, at: recorded.occurredAt)
      } else {
        ticket?.apply(event, at: recorded.occurredAt, version: recorded.version)
      }
    }
    return ticket
  }

  func collect(_ statement: Statement) throws(JournalError) -> [RecordedEvent] {
    defer { statement.reset() }
    var events: [RecordedEvent] = []
    while try statement.step() {
      do { events.append(try Row.event(statement)) } catch {
        if case .damaged(let found) = error { damage = damage ?? found }
        throw error
      }
    }
    return events
  }
}
