package import Desk
package import struct Desk.Stream
package import Foundation

extension Journal {
  /// Reads events in order, from the one after a position; of those only what was recorded since an instant. About 2 µs an event.
  package func events(
    after position: Int, limit: Int, recordedSince instant: Date? = nil
  ) throws(JournalError) -> [RecordedEvent] {
    let statement = try connection.statement(
      EventRow.select + "WHERE position > ? AND recorded_at >= ? ORDER BY position LIMIT ?")
    statement.bind(1, position)
    statement.bind(2, instant?.milliseconds ?? .min)
    statement.bind(3, limit)
    return try collect(statement)
  }

  /// Reads every event of one thing, in order.
  package func events(of stream: Stream) throws(JournalError) -> [RecordedEvent] {
    try events(of: stream.rawValue, after: 0, upTo: .max)
  }

  func events(of stream: String, after version: Int, upTo last: Int) throws(JournalError) -> [RecordedEvent] {
    try collect(try EventRow.statement(connection, stream, after: version, upTo: last))
  }

  /// Reads one ticket, open or ended; nil for one that never was.
  package func ticket(_ id: TicketID) throws(JournalError) -> Ticket? {
    guard isDerivedKnown else { return try fold(id, upTo: .max) }
    let statement = try connection.statement("SELECT state FROM live WHERE stream = ?")
    statement.bind(1, id.description)
    defer { statement.reset() }
    guard try statement.step() else { return try fold(id, upTo: .max) }
    do { return try StateCodec.ticket(id, statement.bytes(0)) } catch {
      throw .damaged(.derived(stream: id.description))
    }
  }

  /// What a row of `history` lacks of an open ticket: read without the rest of it, because a list asks for every row.
  func openWork(_ id: TicketID) throws(JournalError) -> OpenWork? {
    let statement = try connection.statement("SELECT state FROM live WHERE stream = ?")
    statement.bind(1, id.description)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    do {
      let work = try PayloadObject(json: statement.bytes(0)).object("work")
      let papers = work["papers"] == nil ? nil : try work.object("papers")
      return OpenWork(
        urgency: try work.word("urgency"), stage: try work.word("stage"),
        assignee: try work.textOrNil("assignee"), inCharge: try papers?.textOrNil("inCharge"))
    } catch { throw .damaged(.derived(stream: id.description)) }
  }

  /// Folds a ticket from its events up to a version.
  func fold(_ id: TicketID, upTo version: Int) throws(JournalError) -> Ticket? {
    Ticket.folded(id, try events(of: id.description, after: 0, upTo: version))
  }

  /// Reads rows and remembers the first that cannot be read: nothing may be written on top of it.
  func collect(_ statement: Statement) throws(JournalError) -> [RecordedEvent] {
    do throws(JournalError) { return try EventRow.collect(statement) } catch {
      if case .damaged(let found) = error { damage = damage ?? found }
      throw error
    }
  }
}
