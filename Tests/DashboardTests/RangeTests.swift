import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Marking many rows, and the keys an office may choose.
@Suite struct RangeTests {
  private func marked(_ seat: Seat) -> [Int] {
    seat.list(seat.model.view).enumerated().filter { seat.model.marked.contains($0.element) }.map(\.offset)
  }

  @Test(arguments: [
    ["F3", "C-1", "Enter"], ["F9", "C-1", "Enter"], ["F2", "投诉 6-1-0902 夜间装修", "Ctrl-S"],
  ])
  func `marks stay with the rows they were made in, whatever leads to another view`(keys: [String]) {
    var seat = Seat()
    seat.press("Space", "Space")
    #expect(seat.model.marked.count == 2)
    for key in keys { seat.press(key) }
    #expect(seat.model.view == .complaints && seat.model.marked.isEmpty)
  }

  @Test func `marked tickets are merged into one of them, and a list that merges never assigns`() throws {
    var seat = Seat()
    seat.press("Space", "Space")
    let marked = seat.model.marked
    seat.press("&")
    let listed = seat.model.layers.last.flatMap { layer -> [TicketID]? in
      guard case .picker(let page) = layer else { return nil }
      return page.items.prefix(2).compactMap { if case .survivor(let id) = $0.choice { id } else { nil } }
    }
    #expect(listed.map(Set.init) == marked)
    seat.press("nobody", "Enter")
    #expect(seat.text.contains("请写单号"))
    seat.press("Esc", "*", "&", "C-99", "Enter")
    #expect(
      !seat.clerk.events.contains { if case .ticket(_, .assigned("C-99")) = $0.event { true } else { false } }
    )
    var two = Seat()
    two.press("Space", "Space", "&", "2")
    if !two.model.marked.isEmpty || two.text.contains("按 y 合并") { two.press("y") }
    let merged = marked.filter { two.model.desk.tickets[$0] == nil }
    #expect(merged.count == 1, "\(two.text)")
  }

  @Test func `Shift and an arrow mark from the row on, back and over the anchor again`() {
    var seat = Seat()
    seat.press("Down", "Shift-Down", "Shift-Down")
    #expect(marked(seat) == [1, 2, 3])
    seat.press("Shift-Up")
    #expect(marked(seat) == [1, 2])
    seat.press("Shift-Up", "Shift-Up")
    #expect(marked(seat) == [0, 1])
    seat.press("Down", "Down", "Down")
    #expect(marked(seat) == [0, 1], "an arrow alone marks nothing more")
    seat.press("Shift-Down")
    #expect(marked(seat) == [0, 1, 3, 4], "a second range adds to the first")
  }

  @Test func `V marks whatever the cursor passes until V again, and the tab row says so`() {
    var seat = Seat()
    seat.press("V")
    #expect(seat.text.contains("连选 1 张，V 停"))
    seat.press("Down", "PgDn")
    #expect(marked(seat).count == seat.list().count)
    seat.press("Home", "Down", "Down", "V", "Down")
    #expect(marked(seat) == [0, 1, 2])
    #expect(seat.text.contains("已选 3 张"))
    seat.press("Esc")
    #expect(marked(seat) == [] && seat.model.layers.isEmpty)
  }

  @Test func `Space and * end a range, and another view has none`() {
    var seat = Seat()
    seat.press("V", "Down", "Space")
    #expect(marked(seat) == [0])
    seat.press("V", "*", "Up")
    #expect(marked(seat).count == seat.list().count)
    seat.press("4", "1")
    #expect(marked(seat) == [] && seat.model.range == nil)
  }

  @Test func `what was marked is given to one person in one step`() {
    var seat = Seat()
    seat.press("Shift-Down", "F5", "1")
    #expect(seat.effects.compactMap(\.order).map(\.command) == [.assign(staff: "老王"), .assign(staff: "老王")])
    seat.press("Down")
    #expect(marked(seat) == [])
  }

  @Test func `where rows are no tickets Shift and an arrow only move`() {
    var seat = Seat()
    seat.press("2", "Shift-Down", "V")
    #expect(seat.model.lists[.timers]?.index == 1 && seat.model.marked.isEmpty)
  }

  @Test func `all that are marked are merged into the one that is chosen, which may be one of them`()
    throws
  {
    var seat = Seat(120, 40)
    seat.press(" ", " ")
    let ids = seat.model.marked
    let other = try #require(seat.list().last { $0.kind == .repair && !ids.contains($0) })
    seat.press("&")
    guard case .picker(let page) = seat.model.layers.last else { return #expect(Bool(false), "no list") }
    #expect(
      ids.count == 2 && ids.allSatisfy { id in page.items.prefix(2).contains { $0.choice == .survivor(id) } })
    seat.press("\(other)", "Enter")
    if seat.model.asked != nil { seat.press("y") }
    for id in ids { #expect(seat.clerk.events.contains { $0.event == .ticket(id, .merged(into: other)) }) }
  }

  @Test(arguments: Language.allCases, [80, 100, 120, 200])
  func `how many are marked is said beside a filter too, whatever it hides`(language: Language, columns: Int)
  {
    var seat = Seat(columns, 40, language)
    let count = language == .chinese ? "已选 2 张" : "2 marked"
    for filter in ["对讲", "b1"] {
      seat.press("F3", filter, "Enter", "Home", "Space", "Space")
      let row = render(seat.model).line(1)
      let isHiding = seat.model.hiddenLate > 0
      #expect(
        row.contains("\(count)  ")
          && row.contains(
            language == .chinese ? isHiding ? "筛选隐藏" : "筛选:" : isHiding ? "hides " : "filter:"),
        "\(row)")
      seat.press("Esc", "Esc", "Esc")
    }
  }

  @Test(arguments: Language.allCases)
  func `the line above the keys names those that are marked, and what is said stands above it`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    seat.press("Space", "Space")
    let ids = seat.model.marked.sorted().map(\.description).joined(separator: " ")
    let words =
      language == .chinese
      ? " 已选 2 张（\(ids)）  F5 一起派工   Esc 取消选择" : " 2 marked (\(ids))   F5 assigns them all   Esc unmarks"
    #expect(render(seat.model).line(38).hasPrefix(words), "\(render(seat.model).line(38))")
    seat.press("Ctrl-C")
    #expect(render(seat.model).line(38).hasPrefix(words))
    #expect(render(seat.model).line(36).contains(language == .chinese ? "已复制 2 张" : "Copied 2"))
    seat.press("Esc")
    #expect(!render(seat.model).line(38).contains(ids))
    seat.press("*")
    let count = seat.model.marked.count
    #expect(
      render(seat.model).line(38).hasPrefix(
        language == .chinese ? " 已选 \(count) 张  F5 一起派工" : " \(count) marked   F5 assigns"))
    #expect(!Seat(80, 24, language).text.contains("F5 一起派工"))
  }

  @Test func `a mark is seen under the cursor too`() {
    var seat = Seat(80, 24)
    seat.press(" ", "Up")
    let row = seat.text.split(separator: "\n").first { $0.contains(">*") }
    #expect(row?.contains(seat.list()[0].description) == true)
  }

  @Test func `more than twenty at once are asked about, with the marks in sight`() {
    var seat = Seat.crowded(24)
    seat.press("*", "F5", "1")
    #expect(seat.effects.isEmpty && marked(seat).count == 24)
    #expect(seat.text.contains("要对 24 张工单一起做：按 y 继续"))
    seat.press("n")
    #expect(seat.effects.isEmpty && seat.model.layers.isEmpty && marked(seat).count == 24)
    seat.press("F5", "1", "y")
    #expect(seat.effects.compactMap(\.order).count == 24 && marked(seat) == [])
    seat.press("u")
    #expect(
      seat.model.desk.tickets.values.allSatisfy { $0.work.assignee == nil }, "and it is one step to take back"
    )
  }

  @Test
  func
    `a question nobody answers for a minute is put aside and says so, and for a new call it waits for nothing`()
  {
    var seat = Seat.crowded(21)
    seat.press("*", "F8")
    #expect(seat.text.contains("21 张"))
    seat.wait(59)
    #expect(seat.text.contains("按 y 继续"))
    seat.wait(1)
    #expect(seat.text.contains("没有做，标记还在"))
    seat.press("y")
    #expect(seat.effects.compactMap(\.order).allSatisfy { $0.command != .complete(text: "") })
    seat = Seat.crowded(21)
    seat.press("*", "F8", "F2", "3-2")
    #expect(seat.text.contains("新建报修"))
  }

  @Test func `Ctrl-C copies, as y does, and never leaves`() {
    var seat = Seat()
    seat.press("Ctrl-C")
    guard case .copy(let text) = seat.effects.first else { return #expect(Bool(false), "nothing copied") }
    #expect(text.hasPrefix("【R-9】") && seat.effects.count == 1)
  }

  @Test func `Ctrl-G leads to what broke last and is not mended yet`() {
    var seat = Seat()
    seat.press("3", "Ctrl-G")
    #expect(seat.model.view == .tickets && seat.model.selectedTicket == TicketID(.repair, 12))
    seat.press("F6", "(pause)", "F6", "Home", "Ctrl-G")
    #expect(seat.model.selectedTicket != TicketID(.repair, 12))
    seat.press("F9", "突发", "Enter", "1", "3栋地库", "Enter", "1", "Ctrl-G")
    #expect(seat.model.view == .incidents)
  }

  @Test func `Ctrl-G on a quiet desk says that nothing is wrong`() {
    var seat = Seat.empty()
    seat.press("Ctrl-G")
    #expect(seat.text.contains("没有超时、漏检或突发"))
  }

  @Test func `in the vim preset letters move, and never into a text`() throws {
    var seat = Seat()
    try seat.set("{ keys: { preset: \"vim\" } }")
    seat.press("j", "j", "k")
    #expect(seat.model.lists[.tickets]?.index == 1)
    seat.press("G")
    #expect(seat.model.lists[.tickets]?.index == seat.list().count - 1)
    seat.press("g")
    #expect(seat.model.lists[.tickets]?.index == 0 && seat.model.layers.isEmpty)
    seat.press("F3", "jg")
    #expect(seat.model.filter?.field.text == "jg")
    #expect(seat.model.keyTable.binding(.newestAlarm)?.keyNames == "Ctrl-G")
    seat.press("Esc", "Esc", "F1", "newest breach")
    #expect(seat.text.contains("Ctrl-G   ") && !seat.text.contains("Ctrl-G  g"))
  }

  @Test func `without the preset letters mean what they mean`() {
    var seat = Seat()
    seat.press("j")
    #expect(seat.model.lists[.tickets]?.index == 0)
    seat.press("g")
    #expect(seat.model.selectedTicket == TicketID(.repair, 12), "the newest alarm")
    seat.press("t")
    #expect(seat.text.contains("分诊"))
  }

  @Test func `the key line names letters where the settings say so, and F12 where there is room`() throws {
    var seat = Seat(120, 40)
    #expect(seat.text.contains("F9命令 Tab换栏 F12墙屏"))
    try seat.set("{ keys: { show: \"letter\" } }")
    #expect(KeyTable.standard.binding(.newestAlarm)?.keyNames == "Ctrl-G  g")
    #expect(seat.text.contains("?帮助 n新建 /查找 t分诊 p派工"))
    #expect(!Seat(80, 24).text.contains("F12"))
  }
}

extension Seat {
  /// A desk with so many open calls and one person to give them to.
  static func crowded(_ count: Int) -> Seat {
    var clerk = PaperClerk(zone: SampleDesk.zone)
    _ = clerk.submit(.joinStaff(StaffMember(name: "老王", skills: ["电工"], role: .engineer)), at: SampleDesk.now)
    for number in 1...count {
      let ticket = NewTicket(
        kind: .repair, place: Place("1-1-\(100 + number)"), category: "doors", subject: "门响")
      _ = clerk.submit(.report(ticket), at: SampleDesk.now)
    }
    return Seat(clerk, Size(rows: 40, columns: 120))
  }

  /// Goes by settings as they are written.
  mutating func set(_ json5: String) throws {
    var settings = Settings()
    #expect(try settings.apply(json5: json5, file: "config.json5").isEmpty)
    model.apply(settings)
  }
}
