import Desk
import Foundation
import Testing

@testable import Dashboard

/// The list of commands, and copying.
@Suite struct CommandsTests {
  private func items(_ seat: Seat) -> [PickerItem] {
    if case .picker(let page) = seat.model.layers.last { page.items } else { [] }
  }

  private func item(_ seat: Seat, _ action: Action) -> PickerItem? {
    items(seat).first { $0.choice == .action(action) }
  }

  @Test func `what is not possible now says why, in the words of the rule`() throws {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9")
    #expect(item(seat, .note)?.isPossible == true)
    #expect(item(seat, .cancel)?.isPossible == true)
    let accept = try #require(item(seat, .accept))
    #expect(!accept.isPossible)
    #expect(accept.detail.zh.contains("R-12"))
    #expect(item(seat, .undo)?.detail.zh.contains("没有可撤销的") == true)
    #expect(item(seat, .clearFilter)?.isPossible == false)
  }

  @Test func `an action that becomes possible is`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F5", "1", "F9")
    #expect(item(seat, .accept)?.isPossible == true)
    #expect(item(seat, .undo)?.isPossible == true)
  }

  @Test func `a ticket is copied as one line with the phone masked`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("Y")
    #expect(
      seat.effects == [.copy("【R-12】3栋2单元1501 厨房水管漏水，地面积水 张三138****5678 到场应于 14:20")])
  }

  @Test func `without a ticket nothing is copied`() {
    var seat = Seat.empty()
    seat.press("Y")
    #expect(seat.effects.isEmpty)
    #expect(seat.text.contains("先选一张工单"))
  }
}
