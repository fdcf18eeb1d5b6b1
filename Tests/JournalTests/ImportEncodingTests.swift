import Journal
import Testing

/// The encodings of other systems' logs.
@Suite struct ImportEncodingTests {
  /// `漏水` in GB18030, and a character of four bytes, U+3400 of extension A: `㐀`.
  static let gb: [UInt8] = [0xC2, 0xA9, 0xCB, 0xAE, 0x81, 0x39, 0xEE, 0x39]

  @Test func `GB18030 is detected and read`() throws {
    let encoding = try #require(TextEncoding.detect(Self.gb))
    #expect(encoding == .gb18030)
    #expect(TextDecoder(encoding).text(Self.gb[...]) == "漏水㐀")
  }

  @Test func `UTF-8 is detected and read, also when the sample ends within a character`() {
    let bytes = Array("楼道漏水".utf8)
    for cut in 1...bytes.count { #expect(TextEncoding.detect(Array(bytes[..<cut])) == .utf8) }
    #expect(TextDecoder(.utf8).text(bytes[...]) == "楼道漏水")
  }

  @Test func `GB18030 is also known when it would pass for UTF-8, and accents are not taken for it`() {
    #expect(TextEncoding.detect([0xC2, 0xA9, 0xCB, 0xAE]) == .gb18030)
    #expect(TextEncoding.detect(Array("7,Café,Straße 5,naïve".utf8)) == .utf8)
    #expect(TextEncoding.detect(Array("Привет, Ελλάδα".utf8)) == .utf8)
    #expect(TextEncoding.detect(Array("only ASCII".utf8)) == .utf8)
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x62, 0x00],
    [0xC3, 0x28, 0xFF, 0xFF, 0x20],
  ])
  func `anything else is not taken for text`(bytes: [UInt8]) {
    #expect(TextEncoding.detect(bytes) == nil)
  }

  @Test func `a field in another encoding than its log is not read`() {
    #expect(TextDecoder(.utf8).text(Self.gb[...]) == nil)
    #expect(TextDecoder(.gb18030).text([0xFF, 0xFF]) == nil)
  }
}
