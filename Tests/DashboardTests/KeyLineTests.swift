import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The bottom line: what it offers where, and what it leaves out.
@Suite struct KeyLineTests {
  private func line(_ seat: Seat) -> String {
    let frame = render(seat.model)
    return frame.line(frame.size.rows - 1)
  }

  @Test(arguments: Language.allCases)
  func `the widest line tells of marking on, copying and standing still, and leaves nothing out for it`(
    language: Language
  ) {
    let all = line(Seat(200, 60, language))
    for key in language == .chinese
      ? ["Ctrl-Q退出", "V连选", "y复制", "z冻结", "1-9换页", "?本页按键"]
      : ["Ctrl-Q Quit", "V Range", "y Copy", "z Freeze"]
    {
      #expect(all.contains(key), "\(all)")
    }
    #expect(!line(Seat(120, 40, language)).contains(language == .chinese ? "z冻结" : "z Freeze"))
    var patrol = Seat(200, 60, language)
    patrol.press("3")
    #expect(!line(patrol).contains(language == .chinese ? "V连选" : "V Range"), "nothing is marked there")
    #expect(line(patrol).contains(language == .chinese ? "1-9换页" : "1-9Views"))
  }

  @Test func `what the desk would refuse now is left out, and comes back with what makes it possible`() {
    var seat = Seat(200, 60)
    seat.select(TicketID(.repair, 5))
    #expect(line(seat).contains("F8签字"), "it is completed")
    #expect(!line(seat).contains("F7") && !line(seat).contains("A接单"))
    seat.select(TicketID(.repair, 12))
    #expect(line(seat).contains("F7挂起") && !line(seat).contains("A接单"), "nobody has it yet")
    seat.press("F5", "老王", "Enter")
    #expect(line(seat).contains("A接单"))
    seat.press("A")
    #expect(!line(seat).contains("A接单"))
    seat.select(TicketID(.suggestion, 1))
    #expect(!line(seat).contains("F6"), "nothing runs on it")
  }

  @Test func `no key is offered for what is over: a held ticket, a visitor who has gone`() {
    var seat = Seat(200, 60)
    seat.select(TicketID(.repair, 12))
    #expect(line(seat).contains("F8"))
    seat.press("F7", "1")
    #expect(!line(seat).contains("F8") && line(seat).contains("F7恢复"), "\(line(seat))")
    seat.press("F9", "访客", "Enter", "F6", "3-2-1501 送货 顺丰", "Enter")
    #expect(line(seat).contains("F8离开"))
    seat.press("F8")
    #expect(!line(seat).contains("F8") && line(seat).contains("F6登记"), "\(line(seat))")
  }

  @Test func `the help over a page has the keys that its own line had`() {
    for keys in [["F9"], ["F5"], ["t"], ["5"], ["S"], ["b"], ["F3"], ["F2"], ["F3", "水", "F3"]] {
      var seat = Seat(200, 60)
      for key in keys { seat.press(key) }
      let line = KeyLineView.pageKeys(seat.model) ?? []
      seat.press("F1")
      let help = HelpPage().lines(seat.model).dropFirst().prefix(line.count)
      #expect(!line.isEmpty && help.map(\.name) == line.map(\.0), "\(keys)")
      #expect(help.map(\.text) == line.map(\.1), "\(keys)")
      #expect(keys != ["F9"] || !help.contains { $0.name == "1-9" })
    }
  }

  @Test func `of a ticket that ended there is nothing to do but bring it back`() {
    var seat = Seat(200, 60)
    seat.select(TicketID(.repair, 12))
    seat.press("F9", "作废", "Enter", "重复", "Enter")
    for key in ["F5", "F6", "F7", "F8", "b备注"] { #expect(!line(seat).contains(key), "\(key)") }
    #expect(line(seat).contains("Ctrl-R重开") && line(seat).contains("u撤销"))
  }

  @Test func `what cannot be held says so before a reason is chosen`() {
    var seat = Seat(120, 40)
    let (done, open) = (TicketID(.repair, 5), TicketID(.repair, 12))
    seat.select(done)
    for key in ["F7", "h"] {
      seat.press(key)
      #expect(seat.model.layers.isEmpty && seat.text.contains("R-5 已经办结。请关闭，或重开。"))
    }
    seat.model.marked = [done, open]
    seat.press("F7")
    #expect(seat.model.layers.count == 1, "one of them can wait")
    seat.press("Esc")
    seat.select(open)
    seat.press("F9", "作废", "Enter", "重复", "Enter", "F7")
    #expect(seat.model.layers.isEmpty && seat.text.contains("R-12 已作废"))
  }

  @Test func `of a ticket that was merged there is nothing to do but take it out again`() {
    var seat = Seat(200, 60)
    let id = TicketID(.repair, 11)
    seat.select(id)
    seat.press("&", "R-10", "Enter")
    #expect(line(seat).contains("|拆分") && !line(seat).contains("重开") && !line(seat).contains("F8"))
    seat.press("Ctrl-R")
    #expect(seat.model.layers.isEmpty && seat.text.contains("R-11 已并单"))
    seat.select(TicketID(.repair, 9))
    #expect(!line(seat).contains("|拆分"), "nothing was joined to it")
    seat.take(.keyPressed(.escape))
    _ = seat.model.showDetail(id)
    seat.take(seat.clerk.timeline(id))
    #expect(line(seat).contains("|拆分") && !line(seat).contains("重开"))
    seat.press("Ctrl-R")
    #expect(seat.text.contains("R-11 已并单"))
    seat.press("|")
    #expect(seat.model.desk.tickets[id] != nil && !line(seat).contains("|拆分"))
  }

  @Test(arguments: [80, 120, 200]) func `without a ticket there is no key for one`(columns: Int) {
    var seat = Seat.empty(columns, 40)
    for view in ["1", "2", "4"] {
      seat.press(view)
      #expect(line(seat).contains("F2新建"))
      for key in ["F5", "F6", "F7", "F8", "Enter", "Space", "备注"] {
        #expect(!line(seat).contains(key), "\(view)")
      }
    }
    for view in ["3", "9"] {
      seat.press(view)
      for key in ["F6", "F7", "Enter"] { #expect(!line(seat).contains(key), "\(view)") }
    }
    #expect(line(seat).contains("F8开班"))
  }

  @Test func `a ticket's page says how to leave it, and offers no row of a list`() {
    var seat = Seat(200, 60)
    seat.press("Enter")
    #expect(line(seat).contains("Esc返回"))
    for key in ["Enter", "Space", "*全选"] { #expect(!line(seat).contains(key)) }
  }

  @Test func `a record that can only be read offers looking`() {
    var seat = Seat(200, 60)
    seat.model.readOnly = Words(zh: "记录有损，只能查看", en: "damaged")
    for key in ["F1帮助", "F3查找", "F9命令", "Enter详情"] { #expect(line(seat).contains(key)) }
    for key in ["F2", "F4", "F5", "F6", "F7", "F8", "b备注", "u撤销"] {
      #expect(!line(seat).contains(key), "\(key)")
    }
    #expect(!seat.text.contains("按 F6"))
  }

  @Test func `a form offers joining where something is open there, and parking once something is written`() {
    var seat = Seat()
    seat.press("F2")
    #expect(!line(seat).contains("F3并入") && line(seat).contains("Esc返回"))
    seat.press("9-9-0909 灯")
    #expect(!line(seat).contains("F3并入") && line(seat).contains("Esc收进草稿"))
    seat.press("Esc", "F2", "3-2-1501")
    #expect(line(seat).contains("F3并入"))
  }

  @Test(arguments: Language.allCases)
  func `while a question waits for a yes the line has the keys that answer it, and no others`(
    language: Language
  ) {
    func words(_ seat: Seat) -> String { line(seat).trimmingCharacters(in: .whitespaces) }
    let isChinese = language == .chinese
    var seat = Seat(80, 24, language)
    seat.press("F2", "3-2-1501 漏水", "Ctrl-X")
    #expect(words(seat) == (isChinese ? "y丢掉 Esc留着 F2新建" : "y Discard Esc Keep F2New"))
    seat.press("Esc")
    #expect(line(seat).contains(isChinese ? "Ctrl-S保存" : "Ctrl-S Save"), "the form has its own again")
    seat.press("Esc", "Ctrl-Q")
    #expect(words(seat) == (isChinese ? "y退出 Esc返回 F2新建 Shift-F2草稿" : "y Quit Esc Stay F2New Shift-F2Drafts"))
    seat.press("Esc", "&", "R-10", "Enter")
    if seat.model.asked != nil {
      #expect(words(seat) == (isChinese ? "y是 Esc不做 F2新建" : "y Yes Esc No F2New"))
    }
    seat.press("Esc", "9", "F8", "F8")
    #expect(seat.model.asked != nil)
    #expect(words(seat) == (isChinese ? "y是 Esc不做 F2新建" : "y Yes Esc No F2New"))
    seat = Seat(120, 40, language)
    seat.model.hangOnWall()
    seat.press("F12")
    #expect(line(seat).hasPrefix(isChinese ? " y退出 Esc返回  " : " y Quit Esc Stay  "), "\(line(seat))")
  }

  @Test(arguments: Language.allCases)
  func `what only the key line tells is on it beside a tied form with text at 80 columns`(language: Language)
  {
    var seat = Seat(80, 24, language)
    seat.press("8", "F9", "突发", "Enter", "1", "3栋地库", "Enter", "Home", "F2", "3-2-1501 漏水")
    let keys =
      language == .chinese
      ? ["F1帮助", "Ctrl-S保存", "F3并入", "Ctrl-O不关联", "F2接下一通", "Esc收进草稿", "Ctrl-X丢掉"]
      : ["F1Help", "Ctrl-S Save", "F3Join", "Ctrl-O Untie", "F2NextCall", "Esc Park", "Ctrl-X Discard"]
    for key in keys { #expect(line(seat).contains(key), "\(line(seat))") }
    #expect(!line(seat).contains("↑↓"))
    let all = KeyLineView.pageKeys(seat.model)?.map(\.0) ?? []
    seat.press("F1")
    let help = HelpPage().lines(seat.model).map(\.name)
    #expect(all.contains("↑↓") && all.allSatisfy(help.contains), "the help has them all")
  }

  @Test(arguments: Language.allCases)
  func `among checkpoints and incidents a key is offered only where it does something`(language: Language) {
    let isChinese = language == .chinese
    let (check, excuse) = isChinese ? ("F6打卡", "F7缘由") : ("F6CheckIn", "F7Excuse")
    var seat = Seat(200, 60, language)
    seat.press("3", "Home")
    #expect(line(seat).contains(check) && !line(seat).contains(excuse), "the next point of the route")
    #expect(line(seat).contains(isChinese ? "Enter结果" : "Enter Result"))
    for round in seat.model.desk.rounds.values.filter(\.isOpen) {
      for point in round.points {
        seat.model.lists[.patrol]?.selected = .point(round.id, point.id)
        #expect(line(seat).contains(check) == (point.checkedAt == nil), "\(point)")
        #expect(line(seat).contains(excuse) == (point.state == .missed), "\(point)")
      }
    }
    let step = isChinese ? "F6完成" : "F6StepDone"
    let declares = isChinese ? "Enter启动" : "Enter Declare"
    seat.press("8", "Home")
    #expect(line(seat).contains(declares) && !line(seat).contains(step))
    for place in ["3栋地库", "4栋地库"] { seat.press("Enter", place, "Enter", "End") }
    #expect(
      line(seat).contains(declares) && !line(seat).contains(step), "of two it is not known which is meant")
    seat.press("Home")
    #expect(line(seat).contains(step) && !line(seat).contains("Enter"), "its steps are in sight")
    let skip = isChinese ? "F7不做" : "F7Skip"
    seat.press("Down")
    #expect(line(seat).contains(step) && line(seat).contains(skip))
    let done = seat.model.selected
    seat.press("F6")
    seat.model.lists[.incidents]?.selected = done
    #expect(!line(seat).contains("F6") && !line(seat).contains("F7"), "it is done")
    seat.press("Down", "F7", "不在家", "Enter")
    seat.press("Home", "Down", "Down")
    #expect(line(seat).contains(step) && !line(seat).contains(skip), "what was left out can still be done")
    seat.press("6", "Home")
    #expect(line(seat).contains(isChinese ? "Enter手上的单" : "Enter Jobs"))
  }

  @Test func `the handover offers acknowledging to whoever takes over, and notes to whoever is still on`() {
    var seat = Seat(200, 60)
    seat.press("9", "b", "!3栋外墙高空作业", "Enter", "F8", "Home")
    #expect(!line(seat).contains("F6确认") && line(seat).contains("b备注"))
    seat.press("F8", "y")
    #expect(!line(seat).contains("F6确认") && !line(seat).contains("b备注"), "nobody else sits here yet")
    seat.press("b")
    #expect(seat.model.layers.isEmpty && seat.text.contains("已经交班，不能再改"))
    seat.press("F8", "1", "Enter")
    #expect(seat.text.contains("“1” 不是姓名") && seat.model.actor == SampleDesk.clerk)
    seat.press("Backspace", "小陈", "Enter", "Home")
    #expect(seat.model.actor.name == "小陈" && line(seat).contains("F6确认"))
    let item = seat.model.selected
    seat.press("F6")
    seat.model.lists[.handover]?.selected = item
    seat.model.settle()
    #expect(!line(seat).contains("F6确认"), "seen already")
  }

  @Test func `with tickets marked a key is offered that any of them takes`() {
    var seat = Seat(200, 60)
    let (done, open) = (TicketID(.repair, 5), TicketID(.repair, 12))
    seat.model.marked = [done, open]
    #expect(seat.model.target == done)
    #expect(line(seat).contains("F5派工") && line(seat).contains("F7挂起"), "the second takes them")
    seat.model.marked = [done]
    #expect(!line(seat).contains("F7"))
  }

  @Test(arguments: Language.allCases)
  func `F6 and F8 never go by one word`(language: Language) {
    var seat = Seat(200, 60, language)
    for view in ["1", "4"] {
      seat.press(view)
      for _ in 0..<25 {
        let words = line(seat).split(separator: " ")
        let (answer, done) = (
          words.first { $0.hasPrefix("F6") }?.dropFirst(2), words.first { $0.hasPrefix("F8") }?.dropFirst(2)
        )
        #expect(answer == nil || answer != done, "\(answer ?? "")")
        seat.press("Down")
      }
    }
  }
}
