import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Keys that an office gives to actions in `keys.bind`.
@Suite struct ChosenKeysTests {
  private func fault(_ json5: String) -> SettingsError? {
    var settings = Settings()
    do throws(SettingsError) {
      return try settings.apply(json5: json5, file: "config.json5").first
    } catch {
      return error
    }
  }

  @Test func `a chosen key does it, the letter it had does not, and the function key stays`() throws {
    var seat = Seat()
    try seat.set("{ keys: { bind: { \"ticket.hold\": [\"F7\", \"k\", \"Ctrl-K\"] } } }")
    seat.press("h")
    #expect(seat.model.layers.isEmpty)
    for key in ["k", "Ctrl-K", "F7"] {
      seat.press(key)
      #expect(seat.model.layers.count == 1, "\(key)")
      seat.press("Esc")
    }
  }

  @Test(arguments: [
    ("。", "."), ("，", ","), ("；", ";"), ("《", "<"), ("》", ">"), ("“", "\\\""), ("”", "\\\""), ("·", "`"),
  ])
  func `a mark of a Chinese input method is the key that was pressed`(typed: String, key: String) throws {
    var seat = Seat()
    try seat.set("{ keys: { bind: { \"ticket.hold\": [\"\(key)\"] } } }")
    seat.press(typed)
    #expect(seat.model.layers.count == 1, "\(seat.text)")
  }

  @Test(arguments: Language.allCases)
  func `help, list of commands and sentences name the chosen keys`(language: Language) throws {
    var seat = Seat(120, 40, language)
    try seat.set(
      """
      { keys: { bind: { "ticket.hold": ["k"], "list.clearFilter": ["Ctrl-X"], "desk.undo": ["j"] } } }
      """)
    seat.press("F1", "挂起（选")
    #expect(seat.text.contains("F7  k"))
    seat.press("Esc", "Esc", "F9", language == .chinese ? "挂起（" : "Hold with")
    #expect(seat.text.contains("F7"))
    seat.press("Esc", "F3", "对讲", "Enter")
    #expect(seat.text.contains("Ctrl-X"))
    seat.press("Ctrl-X")
    #expect(seat.model.filter == nil)
    seat.press("F5", "1")
    #expect(seat.text.contains(language == .chinese ? "可撤销: j" : "undo within 8s: j"))
    seat.press("j")
    #expect(seat.model.undoable.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `what says how to do again, and every page, goes by the chosen keys`(language: Language) throws {
    var seat = Seat(120, 40, language)
    try seat.set(
      """
      { keys: { bind: { "desk.redo": ["k"], "screen.language": ["l"], "screen.theme": ["v"] } } }
      """)
    seat.press("F5", "1", "u")
    #expect(seat.text.contains(language == .chinese ? "重做: k" : "redo: k"))
    seat.press("k")
    #expect(seat.model.undoable.count == 1)
    seat.press("k")
    #expect(seat.text.contains(language == .chinese ? "k 只重做打开以后" : "k is for what"))
    for page in ["S", "5"] {
      let before = seat.model.language
      seat.press(page, "l")
      #expect(seat.model.layers.count == 1 && seat.model.language != before, "\(page)")
      seat.press("l", "Esc")
    }
    for line in seat.model.keyTable.bindings {
      let words = "\(line.long.zh) \(line.long.en)"
      #expect(!words.contains(#/[，；;] ?[A-Z] /#), "\(words)")
    }
  }

  @Test func `a key that types nothing leaves a text field where the office moved it`() throws {
    var seat = Seat()
    try seat.set("{ keys: { bind: { \"screen.mute\": [\"Ctrl-N\"] } } }")
    seat.press("F3", "对", "Ctrl-N")
    #expect(seat.model.silence != nil && seat.model.filter?.isTyping == false)
    seat.press("F2", "Ctrl-T")
    #expect(seat.model.silence != nil, "its old key does nothing any more")
  }

  @Test func `keys can change places, and an action can lose its letter`() throws {
    var seat = Seat()
    try seat.set(
      "{ keys: { bind: { \"ticket.note\": [\"&\"], \"ticket.merge\": [\"b\"], \"ticket.accept\": [] } } }")
    seat.press("&")
    #expect(seat.text.contains("备注"))
    seat.press("Esc", "A")
    #expect(seat.effects.isEmpty)
    #expect(seat.model.keyTable.binding(.accept)?.keyNames == "F9")
    #expect(seat.text.contains("&备注") && !seat.text.contains("接单"))
  }

  @Test(arguments: [
    ("\"ticket.hodl\": [\"k\"]", 1, SettingsError.Fault.unknownKey("keys.bind.ticket.hodl", known: [])),
    ("\"move.up\": [\"k\"]", 1, .unknownKey("keys.bind.move.up", known: [])),
    (
      "\"ticket.hold\": [\"F7\",\n \"Hyper-X\"]", 2,
      .badValue(key: "keys.bind.ticket.hold[1]", value: "Hyper-X", allowed: [])
    ),
    ("\"ticket.hold\": [\"中\"]", 1, .badValue(key: "keys.bind.ticket.hold[0]", value: "中", allowed: [])),
    ("\"ticket.hold\": [\"F6\"]", 1, .keyReserved("F6", for: "ticket.answer")),
    ("\"ticket.hold\": [\"F10\"]", 1, .keyReserved("F10", for: nil)),
    ("\"ticket.hold\": [\"Ctrl-A\"]", 1, .keyReserved("Ctrl-A", for: nil)),
    ("\"ticket.hold\": [\"ctrl-m\"]", 1, .keyReserved("Ctrl-M", for: nil)),
    ("\"ticket.hold\": [\"p\"]", 1, .keyTaken("p", by: "ticket.assign")),
    ("\"ticket.hold\": [\"k\"],\n\"ticket.merge\": [\"k\"]", 2, .keyTaken("k", by: "ticket.hold")),
    ("\"ticket.hold\": [\"k\", \"k\"]", 1, .keyTaken("k", by: "ticket.hold")),
  ])
  func `what cannot be a key is named with its place`(
    bind: String, line: Int, expected: SettingsError.Fault
  ) throws {
    let error = try #require(fault("{ keys: { bind: { \(bind) } } }"))
    #expect(error.line == line && error.column > 1)
    switch (error.fault, expected) {
    case (.unknownKey(let path, let known), .unknownKey(let wanted, _)):
      #expect(path == wanted && known.contains("ticket.hold") && !known.contains("move.up"))
    case (.badValue(let path, let value, let allowed), .badValue(let wanted, let text, _)):
      #expect(path == wanted && value == text && !allowed.isEmpty)
    default: #expect(error.fault == expected)
    }
  }

  @Test func `letters that move in the vim preset are not given away`() {
    let bind = "keys: { preset: \"vim\", bind: { \"ticket.note\": [\"j\"] } }"
    #expect(fault("{ \(bind) }")?.fault == .keyReserved("j", for: nil))
    #expect(fault("{ keys: { bind: { \"ticket.note\": [\"j\"] } } }") == nil)
  }

  @Test func `a person's file adds to the office's`() throws {
    var settings = Settings()
    try settings.apply(json5: "{ keys: { bind: { \"ticket.note\": [\"j\"] } } }", file: "site")
    try settings.apply(json5: "{ keys: { bind: { \"ticket.merge\": [\"k\"] } } }", file: "own")
    #expect(settings.keyTable.action(for: .character("j")) == .note)
    #expect(settings.keyTable.action(for: .character("k")) == .merge)
    #expect(
      try settings.apply(json5: "{ keys: { bind: { \"ticket.hold\": [\"j\"] } } }", file: "own").count == 1)
    #expect(settings.keyTable.action(for: .character("j")) == .note)
    var again = Settings()
    try again.apply(json5: settings.json5, file: "shown")
    #expect(again == settings, "the settings as they are shown bring about the same")
  }

  @Test func `no word for an action ever changes`() {
    let words = Action.allCases.map(\.rawValue)
    #expect(Set(words).count == words.count && words.allSatisfy { $0.contains(".") })
    #expect(
      Action.hold.rawValue == "ticket.hold" && Action.new.rawValue == "ticket.new"
        && Action.clearFilter.rawValue == "list.clearFilter" && Action.viewDuties.rawValue == "view.duties")
  }

  @Test(arguments: [("^", "…"), ("_", "—")])
  func `a mark that an input method sends as two is one key`(key: String, mark: String) throws {
    var seat = Seat()
    try seat.set("{ keys: { bind: { \"list.mark\": [\"\(key)\"], \"ticket.note\": [\"=\"] } } }")
    for typed in [key, mark, mark + mark] {
      let before = seat.model.marked.count
      seat.model.instant += 1
      seat.press(typed)
      #expect(seat.model.marked.count == before + 1, "\(typed)")
    }
    seat.model.instant += 1
    seat.press(mark)
    seat.model.instant += 1
    seat.press(mark)
    #expect(seat.model.marked.count == 5, "typed one after the other they are two")
    seat.press("=", mark + mark)
    guard case .prompt(let page) = seat.model.layers.last else { return #expect(Bool(false), "no prompt") }
    #expect(page.field.text == mark + mark, "in a text they are what they are")
    try seat.set("{ keys: { bind: { \"ticket.note\": [\"\(key)\"] } } }")
    seat.press("Ctrl-U", "Esc", mark + mark + "好")
    guard case .prompt(let page) = seat.model.layers.last else { return #expect(Bool(false), "no prompt") }
    #expect(page.field.text == "好", "the second is none of the text that the first opened")
  }

  @Test func `the key line can name both keys`() throws {
    var seat = Seat(200, 60)
    try seat.set("{ keys: { show: \"both\" } }")
    #expect(seat.text.contains("F1/?帮助 F2/n新建 F3//查找 F4/t分诊 F5/p派工"))
    seat.press("F5", "1")
    #expect(seat.text.contains(" u撤销"))
  }
}
