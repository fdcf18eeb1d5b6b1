import Desk
import Foundation
import Testing

@testable import Journal

/// What was ever written must be readable for ever: the fixture is added to, never edited.
@Suite struct EventCodecTests {
  struct Line: CustomTestStringConvertible {
    var name: String
    var stream: String
    var payload: String
    var testDescription: String { "\(name) \(stream)" }
  }

  static let lines: [Line] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/events.1.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(name: parts[0], stream: parts[1], payload: parts[2])
    }
  }()

  private func decode(_ line: Line) throws -> Event {
    let name = try #require(stored(line.name))
    return try Array(line.payload.utf8).withUnsafeBytes { bytes in
      try EventCodec.decode(name, stream: line.stream, payload: bytes)
    }
  }

  @Test(arguments: lines)
  func `an event of a released format is read, and written the same`(line: Line) throws {
    let event = try decode(line)
    #expect(event.stream.rawValue == line.stream)
    let stored = EventCodec.encode(event)
    #expect(stored.name.rawValue == line.name)
    #expect(String(decoding: stored.payload, as: UTF8.self) == line.payload)
  }

  @Test func `every stored name has a fixture`() {
    #expect(Set(Self.lines.map(\.name)) == Set(StoredName.allCases.map(\.rawValue)))
  }

  @Test func `stored payloads are JSON that other programs read`() throws {
    for line in Self.lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.payload.utf8)) }
    }
  }

  @Test func `an unknown name is not read`() { #expect(stored("ticket.reported.2") == nil) }

  private func stored(_ name: String) -> StoredName? {
    Array(name.utf8).withUnsafeBytes { StoredName(stored: $0) }
  }

  @Test(
    arguments: [
      "", "[]", "{", "{}", "{\"staff\":1}", "{\"staff\":\"a\"}x", "{\"staff\":\"a", "{\"staff\":\"\\x\"}",
      "{\"staff\":\"\\ud800\"}", "{\"staff\" \"a\"}", "{\"staff\":null}", "{\"staff\":9223372036854775808}",
    ])
  func `a broken payload is refused`(payload: String) throws {
    #expect(throws: PayloadError.self) {
      try decode(Line(name: "ticket.assigned.1", stream: "R-1", payload: payload))
    }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    let bytes = Array("{\"staff\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    #expect(throws: PayloadError.self) {
      try bytes.withUnsafeBytes { try EventCodec.decode(.ticketAssigned, stream: "R-1", payload: $0) }
    }
  }

  @Test(arguments: ["\"", "\\", "\u{0}", "\u{1F}", "\n"])
  func `a sign that JSON escapes is found wherever it stands in a text`(sign: String) throws {
    for place in 0..<20 {
      let text =
        String(repeating: "漏", count: place / 3) + String(repeating: "x", count: place % 3) + sign + "尾"
      var writer = PayloadWriter()
      writer.put("text", text)
      writer.put(
        "texts",
        texts: { put in
          put(text)
          put("")
        })
      let object = try JSONSerialization.jsonObject(with: Data(writer.finished())) as? [String: Any]
      #expect(object?["text"] as? String == text)
      #expect(object?["texts"] as? [String] == [text, ""])
    }
  }

  @Test func `escapes and surrogates of other writers are read`() throws {
    let payload = "{ \"staff\" : \"\\u674e\\ud83d\\udc77\\/\\t\\\"\" , \"later\": [true,false,null,-1] }"
    let event = try decode(Line(name: "ticket.assigned.1", stream: "R-1", payload: payload))
    #expect(event == .ticket(TicketID(.repair, 1), .assigned(staff: "李👷/\t\"")))
  }

  @Test func `a megabyte of text survives`() throws {
    let text = String(repeating: "漏水 \"x\"\n", count: 100_000)
    let stored = EventCodec.encode(.ticket(TicketID(.repair, 1), .noted(text: text)))
    let event = try stored.payload.withUnsafeBytes {
      try EventCodec.decode(stored.name, stream: "R-1", payload: $0)
    }
    #expect(event == .ticket(TicketID(.repair, 1), .noted(text: text)))
  }
}
