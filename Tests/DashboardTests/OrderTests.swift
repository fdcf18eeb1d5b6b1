import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The screen does not move under the user.
@Suite struct OrderTests {
  private let leak = TicketID(.repair, 12)
  private let late = TicketID(.repair, 9)

  @Test func `who has the ticket already comes last among those it could be given to`() {
    var seat = Seat()
    let id = TicketID(.repair, 13)
    seat.select(id)
    seat.press("F5", "Enter")
    let holder = seat.model.desk.tickets[id]?.work.assignee
    #expect(holder != nil)
    seat.press("F5", "Enter")
    #expect(seat.model.desk.tickets[id]?.work.assignee != holder)
  }

  @Test func `the cursor stays on its ticket when rows are sorted again`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    let before = seat.model.lists[.tickets]?.index
    seat.elsewhere(late, .complete(text: ""))
    seat.hear()
    #expect(seat.model.selectedTicket == TicketID(.repair, 10))
    #expect(seat.model.lists[.tickets]?.index == before.map { $0 - 1 })
  }

  @Test func `rows stand still for three seconds after a key and then follow`() {
    var seat = Seat()
    let before = seat.list()
    seat.press("Down")
    seat.elsewhere(late, .complete(text: ""))
    seat.hear()
    #expect(seat.list() == before)
    #expect(seat.text.contains("顺序有变 1 (r 刷新)"))
    seat.wait(2)
    #expect(seat.list() == before)
    seat.wait(1)
    #expect(seat.list() != before)
    #expect(seat.list().last != before.last || seat.list().first == before[1])
  }

  @Test(arguments: [(6000, 6), (1000, 1)])
  func `how long rows stand still after a key is set`(milliseconds: Int, seconds: Int) throws {
    var seat = Seat()
    try seat.set("{ list: { freezeMs: \(milliseconds) } }")
    let before = seat.list()
    seat.press("Down")
    seat.elsewhere(late, .complete(text: ""))
    seat.hear()
    seat.wait(seconds - 1)
    #expect(seat.list() == before)
    seat.wait(1)
    #expect(seat.list() != before)
  }

  @Test func `r sorts at once`() {
    var seat = Seat()
    seat.press("Down")
    seat.elsewhere(late, .complete(text: ""))
    seat.hear()
    seat.press("r")
    #expect(seat.list().first != late)
  }

  @Test func `what does not move a row is not announced`() {
    var seat = Seat()
    seat.press("Down")
    seat.elsewhere(late, .note(text: "在查"))
    seat.hear()
    #expect(!seat.text.contains("顺序有变"))
  }

  @Test(arguments: [["Space"], ["F5"], ["F3", "水"], ["b"], ["F2"]])
  func `rows stand still while something is marked, open or typed`(keys: [String]) {
    var seat = Seat()
    for key in keys { seat.press(key) }
    let before = seat.list()
    seat.elsewhere(late, .complete(text: ""))
    seat.hear()
    seat.wait(60)
    #expect(seat.list() == before)
  }

  @Test func `a new ticket from elsewhere is announced and comes when the rows move`() {
    var seat = Seat()
    seat.press("Down")
    let ticket = NewTicket(
      kind: .repair, place: Place("1-1-0101"), category: "water", subject: "停水", urgency: .urgent)
    let message = seat.clerk.submit(
      .report(ticket), at: seat.model.now, actor: Actor(name: "赵敏", desk: "2"), own: false)
    seat.take(message)
    #expect(!seat.list().contains(TicketID(.repair, 17)))
    #expect(seat.text.contains("顺序有变 1"))
    seat.wait(3)
    #expect(seat.list().contains(TicketID(.repair, 17)))
  }

  @Test func `a ticket that leaves keeps its row until the next key`() {
    var seat = Seat()
    seat.select(leak)
    seat.elsewhere(leak, .cancel(reason: "重复"))
    seat.hear()
    #expect(seat.model.selectedTicket == leak)
    #expect(seat.text.contains("已由 赵敏 作废"))
    seat.wait(60)
    #expect(seat.model.selectedTicket == leak)
    #expect(seat.text.contains("已由 赵敏 作废"))
    seat.press("F6")
    #expect(seat.effects.isEmpty)
    #expect(!seat.list().contains(leak))
    #expect(seat.model.lists[.tickets]?.index == 2)
  }

  @Test func `other rows go on moving around a row that has left`() {
    var seat = Seat()
    let lift = TicketID(.repair, 5)
    seat.elsewhere(lift, .giveFeedback(text: "", reporter: nil))
    seat.elsewhere(lift, .cancel(reason: "重复"))
    seat.select(lift)
    seat.hear()
    seat.wait(4)
    seat.elsewhere(late, .complete(text: ""))
    seat.hear()
    seat.wait(4)
    #expect(seat.list().first == TicketID(.repair, 12))
    #expect(seat.list().contains(lift))
  }

  @Test func `a ticket that leaves a filtered list keeps its row until the next key`() {
    var seat = Seat()
    let lift = TicketID(.repair, 5)
    seat.press("F3", "电梯", "Enter")
    seat.elsewhere(lift, .giveFeedback(text: "", reporter: nil))
    seat.elsewhere(lift, .cancel(reason: "重复"))
    seat.hear()
    #expect(seat.list() == [lift])
    seat.press("Down")
    #expect(seat.list() == [])
  }

  @Test func `a departed ticket can be reopened from its row`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 5))
    seat.press("F6", "(pause)", "F6", "F8", "Ctrl-R", "没修好", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 5)]?.work.cycle == 2)
  }

  @Test func `an answered clock keeps its row among the timers until the rows move`() {
    var seat = Seat()
    seat.press("2", "Home", "F6", "(pause)", "F6")
    #expect(seat.model.desk.tickets[late]?.stage == .completed)
    #expect(seat.model.selectedTicket == late)
    #expect(seat.model.selected == .timer(.clock(late, .vital)))
    seat.wait(3)
    #expect(seat.model.selected != .timer(.clock(late, .vital)))
  }

  @Test func `the last 500 messages are kept`() {
    var seat = Seat()
    for number in 1...600 { _ = seat.model.update(.failed(Words(zh: "\(number)", en: "\(number)"))) }
    #expect(seat.model.messages.count == 500)
    #expect(
      seat.model.messages.last == .words(Words(zh: "600", en: "600"), at: SampleDesk.now, isAlert: true))
  }

  @Test func `a word to the person at the keys goes after eight seconds`() {
    var seat = Seat()
    seat.press("u")
    seat.wait(7)
    #expect(seat.model.notice != nil)
    seat.wait(1)
    #expect(seat.model.notice == nil)
  }

  @Test(arguments: Language.allCases, [80, 120, 200])
  func `a store that is silent for more than ten seconds is announced, as what is late is`(
    language: Language, columns: Int
  ) throws {
    var seat = Seat(columns, 40, language)
    seat.take(.ticked(seat.model.now.addingTimeInterval(12)))
    let frame = render(seat.model)
    let line = frame.line(0)
    let words = language == .chinese ? "数据停更 12秒" : "data 12s old"
    let start = displayWidth(String(line[..<(try #require(line.range(of: words), "\(line)")).lowerBound]))
    let styles = (0..<displayWidth(words)).map { frame[0, start + $0].style }
    #expect(styles.allSatisfy { $0 == Role.headerAlert.style })
  }

  @Test(arguments: Language.allCases)
  func `while somebody types, how long a store is silent is counted in minutes`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.press("F2", "1")
    let isChinese = language == .chinese
    for second in [12, 59, 61, 119, 121] {
      seat.take(.ticked(SampleDesk.now.addingTimeInterval(Double(second))))
      let age = second < 60 ? "" : isChinese ? " \(second / 60)分" : "\(second / 60)m"
      let told = isChinese ? "数据停更\(age)" : second < 60 ? "data is old" : "data \(age) old"
      #expect(seat.text.contains(told), "\(second)")
      #expect(!seat.text.contains(isChinese ? "\(second)秒" : "\(second)s old"))
    }
  }
}
