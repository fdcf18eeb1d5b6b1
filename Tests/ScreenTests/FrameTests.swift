import Foundation
import Screen
import Testing
import TestSupport

@Suite struct FrameTests {
  private let red = Style(rawValue: 1)

  private func shown(_ text: String, width: Int) -> String {
    var frame = Frame(size: Size(rows: 1, columns: 8))
    frame.fill(frame.bounds, style: .plain)
    frame.write("........", row: 0, column: 0, width: 8)
    frame.write(text, row: 0, column: 0, width: width)
    #expect(frame.isSound)
    return frame.line(0)
  }

  @Test(arguments: [
    ("abc", 8, "abc....."), ("abcdefgh", 8, "abcdefgh"), ("abcdefghi", 8, "abcdefg~"),
    ("abcdefghi", 4, "abc~...."),
    ("物业前台", 8, "物业前台"), ("物业前台忙", 8, "物业前 ~"), ("物业前台", 7, "物业前~."), ("物业", 1, "~......."),
    ("物", 0, "........"),
    ("e\u{301}e\u{301}", 1, "~......."),
  ])
  func `a text that does not fit ends with a mark`(text: String, width: Int, line: String) {
    #expect(shown(text, width: width) == line)
  }

  @Test(arguments: [
    ("👨‍👩‍👧x", "👨x....."), ("👍🏽x", "👍x....."), ("🇨🇳x", "CNx....."), ("❤\u{FE0F}x", "❤x......"),
    ("❤\u{FE0E}x", "❤x......"), ("a\tb", "a b....."), ("a\u{1B}[2Jb", "a[2Jb..."), ("a\u{9B}b", "ab......"),
  ])
  func `what terminals disagree about is drawn as its first part, letters or a blank`(
    text: String, line: String
  ) {
    #expect(shown(text, width: 8) == line)
  }

  @Test func `overwriting half of a wide character blanks the other half`() {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.write("甲乙丙", row: 0, column: 0, width: 6, style: red)
    frame.write("x", row: 0, column: 3, width: 1)
    #expect(frame.line(0) == "甲 x丙")
    frame.write("丁", row: 0, column: 3, width: 2)
    #expect(frame.line(0) == "甲 丁 ")
    #expect(frame.styleLine(0) { $0 == red ? "r" : "." } == "rrr..r")
  }

  @Test func `a text that begins left of the screen shows its right part`() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    let used = frame.write("甲乙x", row: 0, column: -1, width: 9)
    #expect(used == 5)
    #expect(frame.line(0) == " 乙x")
    frame.write("far away", row: 0, column: .min, width: .max)
    frame.write("far away", row: .max, column: .max, width: .max)
    #expect(frame.line(0) == " 乙x")
    frame.write("wide", row: 0, column: 1, width: .max)
    #expect(frame.line(0) == " wi~")
  }

  @Test func `filling cuts wide characters at its edges`() {
    var frame = Frame(size: Size(rows: 2, columns: 6))
    frame.write("甲乙丙", row: 0, column: 0, width: 6)
    frame.fill(Rect(row: 0, column: 1, rows: 9, columns: 4), style: red)
    #expect(frame.line(0) == "      ")
    #expect(frame.styleLine(0) { $0 == red ? "r" : "." } == ".rrrr.")
    #expect(frame.isSound)
  }

  @Test func `restyling keeps the text and both halves together`() {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.write("甲乙丙", row: 0, column: 0, width: 6)
    frame.restyle(Rect(row: 0, column: 1, rows: 1, columns: 2)) { _ in red }
    #expect(frame.line(0) == "甲乙丙")
    #expect(frame.styleLine(0) { $0 == red ? "r" : "." } == "..rr..")
    frame.restyle(frame.bounds) { $0 == self.red ? .plain : self.red }
    #expect(frame.styleLine(0) { $0 == red ? "r" : "." } == "rr..rr")
  }

  @Test(arguments: [UInt64](1...40))
  func `whatever is drawn, no half stands alone`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = Size(
      rows: .random(in: 0...6, using: &generator), columns: .random(in: 0...24, using: &generator))
    var frame = Frame(size: size)
    for _ in 0..<60 {
      let row = Int.random(in: -1...7, using: &generator), column = Int.random(in: -9...26, using: &generator)
      let width = Int.random(in: -1...30, using: &generator)
      let style = Style(rawValue: .random(in: 0...3, using: &generator))
      switch Int.random(in: 0...5, using: &generator) {
      case 0: frame.fill(Rect(row: row, column: column, rows: 2, columns: width), style: style)
      case 1: frame.restyle(Rect(row: row, column: column, rows: 2, columns: width)) { _ in style }
      default:
        let text = MixedText.random(12, using: &generator)
        let used = frame.write(text, row: row, column: column, width: width, style: style)
        #expect(used <= max(0, width), "seed \(seed)")
      }
      #expect(frame.isSound, "seed \(seed)")
    }
  }

  @Test(
    .enabled(if: ReferenceData.hasNaughtyStrings), arguments: ReferenceData.naughtyStrings)
  func `naughty strings leave no control character`(file: String) throws {
    let json = try JSONSerialization.jsonObject(with: ReferenceData.bytes(file))
    for text in strings(json) {
      var frame = Frame(size: Size(rows: 1, columns: 200))
      let used = frame.write(text, row: 0, column: 0, width: 200)
      #expect(frame.isSound)
      #expect(used == min(200, displayWidth(text)))
      var field = TextField()
      field.insert(text)
      #expect(field.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  private func strings(_ json: Any) -> [String] {
    switch json {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let table as [String: Any]: table.values.flatMap(strings)
    default: []
    }
  }

  @Test(arguments: [UInt64](1...20))
  func `clipping and padding agree with what is drawn`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for columns in 0..<20 {
      let text = MixedText.random(8, using: &generator)
      #expect(displayWidth(clipped(text, to: columns)) <= columns)
      #expect(displayWidth(padded(text, to: columns)) == columns, "seed \(seed)")
    }
  }

  @Test func `one frame in full is drawn within a millisecond or so`() {
    let line = String(repeating: "物业 front desk 12:30 ", count: 9)
    let clock = ContinuousClock()
    var best = Duration.seconds(9)
    for _ in 0..<20 {
      best = min(
        best,
        clock.measure {
          var frame = Frame(size: Size(rows: 60, columns: 200))
          for row in 0..<60 { frame.write(line, row: row, column: 0, width: 200) }
        })
    }
    print("200x60 frame of mixed text: \(best)")
    #expect(best < .milliseconds(200))
  }
}
