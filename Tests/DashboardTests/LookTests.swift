@testable import Dashboard
import Desk
import Foundation
import Screen
import Testing

@Suite struct LookTests {
  @Test func `look`() {
    let environment = ProcessInfo.processInfo.environment
    let size = (environment["COLS"].flatMap(Int.init) ?? 80, environment["ROWS"].flatMap(Int.init) ?? 24)
    var seat = Seat(size.0, size.1, environment["EN"] == nil ? .chinese : .english)
    for key in (environment["PRESS"] ?? "").split(separator: " ") { seat.press(String(key)) }
    print(seat.text.split(separator: "\n").map { $0 + "|" }.joined(separator: "\n"))
  }
}
