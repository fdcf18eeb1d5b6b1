import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What stays on screen whatever else is shown.
@Suite struct ChromeTests {
  private func row(_ seat: Seat, _ text: String) -> Int? {
    let frame = render(seat.model)
    return (0..<frame.size.rows).first { frame.line($0).contains(text) }
  }

  private func styles(_ seat: Seat, _ row: Int) -> Set<Character> {
    Set(render(seat.model).styleLine(row, letters: Role.letter))
  }

  @Test func `what nobody looks after for ten minutes is a line in reverse from edge to edge`() throws {
    var seat = Seat(80, 24)
    let line = try #require(row(seat, "R-9 处置超时，已升级"))
    #expect(styles(seat, line) == ["z"])
    seat.press("Enter")
    #expect(row(seat, "R-9 处置超时，已升级") == 22, "a page that covers the messages has it too")
    seat.press("F1")
    #expect(row(seat, "R-9 处置超时，已升级至 主管 赵敏（未确认）  按 F6") == nil, "no key is named that does nothing here")
    seat.press("Esc", "F2")
    #expect(row(seat, "R-9 处置超时，已升级") == nil, "a call does not")
  }

  @Test func `a fresh breach is a line, and no banner yet`() throws {
    var seat = Seat.empty(80, 24)
    let made = NewTicket(
      kind: .repair, place: Place("1-1-0101"), category: "leak", subject: "", urgency: .urgent)
    seat.take(seat.clerk.submit(.report(made), at: SampleDesk.now))
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now + 1860, actor: .system, own: false))
    seat.take(.ticked(SampleDesk.now + 1860))
    let line = try #require(row(seat, "R-1 到场超时，已升级"))
    #expect(styles(seat, line).contains("."))
    seat.take(.ticked(SampleDesk.now + 1800 + 601))
    #expect(styles(seat, line) == ["z"])
  }

  @Test(arguments: [60, 70, 80, 200])
  func `the header drops what is late last`(columns: Int) {
    var seat = Seat(columns, 24)
    seat.press("F2", "1", "F2", "2", "F2", "3", "F2", "4")
    seat.model.heardAt = seat.model.now.addingTimeInterval(-99)
    #expect(seat.text.contains("超时3  将超3"))
    #expect(seat.text.contains("投诉超2"))
    #expect(seat.text.contains("通话中静音") == (columns > 60))
  }

  @Test func `a form is a call for as long as somebody types into it`() {
    var seat = Seat()
    #expect(!seat.text.contains("通话中静音"))
    seat.press("F2")
    #expect(seat.text.contains("通话中静音"))
    seat.wait(91)
    #expect(!seat.text.contains("通话中静音"))
  }

  @Test func `a page two levels down says how one came there`() {
    var seat = Seat()
    seat.press("F3", "漏水", "F3")
    #expect(!seat.text.contains(" > "))
    seat.press("Enter")
    #expect(seat.text.contains("-- 工单 > 含「漏水」 > R-"))
    seat.press("Esc", "Esc", "Enter")
    #expect(!seat.text.contains(" > "))
  }

  @Test func `the card takes a new call and the help, and gives up blanks before words`() {
    var seat = Seat(40, 8)
    #expect(seat.text.contains("超时 3  将超 3  投诉超 2  漏检 2"))
    seat.press("F2", "3-2-1501 ls", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.work.category == "leak")
    seat.model.size = Size(rows: 6, columns: 40)
    #expect(seat.text.contains("放大窗口后自动恢复原样"))
    seat.model.size = Size(rows: 1, columns: 10)
    #expect(seat.text.contains("窗口过小"))
  }

  @Test func `five lines greet a desk that never had a ticket, and never again`() {
    var seat = Seat.empty(80, 24)
    #expect(seat.text.contains("来电时按 F2，一行写完"))
    seat.press("F3", "x")
    #expect(!seat.text.contains("来电时按 F2"))
    seat.press("Esc", "Esc", "F2", "3-2-1501 ls", "Ctrl-S", "x", "试一下", "Enter", "Down")
    #expect(seat.list().isEmpty)
    #expect(!seat.text.contains("来电时按 F2"))
  }

  @Test func `a count is an alarm as soon as there is one, and none before`() throws {
    let quiet = HeaderView.counts(Seat.empty().model)
    #expect(quiet.map(\.text) == ["超时0", "将超0"] && quiet.allSatisfy { $0.role == .header })
    let late = HeaderView.counts(Seat().model)
    #expect(late.map(\.text) == ["超时3", "将超3", "投诉超2", "漏检2"])
    #expect(late.map(\.role) == [.headerAlert, .headerSoon, .headerAlert, .headerAlert])
  }

  @Test func `the header has the whole name of the desk or none, and who sits there before half a name`() {
    for columns in 60...120 {
      var seat = Seat(columns, 24, .english)
      seat.press("F2", "1", "F2", "2")
      let line = render(seat.model).line(0)
      #expect(line.contains("翠湖花园前台") || !line.contains("翠"), "\(columns) \(line)")
    }
  }

  @Test func `the tab row names the order of a list, and gives it up before a view unless somebody chose it`()
  {
    var seat = Seat(120, 24)
    #expect(seat.text.contains("按剩余时间"))
    for page in ["3", "6", "7", "8", "9"] {
      seat.press(page)
      #expect(!seat.text.contains("按剩余时间"), "\(page)")
    }
    seat = Seat(80, 24, .english)
    #expect(seat.text.contains("4 Complaints") && !seat.text.contains("by time left"))
    seat.press("F9", "by number", "Enter")
    #expect(render(seat.model).line(1).contains("by number"))
  }

  @Test func `a list that is longer than its room says which rows are in sight`() {
    var seat = Seat(80, 24)
    #expect(render(seat.model).line(15).hasSuffix(" 1-12/17 --"))
    seat.press("End")
    #expect(render(seat.model).line(15).hasSuffix(" 6-17/17 --"))
    seat.press("4")
    #expect(!render(seat.model).line(15).contains("/"))
    seat = Seat(200, 60)
    #expect(!seat.text.contains("/17 --"))
  }

  @Test func `below a tall list stands what happened to the ticket lately, the latest first`() throws {
    var seat = Seat(200, 60)
    seat.select(TicketID(.repair, 12))
    seat.press("b", "业主又来电", "Enter")
    let first = try #require(row(seat, "经过   14:32  李敏     备注：业主又来电"))
    #expect(render(seat.model).line(first + 1).contains("系统     到场超时，升级至主管"))
    seat = Seat(80, 24)
    #expect(!seat.text.contains("经过"))
  }

  @Test func `a question names its ticket first, so that no length of it hides that`() {
    for language in Language.allCases {
      var seat = Seat(80, 24, language)
      seat.select(TicketID(.repair, 12))
      seat.press("M", "阀芯")
      #expect(render(seat.model).line(22).hasPrefix(" R-12 ") && seat.text.contains("阀芯"))
    }
  }

  @Test func `a box with more rows than room says which one the cursor is on`() {
    var seat = Seat(80, 24)
    seat.select(TicketID(.repair, 12))
    seat.press("c")
    #expect(seat.text.contains(" 1/"))
    seat.press("Down", "Down")
    #expect(seat.text.contains(" 3/"))
    seat.press("Esc", "F7")
    #expect(!seat.text.contains(" 1/"))
  }
}
