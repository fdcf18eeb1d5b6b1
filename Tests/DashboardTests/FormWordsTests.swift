import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What a form says beside what is typed.
@Suite struct FormWordsTests {
  @Test(arguments: Language.allCases)
  func `beside whom a call is given to stands what the clerk judges by`(language: Language) {
    var seat = Seat(80, 24, language)
    seat.press("F2", "4-1-0504 漏水 @小刘")
    #expect(
      seat.text.contains(language == .chinese ? "在岗 手上4单 距4栋近" : "on shift, 4 on hand, by bldg 4"),
      "\(seat.text)")
    seat.press(
      "Esc", "F2", "Down", "3-2-1501", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "laowang")
    #expect(
      seat.text.contains(language == .chinese ? "= 老王  可电召 手上2单" : "= 老王  can be called, 2 on hand"),
      "\(seat.text)")
  }

  @Test func `what is open at the place says what breaks next and when`() {
    var seat = Seat(80, 24)
    seat.press("F2", "4-1-0504 漏水")
    #expect(seat.text.contains("R-7  4-1-0504  空调外机滴水  小刘  已派工  反馈 余1时05分  11:37"), "\(seat.text)")
  }
}
