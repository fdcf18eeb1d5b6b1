import Foundation
import Screen
import Testing
import TestSupport

@Suite struct CharacterWidthTests {
  static let widths = "unicode/EastAsianWidth.txt.xz"
  static let breaks = "unicode/GraphemeBreakTest.txt.xz"

  @Test(.enabled(if: ReferenceData.has(widths), "the Unicode files are not here"))
  func `the wide characters are those of the Unicode file`() throws {
    var wrong: [String] = []
    for line in try ReferenceData.lines(Self.widths) {
      let fields = line.split(whereSeparator: { $0 == ";" || $0 == " " })
      let ends = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last else { continue }
      for scalar in (first...last).compactMap(Unicode.Scalar.init) where isOrdinary(scalar) {
        let width = displayWidth(String(scalar))
        if width != (fields[1] == "W" || fields[1] == "F" ? 2 : 1) { wrong.append("\(fields[0]) \(width)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  /// Whether the file's class alone decides: no marks, no format and control characters, no vowels of Hangul.
  private func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    if case 0x1160...0x11FF = scalar.value { return false }
    if case 0xD7B0...0xD7FF = scalar.value { return false }
    if case 0xE0000...0xE0FFF = scalar.value { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator, .unassigned:
      false
    default: true
    }
  }

  @Test(.enabled(if: ReferenceData.has(breaks), "the Unicode files are not here"))
  func `what people see as one character is at most two columns wide`() throws {
    for line in try ReferenceData.lines(Self.breaks) {
      let scalars = line.split { $0 == "÷" || $0 == "×" || $0 == " " || $0 == "\t" }
        .compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      var frame = Frame(size: Size(rows: 1, columns: 40))
      let used = frame.write(text, row: 0, column: 0, width: 40)
      #expect(used == displayWidth(text))
      #expect(frame.isSound)
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("物业", 4), ("e\u{301}", 1), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 1),
    ("1️⃣", 1), ("①", 1), ("“”", 2), ("ﾞ", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\tb", 3), ("a\r\nb", 3),
    ("\u{1B}[31m", 4), ("\u{200B}\u{202E}\u{FEFF}", 0), ("𠮷", 2), ("क्‍ष", 2), ("👩\u{200D}x", 3),
  ])
  func `a text takes as many columns as people see`(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }
}
