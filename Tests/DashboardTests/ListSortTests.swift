import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The order and the room of the list, as the settings say and as somebody chooses on the screen.
@Suite struct ListSortTests {
  private func numbers(_ seat: Seat) -> [String] { seat.list(seat.model.view).map(\.description) }

  @Test(arguments: [
    ("number", "按单号", ["G-1", "H-1", "Q-1", "R-1", "R-4"]),
    ("place", "按位置", ["R-13", "R-10", "R-11", "R-9", "R-14"]),
    ("received", "按受理 新在前", ["R-16", "R-15", "R-14", "R-13", "Q-1"]),
    ("governing", "按剩余时间", ["R-9", "R-5", "R-12", "R-13", "R-14"]),
  ])
  func `the list is as the settings say, and the tab row names it`(
    sort: String, words: String, first: [String]
  ) throws {
    var seat = Seat()
    try seat.set("{ list: { sort: \"\(sort)\" } }")
    #expect(Array(numbers(seat).prefix(5)) == first)
    #expect(seat.text.contains(words))
    seat.press("4")
    #expect(seat.text.contains(words))
    seat.press("2")
    #expect(seat.text.contains("按剩余时间"), "timers have one order")
  }

  @Test func `rooms stand as one walks, areas behind, what has no place last`() {
    var clerk = PaperClerk(zone: SampleDesk.zone)
    for place in ["公共区域 东门", "10-1-0101", "2-1-1201", "", "2-1-0302", "B-1-0101", "2-2-0101"] {
      let ticket = NewTicket(kind: .repair, place: Place(place), category: "doors", subject: "门响")
      _ = clerk.submit(.report(ticket), at: SampleDesk.now)
    }
    var seat = Seat(clerk, Size(rows: 40, columns: 120))
    seat.press("F9", "按位置", "Enter")
    let places = seat.list().compactMap { seat.model.desk.tickets[$0]?.place.text }
    #expect(
      places.filter { !$0.isEmpty }
        == ["2-1-0302", "2-1-1201", "2-2-0101", "10-1-0101", "B-1-0101", "公共区域 东门"])
  }

  @Test func `chosen on the screen it changes at once and is kept; nothing else forgets the time`() throws {
    var seat = Seat()
    let late = seat.model.board.tickets[0]
    seat.press("End", "F9", "排序 单号", "Enter")
    #expect(numbers(seat).first == "G-1" && seat.text.contains("列表按单号"))
    #expect(seat.model.board.tickets[0] == late, "the board, the wall and triage go by time")
    seat.wait(1)
    guard case .keepState(let state)? = seat.kept.last else {
      Issue.record("no state")
      return
    }
    #expect(state.sort == "number")
    var next = Seat()
    next.model.restore(
      try JSONDecoder().decode(KeptState.self, from: JSONEncoder().encode(state)), keepingLanguage: false)
    #expect(numbers(next).first == "G-1")
    try next.set("{ list: { sort: \"received\" } }")
    #expect(numbers(next).first == "G-1", "what was chosen goes before the settings")
    seat.press("F9", "排序 单号")
    #expect(seat.text.contains("现在就是这样排"))
  }

  @Test func `a new call and one that changes stand where the order puts them`() throws {
    var seat = Seat()
    seat.press("F9", "受理时间", "Enter", "F2", "Down", "9-9-901", "Down", "Down", "Down", "ls", "Ctrl-S")
    let new = try #require(seat.model.selectedTicket)
    #expect(numbers(seat).first == "\(new)")
    seat.press("F5", "1")
    seat.wait(4)
    #expect(numbers(seat).first == "\(new)", "what is done to it does not move it")
    #expect(seat.model.pendingMoves == 0)
    seat.press("F3", "漏水")
    #expect(numbers(seat).first == "\(new)")
    for view in [View.tickets, .complaints] {
      let rows = seat.model.rows(view)
      #expect(Set((0..<rows.count).map { rows[$0] }).count == rows.count)
    }
    let sorted = try #require(seat.model.board.sorted)
    #expect(sorted == Board.Sorted(seat.model.desk, by: .received))
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `compact gives rows to the list and is kept`(columns: Int, rows: Int) throws {
    var seat = Seat(columns, rows)
    let before = seat.model.layout.listRows
    seat.press("F9", "密度", "Enter")
    #expect(seat.model.layout.listRows > before && seat.text.contains("紧凑"))
    #expect(seat.model.layout.preview.rows >= 3)
    seat.wait(1)
    guard case .keepState(let state)? = seat.kept.last else {
      Issue.record("no state")
      return
    }
    #expect(state.density == "compact")
    seat.press("F9", "密度", "Enter")
    #expect(seat.model.layout.listRows == before)
    try seat.set("{ list: { density: \"compact\" } }")
    #expect(seat.model.density == .normal)
  }
}
