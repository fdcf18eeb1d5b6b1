import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// The screen for somebody who has it read aloud.
@Suite struct AccessibleTests {
  @Test(arguments: GoldenTests.pages, Language.allCases)
  func `no lines, no bars, no signs, no seconds, and the cursor is somewhere`(
    page: GoldenTests.Page, language: Language
  ) {
    var seat = Seat(120, 40, language)
    var settings = Settings()
    (settings.isAccessible, settings.border) = (true, .lines)
    seat.model.apply(settings)
    page.reach(&seat)
    let frame = render(seat.model)
    #expect(frame.cursor != nil)
    let text = frame.text
    for sign in ["--", "─", "│", " | ", "[##", "[v]", "[X]", "[ ]", "!!", "XX"] {
      // The help explains the signs; a bar of the figures stands beside its share.
      guard page.name != "help", page.name != "figures" || sign != "[##" else { continue }
      #expect(!text.contains(sign), "\(sign)\n\(text)")
    }
    #expect(!text.contains(#/(余|due )0[0-4]:\d\d/#))
  }

  @Test(arguments: ["1", "2", "8"], Language.allCases)
  func `no seconds of an incident either`(view: String, language: Language) throws {
    var seat = Seat(120, 40, language)
    seat.press("F9", "突发", "Enter", "1", "3栋地库", "Enter", view)
    seat.take(.ticked(seat.model.now.addingTimeInterval(26 * 60 + 7)))
    let seconds = #/(余|due )0[0-4]:\d\d/#
    #expect(seat.text.contains(seconds))
    try seat.set("{ accessible: true }")
    #expect(!seat.text.contains(seconds))
    #expect(seat.text.contains(language == .chinese ? "余3分" : "due 3m"))
  }

  @Test func `a bar is a share in words, and what is late is said`() {
    var seat = Seat(120, 40)
    var settings = Settings()
    settings.isAccessible = true
    seat.model.apply(settings)
    #expect(seat.text.contains(#/超12分 .*%/#))
    #expect(seat.text.contains("余4分"))
    seat.press("Down", "Down")
    #expect(render(seat.model).cursor?.row == 5)
    seat.take(.ticked(seat.model.now.addingTimeInterval(20 * 3600)))
    seat.press("2")
    #expect(seat.text.contains(#/[0-9]{4,}%/#), "also what is more than ten times over")
  }

  @Test(
    arguments: [
      (view: "1", columns: 80), (view: "2", columns: 80), (view: "2", columns: 200),
      (view: "3", columns: 120),
    ], Language.allCases)
  func `that nobody took notice of what is late is said where there is no sign`(
    page: (view: String, columns: Int), language: Language
  ) throws {
    var seat = Seat(page.columns, 40, language)
    try seat.set("{ accessible: true }")
    seat.press(page.view)
    // The messages and the preview say to whom it was escalated, with signs and without.
    func isSaid() -> Bool {
      seat.text.replacing("late, unacked", with: "").replacing("（未确认）", with: "")
        .contains(language == .chinese ? "未确认" : "unacked")
    }
    #expect(isSaid(), "\(seat.text)")
    try seat.set("{ accessible: false }")
    #expect(!isSaid(), "\(seat.text)")
  }

  @Test(arguments: Language.allCases)
  func `a step of an incident says that it is done`(language: Language) throws {
    var seat = Seat(120, 40, language)
    seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "8", "Home", "F6")
    let done = language == .chinese ? "完成 李敏" : "done: 李敏"
    #expect(!seat.text.contains("\(done) 14:32"))
    try seat.set("{ accessible: true }")
    #expect(seat.text.contains("\(done) 14:32"), "\(seat.text)")
  }

  @Test func `the pane with the keys is told by its brackets and the cursor, not by a line`() throws {
    var seat = Seat(120, 40)
    try seat.set("{ accessible: true }")
    seat.press("Tab", "Down")
    let rect = try #require(seat.model.panes.first?.rect)
    #expect(seat.text.contains("[2 计时  先到先断]") && !seat.text.contains("=="))
    #expect(render(seat.model).cursor == Position(row: rect.row + 2, column: rect.column - 1))
  }
}
