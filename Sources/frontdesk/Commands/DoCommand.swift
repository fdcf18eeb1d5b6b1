import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk do R-12 ACTION…`: work on one ticket.
enum DoCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let id = try TicketNumber.read(call.options.argument(0))
    let words = Array(call.options.arguments.dropFirst())
    let isUndo = ["undo", "撤销"].contains(words[0])
    var command = isUndo ? TicketCommand.accept : try TicketAction.command(words, call.options)
    var contact: Contact?
    if case .join(_, let text) = command {
      contact = call.reporter()
      command = .join(contact: contact?.id, text: text)
    }
    if case .categorise(let category, let complexity) = command {
      command = .categorise(category: NewCommand.category(category), complexity: complexity)
    }
    let journal = try call.writer(createZone: nil)
    if isUndo { command = try Undo.command(id, journal, call.actor) }
    let recorded = try call.submit(.ticket(id, command), journal, call.clerk(journal), contact: contact)
    try Report.changes(recorded, journal.zone, call)
  }
}

/// Finds what taking back somebody's last action would restore.
enum Undo {
  /// - Throws: a refusal when the ticket's last action was another's, or its report.
  static func command(_ id: TicketID, _ journal: Journal, _ actor: Actor) throws(Failure) -> TicketCommand {
    let events: [RecordedEvent]
    do { events = try journal.events(of: Stream(id)) } catch { throw Failure(error) }
    func refused(_ refusal: Refusal) -> Failure { Failure(.refused, refusal.words(zone: journal.zone)) }
    guard !events.isEmpty else { throw refused(.ticketUnknown(id)) }
    guard let last = events.last(where: { !$0.event.isCrossing }), last.version > 1 else {
      throw refused(.nothingToUndo(id))
    }
    guard last.actor.name == actor.name else { throw refused(.changedSince(id)) }
    var before: Ticket?
    for event in events where event.command != last.command {
      guard case .ticket(_, let happened) = event.event, event.position < last.position else { continue }
      if case .reported(let report) = happened {
        before = Ticket(id, report, at: event.occurredAt)
      } else {
        before?.apply(happened, at: event.occurredAt, version: event.version)
      }
    }
    guard let before else { throw refused(.nothingToUndo(id)) }
    return .undo(undoes: last.command, restores: before.work)
  }
}
