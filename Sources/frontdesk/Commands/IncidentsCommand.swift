import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk incident …`: sudden trouble by its plan.
enum IncidentsCommand {
  static func declare(_ call: Invocation) throws(Failure) {
    guard call.options.value("place")?.trimmed.isEmpty == false else {
      throw Failure(
        .usage, zh: "请用 --place 写明在哪里，如 --place 3栋地库。",
        en: "Say where it is with --place, such as --place 3栋地库.")
    }
    var incident = NewIncident(
      plan: call.options.argument(0), place: Place(call.options.value("place") ?? ""),
      text: call.options.value("text") ?? "", isDrill: call.options.has("drill"))
    if let text = call.options.value("ticket") { incident.cause = try TicketNumber.read(text) }
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    incident.plan = clerk.desk.plan(called: incident.plan)?.plan.id ?? incident.plan
    try call.carryOut(.declareIncident(incident), journal, clerk)
  }

  static func step(_ call: Invocation) throws(Failure) {
    let steps = try call.indices(after: 1, Words(zh: "第几步", en: "step"))
    let name = call.options.value("by") ?? ""
    try run(call, steps.isEmpty ? [.doStep(nil, by: name)] : steps.map { .doStep($0, by: name) })
  }

  static func skip(_ call: Invocation) throws(Failure) {
    let reason = call.options.value("reason") ?? ""
    guard !reason.trimmed.isEmpty else {
      throw Failure(
        .usage, zh: "请用 --reason 写明为什么不做，如 --reason 已扑灭。",
        en: "Say why it is left out with --reason, such as --reason \"the fire is out\".")
    }
    let steps = try call.indices(after: 1, Words(zh: "第几步", en: "step"))
    try run(call, steps.map { .skipStep($0, reason: reason) })
  }

  static func takeBack(_ call: Invocation) throws(Failure) {
    let steps = try call.indices(after: 1, Words(zh: "第几步", en: "step"))
    try run(call, steps.map { .takeBackStep($0) })
  }

  static func notice(_ call: Invocation) throws(Failure) { try run(call, [.sendNotice(text: call.text)]) }
  static func contain(_ call: Invocation) throws(Failure) { try run(call, [.contain(text: call.text)]) }
  static func review(_ call: Invocation) throws(Failure) { try run(call, [.review(text: call.text)]) }
  static func close(_ call: Invocation) throws(Failure) { try run(call, [.close]) }

  static func link(_ call: Invocation) throws(Failure) {
    try run(
      call, [.link(try TicketNumber.read(call.options.argument(1)), isCause: call.options.has("cause"))])
  }

  private static func run(_ call: Invocation, _ commands: [IncidentCommand]) throws(Failure) {
    let id = try call.incident()
    let journal = try call.writer(createZone: nil)
    let clerk = try call.clerk(journal)
    for command in commands {
      try call.carryOut(.incident(id, command), journal, clerk)
    }
  }

  static func list(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let incidents = try call.desk(journal).incidents.values.sorted { $0.id > $1.id }
    try call.list(
      json: [("incidents", .list(incidents.map(IncidentText.json)))],
      csv: ["incident", "plan", "place", "drill", "stage", "declared_at", "responded_at", "late"],
      incidents.map { it in
        [
          "\(it.id)", it.plan.id, it.declared.place.text, "\(it.isDrill)", it.stage.rawValue,
          it.declaredAt.isoText, it.respondedAt?.isoText ?? "", "\(it.isBreached)",
        ]
      }, text: table(incidents, journal.zone, call.language))
  }

  private static func table(_ incidents: [Incident], _ zone: TimeZone, _ language: Language) -> String {
    guard !incidents.isEmpty else {
      return Words(
        zh: "没有突发事件。启动预案：frontdesk incident declare fire --place 位置\n",
        en: "No incidents. Declare one: frontdesk incident declare fire --place PLACE\n")(language)
    }
    var table = TextTable(
      [
        Words(zh: "事件", en: "Incident"), Words(zh: "进展", en: "Stage"), Words(zh: "启动", en: "Declared"),
        Words(zh: "步骤", en: "Steps"),
      ], language)
    for it in incidents {
      table.add([
        it.title(language), it.stage.words(language), it.declaredAt.deskText(zone),
        it.progress(language),
      ])
    }
    return table.text
  }

  static func show(_ call: Invocation) throws(Failure) {
    let id = try call.incident()
    let journal = try call.reader()
    guard let incident = try find(id, journal, call) else {
      throw Failure(.refused, IncidentRefusal.unknown(id).words(zone: journal.zone))
    }
    if call.format == "json" { return try call.output.json(IncidentText.json(incident)) }
    let now = try call.clock(zone: journal.zone).now
    try call.output.text(IncidentText.text(incident, at: now, journal.zone, call.language))
  }

  /// An incident on the desk, or one of the record that left it long ago.
  private static func find(_ id: IncidentID, _ journal: Journal, _ call: Invocation) throws(Failure)
    -> Incident?
  {
    if let incident = try call.desk(journal).incidents[id] { return incident }
    let events = try inWords(journal.events(of: Stream(id)))
    var desk = Desk(policy: .standard, zone: journal.zone)
    for event in events { desk.evolve(event) }
    return desk.incidents[id]
  }
}

extension Invocation {
  /// The incident typed first.
  fileprivate func incident() throws(Failure) -> IncidentID {
    let text = options.argument(0)
    guard let id = IncidentID(text) else {
      throw Failure(
        .usage, zh: "“\(text.plainLine)”不是事件号。请写成 I-3。",
        en: "\"\(text.plainLine)\" is no incident. Write I-3.")
    }
    return id
  }
}
