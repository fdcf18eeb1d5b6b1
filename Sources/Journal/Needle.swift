import Desk

/// A folded query, looked for in the bytes of a row.
struct Needle {
  let text: String
  let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Whether category, subject, place, text or reading of the row holds it.
  func isIn(_ row: Statement) -> Bool {
    for column: Int32 in [3, 4, 2, 5, 18] where isIn(row.bytes(column)) { return true }
    return false
  }

  /// Folding costs 4 µs a field, so the bytes are compared as they stand first, and folded only where that could change them.
  private func isIn(_ field: UnsafeRawBufferPointer) -> Bool {
    guard field.count >= bytes.count else { return false }
    if find(in: field) { return true }
    guard !Self.isSettled(field) else { return false }
    let folded = Words.fold(String(decoding: field, as: UTF8.self))
    return Array(folded.utf8).withUnsafeBytes { find(in: $0) }
  }

  /// Whether it is ASCII, Han and the marks among Han only, which folding leaves alone: U+3000 to U+303F, U+4000 to U+9FFF and U+FF00 to
  /// U+FF20 by their leading bytes.
  private static func isSettled(_ field: UnsafeRawBufferPointer) -> Bool {
    for (index, byte) in field.enumerated() where byte >= 0xC0 {
      let next = index + 1 < field.count ? field[index + 1] : 0
      let last = index + 2 < field.count ? field[index + 2] : 0xFF
      switch (byte, next) {
      case (0xE4...0xE9, _), (0xE3, 0x80): continue
      case (0xEF, 0xBC) where last <= 0xA0: continue
      default: return false
      }
    }
    return true
  }

  /// Compares bytes, capital ASCII letters as small ones.
  private func find(in field: UnsafeRawBufferPointer) -> Bool {
    guard field.count >= bytes.count else { return false }
    for start in 0...(field.count - bytes.count) {
      var index = 0
      while index < bytes.count, lower(field[start + index]) == bytes[index] { index += 1 }
      if index == bytes.count { return true }
    }
    return false
  }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
