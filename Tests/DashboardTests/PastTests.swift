import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What was done before where a ticket is, and what follows from it.
@Suite struct PastTests {
  private let kitchen = TicketID(.repair, 12)

  /// What a second asks the record about places.
  private func asked(_ seat: inout Seat) -> [Effect] {
    seat.model.update(.ticked(seat.model.now.addingTimeInterval(1))).filter {
      if case .loadPast = $0 { true } else { false }
    }
  }

  @Test func `where the cursor comes to rest, the last visit is told with the next second`() {
    var seat = Seat()
    seat.press("Down", "Down")
    #expect(!seat.text.contains("近90天"))
    seat.wait(1)
    #expect(seat.text.contains("该房近90天: R-3 同类 马桶漏水（09:17 老李）  未结 0"))
    seat.press("Enter")
    #expect(seat.text.contains("该房近90天: R-3 同类"))
    #expect(seat.text.contains("建议 老李（上次同类）"))
  }

  @Test func `where nothing was before, nothing is said`() {
    var seat = Seat()
    seat.press("Down")
    seat.wait(1)
    #expect(!seat.text.contains("近90天"))
  }

  @Test func `the record is asked once for a place, and again when something happens there`() {
    var seat = Seat()
    seat.press("Down", "Down")
    let ask = Effect.loadPast(
      Place("3-2-1501"), since: SampleDesk.now.addingTimeInterval(1 - 90 * 86_400))
    #expect(asked(&seat) == [ask])
    #expect(asked(&seat).isEmpty)
    seat.elsewhere(kitchen, .note(text: "又来电"))
    seat.hear()
    #expect(asked(&seat).count == 1)
  }

  @Test func `keys that run down the list ask nothing`() {
    var seat = Seat()
    for _ in 0..<10 { #expect(seat.model.update(.keyPressed(.down)).isEmpty) }
  }

  @Test func `a wall asks nothing about places`() {
    var seat = Seat()
    seat.model.hangOnWall()
    #expect(asked(&seat).isEmpty)
  }

  @Test func `who did it last time goes before who has less on hand, in the list and on the card`() throws {
    var clerk = SampleDesk.lived
    _ = clerk.submit(.joinStaff(StaffMember(name: "小周", skills: ["水工"], role: .engineer)), at: SampleDesk.now)
    var seat = Seat(clerk, Size(rows: 40, columns: 120))
    #expect(seat.model.hands(for: [kitchen]).first?.name == "小周")
    seat.press("Down", "Down", "F5")
    let row = try #require(seat.text.split(separator: "\n").first { $0.contains("上次同类是他") })
    #expect(row.contains("1  老李"))
    #expect(row.contains("会水工") && row.contains("可电召") && row.contains("手上3单") && row.contains("2栋"))
    seat.press("Esc", "F4")
    #expect(seat.text.contains("1  老李"))
    seat.press("Enter")
    #expect(seat.model.desk.tickets[kitchen]?.work.assignee == "老李")
  }

  @Test func `somebody is found by the initials of the name, not by the letters of a reason`() {
    var seat = Seat()
    seat.press("Down", "Down", "F5", "ll", "Enter")
    #expect(seat.model.desk.tickets[kitchen]?.work.assignee == "老李")
    seat.press("F5", "dg", "Enter")
    #expect(seat.model.desk.tickets[kitchen]?.work.assignee == "老王")
  }

  @Test func `a list of hands that somebody has begun to choose from stays as it is`() {
    var seat = Seat()
    seat.press("Down", "Down", "F5", "Down")
    let before = seat.model.layers
    seat.take(.pastRead(Place("3-2-1501"), []))
    #expect(seat.model.layers == before)
  }

  @Test func `the form tells the last visit to the room of the caller`() {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 ")
    seat.wait(1)
    #expect(seat.text.contains("该房近90天  办结 1 单"))
    #expect(seat.text.contains("R-3  漏水  马桶漏水（09:17 老李）"))
  }

  @Test func `a date of another day has no time of day`() {
    let dates = DateWords(zone: SampleDesk.zone)
    let before = dates.brief(SampleDesk.now.addingTimeInterval(-45 * 86_400), near: SampleDesk.now)
    #expect(before == Words(zh: "08-30", en: "30 Aug"))
  }
}
