package import Desk

extension RecordedEvent {
  /// The event as it lies in the record: its stored name, its schema's number and its payload as JSON.
  package var stored: (name: String, schema: Int, payload: String) {
    let stored = EventCodec.encode(event)
    return (stored.name.rawValue, stored.name.schema, String(decoding: stored.payload, as: UTF8.self))
  }
}
