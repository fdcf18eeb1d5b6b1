import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Drafts that are not wanted any more, and keys that mean nothing in a form.
@Suite struct DiscardTests {
  private func form(_ seat: Seat) -> FormPage? {
    if case .form(let page) = seat.model.layers.last { page } else { nil }
  }

  @Test(arguments: Language.allCases)
  func `Ctrl-X throws a draft away after one question, from the form`(language: Language) {
    var seat = Seat(80, 24, language)
    seat.press("F2", "Ctrl-X")
    #expect(form(seat) != nil && seat.model.asked == nil, "there is nothing to throw away")
    seat.press("3-2-1501 漏水")
    seat.wait(1)
    let id = form(seat)?.id ?? 0
    #expect(render(seat.model).line(23).contains(language == .chinese ? "Ctrl-X丢掉" : "Ctrl-X Discard"))
    seat.press("Ctrl-X")
    #expect(seat.text.contains(language == .chinese ? "按 y 丢掉" : "y does it"))
    seat.press("n")
    #expect(form(seat)?.texts[.quick]?.text == "3-2-1501 漏水", "the key is spent")
    seat.press("Ctrl-X", "y")
    #expect(seat.model.layers.isEmpty && seat.model.drafts.isEmpty)
    #expect(seat.kept.contains(.dropDraft(id)))
    #expect(seat.text.contains(language == .chinese ? "草稿已丢掉" : "The draft is thrown away"))
  }

  @Test func `from the list of drafts it throws away the one under the cursor`() {
    var seat = Seat(80, 24)
    for call in ["1-1-0101 漏水", "9-1-0404 灯不亮", "3-2-1501 门禁"] { seat.press("F2", call, "Esc") }
    seat.press("Shift-F2")
    #expect(render(seat.model).line(23).contains("Ctrl-X丢掉"))
    seat.press("Down", "Ctrl-X", "Esc")
    #expect(seat.model.drafts.count == 3)
    seat.press("Ctrl-X", "y")
    #expect(seat.model.drafts.map { $0.text(.place) } == ["1-1-0101", "3-2-1501"])
    #expect(seat.text.contains("3-2-1501") && !seat.text.contains("9-1-0404 "), "the list stays open")
    seat.press("Ctrl-X", "y", "Ctrl-X", "y")
    #expect(seat.model.drafts.isEmpty && seat.model.layers.isEmpty)
  }

  @Test func `throwing a draft away leaves marked tickets marked`() {
    var seat = Seat(80, 24)
    seat.press("Space", "F2", "3-2-1501", "Ctrl-X", "y")
    #expect(seat.model.marked.count == 1)
  }

  @Test(arguments: ["F4", "F5", "F6", "F7", "F8", "F9", "F12", "Ctrl-T", "Ctrl-P", "Ctrl-O"])
  func `a key that means nothing in a form says so`(key: String) {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501", key)
    #expect(seat.text.contains("\(key) 在这里没有用") && form(seat)?.text(.place) == "3-2-1501")
  }

  @Test func `help over a form names the key that throws a draft away`() {
    var seat = Seat(120, 40)
    seat.press("F2", "3-2-1501", "F1")
    #expect(seat.text.contains("Ctrl-X"))
  }
}
