import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk new`: registers a ticket.
enum NewCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let options = call.options
    try options.refuseTogether("urgent", "ordinary")
    var words = options.arguments
    var kind = TicketKind.repair
    if let first = words.first, let named = self.kind(first) {
      kind = named
      words.removeFirst()
    }
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    // Without a place of its own the line is read word by word, as the form reads it.
    let line = options.value("place") == nil ? words.joined(separator: " ") : ""
    let estate = try estate(journal, clerk.desk)
    let quick = QuickLine(line, policy: clerk.desk.policy, staff: clerk.desk.staff, estate: estate)
    let contact = call.reporter(quick.reporter, quick.phone)
    kind = quick.kind ?? kind
    let category = options.value("category").map(category) ?? quick.category
    let said = options.has("urgent") ? .urgent : options.has("ordinary") ? .ordinary : quick.urgency
    let ticket = NewTicket(
      kind: kind, place: options.value("place").map { estate.room($0) ?? Place($0) } ?? Place(quick.place),
      category: category,
      subject: options.value("subject") ?? (line.isEmpty ? words.joined(separator: " ") : quick.subject),
      text: options.value("text") ?? "",
      urgency: clerk.desk.policy.urgency(said: said, of: category, kind),
      complexity: options.has("complex") ? .complex : .ordinary,
      channel: options.value("channel").flatMap(Channel.init) ?? quick.channel ?? .phone,
      contact: contact?.id,
      asset: options.value("asset"))
    if let number = options.value("join") {
      return try join(try TicketNumber.read(number), ticket, contact, journal, clerk, call)
    }
    let similar = call.format == "json" ? [] : try similar(to: ticket, clerk.desk, call)
    var recorded = try call.submit(.report(ticket), journal, clerk, contact: contact)
    let own = recorded.events.lazy.compactMap(\.stream.ticket).first
    if let own, let name = quick.assignee {
      recorded.events += try handOut(own, to: name, recorded, journal, clerk, call)
    }
    try call.say(recorded, journal.zone)
    if let own { try offer(similar, own, call) }
  }

  /// Adds the report to an open ticket instead; what is urgent now makes the ticket urgent.
  private static func join(
    _ id: TicketID, _ report: NewTicket, _ contact: Contact?, _ journal: Journal, _ clerk: Clerk,
    _ call: Invocation
  ) throws(Failure) {
    let text = [report.subject, report.text].filter { !$0.isEmpty }.joined(separator: "  ")
    var recorded = try call.submit(
      .ticket(id, .join(contact: contact?.id, text: text)), journal, clerk, contact: contact)
    if report.urgency == .urgent {
      recorded.events += try call.submit(.ticket(id, .setUrgency(.urgent, reason: text)), journal, clerk)
        .events
    }
    try call.say(recorded, journal.zone)
  }

  /// The buildings of the households and of what is open.
  private static func estate(_ journal: Journal, _ desk: Desk) throws(Failure) -> Estate {
    var estate = Estate()
    try inWords(estate.add(journal.households()))
    estate.add(desk.tickets.values.lazy.map(\.place))
    return estate
  }

  /// Gives the ticket to somebody; it is on record and told of whatever becomes of that.
  private static func handOut(
    _ own: TicketID, to name: String, _ recorded: Recorded, _ journal: Journal, _ clerk: Clerk,
    _ call: Invocation
  ) throws(Failure) -> [RecordedEvent] {
    do { return try call.submit(.ticket(own, .assign(staff: name)), journal, clerk).events } catch {
      try call.say(recorded, journal.zone)
      throw error
    }
  }

  private static func similar(
    to ticket: NewTicket, _ desk: Desk, _ call: Invocation
  ) throws(Failure) -> [Ticket] {
    let now = try call.clock(zone: desk.zone).now
    return DuplicateIndex(desk).candidates(for: ticket, desk, at: now).compactMap { desk.tickets[$0] }
  }

  /// What may be the same trouble; nothing is joined unasked.
  private static func offer(_ similar: [Ticket], _ own: TicketID, _ call: Invocation) throws(Failure) {
    for other in similar.prefix(5) {
      let line = [other.place.text, other.line(call.language)].map(\.plainLine).joined(separator: " ")
      let merge =
        other.kind == own.kind ? "frontdesk do \(own) merge \(other.id)" : "frontdesk show \(other.id)"
      try call.tell(
        zh: "可能重复：\(other.id)  \(line)   如是同一件：\(merge)",
        en: "perhaps the same: \(other.id)  \(line)   if it is: \(merge)")
    }
  }

  private static func kind(_ word: String) -> TicketKind? {
    TicketKind(rawValue: word) ?? TicketKind.allCases.first { $0.words.zh == word }
  }

  /// The policy's name for a category that was typed in Chinese; any other word stays.
  static func category(_ word: String) -> String {
    Policy.standard.categories.first { Category.words($0.id).zh == word }?.id ?? word
  }
}
