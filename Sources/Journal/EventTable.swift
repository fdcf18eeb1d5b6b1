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
    hashInput.begin(after: previous)
    for number in [
      event.position, event.version, stored.name.schema, Int(event.occurredAt.milliseconds),
      Int(event.recordedAt.milliseconds), event.sequence,
    ] { hashInput.add(Int64(number)) }
    hashInput.add(stream)
    hashInput.add(stored.name.rawValue)
    withUnsafeBytes(of: event.command.uuid) { hashInput.add($0) }
    hashInput.add(event.actor.name)
    hashInput.add(event.actor.desk)
    hashInput.add("")
    hashInput.add(stored.payload)
    hashInput.add(digest ?? [])
    return hashInput.hash
  }
}
