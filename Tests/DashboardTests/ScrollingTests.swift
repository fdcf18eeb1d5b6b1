import Desk
import Screen
import Testing

@testable import Dashboard

/// The pages that are only read take the same keys.
@Suite struct ScrollingTests {
  private func top(_ seat: Seat) -> Int? {
    switch seat.model.layers.last {
    case .standards(let page): page.top
    case .figures(let page): page.top
    case .results(let page): page.index
    case .help(let page): page.index
    default: nil
    }
  }

  @Test(arguments: [["S"], ["5"], ["F3", "水", "F3"], ["F1"]])
  func `Home and End go to both ends, and arrows and pages between them`(keys: [String]) throws {
    var seat = Seat(80, 24)
    for key in keys { seat.press(key) }
    seat.press("Home")
    #expect(top(seat) == 0)
    seat.press("Up", "PgUp")
    #expect(top(seat) == 0)
    seat.press("Down", "Down", "Up")
    #expect(top(seat) == 1)
    seat.press("End")
    let last = try #require(top(seat))
    #expect(last > 1)
    seat.press("Down", "PgDn")
    #expect(top(seat) == last)
    seat.press("Up")
    #expect(top(seat) == last - 1)
  }

  @Test(arguments: [["S"], ["5"], ["F3", "水", "F3"]])
  func `a digit goes to its view, and a key without a meaning says so`(keys: [String]) {
    var seat = Seat(80, 24)
    for key in keys { seat.press(key) }
    seat.press("x")
    #expect(seat.text.contains("x 在这里没有用") && seat.model.layers.count == 1)
    seat.press("L")
    #expect(seat.model.language == .english && seat.model.layers.count == 1)
    seat.press("3")
    #expect(seat.model.layers.isEmpty && seat.model.view == .patrol)
  }

  @Test(arguments: ["S", "5"]) func `the key that opened a page closes it`(key: String) {
    var seat = Seat(80, 24)
    seat.press(key, key)
    #expect(seat.model.layers.isEmpty && seat.model.view == .tickets)
  }

  @Test(arguments: [["S"], ["5"], ["F3", "水", "F3"]])
  func `a page at its end stays full when the screen grows`(keys: [String]) {
    var (seat, fresh) = (Seat(80, 24), Seat(80, 34))
    for key in keys + ["End"] {
      seat.press(key)
      fresh.press(key)
    }
    seat.take(.resized(Size(rows: 34, columns: 80)))
    let (shown, wanted) = (render(seat.model), render(fresh.model))
    #expect((1..<32).map(shown.line) == (1..<32).map(wanted.line))
  }
}
