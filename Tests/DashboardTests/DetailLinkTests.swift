import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// From a ticket's page to what it is linked with.
@Suite struct DetailLinkTests {
  private func shown(_ seat: Seat) -> TicketID? {
    if case .detail(let page) = seat.model.layers.last { page.id } else { nil }
  }

  @Test
  func `Enter goes on from a merged ticket to the one it went into, and back and forth without piling up`() {
    var seat = Seat(80, 24)
    let (from, into) = (TicketID(.repair, 11), TicketID(.repair, 10))
    seat.select(from)
    seat.press("Enter")
    seat.elsewhere(from, .merge(into: into))
    seat.hear()
    #expect(seat.text.contains("Enter 打开：已并入 R-10"))
    seat.press("Enter")
    #expect(shown(seat) == into && seat.text.contains("R-11 > "))
    seat.press("Enter")
    #expect(shown(seat) == from && seat.model.layers.count == 1)
    seat.press("Enter", "Esc")
    #expect(shown(seat) == from)
  }

  @Test func `a ticket that nothing is linked with says so`() {
    var seat = Seat(80, 24, .english)
    seat.press("Enter", "Enter")
    #expect(seat.model.layers.count == 1 && seat.text.contains("Nothing is linked with R-9"))
  }

  @Test func `a checkpoint of an earlier round is gone to where the patrol still shows it`() throws {
    var seat = Seat.missed()
    let missed = try #require(seat.model.desk.missedPoints.first)
    let row = RowKey.point(missed.round.id, missed.point.id)
    #expect(seat.model.patrolRows.contains(row))
    _ = seat.model.follow(.point(PatrolOrigin(round: missed.round.id, point: missed.point.id)))
    #expect(seat.model.view == .patrol && seat.model.selected == row)
  }

  @Test func `of several records a digit chooses, and views show theirs`() throws {
    var seat = Seat(120, 40)
    seat.press(
      "3", "Down", "Down", "Down", "Down", "F2", "Down", "Down", "Down", "Down", "Down", "压力", "Ctrl-S")
    let id = try #require(seat.model.desk.tickets.values.first { $0.origin != nil }?.id)
    seat.press("1")
    seat.select(id)
    seat.press("Enter", "Enter")
    #expect(seat.model.layers.isEmpty && seat.model.view == .patrol)
    #expect(seat.model.selectedPoint?.point.name == "水泵房")
    seat.press(
      "F9", "突发", "Enter", "1", "3栋地库", "Enter", "F2", "Down", "3-1-0101", "Down", "Down", "Down", "Down",
      "断电", "Ctrl-S")
    let cause = try #require(seat.model.desk.incidents.values.first?.tickets.first?.id)
    seat.press("1")
    seat.select(cause)
    seat.press("C", "物业不管", "Enter")
    seat.select(cause)
    seat.press("Enter")
    let links = seat.model.layers.last.map { layer in
      if case .detail(let page) = layer { seat.model.links(of: page).count } else { 0 }
    }
    #expect(links ?? 0 >= 1)
  }
}
