import Dashboard
import Desk
import Foundation
import Journal

extension Invocation {
  /// Opens the store to read it; damage is told, because what is read may not be whole.
  func reader() throws(Failure) -> Journal {
    let journal = try inWords(Journal(path: storePath, access: .readOnly))
    try tell(damageOf: journal)
    return journal
  }

  /// Says what is wrong with the record, where anything is.
  func tell(damageOf journal: Journal) throws(Failure) {
    if let damage = journal.damage { try errors.line("frontdesk: \(damage.words(language))") }
  }

  /// A ticket of the record.
  ///
  /// - Throws: the refusal in words when there is none of that number.
  func ticket(_ id: TicketID, in journal: Journal) throws(Failure) -> Ticket {
    guard let ticket = try inWords(journal.ticket(id)) else {
      throw Failure(.refused, Refusal.ticketUnknown(id).words(zone: journal.zone))
    }
    return ticket
  }

  /// The names and phones of those keys; says why, where none can be read.
  func contacts(_ keys: [String], _ journal: Journal) throws(Failure) -> [String: Contact] {
    let contacts = try inWords(journal.contacts(keys))
    if contacts.isEmpty, !keys.isEmpty { try tell(whyNoNamesIn: journal) }
    return contacts
  }

  /// Who is known at a place, or anywhere; says why, where nobody's name can be read.
  func directory(of place: Place?, _ journal: Journal) throws(Failure) -> Directory {
    let residents = try inWords(journal.residents(of: place))
    if residents.isEmpty { try tell(whyNoNamesIn: journal) }
    return Directory(residents)
  }

  private func tell(whyNoNamesIn journal: Journal) throws(Failure) {
    do throws(JournalError) { try journal.checkVault() } catch {
      try errors.lineOnce(error.words(language))
    }
  }

  /// The clock of what goes on until it is ended: with `--now` it starts there and runs on.
  func runningClock(_ journal: Journal) throws(Failure) -> SystemClock {
    options.value("now") == nil ? .system : .running(from: try clock(zone: journal.zone).now)
  }

  /// The desk as it is now: what time brought while no desk was open to record it is taken in, and not written.
  func desk(_ journal: Journal) throws(Failure) -> Desk {
    var desk = try clerk(journal).desk
    for fact in desk.crossings(upTo: try clock(zone: journal.zone).now) {
      let version = desk.version(of: fact.event.stream) + 1
      desk.evolve(fact.event, at: fact.occurredAt, version: version)
    }
    return desk
  }

  /// The instant an option names; without it, now or what is usual.
  func instant(_ option: String, _ zone: TimeZone, _ now: Date, or usual: Date? = nil) throws(Failure) -> Date
  {
    guard let text = options.value(option) else { return usual ?? now }
    return try TypedTime.instant(text, option, zone: zone, today: now)
  }

  /// The same of an option that looks back: what is still to come is refused, as it is for what happened.
  func past(_ option: String, _ zone: TimeZone, _ now: Date) throws(Failure) -> Date {
    let instant = try instant(option, zone, now)
    guard instant <= now else { throw Failure(.refused, Refusal.inFuture(instant).words(zone: zone)) }
    return instant
  }

  /// Opens the store to write; one that is not there is created in a zone, or with nil is not found.
  func writer(createZone: TimeZone? = .current) throws(Failure) -> Journal {
    let journal = try inWords(opened(.readWrite(createZone: createZone)))
    if let damage = journal.damage { throw Failure(.damaged(damage)) }
    return journal
  }

  /// Opens the store, once more where a damaged file was exchanged for a new one meanwhile, and tells that.
  func opened(_ access: Journal.Access) throws(JournalError) -> Journal {
    let journal = try Journal(path: storePath, access: access)
    guard let damaged = journal.exchanged else { return journal }
    let words = StoreCommand.exchanged(damaged)
    OperatorLog(environment).note(.store, words.en)
    try? tell(zh: words.zh, en: words.en)
    let new = try Journal(path: storePath, access: access)
    new.exchanged = damaged
    return new
  }

  /// Carries out one command as it was typed: at `--at`, or now.
  ///
  /// - Throws: the refusal in words, or what the store says.
  @discardableResult
  func submit(
    _ command: Command, _ journal: Journal, _ clerk: Clerk, seen: Int? = nil, contact: Contact? = nil
  ) throws(Failure)
    -> Recorded
  {
    let now = try clock(zone: journal.zone).now
    let occurred = try instant("at", journal.zone, now)
    let submission = Submission(
      id: CommandID.new(at: now), command, occurredAt: occurred.wholeSecond, recordedAt: now, actor: actor,
      seen: seen,
      contact: contact)
    switch try inWords(clerk.submit(submission)) {
    case .recorded(var recorded):
      recorded.events.removeAll { $0.command != submission.id }
      sound(recorded.events, journal, clerk.desk.policy)
      for event in recorded.events { output.note(recorded: event.stream.rawValue.plainLine) }
      return recorded
    case .refused(let refusal): throw Failure(.refused, refusal.words(zone: journal.zone))
    }
  }

  /// Carries out one command as it was typed, by a clerk of the store unless there is one already, and says what it changed.
  func carryOut(
    _ command: Command, _ journal: Journal, _ clerk: Clerk? = nil, seen: Int? = nil, contact: Contact? = nil
  ) throws(Failure) {
    let clerk = if let clerk { clerk } else { try self.clerk(journal) }
    let recorded = try submit(command, journal, clerk, seen: seen, contact: contact)
    try say(recorded, journal)
    try tellOfPhones(in: recorded, journal.zone)
  }

  /// Says that a number in a free text was not kept.
  private func tellOfPhones(in recorded: Recorded, _ zone: TimeZone) throws(Failure) {
    for number in PhoneNumber.taken(outOf: options.arguments.joined(separator: " ")).numbers {
      let masked = number.filter(\.isNumber).maskedPhone
      let isIn = recorded.events.contains { event in
        event.event.words { Words(both: $0.deskText(zone)) }(language).contains(masked)
      }
      guard isIn else { continue }
      try tell(
        zh: "文字里的电话号码只记成 \(masked)。要留下号码：frontdesk do 单号 join --phone 号码",
        en:
          "The telephone number in the text is kept only as \(masked). To keep it: frontdesk do TICKET join --phone NUMBER"
      )
    }
  }

  /// Says what commands changed; what only time did to other things, and was recorded with it, as a number.
  func say(_ recorded: Recorded, _ journal: Journal) throws(Failure) {
    let own = recorded.events.first { !$0.event.isCrossing }?.stream
    if format == "json" {
      let events = recorded.events.map { EventText.json($0) }
      let first = (own ?? recorded.events.first?.stream)?.rawValue
      return try output.json(.object([("stream", .optional(first)), ("events", .list(events))]))
    }
    if recorded.events.isEmpty { return try say(zh: "没有变化。", en: "Nothing has changed.") }
    let passed = own == nil ? 0 : recorded.events.count { $0.event.isCrossing && $0.stream != own }
    if passed > 0 {
      try say(
        zh: "先补记了到期未记的 \(passed) 件。",
        en: passed == 1
          ? "One thing that was due is recorded first." : "\(passed) things that were due are recorded first."
      )
    }
    for event in recorded.events where passed == 0 || !event.event.isCrossing || event.stream == own {
      let context = try inWords(journal.context(of: event))
      let words = event.told(among: context) ?? event.event.words { Words(both: $0.deskText(journal.zone)) }
      let thing = try visitor(of: event, journal)?.description ?? event.stream.rawValue
      try output.line("\(thing)  \(words(language).plainLine)")
    }
  }

  /// The visitor whose phone was shown or whose data were erased; nil for anybody else.
  private func visitor(of recorded: RecordedEvent, _ journal: Journal) throws(Failure) -> VisitID? {
    guard case .household(_, let event) = recorded.event, let contact = event.contact else { return nil }
    return try inWords(journal.visitors())[contact]
  }

  /// A reporter as typed; nil when there is neither a name nor a phone.
  func reporter() -> Contact? {
    let contact = Contact(
      id: UUID().uuidString.lowercased(), name: (options.value("reporter") ?? "").plainLine,
      phone: (options.value("phone") ?? "").plainLine)
    return contact.isEmpty ? nil : contact
  }

  /// One more report of an open ticket: whoever reported it already stays one reporter, anybody else is kept as given. Without a contact,
  /// the whole name of somebody known at the place says who it was.
  func join(
    _ id: TicketID, _ contact: Contact?, _ text: String, _ journal: Journal
  ) throws(Failure) -> (command: TicketCommand, contact: Contact?) {
    let ticket = try inWords(journal.ticket(id))
    guard let contact else {
      let place = ticket?.place ?? Place("")
      let directory = try directory(of: place, journal)
      let people = directory.occupants(of: place)
      var rest = text
      guard let named = people.first(where: { rest.cut(name: $0.name) }),
        people.count(where: { $0.name == named.name }) == 1
      else { return (.join(contact: nil, text: text), nil) }
      return (.join(contact: named.id, text: rest), nil)
    }
    let keys = ticket?.work.reporters.compactMap(\.contact) ?? []
    let known = try inWords(journal.contacts(keys))
    guard let key = keys.first(where: { known[$0]?.calls(as: contact) == true }) else {
      return (.join(contact: contact.id, text: text), contact)
    }
    return (.join(contact: key, text: text), nil)
  }

  /// A ticket put right: with the place goes who called, where they are one of another household; a caller that was typed is somebody
  /// known, or somebody new.
  func correct(
    _ id: TicketID, _ amendment: Amendment, _ journal: Journal
  ) throws(Failure) -> (command: TicketCommand, contact: Contact?) {
    var amendment = amendment
    let ticket = try ticket(id, in: journal)
    let known = try inWords(journal.contacts(ticket.work.reporters.compactMap(\.contact)))
    if let place = amendment.place {
      let people = Directory(try inWords(journal.residents(of: place)))
      let first = ticket.work.reporters.first?.contact.flatMap { known[$0] }
      amendment.caller = people.caller(first, of: ticket, movedTo: place)
    } else if let typed = amendment.caller, !typed.isEmpty {
      let people = Directory(try inWords(journal.residents(of: ticket.place)))
      let (key, contact) = Contact.caller(written: typed, of: ticket, people, known)
      amendment.caller = key ?? contact.id
      if key == nil { return (.paper(.amend(amendment)), contact) }
    }
    return (.paper(.amend(amendment)), nil)
  }

  /// A number typed after an option, nil when it was not.
  func number(_ option: String, least: Int = 1) throws(Failure) -> Int? {
    guard let text = options.value(option) else { return nil }
    guard let number = Int(text), number >= least else {
      throw Failure(
        .usage, zh: "--\(option) 要写数字，至少 \(least)。", en: "--\(option) is a number, \(least) at least.")
    }
    return number
  }

  /// A day typed after an option, nil when it was not.
  func day(_ option: String) throws(Failure) -> CivilDate? {
    guard let text = options.value(option) else { return nil }
    guard let day = CivilDate(text) else {
      throw Failure(
        .usage, zh: "--\(option) 不能是“\(text.plainLine)”。请写成 2026-10-01。",
        en: "--\(option) cannot be \"\(text.plainLine)\". Write 2026-10-01.")
    }
    return day
  }

  /// The numbers in a list that were typed after so many words, as indices from 0; people count from 1.
  func indices(after index: Int, _ called: Words) throws(Failure) -> [Int] {
    var indices: [Int] = []
    for text in options.arguments.dropFirst(index) {
      guard let number = Int(text), number > 0 else {
        throw Failure(
          .usage, zh: "“\(text.plainLine)”不是\(called.zh)。请写数字，从 1 起。",
          en: "\"\(text.plainLine)\" is no \(called.en). Write its number, from 1.")
      }
      indices.append(number - 1)
    }
    return indices
  }

  /// The text of a file that a person wrote; `-` is standard input. A table may be in GB18030 too, as it comes out of a spreadsheet.
  func text(of path: String, isTable: Bool = false) throws(Failure) -> String {
    let data = path == "-" ? try typed() : try inWords(file: SettingsFolder.bytes(of: path))
    let encoding = isTable ? TextEncoding.detect(Array(data)) ?? .utf8 : .utf8
    guard let text = TextDecoder(encoding).text(Array(data)[...]) else {
      throw Failure(SettingsError(file: path, line: 1, column: 1, fault: .notUTF8))
    }
    return text
  }

  private func typed() throws(Failure) -> Data {
    do { return try FileHandle.standardInput.readToEnd() ?? Data() } catch {
      throw Failure(unreadable: "-", errno: EIO)
    }
  }
}

/// What the store gives; what it says instead is put in words.
func inWords<Value>(_ value: @autoclosure () throws(JournalError) -> Value) throws(Failure) -> Value {
  do { return try value() } catch { throw Failure(error) }
}

/// What a file that a person wrote comes to; what is wrong with it instead is put in words.
func inWords<Value>(file value: @autoclosure () throws(SettingsError) -> Value) throws(Failure) -> Value {
  do { return try value() } catch { throw Failure(error) }
}

extension Failure {
  /// What the store says, with the number its kind has.
  init(_ error: JournalError) { self.init(error.code, error.words) }

  /// What is wrong with a settings file.
  init(_ error: SettingsError) { self.init(.data, error.words) }
}
