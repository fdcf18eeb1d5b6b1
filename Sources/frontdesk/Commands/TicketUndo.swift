import Dashboard
import Desk
import Foundation
import Journal

/// Finds what taking back somebody's last action would restore; again, it goes one action further back.
enum TicketUndo {
  private struct Action {
    var command: UUID
    var actor: Actor
    var recordedAt: Date
    /// Nil for what is on record for good.
    var before: TicketWork?
    var event: TicketEvent
  }

  /// The command, and the version of the ticket that it is for; `passesFinal` passes over own notes and the like, which are on record
  /// for good.
  ///
  /// - Throws: a refusal when the ticket's last action was another's, or done at another desk or in an earlier shift, or its report, or an
  ///   own one that stays.
  static func command(
    _ id: TicketID, _ journal: Journal, _ actor: Actor, since shift: UndoLimit, passesFinal: Bool
  ) throws(Failure) -> (command: TicketCommand, seen: Int) {
    let events = try inWords(journal.events(of: Stream(id)))
    func refused(_ refusal: Refusal) -> Failure { Failure(.refused, refusal.words(zone: journal.zone)) }
    guard !events.isEmpty else { throw refused(.ticketUnknown(id)) }
    if let (last, command) = rescission(events, actor) {
      try shift.check(id, last.event, last.recordedAt)
      return (command, events.last?.version ?? 0)
    }
    // What others wrote down beside the work does not stand in the way.
    let actions = actions(id, events).filter { $0.before != nil || $0.actor == actor }
    let work = actions.last { $0.before != nil }
    if !passesFinal, let last = actions.last, last.before == nil {
      throw final(last, id, before: work.flatMap { $0.actor == actor ? $0 : nil })
    }
    guard let last = work, let before = last.before else { throw refused(.nothingToUndo(id)) }
    guard last.actor == actor else { throw others(last.actor, id, actor) }
    try shift.check(id, .ticket(id, last.event), last.recordedAt)
    if let tie = try UndoItem(tying: inWords(journal.events(by: last.command))) { throw tied(tie) }
    return (.undo(undoes: last.command, restores: before), events.last?.version ?? 0)
  }

  /// What lets a breach stand again that somebody took back in their last action; nil for any other.
  private static func rescission(
    _ events: [RecordedEvent], _ actor: Actor
  ) -> (last: RecordedEvent, command: TicketCommand)? {
    let last = events.last { !$0.event.isCrossing }
    guard let last, last.actor == actor,
      case .ticket(_, .breachRescinded(let clock, _, _, .some(let missed))) = last.event
    else { return nil }
    return (last, .restoreBreach(clock, missed: missed))
  }

  /// As on the screen: what is on record for good is not passed over in silence.
  private static func final(_ last: Action, _ id: TicketID, before: Action?) -> Failure {
    if case .complained(let other, _) = last.event {
      return Failure(
        .refused, zh: "\(id) 另立了投诉 \(other)。撤销就是作废它：frontdesk do \(other) cancel 撤销",
        en:
          "\(id) has the complaint \(other) beside it. To undo that, cancel it: frontdesk do \(other) cancel undone"
      )
    }
    let next =
      before.map {
        Words(
          zh: "撤销更早的（\($0.event.words.zh)）：frontdesk do \(id) undo --earlier",
          en: " To take back what was before it (\($0.event.words.en)): frontdesk do \(id) undo --earlier")
      }
      ?? Words(
        zh: "要改就另做一步：frontdesk do \(id) --help",
        en: " Put it right with another step: frontdesk do \(id) --help")
    return Failure(
      .refused, zh: "已记录在案，收不回：\(id) \(last.event.words.zh)。\(next.zh)",
      en: "On record for good: \(id) \(last.event.words.en).\(next.en)")
  }

  /// Only where it was done is it taken back, as on the screen; whoever did it may say that they are there.
  private static func others(_ author: Actor, _ id: TicketID, _ actor: Actor) -> Failure {
    let (name, desk) = (author.name.plainLine, author.desk.plainLine)
    let who =
      desk.isEmpty
      ? Words(zh: " \(name)（没写前台名）", en: "\(name) at a desk without a name")
      : Words(zh: " \(name) 在 \(desk) ", en: "\(name) at \(desk)")
    let instead =
      author.name != actor.name
      ? Words(
        zh: "请对方撤销，或另做一步改过来：frontdesk do \(id) --help",
        en: "Ask them to take it back, or put it right with another step: frontdesk do \(id) --help")
      : desk.isEmpty
        ? Words(zh: "撤销时不写 --desk。", en: "Undo it without --desk.")
        : Words(zh: "请到那里撤销，或加上 --desk \(desk)。", en: "Take it back there, or add --desk \(desk).")
    return Failure(
      .refused, zh: "\(id) 的上一步是\(who.zh)做的，没有撤销。\(instead.zh)",
      en: "The last thing on \(id) was done by \(who.en), and stays. \(instead.en)")
  }

  /// What was joined or parted is a command of its own, on the other ticket.
  private static func tied(_ tie: UndoItem) -> Failure {
    let words: String =
      if case .merge(let other, _) = tie.inverse { "do \(tie.ticket) merge \(other)" } else {
        "do \(tie.ticket) split"
      }
    return Failure(
      .refused, zh: "并单和拆单不用 undo 撤销，用 frontdesk \(words)。",
      en: "Merging and splitting are not taken back by undo: frontdesk \(words).")
  }

  /// Every action that stands, oldest first; one that was taken back is gone.
  private static func actions(_ id: TicketID, _ events: [RecordedEvent]) -> [Action] {
    var actions: [Action] = []
    var ticket: Ticket?
    for event in events {
      guard case .ticket(_, let happened) = event.event else { continue }
      if case .reported(let report) = happened {
        ticket = Ticket(id, report, at: event.occurredAt)
        continue
      }
      if case .corrected(let undone, _) = happened {
        // What was done later went with it.
        if let first = actions.firstIndex(where: { $0.command == undone }) {
          actions.removeSubrange(first...)
        }
      } else if case .breachRestored(let clock, _, let missed) = happened {
        actions.removeAll { $0.event.rescinds(clock, missed: missed) }
      } else if let work = ticket?.work, !event.event.isCrossing, actions.last?.command != event.command {
        actions.append(
          Action(
            command: event.command, actor: event.actor, recordedAt: event.recordedAt,
            before: happened.leavesWork ? nil : work, event: happened))
      }
      ticket?.apply(happened, at: event.occurredAt, version: event.version)
    }
    return actions
  }
}

/// From when on what was done can be taken back, as on the screen: since the shift began or, where none is on, today.
struct UndoLimit {
  let begins: Date
  let isShift: Bool

  init(_ desk: Desk, at now: Date) {
    isShift = desk.openShift != nil
    begins = desk.openShift?.startedAt ?? CivilDate(now, in: desk.zone).start(in: desk.zone)
  }

  /// Refuses what was written down before that: who has the ticket by now goes by it.
  fileprivate func check(_ id: TicketID, _ event: Event, _ recordedAt: Date) throws(Failure) {
    guard recordedAt < begins else { return }
    let said = event.words
    let when =
      isShift
      ? Words(zh: "是这一班以前做的", en: "was done before this shift")
      : Words(zh: "是今天以前做的", en: "was done before today")
    throw Failure(
      .refused, zh: "\(id) 的上一步（\(said.zh)）\(when.zh)，没有撤销。另做一步改过来：frontdesk do \(id) --help",
      en:
        "The last thing on \(id) (\(said.en)) \(when.en), and stays. Put it right with another step: frontdesk do \(id) --help"
    )
  }
}

extension TicketEvent {
  /// Whether it takes back that breach.
  fileprivate func rescinds(_ clock: ClockID, missed: Date) -> Bool {
    if case .breachRescinded(clock, _, _, missed) = self { true } else { false }
  }
}
