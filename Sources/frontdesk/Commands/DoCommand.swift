import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk do R-12 ACTION…`: work on one ticket.
enum DoCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let id = try TicketNumber.read(call.options.argument(0))
    let words = Array(call.options.arguments.dropFirst())
    guard !["undo", "撤销"].contains(words[0]) else { return try undo(id, call) }
    var command = try TicketAction.command(words, call.options)
    var contact: Contact?
    let journal = try call.writer(createZone: nil)
    if case .join(_, let text) = command {
      (command, contact) = try call.join(id, call.reporter(), text, journal)
    }
    if case .paper(.amend(let amendment)) = command {
      (command, contact) = try call.correct(id, amendment, journal)
    } else if case .paper(let paper) = command {
      let now = try call.clock(zone: journal.zone).now
      command = .paper(try paper.timed(words, call.options, journal.zone, now))
    }
    let clerk = try call.clerk(journal)
    if case .categorise(let word, let complexity) = command {
      command = .categorise(category: try NewCommand.known(word, clerk.desk.policy), complexity: complexity)
    }
    if case .rescind(let clock, let reason, _) = command, let typed = call.options.value("missed") {
      let now = try call.clock(zone: journal.zone).now
      let about = try TypedTime.instant(typed, "missed", zone: journal.zone, today: now)
      command = .rescind(clock, reason: reason, missed: try missed(id, clock, about, journal))
    }
    if clerk.desk.tickets[id] == nil, try inWords(journal.ticket(id)) == nil {
      throw Failure(.refused, Refusal.ticketUnknown(id).words(zone: journal.zone))
    }
    try checkName(in: command, clerk.desk)
    try call.carryOut(.ticket(id, command), journal, clerk, contact: contact)
  }

  /// Takes back the last thing that was done to a ticket, with what came of it.
  private static func undo(_ id: TicketID, _ call: Invocation) throws(Failure) {
    let journal = try call.writer(createZone: nil)
    let clerk = try call.clerk(journal)
    let shift = UndoLimit(clerk.desk, at: try call.clock(zone: journal.zone).now)
    let (command, seen) = try TicketUndo.command(
      id, journal, call.actor, since: shift, passesFinal: call.options.has("earlier"))
    try call.carryOut(.ticket(id, command), journal, clerk, seen: seen)
    if case .undo(let undone, _) = command { try cancel(whatCameOf: undone, journal, call) }
  }

  /// When a clock was missed, by the minute that was typed; as it was typed where nothing was missed then, which the desk says.
  private static func missed(
    _ id: TicketID, _ clock: ClockID, _ about: Date, _ journal: Journal
  ) throws(Failure) -> Date {
    let breaches = try inWords(journal.ticket(id))?.standingBreaches ?? []
    return breaches.first { $0.clock == clock && (0..<60).contains($0.at.timeIntervalSince(about)) }?.at
      ?? about
  }

  /// Work goes to names on the list: a mistyped one would come onto the staff and go home with the ticket. The first name of all begins it.
  private static func checkName(in command: TicketCommand, _ desk: Desk) throws(Failure) {
    let typed: String
    switch command {
    case .assign(let name), .paper(.handOff(let name)): typed = name.plainLine
    default: return
    }
    let names = desk.staff.map(\.name)
    guard !names.isEmpty, !names.contains(typed) else { return }
    let meant = Suggestion.words(typed, in: names)
    throw Failure(
      .refused, zh: "名单上没有 \(typed)。\(meant.zh)新来的请先登记：frontdesk staff add \(typed)",
      en:
        "Nobody on the staff is called \(typed). \(meant.en)Somebody new comes first onto it: frontdesk staff add \(typed)"
    )
  }

  /// Cancels the tickets that an action opened and that was taken back: a complaint, or those who left into a ticket of their own.
  private static func cancel(
    whatCameOf undone: UUID, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    for case .ticket(let id, .reported) in try inWords(journal.events(by: undone)).map(\.event) {
      guard let ticket = try inWords(journal.ticket(id)), !ticket.isEnded else { continue }
      try call.carryOut(.ticket(id, .cancel(reason: UndoItem.cancelReason(call.language))), journal)
    }
  }
}
