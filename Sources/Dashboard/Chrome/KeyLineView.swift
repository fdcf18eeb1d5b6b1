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
    let all = [
      AnySequence(keys + table(panes + out, model) + wall), AnySequence(rest),
      AnySequence(model.size.columns >= 160 ? last(model) : []),
    ]
    return AnySequence(all.lazy.joined())
  }

  /// What is said in other places too, and here only where everything else has room.
  private static func last(_ model: Model) -> [(String, String)] {
    let views = ("1-9", Words(zh: "换页", en: "Views"))
    let help = (model.keyTable.letter(.help), Words(zh: "本页按键", en: "Keys"))
    return words(model.settings.keyNames == .f ? [views, help] : [views], model.language)
  }

  /// What comes behind the keys of the table's own line, where there is room.
  private static func more(_ model: Model) -> [Action] {
    let ends: [Action] = [.language, .theme, .quit]
    if model.isOnIncidents { return [.notify, .open] + ends }
    if model.isOnHandover { return [.note] + ends }
    if model.isOnVisitors { return [.reveal] + ends }
    if !model.takes(.accept) { return [.open] + ends }
    return [.open, .mark, .reopen, .split, .accept, .note, .urgency, .merge, .markAll] + ends
      + (model.size.columns >= 160 ? [.range, .copy, .freeze] : [])
  }

  /// Whether an action does something here and now, to the ticket it would be for.
  private static func isOffered(_ action: Action, _ target: TicketID?, _ model: Model) -> Bool {
    let isListed = model.layers.isEmpty
    switch action {
    case .undo: return model.undoable.last.map { $0.deed != .final } ?? false && model.readOnly == nil
    case .new, .triage: return model.readOnly == nil
    case .open: return isListed && model.opensSomething
    case .mark, .markAll, .range: return isListed && model.selectedTicket != nil
    case .copy: return model.selectedTicket != nil
    case .help, .find, .commands, .language, .theme, .quit, .wall, .freeze: return true
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
    if model.isOnIncidents { return (model.takes(action) || action == .notify) && model.mayTell(action) }
    guard model.takes(action) else { return false }
    if model.isOnPatrol, action == .answer { return model.mayCheckIn }
    if model.isOnPatrol, action == .hold { return model.missedPoint != nil }
    if model.isOnVisitors, action == .answer { return true }
    if model.isOnVisitors, action == .done { return model.selectedVisit?.isInside == true }
    guard model.isOnDuties else { return model.selected != nil }
    // A contract is settled by the import that brings its next end.
    return model.selectedDuty.map {
      !$0.standing.isSettled && model.desk.asset(ofContract: $0.duty.id) == nil
    } ?? false
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
      .map { (name($0, model), ($0.action == .open ? openLabel(model) : $0.short)(model.language)) }
  }

  /// What Enter leads to.
  private static func openLabel(_ model: Model) -> Words {
    switch model.selected {
    case .plan: Words(zh: "启动", en: "Declare")
    case .staff: Words(zh: "手上的单", en: "Jobs")
    default:
      if !model.isOnPatrol {
        Words(zh: "详情", en: "Open")
      } else if model.selectedPoint == nil {
        assignLabel(model)
      } else {
        Words(zh: "结果", en: "Result")
      }
    }
  }

  /// The key an action is named by: the first, its letter where the settings ask for letters, as for a terminal that keeps F keys to
  /// itself, or both. What has no function key is shorter by its letter.
  static func name(_ line: Binding, _ model: Model) -> String {
    let letter = line.keys.first(where: \.isCharacter)?.name
    let first = line.keys.first?.name ?? ""
    switch model.settings.keyNames {
    case .f: return isShortByLetter(line.action) ? letter ?? first : first
    case .letter: return letter ?? first
    case .both:
      return [isShortByLetter(line.action) ? nil : first, letter == first ? nil : letter].compactMap(\.self)
        .joined(
          separator: "/")
    }
  }

  private static func isShortByLetter(_ action: Action) -> Bool { [.undo, .copy, .freeze].contains(action) }

  static func words(_ keys: [(String, Words)], _ language: Language) -> [(String, String)] {
    keys.map { ($0.0, $0.1(language)) }
  }
}

extension Model {
  /// Whether Enter does something where the cursor is.
  fileprivate var opensSomething: Bool {
    if case .plan = selected { return readOnly == nil }
    if let (incident, _) = selectedIncident { return focus != .incidents || !incident.isOpen }
    if isOnPatrol { return readOnly == nil && selected != nil }
    return selected != nil && (focus != .duties || dutyLink != nil)
  }

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
