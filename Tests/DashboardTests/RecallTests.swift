import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Taking back what was done before the desk was opened again.
@Suite struct RecallTests {
  private let leak = TicketID(.repair, 12)
  private let one = TicketID(.repair, 11)
  private let other = TicketID(.repair, 10)

  /// The same desk closed and opened again, knowing what the record tells after a position.
  private func reopened(_ seat: Seat, after position: Int) -> Seat {
    let streams = Dictionary(grouping: seat.clerk.events.filter { $0.stream.ticket != nil }) {
      $0.stream.ticket ?? leak
    }
    var again = Seat(seat.clerk, seat.model.size)
    again.model.recallSteps(Array(seat.clerk.events.dropFirst(position)), streams)
    again.wait(Int(seat.model.now.timeIntervalSince(again.model.now)) + 1)
    return again
  }

  /// Presses keys, an action a second, and opens the desk again.
  private func reopened(after actions: [[String]], on first: TicketID) -> Seat {
    var seat = Seat()
    seat.select(first)
    let position = seat.clerk.events.count
    for keys in actions {
      for key in keys { seat.press(key) }
      seat.wait(1)
    }
    return reopened(seat, after: position)
  }

  private func work(_ seat: Seat, _ id: TicketID) -> TicketWork? { seat.model.desk.tickets[id]?.work }

  @Test func `what was done in the shift can still be taken back, the last first`() {
    var seat = reopened(
      after: [["F5", "1"], ["F5", "2"], ["u"], ["!", "已关阀", "Enter"]], on: leak)
    #expect(seat.model.undoable.count == 2)
    seat.press("u")
    #expect(work(seat, leak)?.urgency == .urgent && work(seat, leak)?.assignee == "老李")
    seat.press("u")
    #expect(work(seat, leak)?.assignee == nil)
    seat.press("u")
    #expect(seat.text.contains("没有可撤销的操作"))
  }

  @Test func `what others did, and what was done in the shift before, is not`() {
    var seat = Seat()
    let position = seat.clerk.events.count
    seat.elsewhere(leak, .assign(staff: "老王"))
    #expect(reopened(seat, after: position).model.undoable.isEmpty)
    #expect(reopened(seat, after: 0).model.undoable.count <= 100)
  }

  @Test func `what was done to marked tickets goes back together`() {
    var seat = reopened(after: [["Space", "Space", "F5", "2"], ["F5", "1"]], on: other)
    #expect(seat.model.undoable.map(\.items.count) == [2, 1])
    #expect(seat.model.undoable.first?.words.zh.hasPrefix("对 2 张工单：派工给") == true)
    seat.press("u", "u")
    #expect([one, other].allSatisfy { work(seat, $0)?.assignee == nil })
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `a batch that was undone is gone altogether`() {
    let seat = reopened(after: [["Space", "Space", "F5", "2"], ["u"]], on: other)
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `a merge that was undone is no step any more, and neither is its undo`() {
    let seat = reopened(after: [["&", "R-10", "Enter"], ["u"]], on: one)
    #expect(work(seat, one) != nil && seat.model.undoable.isEmpty)
    var again = reopened(after: [["&", "R-10", "Enter"], ["u"], ["U"]], on: one)
    #expect(work(again, one) == nil && again.model.undoable.count == 1)
    again.press("u")
    #expect(work(again, one)?.stage == .registered)
  }

  @Test func `what was done before a merge that was undone asks nothing`() {
    var seat = reopened(after: [["F5", "1"], ["&", "R-10", "Enter"], ["u"]], on: one)
    seat.press("u")
    #expect(seat.model.layers.isEmpty && work(seat, one)?.assignee == nil)
  }

  @Test func `what went back along with an earlier step is no step any more`() {
    let seat = reopened(
      after: [["F5", "1"], ["!", "已关阀", "Enter"], ["F9", "撤销历史", "Enter", "2", "2"]], on: leak)
    #expect(work(seat, leak)?.assignee == nil && seat.model.undoable.isEmpty)
  }

  @Test func `somebody who was split off and put back is no step any more`() {
    var seat = Seat()
    _ = seat.clerk.submit(
      .ticket(leak, .join(contact: "z", text: "")), at: SampleDesk.now,
      contact: Contact(id: "z", name: "赵大爷", phone: ""))
    let position = seat.clerk.events.count
    seat = Seat(seat.clerk, seat.model.size)
    seat.select(leak)
    seat.press("|", "2")
    seat.wait(1)
    #expect(reopened(seat, after: position).model.undoable.count == 1)
    seat.press("u")
    #expect(reopened(seat, after: position).model.undoable.isEmpty)
  }

  @Test func `a ticket that was taken down and undone is no step any more`() {
    let seat = reopened(
      after: [["F5", "1"], ["F2", "9-9-0909 灯不亮", "Ctrl-S"], ["u"]], on: leak)
    #expect(seat.model.undoable.map { $0.items.map(\.ticket) } == [[leak]])
  }

  @Test func `a ticket that was taken down, undone and done again is a step still`() {
    var seat = reopened(after: [["F2", "9-9-0909 灯不亮", "Ctrl-S"], ["u"], ["U"]], on: leak)
    let new = TicketID(.repair, 17)
    #expect(seat.model.undoable.map(\.words.zh) == ["R-17 电话受理：灯不亮"])
    seat.press("u")
    #expect(work(seat, new) == nil && seat.model.undoable.isEmpty)
    #expect(seat.text.contains("已撤销：R-17 电话受理：灯不亮"))
  }

  @Test func `what another desk ended since is asked about also after the desk was opened again`() {
    var seat = Seat()
    let position = seat.clerk.events.count
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .cancel(reason: "重复"))
    seat = reopened(seat, after: position)
    seat.press("u")
    #expect(seat.text.contains("R-12 之后又有变化"), "\(seat.text)")
    seat.press("2")
    #expect(work(seat, leak)?.assignee == nil && work(seat, leak)?.stage == .registered)
  }

  @Test func `a ticket that was cancelled for a reason can be brought back`() {
    var seat = reopened(after: [["F9", "作废", "Enter", "误报", "Enter"]], on: leak)
    #expect(work(seat, leak) == nil && seat.model.undoable.count == 1)
    seat.press("u")
    #expect(work(seat, leak) != nil)
  }

  @Test func `a check-in can be taken back too, once`() {
    var seat = reopened(after: [["F5", "1"], ["3", "F6", "y", "1"]], on: leak)
    let isChecked = { (seat: Seat) in
      seat.model.desk.rounds.values.flatMap(\.points).contains { $0.state == .onTime }
    }
    #expect(isChecked(seat) && seat.model.undoable.count == 2)
    let left = seat.model.desk.rounds.values.flatMap(\.points).count { $0.checkedAt != nil }
    seat.press("u")
    #expect(seat.model.desk.rounds.values.flatMap(\.points).count { $0.checkedAt != nil } == left - 1)
    seat.press("u")
    #expect(seat.text.contains("已撤销：R-12 派工给 老李"))
  }

  @Test func `what stays on record for good is not offered again`() {
    var seat = reopened(after: [["F5", "1"], ["b", "来电", "Enter"]], on: leak)
    #expect(seat.model.undoable.map { $0.items.map(\.ticket) } == [[leak]])
    seat.press("u")
    #expect(seat.text.contains("已撤销：R-12 派工给 老李"))
  }

  @Test(arguments: Language.allCases)
  func `a step that was not the same for all its tickets names no single act, and the list says each`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    let position = seat.clerk.events.count
    let (told, seen) = (TicketID(.repair, 6), TicketID(.repair, 14))
    seat.model.marked = [told, seen]
    seat.press("F6")
    let words = Words(zh: "对 2 张工单：各记一步", en: "2 tickets: a step for each")
    #expect(seat.model.undoable.last?.words == words)
    var again = reopened(seat, after: position)
    if language == .english { again.press("L") }
    #expect(again.model.undoable.map(\.words) == [words])
    again.press("F9", "撤销历史", "Enter")
    #expect(again.text.contains(language == .chinese ? "R-14 到场" : "R-14 on site"))
    #expect(again.text.contains(language == .chinese ? "R-6 已反馈" : "R-6 feedback given"))
    again.press("1")
    #expect(work(again, seen)?.arrivedAt == nil && work(again, told)?.reporters.first?.toldAt == nil)
    #expect(again.text.contains(language == .chinese ? "已撤销：\(words.zh)" : "Undone: \(words.en)"))
  }

  @Test(arguments: Language.allCases)
  func `what was undone before cannot be done again by U, which says so`(language: Language) {
    var seat = reopened(after: [["F5", "1"], ["u"]], on: leak)
    if language == .english { seat.press("L") }
    seat.press("U")
    #expect(
      seat.text.contains(
        language == .chinese ? "U 只重做打开以后做了又撤销的，以前做的不行" : "not for what was done before"))
  }
}
