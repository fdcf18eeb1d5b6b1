import Desk
import Testing

/// Settings files as people write and misspell them.
@Suite struct JSON5Tests {
  @Test func `comments, bare keys, single quotes, trailing commas and hexadecimal are read`() throws {
    let text =
      "\u{FEFF}// one\n{ a: '\\u0078', /* two */ \"b\": [1, +2, .5, 0x10, 5., -1e3, 10.25,], c: {d: null,}, }"
    let sample = try JSON5.Document(text, file: "s.json5").decode(Sample.self)
    #expect(sample == Sample(a: "x", b: [1, 2, 0.5, 16, 5, -1000, 10.25]))
  }

  struct Case: Sendable {
    let text: String
    let place: (Int, Int)
    let fault: SettingsError.Fault
  }

  @Test(arguments: [
    Case(text: "", place: (1, 1), fault: .empty),
    Case(text: "{a: 1,\n  b 2}", place: (2, 5), fault: .unexpected("2")),
    Case(text: "{a: 1 b: 2}", place: (1, 7), fault: .unexpected("b")),
    Case(text: "{a: [1, 2}", place: (1, 10), fault: .unexpected("}")),
    Case(text: "{a: 'x\n'}", place: (1, 7), fault: .unexpected("\n")),
    Case(text: "{a: yes}", place: (1, 5), fault: .unexpected("yes")),
    Case(text: "{a: 1}}", place: (1, 7), fault: .unexpected("}")),
    Case(text: "{a: x1}", place: (1, 5), fault: .unexpected("x1")),
    Case(text: "{a: e5}", place: (1, 5), fault: .unexpected("e5")),
    Case(text: "{a: --5}", place: (1, 5), fault: .unexpected("--5")),
    Case(text: "{a: 007}", place: (1, 5), fault: .unexpected("007")),
    Case(text: "{a: 0x-5}", place: (1, 5), fault: .unexpected("0x-5")),
    Case(text: "{a: .}", place: (1, 5), fault: .unexpected(".")),
    Case(text: "{a: '\\u12'}", place: (1, 10), fault: .unexpected("'")),
    Case(text: "/* {a: 1}", place: (1, 10), fault: .unexpected("")),
    Case(text: "{a: 1, b: [], a: 2}", place: (1, 15), fault: .duplicateKey("a")),
    Case(text: "{a: 'x', b: [{c: 1, 'c': 2}]}", place: (1, 21), fault: .duplicateKey("b[0].c")),
    Case(text: "{'\\u0061': 1, 'a': 2}", place: (1, 15), fault: .duplicateKey("a")),
    Case(text: "{a: 'x', '\\u0063': 1, '\\x64': 2}", place: (1, 1), fault: .missingKey("b")),
    Case(text: "{a: 'x'}", place: (1, 1), fault: .missingKey("b")),
    Case(text: "{a: 'x',\n b: 5}", place: (2, 2), fault: .wrongType(key: "b", expected: .list)),
    Case(text: "{a: 1, b: []}", place: (1, 2), fault: .wrongType(key: "a", expected: .text)),
    Case(text: "{a: 'x', b: [1, 'y']}", place: (1, 17), fault: .wrongType(key: "b[1]", expected: .number)),
    Case(text: "{a: 'x', b: [],\n n: 8.5}", place: (2, 2), fault: .notWhole(key: "n", value: "8.5")),
    Case(text: "{a: 'x', b: [], n: 1e300}", place: (1, 17), fault: .notWhole(key: "n", value: "1e300")),
    Case(
      text: "{a: 'x', b: [], n: 99999999999999999999}", place: (1, 17),
      fault: .notWhole(key: "n", value: "99999999999999999999")),
    Case(text: String(repeating: "[", count: 100), place: (1, 65), fault: .tooDeep),
  ])
  func `the first fault is named with its line and column`(_ example: Case) {
    let error = #expect(throws: SettingsError.self) {
      try JSON5.Document(example.text, file: "s.json5").decode(Sample.self)
    }
    #expect(error?.fault == example.fault)
    #expect(error?.line == example.place.0)
    #expect(error?.column == example.place.1)
  }

  private struct Sample: Decodable, Equatable {
    var a: String
    var b: [Double]
    var n: Int?
  }
}
