import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk household …`: who lives or works where. Phones are masked; showing one needs a reason and is recorded (S097, S099).
enum HouseholdCommands {
  static func find(_ call: Invocation) throws(Failure) {
    let text = call.options.arguments.joined(separator: " ")
    let journal = try call.reader()
    let found = try Directory(residents(journal)).find(text, limit: 200)
    guard call.format != "json" else {
      let list = found.map { contact in
        JSONText.object([
          ("id", .text(contact.id)), ("place", .text(contact.household?.text ?? "")),
          ("name", .text(contact.name)), ("phone", .text(contact.maskedPhone)),
          ("role", .text(contact.role.rawValue)), ("note", .text(contact.note)),
        ])
      }
      return try call.output.json(.object([("households", .list(list))]))
    }
    guard !found.isEmpty else { throw nobody(text) }
    var table = TextTable(
      [
        Words(zh: "位置", en: "Place"), Words(zh: "姓名", en: "Name"), Words(zh: "电话", en: "Phone"),
        Words(zh: "身份", en: "Role"), Words(zh: "备注", en: "Note"),
      ], call.language)
    for contact in found {
      table.add([
        contact.household?.text ?? "", contact.name, contact.maskedPhone, contact.role.words(call.language),
        contact.note,
      ])
    }
    try call.output.text(table.text)
  }

  static func reveal(_ call: Invocation) throws(Failure) {
    if let (journal, place, found) = try people(call) {
      let callers = found.filter { !$0.phone.isEmpty }
      let number = call.options.argument(0)
      if callers.isEmpty, !found.isEmpty {
        throw Failure(.refused, zh: "\(number) 没有留电话。", en: "\(number): no phone was left.")
      }
      guard !callers.isEmpty else { throw try nothingLeft(number, journal) }
      return try reveal(callers, at: place, journal, call)
    }
    let (journal, contact) = try one(call)
    try reveal([contact], at: contact.household ?? Place(""), journal, call)
  }

  private static func reveal(
    _ contacts: [Contact], at place: Place, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    let clerk = try call.clerk(journal)
    for contact in contacts {
      try call.submit(
        .household(place, .reveal(contact: contact.id, reason: call.options.value("reason") ?? "")), journal,
        clerk)
      try call.output.line(
        ([contact.household?.text ?? "", contact.name, contact.phone] + contact.otherPhones)
          .map(\.plainLine).filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  static func erase(_ call: Invocation) throws(Failure) {
    let reason = call.options.value("reason") ?? ""
    if !call.options.has("all"), let (journal, place, found) = try people(call, withFormer: true) {
      return try erase(found, at: place, reason, journal, call)
    }
    let command: Command
    let journal: Journal
    if call.options.has("all") {
      journal = try call.writer(createZone: nil)
      let place = Place(call.options.argument(0))
      try inWords(journal.checkVault())
      guard try !inWords(journal.residents(of: place)).isEmpty else { throw nobody(place.text) }
      command = .household(place, .erase(contact: nil, reason: reason))
    } else {
      let contact: Contact
      (journal, contact) = try one(call)
      command = .household(contact.household ?? Place(""), .erase(contact: contact.id, reason: reason))
    }
    try call.carryOut(command, journal)
    if case .household(let place, .erase(nil, _)) = command { try tellCallers(at: place, journal, call) }
    try forget(journal, call)
  }

  /// Names the tickets of a place of whose callers some belong to no household, whoever of them called first: they are erased one by one.
  private static func tellCallers(at place: Place, _ journal: Journal, _ call: Invocation) throws(Failure) {
    var left: [TicketID] = []
    for row in try inWords(journal.history(HistoryQuery(place: place))) {
      let ticket = try inWords(journal.ticket(row.id))
      let callers = try inWords(journal.contacts(ticket?.work.reporters.compactMap(\.contact) ?? []))
      if callers.values.contains(where: { $0.household == nil }) { left.append(row.id) }
    }
    guard let first = left.first else { return }
    let numbers = left.prefix(20).map(\.description).joined(separator: " ")
    try call.tell(
      zh: "这里的工单还留着来电人的姓名电话：\(numbers)。要删请逐张写，如 frontdesk household erase \(first) --reason 原因。",
      en:
        "Tickets of this place still hold callers' names and phones: \(numbers). Erase them one by one, as frontdesk household erase \(first) --reason WHY."
    )
  }

  /// Waits until nobody reads what was there before: only then it stands in no file. Whoever opens the store goes on with it.
  private static func forget(_ journal: Journal, _ call: Invocation) throws(Failure) {
    if let words = journal.formerWords { try call.tell(zh: words.zh, en: words.en) }
    for _ in 0..<50 where journal.owesForgetting {
      usleep(100_000)
      journal.forgetWhatIsOwed()
    }
    guard journal.owesForgetting else { return }
    throw Failure(
      .busy, zh: "已经删除并记录。但有程序还在读删除前的数据（例如备份），它结束以前文件里还留着。之后打开着的前台或下一条写入的命令会清掉。",
      en:
        "Erased and recorded. But a program still reads the store as it was before, a backup perhaps: until it ends the files hold it. Then an open desk, or the next command that writes, clears them."
    )
  }

  /// Those who were taken for the caller of a ticket until it was put right.
  private static func former(_ id: TicketID, _ journal: Journal) throws(Failure) -> [String] {
    var (ticket, former): (Ticket?, [String]) = (nil, [])
    for recorded in try inWords(journal.events(of: Stream(id))) {
      guard case .ticket(_, let event) = recorded.event else { continue }
      if case .reported(let report) = event { ticket = Ticket(id, report, at: recorded.occurredAt) }
      let before = ticket?.work.reporters.first?.contact
      ticket?.apply(event, at: recorded.occurredAt, version: recorded.version)
      if let before, case .paper(.amended) = event, ticket?.work.reporters.first?.contact != before {
        former.append(before)
      }
    }
    return former
  }

  /// Those who reported the ticket, or came on the visit, whose number was typed; nil where no number was.
  private static func people(
    _ call: Invocation, withFormer: Bool = false
  ) throws(Failure) -> (journal: Journal, place: Place, found: [Contact])? {
    guard call.options.arguments.count == 1 else { return nil }
    let number = call.options.argument(0)
    if let id = TicketID(number) {
      let journal = try call.writer(createZone: nil)
      let ticket = try call.ticket(id, in: journal)
      var keys = ticket.work.reporters.compactMap(\.contact)
      if withFormer { keys += try former(id, journal).filter { !keys.contains($0) } }
      let known = try inWords(journal.contacts(keys))
      return (journal, ticket.place, keys.compactMap { known[$0] })
    }
    guard let id = VisitID(number) else { return nil }
    let journal = try call.writer(createZone: nil)
    guard case .visit(_, .arrived(let arrival))? = try inWords(journal.events(of: Stream(id))).first?.event
    else {
      throw Failure(.refused, Refusal.visit(.unknown(id)).words(zone: journal.zone))
    }
    return (
      journal, arrival.place,
      Array(try inWords(journal.contacts([arrival.contact].compactMap(\.self))).values)
    )
  }

  /// Erases those of them who belong to no household.
  private static func erase(
    _ found: [Contact], at place: Place, _ reason: String, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    let number = call.options.argument(0).plainLine
    let outsiders = found.filter { $0.household == nil }
    if outsiders.isEmpty, let home = found.first?.household {
      throw Failure(
        .refused, zh: "\(number) 的报修人是 \(home.text) 的业户，请写位置和姓名来删。",
        en: "Whoever reported \(number) belongs to \(home.text): write that place and the name.")
    }
    guard !outsiders.isEmpty else { throw try nothingLeft(number, journal) }
    let clerk = try call.clerk(journal)
    for contact in outsiders.map(\.id).sorted() {
      try call.carryOut(.household(place, .erase(contact: contact, reason: reason)), journal, clerk)
    }
    try forget(journal, call)
  }

  private static func nothingLeft(_ number: String, _ journal: Journal) throws(Failure) -> Failure {
    try inWords(journal.checkVault())
    if let id = TicketID(number), try inWords(journal.ticket(id))?.source != nil {
      return Failure(
        .refused, zh: "\(number.plainLine) 是导入的，没有单独保存的姓名和电话。文字里的姓名照原文记着，删不掉。",
        en:
          "\(number.plainLine) was imported: no name or phone is kept of it on its own. A name in its words stays on record."
      )
    }
    return Failure(
      .refused, zh: "\(number.plainLine) 没有留姓名和电话，或者已经删除。",
      en: "\(number.plainLine): no name or phone was left, or it is erased already.")
  }

  /// The only one who is meant.
  private static func one(_ call: Invocation) throws(Failure) -> (Journal, Contact) {
    let text = call.options.arguments.joined(separator: " ")
    let journal = try call.writer(createZone: nil)
    let found = try Directory(residents(journal)).find(text, limit: 20)
    guard let contact = found.first else { throw nobody(text) }
    guard found.count == 1 else {
      let names = found.map { "\($0.household?.text ?? "") \($0.name)".plainLine }.joined(separator: "; ")
      throw Failure(
        .refused, zh: "有几位：\(names)。请写清楚位置和姓名。", en: "There are several: \(names). Write place and name.")
    }
    return (journal, contact)
  }

  private static func residents(_ journal: Journal) throws(Failure) -> [Contact] {
    try inWords(journal.checkVault())
    return try inWords(journal.residents())
  }

  private static func nobody(_ text: String) -> Failure {
    Failure(
      .refused, zh: "业户里没有“\(text.plainLine)”。可以按位置、姓名、拼音或电话末四位查。",
      en: "No household matches \"\(text.plainLine)\". Look by place, name, pinyin or the last four digits.")
  }
}
