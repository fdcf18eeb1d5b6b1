import Dashboard
import Desk
import Foundation
import Journal

/// Finds what taking back somebody's last action would restore; again, it goes one action further back.
enum Undo {
  private struct Action {
    var command: UUID
    var actor: String
    var before: TicketWork
    /// The version the action left behind.
    var version: Int
  }

  /// The command, and the version the action left behind.
  ///
  /// - Throws: a refusal when the ticket's last action was another's, or its report.
  static func command(
    _ id: TicketID, _ journal: Journal, _ actor: Actor
  ) throws(Failure) -> (command: TicketCommand, seen: Int) {
    let events = try inWords(journal.events(of: Stream(id)))
    func refused(_ refusal: Refusal) -> Failure { Failure(.refused, refusal.words(zone: journal.zone)) }
    guard !events.isEmpty else { throw refused(.ticketUnknown(id)) }
    guard let last = actions(id, events).last else { throw refused(.nothingToUndo(id)) }
    guard last.actor == actor.name else { throw refused(.changedSince(id)) }
    if let tie = try UndoItem(tying: inWords(journal.events(by: last.command))) { throw tied(tie) }
    return (.undo(undoes: last.command, restores: last.before), last.version)
  }

  /// What was joined or parted is a command of its own, on the other ticket.
  private static func tied(_ tie: UndoItem) -> Failure {
    let words: String =
      if case .merge(let other) = tie.inverse { "do \(tie.ticket) merge \(other)" } else {
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
        actions.removeAll { $0.command == undone }
      } else if actions.last?.command == event.command {
        actions[actions.count - 1].version = event.version
      } else if let work = ticket?.work, !happened.leavesWork {
        actions.append(
          Action(command: event.command, actor: event.actor.name, before: work, version: event.version))
      }
      ticket?.apply(happened, at: event.occurredAt, version: event.version)
    }
    return actions
  }
}
