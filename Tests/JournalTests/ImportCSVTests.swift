import Journal
import Testing

/// CSV as other systems write it.
@Suite struct ImportCSVTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let records: [[String]]
    var lines: [Int] = []
  }

  static let cases = [
    Case(testDescription: "plain", text: "a,b\nc,d\n", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
    Case(
      testDescription: "CRLF", text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
    Case(
      testDescription: "CR alone", text: "a,b\rc,d\r", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
    Case(testDescription: "no last break", text: "a,b\nc,d", records: [["a", "b"], ["c", "d"]]),
    Case(testDescription: "byte-order mark", text: "\u{FEFF}a,b\n", records: [["a", "b"]]),
    Case(testDescription: "quotes", text: "\"a,1\",\"b\"\"c\"\"\"\n", records: [["a,1", "b\"c\""]]),
    Case(
      testDescription: "breaks in quotes", text: "\"a\nb\r\nc\",d\ne,f\n",
      records: [["a\nb\r\nc", "d"], ["e", "f"]], lines: [1, 4]),
    Case(
      testDescription: "empty fields", text: ",,\n\"\",\"\",x\n", records: [["", "", ""], ["", "", "x"]]),
    Case(testDescription: "blank lines", text: "a\n\n\r\nb\n\n", records: [["a"], ["b"]], lines: [1, 4]),
    Case(testDescription: "a quote inside", text: "5\" pipe,b\n", records: [["5\" pipe", "b"]]),
    Case(testDescription: "Chinese", text: "房号,\"漏水，急\"\n", records: [["房号", "漏水，急"]]),
    Case(testDescription: "an empty quoted line", text: "\"\"\na\n", records: [["a"]]),
    Case(testDescription: "nothing", text: "", records: []),
    Case(testDescription: "only a mark", text: "\u{FEFF}", records: []),
    Case(testDescription: "a trailing comma", text: "a,b,", records: [["a", "b", ""]]),
  ]

  @Test(arguments: cases) func `records are read whole`(_ example: Case) {
    let records = Self.records(example.text, pieces: [Array(example.text.utf8)])
    #expect(records.map(\.texts) == example.records)
    if !example.lines.isEmpty { #expect(records.map(\.line) == example.lines) }
  }

  @Test(arguments: cases) func `records are the same wherever the bytes are cut`(_ example: Case) {
    let bytes = Array(example.text.utf8)
    let whole = Self.records(example.text, pieces: [bytes])
    for cut in 0...bytes.count {
      #expect(Self.records(example.text, pieces: [Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
    }
    #expect(Self.records(example.text, pieces: bytes.map { [$0] }) == whole)
  }

  @Test func `text after a closing quote is a fault of that record alone`() {
    let records = Self.records("\"a\"b,c\nd,e\n")
    #expect(records.map(\.fault) == [.textAfterQuote, nil])
    #expect(records.last?.texts == ["d", "e"])
  }

  @Test func `a quote that is never closed is a fault of its record`() {
    let records = Self.records("a,b\n\"c,d\ne,f\n")
    #expect(records.map(\.fault) == [nil, .quoteNotClosed])
    #expect(records.map(\.line) == [1, 2])
  }

  @Test func `an endless quote does not swallow more than a mebibyte`() {
    let records = Self.records("\"" + String(repeating: "x", count: 3 << 20))
    #expect(records.first?.fault == .quoteNotClosed)
    #expect((records.first?.bytes(0).count ?? 0) <= 1 << 20 + 1)
  }

  @Test func `another separator can be chosen`() {
    var reader = CSVReader(separator: UInt8(ascii: ";"))
    reader.append(Array("a,1;b\n".utf8))
    #expect(reader.next()?.texts == ["a,1", "b"])
  }

  private static func records(_ text: String) -> [CSVRecord] { records(text, pieces: [Array(text.utf8)]) }

  private static func records(_ text: String, pieces: [[UInt8]]) -> [CSVRecord] {
    var reader = CSVReader()
    var records: [CSVRecord] = []
    for piece in pieces {
      reader.append(piece)
      while let record = reader.next() { records.append(record) }
    }
    reader.finish()
    while let record = reader.next() { records.append(record) }
    return records
  }
}

extension CSVRecord {
  var texts: [String] { (0..<count).map { String(decoding: bytes($0), as: UTF8.self) } }
}
