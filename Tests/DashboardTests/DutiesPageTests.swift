import Desk
import Foundation
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

  @Test func `a duty with a least figure takes the number in front of the words, and refuses too little`() {
    var seat = seat()
    seat.model.lists[.duties, default: ListState()].selected = .duty("census")
    seat.press("F8", "44 汇总表", "Enter")
    #expect(seat.text.contains("不低于 45%"))
    seat.press("Esc", "F8", "52% 汇总表", "Enter")
    let span = seat.model.desk.ledger.states["census"]?.spans.last
    #expect(span?.figure == 52 && span?.proof == "汇总表")
  }

  @Test func `F7 waives with a reason, F2 makes a ticket that stays linked`() {
    var seat = seat()
    seat.press("F7", "停水", "Enter")
    #expect(seat.model.dutyRows.contains { $0.standing == .waived })
    seat.press("7", "F2", "3-2-1501", "Ctrl-S")
    #expect(seat.model.desk.ledger.states.values.contains { $0.spans.contains { !$0.tickets.isEmpty } })
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
    seat.press("5")
    seat.wait(59)
    #expect(seat.effects.filter { if case .loadFigures = $0 { true } else { false } }.count == 1)
    seat.wait(1)
    #expect(seat.effects.filter { if case .loadFigures = $0 { true } else { false } }.count == 2)
  }
}
