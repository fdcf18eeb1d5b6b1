import Desk
import Foundation
import Testing

@testable import Dashboard

/// What the store has no time or no room for waits in line.
@Suite struct BacklogTests {
  private let leak = TicketID(.repair, 12)
  private let trip = TicketID(.repair, 13)

  private func seat(_ language: Language = .chinese) -> Seat {
    var seat = Seat(120, 40, language)
    seat.select(trip)
    seat.takesNothing = true
    return seat
  }

  @Test(arguments: Language.allCases)
  func `an arrival counts from the key, however late it is written`(language: Language) throws {
    var seat = seat(language)
    let asked = seat.model.now
    seat.press("F6")
    #expect(seat.model.desk.tickets[trip]?.work.arrivedAt == nil)
    #expect(seat.text.contains(language == .chinese ? "未写入1" : "unwritten 1"))
    #expect(seat.text.contains(language == .chinese ? "先排队（共 1 项）" : "in line (1 in all)"))
    seat.wait(40)
    #expect(seat.model.backlog.count == 1)
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.desk.tickets[trip]?.work.arrivedAt == asked)
    #expect(!seat.text.contains(language == .chinese ? "未写入" : "unwritten"))
    seat.press("u")
    #expect(seat.model.desk.tickets[trip]?.work.arrivedAt == nil)
  }

  @Test func `everything goes in the order it was asked for, and one that is refused holds nothing up`() {
    var seat = seat()
    seat.press("F6", "F7", "3")
    seat.select(leak)
    seat.press("F5", "1")
    #expect(seat.text.contains("未写入3"))
    // Somebody else holds it first.
    seat.elsewhere(trip, .hold(.ownerAway, evidence: "", ownerTold: true))
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.backlog.isEmpty)
    #expect(seat.model.desk.tickets[leak]?.work.assignee != nil)
    #expect(seat.model.desk.tickets[trip]?.work.arrivedAt == nil)
  }

  @Test(arguments: Language.allCases)
  func `what can never be written is said in full, to be noted down`(language: Language) {
    var seat = seat(language)
    seat.press("b", "带梯子", "Enter", "F7", "3")
    seat.take(.storeChanged(readOnly: Words(zh: "只能看：磁盘写坏过", en: "Read-only: disk failed")))
    #expect(
      seat.text.contains(language == .chinese ? "没有写入：R-13 备注：带梯子" : "Not written: R-13 note: 带梯子"),
      "\(seat.text)")
    #expect(seat.text.contains(language == .chinese ? "没有写入：R-13 挂起" : "Not written: R-13 held"))
    seat.press("Ctrl-Q")
    #expect(seat.text.contains(language == .chinese ? "先记下消息里" : "note down what the messages say"))
    #expect(seat.effects.last != .quit)
  }

  @Test func `a note that waits is written whatever others do meanwhile`() {
    var seat = seat()
    seat.press("b", "带梯子", "Enter")
    #expect(seat.model.backlog.count == 1)
    seat.elsewhere(trip, .note(text: "业主催过"))
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.backlog.isEmpty)
    #expect(
      seat.clerk.events.contains { $0.event == .ticket(trip, .noted(text: "带梯子")) })
  }

  @Test func `a refusal says that it speaks of what had waited`() {
    var seat = seat()
    seat.press("F6")
    seat.elsewhere(trip, .hold(.ownerAway, evidence: "", ownerTold: true))
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.backlog.isEmpty)
    #expect(seat.text.contains("排队的一项写不进去"))
  }

  @Test func `a key pressed again does not ask twice, and u drops what was asked last`() {
    var seat = seat()
    seat.press("F6", "(pause)", "F6", "F8")
    #expect(seat.model.backlog.count == 2)
    seat.press("u")
    #expect(seat.text.contains("已从排队中取消"))
    #expect(seat.model.backlog.count == 1)
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.desk.tickets[trip]?.stage != .completed)
    #expect(seat.model.desk.tickets[trip]?.work.arrivedAt != nil)
  }

  @Test func `what comes after waits behind it, even when the store could take it`() {
    var seat = seat()
    seat.press("F6")
    seat.takesNothing = false
    seat.press("F8")
    #expect(seat.model.backlog.count == 2)
    seat.wait(1)
    #expect(seat.model.desk.tickets[trip]?.stage == .completed)
  }

  @Test func `a form stays with who writes it, and is saved by the same key later`() {
    var seat = seat()
    seat.press("F2", "9-1-0101 水管漏水", "Ctrl-S")
    #expect(seat.model.backlog.isEmpty)
    #expect(seat.text.contains("新建报修") && seat.text.contains("记录正忙"))
    seat.takesNothing = false
    seat.press("Ctrl-S")
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `a form that is open when a line is written stays open`() {
    var seat = seat()
    seat.press("F6", "F2", "9-1-0101")
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.backlog.isEmpty && seat.text.contains("新建报修"))
  }

  @Test func `taking back is tried again by hand`() {
    var seat = seat()
    seat.takesNothing = false
    seat.press("F6")
    seat.takesNothing = true
    seat.press("u")
    #expect(seat.model.backlog.isEmpty && seat.model.undoable.count == 1)
    seat.takesNothing = false
    seat.press("u")
    #expect(seat.model.desk.tickets[trip]?.work.arrivedAt == nil)
  }

  @Test func `quitting asks while something is not written`() {
    var seat = seat()
    seat.press("F6", "Ctrl-Q")
    #expect(!seat.effects.contains(.quit) && seat.text.contains("1 项没有写入"))
    seat.press("Ctrl-Q")
    #expect(seat.effects.contains(.quit))
  }

  @Test func `what fails for good leaves the line, and what follows it goes on`() {
    var seat = seat()
    seat.press("F6", "F8")
    #expect(
      seat.model.update(.ticked(seat.model.now.addingTimeInterval(20))).contains {
        $0 == seat.model.backlog[0]
      })
    #expect(seat.model.update(.unrecorded(Words(zh: "读不出", en: "no key"))) == [.bell])
    #expect(seat.model.backlog.count == 1)
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.desk.tickets[trip]?.stage == .completed)
  }

  @Test func `what fails beside the line is no answer to it`() {
    var seat = seat()
    seat.press("F6")
    let tried = seat.model.update(.ticked(seat.model.now.addingTimeInterval(1)))
    #expect(tried.contains(seat.model.backlog[0]))
    seat.take(.failed(Words(zh: "打印不了", en: "nothing is printed")))
    seat.take(.putOff(Words(zh: "记录正忙", en: "The record is busy")))
    #expect(seat.model.backlog.count == 1 && seat.text.contains("打印不了"))
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.backlog.isEmpty && seat.model.desk.tickets[trip]?.work.arrivedAt != nil)
  }

  @Test func `a finding at a checkpoint waits once, and is not asked for again`() {
    var seat = seat()
    seat.press("F6", "3", "End", "Enter", "2", "灯坏了", "Enter")
    #expect(seat.model.layers.isEmpty && seat.model.backlog.count == 2)
  }

  @Test func `a visit that could not be taken back still can be`() {
    var seat = seat()
    seat.takesNothing = false
    seat.press("F9", "visitors", "Enter", "F6", "3-2-1501 看房", "Enter")
    let inside = seat.model.desk.inside.count
    seat.takesNothing = true
    seat.press("u")
    #expect(seat.model.desk.inside.count == inside && seat.text.contains("记录正忙"))
    seat.takesNothing = false
    seat.press("u")
    #expect(seat.model.desk.inside.count == inside - 1)
  }
}
