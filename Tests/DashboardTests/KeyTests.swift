import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What each key of the table does, on the sample desk.
@Suite struct KeyTests {
  private let leak = TicketID(.repair, 12)
  private let trip = TicketID(.repair, 13)
  private let tap = TicketID(.repair, 4)

  @Test(arguments: [
    ("F5", TicketCommand.assign(staff: "老李"), ["1"]), ("F6", .acknowledge, []),
    ("F7", .hold(.ownerAway, evidence: "", ownerTold: false), ["3"]),
    ("F7", .hold(.parts, evidence: "", ownerTold: true), ["1"]),
    ("F7", .hold(.other, evidence: "等物业经理", ownerTold: false), ["9", "等物业经理", "Enter"]),
    ("F8", .complete(text: ""), []), ("p", .assign(staff: "老王"), ["wang", "Enter"]),
    ("p", .assign(staff: "新来的"), ["新来的", "Enter", "Enter"]), ("a", .acknowledge, []),
    ("w", .complete(text: ""), []),
    ("b", .note(text: "已联系"), ["已联系", "Enter"]), ("o", .notifyOwner(text: ""), ["Enter"]),
    ("F9", .cancel(reason: "打错了"), ["作废", "Enter", "打错了", "Enter"]),
    ("!", .setUrgency(.ordinary, reason: "已关阀"), ["已关阀", "Ctrl-S"]),
    ("s", .startWork, []),
    ("c", .categorise(category: "electrical", complexity: .ordinary), ["dianlu", "Enter"]),
    ("&", .merge(into: TicketID(.repair, 4)), ["R-4", "Enter", "y"]),
    ("＆", .merge(into: TicketID(.repair, 4)), ["R-4", "Enter", "y"]),
  ])
  func `a key records what it says on the ticket under the cursor`(
    key: String, command: TicketCommand, more: [String]
  ) {
    var seat = Seat()
    seat.select(leak)
    let seen = seat.model.desk.tickets[leak]?.version
    seat.press(key)
    for name in more { seat.press(name) }
    #expect(seat.effects.first == .submit(.ticket(leak, command), seen: seen, occurredAt: nil, contact: nil))
    #expect(seat.model.layers.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `a key without a meaning says so in one quiet line`(language: Language) {
    let keys = [("x", "x"), ("~", "~"), ("＠", "＠"), ("Shift-F5", "Shift-F5"), ("Ctrl-B", "Ctrl-B")]
    for view in [
      ["1"], ["2"], ["3"], ["4"], ["5"], ["6"], ["7"], ["8"], ["9"], ["1", "Enter"], ["F4"],
      ["F3", "漏", "F3"],
    ] {
      for (key, name) in keys {
        var seat = Seat(120, 40, language)
        for name in view { seat.press(name) }
        let layers = seat.model.layers
        seat.press(key)
        let words = language == .chinese ? "\(name) 在这里没有用，F1 看有哪些键" : "\(name) has no meaning here; F1 shows"
        #expect(
          seat.text.contains(words) && seat.effects.isEmpty && seat.model.notice?.isAlert == false,
          "\(view) \(key)")
        #expect(seat.model.layers == layers)
        seat.wait(9)
        #expect(!seat.text.contains(words))
      }
    }
  }

  @Test func `what is typed into a text is no key, and what came too fast is a paste`() {
    for open in [["F3"], ["F2"], ["b"], ["F9"]] {
      var seat = Seat(120, 40)
      for name in open { seat.press(name) }
      seat.press("x~")
      #expect(seat.text.contains("x~") && !seat.text.contains("没有用"), "\(open)")
    }
    var seat = Seat(120, 40)
    seat.take(.keyPressed(.burst("xkjxkjx")))
    #expect(seat.text.contains("检测到粘贴") && !seat.text.contains("没有用"))
  }

  @Test func `F6 records the feedback when the visit is done, and completes what only lacks its end`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 6))
    seat.press("F6")
    #expect(seat.model.desk.tickets[TicketID(.repair, 6)]?.work.everyoneToldAt == SampleDesk.now)
    seat.select(TicketID(.repair, 9))
    seat.press("F6", "(pause)", "F6")
    #expect(seat.model.desk.tickets[TicketID(.repair, 9)]?.stage == .completed)
  }

  @Test func `F6 acknowledges a missed clock first, which takes it off the messages, and then answers it`() {
    var seat = Seat()
    seat.select(leak)
    #expect(seat.text.contains("升级至 主管 赵敏（未确认）"))
    #expect(seat.text.contains("F6确认"))
    seat.press("F6")
    #expect(seat.model.desk.tickets[leak]?.crossings.last?.heardAt == SampleDesk.now)
    #expect(seat.text.contains("F6到场"))
    #expect(seat.model.board.escalated.instant(of: leak) == nil)
    seat.press("(pause)", "F6")
    #expect(seat.model.desk.tickets[leak]?.work.arrivedAt == SampleDesk.now)
    seat.press("u")
    #expect(seat.model.desk.tickets[leak]?.work.arrivedAt == nil)
    #expect(seat.model.desk.tickets[leak]?.crossings.last?.heardAt == SampleDesk.now)
  }

  @Test func `S opens the posted standards over the page, and Esc goes back`() {
    var seat = Seat()
    seat.press("S")
    #expect(seat.text.contains("急修范围"))
    #expect(seat.text.contains("报修 紧急：30 分钟内到场"))
    #expect(seat.text.contains("监督电话：（还没有填写"))
    seat.press("Down", "PgDn", "Esc")
    #expect(seat.model.layers.isEmpty)
    seat.press("F9", "gongshi", "Enter")
    #expect(seat.text.contains("急修范围"))
  }

  @Test func `F6 on a ticket that owes nothing says so`() {
    var seat = Seat()
    seat.select(tap)
    seat.press("F6")
    #expect(seat.effects.isEmpty)
    #expect(seat.text.contains("没有在走的时限"))
  }

  @Test func `F7 on a held ticket resumes it`() {
    var seat = Seat()
    seat.select(tap)
    seat.press("F7")
    #expect(seat.model.desk.tickets[tap]?.stage == .onSite)
  }

  @Test
  func `F8 goes through the life of completed work, a digit rates it, and closing says who was not told`() {
    var seat = Seat()
    let lift = TicketID(.repair, 5)
    seat.select(lift)
    seat.press("F8", "F8", "F8")
    #expect(seat.model.desk.tickets[lift]?.work.papers.signedBy == "老王")
    #expect(seat.model.desk.tickets[lift]?.work.papers.checkedBy == "李敏")
    seat.press("4", "F8")
    #expect(seat.effects.last == .bell)
    #expect(seat.text.contains("没有得到反馈"))
    seat.press("F6", "(pause)", "F6", "F8")
    #expect(seat.model.desk.tickets[lift] == nil)
  }

  @Test func `A accepts for the assignee`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 7))
    seat.press("A")
    #expect(seat.model.desk.tickets[TicketID(.repair, 7)]?.stage == .accepted)
  }

  @Test func `letters do what the screen design says, and nothing that ends a ticket has one`() {
    let letters: [(String, Action)] = [
      ("t", .triage), ("y", .copy), ("m", .mute), ("g", .newestAlarm), ("A", .accept), ("&", .merge),
    ]
    for (letter, action) in letters {
      #expect(KeyTable.standard.action(for: .character(Character(letter))) == action)
    }
    for action in [Action.cancel, .erase] {
      #expect(KeyTable.standard.binding(action)?.keyNames == "F9", "only by name, with the reason")
    }
    var seat = Seat()
    seat.press("m")
    #expect(seat.model.silence != nil)
    seat.press("m")
    #expect(seat.model.silence == nil)
  }

  @Test func `other is the ninth reason to wait, and the digits between are none`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F7", "6")
    #expect(seat.model.layers.count == 1 && seat.effects.isEmpty)
    let row = seat.text.split(separator: "\n").first { $0.contains("其他") }
    #expect(row?.contains("9  其他") == true, "\(row ?? "")")
    seat.press("９")
    #expect(seat.text.contains("挂起原因"))
  }

  @Test func `N declines for the assignee, with the reason`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 7))
    seat.press("N", "不会修空调", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 7)]?.work.assignee == nil)
  }

  @Test func `public lighting is offered ordinary and complex`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 16))
    seat.press("c", "照明（复杂", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 16)]?.work.complexity == .complex)
  }

  @Test func `control R reopens a ticket found in the whole record`() {
    var seat = Seat()
    seat.press("F3", "马桶", "F3", "Enter", "Ctrl-R", "又漏了", "Enter")
    let command = Command.ticket(TicketID(.repair, 3), .reopen(reason: "又漏了"))
    #expect(seat.effects.contains(.submit(command, seen: 10, occurredAt: nil, contact: nil)))
    #expect(seat.model.desk.tickets[TicketID(.repair, 3)]?.work.cycle == 2)
  }

  @Test func `C says of a closed ticket too why it came to this, and u takes that back`() {
    var seat = Seat()
    let closed = TicketID(.repair, 3)
    seat.press("F3", "马桶", "F3", "Enter", "C", "管道老化", "Enter")
    let command = Command.ticket(closed, .paper(.nameCause(text: "管道老化")))
    #expect(seat.effects.contains(.submit(command, seen: 10, occurredAt: nil, contact: nil)))
    #expect(seat.text.contains("R-3 归因：管道老化   8秒内可撤销: u"))
    #expect(seat.model.desk.tickets[closed] == nil && !seat.list().contains(closed))
    seat.press("u")
    #expect(seat.text.contains("已撤销：R-3 归因") && seat.model.shownTicket(closed)?.work.papers.cause == nil)
    #expect(seat.model.desk.tickets[closed] == nil && seat.model.shownTicket(closed)?.stage == .closed)
  }

  @Test func `digits switch between the views, and Tab does where there are no panes`() {
    var seat = Seat(80, 24)
    var views: [View] = []
    for key in ["2", "3", "4", "1", "Shift-Tab", "Tab", "Tab"] {
      seat.press(key)
      views.append(seat.model.view)
    }
    #expect(views == [.timers, .patrol, .complaints, .tickets, View.numbered.last, .tickets, .timers])
  }

  @Test func `arrows, pages and ends move the cursor`() {
    var seat = Seat(80, 24)
    var places: [Int?] = []
    for key in ["Down", "Down", "Up", "End", "Home", "PgDn", "PgUp", "Up"] {
      seat.press(key)
      places.append(seat.model.lists[.tickets]?.index)
    }
    #expect(places == [1, 2, 1, 16, 0, 11, 0, 0])
  }

  @Test func `Enter opens the ticket and Esc goes back`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("Enter")
    #expect(seat.effects == [.loadTimeline(leak)])
    #expect(seat.text.contains("经过"))
    seat.press("Esc")
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `the end of a ticket's page is where its last line is`() {
    var seat = Seat(80, 16)
    seat.select(TicketID(.repair, 9))
    seat.press("Enter")
    #expect(!seat.text.contains("，升级至 主管"))
    seat.press("End")
    #expect(seat.text.contains("，升级至 主管"))
    let bottom = seat.text
    seat.press("Down", "Up")
    #expect(seat.text != bottom)
  }

  @Test func `Esc leaves one thing at a time and nothing at the root`() {
    var seat = Seat()
    seat.press("F3", "水", "Enter", "Space", "Esc")
    #expect(seat.model.marked.isEmpty)
    #expect(seat.model.filter != nil)
    seat.press("Esc")
    #expect(seat.model.filter == nil)
    let before = seat.model.layers
    seat.press("Esc")
    #expect(seat.model.layers == before)
    #expect(seat.effects.isEmpty)
  }

  @Test func `F9 lists the other commands and runs the chosen one`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F9", "备注", "Enter")
    guard case .prompt(let page) = seat.model.layers.last else {
      Issue.record("no prompt")
      return
    }
    #expect(page.purpose == .note)
    #expect(page.targets == [leak])
  }

  @Test func `a complaint is graded from the commands`() {
    for name in ["严重", "重大", "serious"] {
      var seat = Seat()
      seat.press("4", "F9", name, "Enter")
      #expect(seat.model.desk.tickets[TicketID(.complaint, 1)]?.work.grade == .serious, "\(name)")
    }
  }

  @Test func `F1 opens the help over anything, and Esc goes back to it`() {
    var seat = Seat()
    for keys in [["F1"], ["F2", "3-2", "F1"], ["F3", "水", "F1"], ["b", "打", "F1"], ["F5", "F1"]] {
      seat = Seat()
      for key in keys.dropLast() { seat.press(key) }
      let before = seat.model.layers
      seat.press("F1")
      #expect(seat.text.contains("按键"), "\(keys)")
      seat.press("Esc")
      #expect(seat.model.layers == before, "\(keys)")
    }
  }

  @Test func `F2 takes a call over anything, and what was begun waits below`() {
    for keys in [["b", "打"], ["F5"], ["F1"], ["Enter"], ["F3", "水"], ["F3", "水", "F3"], ["F9"]] {
      var seat = Seat()
      for key in keys { seat.press(key) }
      let before = seat.model.layers
      seat.press("F2", "3-2-1501")
      guard case .form(let page) = seat.model.layers.last else {
        Issue.record("no form over \(keys)")
        continue
      }
      #expect(page.text(.place) == "3-2-1501")
      seat.press("Esc")
      #expect(seat.model.layers == (keys == ["F1"] ? [] : before), "\(keys)")
    }
  }

  @Test func `control L redraws and nothing else`() {
    var seat = Seat()
    for keys in [["Ctrl-L"], ["F2", "Ctrl-L"], ["F5", "Ctrl-L"], ["b", "Ctrl-L"], ["F1", "Ctrl-L"]] {
      seat = Seat()
      for key in keys { seat.press(key) }
      #expect(seat.effects == [.redraw], "\(keys)")
    }
  }

  @Test func `every action of the table does something or says why not`() {
    for action in Action.allCases where ![.quit, .redraw].contains(action) {
      var seat = Seat()
      seat.press("Down", "Down")
      let before = seat.model
      let effects = seat.model.perform(action)
      let isAtEdge = [Action.home, .clearFilter, .back, .refresh, .viewTickets].contains(action)
      #expect(seat.model != before || !effects.isEmpty || isAtEdge, "\(action)")
    }
  }

  @Test(arguments: [
    ("？", "帮助"), ("／", "单号 位置 事项 人员 拼音"), ("、", "单号 位置 事项 人员 拼音"), ("：", "命令"), ("２", "[2 计时"), ("ｐ", "派给谁"),
    ("！", "改为一般的原因"),
  ])
  func `keys mean the same with a Chinese input method on`(key: String, text: String) {
    var seat = Seat()
    seat.select(leak)
    seat.press(key)
    #expect(seat.text.contains(text))
  }

  @Test func `a full-width digit chooses in a picker, a full-width space marks`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("\u{3000}", "F5", "１")
    #expect(seat.model.desk.tickets[leak]?.work.assignee == "老李")
  }

  @Test func `a new name is taken as it was typed, marks and all`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "阿·布（外援）", "Enter", "Enter")
    #expect(seat.model.desk.tickets[leak]?.work.assignee == "阿·布（外援）")
  }

  @Test(arguments: Language.allCases)
  func `a name that nobody has comes onto the staff only once that was asked`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    let staff = seat.model.desk.staff
    seat.press("F5", "老网", "Enter")
    #expect(seat.text.contains(language == .chinese ? "员工名单上没有 老网" : "Not on the staff: 老网"))
    #expect(seat.text.contains(language == .chinese ? "Enter登记" : "Enter AddThem"))
    seat.press("Esc")
    #expect(!seat.text.contains(language == .chinese ? "员工名单上没有" : "Not on the staff"))
    seat.press("Backspace", "王", "Enter")
    #expect(seat.model.desk.tickets[leak]?.work.assignee == "老王" && seat.model.desk.staff == staff)
    seat.press("F5", "老网", "Enter", "吧", "Enter")
    #expect(seat.model.desk.staff == staff, "another name is asked about anew")
    seat.press("Enter")
    #expect(seat.model.desk.staff.contains { $0.name == "老网吧" })
    seat.press("F5", "1")
    #expect(seat.model.layers.isEmpty, "a digit is one step")
  }

  @Test(arguments: Language.allCases)
  func `quitting says what is half written in a box, which no draft keeps`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    seat.press("b", "等业主回电", "Ctrl-Q")
    #expect(seat.effects.isEmpty)
    #expect(
      seat.text.contains(language == .chinese ? "写了一半的话还没记下，退出就没有了" : "What is half written here is lost"))
  }

  @Test func `quitting asks once when something typed is not saved`() {
    for keys in [["F2", "3-2-1501", "Esc"], ["F2", "3-2-1501", "F1"]] {
      var seat = Seat()
      for key in keys { seat.press(key) }
      seat.press("Ctrl-Q")
      #expect(seat.effects.isEmpty, "\(keys)")
      #expect(seat.text.contains("还有 1 张草稿没有建单"), "\(keys)")
      #expect(seat.text.contains("按 y 退出"), "\(keys)")
      for yes in ["Ctrl-Q", "y", "ｙ"] {
        var again = seat
        again.press(yes)
        #expect(again.effects == [.quit], "\(keys) \(yes)")
      }
    }
    var seat = Seat()
    seat.press("Q")
    #expect(seat.effects == [.quit])
  }

  @Test func `another key goes back from the question, and is spent`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 7))
    seat.press("F2", "3-2-1501", "Esc", "Q", "A")
    #expect(seat.effects.isEmpty && !seat.text.contains("按 y 退出"))
    seat.press("y")
    #expect(seat.effects.map(\.isCopy) == [true], "y means again what it always means")
    seat.press("Q", "Down", "Q")
    #expect(seat.effects.isEmpty && seat.text.contains("按 y 退出"))
    seat.wait(60)
    #expect(!seat.text.contains("按 y 退出") && !seat.text.contains("没有做"), "nobody answers for a minute")
    seat.press("y")
    #expect(!seat.effects.contains(.quit))
  }

  @Test func `from the question a new call and a draft are only a key away, and what is typed is typed`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501", "Esc", "Q", "Shift-F2")
    #expect(seat.model.layers.count == 1 && seat.text.contains("3-2-1501"))
    seat.press("Ctrl-Q", "F2")
    #expect(seat.model.drafts.count == 1 && seat.text.contains("新建报修"))
    seat.press("1-1-", "Ctrl-Q", "0801")
    #expect(seat.text.contains("1-1-0801"))
  }

  @Test func `the language changes everything at once and keep the place`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("L")
    #expect(seat.model.language == .english)
    #expect(seat.text.contains("Tickets 17"))
    #expect(!seat.text.contains("工单"))
    #expect(seat.model.selectedTicket == leak)
  }

  @Test func `a read-only desk looks and refuses to write in words`() {
    var seat = Seat()
    seat.select(leak)
    seat.take(.storeChanged(readOnly: Words(zh: "记录损坏，只读", en: "damaged, read-only")))
    for key in ["F2", "F5", "F6", "F7", "F8", "e", "b", "s", "!", "&", "u", "A"] {
      seat.press(key)
      #expect(seat.effects.isEmpty, "\(key)")
      #expect(seat.model.layers.isEmpty, "\(key)")
      #expect(seat.model.notice?.words.zh == "记录损坏，只读", "\(key)")
    }
    seat.press("Enter")
    #expect(seat.effects == [.loadTimeline(leak)])
  }

  @Test func `a desk that becomes read-only keeps what is being typed`() {
    for keys in [["F2", "Down", "3-2-1501", "Down", "Down", "Down", "漏水"], ["b", "已联系"], ["F5"]] {
      var seat = Seat()
      for key in keys { seat.press(key) }
      let before = seat.model.layers
      seat.take(.storeChanged(readOnly: Words(zh: "只读", en: "read-only")))
      seat.press(keys[0] == "F5" ? "1" : "Ctrl-S")
      #expect(seat.effects.isEmpty)
      #expect(seat.model.layers == before)
    }
  }
}

extension Effect {
  fileprivate var isCopy: Bool { if case .copy = self { true } else { false } }
}
