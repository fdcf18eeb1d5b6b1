import Desk
import Foundation

extension PickerPage {
  /// Every command, the latest chosen first, with its key; one that is not possible now stands there with the reason.
  static func commands(_ model: Model) -> PickerPage {
    let recent = model.recent
    let lines = model.keyTable.bindings.filter { !$0.action.isMovement }
    let ordered =
      recent.compactMap { action in lines.first { $0.action == action } }
      + lines.filter { !recent.contains($0.action) }
    let target = model.target
    var items = ordered.map { PickerItem($0, obstacle: model.obstacle(to: $0, for: target)) }
    items.insert(
      PickerItem(
        Words(zh: "突发事件：启动预案", en: "Incident: declare it by its plan"),
        also: model.planNames, .plans), at: min(recent.count, items.count))
    if let item = PickerItem.publication(model) { items.insert(item, at: min(recent.count, items.count)) }
    if model.selectedTicket?.kind == .complaint {
      items += Grade.allCases.map {
        PickerItem(
          Words(zh: "定为\($0.words.zh)", en: "Grade as \($0.words.en)"),
          also: Words(zh: $0 == .serious ? "定级\n分级\n重大" : "定级\n分级", en: ""),
          .grade($0))
      }
    }
    var page = PickerPage(
      Words(zh: "命令  拼音、首字母、汉字、单号、房号", en: "Commands  a word, its initials, a number, a room"), items,
      seen: model.versions(model.targets))
    page.isPalette = true
    return page
  }
}

extension PickerItem {
  /// A command, found by its long and its short name.
  fileprivate init(_ line: Binding, obstacle: Words?) {
    let key = line.keys.first?.name ?? ""
    self.init(
      line.long,
      detail: obstacle.map { Words(zh: "\($0.zh)  \(key)", en: "\($0.en)  \(key)") } ?? Words(both: key),
      .action(line.action), line: KeyTable.spoken[line.action] ?? "")
    isPossible = obstacle == nil
  }
}

extension KeyTable {
  /// What each action is found by: both names in both languages and how they are read, and its name in the settings, in lower case,
  /// a line each. Read once: a reading costs 80 µs.
  static let spoken: [Action: String] = {
    var readings = Readings()
    return Dictionary(
      standard.bindings.map { line in
        let names = [line.short, line.long].map { words in
          [words.zh, words.en, readings.read(words.zh)].joined(separator: "\n").lowercased()
        }
        let own = line.action.rawValue.drop { $0 != "." }.dropFirst().lowercased()
        let also = others[line.action].map {
          [$0.zh, $0.en, readings.read($0.zh)].joined(separator: "\n").lowercased()
        }
        return (line.action, (names + [also, own].compactMap(\.self)).joined(separator: Match.lesser))
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// What people call an action besides its names.
  private static let others: [Action: Words] = [
    .promise: Words(zh: "预约\n约时间", en: "appointment"), .assign: Words(zh: "转派\n改派", en: "transfer\nreassign"),
    .cancel: Words(zh: "取消\n删除", en: "delete void"), .merge: Words(zh: "合并\n重复", en: "join"),
    .amend: Words(zh: "改地址\n改位置", en: "address change"), .urgency: Words(zh: "催办\n加急", en: "urge chase"),
    .done: Words(zh: "回访", en: "callback close"), .handOff: Words(zh: "转交", en: "transfer"),
    .answer: Words(zh: "反馈\n回电", en: "callback feedback"),
  ]
}

extension Action {
  /// Whether it only moves about: nobody looks for it by name.
  var isMovement: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown, .home, .end, .open, .back, .nextPane, .previousPane, .commands,
      .historyBack, .historyForward:
      true
    default: false
    }
  }
}

extension Model {
  private static let trial = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
  static let mostRecent = 5

  /// Remembers a command that was chosen by name, the latest first.
  mutating func rememberChoice(_ action: Action) {
    recent.removeAll { $0 == action }
    recent.insert(action, at: 0)
    recent = Array(recent.prefix(Model.mostRecent))
  }

  /// What a number or a room leads to: tickets of that number, those of that room, and the search for it.
  func jumps(for text: String) -> [PickerItem] {
    let text = String(text.trimmed.map { KeyTable.folded($0) })
    guard text.first?.isASCII == true || text.contains("栋") else { return [] }
    let numbers = Int(text).map { number in TicketKind.allCases.map { TicketID($0, number) } }
    let ids = (numbers ?? TicketID(text).map { [$0] } ?? []).filter { $0.number > 0 && desk.hasGiven($0) }
    let found = ids.map { id in
      PickerItem(
        Words(
          zh: "跳到 \(id)  \(desk.tickets[id]?.line(.chinese) ?? "已结束")",
          en: "Go to \(id)  \(desk.tickets[id]?.line(.english) ?? "ended")"),
        .jump(id), line: "")
    }
    let place = Place(text)
    guard place.isRoom else { return found }
    let there =
      board.tickets.keys.filter { desk.tickets[$0]?.place == place }
      + board.complaints.keys.filter { desk.tickets[$0]?.place == place }
    let look = PickerItem(
      Words(zh: "查找 \(place.text)", en: "Find \(place.text)"), detail: Words(both: "F3"), .look(place.text),
      line: "")
    return there.prefix(9).map { id in
      PickerItem(Words(both: "\(id)  \(desk.tickets[id]?.line(language) ?? "")"), .jump(id), line: "")
    } + [look]
  }

  /// The plans by their names, so that a word like `火灾` finds how one is declared.
  fileprivate var planNames: Words {
    Words(list: [Words(zh: "突发", en: "Plan")] + desk.plans.map(\.plan.name.words), zh: "\n", en: "\n")
  }

  /// Goes to a ticket: to its row, or to its page where it has none.
  mutating func jump(to id: TicketID) -> [Effect] {
    guard desk.tickets[id] != nil else { return showDetail(id) }
    leaveAll()
    thaw(keepingSelected: false)
    filter = nil
    show(id.list)
    lists[view, default: ListState()].selected = .ticket(id)
    return []
  }

  /// Why an action is not possible now for a ticket, in the words of the rule that would refuse it; nil when it is.
  func obstacle(to line: Binding, for target: TicketID?) -> Words? {
    switch line.action {
    case .undo where undoable.isEmpty && backlog.isEmpty: return Words(zh: "没有可撤销的", en: "nothing to undo")
    case .redo where redoable.isEmpty: return Words(zh: "没有可重做的", en: "nothing to redo")
    case .undoList where undoable.isEmpty && redoable.isEmpty:
      return Words(zh: "本班还没做什么", en: "nothing done in this shift yet")
    case .clearFilter where filter == nil: return Words(zh: "没有筛选", en: "no filter")
    case .sortByTime where sort == .governing, .sortByNumber where sort == .number,
      .sortByPlace where sort == .place, .sortByReceipt where sort == .received:
      return Words(zh: "现在就是这样排", en: "sorted so already")
    case .drafts where drafts.isEmpty: return Words(zh: "没有草稿", en: "no drafts")
    default: break
    }
    guard line.scope == .ticket, !actsElsewhere(line.action) else { return nil }
    guard let id = target else { return Words(zh: "先选一张工单", en: "select a ticket first") }
    if line.action == .rescind { return obstacleToRescind(id) }
    guard let ticket = desk.tickets[id] else { return obstacle(to: line.action, ofEnded: id) }
    if line.action == .answer, Model.answer(to: ticket, desk.policy(of: ticket)) == nil {
      return Model.nothingRuns
    }
    guard let command = line.action.trial(ticket, now, desk.policy(of: ticket)) else { return nil }
    return obstacle(to: .ticket(id, command))
  }

  /// The same for a ticket that has ended: it is looked at, noted on, or brought back.
  func obstacle(to action: Action, ofEnded id: TicketID) -> Words? {
    guard let stage = shownTicket(id)?.stage else { return nil }
    switch action {
    case .note, .copy, .print, .reveal, .erase, .mark, .markAll, .range: return nil
    case .split where stage == .merged, .reopen where stage != .merged, .cause where stage == .closed:
      return nil
    default: return Refusal.ticketEnded(id, stage).words(zone: desk.zone)
    }
  }

  /// Why the desk would refuse a command now; nil when it would not.
  func obstacle(to command: Command, at instant: Date? = nil) -> Words? {
    let submission = Submission(
      id: Model.trial, command, occurredAt: instant ?? now, recordedAt: now, actor: actor)
    do {
      _ = try desk.decide(submission)
      return nil
    } catch {
      return error.words(zone: desk.zone)
    }
  }

  /// Whether the view has its own meaning for an action of tickets.
  func actsElsewhere(_ action: Action) -> Bool { isElsewhere && takes(action) }

  /// Whether the view is of something else than tickets, with keys of its own for it.
  var isElsewhere: Bool { isOnPatrol || isOnIncidents || isOnHandover || isOnDuties || isOnVisitors }
}

extension Desk {
  /// Whether a number was given to a ticket, open or ended.
  fileprivate func hasGiven(_ id: TicketID) -> Bool { id.number <= (lastNumber[id.kind] ?? 0) }
}

extension Action {
  /// A command of this kind, to ask the desk whether it would be taken; nil where what is asked for decides that.
  fileprivate func trial(_ ticket: Ticket, _ now: Date, _ policy: Policy) -> TicketCommand? {
    switch self {
    case .assign: .assign(staff: "?")
    case .hold where ticket.stage == .held: .resume
    case .hold: .hold(policy.terms.holds.first?.reason ?? .other, evidence: "?", ownerTold: true)
    case .done where ticket.nextStep(policy.limits) == .complete: .complete(text: "?")
    case .accept: .accept
    case .decline: .decline(reason: "?")
    case .start: .startWork
    case .promise: .paper(.promise(at: now.addingTimeInterval(3600), text: ""))
    case .part: .paper(.orderPart(what: "?", expected: nil))
    case .checkFailed: .paper(.failCheck(by: nil, reason: "?"))
    case .cause: .paper(.nameCause(text: "?"))
    case .handOff: .paper(.handOff(to: "?"))
    case .notify: .notifyOwner(text: "")
    case .split: .split(reporter: nil)
    case .complain: .complain(text: "")
    case .reopen: .reopen(reason: "?")
    case .cancel: .cancel(reason: "?")
    default: nil
    }
  }
}
