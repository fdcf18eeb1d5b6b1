import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// A call in one line.
@Suite struct QuickLineTests {
  private let staff = ["老王", "张强", "老李"].map { StaffMember(name: $0) }

  private func read(_ text: String) -> QuickLine { QuickLine(text, policy: .standard, staff: staff) }

  @Test func `a name in Latin letters is found however it is typed`() {
    let staff = [StaffMember(name: "Tom Lee"), StaffMember(name: "McCoy")]
    for (typed, name) in [("@tom", "Tom Lee"), ("@McCoy", "McCoy"), ("@MCC", "McCoy")] {
      #expect(QuickLine("漏水 \(typed)", policy: .standard, staff: staff).assignee == name)
    }
  }

  @Test(arguments: [
    "3-2-1501 漏水 13812345678 张先生 急 @老王 厨房水管", "急 @老王 厨房水管 13812345678 3栋2单元1501 ls 张先生",
    "厨房水管，张先生，138-1234-5678，３＃２－１５０１，loushui，！，@lw",
    "3-2-1501 loushui ji 厨房水管 @lw 张先生 13812345678",
  ])
  func `the words come in any order`(text: String) {
    let line = read(text)
    #expect(line.place == "3-2-1501")
    #expect(line.category == "leak")
    #expect(line.phone.filter(\.isNumber) == "13812345678")
    #expect(line.reporter == "张先生")
    #expect(line.urgency == .urgent)
    #expect(line.assignee == "老王")
    #expect(line.subject == "厨房水管")
  }

  @Test(arguments: ["不急", "buji", "ordinary"]) func `a leak that can wait is said so`(word: String) {
    #expect(read("3-2-1501 漏水 \(word)").urgency == .ordinary)
  }

  @Test func `what is nothing else is what it is about, and may name the category`() {
    let line = read("1-1-101 厨房水管漏水了")
    #expect(line.subject == "厨房水管漏水了")
    #expect(line.category == "leak")
    #expect(read("1-1-101 灯").subject == "灯")
    #expect(read("1-1-101 @没这人").assignee == nil)
    #expect(read("1-1-101 @没这人").subject == "@没这人")
  }

  @Test(arguments: [
    ("停电", "power"), ("家里没水了", "water"), ("全屋跳闸", "electrical"), ("马桶堵了", "drainage"), ("门禁刷不开", "intercom"),
    ("路灯不亮", "lighting"), ("toilet is blocked", "drainage"), ("kitchen tap drips", "plumbing"),
    ("楼上跑水", "leak"), ("噪声太大 投诉", "noise"), ("发票丢了 问询", "fees"),
  ])
  func `what callers say names the category and stays what it is about`(text: String, category: String) {
    let line = read("1-1-101 \(text)")
    #expect(line.category == category)
    #expect(
      line.subject == text.split(separator: " ").filter { !["投诉", "问询"].contains($0) }.joined(separator: " "))
  }

  @Test
  func `every saying is of a category of the standard policy, and none is of two for one kind of ticket`() {
    for kind in TicketKind.allCases {
      let offered = Policy.standard.categories.filter { $0.kinds.contains(kind) }
      let sayings = offered.flatMap { Category.sayings($0.id).zh + Category.sayings($0.id).en }
      #expect(Set(sayings).count == sayings.count)
    }
    #expect(Policy.standard.categories.allSatisfy { !Category.sayings($0.id).zh.isEmpty })
  }

  @Test(arguments: [
    "138 1234 5678", "+8613812345678", "+86 13812345678", "+86-13812345678", "+86 138 1234 5678",
    "138-1234-5678",
  ])
  func `a mobile number is one however it is written, and nothing of it stays in the text`(phone: String) {
    for line in [read("3-2-1501 \(phone) 灯坏了"), read("灯坏了 3-2-1501 \(phone)")] {
      #expect(line.phone.filter(\.isNumber) == "13812345678")
      #expect(line.subject == "灯坏了" && line.place == "3-2-1501")
    }
    #expect(read("灯坏了 138 1234 楼").phone.isEmpty)
  }

  @Test(arguments: ["lamp out in hall", "do come soon", "phone line dead"])
  func `the words of a sentence are no categories`(text: String) {
    let line = read("1-1-101 \(text)")
    #expect(line.subject == text)
    #expect(line.category.isEmpty && line.channel == nil)
  }

  @Test func `the kind may come last and says which categories there are`() {
    let line = read("noise upstairs 6-1-0902 complaint")
    #expect(line.kind == .complaint)
    #expect(line.category == "noise")
    #expect(line.subject == "upstairs")
  }

  @Test func `kind and channel are words too`() {
    let line = read("投诉 微信 6-1-0902 夜间装修")
    #expect(line.kind == .complaint)
    #expect(line.channel == .wechat)
    #expect(line.subject == "夜间装修")
    #expect(read("到访 公共区域-大堂 灯").channel == .walkIn)
    #expect(read("到访 公共区域-大堂 灯").place == "公共区域-大堂")
  }

  @Test(arguments: [
    ("021-62345678", true), ("62345678", true), ("13812345678", true), ("1234", false),
    ("23812345678", false),
    ("1501", false),
  ])
  func `only a telephone number is one`(word: String, isPhone: Bool) {
    #expect((read(word).phone == word) == isPhone)
  }

  @Test func `nothing is read from nothing`() {
    #expect(read("") == read("  ，； "))
    #expect(read("").subject.isEmpty && read("").place.isEmpty)
  }

  @Test func `a call of sixteen keys is a ticket that somebody has`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 ls 急 @老王", "Ctrl-S")
    let made = seat.model.desk.tickets[TicketID(.repair, 17)]
    #expect(made?.place.text == "3-2-1501")
    #expect(made?.work.category == "leak")
    #expect(made?.work.assignee == "老王")
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `a field that was corrected goes before the line`() throws {
    var seat = Seat()
    seat.press("F2", "3-2-1501 ls 厨房", "Down")
    guard case .form(let page) = seat.model.layers.last else { throw Missing() }
    #expect(page.texts[.place]?.text == "3-2-1501")
    seat.press("Backspace", "2", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.place.text == "3-2-1502")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.subject == "厨房")
  }

  private struct Missing: Error {}
}
