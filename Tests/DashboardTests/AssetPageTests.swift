import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

extension Seat {
  /// The lift has a fault, registered as the desk would; the lift itself comes on the register with the first.
  mutating func fault(daysAgo days: Double) {
    let lift = Asset(
      id: "L5", kind: .lift, name: "5栋客梯", place: Place("5-1-大堂"),
      installed: CivilDate(year: 2010, month: 5, day: 1),
      contractEnd: CivilDate(year: 2026, month: 9, day: 30), lifeYears: 15, serviceMonths: 1)
    let at = model.now.addingTimeInterval(-days * 86400)
    take(clerk.submit(.asset("L5", .keep(lift)), at: at, actor: SampleDesk.clerk, own: false))
    let report = NewTicket(
      kind: .repair, place: Place(""), category: "lift", subject: "运行异响", channel: .sensor, asset: "L5")
    take(clerk.submit(.report(report), at: at, actor: SampleDesk.clerk, own: false))
    let id = TicketID(.repair, clerk.desk.lastNumber[.repair] ?? 0)
    take(clerk.submit(.ticket(id, .cancel(reason: "已复位")), at: at, actor: SampleDesk.clerk, own: false))
  }
}

/// The equipment behind a ticket.
@Suite struct AssetPageTests {
  @Test func `without a register the key says how to get one`() {
    var seat = Seat()
    seat.press("E")
    #expect(seat.text.contains("frontdesk import assets"))
  }

  @Test func `a fault on the page of the equipment opens its ticket, and Esc goes back`() {
    var seat = Seat()
    seat.fault(daysAgo: 9)
    seat.fault(daysAgo: 2)
    seat.press("E", "1")
    #expect(seat.text.contains("故障  共 2 次"))
    seat.press("Enter")
    #expect(seat.text.contains("设备 L5 5栋客梯"))
    seat.press("E")
    #expect(seat.text.contains("故障  共 2 次"))
    seat.press("Esc", "Esc", "Esc")
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `a filter leaves every page below it, so that nothing typed is done to a ticket`() {
    var seat = Seat()
    seat.fault(daysAgo: 9)
    seat.fault(daysAgo: 2)
    seat.press("E", "1", "Enter", "E", "Enter")
    #expect(seat.model.layers.count > 1)
    let recorded = seat.clerk.events.count
    seat.press("F3", "a", "w")
    #expect(seat.model.layers.isEmpty && seat.clerk.events.count == recorded)
    #expect(seat.model.filter?.field.text == "aw")
  }
}
