import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk visitor …` and `visitors`: who came from outside, whom they visit, and whether they have left (S026). Phones are masked.
enum VisitorsCommand {
  static func enter(_ call: Invocation) throws(Failure) {
    let words = call.options.arguments
    // The whole line in quotes is read as the dashboard reads it; otherwise the place comes first.
    let whole = words.count == 1 ? VisitLine(words[0]).arrival.place : Place("")
    let isLine = whole.isRoom && !Place(words[0]).isRoom
    let place = isLine ? whole : Place(call.options.argument(0))
    let journal = try call.writer()
    let directory = try call.directory(of: place, journal)
    let text = isLine ? words[0] : words.dropFirst().joined(separator: " ")
    let line = VisitLine(text, to: place, in: directory)
    if let refusal = line.refusal { throw Failure(.usage, zh: refusal.zh, en: refusal.en) }
    var arrival = line.arrival
    arrival.place = place
    // The place was typed first: what the rest of the line would take for one is free words.
    if !isLine, !line.arrival.place.text.isEmpty {
      arrival.text = "\(line.arrival.place.text) \(line.arrival.text)".trimmed
    }
    var contact = line.contact
    contact.name = (call.options.value("name") ?? contact.name).plainLine
    if let typed = call.options.value("phone") {
      let phones = typed.writtenPhones
      guard phones.allSatisfy(\.isPhone) else {
        let words = Words(noPhone: Words(both: "--phone"))
        throw Failure(.usage, zh: words.zh, en: words.en)
      }
      (contact.phone, contact.otherPhones) = (phones.first ?? "", Array(phones.dropFirst()))
    }
    contact.note = (call.options.value("plate") ?? contact.note).plainLine
    if !contact.isEmpty {
      contact.id = UUID().uuidString.lowercased()
      arrival.contact = contact.id
    }
    try call.carryOut(.registerVisit(arrival), journal, contact: contact.isEmpty ? nil : contact)
  }

  static func leave(_ call: Invocation) throws(Failure) { try submit(call) { .endVisit($0) } }

  static func takeBack(_ call: Invocation) throws(Failure) { try submit(call) { .takeBackVisit($0) } }

  private static func submit(_ call: Invocation, _ command: (VisitID) -> Command) throws(Failure) {
    let text = call.options.argument(0)
    guard let id = VisitID(text) else {
      throw Failure(
        .usage, zh: "“\(text.plainLine)”不是访客号。请写成 V-12。",
        en: "\"\(text.plainLine)\" is no visitor's number. Write V-12.")
    }
    try call.carryOut(command(id), call.writer(createZone: nil))
  }

  /// A visit in a list.
  private struct Row {
    var visit: Visit
    /// Who came, as far as it is known.
    var contact: Contact?
    /// What stands in place of a name that cannot be read; empty for programs.
    var nobody: String
    var standing: Standing
  }

  /// Whether somebody is inside, by the word that programs read.
  private enum Standing: String {
    case inside, late, left, void

    var words: Words {
      switch self {
      case .inside: Words(zh: "在里面", en: "inside")
      case .late: Words(zh: "下班后还没离开", en: "still inside after closing")
      case .left: Words(zh: "已离开", en: "left")
      case .void: Words(zh: "登记有误", en: "a mistake")
      }
    }
  }

  static func list(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let desk = try call.clerk(journal).desk
    let now = try call.clock(zone: journal.zone).now
    let rows = try rows(visits(desk, journal, now, call), desk, journal, now, call)
    // Times for programs are UTC, as everywhere.
    func time(_ at: Date) -> String { call.format == "json" ? at.isoText : at.deskText(journal.zone) }
    let lines = rows.map { cells($0, purpose: $0.visit.arrival.purpose.rawValue, $0.standing.rawValue, time) }
    try call.list(
      json: [("visitors", .rows(lines, columns))], csv: columns, lines,
      text: table(rows, call.language, time))
  }

  /// Those inside, or with `--all` or `--day` everyone who came on a day.
  private static func visits(
    _ desk: Desk, _ journal: Journal, _ now: Date, _ call: Invocation
  ) throws(Failure) -> [Visit] {
    guard call.options.has("all") || call.options.value("day") != nil else { return desk.inside }
    let day = try call.day("day") ?? CivilDate(now, in: journal.zone)
    return try inWords(
      journal.visits(from: day.start(in: journal.zone), to: day.adding(days: 1).start(in: journal.zone)))
  }

  private static let columns = [
    "visitor", "arrived", "left", "place", "purpose", "text", "name", "phone", "plate", "standing",
  ]

  private static func rows(
    _ visits: [Visit], _ desk: Desk, _ journal: Journal, _ now: Date, _ call: Invocation
  ) throws(Failure) -> [Row] {
    let keys = Set(visits.compactMap(\.arrival.contact))
    let contacts = try call.contacts(Array(keys), journal)
    let erased = try inWords(journal.erased(keys.subtracting(contacts.keys)))
    return visits.map { visit in
      let nobody = visit.arrival.contact.map { key in
        call.format == "text" ? Contact.missing(isErased: erased.contains(key))(call.language) : ""
      }
      let ended = visit.voidedAt == nil ? Standing.left : .void
      return Row(
        visit: visit, contact: visit.arrival.contact.flatMap { contacts[$0] }, nobody: nobody ?? "",
        standing: visit.isInside ? desk.staysTooLong(visit, at: now) ? .late : .inside : ended)
    }
  }

  private static func cells(
    _ row: Row, purpose: String, _ standing: String, _ time: (Date) -> String
  ) -> [String] {
    let (visit, arrival) = (row.visit, row.visit.arrival)
    return [
      "\(visit.id)", time(visit.arrivedAt), visit.leftAt.map(time) ?? "", arrival.place.text, purpose,
      arrival.text, row.contact?.name ?? row.nobody, row.contact?.maskedPhone ?? "", row.contact?.note ?? "",
      standing,
    ]
  }

  private static func table(_ rows: [Row], _ language: Language, _ time: (Date) -> String) -> String {
    guard !rows.isEmpty else {
      return Words(
        zh: "没有访客。登记：frontdesk visitor in 3-2-1501 送货 顺丰\n",
        en: "No visitors. Register one: frontdesk visitor in 3-2-1501 delivery SF\n")(language)
    }
    var table = TextTable(
      [
        Words(zh: "访客", en: "Visitor"), Words(zh: "进来", en: "Since"), Words(zh: "离开", en: "Left"),
        Words(zh: "去哪里", en: "Place"), Words(zh: "事由", en: "What for"), Words(zh: "说明", en: "Words"),
        Words(zh: "姓名", en: "Name"), Words(zh: "电话", en: "Phone"), Words(zh: "车牌", en: "Plate"),
        Words(zh: "情况", en: "Standing"),
      ], language)
    for row in rows {
      table.add(
        cells(row, purpose: row.visit.arrival.purpose.words(language), row.standing.words(language), time))
    }
    return table.text
  }
}
