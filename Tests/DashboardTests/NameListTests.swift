import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Several names in one line.
@Suite struct NameListTests {
  private static let lines: [(text: String, known: Set<String>, names: [String])] = [
    ("Zhao Min", ["Zhao Min"], ["Zhao Min"]), ("Zhao Min", ["Zhao", "Zhao Min"], ["Zhao Min"]),
    ("李敏 Zhao  Min 王强", ["Zhao Min"], ["李敏", "Zhao Min", "王强"]),
    ("Ann Zhao Min Bob", ["Ann", "Zhao Min", "Bob"], ["Ann", "Zhao Min", "Bob"]),
    ("Zhao, Min", ["Zhao Min"], ["Zhao", "Min"]), ("王 强", ["王 强"], ["王 强"]),
    ("李敏 王强、赵磊；小刘,老李", [], ["李敏", "王强", "赵磊", "小刘", "老李"]),
    ("Li Min, Wang Wei 小刘", [], ["Li Min", "Wang Wei", "小刘"]), ("Li Min", [], ["Li Min"]),
    (" 、, ", ["李敏"], []),
  ]

  @Test(arguments: lines)
  func `a comma parts names, a blank beside a Chinese one, and whoever is known is one person`(
    line: (text: String, known: Set<String>, names: [String])
  ) {
    #expect(NameList.names(line.text, known: line.known) == line.names)
  }

  @Test(arguments: Language.allCases)
  func `what the desk writes reads back as the same`(language: Language) {
    let names = ["Zhao Min", "李敏", "王 强", "Li"]
    #expect(NameList.names(NameList.text(names, language), known: Set(names)) == names)
  }

  @Test(arguments: Language.allCases)
  func `whoever has a blank in the name takes over as one person, and comes on as one`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.press("9", "F8", "F8", "y", "F8", "Zhao Min", "Enter")
    seat.press("Home")
    for _ in 0..<(seat.model.shownShift?.unseen.count ?? 0) { seat.press("F6") }
    seat.press("F8", "1")
    #expect(seat.text.contains(language == .chinese ? "用“、”隔开" : "commas between"))
    seat.press("Enter")
    #expect(seat.model.desk.openShift?.staff == ["Zhao Min"])
    seat.press("F5", ", Li Min", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["Zhao Min", "Li Min"])
    seat.press("F5", " 老李", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["Zhao Min", "Li Min", "老李"])
    #expect(!seat.model.desk.staff.contains { ["Zhao", "Li", "Min"].contains($0.name) })
  }
}
