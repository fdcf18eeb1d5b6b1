import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk duties …`: what the office owes by month, quarter and year, and the proof of it.
enum DutiesCommand {
  static func list(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let desk = try call.desk(journal)
    let now = try call.clock(zone: journal.zone).now
    let rows = desk.dutyRows(at: now)
    if call.format == "json5" { return try call.output.text(desk.ledger.duties.json5) }
    // Times for programs are UTC, as everywhere.
    let lines = rows.map { row in
      cells(row, journal.zone) { call.format == "json" ? $0.isoText : $0.deskText(journal.zone) }
    }
    try call.list(
      json: [("duties", .rows(lines, columns))], csv: columns, lines,
      text: try table(rows, journal, call.language))
  }

  static func done(_ call: Invocation) throws(Failure) {
    let figure = try call.number("figure", least: 0)
    let id = call.options.argument(0).plainLine
    let journal = try call.writer(createZone: nil)
    let clerk = try call.clerk(journal)
    if figure == nil, let least = clerk.desk.ledger.duties.first(where: { $0.id == id })?.least {
      throw Failure(
        .refused, zh: "\(id) 要写百分数，不低于 \(least)：frontdesk duties done \(id) --figure \(least)",
        en: "\(id) needs a figure, \(least)% at least: frontdesk duties done \(id) --figure \(least)")
    }
    let command = DutyCommand.discharge(span: call.options.value("span"), proof: call.text, figure: figure)
    try call.carryOut(.duty(id, command), journal, clerk)
  }

  static func waive(_ call: Invocation) throws(Failure) {
    try submit(call, .waive(span: call.options.value("span"), reason: call.text))
  }

  static func check(_ call: Invocation) throws(Failure) {
    let duties = try read(call)
    try call.say(zh: "可以用：\(duties.count) 项周期义务。", en: "It can be used: \(duties.count) duties.")
  }

  static func publish(_ call: Invocation) throws(Failure) {
    let duties = try read(call)
    try call.carryOut(.publishDuties(duties), call.writer())
  }

  private static func read(_ call: Invocation) throws(Failure) -> [Duty] {
    let path = call.options.argument(0)
    let text = try call.text(of: path)
    return try inWords(file: DutyLedger.duties(json5: text, file: path))
  }

  private static func submit(_ call: Invocation, _ command: DutyCommand) throws(Failure) {
    try call.carryOut(.duty(call.options.argument(0).plainLine, command), call.writer(createZone: nil))
  }

  private static let columns = [
    "duty", "name", "every", "span", "standing", "due", "discharged", "figure", "proof", "reason", "tickets",
    "source", "running_span", "owed_since",
  ]

  private static func cells(_ row: DutyRow, _ zone: TimeZone, time: (Date) -> String) -> [String] {
    let record = row.record
    return [
      row.duty.id, row.duty.name.text, row.duty.period.rawValue, row.spanName, row.standing.rawValue,
      row.lastDay(in: zone).description, record?.dischargedAt.map(time) ?? "",
      record?.figure.map { "\($0)" } ?? "",
      record?.proof ?? "", record?.reason ?? "",
      (record?.tickets ?? []).map(\.description).joined(separator: " "), row.duty.source,
      row.runningName, row.owedSince ?? "",
    ]
  }

  private static func table(
    _ rows: [DutyRow], _ journal: Journal, _ language: Language
  ) throws(Failure) -> String {
    var table = TextTable(
      [
        Words(zh: "编号", en: "Duty"), Words(zh: "义务", en: "What"), Words(zh: "周期", en: "Every"),
        Words(zh: "本期", en: "This span"), Words(zh: "欠自", en: "Owed since"), Words(zh: "情况", en: "Standing"),
        Words(zh: "到期", en: "Due"),
        Words(zh: "凭据", en: "Proof"), Words(zh: "来源", en: "Source"),
      ], language)
    for row in rows {
      table.add([
        row.duty.id, row.duty.words(language), row.duty.period.words(language), row.runningName,
        row.owedSince ?? "",
        row.standing.words(language), row.lastDay(in: journal.zone).description,
        try ([row.record?.evidence(language) ?? ""] + found(row, journal, language)).filter { !$0.isEmpty }
          .joined(separator: "  "),
        row.duty.source,
      ])
    }
    return table.text
  }

  /// The tickets its findings became; one that was cancelled is said to be.
  private static func found(
    _ row: DutyRow, _ journal: Journal, _ language: Language
  ) throws(Failure) -> [String] {
    var tickets: [String] = []
    for id in row.record?.tickets ?? [] {
      let isCancelled = try inWords(journal.ticket(id))?.stage == .cancelled
      tickets.append(isCancelled ? "\(id) \(TicketStage.cancelled.words(language))" : "\(id)")
    }
    return tickets
  }
}
