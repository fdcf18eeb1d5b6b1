/// Bytes written one after another, in room that is made ahead: an array asks four questions before it takes a byte.
struct ByteBuffer {
  private var room: [UInt8]
  private(set) var count = 0

  init(capacity: Int) { room = [UInt8](repeating: 0, count: capacity) }

  /// What was written.
  var bytes: ArraySlice<UInt8> { room[..<count] }

  /// What was written, as an array of its own.
  consuming func finished() -> [UInt8] {
    room.removeLast(room.count - count)
    return room
  }

  /// Begins anew; the room stays.
  mutating func clear() { count = 0 }

  mutating func append(_ byte: UInt8) { write(1) { $0.storeBytes(of: byte, as: UInt8.self) } }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    write(bytes.count) { $0.copyMemory(from: start, byteCount: bytes.count) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Has so many bytes written through a pointer.
  mutating func write(_ length: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let end = count + length
    if end > room.count { room += [UInt8](repeating: 0, count: max(end - room.count, room.count)) }
    room.withUnsafeMutableBytes { if let start = $0.baseAddress { body(start + count) } }
    count = end
  }
}
