import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// A text that was typed and not used yet is never lost.
@Suite struct LeftTextTests {
  private let leak = TicketID(.repair, 12)
  private let other = TicketID(.repair, 10)

  private func typed(_ seat: Seat) -> String? {
    if case .prompt(let page) = seat.model.layers.last { page.field.text } else { nil }
  }

  @Test func `a reason that was asked about and not confirmed stands there again`() {
    var seat = Seat(120, 40)
    seat.select(leak)
    seat.press("F9", "shanming", "Enter", "本人要求", "Enter", "x")
    #expect(typed(seat) == "本人要求" && seat.text.contains("没有做"))
    seat.press("Enter", "y")
    #expect(seat.model.layers.isEmpty && seat.text.contains("已删除"))
  }

  @Test
  func `a text for more than twenty tickets stands there again, and a call that came between goes first`() {
    var seat = Seat.crowded(24)
    seat.press("*", "b", "物业巡查", "Enter", "n")
    #expect(typed(seat) == "物业巡查" && seat.model.marked.count == 24)
    seat.press("Enter", "F2", "1-1-101", "Esc")
    #expect(typed(seat) == "物业巡查")
    seat.press("Enter", "y")
    #expect(seat.model.layers.isEmpty && seat.effects.count == 24)
  }

  @Test(arguments: Language.allCases)
  func `what Esc left is there for the same ticket, says so, and goes once it was used`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    seat.press("b", "师傅在路上", "Esc")
    #expect(seat.model.layers.isEmpty)
    seat.select(other)
    seat.press("b")
    #expect(typed(seat) == "", "another ticket")
    seat.press("Esc")
    seat.select(leak)
    seat.press("!")
    #expect(typed(seat) != "师傅在路上", "another purpose")
    seat.press("Esc", "b")
    #expect(typed(seat) == "师傅在路上")
    #expect(seat.text.contains(language == .chinese ? "刚才写的还在" : "What you wrote is still here"))
    seat.press("Enter", "b")
    #expect(typed(seat) == "", "it was used")
  }

  @Test func `a text that was emptied, or never changed, is not kept`() {
    var seat = Seat(120, 40)
    seat.select(leak)
    seat.press("b", "师傅在路上", "Esc", "b", "Ctrl-U", "Esc")
    #expect(seat.model.leftTexts.isEmpty)
    var page = PromptPage(.subject, [leak], [:])
    page.field = TextField("厨房漏水")
    _ = seat.model.open(page)
    seat.press("Esc")
    #expect(seat.model.leftTexts.isEmpty)
  }

  @Test func `the digits of the wall are never kept, and who sits down next finds nothing`() throws {
    var seat = Seat()
    try seat.set("{ wall: { pin: \"2468\" } }")
    seat.press("F12", "F6", "24", "Esc")
    #expect(seat.model.leftTexts.isEmpty)
    seat.press("F12")
    seat.select(leak)
    seat.press("b", "师傅在路上", "Esc")
    #expect(seat.model.leftTexts.count == 1)
    _ = seat.model.takeSeat("赵敏")
    #expect(seat.model.leftTexts.isEmpty)
  }
}
