import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk new`: registers a ticket.
enum NewCommand {
  static func run(_ call: Invocation) throws(Failure) {
    try call.options.refuseTogether("urgent", "ordinary")
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    var (quick, ticket, contact) = try read(call, journal, clerk)
    if let number = call.options.value("join") {
      return try join(try TicketNumber.read(number), ticket, contact, journal, clerk, call)
    }
    let similar = call.format == "json" ? [] : try similar(to: ticket, about: quick.ticket, clerk.desk, call)
    ticket.mayLack = ticket.place.text.isEmpty && ticket.asset == nil
    var recorded = try call.submit(.report(ticket), journal, clerk, contact: contact)
    let own = recorded.events.lazy.compactMap(\.stream.ticket).first
    let named = quick.assignee(clerk.desk.staff)
    let given = quick.assignee.isEmpty ? dispatched(ticket, clerk.desk) : named
    if let own, let name = given {
      recorded.events += try handOut(own, to: name, recorded, journal, clerk, call)
    }
    try call.say(recorded, journal)
    guard let own else { return }
    if ticket.mayLack {
      try call.tell(
        zh: "\(own) 位置待补。问到了写：frontdesk do \(own) place 房号",
        en: "\(own) has no place yet. When it is known: frontdesk do \(own) place PLACE")
    }
    try offer(similar, own, call)
    try offerUnits(ticket.place, own, journal, call)
    if !quick.assignee.isEmpty, named == nil {
      let name = quick.assignee.plainLine
      try call.tell(
        zh: "名单上没有 \(name)，\(own) 没有派工：frontdesk do \(own) assign \(name)",
        en:
          "Nobody on the staff is called \(name); \(own) was given to nobody: frontdesk do \(own) assign \(name)"
      )
    }
  }

  /// What the words and the options say. Without a place of its own the line is read word by word, as the form reads it; with one, the
  /// words are what it is about, and only who calls is taken out of them and the category read off them.
  private static func read(
    _ call: Invocation, _ journal: Journal, _ clerk: Clerk
  ) throws(Failure) -> (line: QuickLine, ticket: NewTicket, contact: Contact?) {
    let (options, policy) = (call.options, clerk.desk.policy)
    let words = options.arguments
    let estate = try estate(journal, clerk.desk)
    let place = options.value("place").map { estate.room($0) ?? Place($0) }
    let line = QuickLine(
      words.joined(separator: " "), policy: policy, staff: clerk.desk.staff, estate: estate, at: place)
    let text = words.drop { QuickLine.kind($0) != nil }.joined(separator: " ")
    var quick = place == nil ? line : QuickLine(about: text)
    // The equipment says where it is.
    if let asset = options.value("asset").flatMap({ clerk.desk.assets[$0.plainLine]?.asset }) {
      quick.leaveOut(asset.place)
    } else if place == nil {
      quick.takePlace(of: clerk.desk)
    }
    let rooms = Set(Place(quick.place).rooms)
    if place == nil, !rooms.isEmpty {
      quick.takeUnit(from: try inWords(journal.households()).filter(rooms.contains))
    }
    let written = ["subject", "text"].compactMap(options.value).joined(separator: "\n")
    let typed = [options.value("phone")].compactMap { $0 } + PhoneNumber.taken(outOf: written).numbers
    quick.add(reporter: options.value("reporter")?.plainLine, phones: typed.map(\.plainLine))
    let resident = try caller(&quick, at: place, journal, call)
    let contact = resident == nil ? newCaller(quick) : nil
    let named = try options.value("category").map { word throws(Failure) in try known(word, policy) }
    let category = named ?? line.category
    let isOfNamed = named != nil && (line.kind == nil || line.isKindInferred)
    let kind = (isOfNamed ? QuickLine.kind(following: category, policy) : line.kind) ?? .repair
    let said = options.has("urgent") ? .urgent : options.has("ordinary") ? .ordinary : quick.urgency
    let ticket = NewTicket(
      kind: kind, place: place ?? Place(quick.place), category: category,
      subject: options.value("subject") ?? quick.subject,
      text: options.value("text") ?? "", urgency: policy.urgency(said: said, of: category, kind),
      complexity: options.has("complex") ? .complex : .ordinary,
      channel: options.value("channel").flatMap(Channel.init) ?? quick.channel ?? .phone,
      contact: resident?.id ?? contact?.id, asset: options.value("asset"))
    return (quick, ticket, contact)
  }

  /// Who calls, of those the directory has at the place: whom the words name, else the only one where they name nobody.
  private static func caller(
    _ quick: inout QuickLine, at place: Place?, _ journal: Journal, _ call: Invocation
  ) throws(Failure) -> Contact? {
    let home = place ?? Place(quick.place)
    guard !home.text.isEmpty || !quick.phone.isEmpty || !quick.tail.isEmpty else { return nil }
    let directory = try call.directory(of: home.text.isEmpty ? nil : home, journal)
    let named = quick.find(in: directory, at: home)
    if named == nil, quick.reporter.isEmpty, quick.phones.isEmpty, !quick.isOnBehalf {
      let people = directory.occupants(of: home)
      return people.count == 1 ? people[0] : nil
    }
    return named.flatMap { person in quick.phones.allSatisfy(person.answers) ? person : nil }
  }

  /// Who calls, as written; nil when there is neither a name nor a number.
  private static func newCaller(_ quick: QuickLine) -> Contact? {
    let contact = Contact(
      id: UUID().uuidString.lowercased(), name: quick.reporter, phone: quick.phone,
      otherPhones: quick.otherPhones)
    return contact.isEmpty ? nil : contact
  }

  /// The policy's name of a category.
  ///
  /// - Throws: a usage failure with the names there are, because no clock would know the ticket's system by any other.
  static func known(_ word: String, _ policy: Policy) throws(Failure) -> String {
    let id = category(word)
    guard policy.categories.contains(where: { $0.id == id }) else {
      let ids = policy.categories.map(\.id).joined(separator: " ")
      let names = policy.categories.map { Category.words($0.id).zh }.joined(separator: "、")
      throw Failure(
        .usage, zh: "没有类别 \(word.plainLine)。可以写：\(names)",
        en: "There is no category \(word.plainLine). It can be: \(ids)")
    }
    return id
  }

  /// Adds the report to an open ticket instead, which opens work that was done again; what is urgent now makes the ticket urgent.
  private static func join(
    _ id: TicketID, _ report: NewTicket, _ contact: Contact?, _ journal: Journal, _ clerk: Clerk,
    _ call: Invocation
  ) throws(Failure) {
    let text = report.said(joining: try inWords(journal.ticket(id)), clerk.desk.policy, call.language)
    // A resident is known by their key already.
    let (command, contact) =
      contact == nil
      ? (TicketCommand.join(contact: report.contact, text: text), nil)
      : try call.join(id, contact, text, journal)
    var recorded = try call.submit(.ticket(id, command), journal, clerk, contact: contact)
    if report.urgency == .urgent {
      recorded.events += try call.submit(.ticket(id, .setUrgency(.urgent, reason: text)), journal, clerk)
        .events
    }
    try call.say(recorded, journal)
  }

  /// The buildings of the households and of what is open.
  private static func estate(_ journal: Journal, _ desk: Desk) throws(Failure) -> Estate {
    var estate = Estate()
    try inWords(estate.add(journal.households()))
    estate.add(desk.tickets.values.lazy.map(\.place))
    return estate
  }

  private static func dispatched(_ ticket: NewTicket, _ desk: Desk) -> String? {
    desk.dispatched(ticket.kind, ticket.category) { name in
      desk.tickets.values.count { $0.hands.contains(name) }
    }
  }

  /// Gives the ticket to somebody; it is on record and told of whatever becomes of that.
  private static func handOut(
    _ own: TicketID, to name: String, _ recorded: Recorded, _ journal: Journal, _ clerk: Clerk,
    _ call: Invocation
  ) throws(Failure) -> [RecordedEvent] {
    do { return try call.submit(.ticket(own, .assign(staff: name)), journal, clerk).events } catch {
      try call.say(recorded, journal)
      throw error
    }
  }

  private static func similar(
    to ticket: NewTicket, about named: TicketID?, _ desk: Desk, _ call: Invocation
  ) throws(Failure) -> [Ticket] {
    let now = try call.clock(zone: desk.zone).now
    return DuplicateIndex(desk).candidates(for: ticket, about: named, desk, at: now).compactMap {
      desk.tickets[$0]
    }
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

  /// The rooms it may be, where building and room were said without the unit.
  private static func offerUnits(
    _ place: Place, _ own: TicketID, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    let rooms = Set(place.rooms)
    guard !rooms.isEmpty else { return }
    let known = try inWords(journal.households()).filter(rooms.contains).map(\.text).sorted()
    guard known.count > 1 else { return }
    try call.tell(
      zh: "\(place.text) 可能是 \(known.joined(separator: "、"))。问到了写：frontdesk do \(own) place 房号",
      en:
        "\(place.text) may be \(known.joined(separator: ", ")). When it is known: frontdesk do \(own) place PLACE"
    )
  }

  /// The policy's name for a category that was typed in Chinese; any other word stays.
  static func category(_ word: String) -> String {
    Policy.standard.categories.first { Category.words($0.id).zh == word }?.id ?? word
  }
}
