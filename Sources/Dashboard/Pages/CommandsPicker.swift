import Desk
import Foundation

extension PickerPage {
  /// Every command, with its key; one that is not possible now stands there with the reason.
  static func commands(_ model: Model) -> PickerPage {
    let actions: [Action] = [
      .accept, .decline, .start, .promise, .quote, .part, .checkFailed, .handOff, .cause, .categorise, .note,
      .reveal, .notify, .urgency, .merge, .split, .reopen, .cancel, .copy, .print, .undo, .redo,
      .undoList, .drafts, .assets, .figures, .standards, .language, .theme, .refresh, .reload, .mute,
      .clearFilter, .quit,
    ]
    var items = actions.compactMap { action in
      KeyTable.binding(action).map { line in
        let key = line.keys.first?.name ?? ""
        guard let obstacle = model.obstacle(to: line) else {
          return PickerItem(line.long, detail: Words(both: key), .action(action))
        }
        var item = PickerItem(
          line.long, detail: Words(zh: "\(obstacle.zh) \(key)", en: "\(obstacle.en) \(key)"), .action(action))
        item.isPossible = false
        return item
      }
    }
    items.insert(PickerItem(Words(zh: "突发事件：启动预案", en: "Incident: declare it by its plan"), .plans), at: 0)
    if model.selectedTicket?.kind == .complaint {
      items += Grade.allCases.map {
        PickerItem(Words(zh: "定为\($0.words.zh)", en: "Grade as \($0.words.en)"), .grade($0))
      }
    }
    return PickerPage(Words(zh: "命令", en: "Commands"), items, seen: model.versions(model.targets))
  }
}

extension Model {
  private static let trial = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

  /// Why an action is not possible now, in the words of the rule that would refuse it; nil when it is.
  fileprivate func obstacle(to line: Binding) -> Words? {
    if line.action == .undo, undoable.isEmpty { return Words(zh: "没有可撤销的", en: "nothing to undo") }
    if line.action == .redo, redoable.isEmpty { return Words(zh: "没有可重做的", en: "nothing to redo") }
    if line.action == .undoList, undoable.isEmpty, redoable.isEmpty {
      return Words(zh: "本班还没做什么", en: "nothing done in this shift yet")
    }
    if line.action == .clearFilter, filter == nil { return Words(zh: "没有筛选", en: "no filter") }
    if line.action == .drafts, drafts.isEmpty { return Words(zh: "没有草稿", en: "no drafts") }
    guard line.scope == .ticket else { return nil }
    guard let id = targets.first else { return Words(zh: "先选一张工单", en: "select a ticket first") }
    guard desk.tickets[id] != nil, let command = line.action.trial(now) else { return nil }
    let submission = Submission(
      id: Model.trial, .ticket(id, command), occurredAt: now, recordedAt: now, actor: actor)
    do {
      _ = try desk.decide(submission)
      return nil
    } catch {
      return error.words(zone: desk.zone)
    }
  }
}

extension Action {
  /// A command of this kind, to ask the desk whether it would be taken; nil where what is asked for decides that.
  fileprivate func trial(_ now: Date) -> TicketCommand? {
    switch self {
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
    case .reopen: .reopen(reason: "?")
    case .cancel: .cancel(reason: "?")
    default: nil
    }
  }
}
