import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// What stays on screen whatever else is shown.
@Suite struct ChromeTests {
  private func row(_ seat: Seat, _ text: String) -> Int? {
    let frame = render(seat.model)
    return (0..<frame.size.rows).first { frame.line($0).contains(text) }
  }

  private func styles(_ seat: Seat, _ row: Int) -> Set<Character> {
    Set(render(seat.model).styleLine(row, letters: Role.letter))
  }

  @Test(arguments: Language.allCases)
  func `on a wide screen a message has the tag of what broke and of what is about to`(language: Language) {
    var seat = Seat(200, 60, language)
    #expect(seat.text.contains(#/\d\d:\d\d X  [RC]-\d+ /#))
    let id = TicketID(.repair, 13)
    seat.elsewhere(id, .note(text: "看过"))
    seat.hear()
    #expect(seat.text.contains(#/\d\d:\d\d    R-13 /#), "nothing broke")
    #expect(seat.text.contains(#/\d\d:\d\d !  [RC]-\d+ /#))
    #expect(!Seat(120, 40, language).text.contains(#/\d\d:\d\d [X!]  [RC]-\d+ /#))
  }

  @Test func `what nobody looks after for ten minutes is a line in reverse from edge to edge`() throws {
    var seat = Seat(80, 24)
    let line = try #require(row(seat, "R-9 处置超时，已升级"))
    #expect(styles(seat, line) == ["z"])
    seat.press("Enter")
    #expect(row(seat, "R-9 处置超时，已升级") == 22, "a page that covers the messages has it too")
    seat.press("F1")
    #expect(row(seat, "R-9 处置超时，已升级至 主管 赵敏（未确认）  按 F6") == nil, "no key is named that does nothing here")
    seat.press("Esc", "F2")
    #expect(row(seat, "R-9 处置超时，已升级") == nil, "a call does not")
  }

  @Test func `a fresh breach is a line, and no banner yet`() throws {
    var seat = Seat.empty(80, 24)
    let made = NewTicket(
      kind: .repair, place: Place("1-1-0101"), category: "leak", subject: "", urgency: .urgent)
    seat.take(seat.clerk.submit(.report(made), at: SampleDesk.now))
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now + 1860, actor: .system, own: false))
    seat.take(.ticked(SampleDesk.now + 1860))
    let line = try #require(row(seat, "R-1 到场超时，已升级"))
    #expect(styles(seat, line).contains("."))
    seat.take(.ticked(SampleDesk.now + 1800 + 601))
    #expect(styles(seat, line) == ["z"])
  }

  @Test func `of tabs without room the digits stay, and where these have none a sign`() {
    func tabs(_ seat: Seat) -> String { render(seat.model).line(1) }
    #expect(tabs(Seat(80, 24, .english)).contains(" 4 Complaints  5 Today  6  7  8  9 "))
    var narrow = Seat(60, 24, .english)
    #expect(tabs(narrow).hasPrefix(" [1 Tickets 17] 2  3 Patrol  4 Compl  5  6  7  8  9  "))
    narrow.press("F3", "对讲", "Enter")
    #expect(tabs(narrow).contains(" 6 ~ "), "\(tabs(narrow))")
    #expect(!tabs(Seat(200, 60, .english)).contains("~"))
  }

  @Test func `a ticket of another day is taken down by its date, of another year by the year`() {
    let dates = DateWords(zone: SampleDesk.zone)
    let ages: [(TimeInterval, String)] = [(0, "14:32"), (86_400, "10-13"), (400 * 86_400, "2025")]
    for (age, text) in ages {
      #expect(dates.narrow(SampleDesk.now - age, near: SampleDesk.now) == text)
    }
  }

  @Test
  func
    `a header counts late tickets, and a wide one tells what they are late with, as long as there is room`()
  {
    #expect(render(Seat(80, 24).model).line(0).contains("超时3  将超3  投诉超2  漏检2"))
    var seat = Seat(120, 40)
    #expect(render(seat.model).line(0).contains("超时3张(到场1 处置1 反馈1)  将超3  巡更漏2  投诉超2"))
    #expect(!seat.text.contains("待接"))
    let english = render(Seat(120, 40, .english).model).line(0)
    #expect(
      english.contains("late 3 (site 1, fix 1, fdbk 1)  soon 3  patrol missed 2  cplt late 2"))
    seat.press("F2", "1", "Esc")
    seat.take(.storeChanged(readOnly: Words(zh: "只读", en: "read-only")))
    seat.model.heardAt = seat.model.now.addingTimeInterval(-99)
    seat.take(.resized(Size(rows: 24, columns: 100)))
    #expect(render(seat.model).line(0).contains("超时3  将超3"), "\(render(seat.model).line(0))")
    #expect(render(Seat.empty(120, 40).model).line(0).contains("  超时0  将超0"))
  }

  @Test func `the widest header says what nobody has in hand, whether it is heard and which theme is worn`() {
    var seat = Seat(200, 60)
    let waiting = seat.model.desk.tickets.keys.count { seat.model.needsHands($0) }
    #expect(render(seat.model).line(0).contains("投诉超2  待接\(waiting)  声音:开  主题:单色"))
    seat.press("F5", "1")
    #expect(seat.model.board.waitingCount == seat.model.desk.tickets.keys.count { seat.model.needsHands($0) })
    seat.take(.keyPressed(.control("t")))
    #expect(render(seat.model).line(0).contains("声音:静 15分"))
    let before = seat.text
    seat.wait(1)
    #expect(render(seat.model).line(0) == before.split(separator: "\n")[0], "no second ticks in it")
  }

  @Test(arguments: Language.allCases)
  func `once the shift is signed out the header says so, and that nobody is on once nobody is left`(
    language: Language
  ) throws {
    let header = { (seat: Seat) in render(seat.model).line(0) }
    var seat = Seat(200, 60, language)
    seat.press("9", "F8", "F8", "y")
    #expect(
      header(seat).contains(
        language == .chinese ? "早班 已交班，待接 赵敏(主管)" : "Early signed out 赵敏(supervisor)"), "\(header(seat))")
    #expect(header(seat).contains("李敏 在操作") == (language == .chinese), "English has no room for it")
    #expect(seat.model.desk.onShift == ["赵敏", "小刘"])
    seat.model.size = Size(rows: 24, columns: 80)
    #expect(header(seat).contains(language == .chinese ? "早班 已交班，待接" : "Early signed out"), "\(header(seat))")
    seat.model.size = Size(rows: 60, columns: 200)
    seat.press("6")
    #expect(!seat.text.contains(language == .chinese ? "在岗 李敏" : "on   李敏"))
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
      var alone = Seat.empty(columns, rows, language)
      let opened = alone.openShift(.early, on: ["李敏"])
      let shift = try #require(opened)
      #expect(header(alone).contains(language == .chinese ? "早班 李敏" : "Early 李敏"))
      alone.take(alone.clerk.submit(.shift(shift, .signOut), at: SampleDesk.now, actor: SampleDesk.clerk))
      let nobody = language == .chinese ? "没有人当班" : "nobody on shift"
      #expect(header(alone).contains("\(nobody)  李敏"), "\(header(alone))")
      #expect(!header(alone).contains(language == .chinese ? "早班" : "Early"))
      alone.press("F12")
      #expect(header(alone).contains(nobody) || columns == 80, "\(header(alone))")
    }
  }

  @Test(arguments: Language.allCases)
  func `what waits to be acknowledged says which key leads to it, where that key does`(language: Language)
    throws
  {
    let way = language == .chinese ? "按 g 跳到该单" : "g goes there"
    var busy = Seat(80, 24, language)
    busy.press("Down")
    #expect(!busy.text.contains(way), "the newest is another")
    #expect(busy.text.contains(language == .chinese ? "选中后按 F6 确认" : "select it, F6"))
    var seat = Seat.empty(80, 24, language)
    for (room, urgency) in [("1-1-101", Urgency.urgent), ("1-1-102", .ordinary)] {
      let ticket = NewTicket(
        kind: .repair, place: Place(room), category: "doors", subject: "门坏", urgency: urgency)
      seat.take(seat.clerk.submit(.report(ticket), at: SampleDesk.now - 2400))
    }
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now, actor: .system, own: false))
    let id = try #require(seat.model.board.escalated.keys.first)
    seat.press("End")
    #expect(seat.text.contains(way) && seat.model.selectedTicket != id, "\(seat.text)")
    seat.press("g")
    #expect(seat.model.selectedTicket == id && !seat.text.contains(way))
  }

  @Test func `the tab of today stands among the views, and that of complaints says how many are late`() throws
  {
    let wide = Seat(120, 40)
    #expect(render(wide.model).line(1).contains("4 投诉 4(超2)  5 今日  6 人员 3"))
    #expect(render(Seat(120, 40, .english).model).line(1).contains("4 Complaints 4(2 late)  5 Today"))
    let narrow = Seat(80, 24)
    let line = render(narrow.model).line(1)
    #expect(line.contains("4 投诉  5 今日  6 人员  7 义务  8 突发  9 交接"), "\(line)")
    let pressed = { (seat: Seat) in
      var seat = seat
      seat.press("4")
      return render(seat.model).line(1)
    }
    #expect(pressed(narrow).contains("[4 投诉 4(超2)]"))
    #expect(styles(narrow, 1).contains("c"), "what is late is no dim word")
    #expect(!styles(Seat.empty(80, 24), 1).contains("c"))
  }

  @Test(arguments: [60, 70, 80])
  func `the header drops what is late last`(columns: Int) {
    var seat = Seat(columns, 24)
    seat.press("F2", "1", "F2", "2", "F2", "3", "F2", "4")
    seat.model.heardAt = seat.model.now.addingTimeInterval(-99)
    #expect(seat.text.contains("超时3  将超3"))
    #expect(seat.text.contains("投诉超2"))
    #expect(seat.text.contains("通话中静音") == (columns > 60))
  }

  @Test(arguments: [60, 70, 80, 120], Language.allCases)
  func `the time of day is the last thing that the header drops`(columns: Int, language: Language) throws {
    var seat = Seat(columns, 16, language)
    seat.press("F2", "1", "F2", "2", "F2", "3", "F2", "4")
    seat.model.heardAt = seat.model.now.addingTimeInterval(-99)
    seat.take(.storeChanged(readOnly: Words(zh: "只读", en: "read-only")))
    let header = render(seat.model).line(0)
    #expect(header.contains(" 14:32 "), "\(header)")
    #expect(header.contains(language == .chinese ? "超时" : "late "))
  }

  @Test(arguments: Language.allCases, [60, 120])
  func `what is empty says what comes there, and the key that brings it`(language: Language, columns: Int) {
    var seat = Seat.empty(columns, 40, language)
    /// Wherever the lines are broken.
    func says(_ chinese: String, _ english: String) -> Bool {
      let text = seat.text.filter { !$0.isWhitespace }
      return text.contains(language == .chinese ? chinese : english.filter { $0 != " " })
    }
    #expect(says("还没有消息。F2建单后", "No messages yet. F2"))
    seat.press("2")
    #expect(says("先到先断的在前。", "what breaks next first."))
    #expect(says("没有在走的时限。F2", "No clock is running. F2"))
    seat.press("5")
    #expect(says("换一段时间。", "another period."))
    #expect(says("还没有受理。F2", "No call in this period yet. F2"))
    seat.press("F2")
    #expect(says("新建", "New"), "the key does what it says")
  }

  @Test func `a form is a call for as long as somebody types into it`() {
    var seat = Seat()
    #expect(!seat.text.contains("通话中静音"))
    seat.press("F2")
    #expect(seat.text.contains("通话中静音"))
    seat.wait(91)
    #expect(!seat.text.contains("通话中静音"))
  }

  @Test func `a page two levels down says how one came there`() {
    var seat = Seat()
    seat.press("F3", "漏水", "F3")
    #expect(!seat.text.contains(" > "))
    seat.press("Enter")
    #expect(seat.text.contains("-- 工单 > 含「漏水」 > R-"))
    seat.press("Esc", "Esc", "Enter")
    #expect(!seat.text.contains(" > "))
  }

  @Test func `the card takes a new call and the help, and gives up blanks before words`() {
    var seat = Seat(40, 8)
    #expect(seat.text.contains("超时 3  将超 3  投诉超 2  漏检 2"))
    seat.press("F2", "3-2-1501 ls", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.work.category == "leak")
    #expect(seat.text.contains("R-17"), "and says so")
    seat.model.notice = nil
    seat.model.size = Size(rows: 6, columns: 40)
    #expect(seat.text.contains("放大窗口后自动恢复原样"))
    seat.model.size = Size(rows: 1, columns: 10)
    #expect(seat.text.contains("窗口过小"))
  }

  @Test(arguments: Language.allCases)
  func `in a window too small the help and the commands are a list that a choice is made from`(
    language: Language
  ) {
    var seat = Seat(40, 8, language)
    #expect(
      seat.text.contains(language == .chinese ? "F2 新建仍可用   F1 帮助" : "F2 new call still works   F1 help"))
    seat.press("F9", language == .chinese ? "jiaojie" : "handover")
    #expect(seat.text.contains(language == .chinese ? "交接页" : "Handover:"))
    seat.press("Enter")
    #expect(seat.model.view == .handover && seat.model.layers.isEmpty)
    seat.press("F1", language == .chinese ? "计时页" : "Timers")
    #expect(seat.text.contains(language == .chinese ? "2  计时页" : "2  Timers"), "\(seat.text)")
    seat.press("Enter")
    #expect(seat.model.view == .timers)
    seat.press("F1", "F2")
    #expect(seat.text.contains(language == .chinese ? "> 速记" : "> Quick"))
  }

  @Test(arguments: Language.allCases)
  func `on the card a form shows the field that is typed into, what it reads and the caret`(
    language: Language
  ) {
    var seat = Seat(40, 8, language)
    seat.press("F2", "3-2-1501 漏水")
    #expect(render(seat.model).line(1).contains("3-2-1501 漏水"), "\(seat.text)")
    #expect(render(seat.model).cursor == Position(row: 1, column: 26))
    #expect(render(seat.model).line(2).contains("3-2-1501"))
    #expect(seat.text.contains(language == .chinese ? "(紧急)" : "(urgent)"), "\(seat.text)")
    seat.press("Down", "Down", "王女士")
    #expect(render(seat.model).line(1).contains(language == .chinese ? "> 报修人" : "> Caller"))
    #expect(render(seat.model).line(1).contains("王女士"))
    seat.press("Ctrl-X")
    #expect(seat.text.contains(language == .chinese ? "y丢掉" : "y Discard"), "\(seat.text)")
    #expect(seat.text.contains("王女士"), "what is to be thrown away is in sight")
    seat.press("y")
    #expect(seat.model.layers.isEmpty && seat.model.drafts.isEmpty)
  }

  @Test func `a line that ends with its last column is not cut for the blank behind it`() {
    #expect(wrapped("for good: y does it", columns: 11) == ["for good: y", "does it"])
    var seat = Seat(50, 12, .english)
    seat.press("F2", "3-2-1501 漏水", "Ctrl-X")
    #expect(seat.text.contains("for good: y") && !seat.text.contains("for good: ~"), "\(seat.text)")
  }

  @Test(arguments: Language.allCases)
  func `on the card a text that is asked for is seen, and so is what is asked about it`(language: Language) {
    var seat = Seat(40, 8, language)
    seat.press("b", "等业主回电")
    #expect(seat.text.contains(language == .chinese ? "备注" : "Note") && seat.text.contains("等业主回电"))
    #expect(render(seat.model).cursor?.column == 11)
    seat.press("Esc", "F5", "老网", "Enter")
    #expect(seat.text.contains(language == .chinese ? "员工名单上没有 老网" : "Not on the staff: 老网"))
    #expect(seat.text.contains(language == .chinese ? "Enter登记" : "Enter AddThem"))
  }

  @Test func `the card names what wants looking after first, complaints too`() throws {
    let seat = Seat(40, 8)
    let first = try #require(seat.model.board.urgent(1).first)
    #expect(seat.text.contains("最急 \(first) "))
    #expect(first.kind == .complaint || seat.model.board.urgent(2).contains { $0.kind == .complaint })
  }

  @Test(arguments: Language.allCases)
  func `the card says what is open and which key closes it`(language: Language) {
    for size in [Size(rows: 10, columns: 40), Size(rows: 13, columns: 61)] {
      for key in ["F1", "F9", "F2", "b", "F5", "S", "Enter"] {
        var seat = Seat(size.columns, size.rows, language)
        let before = seat.text
        seat.press(key)
        #expect(seat.text != before && seat.text.contains("Esc"), "\(key)\n\(seat.text)")
        seat.press("Esc")
        #expect(seat.text == before, "\(key)")
      }
    }
  }

  @Test func `five lines greet a desk that never had a ticket, and never again`() {
    var seat = Seat.empty(80, 24)
    #expect(seat.text.contains("来电时按 F2，一行写完"))
    seat.press("F3", "x")
    #expect(!seat.text.contains("来电时按 F2"))
    seat.press("Esc", "Esc", "F2", "3-2-1501 ls", "Ctrl-S", "F9", "作废", "Enter", "试一下", "Enter", "Down")
    #expect(seat.list().isEmpty)
    #expect(!seat.text.contains("来电时按 F2"))
  }

  @Test func `a count is an alarm as soon as there is one, and none before`() throws {
    let quiet = HeaderView.counts(Seat.empty().model)
    #expect(quiet.map(\.text) == ["超时0", "将超0"] && quiet.allSatisfy { $0.role == .header })
    let late = HeaderView.counts(Seat().model)
    #expect(late.map(\.text) == ["超时3", "将超3", "投诉超2", "漏检2"])
    #expect(late.map(\.role) == [.headerAlert, .headerSoon, .headerAlert, .headerAlert])
  }

  @Test func `the header has the whole name of the desk or none, and who sits there before half a name`() {
    for columns in 60...120 {
      var seat = Seat(columns, 24, .english)
      seat.press("F2", "1", "F2", "2")
      let line = render(seat.model).line(0)
      #expect(line.contains("翠湖花园前台") || !line.contains("翠"), "\(columns) \(line)")
    }
  }

  @Test(arguments: Language.allCases, [80, 120, 200])
  func `the header names who is on shift, and whoever is at the keys only where they are on it`(
    language: Language, columns: Int
  ) {
    var seat = Seat(columns, 24, language)
    let shift = language == .chinese ? "早班" : "Early"
    for (name, first) in [("赵敏", "赵敏"), ("root", "李敏"), ("李敏", "李敏")] {
      seat.model.actor.name = name
      let header = render(seat.model).line(0)
      #expect(header.contains("\(shift) \(first)"), "\(header)")
      #expect(columns < 200 || header.contains("小刘"), "\(header)")
      let isSaid = header.contains(language == .chinese ? "root 在操作" : "root acts")
      #expect(isSaid == (name == "root" && columns == 200), "\(header)")
    }
    #expect(render(Seat.empty(columns, 24, language).model).line(0).contains("李敏"), "nobody is on yet")
    seat = .empty(columns, 24, language)
    seat.press("9", "F8", "1", "、王强", "Enter", "Enter")
    seat.model.actor.name = "root"
    let quiet = render(seat.model).line(0)
    #expect(quiet.contains(language == .chinese ? "root 在操作" : "root acts"), "\(quiet)")
  }

  @Test func `the tab row names the order of a list, and gives it up before a view unless somebody chose it`()
  {
    var seat = Seat(120, 24)
    #expect(seat.text.contains("按剩余时间"))
    for page in ["3", "6", "7", "8", "9"] {
      seat.press(page)
      #expect(!seat.text.contains("按剩余时间"), "\(page)")
    }
    seat = Seat(80, 24, .english)
    #expect(seat.text.contains("4 Complaints") && !seat.text.contains("by time left"))
    seat.press("F9", "by number", "Enter")
    #expect(render(seat.model).line(1).contains("by number"))
  }

  @Test func `a list that is longer than its room says which rows are in sight`() {
    var seat = Seat(80, 24)
    #expect(render(seat.model).line(15).hasSuffix(" 1-12/17 --"))
    seat.press("End")
    #expect(render(seat.model).line(15).hasSuffix(" 6-17/17 --"))
    seat.press("4")
    #expect(!render(seat.model).line(15).contains("/"))
    seat = Seat(200, 60)
    #expect(!seat.text.contains("/17 --"))
  }

  @Test func `below a tall list stands what happened to the ticket lately, the latest first`() throws {
    var seat = Seat(200, 60)
    seat.select(TicketID(.repair, 12))
    seat.press("b", "业主又来电", "Enter")
    let first = try #require(row(seat, "经过   14:32  李敏     备注：业主又来电"))
    #expect(render(seat.model).line(first + 1).contains("系统     到场超时，升级至 主管"))
    seat = Seat(80, 24)
    #expect(!seat.text.contains("经过"))
  }

  @Test func `a question names its ticket first, so that no length of it hides that`() {
    for language in Language.allCases {
      var seat = Seat(80, 24, language)
      seat.select(TicketID(.repair, 12))
      seat.press("M", "阀芯")
      #expect(render(seat.model).line(22).hasPrefix(" R-12 ") && seat.text.contains("阀芯"))
    }
  }

  @Test func `a box with more rows than room says which one the cursor is on`() {
    var seat = Seat(80, 24)
    seat.select(TicketID(.repair, 12))
    seat.press("c")
    #expect(seat.text.contains(" 1/"))
    seat.press("Down", "Down")
    #expect(seat.text.contains(" 3/"))
    seat.press("Esc", "F7")
    #expect(!seat.text.contains(" 1/"))
  }

  @Test func `a list whose order would be the same says nothing of rows that moved`() {
    var seat = Seat.empty(120, 40)
    seat.press("F2", "1-1-0101 漏水 急", "Ctrl-S", "F6")
    #expect(seat.model.frozen?.moved.isEmpty == false && seat.model.pendingMoves == 0)
    #expect(!seat.text.contains("顺序有变"))
    seat.wait(10)
    seat.press("F2", "1-1-0102 漏水 急", "Ctrl-S")
    seat.wait(10)
    seat.select(TicketID(.repair, 2))
    seat.press("F6")
    #expect(seat.model.pendingMoves == 1, "its feedback is due after that of the first")
    seat.elsewhere(TicketID(.repair, 1), .giveFeedback(text: "", reporter: nil))
    seat.hear()
    #expect(seat.model.pendingMoves == 0, "of the first nothing runs any more, so it stands behind again")
  }

  @Test(arguments: Language.allCases)
  func `a small card cuts no count`(language: Language) {
    var seat = Seat(40, 8, language)
    seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "F2", "3-2-1501", "Esc")
    for count in HeaderView.counts(seat.model) {
      let words = count.text.filter { !$0.isWhitespace }
      #expect(
        seat.text.split(separator: "\n").contains { $0.filter { !$0.isWhitespace }.contains(words) },
        "\(count.text)")
    }
  }

  @Test func `what lies over a page for a moment does not repeat its name`() {
    var seat = Seat(80, 24)
    seat.press("4", "Enter")
    let title = render(seat.model).line(1)
    for key in ["F5", "b"] {
      seat.press(key)
      #expect(seat.model.layers.count == 2 && render(seat.model).line(1) == title)
      seat.press("Esc")
    }
    seat.press("Esc", "1", "F3", "漏水", "F3", "Enter", "b")
    #expect(seat.model.layers.count == 3 && seat.text.contains("漏水」 > R-"))
  }

  @Test func `a desk that was just opened does not tell of people who were imported`() {
    var seat = Seat.empty(120, 40)
    let changed = Event.household(Place("1-1-0101"), .contactChanged(contact: "h"))
    seat.model.recall([
      RecordedEvent(
        position: 1, command: UUID(), sequence: 0, version: 1, occurredAt: SampleDesk.now,
        recordedAt: SampleDesk.now, actor: SampleDesk.clerk, event: changed)
    ])
    #expect(seat.model.messages.isEmpty)
    #expect(seat.text.contains("import households"))
    seat.model.directory = Directory([Contact(id: "h", name: "张三", phone: "1", household: Place("1-1-0101"))])
    #expect(!seat.text.contains("import households") && seat.text.contains("Ctrl-S"))
  }

  @Test(arguments: Language.allCases)
  func `a ticket that waits shows so beside a clock that runs on, and why and since when below it`(
    language: Language
  ) throws {
    var seat = Seat(80, 24, language)
    let id = try #require(seat.list().first { $0.kind == .enquiry })
    seat.select(id)
    seat.press("F7", "1")
    let held = try #require(seat.model.desk.tickets[id]?.work.openHold)
    let row = try #require(seat.text.split(separator: "\n").first { $0.contains("\(id)") })
    #expect(row.contains(language == .chinese ? "=  反馈" : "=  fdbk"))
    seat.model.settings.isAccessible = true
    #expect(seat.text.contains(language == .chinese ? "挂起 物业费" : "held 物业费"))
    seat.model.settings.isAccessible = false
    let since = language == .chinese ? "挂起 \(held.reason.words.zh) 自 14:32" : "held since 14:32: "
    #expect(seat.text.contains(since))
    seat.press("Enter")
    #expect(seat.text.contains(since))
  }

  @Test(arguments: [(80, 24), (200, 60)])
  func `a promised time stands in the columns of the other clocks`(columns: Int, rows: Int) throws {
    var seat = Seat(columns, rows)
    seat.press("F9", "daying", "Enter", "14:40 师傅上门", "Enter")
    seat.wait(10)
    seat.press("2")
    let frame = render(seat.model)
    let text = try #require((3..<rows).map(frame.line).first { $0.dropFirst(5).hasPrefix("答应 余") })
    func column(_ word: String, _ line: String) -> Int? {
      line.range(of: word).map { displayWidth(String(line[..<$0.lowerBound])) }
    }
    #expect(column("师傅上门", text) == column("事项", frame.line(2)))
  }
}

extension Seat {
  /// Opens a shift and says which.
  fileprivate mutating func openShift(_ name: ShiftName, on staff: [String]) -> ShiftID? {
    take(clerk.submit(.startShift(name, on: staff), at: SampleDesk.now, actor: SampleDesk.clerk))
    return model.desk.openShift?.id
  }
}
