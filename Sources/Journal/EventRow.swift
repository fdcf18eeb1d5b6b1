package import Desk
package import Foundation

/// A row of `event`, each column read once; valid until the next step.
struct EventRow {
  let position: Int
  private let version: Int64
  private let schema: Int64
  private let occurredAt: Int64
  private let recordedAt: Int64
  private let sequence: Int64
  private let stream: UnsafeRawBufferPointer
  private let name: UnsafeRawBufferPointer
  private let command: UnsafeRawBufferPointer
  private let actor: UnsafeRawBufferPointer
  private let desk: UnsafeRawBufferPointer
  private let payload: UnsafeRawBufferPointer

  init(_ row: Statement) {
    (position, version, schema) = (row.int(0), row.int64(2), row.int64(4))
    (occurredAt, recordedAt, sequence) = (row.int64(5), row.int64(6), row.int64(8))
    (stream, name, command) = (row.bytes(1), row.bytes(3), row.bytes(7))
    (actor, desk, payload) = (row.bytes(9), row.bytes(10), row.bytes(12))
  }

  /// The columns, in the order they are always read.
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
    while try statement.step() { events.append(try EventRow(statement).event()) }
    return events
  }

  func event() throws(JournalError) -> RecordedEvent {
    guard let stored = StoredName(stored: name), stored.schema == schema else {
      throw .damaged(.unknownEvent(position: position, name: Statement.text(name), schema: Int(schema)))
    }
    let event: Event
    do { event = try EventCodec.decode(stored, stream: Statement.text(stream), payload: payload) } catch {
      throw .damaged(.undecodable(position: position, name: stored.rawValue))
    }
    return RecordedEvent(
      position: position, command: Statement.uuid(command), sequence: Int(sequence), version: Int(version),
      occurredAt: Date(milliseconds: occurredAt), recordedAt: Date(milliseconds: recordedAt),
      actor: Actor(name: Statement.text(actor), desk: Statement.text(desk)), event: event)
  }

  /// Whether both its instants are ones that a clock may have shown.
  var isDated: Bool {
    Date.storedMilliseconds.contains(occurredAt) && Date.storedMilliseconds.contains(recordedAt)
  }

  /// Adds what the hash of the row covers, in the order in which it was written.
  func cover(_ row: Statement, _ input: inout HashInput) {
    input.add(Int64(position))
    input.add(version)
    input.add(schema)
    input.add(occurredAt)
    input.add(recordedAt)
    input.add(sequence)
    input.add(stream)
    input.add(name)
    input.add(command)
    input.add(actor)
    input.add(desk)
    input.add(row.bytes(11))
    input.add(payload)
    input.add(row.bytes(13))
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
