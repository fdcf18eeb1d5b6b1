import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The duties and the figures by their keys.
@Suite struct DutiesPageTests {
  private func seat() -> Seat {
    var seat = Seat(120, 40)
    seat.press("7")
    return seat
  }

  @Test func `F8 asks for proof and records it, and the row says so`() {
    var seat = seat()
    let duty = seat.model.selectedDuty?.duty.id
    seat.press("F8", "巡查表", "Enter")
    #expect(
      seat.effects.contains { effect in
        if case .submit(.duty(let id, .discharge(nil, "巡查表", nil)), _, _, _) = effect {
          id == duty
        } else {
          false
        }
      })
    #expect(seat.model.dutyRows.first { $0.duty.id == duty }?.standing == .discharged)
    #expect(seat.text.contains("已履行"))
  }

  @Test(arguments: Language.allCases)
  func `a duty is named where its proof or a reason is asked for`(language: Language) throws {
    for key in ["F8", "F7"] {
      var seat = Seat(80, 24, language)
      seat.press("7")
      let row = try #require(seat.model.selectedDuty)
      seat.press(key)
      #expect(seat.text.contains("\(row.duty.words(language)) \(row.spanName) "), "\(key)")
      seat.press("Enter")
      #expect(seat.text.contains("\(row.duty.words(language)) \(row.spanName) "), "also when it is refused")
    }
  }

  @Test(arguments: Language.allCases)
  func `a duty is waived by a key of its own, and a bounced Enter never waives it`(language: Language) throws
  {
    var seat = Seat(80, 24, language)
    seat.press("7")
    let row = try #require(seat.model.selectedDuty)
    seat.press("F7", "停水", "Enter")
    #expect(
      seat.text.contains(
        language == .chinese
          ? "\(row.duty.words.zh) \(row.spanName) 免除后收不回：按 y 免除"
          : "\(row.duty.words.en) \(row.spanName) is waived for good: y waives it"))
    seat.press("Enter")
    #expect(seat.model.desk.ledger.states[row.duty.id]?.span(row.span)?.waivedAt == nil)
    #expect(seat.text.contains(language == .chinese ? "没有做" : "Nothing was done"))
    seat.press("F7", "停水", "Enter", "y")
    #expect(seat.model.desk.ledger.states[row.duty.id]?.span(row.span)?.waivedAt != nil)
  }

  @Test(arguments: Language.allCases)
  func `a duty that was waived takes F8 and no second F7, and its row says both`(language: Language) throws {
    var seat = Seat(120, 40, language)
    seat.press("7")
    let row = try #require(seat.model.selectedDuty)
    seat.press("F7", "停水", "Enter", "y")
    seat.model.lists[.duties]?.selected = .duty(row.duty.id)
    seat.model.settle()
    #expect(render(seat.model).line(39).contains("F8"))
    seat.press("F7")
    #expect(seat.model.layers.isEmpty && seat.text.contains(language == .chinese ? "已免除" : "is waived"))
    seat.press("F8", "巡查表", "Enter")
    let record = try #require(seat.model.desk.ledger.states[row.duty.id]?.span(row.span))
    #expect(record.proof == "巡查表" && record.reason == "停水")
    seat.model.lists[.duties]?.selected = .duty(row.duty.id)
    seat.model.settle()
    let lines = seat.text.split(separator: "\n")
    #expect(lines.contains { $0.contains("停水") && $0.contains("巡查表") }, "\(seat.text)")
  }

  @Test func `the cursor stays for the next duty when one is settled here`() {
    for (key, text) in [("F8", ["巡查表", "Enter"]), ("F7", ["停水", "Enter", "y"])] {
      var seat = seat()
      let before = seat.model.dutyRows.map(\.duty.id)
      seat.press("Down")
      #expect(seat.model.selectedDuty?.duty.id == before[1])
      seat.press(key)
      for key in text { seat.press(key) }
      #expect(seat.model.lists[.duties]?.index == 1)
      #expect(seat.model.selectedDuty?.duty.id == before[2])
    }
  }

  @Test(arguments: Language.allCases)
  func `of a duty that is settled nothing is asked, and what to do is said by its name`(language: Language)
    throws
  {
    var seat = Seat(120, 40, language)
    seat.press("7")
    let row = try #require(seat.model.selectedDuty)
    seat.press("F8", "巡查表", "Enter")
    seat.model.lists[.duties]?.selected = .duty(row.duty.id)
    seat.model.settle()
    for key in ["F7", "F8"] {
      #expect(!render(seat.model).line(39).contains("\(key) "), "not offered")
      seat.press(key)
      #expect(seat.model.layers.isEmpty)
      let words = seat.model.notice?.words(language) ?? ""
      #expect(words.hasPrefix(row.duty.words(language)) && words.contains(row.spanName), "\(words)")
      #expect(words.contains("↑↓") && !words.contains("--span") && !words.contains(row.duty.id), "\(words)")
      seat.model.notice = nil
    }
  }

  @Test func `a duty with a least figure takes the number in front of the words, and refuses too little`() {
    var seat = seat()
    seat.model.lists[.duties, default: ListState()].selected = .duty("census")
    seat.press("F8", "44 汇总表", "Enter")
    #expect(seat.text.contains("不低于 45%"))
    seat.press("Ctrl-U", "52% 汇总表", "Enter")
    let span = seat.model.desk.ledger.states["census"]?.spans.last
    #expect(span?.figure == 52 && span?.proof == "汇总表")
  }

  @Test func `F7 waives with a reason, F2 makes a ticket that stays linked`() {
    var seat = seat()
    seat.press("F7", "停水", "Enter", "y")
    #expect(seat.model.dutyRows.contains { $0.standing == .waived })
    seat.press("7", "F2", "3-2-1501", "Ctrl-S")
    #expect(seat.model.desk.ledger.states.values.contains { $0.spans.contains { !$0.tickets.isEmpty } })
  }

  @Test(arguments: Language.allCases)
  func `keys for tickets answer in words on the page of duties, and do nothing`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(TicketID(.repair, 12))
    seat.press("Space", "7")
    let marked = seat.model.marked
    let line = render(seat.model).line(39)
    for key in ["F5", "F6", "Enter"] { #expect(!line.contains(key), "\(line)") }
    for key in ["F5", "F6", "Enter", "Space", "y", "b", "A"] {
      seat.press(key)
      #expect(
        seat.text.contains(language == .chinese ? "F8 履行（写凭据），F7 免除，F2 建单" : "F8 discharge with proof"),
        "\(key)")
      #expect(seat.effects.isEmpty && seat.model.layers.isEmpty && seat.model.marked == marked)
      seat.model.notice = nil
    }
  }

  @Test func `Enter opens the ticket that was made of a duty, and the key line says so`() {
    var seat = seat()
    let duty = seat.model.selectedDuty?.duty.id ?? ""
    seat.press("F2", "3-2-1501", "Ctrl-S", "7")
    seat.model.lists[.duties, default: ListState()].selected = .duty(duty)
    seat.model.settle()
    #expect(render(seat.model).line(39).contains("Enter详情"))
    seat.press("Enter")
    #expect(seat.model.selectedTicket == TicketID(.repair, 17) && !seat.model.layers.isEmpty)
  }

  @Test func `F2 on the contract of equipment makes a ticket of it, and links it to no duty of the ledger`()
    throws
  {
    var seat = Seat(120, 40)
    let lift = Asset(
      id: "L3", kind: .lift, name: "3栋客梯", place: Place("3-2-大堂"),
      contractEnd: CivilDate(year: 2026, month: 10, day: 1))
    seat.take(
      seat.clerk.submit(
        .asset("L3", .keep(lift)), at: seat.model.now, actor: Actor(name: "赵敏", desk: "2"), own: false))
    seat.press("7")
    #expect(seat.model.selectedDuty?.duty.id == "contract-L3", "it ended, so it comes first")
    seat.press("Enter")
    #expect(seat.effects == [.loadFaults(asset: "L3")])
    seat.press("Esc", "F2", "Ctrl-S")
    let ticket = try #require(seat.model.desk.tickets[TicketID(.repair, 17)])
    #expect(ticket.subject == "3栋客梯 维保合同续签")
    #expect(ticket.asset == "L3")
    #expect(ticket.place == Place("3-2-大堂"))
    #expect(seat.model.desk.ledger.states.values.allSatisfy { $0.spans.allSatisfy(\.tickets.isEmpty) })
  }

  @Test
  func
    `today begins with one line of figures and the hours as bars, and half a year is for the review (S089)`()
  {
    var seat = Seat(80, 24)
    seat.press("5")
    #expect(seat.text.contains("受理  完成  到场达标  反馈达标  平均到场  平均反馈"))
    #expect(seat.text.contains("每时受理"))
    #expect(seat.text.contains("13:####"))
    #expect(seat.text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 })
    seat.press("Left")
    #expect(seat.text.contains("报表  本半年  2026-07-01 – 2026-12-31"))
    seat.press("End")
    #expect(seat.text.contains("班次轮换  S008 S082"))
    for _ in 0..<4 { seat.press("PgUp") }
    #expect(seat.model.layers.count == 1)
  }

  @Test func `every table says what it counts and where the figure is asked for, in both languages`() throws {
    var seat = Seat(120, 40)
    seat.press("5")
    guard case .figures(let page) = seat.model.layers.last, let book = page.book else {
      Issue.record("no figures")
      return
    }
    #expect(book.tables(.chinese).count >= 10)
    for table in book.tables(.chinese) {
      #expect(!table.note.zh.isEmpty && !table.note.en.isEmpty, "\(table.id)")
      #expect(
        table.source.split(separator: " ").allSatisfy { $0.first == "S" || $0 == "design" }, "\(table.id)")
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.id)")
    }
    #expect(Set(book.tables(.chinese).map(\.id)).count == book.tables(.chinese).count)
  }

  @Test(arguments: Language.allCases)
  func `what programs read of a figure has the name that people read, and the unit of a time`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    seat.press("5")
    guard case .figures(let page) = seat.model.layers.last, let book = page.book else {
      Issue.record("no figures")
      return
    }
    for table in book.tables(language) {
      for (column, cell) in zip(table.columns, table.rows[0]) {
        var isTime = false
        if case .seconds = cell { isTime = true }
        #expect(column.id.hasSuffix("_seconds") == isTime, "\(table.id) \(column.id)")
        guard table.id == "clocks", ["late", "overdue", "met"].contains(column.words.en) else { continue }
        #expect(column.id == column.words.en)
      }
    }
  }

  @Test
  func `a wide screen has today in its corner, counted again each minute, and a narrow one counts nothing`() {
    var seat = Seat(200, 60)
    #expect(seat.text.contains("正在统计…"))
    seat.wait(1)
    #expect(seat.text.contains("受理 23  完成 2  到场达标 66.7%  反馈达标 87.5%"))
    #expect(seat.text.contains("12:# 13:######## 14:#####"))
    let counted = seat.model.today?.asOf
    seat.press("1")
    seat.wait(59)
    #expect(seat.model.today?.asOf == counted)
    seat.wait(1)
    #expect(seat.model.today?.asOf == counted?.addingTimeInterval(60))
    var narrow = Seat(120, 40)
    narrow.wait(2)
    #expect(narrow.model.today == nil)
  }

  @Test func `5 counts today, arrows turn to the month and the quarter, Esc goes back`() {
    var seat = Seat(120, 40)
    seat.press("5")
    #expect(seat.text.contains("报表  今日"))
    #expect(seat.text.contains("时限达标率"))
    seat.press("Right")
    #expect(seat.text.contains("报表  本月"))
    seat.press("Left", "Esc")
    #expect(seat.model.layers.isEmpty)
    seat.press("5", "7")
    #expect(seat.model.layers.isEmpty && seat.model.view == .duties, "a digit is a view here too")
    seat.press("5")
    seat.wait(59)
    #expect(seat.effects.filter { if case .loadFigures = $0 { true } else { false } }.count == 1)
    seat.wait(1)
    #expect(seat.effects.filter { if case .loadFigures = $0 { true } else { false } }.count == 2)
  }

  @Test func `today is counted again with the second in which a ticket was reported or ended, and once`() {
    var seat = Seat(200, 60)
    seat.wait(1)
    let counted = seat.model.today
    #expect(counted?.total.reported == 23)
    seat.press("F2", "3-2-1501 漏水", "Ctrl-S")
    #expect(seat.model.today == counted, "not with the key")
    seat.wait(1)
    #expect(seat.model.today?.total.reported == 24)
    let again = seat.model.today?.asOf
    seat.press("b", "备注", "Enter")
    seat.wait(20)
    #expect(seat.model.today?.asOf == again, "a note changes nothing of it")
    let before = seat.model.today?.finished ?? 0
    seat.press("F8")
    seat.wait(1)
    #expect(seat.model.today?.finished == before + 1)
  }

  @Test(arguments: Language.allCases)
  func `what has no category has a name among the themes`(language: Language) {
    var seat = Seat.empty(120, 60, language)
    _ = seat.clerk.submit(
      .report(NewTicket(kind: .repair, place: Place("1-1-0101"), category: "", subject: "坏了")),
      at: seat.model.now)
    seat.press("5", "End")
    #expect(seat.text.contains(language == .chinese ? "（未分类）" : "(no category)"))
  }

  @Test(arguments: Language.allCases)
  func `a duty has its name and its last day on the handover as on its own page`(language: Language) throws {
    var seat = Seat(120, 40, language)
    seat.model.desk.adopt(beganAt: SampleDesk.now)
    seat.take(.ticked(SampleDesk.now.addingTimeInterval(14 * 86400)))
    let row = try #require(seat.model.dutyRows.first { $0.standing == .due })
    let item = HandoverItem(
      .duty, row.duty.id, "\(row.duty.name.text) \(row.spanName)", at: row.dueAt)
    let words = item.words(on: seat.model.desk)
    #expect(words(language).hasPrefix("\(row.duty.words(language)) \(row.spanName)"))
    #expect(language == .chinese || !words.en.contains { $0 >= "\u{4E00}" })
    let when = item.when(seat.model.now, seat.model.dates)(language)
    #expect(when.contains(language == .chinese ? "应于 10-31 " : "by 31 Oct "))
    let last = item.when(row.dueAt.addingTimeInterval(-3600), seat.model.dates)(language)
    #expect(last.contains(language == .chinese ? "应于 今天 余1时00分" : "by today due 1h00m"))
  }
}
