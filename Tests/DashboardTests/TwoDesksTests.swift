import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What happens when two desks take the same ticket in hand.
@Suite struct TwoDesksTests {
  private let leak = TicketID(.repair, 12)

  @Test(arguments: ["F5", "F7"])
  func `a box opened before another desk's change submits what was seen, and is refused in words`(key: String)
  {
    var seat = Seat()
    seat.select(leak)
    let seen = seat.model.desk.tickets[leak]?.version
    seat.press(key)
    seat.elsewhere(leak, .arrive)
    seat.hear()
    seat.press("2")
    guard case .submit(.ticket(leak, _), seen, nil, nil) = seat.effects.first else {
      Issue.record("\(seat.effects)")
      return
    }
    #expect(seat.effects.last == .bell)
    #expect(seat.text.contains("R-12 刚被改动（赵敏 到场）。请看过新内容再提交。"))
  }

  @Test func `a refused prompt gives its text back, with the reason, and goes through the next time`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("b", "已联系业主")
    seat.elsewhere(leak, .arrive)
    seat.hear()
    seat.press("Enter")
    guard case .prompt(let page) = seat.model.layers.last else {
      Issue.record("the text is gone")
      return
    }
    #expect(page.field.text == "已联系业主")
    #expect(seat.text.contains("刚被改动（赵敏 到场）"))
    seat.press("Enter")
    #expect(seat.model.desk.tickets[leak]?.notes == 1)
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `a text refused before its reason was heard goes through the next time too`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("b", "已联系业主")
    seat.elsewhere(leak, .arrive)
    seat.press("Enter")
    #expect(seat.text.contains("刚被改动（赵敏 到场）"))
    seat.hear()
    seat.press("Enter")
    #expect(seat.model.desk.tickets[leak]?.notes == 1)
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `a prompt for several comes back for those that were refused`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "b", "同一栋")
    seat.elsewhere(TicketID(.repair, 11), .arrive)
    seat.press("Enter")
    guard case .prompt(let page) = seat.model.layers.last else {
      Issue.record("the text is gone")
      return
    }
    #expect(page.targets == [TicketID(.repair, 11)])
    #expect(seat.model.desk.tickets[TicketID(.repair, 10)]?.notes == 1)
  }

  @Test func `a prompt that the disk refuses gives its text back`() {
    var seat = Seat()
    seat.press("b", "已联系")
    _ = seat.model.update(.keyPressed(.enter))
    _ = seat.model.update(.unrecorded(Words(zh: "磁盘满", en: "disk full")))
    guard case .prompt(let page) = seat.model.layers.last else {
      Issue.record("the text is gone")
      return
    }
    #expect(page.field.text == "已联系")
    #expect(seat.text.contains("磁盘满"))
  }

  @Test func `an open page follows what others record, also below a box`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("Enter", "F5")
    seat.elsewhere(leak, .note(text: "门口有狗"))
    seat.hear()
    seat.press("Esc")
    #expect(seat.text.contains("备注：门口有狗"))
  }

  @Test func `what others record is shown at once and never opens or closes anything`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501")
    let before = seat.model.layers
    seat.elsewhere(leak, .assign(staff: "老王"))
    seat.hear()
    #expect(seat.model.layers == before)
    #expect(seat.model.desk.tickets[leak]?.work.assignee == "老王")
    #expect(seat.model.undoable.isEmpty)
    #expect(seat.effects == [])
  }
}
