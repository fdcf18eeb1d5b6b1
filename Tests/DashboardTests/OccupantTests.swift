import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The form knows who lives where.
@Suite struct OccupantTests {
  private let zhang = Contact(
    id: "h1", name: "张三", phone: "13812345678", household: Place("3-2-1501"), role: .owner)
  private let li = Contact(
    id: "h2", name: "李四", phone: "13900001111", household: Place("3-2-1501"), role: .tenant, note: "老人独居")

  private func seat() -> Seat {
    var seat = Seat()
    seat.take(.directoryRead(Directory([zhang, li])))
    return seat
  }

  private func made(_ seat: Seat) -> Ticket? { seat.model.desk.tickets[TicketID(.repair, 17)] }

  @Test func `a digit chooses among those at the place`() {
    var seat = seat()
    seat.press("F2", "3-2-1501 ls", "Down", "Down")
    #expect(seat.text.contains("1 张三 业主  2 李四 租户"))
    #expect(seat.text.contains("3栋2单元1501  备注 老人独居"))
    seat.press("2")
    #expect(seat.text.contains("= 李四 租户  老人独居"))
    #expect(seat.text.contains("139****1111"))
    #expect(!seat.text.contains("13900001111"))
    seat.press("Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == "h2")
  }

  @Test(arguments: Language.allCases)
  func
    `what is noted of a household stands on its tickets' pages, a number in it masked, and never on the wall`(
      language: Language
    )
  {
    var seat = Seat(80, 24, language)
    var son = zhang
    son.note = "儿子 13911112222"
    seat.take(.directoryRead(Directory([son, li])))
    seat.select(TicketID(.repair, 12))
    #expect(!seat.text.contains("老人独居（"))
    seat.press("Enter")
    #expect(
      seat.text.contains(
        (language == .chinese ? "住户备注" : "Household note:") + " 儿子 139****2222 老人独居"), "\(seat.text)")
    seat.press("Esc")
    seat.select(TicketID(.repair, 5))
    seat.press("Enter")
    #expect(!seat.text.contains("住户备注") && !seat.text.contains("Household note"))
    seat.press("Esc", "F12")
    #expect(!seat.text.contains("老人独居 ") && !seat.text.contains("儿子"))
  }

  @Test(arguments: [["F2", "3-2-1502 ls"], ["F2", "ls", "Down", "3-2-1502"]])
  func `the only one who lives there is taken to be calling, until somebody else is written`(keys: [String]) {
    var seat = Seat()
    let wang = Contact(
      id: "h3", name: "王五", phone: "13700002222", household: Place("3-2-1502"), role: .owner, note: "欠费")
    seat.take(.directoryRead(Directory([zhang, li, wang])))
    for key in keys { seat.press(key) }
    #expect(seat.text.contains("= 王五 业主  欠费") && seat.text.contains("137****2222"))
    var saved = seat
    saved.press("Ctrl-S")
    #expect(made(saved)?.work.reporters.first?.contact == "h3")
    var joined = saved
    joined.press("F2", "3-2-1502 还没好", "F3", "Enter")
    #expect(made(joined)?.work.reporters.count == 1)
    for other in [["Tab", "Tab", "赵女士"], ["Tab", "Tab", "Tab", "13500003333"]] {
      var seat = seat
      for key in keys.count > 2 ? other.dropFirst() : other[...] { seat.press(key) }
      #expect(!seat.text.contains("= 王五"))
      seat.press("Ctrl-S")
      #expect(made(seat)?.work.reporters.first?.contact != "h3")
    }
  }

  private func first(_ seat: Seat) -> String? { made(seat)?.work.reporters.first?.contact }

  @Test func `a room put right takes the caller of the wrong household along, or lets go of them`() {
    var seat = Seat()
    let cheng = Contact(
      id: "h4", name: "程芳", phone: "13812342961", household: Place("5-1-0303"), role: .owner)
    let zhao = Contact(
      id: "h5", name: "赵云", phone: "13700002222", household: Place("5-1-0801"), role: .owner)
    seat.take(.directoryRead(Directory([zhang, li, cheng, zhao])))
    seat.press("F2", "5-1-0303 对讲没声音", "Ctrl-S")
    #expect(first(seat) == "h4")
    for (room, caller, words) in [
      ("5-1-0801", "h5", "报修人改为那里登记的一位"), ("9-1-0101", nil, "原报修人不是那里的，待问"), ("3-2-1501", nil, "待问"),
    ] {
      var seat = seat
      seat.press("e", "1", "Ctrl-U", room, "Enter")
      #expect(made(seat)?.place.text == room && first(seat) == caller)
      #expect(seat.text.contains(words), "\(room)")
      seat.press("u")
      #expect(made(seat)?.place.text == "5-1-0303" && first(seat) == "h4")
    }
    seat.press("F2", "5-1-0303 王五 13500003333 锁", "Ctrl-S")
  }

  @Test func `who called is put right by digit, by name or by a number, which no event holds`() {
    var seat = seat()
    seat.press("F2", "3-2-1501 李四 ls", "Ctrl-S", "e")
    #expect(first(seat) == "h2" && seat.text.contains("5  报修人"))
    var chosen = seat
    chosen.press("5")
    #expect(chosen.text.contains("张三 业主") && chosen.text.contains("138****5678"))
    chosen.press("1")
    #expect(first(chosen) == "h1")
    var written = seat
    written.press("5", "3", "王五 13500003333", "Enter")
    let contact = first(written).flatMap { written.model.contacts[$0] }
    #expect(contact?.name == "王五" && contact?.phone == "13500003333")
    #expect(!"\(written.clerk.events.map(\.event))".contains("13500003333"))
    var named = seat
    named.press("5", "王五", "Enter")
    #expect(first(named).flatMap { named.model.contacts[$0] }?.name == "王五")
    var nobody = seat
    nobody.press("5", "4")
    #expect(made(nobody)?.work.reporters.first == Reporter(contact: nil, joinedAt: SampleDesk.now))
  }

  @Test func `a form opened in the first second asks who lives where`() {
    var seat = Seat()
    #expect(seat.model.update(.keyPressed(.function(2))) == [.loadDirectory])
    #expect(seat.model.update(.keyPressed(.function(2))).isEmpty)
  }

  @Test func `a number that calls says who and where`() {
    var seat = seat()
    seat.press("F2", "13812345678 灯不亮", "Ctrl-S")
    #expect(made(seat)?.place.text == "3-2-1501")
    #expect(made(seat)?.work.reporters.first?.contact == "h1")
  }

  @Test(arguments: ["尾号5678 灯不亮", "灯不亮，尾号5678", "灯不亮 手机尾号是 5678", "last four 5678 灯不亮"])
  func `the last four digits say who calls and where, where one household has them`(line: String) {
    var seat = seat()
    seat.press("F2", line, "Ctrl-S")
    #expect(made(seat)?.place.text == "3-2-1501" && made(seat)?.subject == "灯不亮")
    #expect(made(seat)?.work.reporters.first?.contact == "h1")
    let other = Contact(
      id: "h4", name: "赵六", phone: "13600005678", household: Place("5-1-0302"), role: .owner)
    var several = self.seat()
    several.take(.directoryRead(Directory([zhang, li, other])))
    several.press("F2", line)
    guard case .form(let page) = several.model.layers.last else { return #expect(Bool(false), "no form") }
    #expect(page.text(.place).isEmpty && page.caller == nil && page.text(.subject).contains("5678"))
    several.press("Home", "5-1-0302 ", "Ctrl-S")
    #expect(made(several)?.work.reporters.first?.contact == "h4")
  }

  @Test func `a name that was said is no neighbour's and stays out of the record`() {
    var seat = seat()
    let wang = Contact(id: "h3", name: "王五", phone: "13700002222", household: Place("3-2-1502"), role: .owner)
    seat.take(.directoryRead(Directory([zhang, wang])))
    seat.press("F2", "我叫赵铁柱厨房漏水 3-2-1502", "Ctrl-S")
    #expect(made(seat)?.subject == "厨房漏水")
    #expect(made(seat)?.work.reporters.first?.contact.map { $0 != "h3" } == true)
    var own = self.seat()
    own.press("F2", "我叫张三厨房漏水 3-2-1501", "Ctrl-S")
    #expect(made(own)?.subject == "厨房漏水" && made(own)?.work.reporters.first?.contact == "h1")
  }

  @Test func `a surname at a place is one of those who live there, and another name is not`() {
    var seat = seat()
    seat.press("F2", "3-2-1501 李女士 灯", "Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == "h2")
    var other = self.seat()
    other.press("F2", "3-2-1501 王女士 灯", "Ctrl-S")
    #expect(made(other)?.work.reporters.first?.contact != "h1")
    #expect(made(other)?.work.reporters.first?.contact != "h2")
  }

  @Test(arguments: ["3-2-1501 漏水 张三", "张三 3-2-1501漏水", "3-2-1501 漏水 张三 13812345678"])
  func `a name that is known at the place is the caller and leaves the subject`(line: String) {
    var seat = seat()
    seat.press("F2", line)
    #expect(seat.text.contains("= 张三 业主"))
    seat.press("Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == "h1")
    #expect(made(seat)?.subject == "" && made(seat)?.work.category == "leak")
  }

  @Test func `who is not named any more is no longer the caller`() {
    var seat = seat()
    seat.press("F2", "3-2-1501 张三 漏水", "Ctrl-U", "3-2-1501 窗坏", "Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == nil)
    seat.press("F2", "3-2-1501 13812345678 漏水", "Ctrl-U", "3-2-1501 灯坏", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 18)]?.work.reporters.first?.contact == nil)
  }

  @Test func `a caller that was taken out of the form is not recorded, and a name within words is no caller`()
  {
    var seat = seat()
    seat.press("F2", "3-2-1501 张三 窗坏", "Tab", "Tab", "Ctrl-U", "Shift-Tab", "Shift-Tab", " 急", "Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == nil)
    seat.press("F2", "3-2-1501 张三和李四吵架，电梯坏", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 18)]?.subject == "张某和李某吵架，电梯坏")
  }

  @Test(arguments: [
    ("张三说厨房漏水", "张某说厨房漏水"), ("张三 漏水 张三家天花板湿", "张某家天花板湿"), ("王芳说漏水", "王芳说漏水"), ("张三丰 漏水", "张某丰"),
  ])
  func `the whole name of somebody at the place stays in no sentence, and another's does`(
    line: String, subject: String
  ) {
    var seat = seat()
    seat.press("F2", "3-2-1501 \(line)", "Ctrl-S")
    #expect(made(seat)?.subject == subject)
  }

  @Test func `a name is known also where the place is written into its field`() {
    var seat = seat()
    seat.press("F2", "厨房漏水 张三家", "Down", "3-2-1501", "Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == "h1")
    #expect(made(seat)?.subject == "厨房漏水")
  }

  @Test func `a name in Latin letters is whole words, and a title stands for one`() {
    var seat = Seat()
    let ann = Contact(id: "h5", name: "Ann Lee", phone: "", household: Place("1-1-0106"), role: .owner)
    let xu = Contact(id: "h6", name: "Xu Wei", phone: "", household: Place("1-1-0106"), role: .tenant)
    seat.take(.directoryRead(Directory([ann, xu])))
    var other = seat
    seat.press("F2", "1-1-106 tap drips ann lee", "Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == "h5" && made(seat)?.subject == "tap drips")
    other.press("F2", "1-1-0106 tap Mr Xu", "Ctrl-S")
    #expect(made(other)?.work.reporters.first?.contact == "h6" && made(other)?.subject == "tap")
  }

  @Test func `a number that is not theirs is not lost`() {
    var seat = seat()
    seat.press("F2", "3-2-1501 漏水 张三 13700001111", "Ctrl-S")
    let key = made(seat)?.work.reporters.first?.contact ?? ""
    #expect(seat.model.contacts[key]?.phone == "13700001111" && seat.model.contacts[key]?.name == "张三")
  }

  @Test func `two spellings of a room are one`() {
    var seat = Seat()
    let one = Contact(id: "h7", name: "周一", phone: "", household: Place("1-1-801"), role: .owner)
    seat.take(.directoryRead(Directory([one])))
    seat.press("F2", "1-1-0801 灯", "Ctrl-S")
    #expect(made(seat)?.work.reporters.first?.contact == "h7" && made(seat)?.place.text == "1-1-0801")
    seat.press("F2", "01-1-801 灯")
    #expect(seat.text.contains("该处未结 2 单"))
    seat.press("Esc", "/", "1-1-801")
    #expect(seat.list().contains(TicketID(.repair, 17)))
    #expect(seat.model.directory.find("1-1-0801", limit: 9) == [one])
  }

  @Test func `somebody else's name at another place breaks the tie`() {
    var seat = seat()
    seat.press("F2", "3-2-1501 灯", "Down", "Down", "1", "Up", "Backspace", "2", "Ctrl-S")
    #expect(made(seat)?.place.text == "3-2-1502")
    #expect(made(seat)?.work.reporters.first?.contact != "h1")
  }

  @Test func `the households are read with a tick, and again when somebody wrote in them`() {
    var model = Seat().model
    #expect(model.update(.ticked(model.now)).contains(.loadDirectory))
    #expect(!model.update(.ticked(model.now)).contains(.loadDirectory))
    let event = RecordedEvent(
      position: 9000, command: UUID(), sequence: 0, version: 1, occurredAt: model.now, recordedAt: model.now,
      actor: .system, event: .household(Place("1-1-101"), .contactChanged(contact: "x")))
    _ = model.update(.recorded([event], revived: [], contacts: [:], by: .others))
    #expect(model.update(.ticked(model.now)).contains(.loadDirectory))
  }

  @Test func `whoever called twice from one number stands there once`() {
    var seat = Seat()
    var (again, other) = (zhang, zhang)
    (again.id, other.id, other.phone) = ("h8", "h9", "13811112222")
    seat.take(.directoryRead(Directory([zhang, again, other])))
    seat.press("F2", "3-2-1501")
    #expect(seat.text.contains("1 张三 业主  2 张三 业主"))
    #expect(!seat.text.contains("3 张三"))
    #expect(seat.model.directory.find("3-2-1501", limit: 9).count == 3, "each can be erased")
  }

  @Test(arguments: [
    ("2217", 0), ("5678", 1), ("13812345678", 1), ("12345678", 1), ("1381", 0), ("1234", 0), ("345", 0),
  ])
  func `somebody is found by a whole number or its last four digits, and the rest of it is not to be guessed`(
    digits: String, count: Int
  ) {
    #expect(Directory([zhang, li]).find(digits, limit: 9).count == count)
  }
}
