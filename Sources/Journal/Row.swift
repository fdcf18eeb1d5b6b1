import Desk
import Foundation

/// The columns of `event`, in the order they are always read.
enum Row {
  static let select = """
    SELECT position, stream, version, name, schema, occurred_at, recorded_at, command, seq, actor, desk,
      cause, payload, digest, hash FROM event 
    """

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
  func events(by command: UUID) throws(JournalError) -> [RecordedEvent] {
    let statement = try connection.statement(Row.select + "WHERE command = ? ORDER BY seq")
    statement.bind(1, command)
    return try collect(statement)
  }
}
