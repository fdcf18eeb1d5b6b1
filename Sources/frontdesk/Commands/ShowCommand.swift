import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk show R-12`: a ticket, its clocks and all that happened to it.
enum ShowCommand {
  /// Everything the page needs.
  private struct Page {
    let ticket: Ticket
    let events: [RecordedEvent]
    let contacts: [String: Contact]
    /// The policy the ticket is held to.
    let policy: Policy
    var clocks: [Clock] { ticket.clocksByDue(policy) + ticket.promiseClocks }
    let now: Date
    let zone: TimeZone
    /// Keys of reporters who were erased on record.
    let erased: Set<String>
    /// Whether phones were asked for, with a reason on record.
    let showsPhones: Bool

    func phone(_ contact: Contact) -> String { showsPhones ? contact.phone : contact.maskedPhone }
  }

  static func run(_ call: Invocation) throws(Failure) {
    let id = try TicketNumber.read(call.options.argument(0))
    let reason = call.options.value("reveal")
    let journal = try reason == nil ? call.reader() : call.writer(createZone: nil)
    let ticket = try call.ticket(id, in: journal)
    if let reason { try reveal(ticket, reason, journal, call) }
    let page = try page(ticket, journal, call)
    if call.format == "json" {
      try call.output.json(json(page))
    } else {
      try call.output.text(text(page, call.language))
    }
  }

  /// Puts on record that the phones of a ticket were asked for, and why.
  static func reveal(
    _ ticket: Ticket, _ reason: String, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    // What cannot be read is not shown, and nobody is on record as having seen it.
    try inWords(journal.checkVault())
    let clerk = try call.clerk(journal)
    for contact in ticket.work.reporters.compactMap(\.contact) {
      try call.submit(.household(ticket.place, .reveal(contact: contact, reason: reason)), journal, clerk)
    }
  }

  private static func page(
    _ ticket: Ticket, _ journal: Journal, _ call: Invocation
  ) throws(Failure) -> Page {
    let keys = ticket.work.reporters.compactMap(\.contact)
    let contacts = try call.contacts(keys, journal)
    return try Page(
      ticket: ticket, events: inWords(journal.events(of: Stream(ticket.id))), contacts: contacts,
      policy: inWords(journal.policies())[ticket.policyVersion], now: call.clock(zone: journal.zone).now,
      zone: journal.zone, erased: inWords(journal.erased(Set(keys).subtracting(contacts.keys))),
      showsPhones: call.options.value("reveal") != nil)
  }

  private static func text(_ page: Page, _ language: Language) -> String {
    let ticket = page.ticket
    let work = ticket.work
    let title = [
      ticket.id.description, ticket.kind.words(language), work.stage.words(language),
      // A complaint goes by its grade: ordinary beside serious would be two answers to one question.
      ticket.kind == .complaint && work.urgency == .ordinary ? "" : work.urgency.words(language),
      ticket.kind == .complaint ? work.grade.words(language) : "",
      work.complexity == .complex ? work.complexity.words(language) : "",
    ]
    var lines = [title.filter { !$0.isEmpty }.joined(separator: "  ")]
    lines.append(
      [ticket.place.text, Category.words(work.category)(language), ticket.subject].map(\.plainLine)
        .filter { !$0.isEmpty }.joined(separator: "  "))
    if !ticket.text.isEmpty { lines.append(ticket.text) }
    lines += people(page, language)
    lines += PapersText.lines(ticket, page.policy.limits, page.now, page.zone, language)
    lines += ["", Words(zh: "时限", en: "Clocks")(language)]
    for clock in page.clocks {
      let due = clock.due.deskText(page.zone)
      lines.append(
        "  \(clock.id.words(language))  \(Words(zh: "应于 \(due)", en: "by \(due)")(language))  "
          + ClockText.state(clock, page.now)(language))
      let doubt = clock.doubt(at: page.now) ?? clock.unknownYear.map { .noHolidays(year: $0) }
      if let doubt { lines.append("    \(doubt.words(language))") }
    }
    lines += ["", Words(zh: "经过", en: "What happened")(language)]
    lines += page.events.map { "  \(EventText.line($0, page.zone, among: page.events, language))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func people(_ page: Page, _ language: Language) -> [String] {
    let ticket = page.ticket
    let reported = ticket.reportedAt.deskText(page.zone)
    let staff = ticket.responsible?.plainLine ?? Words.nobody(language)
    var lines = [
      Words(
        zh: "来源 \(ticket.channel.words.zh)  受理 \(reported)  责任人 \(staff)",
        en: "by \(ticket.channel.words.en)  reported \(reported)  staff \(staff)")(language)
    ]
    lines += ticket.work.reporters.enumerated().compactMap { index, reporter in
      // What a guard or a sensor found was called in by nobody.
      if reporter.contact == nil, index == 0, !ticket.channel.isCall { return nil }
      let who = who(reporter, page)
      return Words(zh: "报修人 \(who.zh)", en: "reporter \(who.en)")(language)
    }
    if let source = ticket.source {
      let (log, number) = (source.log.plainLine, source.number.plainLine)
      lines.append(
        Words(zh: "导入自 \(log)，原号 \(number)", en: "imported from \(log), number \(number)")(language))
    }
    return lines
  }

  /// A caller by name and number, as far as they left them.
  private static func who(_ reporter: Reporter, _ page: Page) -> Words {
    let unnamed = Words(zh: "未留姓名", en: "no name left")
    guard let key = reporter.contact else { return unnamed }
    guard let contact = page.contacts[key] else {
      return Contact.missing(isErased: page.erased.contains(key))
    }
    let parts = [contact.name, page.phone(contact)].map(\.plainLine).filter { !$0.isEmpty }
    return parts.isEmpty ? unnamed : Words(both: parts.joined(separator: " "))
  }

  private static func json(_ page: Page) -> JSONText {
    let ticket = page.ticket
    let work = ticket.work
    let reporters = work.reporters.map { reporter in
      let contact = reporter.contact.flatMap { page.contacts[$0] }
      return JSONText.object([
        ("name", .optional(contact?.name)), ("phone", .optional(contact.map(page.phone))),
        ("joined_at", .text(reporter.joinedAt.isoText)), ("told_at", .optional(reporter.toldAt?.isoText)),
      ])
    }
    return .object([
      ("number", .text(ticket.id.description)), ("kind", .text(ticket.kind.rawValue)),
      ("stage", .text(work.stage.rawValue)), ("urgency", .text(work.urgency.rawValue)),
      ("grade", .text(work.grade.rawValue)), ("complexity", .text(work.complexity.rawValue)),
      ("place", .text(ticket.place.text)), ("category", .text(work.category)),
      ("subject", .text(ticket.subject)), ("text", .text(ticket.text)),
      ("channel", .text(ticket.channel.rawValue)), ("assignee", .optional(work.assignee)),
      ("cycle", .number(work.cycle)), ("version", .number(ticket.version)), ("reporters", .list(reporters)),
      ("asset", .optional(ticket.asset)), ("papers", PapersText.json(work.papers)),
      ("log", .optional(ticket.source?.log)), ("log_number", .optional(ticket.source?.number)),
      ("reported_at", .text(ticket.reportedAt.isoText)), ("closed_at", .optional(work.closedAt?.isoText)),
      ("due_at", .optional(ticket.logDueAt?.isoText)),
      ("clocks", .list(page.clocks.map { ClockText.json($0, page.now) })),
      ("events", .list(page.events.map(EventText.json))),
    ])
  }
}

extension Channel {
  /// Whether it is somebody who comes or calls, and no guard, sensor or other log.
  fileprivate var isCall: Bool {
    switch self {
    case .phone, .walkIn, .wechat, .app, .suggestionBox, .supervision: true
    case .patrol, .sensor, .log: false
    }
  }
}
