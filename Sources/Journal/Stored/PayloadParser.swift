import Foundation

/// Reads JSON from bytes that stay where they are; objects, arrays, texts, whole numbers, flags and null.
struct PayloadParser {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  /// How many brackets are open.
  private var depth = 0
  /// Nothing stored is nested deeper; a longer chain of brackets is not ours.
  private static let deepest = 32

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads one value and the end.
  mutating func document() throws(PayloadError) -> PayloadValue {
    let value = try value()
    guard next() == nil else { throw PayloadError(reason: "more after the end") }
    return value
  }

  private mutating func value() throws(PayloadError) -> PayloadValue {
    switch next() {
    case UInt8(ascii: "{"): return .object(PayloadObject(fields: try object()))
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  /// The next byte that is not white space.
  private mutating func next() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return bytes[at]
      }
    }
    return nil
  }

  private mutating func expect(_ byte: UInt8) throws(PayloadError) {
    guard next() == byte else { throw PayloadError(reason: "broken at byte \(at)") }
    at += 1
  }

  private mutating func object() throws(PayloadError) -> [(key: UnsafeRawBufferPointer, value: PayloadValue)]
  {
    try enter(UInt8(ascii: "{"))
    defer { depth -= 1 }
    var fields: [(key: UnsafeRawBufferPointer, value: PayloadValue)] = []
    fields.reserveCapacity(12)
    while next() != UInt8(ascii: "}") {
      if !fields.isEmpty { try expect(UInt8(ascii: ",")) }
      guard next() == UInt8(ascii: "\"") else { throw PayloadError(reason: "no key at byte \(at)") }
      let key = try key()
      try expect(UInt8(ascii: ":"))
      fields.append((key, try value()))
    }
    at += 1
    return fields
  }

  /// A key where it stands; none of ours has an escape, and one that has is nobody's.
  private mutating func key() throws(PayloadError) -> UnsafeRawBufferPointer {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
    guard at < bytes.count else { throw PayloadError(reason: "a key without end") }
    defer { at += 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<at])
  }

  private mutating func array() throws(PayloadError) -> [PayloadValue] {
    try enter(UInt8(ascii: "["))
    defer { depth -= 1 }
    var values: [PayloadValue] = []
    while next() != UInt8(ascii: "]") {
      if !values.isEmpty { try expect(UInt8(ascii: ",")) }
      values.append(try value())
    }
    at += 1
    return values
  }

  private mutating func enter(_ bracket: UInt8) throws(PayloadError) {
    try expect(bracket)
    depth += 1
    guard depth <= Self.deepest else { throw PayloadError(reason: "nested too deep") }
  }

  private mutating func word(_ word: StaticString, _ value: PayloadValue) throws(PayloadError) -> PayloadValue
  {
    let expected = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes.count - at >= expected.count,
      bytes[at..<(at + expected.count)].elementsEqual(expected)
    else { throw PayloadError(reason: "broken at byte \(at)") }
    at += expected.count
    return value
  }

  private mutating func number() throws(PayloadError) -> Int64 {
    let negative = next() == UInt8(ascii: "-")
    if negative { at += 1 }
    let start = at
    var total: Int64 = 0
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
      let digit = Int64(bytes[at] - 0x30)
      let (product, over) = total.multipliedReportingOverflow(by: 10)
      let (sum, more) =
        negative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !over, !more else { throw PayloadError(reason: "a number beyond 64 bits") }
      total = sum
      at += 1
    }
    guard at > start else { throw PayloadError(reason: "broken at byte \(at)") }
    return total
  }

  private mutating func text() throws(PayloadError) -> String {
    at += 1
    let start = at
    var seen: UInt8 = 0
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C {
      seen |= bytes[at]
      at += 1
    }
    guard at < bytes.count else { throw PayloadError(reason: "a text without end") }
    if bytes[at] == 0x22 {
      defer { at += 1 }
      return try string(UnsafeRawBufferPointer(rebasing: bytes[start..<at]), isASCII: seen < 0x80)
    }
    var unescaped = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] != 0x22 { try unescape(into: &unescaped) }
    guard at < bytes.count else { throw PayloadError(reason: "a text without end") }
    at += 1
    guard let string = String(validating: unescaped, as: UTF8.self) else {
      throw PayloadError(reason: "not UTF-8")
    }
    return string
  }

  /// ASCII needs no second look, and most of what is stored is ASCII.
  private func string(_ utf8: UnsafeRawBufferPointer, isASCII: Bool) throws(PayloadError) -> String {
    if isASCII { return String(decoding: utf8, as: UTF8.self) }
    var string = String(decoding: utf8, as: UTF8.self)
    guard string.withUTF8({ UnsafeRawBufferPointer($0).holdsSame(as: utf8) }) else {
      throw PayloadError(reason: "not UTF-8")
    }
    return string
  }

  private mutating func unescape(into text: inout [UInt8]) throws(PayloadError) {
    guard bytes[at] == 0x5C else {
      text.append(bytes[at])
      at += 1
      return
    }
    guard at + 1 < bytes.count else { throw PayloadError(reason: "a text without end") }
    at += 2
    switch bytes[at - 1] {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    case let byte where byte == 0x22 || byte == 0x5C || byte == 0x2F: text.append(byte)
    default: throw PayloadError(reason: "an unknown escape at byte \(at)")
    }
  }

  /// Four hexadecimal digits, or two groups of them for a scalar beyond the first plane.
  private mutating func scalar() throws(PayloadError) -> Unicode.Scalar {
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), at + 1 < bytes.count, bytes[at] == 0x5C,
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw PayloadError(reason: "half a surrogate") }
    at += 2
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw PayloadError(reason: "half a surrogate") }
    return scalar
  }

  private mutating func hexadecimal() throws(PayloadError) -> UInt32 {
    guard at + 4 <= bytes.count,
      let digits = String(validating: bytes[at..<(at + 4)], as: UTF8.self), digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { throw PayloadError(reason: "no four digits at byte \(at)") }
    at += 4
    return value
  }
}

extension UnsafeRawBufferPointer {
  func holdsSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let start = baseAddress, let other = other.baseAddress else {
      return count == other.count
    }
    return memcmp(start, other, count) == 0
  }
}
