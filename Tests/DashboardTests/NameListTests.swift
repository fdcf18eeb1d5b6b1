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
    seat.press("Enter", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["Zhao Min"])
    seat.press("F5", ", Li Min", "Enter", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["Zhao Min", "Li Min"])
    seat.press("F5", " 老李", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["Zhao Min", "Li Min", "老李"])
    #expect(!seat.model.desk.staff.contains { ["Zhao", "Li", "Min"].contains($0.name) })
  }

  @Test(arguments: Language.allCases, [(80, 24), (120, 40)])
  func `whoever is new is asked about before they join the staff`(language: Language, size: (Int, Int)) {
    var seat = Seat(size.0, size.1, language)
    let staff = seat.model.desk.staff
    seat.press("9", "F5", "王五 老王", "Enter")
    #expect(seat.model.desk.staff == staff && seat.model.desk.openShift?.staff == ["李敏", "赵敏", "小刘"])
    #expect(
      seat.text.contains(
        language == .chinese
          ? "员工名单上没有 王五：再按 Enter 登记为员工，Esc 回去改" : "Not on the staff: 王五. Enter again puts them on it"))
    #expect(seat.text.contains(language == .chinese ? "Enter登记" : "Enter AddThem"))
    seat.wait(20)
    #expect(
      seat.text.contains("王五. Enter again") || seat.text.contains("没有 王五"),
      "Enter means yes as long as it says so")
    seat.press("Esc")
    #expect(!seat.text.contains("没有 王五") && !seat.text.contains("王五. Enter again"))
    seat.press("Enter")
    #expect(seat.model.desk.staff == staff, "asked again")
    seat.press("Backspace", "Enter")
    #expect(seat.model.desk.staff == staff, "another text is another question")
    seat.press("Enter")
    #expect(seat.model.desk.staff.map(\.name).contains("王五"))
    #expect(seat.model.desk.openShift?.staff.contains("王五") == true)
    seat.press("F5", "老李", "Enter")
    #expect(seat.model.desk.openShift?.staff.last == "老李", "whoever is on the staff just comes on")
  }

  @Test func `what is typed into the names that are there is a name of its own`() {
    var seat = Seat.empty()
    seat.press("9", "F8", "1", "李敏 老王", "Enter", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["李敏", "老王"])
  }

  @Test func `the question says where a new name is a known one with a slip`() {
    let known: Set<String> = ["李敏", "老王", "Li Min", "Li"]
    func asked(_ names: String...) -> Words? { NameList.question(names, staff: known, known: known) }
    #expect(asked("李敏", "Li") == nil)
    #expect(asked("李敏李敏")?.zh.hasPrefix("“李敏李敏”是“李敏”写了两遍。员工名单上没有 李敏李敏：") == true)
    #expect(asked("李敏李敏")?.en.hasPrefix("\"李敏李敏\" is \"李敏\" written twice. Not on the staff: ") == true)
    #expect(asked("李敏王五")?.zh.hasPrefix("“李敏王五”是“李敏”连着“王五”。") == true)
    #expect(asked("王五老王")?.zh.hasPrefix("“王五老王”是“王五”连着“老王”。") == true)
    #expect(asked("Li MinLi Min")?.en.hasPrefix("\"Li MinLi Min\" is \"Li Min\" written twice. ") == true)
    #expect(asked("Li Min2")?.en.hasPrefix("\"Li Min2\" is \"Li Min\" with \"2\" right behind. ") == true)
    #expect(asked("Liam", "王五")?.en.hasPrefix("Not on the staff: Liam, 王五.") == true)
  }
}
