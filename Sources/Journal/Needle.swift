/// A folded query, looked for in the bytes of a row.
struct Needle {
  let bytes: [UInt8]
  private let isLatin: Bool

  init(_ text: String) {
    bytes = Array(text.utf8)
    isLatin = bytes.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// Whether category, subject, place, text or reading of the row holds it.
  func isIn(_ row: Statement) -> Bool {
    // The reading holds small ASCII letters only: for letters it is asked first, before a long text has to be folded.
    let (reading, others) = HistoryColumns.searched
    func isInReading() -> Bool { isIn(row.bytes(reading)) }
    if isLatin, isInReading() { return true }
    return others.contains { isIn(row.bytes($0)) } || !isLatin && isInReading()
  }

  /// Folding costs 4 µs a field, so the bytes are compared as they stand first, and folded only where that could change them.
  private func isIn(_ field: UnsafeRawBufferPointer) -> Bool {
    guard field.count >= bytes.count else { return false }
    if find(in: field) { return true }
    guard !IndexedWords.isSettled(field) else { return false }
    let folded = IndexedWords.fold(String(decoding: field, as: UTF8.self))
    return Array(folded.utf8).withUnsafeBytes { find(in: $0) }
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
