import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The list of commands, and copying.
@Suite struct CommandsTests {
  private func items(_ seat: Seat) -> [PickerItem] {
    if case .picker(let page) = seat.model.layers.last { page.items } else { [] }
  }

  private func item(_ seat: Seat, _ action: Action) -> PickerItem? {
    items(seat).first { $0.choice == .action(action) }
  }

  @Test func `what is not possible now says why, in the words of the rule`() throws {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9")
    #expect(item(seat, .note)?.isPossible == true)
    #expect(item(seat, .cancel)?.isPossible == true)
    let accept = try #require(item(seat, .accept))
    #expect(!accept.isPossible)
    #expect(accept.detail.zh.contains("R-12"))
    #expect(item(seat, .undo)?.detail.zh.contains("没有可撤销的") == true)
    #expect(item(seat, .clearFilter)?.isPossible == false)
  }

  @Test(arguments: [
    ("预约", Action.promise), ("转派", .assign), ("取消", .cancel), ("合并", .merge), ("改地址", .amend),
    ("催", .urgency),
    ("appointment", .promise), ("transfer", .assign), ("address", .amend), ("callback", .done),
    ("yuyue", .promise),
  ])
  func `a command is found by what people call it too`(word: String, action: Action) throws {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9", word)
    guard case .picker(let page) = seat.model.layers.last else {
      Issue.record("no list")
      return
    }
    #expect(page.shown.prefix(4).contains { $0.choice == .action(action) })
  }

  @Test func `of two commands called the same, the one that can be done now comes first`() throws {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9", "transfer")
    guard case .picker(let page) = seat.model.layers.last else {
      Issue.record("no list")
      return
    }
    #expect(page.shown.first?.choice == .action(.assign))
    #expect(page.shown.dropFirst().first?.choice == .action(.handOff))
    #expect(page.shown.dropFirst().first?.isPossible == false)
  }

  @Test func `what waits in line can be dropped, and the list of commands says so`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.takesNothing = true
    seat.press("F5", "1", "F9")
    #expect(item(seat, .undo)?.isPossible == true)
  }

  @Test func `an action that becomes possible is`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F5", "1", "F9")
    #expect(item(seat, .accept)?.isPossible == true)
    #expect(item(seat, .undo)?.isPossible == true)
  }

  @Test func `of a ticket that has ended the list of commands says what brings it back`() {
    var seat = Seat(120, 40)
    seat.select(TicketID(.repair, 11))
    seat.press("&", "R-10", "Enter", "F9")
    #expect(item(seat, .split)?.isPossible == true && item(seat, .note)?.isPossible == true)
    for action in [Action.reopen, .assign, .answer, .hold, .urgency, .cancel] {
      #expect(
        item(seat, action)?.isPossible == false && item(seat, action)?.detail.zh.contains("已并单") == true)
    }
    seat.press("Esc")
    seat.select(TicketID(.repair, 12))
    seat.press("F9", "作废", "Enter", "重复", "Enter", "F9")
    #expect(item(seat, .reopen)?.isPossible == true && item(seat, .split)?.isPossible == false)
  }

  @Test func `a ticket is copied as one line with the phone masked`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("y")
    #expect(
      seat.effects == [.copy("【R-12】3栋2单元1501 厨房水管漏水，地面积水 张三138****5678 到场应于 14:20")])
  }

  @Test func `without a ticket nothing is copied`() {
    var seat = Seat.empty()
    seat.press("y")
    #expect(seat.effects.isEmpty)
    #expect(seat.text.contains("先选一张工单"))
  }

  private func shown(_ seat: Seat) -> [PickerItem] {
    if case .picker(let page) = seat.model.layers.last { page.shown } else { [] }
  }

  @Test(arguments: [
    ("打印", Action.print), ("dayin", .print), ("dy", .print), ("prnt", .print), ("paigong", .assign),
    ("pg", .assign),
    ("undo history", .undoList), ("cxls", .undoList), ("主题", .theme), ("zt", .theme), ("F5 nothing", .help),
  ]) func `a command is found by hanzi, pinyin, initials and English`(typed: String, action: Action) {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9", typed)
    if typed.hasPrefix("F5") {
      #expect(shown(seat).isEmpty && seat.text.contains("没有符合的"))
    } else {
      #expect(shown(seat).first?.choice == .action(action), "\(shown(seat).map(\.label.zh))")
    }
  }

  @Test func `every action but those that only move is on the list, with its key`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9")
    for action in Action.allCases where !action.isMovement {
      let key = KeyTable.standard.binding(action)?.keys.first?.name ?? ""
      #expect(item(seat, action)?.detail.en.hasSuffix(key) == true, "\(action)")
    }
  }

  @Test func `what was chosen last comes first, also after a restart`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    for name in ["静音", "加备注"] {
      seat.press("F9", name, "Enter", "Esc")
    }
    seat.press("F9")
    #expect(items(seat).prefix(2).map(\.choice) == [.action(.note), .action(.mute)])
    seat.press("Esc")
    seat.wait(1)
    var next = Seat()
    let kept = seat.kept.compactMap { if case .keepState(let state) = $0 { state } else { nil } }
    next.model.restore(kept.last ?? KeptState(), keepingLanguage: false)
    next.press("F9")
    #expect(items(next).prefix(2).map(\.choice) == [.action(.note), .action(.mute)])
  }

  @Test(arguments: ["12", "R-12", "r12", "１２"]) func `a number goes to its ticket`(typed: String) {
    var seat = Seat()
    seat.press("2", "F9", typed, "Enter")
    #expect(seat.model.layers.isEmpty && seat.model.view == .tickets)
    #expect(seat.model.selectedTicket == TicketID(.repair, 12))
  }

  @Test func `the number of an ended ticket opens its page, one never given leads nowhere`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F9", "作废", "Enter", "重复", "Enter", "F9", "R-12", "Enter")
    #expect(seat.effects.last == .loadTimeline(TicketID(.repair, 12)))
    seat.press("Esc", "F9", "R-999")
    #expect(shown(seat).isEmpty)
  }

  @Test func `a view chosen during triage is gone to`() {
    var seat = Seat()
    seat.press("F4", "F9", "计时页", "Enter")
    #expect(seat.model.layers.isEmpty && seat.model.view == .timers)
  }

  @Test func `a room goes to its tickets, or looks for them`() {
    var seat = Seat()
    seat.press("F9", "3-2-1501")
    #expect(shown(seat).first?.choice == .jump(TicketID(.repair, 12)))
    seat.press("Up", "Down", "Down", "Down", "Down", "Enter")
    #expect(seat.model.filter?.field.text == "3-2-1501")
  }
}

/// The help, looked through by typing.
@Suite struct HelpTests {
  private func lines(_ seat: Seat) -> [HelpLine] {
    if case .help(let page) = seat.model.layers.last { page.lines(seat.model) } else { [] }
  }

  @Test func `the keys of the page come first, then all others, the signs and the terminal`() {
    var seat = Seat()
    seat.press("F1")
    #expect(lines(seat).filter { $0.role == .title }.map(\.name) == ["本页按键", "全部按键", "记号", "筛选", "终端"])
    #expect(lines(seat)[1].action == .assign)
    #expect(Set(lines(seat).compactMap(\.action)) == Set(Action.allCases))
  }

  @Test func `over a form it tells the keys of the form`() {
    var seat = Seat()
    seat.press("F2", "3", "F1")
    #expect(seat.text.contains("Ctrl-S") && seat.text.contains("收进草稿"))
  }

  @Test(arguments: ["guaqi", "gq", "挂起", "hold"]) func `typing looks a line up`(typed: String) {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F1", typed)
    #expect(lines(seat).contains { $0.action == .hold })
    #expect(lines(seat).count < 8)
    seat.press("Esc")
    #expect(lines(seat).count > 40)
    seat.press("Esc")
    #expect(seat.model.layers.isEmpty)
  }

  @Test(arguments: ["终端", "zhongduan", "terminal", "colours"]) func `what the terminal said is found`(
    typed: String
  ) {
    var seat = Seat(120, 40)
    seat.press("F1", typed)
    #expect(seat.text.contains("不用颜色"))
  }

  @Test func `the page of help tells the locale, and whether pastes are marked`() {
    var seat = Seat(120, 40)
    seat.model.terminal.locale = "zh_CN.UTF-8"
    seat.press("F1", "locale")
    #expect(seat.text.contains("zh_CN.UTF-8"))
    var settings = Settings()
    settings.marksPastes = false
    seat.model.apply(settings)
    seat.press("Esc", "Esc", "F1", "pastes")
    let line = seat.text.split(separator: "\n").first { $0.contains("粘贴标记") }
    #expect(line?.contains("关") == true)
  }

  @Test(arguments: Language.allCases)
  func `the page of help tells how wide doubtful characters are, and of whole frames and the mouse`(
    language: Language
  ) throws {
    let isChinese = language == .chinese
    func line(_ seat: Seat, _ zh: String, _ en: String) throws -> String {
      let found = lines(seat).first { $0.name == (isChinese ? zh : en) }
      return try #require(found).text(language)
    }
    var seat = Seat(120, 40, language)
    seat.press("F1")
    #expect(try line(seat, "歧义字符宽", "Ambiguous") == (isChinese ? "没有回答" : "no answer"))
    #expect(try line(seat, "整帧显示", "Whole frames") == (isChinese ? "不会" : "no"))
    #expect(try line(seat, "鼠标", "Mouse") == (isChinese ? "关" : "off"))
    var facts = TerminalFacts()
    (facts.ambiguousWidth, facts.showsAtOnce) = (2, true)
    seat.take(.terminalTold(facts))
    try seat.set("{ mouse: \"click\" }")
    #expect(try line(seat, "歧义字符宽", "Ambiguous") == (isChinese ? "2 列" : "2 columns"))
    #expect(try line(seat, "整帧显示", "Whole frames") == (isChinese ? "会（2026）" : "yes (2026)"))
    #expect(try line(seat, "鼠标", "Mouse") == (isChinese ? "开" : "on"))
  }

  @Test(arguments: Language.allCases)
  func `F7 asks for the part on a key of its own, and it is told wherever the ticket is`(language: Language) {
    var seat = Seat(120, 40, language)
    let id = TicketID(.repair, 13)
    seat.select(id)
    seat.press("F9", language == .chinese ? "订配件" : "order", "Esc", "F7", "5")
    #expect(seat.text.contains(language == .chinese ? "等哪个配件" : "Which part"), "\(seat.text)")
    seat.press("32 安空开", "Enter")
    let hold = seat.model.desk.tickets[id]?.work.openHold
    #expect(hold?.reason == .parts && hold?.evidence == "32 安空开")
    #expect(seat.text.contains(language == .chinese ? "挂起 待料 自" : "held since"))
    if let ticket = seat.model.desk.tickets[id] {
      let slip = WorkSlip(
        ticket, seat.model.desk.policy, callers: [], deskName: "前台", now: seat.model.now,
        zone: SampleDesk.zone)
      #expect(slip.text(language).contains("32 安空开"))
    }
    seat.press("9", "F8")
    #expect(seat.text.contains("32 安空开"))
    var plain = Seat()
    plain.select(id)
    plain.press("F7", "5", "Enter")
    #expect(plain.model.desk.tickets[id]?.work.openHold?.reason == .parts)
  }

  @Test func `Enter does it, or says why not`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F1", "guaqi", "Enter")
    #expect(seat.text.contains("待料") && seat.model.layers.count == 1)
    seat.press("Esc", "F1", "接单", "Enter")
    #expect(seat.effects.isEmpty && seat.text.contains("现在不行：R-12"))
    seat.press("F2", "3-2", "F1", "派工", "Enter")
    #expect(seat.text.contains("先离开这里（Esc）"))
  }

  @Test(arguments: [
    ("60 换锁芯", 6000, "换锁芯"), ("换水管 80", 8000, "换水管"), ("50.5元 疏通", 5050, "疏通"), ("灯 ¥35.5", 3550, "灯"),
    ("灯管 两百", 20000, "灯管"), ("三十五块 灯", 3500, "灯"),
    ("８０元 换锁芯", 8000, "换锁芯"), ("换锁芯 ￥８０．５", 8050, "换锁芯"), ("80 元 换锁芯", 8000, "换锁芯"), ("80元换锁芯", 8000, "换锁芯"),
    ("换锁芯80元", 8000, "换锁芯"), ("new lock 80 Yuan", 8000, "new lock"), ("80元 灯管 2", 8000, "灯管 2"),
    ("灯管 80元 含人工", 8000, "灯管 含人工"), ("2块玻璃 80", 8000, "2块玻璃"), ("¥ 80 换锁芯", 8000, "换锁芯"),
  ])
  func `a price is typed with its amount first or last`(text: String, amount: Int, what: String) {
    var seat = Seat()
    seat.select(TicketID(.repair, 13))
    seat.press("$", text, "Enter")
    let charge = seat.model.desk.tickets[TicketID(.repair, 13)]?.work.papers.charge
    #expect(charge?.amount == amount && charge?.what == what)
  }

  @Test func `a price with a telephone number asks once, and keeps it masked`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 13))
    seat.press("$", "换水管 13987654321 80", "Enter")
    #expect(seat.text.contains("139****4321") && seat.effects.isEmpty && !seat.model.layers.isEmpty)
    seat.press("Enter")
    let charge = seat.model.desk.tickets[TicketID(.repair, 13)]?.work.papers.charge
    #expect(charge?.amount == 8000 && charge?.what == "换水管 139****4321")
  }

  @Test func `digits of a price are never taken for a row`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 13))
    seat.press("$", "1")
    #expect(!seat.model.layers.isEmpty && !seat.text.contains("1-9选"))
    seat.press("2", "Enter")
    #expect(seat.text.contains("请写金额和项目"))
    #expect(seat.model.desk.tickets[TicketID(.repair, 13)]?.work.papers.charge == nil)
  }

  @Test func `where nothing may be charged, that is said before the list of prices`() {
    var seat = Seat()
    seat.press("4", "$")
    #expect(seat.model.layers.isEmpty && seat.text.contains("不收费"))
  }

  @Test(arguments: [("suspend", Action.suspend), ("undolist", .undoList), ("markall", .markAll)])
  func `a command is found by its name in the settings`(typed: String, action: Action) throws {
    var seat = Seat()
    seat.press("F9", typed)
    guard case .picker(let page) = seat.model.layers.last else { throw Missing() }
    #expect(page.shown.contains { $0.choice == .action(action) })
  }

  @Test(arguments: ["fenji", "dj", "定级"]) func `grading a complaint is found by what the page calls it`(
    typed: String
  ) throws {
    var seat = Seat()
    seat.press("4", "F9", typed)
    guard case .picker(let page) = seat.model.layers.last else { throw Missing() }
    #expect(page.shown.contains { $0.choice == .grade(.serious) })
  }

  private struct Missing: Error {}

  @Test func `a word that is too long for the line keeps its end, and a copy has a line of its own`() throws {
    var seat = Seat(80, 24)
    seat.select(TicketID(.repair, 13))
    seat.press("F9", "dayin", "Enter")
    #expect(seat.text.filter { !$0.isWhitespace }.contains("再F9重新读取设置F1帮助"))
    seat.select(TicketID(.repair, 9))
    seat.press("Ctrl-C")
    let lines = seat.text.split(separator: "\n").map { String($0).trimmed }
    let copied = try #require(
      seat.effects.lazy.compactMap { if case .copy(let text) = $0 { text } else { nil } }.first)
    #expect(lines.contains(copied) && lines.contains("已复制 1 张："))
  }
}
