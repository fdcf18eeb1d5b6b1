import Desk
import Screen

/// The bottom line: what the keys do here, off the key table; F1 is first and never dropped.
enum KeyLineView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    draw(keys(model), layout.keys, in: &frame)
  }

  /// Draws as many keys with their words as there is room for; asks for no more than that.
  static func draw(_ keys: some Sequence<(String, String)>, _ rect: Rect, in frame: inout Frame) {
    var column = rect.column + 1
    for (name, label) in keys {
      let width = width((name, label))
      guard column + width <= rect.endColumn else { break }
      let label = needsSpace(name, label) ? " " + label : label
      column += frame.put(name, rect.row, column, rect.endColumn - column, .keyName)
      column += frame.put(label, rect.row, column, rect.endColumn - column, .keyLabel) + 1
    }
  }

  /// `F1Help` reads well, `EscBack` does not.
  private static func needsSpace(_ name: String, _ label: String) -> Bool {
    guard let last = name.last, let first = label.first else { return false }
    return last.isASCII && first.isASCII && first.isLetter && !last.isNumber
  }

  /// The keys that mean something here and now, each with its word, in order.
  static func keys(_ model: Model) -> AnySequence<(String, String)> {
    guard let keys = pageKeys(model) else { return lineKeys(model) }
    let named = words(keys, model.language)
    let lesser = if case .form = model.layers.last { ["↑↓", "Enter", "↑", "F2"] } else { ["↑↓"] }
    return AnySequence(sparing(lesser, of: named, columns: model.size.columns - 1))
  }

  /// The keys without as many of the lesser ones, the first of those first, as have no room beside the others: what everybody tries goes
  /// before what the key line alone tells.
  private static func sparing(
    _ lesser: [String], of keys: [(String, String)], columns: Int
  ) -> [(String, String)] {
    var keys = keys
    for name in lesser where keys.reduce(-1, { $0 + width($1) + 1 }) > columns {
      keys.removeAll { $0.0 == name }
    }
    return keys
  }

  private static func width(_ key: (String, String)) -> Int {
    displayWidth(key.0) + displayWidth(key.1) + (needsSpace(key.0, key.1) ? 1 : 0)
  }
  /// The keys of what lies over the views, in words; nil where those of the key table hold.
  static func pageKeys(_ model: Model) -> [(String, Words)]? {
    if let asked = model.asked { return answerKeys(asked, model) }
    return switch model.layers.last {
    case .form(let page): formKeys(page, model)
    case .prompt(let page) where page.question != .none:
      if case .onDuty = page.purpose { questionKeys } else { confirmKeys }
    case .prompt: promptKeys
    case .picker(let page) where page.question != .none: questionKeys
    case .picker(let page):
      (page.digitsChoose ? pickerKeys : pickerKeys.filter { $0.0 != "1-9" })
        + (page.isOfDrafts ? [discardKey] : [])
    case .results: resultKeys
    case .standards: standardsKeys
    case .figures: figureKeys(model)
    case .triage(let page): triageKeys(page, model)
    case .help: helpKeys
    case .wall: WallView.keys(model)
    case .detail, nil: model.filter?.isTyping == true && model.layers.isEmpty ? filterKeys : nil
    }
  }

  /// What answers a question that waits for a yes: any other key says no, but those that go on to a call.
  private static func answerKeys(_ asked: AskedBatch, _ model: Model) -> [(String, Words)] {
    let new = ("F2", Words(zh: "新建", en: "New"))
    if asked.isLeaving {
      let drafts = model.drafts.isEmpty ? [] : [("Shift-F2", Words(zh: "草稿", en: "Drafts"))]
      let calls = model.isWall || model.readOnly != nil ? [] : [new] + drafts
      return [("y", Words(zh: "退出", en: "Quit")), ("Esc", Words(zh: "返回", en: "Stay"))] + calls
    }
    let answers =
      if case .dropDraft? = asked.effects.first {
        [("y", discardKey.1), ("Esc", Words(zh: "留着", en: "Keep"))]
      } else {
        [("y", Words(zh: "是", en: "Yes")), ("Esc", Words(zh: "不做", en: "No"))]
      }
    return answers + (model.readOnly == nil ? [new] : [])
  }

  private static let helpKeys: [(String, Words)] = [
    ("Esc", Words(zh: "返回", en: "Back")), ("Enter", Words(zh: "执行", en: "DoIt")),
    ("↑↓", Words(zh: "翻看", en: "Scroll")),
  ]

  private static func triageKeys(_ page: TriagePage, _ model: Model) -> [(String, Words)] {
    let help = ("F1", Words(zh: "帮助", en: "Help"))
    let undo = (model.keyTable.letter(.undo), Words(zh: "撤销", en: "Undo"))
    let leave = ("Esc", Words(zh: "退出", en: "Leave"))
    guard let id = page.current else { return [help, undo, leave] }
    guard model.needsHands(id) else {
      return [help, ("Enter", Words(zh: "下一张", en: "Next")), undo, leave]
    }
    let answer: [(String, Words)] =
      switch model.selectedTicket.flatMap(model.answerWithoutHands) {
      case .arrive: [("0", Words(zh: "到场", en: "OnSite"))]
      case nil: []
      default: [("0", Words(zh: "反馈", en: "Feedbk"))]
      }
    return [
      help, ("Enter", Words(zh: "派首位", en: "First")), ("1-9", Words(zh: "选人", en: "Pick")),
    ] + answer + [
      ("Space", Words(zh: "跳过", en: "Skip")), undo, ("F7", Words(zh: "挂起", en: "Hold")),
      ("F9", Words(zh: "更多", en: "More")),
      leave, ("Backspace", Words(zh: "上一张", en: "Before")),
    ]
  }

  private static func figureKeys(_ model: Model) -> [(String, Words)] {
    [
      ("F1", Words(zh: "帮助", en: "Help")), ("←→", Words(zh: "今日/本月/本季/半年", en: "Today/Month/Quarter/Half")),
      ("↑↓", Words(zh: "翻看", en: "Scroll")),
      (model.keyTable.letter(.refresh), Words(zh: "重算", en: "Count again")),
      ("Esc", Words(zh: "返回", en: "Back")),
    ]
  }

  /// The key line of the views; F6 says what it will record. What the desk would refuse now is left out, and what has no room is on
  /// the help page.
  private static func lineKeys(_ model: Model) -> AnySequence<(String, String)> {
    // Looked for once: every key is asked about it, and thousands may be marked.
    let target = model.target
    let lines = model.keyTable.bindings.filter { $0.onKeyLine && isOffered($0.action, target, model) }
    let keys = lines.map { line in
      (name(line, model), label(line, taker(line, target, model), model)(model.language))
    }
    let wall = model.size.columns >= 120 ? table([.wall], model) : []
    let panes: [Action] = model.layers.isEmpty && !model.panes.isEmpty ? [.nextPane] : []
    let out: [Action] = model.pane == nil && model.layers.isEmpty ? [] : [.back]
    let rest = more(model).lazy.filter { isOffered($0, target, model) }.flatMap { table([$0], model) }
    let all = [AnySequence(keys + table(panes + out, model) + wall), AnySequence(rest)]
    return AnySequence(all.lazy.joined())
  }

  /// What comes behind the keys of the table's own line, where there is room.
  private static func more(_ model: Model) -> [Action] {
    let ends: [Action] = [.language, .theme, .quit]
    if model.isOnIncidents { return [.notify, .open] + ends }
    if model.isOnHandover { return [.note] + ends }
    if model.isOnVisitors { return [.reveal] + ends }
    if !model.takes(.accept) { return [.open] + ends }
    return [.open, .mark, .reopen, .split, .accept, .note, .urgency, .merge, .markAll] + ends
  }

  /// Whether an action does something here and now, to the ticket it would be for.
  private static func isOffered(_ action: Action, _ target: TicketID?, _ model: Model) -> Bool {
    let isListed = model.layers.isEmpty
    switch action {
    case .undo: return model.undoable.last.map { $0.deed != .final } ?? false && model.readOnly == nil
    case .new, .triage: return model.readOnly == nil
    case .open: return isListed && model.selected != nil && (model.focus != .duties || model.dutyLink != nil)
    case .mark, .markAll: return isListed && model.selectedTicket != nil
    case .help, .find, .commands, .language, .theme, .quit, .wall: return true
    default: break
    }
    guard model.readOnly == nil, let line = model.keyTable.binding(action) else { return false }
    guard line.scope == .ticket else { return true }
    if model.actsElsewhere(action) || model.isElsewhere { return isOfferedElsewhere(action, model) }
    // What has ended is brought back or left alone: what is merged comes back by being taken apart.
    let ended = target.flatMap { model.desk.tickets[$0] == nil ? $0 : nil }
    let revival: Action? = ended.map { model.shownTicket($0)?.stage == .merged ? .split : .reopen }
    if [.split, .reopen].contains(action) || revival != nil, action != revival { return false }
    return model.takes(action) && model.obstacle(to: line, for: taker(line, target, model)) == nil
  }

  /// The ticket a key is asked about: of those marked the first that takes it, else the one it would begin with.
  private static func taker(_ line: Binding, _ target: TicketID?, _ model: Model) -> TicketID? {
    let mayTake = { (id: TicketID?) in model.obstacle(to: line, for: id) == nil }
    guard line.scope == .ticket, (2...askedAbout).contains(model.marked.count), !mayTake(target) else {
      return target
    }
    return model.targets.first(where: mayTake) ?? target
  }

  /// As many marked tickets are asked about for every key of a frame, some 10 µs each; of more the first stands for all.
  private static let askedAbout = 100

  /// The same on the pages that have their own meaning for the keys of tickets.
  private static func isOfferedElsewhere(_ action: Action, _ model: Model) -> Bool {
    if model.isOnHandover {
      if action == .answer { return model.mayAcknowledge }
      if action == .note { return model.desk.openShift.map { $0.signedOut == nil } ?? false }
      return model.takes(action)
    }
    if model.isOnIncidents {
      let isOpen =
        model.selectedIncident.map(\.incident.isOpen) ?? model.desk.incidents.values.contains(where: \.isOpen)
      return isOpen && (model.takes(action) || action == .notify)
    }
    guard model.takes(action) else { return false }
    if model.isOnVisitors, action == .answer { return true }
    if model.isOnVisitors, action == .done { return model.selectedVisit?.isInside == true }
    return model.isOnDuties
      ? model.selectedDuty.map { !$0.standing.isSettled } ?? false : model.selected != nil
  }

  /// What a key does here and now.
  static func label(_ line: Binding, _ target: TicketID?, _ model: Model) -> Words {
    let ticket = target.flatMap { model.desk.tickets[$0] }
    return switch line.action {
    case .answer where model.isOnIncidents: Words(zh: "完成", en: "StepDone")
    case .hold where model.isOnIncidents: Words(zh: "不做", en: "Skip")
    case .done where model.isOnIncidents: incidentLabel(model)
    case .answer where model.isOnHandover: Words(zh: "确认", en: "Seen")
    case .assign where model.isOnHandover: Words(zh: "在岗", en: "OnDuty")
    case .done where model.isOnHandover: handoverLabel(model)
    case .done where model.isOnDuties: Words(zh: "履行", en: "Done")
    case .answer where model.isOnVisitors: Words(zh: "登记", en: "SignIn")
    case .done where model.isOnVisitors: Words(zh: "离开", en: "Left")
    case .hold where model.isOnDuties: Words(zh: "免除", en: "Waive")
    case .answer: answerLabel(ticket, model)
    case .hold: holdLabel(ticket, model)
    case .done: doneLabel(ticket, model) ?? line.short
    case .assign: assignLabel(model)
    default: line.short
    }
  }

  private static func answerLabel(_ ticket: Ticket?, _ model: Model) -> Words {
    if model.isOnPatrol { return Words(zh: "打卡", en: "CheckIn") }
    switch ticket.flatMap({ Model.answer(to: $0, model.desk.policy(of: $0)) }) {
    case .acknowledge: return Words(zh: "确认", en: "Ack")
    case .arrive: return Words(zh: "到场", en: "OnSite")
    case .giveFeedback: return Words(zh: "反馈", en: "Feedbk")
    // F8 beside it is what finishes.
    case .complete where ticket?.kind == .complaint: return Words(zh: "解决", en: "Settle")
    case .complete: return Words(zh: "处置", en: "Fix")
    default: return Words(zh: "应答", en: "Answer")
    }
  }

  /// What F8 does next in an incident.
  private static func incidentLabel(_ model: Model) -> Words {
    switch model.selectedIncident?.incident.stage {
    case .contained: Words(zh: "总结", en: "Review")
    case .reviewed: Words(zh: "结案", en: "Close")
    default: Words(zh: "控制", en: "Contain")
    }
  }

  /// What F8 does next in a handover.
  private static func handoverLabel(_ model: Model) -> Words {
    switch model.desk.openShift?.stage {
    case .open: Words(zh: "拟交班", en: "Draft")
    case .drafted: Words(zh: "交班", en: "SignOut")
    case .signedOut: Words(zh: "接班", en: "SignIn")
    default: Words(zh: "开班", en: "Start")
    }
  }

  private static func holdLabel(_ ticket: Ticket?, _ model: Model) -> Words {
    if model.isOnPatrol { return Words(zh: "缘由", en: "Excuse") }
    return ticket?.stage == .held ? Words(zh: "恢复", en: "Resume") : Words(zh: "挂起", en: "Hold")
  }

  /// The next step of the ticket's life, by name.
  private static func doneLabel(_ ticket: Ticket?, _ model: Model) -> Words? {
    switch ticket.map(model.nextStep) {
    case nil: return nil
    case .complete: return Words(zh: "办结", en: "Finish")
    case .sign: return Words(zh: "签字", en: "Sign")
    case .check: return Words(zh: "验收", en: "Check")
    case .followUp: return Words(zh: "回访", en: "Follow")
    case .close: return Words(zh: "关闭", en: "Close")
    }
  }

  private static func assignLabel(_ model: Model) -> Words {
    guard model.isOnPatrol else { return Words(zh: "派工", en: "Assign") }
    return model.walksAlready ? Words(zh: "改派", en: "Guard") : Words(zh: "开巡", en: "Start")
  }

  private static func table(_ actions: [Action], _ model: Model) -> [(String, String)] {
    actions.compactMap { model.keyTable.binding($0) }.filter { !$0.keys.isEmpty }
      .map { (name($0, model), $0.short(model.language)) }
  }

  /// The key an action is named by: the first, its letter where the settings ask for letters, as for a terminal that keeps F keys to
  /// itself, or both. Undo has no function key: its letter is shorter.
  static func name(_ line: Binding, _ model: Model) -> String {
    let letter = line.keys.first(where: \.isCharacter)?.name
    let first = line.keys.first?.name ?? ""
    switch model.settings.keyNames {
    case .f: return line.action == .undo ? letter ?? first : first
    case .letter: return letter ?? first
    case .both:
      return [line.action == .undo ? nil : first, letter == first ? nil : letter].compactMap(\.self).joined(
        separator: "/")
    }
  }

  static func words(_ keys: [(String, Words)], _ language: Language) -> [(String, String)] {
    keys.map { ($0.0, $0.1(language)) }
  }

  /// The keys of a form; joining is offered where something is open that it may be the same as.
  private static func formKeys(_ page: FormPage, _ model: Model) -> [(String, Words)] {
    guard page.joining == nil else { return joinKeys }
    let join = model.joinable(page).isEmpty ? [] : [("F3", Words(zh: "并入", en: "Join"))]
    return [
      ("F1", Words(zh: "帮助", en: "Help")), ("Ctrl-S", Words(zh: "保存", en: "Save")),
      ("Enter", Words(zh: "下一项", en: "Next")), ("↑↓", Words(zh: "换项", en: "Field")),
    ] + join + tieKeys(page) + [
      ("F2", Words(zh: "接下一通", en: "NextCall")),
      ("Esc", page.isEmpty ? Words(zh: "返回", en: "Back") : Words(zh: "收进草稿", en: "Park")),
    ] + (page.isEmpty ? [] : [discardKey])
      + (model.mayRecall(page) ? [("↑", Words(zh: "找回写过的", en: "Earlier text"))] : [])
  }

  private static func tieKeys(_ page: FormPage) -> [(String, Words)] {
    guard page.source != nil else { return [] }
    return [("Ctrl-O", page.tie == nil ? Words(zh: "关联", en: "Tie") : Words(zh: "不关联", en: "Untie"))]
  }

  private static let discardKey = ("Ctrl-X", Words(zh: "丢掉", en: "Discard"))
  private static let joinKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Enter", Words(zh: "并入这张单", en: "Join this one")),
    ("↑↓", Words(zh: "移动", en: "Move")), ("Esc", Words(zh: "回到表单", en: "Form")),
  ]
  private static let promptKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Enter", Words(zh: "确定", en: "OK")),
    ("Esc", Words(zh: "不做了", en: "Leave")),
  ]
  private static let confirmKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Enter", Words(zh: "确认", en: "Confirm")),
    ("Esc", Words(zh: "回去改", en: "Correct")),
  ]
  private static let questionKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Enter", Words(zh: "登记", en: "AddThem")),
    ("Esc", Words(zh: "回去改", en: "Correct")),
  ]
  private static let pickerKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("1-9", Words(zh: "选", en: "Pick")),
    ("Enter", Words(zh: "选定", en: "OK")),
    ("↑↓", Words(zh: "移动", en: "Move")), ("Esc", Words(zh: "不做了", en: "Leave")),
  ]
  private static let resultKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Enter", Words(zh: "详情", en: "Open")),
    ("↑↓", Words(zh: "移动", en: "Move")),
    ("Esc", Words(zh: "返回", en: "Back")),
  ]
  private static let standardsKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Esc", Words(zh: "返回", en: "Back")),
    ("↑↓", Words(zh: "翻看", en: "Scroll")),
  ]
  private static let filterKeys: [(String, Words)] = [
    ("F1", Words(zh: "帮助", en: "Help")), ("Enter", Words(zh: "保留", en: "Keep")),
    ("Esc", Words(zh: "清除", en: "Clear")),
    ("F3", Words(zh: "查全部记录", en: "Whole record")), ("↑↓", Words(zh: "移动", en: "Move")),
  ]
}

extension Model {
  /// Whether an action for tickets means something where the cursor is.
  func takes(_ action: Action) -> Bool {
    if isOnPatrol { return [.answer, .assign, .hold].contains(action) }
    if isOnIncidents { return [.answer, .hold, .done].contains(action) }
    if isOnHandover { return [.answer, .assign, .done].contains(action) }
    if isOnDuties { return [.hold, .done].contains(action) }
    if isOnVisitors { return [.answer, .done, .reveal, .erase].contains(action) }
    return !layers.isEmpty || focus != .staff
  }
}
