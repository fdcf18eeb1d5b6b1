extension String {
  /// Itself without control and format characters that could steer a terminal; line breaks and tabs stay.
  package var plain: String {
    if isPlainBytes || unicodeScalars.allSatisfy(\.isPlain) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { $0.isPlain }))
  }

  /// Whether it is plain for certain, by its bytes alone: C1 begins with 0xC2, and 0xE2 is where the overrides are.
  private var isPlainBytes: Bool {
    hasBytes { $0.allSatisfy { ($0 >= 0x20 || $0 == 0x0A) && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 } }
  }

  /// Asks something of its bytes where they lie; a bridged text has none to show.
  private func hasBytes(_ quality: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable(quality) ?? false
  }

  /// Itself as one trimmed line: plain, with line breaks and tabs as single spaces.
  package var plainLine: String {
    if isPlainLine { return self }
    return split(whereSeparator: { $0.isNewline || $0 == "\t" }).map { String($0).plain.trimmed }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether it is one trimmed line for certain, of ASCII, Han and the marks among Han, U+3001 to U+3029 and U+FF01 to U+FF3F, by their
  /// leading bytes: most texts are, and splitting costs 5 µs.
  private var isPlainLine: Bool {
    hasBytes { bytes in
      guard bytes.first != 0x20, bytes.last != 0x20 else { return false }
      return bytes.indices.allSatisfy { index in
        switch bytes[index] {
        case 0x20..<0x7F, 0x80..<0xC0, 0xE4...0xE9: true
        case 0xE3: bytes[index + 1] == 0x80 && (0x81...0xA9).contains(bytes[index + 2])
        case 0xEF: bytes[index + 1] == 0xBC && (0x81...0xBF).contains(bytes[index + 2])
        default: false
        }
      }
    }
  }

  /// Whether it can be somebody's name: there is a letter in it, of any script.
  package var isName: Bool { contains(where: \.isLetter) }

  /// Itself without white space at both ends.
  package var trimmed: String {
    if endsInWords { return self }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// Whether an ASCII sign or a Han character stands at both ends: then there is nothing to trim.
  private var endsInWords: Bool {
    guard let first = utf8.first, let last = utf8.last else { return true }
    let begins = (0x21..<0x7F).contains(first) || (0xE4...0xE9).contains(first)
    guard begins, last >= 0x80 else { return begins && (0x21..<0x7F).contains(last) }
    return (0xE4...0xE9).contains(utf8.dropLast(2).last ?? 0)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal cannot take it for a command: no C0 (but tab and newline), DEL, C1, or bidirectional override.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: false
    default: true
    }
  }
}

extension Unicode.Scalar {
  /// The ordinary form of a full-width letter, digit or sign; itself for anything else.
  package var narrow: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}
