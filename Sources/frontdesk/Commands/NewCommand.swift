import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk new`: registers a ticket.
enum NewCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let options = call.options
    var words = options.arguments
    var kind = TicketKind.repair
    if let first = words.first, let named = self.kind(first) {
      kind = named
      words.removeFirst()
    }
    let contact = call.reporter()
    let ticket = NewTicket(
      kind: kind, place: Place(options.value("place") ?? ""),
      category: category(options.value("category") ?? ""),
      subject: options.value("subject") ?? words.joined(separator: " "), text: options.value("text") ?? "",
      urgency: options.has("urgent") ? .urgent : .ordinary,
      complexity: options.has("complex") ? .complex : .ordinary,
      channel: options.value("channel").flatMap(Channel.init) ?? .phone, contact: contact?.id,
      asset: options.value("asset"))
    let journal = try call.writer()
    let recorded = try call.submit(.report(ticket), journal, call.clerk(journal), contact: contact)
    try Report.changes(recorded, journal.zone, call)
  }

  private static func kind(_ word: String) -> TicketKind? {
    TicketKind(rawValue: word) ?? TicketKind.allCases.first { $0.words.zh == word }
  }

  /// The policy's name for a category that was typed in Chinese; any other word stays.
  static func category(_ word: String) -> String {
    Policy.standard.categories.first { Category.words($0.id).zh == word }?.id ?? word
  }
}

/// What a command changed, told to the one who asked for it.
enum Report {
  static func changes(_ recorded: Recorded, _ zone: TimeZone, _ call: Invocation) throws(Failure) {
    if call.format == "json" {
      let events = recorded.events.map { EventText.json($0) }
      let first = recorded.events.first?.stream.rawValue
      return try call.output.raw(
        JSONText.object([("stream", .optional(first)), ("events", .list(events))]).line + "\n")
    }
    if recorded.events.isEmpty {
      return try call.say(zh: "没有变化。", en: "Nothing has changed.")
    }
    for event in recorded.events {
      let words = event.event.words { Words(both: $0.deskText(zone)) }(call.language).plainLine
      try call.output.line("\(event.stream.rawValue)  \(words)")
    }
  }
}
