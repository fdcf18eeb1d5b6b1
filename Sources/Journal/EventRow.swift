package import Desk
package import Foundation

/// The columns of `event`, in the order they are always read.
enum EventRow {
  static let select = """
    SELECT position, stream, version, name, schema, occurred_at, recorded_at, command, seq, actor, desk,
      cause, payload, digest, hash FROM event 
    """

  static func statement(
    _ connection: Connection, _ stream: String, after version: Int, upTo last: Int
  ) throws(JournalError) -> Statement {
    let statement = try connection.statement(
      select + "WHERE stream = ? AND version > ? AND version <= ? ORDER BY version")
    statement.bind(1, stream)
    statement.bind(2, version)
    statement.bind(3, last)
    return statement
  }

  static func collect(_ statement: Statement) throws(JournalError) -> [RecordedEvent] {
    defer { statement.reset() }
    var events: [RecordedEvent] = []
    while try statement.step() { events.append(try event(statement)) }
    return events
  }

  static func event(_ row: Statement) throws(JournalError) -> RecordedEvent {
    let position = row.int(0)
    let text = row.text(3)
    guard let name = StoredName(stored: text), name.schema == row.int(4) else {
      throw .damaged(.unknownEvent(position: position, name: text, schema: row.int(4)))
    }
    let event: Event
    do { event = try EventCodec.decode(name, stream: row.text(1), payload: row.bytes(12)) } catch {
      throw .damaged(.undecodable(position: position, name: text))
    }
    return RecordedEvent(
      position: position, command: row.uuid(7), sequence: row.int(8), version: row.int(2),
      occurredAt: row.date(5), recordedAt: row.date(6), actor: Actor(name: row.text(9), desk: row.text(10)),
      event: event)
  }
}

extension Journal {
  /// The events one command led to, in order.
  package func events(by command: UUID) throws(JournalError) -> [RecordedEvent] {
    let statement = try connection.statement(EventRow.select + "WHERE command = ? ORDER BY seq")
    statement.bind(1, command)
    return try collect(statement)
  }
}

extension EventRow {
  /// Adds what the hash of a row covers, in the order in which it was written.
  static func cover(_ row: Statement, _ input: inout HashInput) {
    for column: Int32 in [0, 2, 4, 5, 6, 8] { input.add(row.int64(column)) }
    for column: Int32 in [1, 3, 7, 9, 10, 11, 12, 13] { input.add(row.bytes(column)) }
  }
}
