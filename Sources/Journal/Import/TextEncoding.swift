import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The encodings a log comes in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case gb18030 = "gb18030"

  /// Finds out from the beginning of a text: UTF-8 when it is valid, else GB18030 when that is; nil for anything else,
  /// such as UTF-16. A character cut off at the end does not count.
  package static func detect(_ sample: [UInt8]) -> TextEncoding? {
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) { return nil }
    if isValid(sample[...], { String(validating: $0, as: UTF8.self) != nil }) {
      if sample.contains(0) { return nil }
      return looksLikePairs(sample) ? .gb18030 : .utf8
    }
    guard let converter = GB18030() else { return nil }
    return isValid(sample[...], { converter.text($0) != nil }) ? .gb18030 : nil
  }

  /// Whether a text that would pass for UTF-8 is more likely GB 2312, as `漏水` alone is (C2 A9 CB AE, `©ˮ` in UTF-8): nothing but
  /// pairs of high bytes, most of them side by side. Chinese in UTF-8 comes in threes, accents stand alone, and Greek
  /// and Cyrillic have lower second bytes.
  private static func looksLikePairs(_ sample: [UInt8]) -> Bool {
    var (runs, length, bytes) = (0, 0, 0)
    for byte in sample {
      if byte < 0x80 {
        length = 0
        continue
      }
      guard byte >= 0xA1, length % 2 == 0 ? (0xC2...0xDF).contains(byte) : byte <= 0xBF else { return false }
      if length == 0 { runs += 1 }
      length += 1
      bytes += 1
    }
    return bytes > 0 && bytes >= runs * 4
  }

  /// Whether it is text, but for up to three bytes of a character that was cut off.
  private static func isValid(_ sample: ArraySlice<UInt8>, _ isText: (ArraySlice<UInt8>) -> Bool) -> Bool {
    (0...min(3, sample.count)).contains { isText(sample.dropLast($0)) }
  }
}

/// Turns the bytes of fields into text.
package struct TextDecoder: Sendable {
  private let converter: GB18030?

  /// - Parameter encoding: GB18030 needs the C library's converter, which is always there.
  package init(_ encoding: TextEncoding) {
    converter = encoding == .gb18030 ? GB18030() : nil
  }

  /// The text behind some bytes; nil when they are not in the encoding.
  package func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if let converter { return converter.text(bytes) }
    return bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
  }
}

/// The C library's converter from GB18030, which one thread at a time may use.
private final class GB18030: Sendable {
  /// Its address.
  private let handle: Mutex<Int>

  init?() {
    guard let handle = iconv_open("UTF-8", "GB18030"), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = Mutex(Int(bitPattern: handle))
  }

  deinit { handle.withLock { _ = iconv_close(iconv_t(bitPattern: $0)) } }

  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return String(validating: bytes, as: UTF8.self) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 8)
    let capacity = output.count
    let written: Int? = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var (source, target) = (from.baseAddress, to.baseAddress)
        var (left, room) = (from.count, to.count)
        return handle.withLock { address in
          let handle = iconv_t(bitPattern: address)
          iconv(handle, nil, nil, nil, nil)
          let outcome = iconv(handle, &source, &left, &target, &room)
          return outcome == Int(bitPattern: UInt.max) || left > 0 ? nil : capacity - room
        }
      }
    }
    guard let written else { return nil }
    return String(validating: output[..<written].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
