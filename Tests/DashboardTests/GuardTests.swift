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

  @Test(arguments: [false, true])
  func `an action key that another desk gave another meaning a moment ago is not for the new one`(
    inDetail: Bool
  )
    throws
  {
    var seat = Seat()
    let id = try #require(seat.list().first { Model.answer(to: seat, $0) == .arrive })
    seat.select(id)
    if inDetail { seat.press("Enter") }
    seat.elsewhere(id, .arrive)
    seat.hear()
    seat.model.instant += 0.3
    seat.press("F6")
    #expect(seat.effects.isEmpty && seat.text.contains("这个键刚变成 反馈，请再按一次"))
    seat.press("F6")
    #expect(seat.model.desk.tickets[id]?.work.everyoneToldAt != nil)
  }

  @Test func `a key whose meaning stayed is taken while another one's turned`() throws {
    var seat = Seat()
    let id = try #require(seat.list().first { Model.answer(to: seat, $0) == .arrive })
    seat.select(id)
    seat.elsewhere(id, .arrive)
    seat.hear()
    seat.press("F5")
    #expect(seat.model.layers.count == 1)
  }

  @Test func `what this desk did itself turns no key away`() throws {
    var seat = Seat()
    let id = try #require(seat.list().first { Model.answer(to: seat, $0) == .arrive })
    seat.select(id)
    seat.press("F6", "F6")
    #expect(seat.model.desk.tickets[id]?.work.everyoneToldAt != nil)
  }

  @Test func `F6 that bounces on an escalation takes notice of it, and nobody is on site`() throws {
    var seat = Seat()
    let id = try #require(
      seat.list().first { id in
        guard let ticket = seat.model.desk.tickets[id], Model.answer(to: seat, id) == .acknowledge else {
          return false
        }
        return ticket.work.arrivedAt == nil
      })
    seat.select(id)
    seat.press("F6")
    #expect(Model.answer(to: seat, id) == .arrive)
    seat.model.instant += 0.3
    seat.press("F6")
    #expect(seat.effects.isEmpty && seat.text.contains("这个键刚变成 到场，请再按一次"))
    seat.press("F6")
    #expect(seat.model.desk.tickets[id]?.work.arrivedAt != nil)
  }

  @Test func `the cursor that a key moved guards nothing`() {
    var seat = Seat()
    seat.press("Home", "Down", "F5")
    #expect(seat.model.layers.count == 1)
  }

  private func characters(_ text: String) -> [Key] { text.map(Key.character) }

  @Test func `more than six letters at once are a burst, six are typed`() {
    #expect(fold(characters("abcdef")) == characters("abcdef"))
    #expect(fold(characters("abcdefg")) == [.burst("abcdefg")])
    #expect(fold(characters("张三李四王五赵六")) == characters("张三李四王五赵六"))
    #expect(
      fold([.function(2)] + characters("3-2-1501") + [.enter] + characters("xx"))
        == [.function(2), .burst("3-2-1501"), .enter] + characters("xx"))
  }

  private func fold(_ keys: [Key], intoText: Bool = false) -> [Key] {
    var watch = BurstWatch()
    return watch.fold(keys, since: .zero, until: .milliseconds(10), intoText: intoText)
  }

  /// What becomes of texts that are read one after another, each at once, so many milliseconds after the beginning.
  private func fold(_ reads: [(at: Int, text: String)]) -> [[Key]] {
    var watch = BurstWatch()
    return reads.map { at, text in
      let keys = text.map { $0 == "\r" ? Key.enter : .character($0) }
      return watch.fold(keys, since: .milliseconds(at), until: .milliseconds(at), intoText: false)
    }
  }

  @Test func `a burst goes on with whatever comes within 80 ms of it`() {
    #expect(
      fold([(0, "zzzzzzzzyyyy"), (20, "a"), (99, "漏"), (200, "a")])
        == [[.burst("zzzzzzzzyyyy")], [.burst("zzzzzzzzyyyya")], [.burst("zzzzzzzzyyyya漏")], characters("a")])
    #expect(fold([(0, "zzzzzzzz"), (20, "\r"), (40, "a")]).last == [.burst("zzzzzzzza")])
    #expect(fold([(0, "zzzzzzzz"), (20, "\ra")]).last == [.burst("zzzzzzzz\na")])
    #expect(fold([(0, "zzzzzzzz"), (20, "\r")]).last == [.enter], "it looks for the burst")
  }

  @Test func `a burst may come in many reads, and a key that is held down is none`() {
    #expect(fold([(0, "abc"), (20, "def"), (40, "gh")]).last == [.burst("gh")])
    #expect(fold([(0, "abc"), (20, "def"), (99, "gh")]).last == characters("gh"))
    #expect(fold((0..<40).map { ($0 * 33, "j") }).allSatisfy { $0 == characters("j") })
  }

  @Test func `where the desk was busy, more is a burst than anybody types in that time`() {
    var watch = BurstWatch()
    let second = Duration.seconds(1)
    let typed = characters(String(repeating: "j", count: 30))
    #expect(watch.fold(typed, since: .zero, until: second, intoText: false) == typed)
    let many = String(repeating: "j", count: 200)
    #expect(
      watch.fold(characters(many), since: second, until: second * 2, intoText: false) == [.burst(many)])
  }

  @Test func `a burst that goes on and on does not grow without end`() {
    var watch = BurstWatch()
    let read = characters(String(repeating: "j", count: 1000))
    var length = 0
    for index in 0..<100 {
      let at = Duration.milliseconds(index * 10)
      guard case .burst(let text)? = watch.fold(read, since: at, until: at, intoText: false).first else {
        break
      }
      #expect(text.count >= length)
      length = text.count
    }
    #expect(length == 5000)
  }

  @Test func `a text of short lines among commands is one burst, its line breaks too`() {
    func keys(_ text: String) -> [Key] {
      let breaks: [Character: Key] = ["\r": .enter, "\n": .control("j"), "\t": .tab]
      return text.map { breaks[$0] ?? .character($0) }
    }
    #expect(fold(keys("3011\ra\r3012\r")) == [.burst("3011\na\n3012\n")])
    #expect(fold(keys("3011\na\t3012")) == [.burst("3011\na\t3012")])
    #expect(fold(keys("12345678\r")) == [.burst("12345678"), .enter], "as a scanner sends it")
    #expect(fold(keys("3\ra\r")) == keys("3\ra\r"))
    #expect(fold([.focusGained] + keys("3011\ra\r3012")) == [.focusGained, .burst("3011\na\n3012")])
    #expect(fold(keys("3011\ra\r3012"), intoText: true) == keys("3011\ra\r3012"))
    var seat = Seat()
    seat.take(.keyPressed(.burst("3011\na\n3012\n")))
    #expect(seat.text.contains("已忽略：3011 a 3012 "))
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
    #expect(fold(pasted, intoText: true) == [.burst("张三李四王五赵六 3-2")])
    #expect(fold(characters("张三李四"), intoText: true) == characters("张三李四"))
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

extension Model {
  /// What F6 does to a ticket of a seat.
  fileprivate static func answer(to seat: Seat, _ id: TicketID) -> TicketCommand? {
    seat.model.desk.tickets[id].flatMap { answer(to: $0, seat.model.desk.policy(of: $0)) }
  }
}
