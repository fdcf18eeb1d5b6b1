import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What keeps a key from doing what nobody meant.
@Suite struct GuardTests {
  private let leak = TicketID(.repair, 12)

  /// Somebody with the cursor on the first clock, which another desk then answers.
  private func startled() -> (Seat, TimerKey?) {
    var seat = Seat()
    seat.press("2", "Home")
    guard case .timer(.clock(let id, let clock)) = seat.model.selected else { return (seat, nil) }
    seat.elsewhere(id, .complete(text: ""))
    seat.hear()
    seat.wait(3)
    return (seat, .clock(id, clock))
  }

  @Test func `an action key right after the row became another is not for the new row`() throws {
    var (seat, before) = startled()
    #expect(before != nil && seat.model.selected != before.map(RowKey.timer))
    seat.model.instant += 0.3
    seat.press("F6")
    #expect(seat.effects.isEmpty && seat.text.contains("行已变化，请再按一次"))
    seat.press("F6")
    #expect(!seat.effects.isEmpty)
  }

  @Test func `the row that a key was not taken for stands out until the next key`() throws {
    var (seat, _) = startled()
    func isAttention(_ frame: Frame) -> Bool {
      let row = seat.model.layout.list.row + 1
      return (4..<20).allSatisfy { frame[row, $0].style == Role.over.style }
    }
    #expect(!isAttention(render(seat.model)))
    seat.model.instant += 0.3
    seat.press("F6")
    #expect(isAttention(render(seat.model)))
    seat.wait(2)
    #expect(isAttention(render(seat.model)))
    seat.press("Down", "Up")
    #expect(!isAttention(render(seat.model)))
  }

  @Test func `after 400 ms it is`() {
    var (seat, _) = startled()
    seat.model.instant += 0.5
    seat.press("F6")
    #expect(!seat.effects.isEmpty)
  }

  @Test func `the cursor that a key moved guards nothing`() {
    var seat = Seat()
    seat.press("Home", "Down", "F5")
    #expect(seat.model.layers.count == 1)
  }

  private func characters(_ text: String) -> [Key] { text.map(Key.character) }

  @Test func `more than six letters at once are a burst, six are typed`() {
    #expect(characters("abcdef").foldingBursts(intoText: false) == characters("abcdef"))
    #expect(characters("abcdefg").foldingBursts(intoText: false) == [.burst("abcdefg")])
    #expect(characters("张三李四王五赵六").foldingBursts(intoText: false) == characters("张三李四王五赵六"))
    #expect(
      ([.function(2)] + characters("3-2-1501") + [.enter] + characters("xx")).foldingBursts(intoText: false)
        == [.function(2), .burst("3-2-1501"), .enter] + characters("xx"))
  }

  @Test func `a burst among commands does nothing, and Enter looks for it`() {
    var seat = Seat()
    seat.select(leak)
    let before = seat.model.desk
    seat.take(.keyPressed(.burst("nyxqQ 1501")))
    #expect(seat.model.desk == before && seat.model.layers.isEmpty && seat.effects.isEmpty)
    #expect(seat.text.contains("检测到粘贴，已忽略"))
    seat.press("Enter")
    #expect(seat.model.filter?.field.text == "nyxqQ 1501")
  }

  @Test func `another key after a burst means what it always means`() {
    var seat = Seat()
    seat.select(leak)
    seat.take(.keyPressed(.burst("nyxqQ 1501")))
    seat.press("F5")
    #expect(seat.model.layers.count == 1)
    seat.press("Esc", "Enter")
    #expect(seat.model.filter == nil)
  }

  @Test func `Enter looks for a burst only while the words about it stand`() {
    var seat = Seat()
    seat.select(leak)
    seat.take(.keyPressed(.burst("nyxqQ 1501")))
    seat.wait(8)
    seat.press("Enter")
    #expect(seat.model.filter == nil && seat.model.layers.count == 1)
  }

  @Test func `a burst into a text is typed`() {
    var seat = Seat()
    seat.press("F2", "Down")
    seat.take(.keyPressed(.burst("3-2-1501")))
    guard case .form(let page) = seat.model.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(page.text(.place) == "3-2-1501")
    let pasted = characters("张三李四王五赵六 3-2")
    #expect(pasted.foldingBursts(intoText: true) == [.burst("张三李四王五赵六 3-2")])
    #expect(characters("张三李四").foldingBursts(intoText: true) == characters("张三李四"))
    seat.press("Ctrl-Z")
    guard case .form(let before) = seat.model.layers.last else {
      Issue.record("no form any more")
      return
    }
    #expect(before.text(.place).isEmpty, "one step, as a marked paste is")
  }

  @Test(arguments: [
    ("？", Action.help), ("：", .commands), ("／", .find), ("、", .find), ("　", .mark), ("１", .viewTickets),
    ("［", .historyBack), ("【", .historyBack), ("】", .historyForward), ("ｕ", .undo), ("Ｕ", .redo),
    ("￥", .quote),
  ]) func `a key typed with a Chinese input method means the same`(typed: String, action: Action) throws {
    #expect(KeyTable.standard.action(for: .character(try #require(typed.first))) == action)
  }

  @Test func `Han text is looked for, never a command`() {
    var seat = Seat()
    seat.press("张三")
    #expect(seat.model.filter?.field.text == "张三" && seat.model.filter?.isTyping == true)
    #expect(seat.text.contains("已按输入内容查找，Esc 清除"))
    for keys in [["F2"], ["Esc"], ["Enter", "Esc"], ["Enter", "0"]] {
      var later = seat
      for key in keys { later.press(key) }
      #expect(!later.text.contains("已按输入内容查找"), "\(keys): Esc means something else")
    }
  }
}

/// Back to where one was, and forward again.
@Suite struct TrailTests {
  @Test(arguments: ["[", "Backspace"]) func `the pages before come back one by one`(key: String) {
    var seat = Seat()
    let leak = TicketID(.repair, 12)
    seat.select(leak)
    seat.press("Enter", "4", "2")
    seat.press(key)
    #expect(seat.model.view == .complaints)
    seat.press(key)
    guard case .detail(let page) = seat.model.layers.last else {
      Issue.record("no page")
      return
    }
    #expect(page.id == leak && !page.events.isEmpty && seat.model.view == .tickets)
    seat.press(key)
    #expect(seat.model.layers.isEmpty && seat.model.view == .tickets)
    seat.press(key)
    #expect(seat.text.contains("没有更早的页面"))
    seat.press("]", "]")
    #expect(seat.model.view == .complaints && seat.model.layers.isEmpty)
    seat.press("3", "]")
    #expect(seat.model.view == .patrol && seat.text.contains("没有更后的页面"))
  }

  @Test func `no more than fifty are kept`() {
    var trail = Trail()
    for number in 0..<200 { trail.note(Trail.Spot(view: .tickets, page: TicketID(.repair, number + 1))) }
    var steps = 0
    while trail.step(-1) != nil { steps += 1 }
    #expect(steps == 49)
  }
}
