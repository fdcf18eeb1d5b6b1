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
    if case .paper(let paper) = command {
      let now = try call.clock(zone: journal.zone).now
      command = .paper(try paper.timed(words, call.options, journal.zone, now))
    }
    var seen: Int?
    if isUndo { (command, seen) = try Undo.command(id, journal, call.actor) }
    try call.carryOut(.ticket(id, command), journal, seen: seen, contact: contact)
    if case .undo(let undone, _) = command { try cancel(whatCameOf: undone, journal, call) }
  }

  /// Cancels the tickets that an action opened and that was taken back: a complaint, or those who left into a ticket of their own.
  private static func cancel(
    whatCameOf undone: UUID, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    for case .ticket(let id, .reported) in try inWords(journal.events(by: undone)).map(\.event) {
      guard let ticket = try inWords(journal.ticket(id)), !ticket.isEnded else { continue }
      try call.carryOut(.ticket(id, .cancel(reason: Words(zh: "撤销", en: "undone")(call.language))), journal)
    }
  }
}
