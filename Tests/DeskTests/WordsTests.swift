import Desk
import Foundation
import Testing
import struct Desk.Stream

@Suite struct WordsTests {
  @Test(arguments: [
    ("R-1042", "R-1042"), ("r1042", "R-1042"), ("c-7", "C-7"), ("Q31", "Q-31"), ("h-1", "H-1"),
    ("G-0012", "G-12"),
    ("", nil), ("R", nil), ("R-", nil), ("R-0", nil), ("R--1", nil), ("X-1", nil), ("R-1a", nil),
    ("R-٣", nil),
    ("R-1234567890123", nil), ("staff", nil), ("route:A", nil), ("R 1", nil), ("-1", nil), ("R-+1", nil),
  ]) func `a ticket number is read and printed`(text: String, printed: String?) {
    #expect(TicketID(text)?.description == printed)
  }

  @Test(arguments: [
    ("P-20261120-A-3", true), ("P-20261120-A-B-12", true), ("P-20261120-泵房-1", true),
    ("P-20261120-A-0", false), ("P-20261120-A-03", false), ("P-20261120-A-+3", false),
    ("P-2026112-A-3", false),
    ("P-20261120-3", false), ("p-20261120-A-3", false), ("P-20261120-A-x", false), ("R-1", false),
    ("", false),
  ]) func `a round number is read and printed`(text: String, isOne: Bool) {
    #expect(RoundID(text)?.description == (isOne ? text : nil))
    #expect(Stream(rawValue: text).round == RoundID(text))
  }

  @Test(arguments: [
    ("3栋2单元1501", "3-2-1501"), ("3#2-1501", "3-2-1501"), ("3号楼2单元1501室", "3-2-1501"),
    (" 3-2-1501 ", "3-2-1501"), ("3幢 2单元 1501房", "3-2-1501"), ("３栋２单元１５０１", "3-2-1501"),
    ("３－２－１５０１", "3-2-1501"), ("3–2–1501", "3-2-1501"), ("a座2单元15b", "A-2-15B"),
    ("3栋1501", "3栋1501"), ("东门岗亭", "东门岗亭"), ("地下车库B2", "地下车库B2"), ("north-east-gate", "north-east-gate"),
    ("Gate 2 3", "Gate 2 3"), ("1-2-3-4", "1-2-3-4"), ("3--1501", "3--1501"), ("", ""),
    ("\u{1b}大堂\n西侧", "大堂 西侧"),
    ("1234567-2-3", "1234567-2-3"),
  ]) func `a place is written one way`(text: String, normal: String) {
    let place = Place(text)
    #expect(place.text == normal)
    #expect(place.isRoom == (["3-2-1501", "A-2-15B"].contains(normal)))
    #expect(Place(place.text) == place)
  }

  @Test func `a room knows its building, a public area has none`() {
    #expect(Place("12栋1单元702").building == "12")
    #expect(Place("north-east-gate").building == nil)
    #expect(Place(stored: "3栋2单元1501").text == "3栋2单元1501")
  }

  @Test(arguments: [
    ("a\u{1b}[31mb", "a[31mb"), ("a\u{9b}31mb", "a31mb"), ("a\rb", "a b"), ("a\r\n\r\nb", "a b"),
    (" a\tb ", "a b"),
    ("a\u{85}b\u{2028}c", "a b c"), ("\u{202e}abc\u{2066}", "abc"), ("\u{7f}\u{0}", ""), ("", ""), (" ", ""),
    ("好  的", "好  的"), ("e\u{301}", "e\u{301}"), ("👩‍👩‍👧", "👩‍👩‍👧"),
  ]) func `a line is plain`(text: String, line: String) { #expect(text.plainLine == line) }

  @Test func `no naughty string can steer a terminal`() throws {
    let folder = URL(filePath: "/work/shared/data/strings")
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: no naughty strings at \(folder.path)")
      return
    }
    let blns = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: folder.appending(path: "blns.json")))
    let payloads = try JSONDecoder().decode(
      [String: [String]].self, from: Data(contentsOf: folder.appending(path: "ansi-escape-payloads.json")))
    let strings = blns + payloads.values.flatMap { $0 }
    #expect(strings.count > 500)
    for text in strings {
      #expect(
        !text.plain.unicodeScalars.contains { steers($0) && $0 != "\n" && $0 != "\t" },
        "\(text.debugDescription)")
      #expect(!text.plainLine.unicodeScalars.contains(where: steers), "\(text.debugDescription)")
      #expect(text.plainLine.plainLine == text.plainLine)
      #expect(text.plainLine.trimmed == text.plainLine)
      var report = NewTicket.repair()
      (report.subject, report.place) = ("x" + text, Place("x" + text))
      let ticket = try Given(report).ticket()
      #expect(!(ticket.subject + ticket.place.text).unicodeScalars.contains(where: steers))
    }
  }

  private func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }
}
