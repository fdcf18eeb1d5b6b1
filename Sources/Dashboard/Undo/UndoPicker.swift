import Desk
import Foundation

extension PickerPage {
  /// Every step of the shift, the last first, each with what choosing it does.
  static func steps(_ model: Model) -> PickerPage {
    let again = model.redoable.reversed().map { step in
      PickerItem(
        Words(
          zh: "重做 \(model.dates.time(step.at)) \(step.words.zh)",
          en: "Redo \(model.dates.time(step.at)) \(step.words.en)"), .redo(step))
    }
    let back = model.undoable.reversed().map { step in
      var item = PickerItem(
        Words(
          zh: "撤销 \(model.dates.time(step.at)) \(step.words.zh)",
          en: "Undo \(model.dates.time(step.at)) \(step.words.en)"),
        detail: model.effect(ofUndoing: step), .undo(step, anyway: false))
      item.isPossible = step.deed != .final
      return item
    }
    return PickerPage(Words(zh: "撤销历史", en: "Undo history"), back + again)
  }

  /// What others did since, what would be lost, and the question; to keep everything comes first.
  static func keepOrUndo(_ step: UndoStep, _ model: Model) -> PickerPage {
    let isPossible = model.canUndo(step)
    var items = [
      PickerItem(Words(zh: "保留现在的样子", en: "Keep it as it is now"), .leave),
      PickerItem(
        isPossible
          ? Words(zh: "还是撤销，下面的都退回", en: "Undo all the same; all below is taken back")
          : Words(zh: "放下这一步，不再撤销", en: "Let this step be, and undo it no more"),
        .undo(step, anyway: true)),
    ]
    for item in step.items where model.hasChanged(item) {
      let obstacle = model.obstacle(toUndoing: item)
      let lines =
        (obstacle.map { [Words(zh: "不能撤销：\($0.zh)", en: "cannot be undone: \($0.en)")] } ?? [])
        + model.changes(since: item)
        + (obstacle == nil ? model.differences(item) : [])
      items += lines.map { line in
        var line = PickerItem(
          Words(zh: "\(item.ticket) \(line.zh)", en: "\(item.ticket) \(line.en)"), .leave)
        line.isPossible = false
        return line
      }
    }
    let names = Model.names(step.items.filter(model.hasChanged).map(\.ticket))
    return PickerPage(
      Words(zh: "\(names) 之后又有变化", en: "\(names): changed since"), items)
  }
}

extension Model {
  /// What taking a step back does to its first ticket, in a phrase.
  fileprivate func effect(ofUndoing step: UndoStep) -> Words {
    switch step.deed {
    case .visit(let visit):
      return desk.visits[visit.id]?.isInside == true
        ? Words(zh: "\(visit.id) 没有来过", en: "\(visit.id) never came")
        : Words(zh: "\(visit.id) 还在里面", en: "\(visit.id) is still inside")
    case .entry: return Words(zh: "没有做过", en: "it was not done")
    case .slips: return Words(zh: "不打印", en: "nothing is printed")
    case .final: return Words(zh: "已记录在案，收不回", en: "on record for good")
    case .tickets(let items): return step.isMixed ? acts(of: items) : items.first.map(effect) ?? .none
    }
  }

  /// What was done to each ticket of a step, where that was not the same; of many the first.
  private func acts(of items: [UndoItem]) -> Words {
    if items.contains(where: hasChanged) { return Words(zh: "之后又有变化，会先问", en: "changed since: asks first") }
    let (first, more) = (items.prefix(4), items.count > 4)
    return Words(
      zh: first.map { "\($0.ticket) \($0.said.zh)" }.joined(separator: "；") + (more ? " 等" : ""),
      en: first.map { "\($0.ticket) \($0.said.en)" }.joined(separator: "; ") + (more ? ", more" : ""))
  }

  private func effect(ofUndoing item: UndoItem) -> Words {
    if hasChanged(item) { return Words(zh: "之后又有变化，会先问", en: "changed since: asks first") }
    if let words = item.tied { return words }
    guard item.before != nil else { return Words(zh: "作废 \(item.ticket)", en: "cancels \(item.ticket)") }
    let all = differences(item)
    guard let first = all.first else { return .none }
    return all.count == 1
      ? first : Words(zh: "\(first.zh) 等 \(all.count) 处", en: "\(first.en) and \(all.count - 1) more")
  }

  /// What would be different, a phrase each.
  fileprivate func differences(_ item: UndoItem) -> [Words] {
    if let words = item.tied { return [words] }
    guard let now = standing(item.ticket)?.work else { return [] }
    guard let before = item.before else { return [Words(zh: "整张作废", en: "cancelled altogether")] }
    return before.differences(from: now, dates)
  }

  /// What happened to a ticket's work after an action and still stands, as far as the message lines go back.
  fileprivate func changes(since item: UndoItem) -> [Words] {
    var standing: [RecordedEvent] = []
    for case .event(let recorded) in messages {
      guard case .ticket(item.ticket, let event) = recorded.event, recorded.version > item.version,
        !event.leavesWork
      else { continue }
      if case .corrected(let undone, _) = event,
        let first = standing.firstIndex(where: { $0.command == undone })
      {
        standing.removeSubrange(first...)
      } else {
        standing.append(recorded)
      }
    }
    return standing.map { recorded in
      let by = "\(dates.time(recorded.occurredAt)) \(recorded.actor.name)"
      let event = told(recorded) ?? recorded.event.words
      return Words(zh: "\(by) \(event.zh)", en: "\(by) \(event.en)")
    }
  }
}

extension UndoItem {
  /// What becomes of a ticket that is parted from another again, or joined with it, or is late again; nil for any other.
  fileprivate var tied: Words? {
    switch inverse {
    case .merge(let other, _): Words(zh: "\(ticket) 并回 \(other)", en: "\(ticket) goes back into \(other)")
    case .split: Words(zh: "\(ticket) 拆回来", en: "\(ticket) comes back")
    case .restoreBreach(let clock, _):
      Words(zh: "\(clock.words.zh)仍算超时", en: "\(clock.words.en) counts as missed again")
    default: nil
    }
  }
}

extension TicketWork {
  /// Where it is not what the work is now: `责任人 老李→未派`.
  fileprivate func differences(from now: TicketWork, _ dates: DateWords) -> [Words] {
    let none = Words(zh: "无", en: "none")
    func name(_ text: String?) -> Words { text.map { Words(both: $0.plainLine) } ?? none }
    func staff(_ work: TicketWork) -> Words {
      work.assignee.map { Words(both: $0.plainLine) } ?? .nobody
    }
    func time(_ date: Date?) -> Words { date.map { Words(both: dates.time($0)) } ?? none }
    func told(_ work: TicketWork) -> Words {
      Words(both: "\(work.reporters.count { $0.toldAt != nil })/\(work.reporters.count)")
    }
    let rows: [(Words, Words, Words)] = [
      (Words(zh: "责任人", en: "staff"), staff(now), staff(self)),
      (Words(zh: "状态", en: "stage"), now.stage.words, stage.words),
      (Words(zh: "类别", en: "type"), Category.words(now.category), Category.words(category)),
      (Words(zh: "急缓", en: "urgency"), now.urgency.words, urgency.words),
      (Words(zh: "等级", en: "grade"), now.grade.words, grade.words),
      (Words(zh: "到场", en: "on site"), time(now.arrivedAt), time(arrivedAt)),
      (Words(zh: "已反馈", en: "told"), told(now), told(self)),
      (Words(zh: "办结", en: "completed"), time(now.completedAt), time(completedAt)),
      (Words(zh: "负责", en: "in charge"), name(now.papers.inCharge), name(papers.inCharge)),
      (Words(zh: "签字", en: "signed"), name(now.papers.signedBy), name(papers.signedBy)),
      (Words(zh: "验收", en: "checked"), name(now.papers.checkedBy), name(papers.checkedBy)),
    ]
    let named = rows.filter { $0.1 != $0.2 }
      .map { Words(zh: "\($0.0.zh) \($0.1.zh)→\($0.2.zh)", en: "\($0.0.en) \($0.1.en)→\($0.2.en)") }
    guard named.isEmpty, self != now else { return named }
    return [Words(zh: "退回之前的登记", en: "back to what was noted before")]
  }
}
