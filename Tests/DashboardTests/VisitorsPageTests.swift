import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The visitor register by its keys.
@Suite struct VisitorsPageTests {
  private func seat(_ columns: Int = 120, _ rows: Int = 40, _ language: Language = .chinese) -> Seat {
    var seat = Seat(columns, rows, language)
    seat.press("F9", language == .chinese ? "fangke" : "visitors", "Enter")
    return seat
  }

  @Test func `of a letter pasted into a visitor's line the beginning is read, and all of it stays`() {
    let line = VisitLine("3-2-1501 @李雷 " + String(repeating: "abc 3-1-0101 ", count: 3000) + "the end")
    #expect(line.arrival.place == Place("3-2-1501") && line.contact.name == "李雷")
    #expect(line.arrival.text.hasPrefix("abc") && line.arrival.text.hasSuffix("the end"))
  }

  @Test(arguments: ["访客", "fangke", "fk", "visitors"])
  func `the page is found by its name in either language and by pinyin`(typed: String) {
    var seat = Seat()
    seat.press("F9", typed, "Enter")
    #expect(seat.model.view == .visitors)
    #expect(seat.text.contains("没有访客在里面"))
  }

  @Test func `F6 registers in one line, and name, phone and plate stay out of the event`() throws {
    var seat = seat()
    seat.press("F6", "3-2-1501 送货 顺丰 13812345678 粤A·12345 @张三", "Enter")
    let visit = try #require(seat.model.desk.visits[VisitID(1)])
    #expect(visit.arrival.place == Place("3-2-1501"))
    #expect(visit.arrival.purpose == .delivery)
    #expect(visit.arrival.text == "顺丰")
    let contact = try #require(visit.arrival.contact.flatMap { seat.model.contacts[$0] })
    #expect([contact.name, contact.phone, contact.note] == ["张三", "13812345678", "粤A12345"])
    #expect(seat.text.contains("138****5678"))
    #expect(!seat.text.contains("13812345678"))
    let event = seat.clerk.events.last.map { "\($0.event)" } ?? ""
    #expect(seat.model.selectedVisit?.id == VisitID(1))
    #expect(!event.contains("张三") && !event.contains("5678") && !event.contains("A12345"))
  }

  @Test(arguments: ["我叫张伟", "联系人：张伟", "姓名张伟", "联系人张伟"])
  func `a name that is said to be one is no free word`(said: String) {
    let line = VisitLine("3-2-1501 送货 \(said) 顺丰 13812345678")
    #expect(line.contact.name == "张伟" && line.arrival.text == "顺丰")
  }

  @Test(arguments: ["杨国福", "李锦记", "苏宁", "许可证"])
  func `a bare word is none, though it begins like a name`(word: String) {
    let line = VisitLine("3-2-1501 送货 \(word)")
    #expect(line.contact.name.isEmpty && line.arrival.text == word)
  }

  @Test func `the name of somebody known at the place is no free word`() throws {
    var seat = seat()
    seat.take(
      .directoryRead(Directory([Contact(id: "z", name: "李四", phone: "", household: Place("3-2-1501"))])))
    seat.press("F6", "3-2-1501 送货 李四 顺丰", "Enter")
    let visit = try #require(seat.model.desk.visits[VisitID(1)])
    #expect(visit.arrival.text == "顺丰")
    #expect(visit.arrival.contact.flatMap { seat.model.contacts[$0]?.name } == "李四")
    seat.press("F6", "3-2-1502 送货 李四", "Enter")
    #expect(seat.model.desk.visits[VisitID(2)]?.arrival.text == "李四")
  }

  @Test(arguments: Language.allCases)
  func `who is inside after closing is counted in the header of every page`(language: Language) {
    var seat = seat(80, 24, language)
    seat.press("F6", "3-2-1501 13812345678", "Enter", "1")
    let word = language == .chinese ? "访客未离1" : "visitors late 1"
    #expect(!render(seat.model).line(0).contains(word))
    seat.take(.ticked(seat.model.desk.stayEnds(from: seat.model.now)))
    #expect(!render(seat.model).line(0).contains(word))
    seat.wait(1)
    #expect(render(seat.model).line(0).contains(word))
  }

  @Test func `F8 records leaving, once, and the row tells when`() {
    var seat = seat()
    seat.press("F6", "3-2-1501 送货", "Enter", "F8")
    #expect(seat.model.desk.inside.isEmpty)
    #expect(seat.text.contains("离开"))
    seat.press("F8")
    #expect(seat.model.notice?.words.zh.contains("V-1 已于") == true)
    var none = self.seat()
    none.press("F8")
    #expect(none.model.notice?.words.zh.contains("F6 登记") == true)
  }

  @Test(arguments: Language.allCases)
  func `u takes back who left, and once more who came`(language: Language) {
    var seat = seat(120, 40, language)
    seat.press("F6", "3-2-1501 送货", "Enter")
    #expect(seat.text.contains(language == .chinese ? "可撤销: u" : "undo within"))
    seat.press("F8", "u")
    #expect(seat.model.desk.inside.map(\.id) == [VisitID(1)])
    #expect(seat.text.contains(language == .chinese ? "已撤销" : "Undone"))
    #expect(seat.text.contains(language == .chinese ? "V-1 撤销离开" : "V-1 leaving undone"))
    seat.press("u")
    #expect(seat.text.contains(language == .chinese ? "V-1 撤销登记" : "V-1 arrival undone"))
    #expect(seat.model.desk.inside.isEmpty && seat.model.undoable.isEmpty)
    #expect(seat.text.contains(language == .chinese ? "登记有误" : "a mistake"))
    seat.press("F8")
    #expect(seat.text.contains(language == .chinese ? "已经撤销" : "was undone"))
  }

  @Test func `a line without a place is refused and given back`() {
    var seat = seat()
    seat.press("F6", "送货 顺丰", "Enter")
    guard case .prompt(let page) = seat.model.layers.last else {
      Issue.record("the line is gone")
      return
    }
    #expect(page.field.text == "送货 顺丰")
    #expect(seat.model.desk.visits.isEmpty)
  }

  @Test func `F2 is a new ticket here too, and a call comes before the line of a visitor`() throws {
    for keys in [["F2"], ["n"], ["F6", "3-2-1501 送", "F2"]] {
      var seat = seat()
      for key in keys { seat.press(key) }
      seat.press("3-2-1501 漏水", "Ctrl-S")
      #expect(seat.model.desk.visits.isEmpty, "\(keys)")
      #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.work.category == "leak", "\(keys)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the page and its key line name F6 where nobody is inside`(language: Language) {
    let seat = seat(80, 24, language)
    #expect(seat.text.contains(language == .chinese ? "F6 登记，如" : "F6 registers: 3-2-1501"))
    #expect(
      render(seat.model).line(23).hasPrefix(
        language == .chinese
          ? " F1帮助 F2新建 F3查找 F4分诊 F6登记 F9命令" : " F1Help F2New F3Find F4Triage F6SignIn F9More"))
  }

  @Test func `who is inside after closing is shown so`() {
    var seat = seat()
    seat.press("F6", "3-2-1501 施工 换窗", "Enter")
    #expect(!seat.text.contains("还没离开"))
    seat.take(.ticked(seat.model.now.addingTimeInterval(12 * 3600)))
    #expect(seat.text.contains("还没离开"))
    #expect(seat.text.contains("X V-1"))
  }

  @Test func `P shows a whole phone with a reason, on record`() {
    var seat = seat()
    seat.press("F6", "3-2-1501 看房 李女士 13812345678", "Enter", "P", "联系访客", "Enter")
    #expect(seat.text.contains("13812345678"))
    #expect(seat.text.contains("V-1 3-2-1501 查看电话：联系访客"), "whose phone it was")
    let shown = seat.clerk.events.contains {
      if case .household(Place("3-2-1501"), .contactRevealed(_, "联系访客")) = $0.event { true } else { false }
    }
    #expect(shown)
    seat.press("F6", "1-1-0101 送货", "Enter", "P")
    #expect(seat.model.notice?.words.zh == "没有留电话")
  }

  @Test(arguments: Language.allCases)
  func `a visitor is erased for a reason, on record, and the page says so`(language: Language) {
    var seat = seat(120, 40, language)
    seat.press("F6", "3-2-1501 看房 李女士 13812345678", "Enter", "F9", "ticket.e", "Esc", "F9", "shanming")
    seat.press("Enter")
    #expect(seat.text.contains(language == .chinese ? "收不回" : "for good"))
    seat.press("Enter")
    #expect(seat.model.contacts.values.contains { $0.name == "李女士" }, "not without a reason")
    seat.press("本人要求", "Enter")
    #expect(
      seat.text.contains(
        language == .chinese ? "删除姓名电话 李女士 138****5678，收不回" : "Erase 李女士 138****5678 for good"))
    seat.press("Enter")
    #expect(seat.model.contacts.values.contains { $0.name == "李女士" }, "not by the key that ended the reason")
    seat.press("Enter", "y")
    #expect(seat.text.contains(language == .chinese ? "已删除" : "erased"))
    #expect(!seat.text.contains("李女士"))
    #expect(!seat.model.contacts.values.contains { $0.name == "李女士" })
    let isOnRecord = seat.clerk.events.contains {
      if case .household(Place("3-2-1501"), .contactErased(_?, "本人要求")) = $0.event { true } else { false }
    }
    #expect(isOnRecord)
    seat.press("F9", "shanming", "Enter")
    #expect(seat.text.contains(language == .chinese ? "没有可删的" : "Nothing to erase"))
  }

  @Test(arguments: Language.allCases)
  func `of an erased caller no phone is asked for`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(TicketID(.repair, 12))
    seat.press("F9", "shanming", "Enter", "本人要求", "Enter", "y")
    let count = seat.clerk.events.count
    seat.press("P")
    #expect(seat.model.layers.isEmpty && seat.clerk.events.count == count)
    #expect(seat.text.contains(language == .chinese ? "姓名电话已删除" : "Name and phone were erased"))
  }

  @Test func `a leaving that was taken back is done again`() throws {
    var seat = seat(120, 40, .chinese)
    seat.press("F6", "3-2-1501 看房", "Enter", "F8")
    let id = try #require(seat.model.desk.visits.keys.max())
    #expect(seat.model.desk.visits[id]?.isInside == false)
    seat.press("u")
    #expect(seat.model.desk.visits[id]?.isInside == true && seat.text.contains("重做: U"))
    seat.press("U")
    #expect(seat.model.desk.visits[id]?.isInside == false)
    seat.press("u", "u")
    #expect(seat.model.desk.visits[id] == nil || seat.model.desk.visits[id]?.voidedAt != nil)
  }

  @Test(arguments: Language.allCases)
  func `once a visit was taken back altogether, its leaving is not offered again`(language: Language) {
    var seat = seat(120, 40, language)
    seat.press("F6", "3-2-1501 看房", "Enter", "F8", "u", "u")
    #expect(!seat.text.contains(language == .chinese ? "重做: U" : "redo: U"))
    seat.press("U")
    #expect(seat.effects.isEmpty && seat.model.redoable.isEmpty)
    #expect(seat.text.contains(language == .chinese ? "请重写" : "registered anew"))
  }

  @Test func `whoever belongs to a household is not erased by a ticket`() throws {
    var seat = Seat()
    let id = TicketID(.repair, 12)
    let key = try #require(seat.model.desk.tickets[id]?.work.reporters.first?.contact)
    seat.model.contacts[key]?.household = Place("3-2-1501")
    seat.select(id)
    seat.press("F9", "shanming", "Enter")
    #expect(seat.model.layers.isEmpty && seat.text.contains("frontdesk household erase"))
  }

  @Test func `a caller of no household is erased from every row and page, and is found no more`() {
    var seat = Seat()
    let id = TicketID(.repair, 12)
    seat.select(id)
    seat.press("F3", "张三", "Enter")
    #expect(seat.list() == [id])
    seat.press("F9", "shanming", "Enter", "本人要求", "Enter", "y", "0")
    seat.select(id)
    #expect(seat.text.contains("报修 已删除") && !seat.text.contains("张三"))
    seat.press("F3", "张三")
    #expect(seat.list().isEmpty)
    seat.press("Esc", "Esc")
    seat.select(id)
    seat.model.erased = []
    #expect(seat.text.contains("报修 读不出"), "no erasure is on record")
    let keys = seat.model.desk.tickets[id]?.work.reporters.compactMap(\.contact) ?? []
    seat.take(.erasedBefore(Set(keys)))
    #expect(seat.text.contains("报修 已删除"))
  }

  @Test(arguments: [
    ("3栋2单元1501 快递 顺丰", "3-2-1501", VisitPurpose.delivery, "快递 顺丰"), ("大堂 装修 换窗", "大堂", .contractor, "装修 换窗"),
    ("viewing 6-1-0902 with agent", "6-1-0902", .viewing, "with agent"), ("3-2-1501", "3-2-1501", .other, ""),
    ("10-1-0101送货", "10-1-0101", .delivery, ""), ("公共区域-花园 拍照", "公共区域-花园", .other, "拍照"),
  ])
  func `a line is read word by word`(text: String, place: String, purpose: VisitPurpose, rest: String) {
    let arrival = VisitLine(text).arrival
    #expect(arrival == Arrival(place: Place(place), purpose: purpose, text: rest))
  }

  @Test func `of two people and two cars nothing stays in the words either`() {
    let line = VisitLine("6-1-0902 施工 赵师傅 13712340012 粤B7K219 李师傅 13712340013 粤A12345 换窗")
    #expect(line.arrival.text == "换窗")
    #expect(line.contact.name == "赵师傅 李师傅")
    #expect(line.contact.phone == "13712340012" && line.contact.otherPhones == ["13712340013"])
    #expect(line.contact.note == "粤B7K219 粤A12345")
  }

  @Test func `a number is taken out of whatever word it stands in, and a room is none`() {
    let line = VisitLine("12-1-1503 送货13712340012/13712340013 换窗")
    #expect(line.arrival.place.text == "12-1-1503" && line.arrival.text == "换窗")
    #expect(line.contact.phones == ["13712340012", "13712340013"])
  }

  @Test(arguments: ["快递单号 13812345678", "运单13912345678", "订单号 12345678", "tracking no. 13812345678"])
  func `the number of a parcel is no telephone's`(number: String) {
    let line = VisitLine("3-2-1501 送货 \(number) 13712340012")
    #expect(line.contact.phones == ["13712340012"] && line.arrival.text == number)
  }

  @Test(arguments: ["1381234567", "138123456789", "12812345678", "021-623456", "0000000"])
  func `a number nobody can be called under is refused, and the line stays`(number: String) {
    for language in Language.allCases {
      var seat = seat(80, 24, language)
      seat.press("F6", "3-2-1501 送货 \(number) 顺丰", "Enter")
      guard case .prompt(let page) = seat.model.layers.last else {
        Issue.record("the line is gone")
        continue
      }
      #expect(page.field.text == "3-2-1501 送货 \(number) 顺丰" && seat.model.desk.visits.isEmpty)
      #expect(seat.text.contains(language == .chinese ? "不是电话号码：写手机 11 位" : "\"\(number)\" is no telephone"))
      seat.press("Ctrl-U", "3-2-1501 送货 单号 \(number)", "Enter")
      #expect(seat.model.desk.visits.count == 1, "it says what it is")
    }
  }

  @Test(arguments: ["75312345678901", "SF1234567890", "2026-10-14", "6200123456"])
  func `a number of another kind is a free word`(number: String) {
    #expect(VisitLine("3-2-1501 送货 \(number)").wrongPhone == nil)
  }

  @Test func `a visitor to a room that the directory lacks is told of while the line is written`() {
    var seat = seat(120, 40)
    let zhang = Contact(id: "h1", name: "张三", phone: "", household: Place("3-2-1501"), role: .owner)
    seat.take(.directoryRead(Directory([zhang])))
    seat.press("F6", "3-2-1501 送货")
    #expect(!seat.text.contains("不在住户册"))
    seat.press("Ctrl-U", "3-2-1599 送货")
    #expect(seat.text.contains("3-2-1599 不在住户册"))
    seat.press("Enter")
    #expect(seat.model.desk.visits.count == 1, "no refusal")
  }

  @Test func `plates are told from other words`() {
    #expect(VisitLine.plate("粤A12345") == "粤A12345")
    #expect(VisitLine.plate("粤a·d12345") == "粤AD12345")
    #expect(VisitLine.plate("粤B1234学") == "粤B1234学")
    for word in ["A12345", "粤菜馆", "粤A1", "张A12345", "粤12345AA"] {
      #expect(VisitLine.plate(word) == nil, "\(word)")
    }
  }

  @Test(arguments: Language.allCases)
  func `whoever comes after closing is to leave by the next closing, and the day is named`(language: Language)
  {
    // 22:32, when reception has closed at 20:00.
    var seat = seat(120, 40, language)
    seat.take(.ticked(seat.model.now.addingTimeInterval(8 * 3600)))
    seat.press("F6", "3-2-1501 送货", "Enter")
    #expect(seat.text.contains(language == .chinese ? "10-15 20:00 前应离开" : "to leave by 15 Oct 20:00"))
    seat.take(.ticked(seat.model.now.addingTimeInterval(2 * 3600)))
    #expect(
      seat.text.contains(
        language == .chinese
          ? "10-14 22:32 进来   今天 20:00 前应离开" : "since 14 Oct 22:32   to leave by today 20:00"))
  }
}
