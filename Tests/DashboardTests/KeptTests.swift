import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What is kept on disk, and that it comes back.
@Suite struct KeptTests {
  private func draft(_ effect: Effect?) -> (KeptDraft, Int)? {
    if case .keepDraft(let draft, let id) = effect { (draft, id) } else { nil }
  }

  @Test func `a form is kept at every change of field and with the next second`() throws {
    var seat = Seat()
    seat.press("F2", "Down", "3-2-1501")
    #expect(seat.kept.count == 1, "the first letter changes an empty form")
    seat.wait(1)
    let (typed, id) = try #require(draft(seat.kept.dropFirst().first))
    #expect(typed.texts["place"] == "3-2-1501" && typed.openedAt == SampleDesk.now)
    seat.press("Enter")
    let moved = draft(seat.kept.last { draft($0) != nil })
    #expect(moved?.0.focus == "reporter" && moved?.1 == id)
  }

  @Test func `a draft that does not reach the disk is not called kept, until it does again`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501")
    seat.take(.draftsUnkept(Words(zh: "草稿存不到 /x。", en: "")))
    #expect(seat.text.contains("草稿存不到 /x。"))
    seat.press("Esc")
    #expect(seat.text.contains("存不到磁盘，退出就没有了"))
    seat.press("Q")
    #expect(seat.text.contains("还有 1 张草稿存不到磁盘") && seat.effects.isEmpty)
    seat.press("Up")
    seat.take(.draftsUnkept(nil))
    seat.press("Shift-F2", "Enter", "Esc")
    #expect(seat.text.contains("已收进草稿"))
  }

  @Test func `nothing is kept of a form that nobody typed into`() {
    var seat = Seat()
    seat.press("F2", "Down")
    seat.wait(2)
    #expect(seat.kept.allSatisfy { draft($0) == nil })
  }

  @Test func `a saved form is kept no longer, and a parked one is`() throws {
    var seat = Seat()
    seat.press("F2", "3-2-1501", "Esc")
    let (_, first) = try #require(draft(seat.kept.last { draft($0) != nil }))
    seat.press("F2", "Down", "1-1-101", "Down", "Down", "Down", "ls")
    seat.wait(1)
    let (_, second) = try #require(draft(seat.kept.last { draft($0) != nil }))
    #expect(first != second)
    seat.press("Ctrl-S")
    #expect(seat.model.layers.isEmpty)
    #expect(seat.kept.last == .dropDraft(second))
    #expect(!seat.kept.contains(.dropDraft(first)))
  }

  @Test func `a form that is emptied again is kept no longer`() throws {
    var seat = Seat()
    seat.press("F2", "3")
    seat.wait(1)
    let (_, id) = try #require(draft(seat.kept.last { draft($0) != nil }))
    seat.press("Backspace")
    #expect(seat.kept.last == .dropDraft(id))
  }

  @Test func `drafts that were found come back whole`() throws {
    var before = Seat()
    before.press("F2", "Down", "3-2-1501", "Down", "张三", "Down", "13812345678", "Down", "ls", "Down", "厨房")
    before.wait(1)
    let (kept, _) = try #require(draft(before.kept.last { draft($0) != nil }))
    let again = try JSONDecoder().decode(KeptDraft.self, from: JSONEncoder().encode(kept))
    var seat = Seat()
    seat.take(.draftsFound([4: again]))
    #expect(seat.text.contains("草稿1") && seat.text.contains("找回 1 张"))
    #expect(seat.kept.isEmpty, "what is on disk already is not written again")
    seat.press("Shift-F2", "Ctrl-S")
    #expect(seat.effects.contains { if case .submit = $0 { true } else { false } })
    #expect(seat.kept.last == .dropDraft(4))
  }

  @Test func `a draft keeps who was chosen and what it is linked to, and no phone that nobody typed`() throws
  {
    let li = Contact(
      id: "h2", name: "李四", phone: "13900001111", household: Place("3-2-1501"), role: .tenant)
    let zhang = Contact(id: "h1", name: "张三", phone: "", household: Place("3-2-1501"), role: .owner)
    var before = Seat()
    before.take(.directoryRead(Directory([zhang, li])))
    before.press("7", "F2", "3-2-1501 ls", "Down", "Down", "2")
    before.wait(1)
    let (kept, _) = try #require(draft(before.kept.last { draft($0) != nil }))
    let data = try JSONEncoder().encode(kept)
    #expect(!String(decoding: data, as: UTF8.self).contains("13900001111"))
    var seat = Seat()
    seat.take(.draftsFound([4: try JSONDecoder().decode(KeptDraft.self, from: data)]))
    #expect(seat.kept.isEmpty, "what is on disk already is not written again")
    seat.take(.directoryRead(Directory([zhang, li])))
    seat.press("Shift-F2")
    #expect(seat.text.contains("= 李四 租户"))
    seat.press("Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.work.reporters.first?.contact == "h2")
    #expect(seat.model.desk.ledger.states.values.contains { $0.spans.contains { !$0.tickets.isEmpty } })
  }

  @Test func `a desk comes back to where it was left`() throws {
    var before = Seat()
    before.press("4", "Down", "L", "1", "Down", "Down")
    before.take(.left)
    guard case .keepState(let state) = before.kept.last else {
      return #expect(Bool(false), "nothing was kept")
    }
    var seat = Seat()
    seat.model.restore(
      try JSONDecoder().decode(KeptState.self, from: JSONEncoder().encode(state)), keepingLanguage: false)
    #expect(seat.model.view == .tickets && seat.model.language == .english)
    #expect(seat.model.selectedTicket == before.model.selectedTicket)
    #expect(seat.model.lists[.complaints]?.selected == before.model.lists[.complaints]?.selected)
    seat.wait(1)
    #expect(seat.kept.isEmpty)
  }

  @Test func `lists come back with the row that was first, and every view with what its cursor was on`()
    throws
  {
    var before = Seat(80, 24)
    before.press("3", "Down", "Down", "Down", "6", "Down", "7", "End", "1", "End", "Up", "Up")
    let list = try #require(before.model.lists[.tickets])
    #expect(list.top > 0 && list.index > list.top)
    before.take(.left)
    guard case .keepState(let state) = before.kept.last else {
      return #expect(Bool(false), "nothing was kept")
    }
    var seat = Seat(80, 24)
    seat.model.restore(
      try JSONDecoder().decode(KeptState.self, from: JSONEncoder().encode(state)), keepingLanguage: false)
    #expect(seat.model.lists[.tickets] == list)
    for view in [View.patrol, .staff, .duties] {
      #expect(seat.model.lists[view]?.selected == before.model.lists[view]?.selected, "\(view)")
      #expect(seat.model.lists[view]?.selected != nil)
    }
    seat.wait(1)
    #expect(seat.kept.isEmpty)
    seat.elsewhere(TicketID(.repair, 9), .cancel(reason: "误报"))
    seat.hear()
    #expect(
      try JSONDecoder().decode(
        KeptState.self, from: Data("{\"view\":\"tickets\",\"filter\":\"\",\"selected\":{}}".utf8)
      ).top == nil)
  }

  @Test func `the form says when its draft was kept, in minutes, and not while it reaches no disk`() {
    var seat = Seat(80, 24)
    seat.press("F2")
    #expect(!seat.text.contains("已自动存草稿"))
    seat.press("3-2-1501")
    seat.wait(1)
    #expect(seat.text.contains("来电 0分  已自动存草稿 14:32"))
    let before = seat.text
    seat.wait(30)
    #expect(seat.text == before)
    seat.take(.draftsUnkept(Words(zh: "草稿存不到 /x。", en: "")))
    #expect(!seat.text.contains("已自动存草稿"))
  }

  @Test func `a filter comes back, a box that was open does not`() throws {
    var before = Seat()
    before.press("F3", "老王", "Enter", "F9", "by number", "Enter", "F5")
    #expect(before.model.layers.count == 1)
    before.take(.left)
    guard case .keepState(let state) = before.kept.last else {
      return #expect(Bool(false), "nothing was kept")
    }
    var seat = Seat()
    seat.model.restore(state, keepingLanguage: false)
    #expect(seat.model.layers.isEmpty && seat.model.filter?.isTyping == false)
    #expect(seat.list() == before.list() && seat.text.contains("筛选"))
    #expect(seat.model.sort == .number)
    seat.press("0", "Down")
    #expect(seat.model.isTyping == false)
  }

  @Test func `of another record only the looks come back`() throws {
    var before = Seat()
    before.press("T", "2", "F3", "老王", "Enter", "F9", "by number", "Enter", "L", "4", "Down")
    before.take(.left)
    guard case .keepState(let state) = before.kept.last else {
      return #expect(Bool(false), "nothing was kept")
    }
    var seat = Seat()
    seat.model.restore(state.looks, keepingLanguage: false)
    #expect(seat.model.filter == nil && seat.model.view == .tickets && seat.model.recent.isEmpty)
    #expect(seat.model.sort == .number && seat.model.language == .english)
  }

  @Test func `a state that names what is gone does no harm`() {
    var state = KeptState()
    (state.view, state.language, state.theme) = ("garden", "tlh", "neon")
    state.selected = ["tickets": "R-9999", "nowhere": "?"]
    var seat = Seat()
    let before = seat.model.selectedTicket
    seat.model.restore(state, keepingLanguage: false)
    #expect(seat.model.view == .tickets && seat.model.language == .chinese)
    #expect(seat.model.selectedTicket == before)
  }
}

/// The settings file.
@Suite struct SettingsTests {
  private func settings(_ text: String) throws(SettingsError) -> Settings {
    var settings = Settings()
    try settings.apply(json5: text, file: "config.json5")
    return settings
  }

  @Test func `what a file does not say has its default, and what it says is read`() throws {
    #expect(try settings("{}") == Settings())
    let read = try settings(
      """
      { lang: "zh", desk: { name: "翠湖", role: "wall" }, syncOutput: "off", bracketedPaste: false, theme: { day: "light", night: "night", from: "06:30" }, color: "16",
        border: "lines", ambiguousWidth: 2, keys: { escDelayMs: 50 }, list: { freezeMs: 500 }, undo: { windowSec: 5 },
        accessible: true, mouse: "click", wall: { pageSec: 30 }, privacy: { wallRooms: "masked" },
        print: { command: ["lp", "-o", "raw"] }, scripts: { leak: "先关\\\"总阀\\\"。", gas: "出门再打。" },
        alert: { pulse: true }, notify: { bell: false, minGapSec: 5, repeatSec: 90, quiet: ["22:00", "07:00"] } }
      """)
    #expect(read.theme == .hours(day: "light", night: "night", from: 390, to: 1140))
    #expect(read.notify.isQuiet(1400) && read.notify.isQuiet(0) && !read.notify.isQuiet(420))
    #expect(read.deskName == "翠湖" && read.freeze == 0.5 && read.isAccessible && read.ambiguousWidth == 2)
    #expect(read.deskRole == .wall && read.syncOutput == .off && !read.marksPastes)
    #expect(read.pulses && read.undoWindow == 5 && read.printer?.count == 3)
    #expect(read.scripts == ["leak": "先关\"总阀\"。", "gas": "出门再打。"])
    #expect(read.mouse == .click && read.wall.pageSpan == 30 && read.wall.rooms == .masked)
    #expect(try settings(read.json5) == read, "what is shown can be read again")
    #expect(try settings(Settings().json5) == Settings())
  }

  @Test(arguments: [
    ("{ lang: \"tlh\" }", 1, 3), ("{ theme: {\n from: \"25:00\" } }", 2, 2), ("{ color: \"512\" }", 1, 3),
    ("{ border: \"thick\" }", 1, 3), ("{ ambiguousWidth: 3 }", 1, 3), ("{ keys: { escDelayMs: 0 } }", 1, 11),
    ("{ notify: { quiet: [\"22:00\"] } }", 1, 13),
    ("{ notify: { toasts: \"off\" } }", 1, 13), ("{ mouse: \"drag\" }", 1, 3),
    ("{ wall: { pageSec: 0 } }", 1, 11), ("{ alert: { pulse: 3 } }", 1, 12),
    ("{ desk: { role: \"garden\" } }", 1, 11), ("{ syncOutput: true }", 1, 3),
    ("{ syncOutput: \"yes\" }", 1, 3), ("{ bracketedPaste: \"no\" }", 1, 3),
    ("{ list: { freezeMs: \"long\" } }", 1, 11),
    ("{ undo: { windowSec: 61 } }", 1, 11), ("{ print: { command: [\"./lp\"] } }", 1, 12),
    ("{ scripts: {\n  leek: \"关阀\" } }", 2, 3),
    ("{ scripts: { leak: 3 } }", 1, 14),
  ])
  func `a fault is told with its place, and only what it stands at is left out`(
    text: String, line: Int, column: Int
  ) throws {
    let before = "privacy: { wallRooms: \"masked\" }, "
    let written = text.dropFirst(2).dropLast(2)
    for (json5, columns) in [
      (text, 0), ("{ \(before)\(written) }", before.count), ("{ \(written), \(before)}", 0),
    ] {
      var settings = Settings()
      let faults = try settings.apply(json5: json5, file: "c")
      #expect(faults.map(\.line) == [line] && faults.map(\.column) == [column + (line == 1 ? columns : 0)])
      var expected = Settings()
      if json5 != text { expected.wall.rooms = .masked }
      expected.theme = settings.theme
      #expect(settings == expected)
    }
  }

  @Test(arguments: [
    "{ accessible: true,, }", "{ mouse: \"click\", mouse: \"off\" }", "[]", "{ accessible: true",
  ])
  func `of a text that cannot be read nothing counts`(text: String) {
    var settings = Settings()
    #expect(throws: SettingsError.self) { try settings.apply(json5: text, file: "c") }
    #expect(settings == Settings())
  }

  @Test func `every mistake is told in the order of the file, and the rest of it holds`() throws {
    var settings = Settings()
    let faults = try settings.apply(
      json5: """
        {
          // the office
          desk: { name: "东门岗", roll: "wall" }, accessible: true,
          notify: { minGapSec: 0, repeatSec: 90, quiet: ["22:00", "27:00"] /* night */ , bell: "no" },
          theme: "drak", list: 5,
          keys: { bind: { "ticket.hold": ["p"], "ticket.note": ["k"] } },
          sla: { soonMin: { fix: 5 } }, undo: { windowSec: 1.5 }, wall: { pageSec: 30 }
        }
        """, file: "c", themes: { ["dark"] })
    #expect(faults.map(\.line) == [3, 4, 4, 4, 5, 5, 6, 7, 7])
    #expect(faults.map(\.column) == [24, 13, 59, 82, 3, 18, 35, 3, 41])
    #expect(faults[4].fault == .badValue(key: "theme", value: "drak", allowed: ["dark"]))
    #expect(settings.deskName == "东门岗" && settings.isAccessible && settings.notify.again == 90)
    #expect(settings.keyTable.action(for: .character("k")) == .note && settings.wall.pageSpan == 30)
    #expect(
      settings.notify.gap == Settings().notify.gap && settings.notify.quiet == nil && settings.notify.bell)
    #expect(settings.undoWindow == 8 && settings.theme == .automatic)
  }

  @Test func `what is wrong in a person's file leaves what the office says`() throws {
    var settings = Settings()
    try settings.apply(json5: "{ undo: { windowSec: 5 } }", file: "site")
    #expect(try settings.apply(json5: "{ undo: { windowSec: 99 } }", file: "own").count == 1)
    #expect(settings.undoWindow == 5)
  }

  @Test func `a text with a hundred mistakes is another file, and nothing of it counts`() {
    var settings = Settings()
    let text = "{ accessible: true, " + (1...100).map { "k\($0): 1" }.joined(separator: ", ") + " }"
    #expect(throws: SettingsError.self) { try settings.apply(json5: text, file: "c") }
    #expect(settings == Settings())
  }

  @Test func `settings that are read again hold at once`() {
    var seat = Seat()
    seat.press("F9", "重新读取", "Enter")
    #expect(seat.effects == [.readSettings])
    var settings = Settings()
    (settings.deskName, settings.language) = ("东门岗", .english)
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    #expect(seat.text.contains("东门岗") && seat.text.contains("read again"))
    seat.press("L")
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    #expect(seat.model.language == .chinese, "what was chosen on the screen stays")
    seat.take(
      .settingsRead(Settings(), themes: ThemeTests.shelf.themes, fault: Words(zh: "第 3 行错", en: "line 3")))
    #expect(seat.text.contains("第 3 行错"))
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    seat.take(.settingsRead(nil, themes: ThemeTests.shelf.themes, fault: Words(zh: "没有写完", en: "too early")))
    #expect(seat.text.contains("没有写完") && seat.model.settings == settings, "those in force stay")
  }

  @Test func `how many colours there are to be is read again too, never more than the terminal has`() {
    var model = Model(
      size: Size(rows: 24, columns: 80), language: .english, themes: ThemeTests.shelf.themes, colours: 256,
      deskName: "", actor: SampleDesk.clerk, now: SampleDesk.now, desk: SampleDesk.lived.desk, contacts: [:])
    model.wear()
    let worn = model.looks
    #expect(worn.contains { $0.foreground >= 16 })
    for (asked, most) in [(Settings.Colour.never, -1), (.few, 15), (.direct, 255)] {
      var settings = Settings()
      settings.colour = asked
      _ = model.update(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
      #expect(model.looks.map(\.foreground).max() ?? 0 <= most, "\(asked)")
      #expect((model.themes[model.theme].id == "mono") == (asked == .never))
    }
    _ = model.update(.settingsRead(Settings(), themes: ThemeTests.shelf.themes, fault: nil))
    #expect(model.looks == worn)
  }

  @Test func `what only the next opening goes by is said when settings are read again`() {
    var seat = Seat(80, 24, .english)
    var settings = Settings()
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    #expect(!seat.text.contains("desk.role"))
    settings.deskRole = .wall
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    #expect(seat.text.contains("The settings were read again; desk.role counts from the next opening"))
  }

  @Test func `lines are thin where the terminal says they are narrow`() {
    var seat = Seat(120, 40)
    seat.press("F5")
    let plain = seat.text
    #expect(!plain.contains("─"))
    var facts = TerminalFacts()
    facts.ambiguousWidth = 1
    seat.take(.terminalTold(facts))
    let thin = seat.text
    #expect(thin.contains("── ") && thin.contains("│") && thin.contains("┌─") && thin.contains("─┘"))
    #expect(thin.contains("└") && thin.contains("┐") && thin.contains("3-2-1501"))
    facts.ambiguousWidth = 2
    seat.take(.terminalTold(facts))
    #expect(seat.text == plain)
  }

  @Test(arguments: [("ascii", 1, false), ("lines", nil, true), ("lines", 2, true), ("auto", nil, false)])
  func `the settings choose lines whatever the terminal says of them`(
    border: String, width: Int?, isThin: Bool
  ) throws {
    var seat = Seat(120, 40)
    var facts = TerminalFacts()
    facts.ambiguousWidth = width
    seat.take(.terminalTold(facts))
    try seat.set("{ border: \"\(border)\" }")
    #expect(seat.text.contains("── ") == isThin && seat.text.contains("-- ") != isThin)
  }

  @Test func `an accessible screen counts no seconds`() {
    var seat = Seat(120, 40)
    var settings = Settings()
    settings.isAccessible = true
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    seat.wait(9)
    let before = seat.text
    seat.wait(1)
    #expect(seat.text == before)
  }
}
