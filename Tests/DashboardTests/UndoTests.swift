import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Taking back what one did oneself.
@Suite struct UndoTests {
  private let leak = TicketID(.repair, 12)
  private let trip = TicketID(.repair, 13)

  private func work(_ seat: Seat, _ id: TicketID) -> TicketWork? { seat.model.desk.tickets[id]?.work }

  @Test(arguments: [["F5", "1"], ["F6", "F6"], ["F7", "3"], ["F7", "1"], ["F8"], ["!", "已关阀", "Enter"]])
  func `u takes back assigning, arriving, holding, completing and the urgency`(keys: [String]) {
    var seat = Seat()
    seat.select(leak)
    var before = work(seat, leak)
    for key in keys { seat.press(key) }
    #expect(work(seat, leak) != before)
    #expect(seat.text.contains("可撤销: u"))
    seat.press("u")
    before?.version = work(seat, leak)?.version ?? 0
    #expect(work(seat, leak) == before)
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `u brings back a ticket that was closed`() {
    var seat = Seat()
    let lift = TicketID(.repair, 5)
    seat.select(lift)
    seat.press("F6", "F6", "F8", "F8", "F8", "5", "F8")
    #expect(seat.model.desk.tickets[lift] == nil)
    seat.press("u")
    #expect(work(seat, lift)?.stage == .completed)
    #expect(seat.list().contains(lift))
    #expect(seat.model.selectedTicket == lift)
  }

  @Test func `u cancels a ticket that was just taken down`() {
    var seat = Seat()
    seat.press("F2", "Down", "3-2-1501", "Enter", "Enter", "Enter", "漏水", "Ctrl-S")
    let id = TicketID(.repair, 17)
    #expect(work(seat, id)?.stage == .registered)
    seat.press("Ctrl-Z")
    #expect(
      seat.effects == [.submit(.ticket(id, .cancel(reason: "撤销")), seen: 1, occurredAt: nil, contact: nil)])
    #expect(seat.model.desk.tickets[id] == nil)
  }

  @Test func `actions on marked tickets are one step`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "F5", "2")
    let both = [TicketID(.repair, 10), TicketID(.repair, 11)]
    #expect(both.allSatisfy { work(seat, $0)?.assignee == "赵敏" })
    #expect(seat.model.marked.isEmpty)
    #expect(seat.model.undoable.count == 1)
    #expect(seat.text.contains("对 2 张工单"))
    seat.press("u")
    #expect(both.allSatisfy { work(seat, $0)?.assignee == nil })
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `steps are taken back one after the other, the last first`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "F6", "F6", "u")
    #expect(work(seat, leak)?.arrivedAt == nil)
    #expect(work(seat, leak)?.assignee == "老李")
    seat.press("u")
    #expect(work(seat, leak)?.assignee == nil)
    seat.press("u")
    #expect(seat.text.contains("没有可撤销的操作"))
  }

  @Test func `what another desk changed since is not undone, and the sentence says so`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .arrive)
    seat.press("u")
    #expect(seat.effects.last == .bell)
    #expect(seat.text.contains("刚被改动（赵敏 到场）"))
    #expect(work(seat, leak)?.assignee == "老李")
    seat.hear()
    #expect(work(seat, leak)?.arrivedAt != nil)
  }

  @Test func `one refusal among several leaves the others one step`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space")
    seat.elsewhere(TicketID(.repair, 10), .arrive)
    seat.press("F5", "2")
    #expect(seat.text.contains("R-10 刚被改动（赵敏 到场）"))
    #expect(seat.model.undoable.map { $0.items.map(\.ticket) } == [[TicketID(.repair, 11)]])
    seat.press("u")
    #expect(work(seat, TicketID(.repair, 11))?.assignee == nil)
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `an undo that the disk refuses can be tried again`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    let step = seat.model.undoable
    _ = seat.model.update(.keyPressed(.character("u")))
    #expect(seat.model.undoable.isEmpty)
    #expect(seat.model.update(.failed(Words(zh: "磁盘满", en: "disk full"))) == [.bell])
    #expect(seat.model.undoable == step)
  }

  @Test func `merging is not offered for undo`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 11))
    seat.press("m", "R-10", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 11)] == nil)
    #expect(seat.model.undoable.isEmpty)
    #expect(seat.text.contains("并入 R-10"))
  }

  @Test func `an action that changes nothing says so`() {
    var seat = Seat()
    seat.select(TicketID(.complaint, 1))
    seat.press("4", "F9", "一般投诉", "Enter", "F9", "一般投诉", "Enter")
    #expect(seat.text.contains("没有变化"))
    #expect(seat.model.undoable.count == 1)
  }
}
