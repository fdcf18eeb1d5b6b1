import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// In which order people stand in lists.
@Suite struct NameOrderTests {
  private static let joined = ["张强", "老王", "小刘", "曾强", "赵敏", "李敏", "老李", "Bob", "单梅", "尉迟恭"]

  @Test
  func `names stand by their pinyin in Chinese, surnames read as surnames, and by code point in English`() {
    #expect(
      NameOrder.sorted(Self.joined, .chinese)
        == ["Bob", "老李", "老王", "李敏", "单梅", "小刘", "尉迟恭", "曾强", "张强", "赵敏"])
    #expect(NameOrder.sorted(Self.joined, .english) == Self.joined.sorted())
  }

  /// The names on the page of staff.
  private func page(_ seat: Seat) -> [String] {
    seat.model.staffRows.compactMap { if case .staff(let name) = $0 { name } else { nil } }
  }

  @Test func `the page of staff has those on shift first, both by name, and follows the language`() {
    var seat = Seat(200, 60)
    #expect(page(seat) == ["李敏", "小刘", "赵敏", "老李", "老王", "张强", "赵磊"])
    #expect(seat.text.contains("李敏 \(seat.model.board.count(inHandOf: "李敏"))单") && seat.text.contains("在岗 3"))
    seat.press("L")
    #expect(page(seat) == ["小刘", "李敏", "赵敏", "张强", "老李", "老王", "赵磊"])
    seat.take(seat.clerk.submit(.joinStaff(StaffMember(name: "阿宝")), at: SampleDesk.now))
    seat.press("L")
    #expect(page(seat)[3] == "阿宝", "who joins stands where the name belongs")
  }

  @Test func `of equals the first name is offered first, for a ticket and for a round`() throws {
    var seat = Seat.empty(120, 40)
    for name in ["张强", "曾强", "Bob", "老王"] {
      seat.take(seat.clerk.submit(.joinStaff(StaffMember(name: name)), at: SampleDesk.now))
    }
    seat.press("F2", "3-2-1501 ls", "Ctrl-S", "F5")
    guard case .picker(let page) = seat.model.layers.last else {
      Issue.record("no list of hands")
      return
    }
    #expect(page.items.map(\.label.zh) == ["Bob", "老王", "曾强", "张强"])
    #expect(PickerPage.guards(seat.model, route: "A").items.map(\.label.zh) == ["Bob", "老王", "曾强", "张强"])
  }

  @Test(arguments: Language.allCases)
  func `figures of each person stand by name where they are level`(language: Language) throws {
    var seat = Seat(120, 40, language)
    seat.press("5")
    guard case .figures(let page) = seat.model.layers.last, let book = page.book else {
      Issue.record("no figures")
      return
    }
    let table = try #require(book.tables(language).first { $0.id == "roster" })
    let names = table.rows.map { $0[0].text(language) }
    #expect(names.count > 2 && names == NameOrder.sorted(names, language))
    let people = try #require(book.tables(language).first { $0.id == "people" })
    let rows = people.rows.map { (count: Int($0[1].text(language)) ?? 0, name: $0[0].text(language)) }
    for level in Set(rows.map(\.count)) {
      let names = rows.filter { $0.count == level }.map(\.name)
      #expect(names == NameOrder.sorted(names, language))
    }
  }
}
