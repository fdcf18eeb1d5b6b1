import Desk
import Foundation

extension Model {
  /// A ticket of a step, as it is or as it ended.
  func standing(_ id: TicketID) -> Ticket? { desk.tickets[id] ?? leftSteps[id] }

  /// Whether the work of a ticket is not what the action left, also where the ticket has ended since.
  func hasChanged(_ item: UndoItem) -> Bool {
    standing(item.ticket).map { $0.work.version > item.version } ?? false
  }

  /// Keeps a ticket that leaves the desk with an event, for the steps that are about it; `before` is the ticket as it was.
  mutating func keepLeft(_ id: TicketID, _ event: TicketEvent, _ recorded: RecordedEvent, _ before: Ticket?) {
    guard desk.tickets[id]?.isEnded != false else {
      leftSteps[id] = nil
      return
    }
    guard var ticket = before else { return }
    let steps = undoable + [batch.undoing].compactMap(\.self)
    guard recorded.actor == actor || steps.contains(where: { $0.items.contains { $0.ticket == id } }) else {
      return
    }
    ticket.apply(event, at: recorded.occurredAt, version: recorded.version)
    leftSteps[id] = ticket
    guard leftSteps.count > 2 * Model.mostSteps else { return }
    let used = Set(undoable.flatMap(\.items).map(\.ticket) + [id])
    leftSteps = leftSteps.filter { used.contains($0.key) }
  }

  /// Why what was done to a ticket cannot be taken back as it stands now; nil where it can.
  func obstacle(toUndoing item: UndoItem) -> Words? {
    guard case .submit(let command, let seen, _, _) = takingBack(item), let ticket = standing(item.ticket)
    else { return nil }
    var trial = desk
    if trial.tickets[item.ticket] == nil { trial.adopt(ticket) }
    let submission = Submission(
      id: item.command, command, occurredAt: now, recordedAt: now, actor: actor, seen: seen)
    do {
      _ = try trial.decide(submission)
      return nil
    } catch {
      return words(of: error)
    }
  }

  /// Whether something of a step can be taken back.
  func canUndo(_ step: UndoStep) -> Bool { step.items.contains { obstacle(toUndoing: $0) == nil } }

  /// What a rule says, with the keys of the screen for what is to be done first.
  func words(of refusal: Refusal) -> Words {
    guard case .mergedSince(let id, let other) = refusal else { return refusal.words(zone: desk.zone) }
    let key = keyTable.letter(.split)
    return Words(
      zh: "\(id) 之后并入了 \(other)。要撤销之前的，请先拆回 \(id)：在 \(id) 上按 \(key)",
      en: "\(id) went into \(other) since. To undo what was before, take \(id) out first: \(key) on \(id)")
  }

  /// What the next undo takes back, to be added to a sentence.
  var nextUndo: Words {
    undoable.last.map {
      Words(zh: "；再按一次撤销更早的：\($0.words.zh)", en: "; once more undoes: \($0.words.en)")
    } ?? .none
  }

  /// Says why a step stays, and what comes next: nobody is to take back something else without knowing.
  func passing(_ obstacle: Words) -> Words {
    let next = nextUndo
    return Words(
      zh: "没有撤销：\(obstacle.zh.withoutStop)。这一步不再撤销\(next.zh)",
      en: "Not undone: \(obstacle.en.withoutStop). This step is undone no more\(next.en)")
  }

  /// Whether what was asked to be taken back and refused is no step any more.
  func losesStep(putsBack: Bool) -> Bool {
    guard !putsBack, let step = batch.undoing, let asked = batch.waiting.first else { return false }
    return step.items.isEmpty || asked.order != nil
  }

  /// What the events of one command are called: the first of what was done, with what follows from it by itself.
  ///
  /// - Returns: Nil where it did nothing.
  func named(_ events: [RecordedEvent]) -> Words? {
    let events = events.filter { !$0.event.isCrossing }
    // Who is split off takes along what happened since: what was done is the splitting.
    guard let said = events.last(where: { $0.event.isSplit }) ?? events.last(where: { $0.actor == actor })
    else {
      return nil
    }
    guard !said.event.isSplit, let first = events.firstIndex(where: { $0.event.drawsMore }),
      events[first].stream == said.stream, first < events.count - 1
    else {
      return named(said)
    }
    let (what, more) = (named(events[first]), events[(first + 1)...].map(\.event.following))
    return Words(
      zh: "\(what.zh)，随之\(more.map(\.zh).joined(separator: "、"))",
      en: "\(what.en), and so \(more.map(\.en).joined(separator: ", "))")
  }
}

extension Event {
  /// Whether one who reported another ticket has it since as their own.
  fileprivate var isSplit: Bool {
    if case .ticket(let id, .reported(let report)) = self { report.splitFrom?.kind == id.kind } else { false }
  }

  /// Whether more may follow from it by a rule, and it is what somebody did.
  fileprivate var drawsMore: Bool {
    switch self {
    case .ticket(_, .reporterJoined), .ticket(_, .paper(.followedUp)), .ticket(_, .reopened): true
    default: false
    }
  }

  /// What it is called where it follows from something else: the reason was said there.
  fileprivate var following: Words {
    if case .ticket(_, .reopened) = self { Words(zh: "重开", en: "reopened") } else { words }
  }
}

extension String {
  /// Without the full stop at its end.
  fileprivate var withoutStop: String { hasSuffix("。") || hasSuffix(".") ? String(dropLast()) : self }
}
