import Desk
import Foundation

extension Model {
  /// Takes back the last own action by a compensating event.
  mutating func undo() -> [Effect] {
    guard canWrite() else { return [] }
    if !backlog.isEmpty { return dropLast() }
    guard let step = undoable.last else {
      say(Words(zh: "没有可撤销的操作", en: "Nothing to undo"))
      return []
    }
    return undo(step, anyway: false)
  }

  /// Takes back a step; where somebody changed its tickets since, that is shown and asked about first.
  mutating func undo(_ step: UndoStep, anyway: Bool) -> [Effect] {
    guard isLineEmpty() else { return [] }
    switch step.deed {
    case .slips(let held): return stop(held, step)
    case .visit(let visit): return takeBack(visit, step)
    case .entry(let entry): return takeBack(entry, step)
    case .final: return pass(step)
    case .tickets: return undoTickets(step, anyway: anyway)
    }
  }

  /// Says that a step stays, and leaves the one before it for the next time.
  private mutating func pass(_ step: UndoStep, because obstacle: Words? = nil) -> [Effect] {
    undoable.removeAll { $0 == step }
    if let obstacle {
      say(passing(obstacle), isAlert: true)
      return []
    }
    let next = nextUndo
    say(
      Words(
        zh: "已记录在案，收不回：\(step.words.zh)\(next.zh)", en: "On record for good: \(step.words.en)\(next.en)"),
      isAlert: true)
    return []
  }

  private mutating func undoTickets(_ step: UndoStep, anyway: Bool) -> [Effect] {
    if let item = step.items.first(where: isApartAlready) {
      undoable.removeAll { $0 == step }
      say(
        Words(zh: "\(item.ticket) 已经拆回，不用撤销", en: "\(item.ticket) came back already; nothing to undo"))
      return []
    }
    if step.items.contains(where: hasChanged) {
      guard anyway else {
        layers.append(.picker(.keepOrUndo(step, self)))
        return []
      }
      if !canUndo(step) {
        return pass(step, because: step.items.compactMap(obstacle(toUndoing:)).first)
      }
    }
    undoable.removeAll { $0 == step }
    let effects = submit(step.items.map(takingBack) + leaving(with: step))
    batch.undoing = step
    return effects
  }

  /// What takes back what was done to one ticket, as it stands.
  func takingBack(_ item: UndoItem) -> Effect {
    let command =
      item.inverse ?? item.before.map { .undo(undoes: item.command, restores: $0) }
      ?? .cancel(reason: UndoItem.cancelReason(language))
    return .submit(
      .ticket(item.ticket, command), seen: standing(item.ticket)?.version ?? item.version,
      occurredAt: nil, contact: nil)
  }

  /// Takes a name off the staff again that came with the step; not when there is more in its hands by now.
  private func leaving(with step: UndoStep) -> [Effect] {
    guard let name = step.joined, board.count(inHandOf: name) <= step.items.count else { return [] }
    return [.submit(.leaveStaff(name: name), seen: nil, occurredAt: nil, contact: nil)]
  }

  /// Whether a merged ticket came back meanwhile: to split it would take a reporter away from it.
  private func isApartAlready(_ item: UndoItem) -> Bool {
    if case .split = item.inverse { desk.tickets[item.ticket] != nil } else { false }
  }

  /// What was written down of a visitor was a mistake.
  private mutating func takeBack(_ visit: VisitEntry, _ step: UndoStep) -> [Effect] {
    undoable.removeAll { $0 == step }
    let effects = submit([
      .submit(.takeBackVisit(visit.id), seen: visit.version, occurredAt: nil, contact: nil)
    ])
    batch.undoing = step
    return effects
  }

  /// A check-in or a step of an incident was a mistake.
  private mutating func takeBack(_ entry: Entry, _ step: UndoStep) -> [Effect] {
    undoable.removeAll { $0 == step }
    let effects = submit([.submit(entry.mistake, seen: nil, occurredAt: nil, contact: nil)])
    batch.undoing = step
    return effects
  }

  /// Slips that have not left are not printed.
  private mutating func stop(_ held: Held, _ step: UndoStep) -> [Effect] {
    undoable.removeAll { $0 == step }
    outbox.removeAll { $0 == held }
    redoable.append(step)
    sayUndone(step, canRedo: true)
    return []
  }

  /// Does again what was taken back last.
  mutating func redo() -> [Effect] {
    guard canWrite() else { return [] }
    guard let step = redoable.last else {
      let key = keyTable.letter(.redo)
      say(
        Words(
          zh: "没有可重做的操作：\(key) 只重做打开以后做了又撤销的，以前做的不行，访客登记请重写",
          en:
            "Nothing to do again: \(key) is for what was done and undone since this desk was opened, not for what was done before; a visitor is registered anew"
        ))
      return []
    }
    return redo(step)
  }

  /// Asks for the same once more, as of when it happened: the desk decides anew whether it may be.
  mutating func redo(_ step: UndoStep) -> [Effect] {
    guard isLineEmpty() else { return [] }
    redoable.removeAll { $0 == step }
    switch step.deed {
    case .slips(let held): return hold(held.outgoing)
    case .visit(let visit):
      let effects = submit([
        .submit(.endVisit(visit.id), seen: visit.version, occurredAt: nil, contact: nil)
      ])
      batch.redoing = step
      return effects
    case .entry(let entry): return sayAgain(entry, step)
    case .tickets, .final: break
    }
    let effects = submit(
      step.items.flatMap { item in
        item.again.map { again in
          .submit(
            .ticket(item.ticket, again.order), seen: item.version,
            occurredAt: item.saysWhen ? again.occurredAt : nil, contact: nil)
        }
      })
    batch.redoing = step
    return effects
  }

  /// Says once more what was said of a checkpoint or a step. With its round over, a check-in would begin another.
  private mutating func sayAgain(_ entry: Entry, _ step: UndoStep) -> [Effect] {
    if case .takeBackCheckIn(let round, _) = entry.mistake, desk.rounds[round]?.isOpen != true {
      say(
        Words(zh: "轮次 \(round) 已结束，不能再打卡", en: "Round \(round) is over: nobody checks in on it"),
        isAlert: true)
      return []
    }
    let effects = submit([.submit(entry.order, seen: nil, occurredAt: entry.occurredAt, contact: nil)])
    batch.redoing = step
    return effects
  }

  /// What was done in an earlier shift, or by somebody else at these keys, is not taken back from here, nor is what they left unwritten
  /// put before the next.
  mutating func forgetSteps() {
    undoable = []
    redoable = []
    leftSteps = [:]
    leftTexts = []
  }

  /// Offers every step of the shift.
  mutating func listSteps() -> [Effect] {
    guard !undoable.isEmpty || !redoable.isEmpty else { return undo() }
    layers.append(.picker(.steps(self)))
    return []
  }

  /// Takes in what one submission did: a step, or one more ticket of the step it belongs to.
  mutating func addStep(_ items: [UndoItem], _ words: Words) {
    if let step = batch.undoing { return addRedo(items, of: step) }
    if batch.redoing == nil { redoable = [] }
    guard !items.isEmpty else {
      return batch.redoing == nil && !batch.hasStep ? appendFinal(ofBatch(words)) : ()
    }
    var (items, words) = (items.map(asDoneAgain), words)
    for index in items.indices { items[index].said = words.without([items[index].ticket]) }
    if let step = batch.redoing { (items, words) = step.named(items, else: words) }
    holdAgain(items)
    if batch.hasStep, var last = undoable.popLast() {
      last.add(items)
      undoable.append(last)
    } else {
      append(UndoStep(deed: .tickets(items), words: words, at: now))
      batch.hasStep = true
    }
  }

  /// Adds what cannot be taken back: one of a row of them is enough.
  private mutating func appendFinal(_ words: Words) {
    if undoable.last?.deed == .final { undoable.removeLast() }
    append(UndoStep(deed: .final, words: words, at: now))
  }

  /// Adds a step; the last hundred are kept.
  mutating func append(_ step: UndoStep) {
    undoable.append(step)
    if undoable.count > Model.mostSteps { undoable.removeFirst() }
  }

  static let mostSteps = 100

  /// A new ticket that came back goes the way it went before: there is no earlier state of it to go back to.
  private func asDoneAgain(_ item: UndoItem) -> UndoItem {
    guard let first = batch.redoing?.items.first(where: { $0.ticket == item.ticket }), first.before == nil,
      item.inverse == nil
    else { return item }
    var item = item
    (item.before, item.order) = (nil, nil)
    return item
  }

  /// What was taken back can be done again: by the same order, or where a new ticket went, by taking that back in turn. One that was
  /// opened along with something else is opened anew by the order for that.
  private mutating func addRedo(_ undone: [UndoItem], of step: UndoStep) {
    let hasOther = step.items.contains { $0.before != nil }
    let items = undone.compactMap { done -> UndoItem? in
      guard var item = step.items.first(where: { $0.ticket == done.ticket }) else { return nil }
      item.version = done.version
      if item.before == nil, item.inverse == nil {
        item.order = hasOther ? nil : done.before.map { .undo(undoes: done.command, restores: $0) }
        item.also = []
      }
      return item.order == nil ? nil : item
    }
    for item in step.items where undone.contains(where: { $0.ticket == item.ticket }) {
      if item.inverse == nil { dropLater(than: item) } else { letStand(before: item, desk.tickets) }
    }
    let withheld = withhold(step)
    guard !items.isEmpty else { return }
    if batch.hasStep, var last = redoable.popLast() {
      last.items += items
      last.words = step.words(of: last.items)
      last.withheld += withheld
      redoable.append(last)
    } else {
      var again = step
      (again.items, again.withheld, again.words) = (items, withheld, step.words(of: items))
      redoable.append(again)
      batch.hasStep = true
    }
  }

  /// What was done to a ticket after a step was taken back along with it.
  mutating func dropLater(than item: UndoItem) {
    drop { $0.ticket == item.ticket && $0.version > item.version }
  }

  /// What was done to tickets before they were joined or parted stands as it was left, once they are as they were then.
  mutating func letStand(before tie: UndoItem, _ now: [TicketID: Ticket]) {
    for (id, before) in tie.apart {
      guard let work = now[id]?.work, work.isUnchanged(since: before) else { continue }
      for step in undoable.indices {
        undoable[step].items = undoable[step].items.map { item in
          var item = item
          guard item.ticket == id else { return item }
          item.before?.takeTies(of: work, since: before)
          // What came back is there to be taken on since then.
          if work.offeredAt != before.offeredAt { item.before?.offeredAt = work.offeredAt }
          if item.version == before.version { item.version = work.version }
          return item
        }
      }
    }
  }

  /// Forgets steps, or those of their tickets, that there is nothing left of to take back.
  mutating func drop(_ isUndone: (UndoItem) -> Bool) {
    for index in undoable.indices { undoable[index].items.removeAll(where: isUndone) }
    undoable.removeAll { $0.deed == .tickets([]) }
  }

  /// What could not be taken back or done again may be tried once more.
  mutating func putBack(_ id: TicketID?) {
    if let step = batch.undoing?.only(id), step.deed != .tickets([]) { undoable.append(step) }
    // What was more than one thing is there once, and not where the first of it was done.
    guard let step = batch.redoing?.only(id), redoable.last != step else { return }
    if !batch.done.contains(where: { $0 == id }) { redoable.append(step) }
  }

  /// Says what came of the action, and how it is taken back or done again.
  mutating func sayDone(_ words: Words?) {
    if let step = batch.undoing {
      sayUndone(step, canRedo: batch.hasStep)
    } else if batch.hasStep, let step = undoable.last {
      let again =
        batch.redoing == nil
        ? nil : Words(zh: "已重做：\(step.words.zh)", en: "Done again: \(step.words.en)")
      // What a caller said is not for those who stand before the wall.
      let ids = Model.names(step.items.map(\.ticket))
      let done = isOnWall ? Words(zh: "\(ids) 已记下", en: "\(ids) on record") : step.words
      let said = again ?? Words(zh: done.zh + batch.adds.zh, en: done.en + batch.adds.en)
      say(said, undoUntil: now.addingTimeInterval(settings.undoWindow))
    } else {
      say(batch.says ?? words.map(ofBatch) ?? Words(zh: "没有变化", en: "Nothing changed"))
    }
  }

  /// What is on record for good, for as many tickets as it was done to.
  private func ofBatch(_ words: Words) -> Words { batch.done.count > 1 ? words.ofAll(batch.done) : words }

  private mutating func sayUndone(_ step: UndoStep, canRedo: Bool) {
    let key = keyTable.letter(.redo)
    let again = canRedo ? Words(zh: "   重做: \(key)", en: "   redo: \(key)") : .none
    let sent = Words(
      zh: step.sent.isEmpty ? "" : "；收不回：" + step.sent.map(\.zh).joined(separator: "、"),
      en: step.sent.isEmpty ? "" : "; gone for good: " + step.sent.map(\.en).joined(separator: ", "))
    say(
      Words(
        zh: "已撤销：\(step.words.zh)\(sent.zh)\(again.zh)", en: "Undone: \(step.words.en)\(sent.en)\(again.en)"),
      isAlert: !step.sent.isEmpty)
  }
}
