import Desk
import Foundation

extension Connection {
  /// Inserts one event, tied to the one before. The digest of its command goes with the command's first event.
  func insert(
    _ event: RecordedEvent, _ stream: String, digest: [UInt8]?, after previous: Hash
  ) throws(JournalError) -> Hash {
    let stored = EventCodec.encode(event.event)
    let hash = hash(after: previous, event, stream, stored, digest)
    let statement = try statement(
      """
      INSERT INTO event (position, stream, version, name, schema, occurred_at, recorded_at, command, seq,
        actor, desk, cause, payload, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)
      """)
    statement.bind(1, event.position)
    statement.bind(2, stream)
    statement.bind(3, event.version)
    statement.bind(4, stored.name.rawValue)
    statement.bind(5, stored.name.schema)
    statement.bind(6, event.occurredAt)
    statement.bind(7, event.recordedAt)
    statement.bind(8, event.command)
    statement.bind(9, event.sequence)
    statement.bind(10, event.actor.name)
    statement.bind(11, event.actor.desk)
    statement.bind(text: stored.payload, 12)
    statement.bind(13, digest)
    statement.bind(14, hash)
    try statement.run()
    return hash
  }

  private func hash(
    after previous: Hash, _ event: RecordedEvent, _ stream: String, _ stored: StoredEvent, _ digest: [UInt8]?
  ) -> Hash {
    input.begin(after: previous)
    for number in [
      event.position, event.version, stored.name.schema, Int(event.occurredAt.milliseconds),
      Int(event.recordedAt.milliseconds), event.sequence,
    ] { input.add(Int64(number)) }
    input.add(stream)
    input.add(stored.name.rawValue)
    withUnsafeBytes(of: event.command.uuid) { input.add($0) }
    input.add(event.actor.name)
    input.add(event.actor.desk)
    input.add("")
    input.add(stored.payload)
    input.add(digest ?? [])
    return input.hash
  }
}
