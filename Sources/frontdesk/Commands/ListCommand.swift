import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk list`: open tickets in the order they fall due, or ended ones, newest first.
enum ListCommand {
  /// A ticket in a list, with the clock that breaks next where one runs.
  private struct Row {
    var history: HistoryRow
    /// Whoever works on it, else whoever answers for it.
    var responsible: String?
    var clock: Clock?
  }

  static func run(_ call: Invocation) throws(Failure) {
    try call.options.refuseTogether("open", "ended", "all")
    let journal = try call.reader()
    let query = try query(call)
    let rows = try rows(journal, query, call)
    let now = try call.clock(zone: journal.zone).now
    try call.list(
      json: [("tickets", .list(rows.map(json)))], csv: columns + ["clock", "clock_due"],
      rows.map { row in
        row.history.cells(journal.zone) + [
          row.clock?.id.rawValue ?? "", row.clock?.due.deskText(journal.zone) ?? "",
        ]
      }, text: table(rows, now, journal.zone, call.language))
  }

  private static func query(_ call: Invocation) throws(Failure) -> HistoryQuery {
    let options = call.options
    var query = HistoryQuery(
      stage: options.has("all") ? nil : options.has("ended") ? .ended : .open,
      assignee: options.value("assignee"), place: options.value("place").map { Place($0) },
      limit: try call.number("limit"))
    if let kind = options.value("kind").flatMap(TicketKind.init) { query.kinds = [kind] }
    return query
  }

  /// Open tickets are read from the history too, and take their clocks from the desk.
  private static func rows(_ journal: Journal, _ query: HistoryQuery, _ call: Invocation) throws(Failure)
    -> [Row]
  {
    var unlimited = query
    if query.stage == .open { unlimited.limit = nil }
    let desk = query.stage == .ended ? nil : try call.desk(journal)
    let found = try inWords(journal.history(unlimited))
    let rows = found.map { row in
      let ticket = desk?.tickets[row.id]
      return Row(
        history: row, responsible: ticket?.responsible ?? row.assignee,
        clock: desk.flatMap { desk in ticket.flatMap { $0.governingClock(desk.policy(of: $0)) } })
    }
    guard query.stage == .open else { return rows }
    let sorted = rows.sorted { left, right in
      let (one, other) = (left.clock?.order ?? (0, .distantFuture), right.clock?.order ?? (0, .distantFuture))
      return one == other ? left.history.id < right.history.id : one < other
    }
    return Array(sorted.prefix(query.limit ?? .max))
  }

  /// What stands where the caller has gone and somebody will ask, as on the screen.
  private static let toAsk = Words(zh: "待补", en: "to ask")

  private static func table(_ rows: [Row], _ now: Date, _ zone: TimeZone, _ language: Language) -> String {
    let headings = [
      Words(zh: "单号", en: "No."), Words(zh: "状态", en: "Stage"), Words(zh: "时限", en: "Clock"),
      Words(zh: "剩余", en: "Left"), Words(zh: "位置", en: "Place"), Words(zh: "类别", en: "Category"),
      Words(zh: "事项", en: "Subject"), Words(zh: "责任人", en: "Staff"), Words(zh: "受理", en: "Reported"),
    ]
    var table = TextTable(headings, language)
    for row in rows {
      table.add([
        row.history.id.description, row.history.stage.words(language), row.clock?.id.words(language) ?? "",
        row.clock.map { ClockText.state($0, now)(language) } ?? "",
        row.history.place.text.isEmpty ? toAsk(language) : row.history.place.text,
        Category.words(row.history.category)(language),
        row.history.category.isEmpty && row.history.subject.isEmpty ? toAsk(language) : row.history.subject,
        row.responsible ?? "",
        row.history.reportedAt.deskText(zone),
      ])
    }
    return rows.isEmpty ? Words(zh: "没有工单。\n", en: "No tickets.\n")(language) : table.text
  }

  private static func json(_ row: Row) -> JSONText {
    .object(
      row.history.members + [
        ("clock", .optional(row.clock?.id.rawValue)), ("clock_due", .optional(row.clock?.due.isoText)),
      ])
  }

  /// The names of a history row's cells.
  static let columns = [
    "number", "kind", "stage", "urgency", "place", "category", "subject", "text", "channel", "assignee",
    "reported_at", "closed_at", "due_at", "log", "log_number",
  ]
}

extension HistoryRow {
  /// Its cells for CSV, in the order of `ListCommand.columns`; times are those of the desk's zone.
  func cells(_ zone: TimeZone) -> [String] {
    [
      id.description, id.kind.rawValue, stage.rawValue, urgency.rawValue, place.text, category, subject, text,
      channel.rawValue, assignee ?? "", reportedAt.deskText(zone), closedAt?.deskText(zone) ?? "",
      dueAt?.deskText(zone) ?? "", source?.log ?? "", source?.number ?? "",
    ]
  }

  /// Its members for JSON; times are UTC.
  var members: [(String, JSONText)] {
    [
      ("number", .text(id.description)), ("kind", .text(id.kind.rawValue)), ("stage", .text(stage.rawValue)),
      ("urgency", .text(urgency.rawValue)), ("place", .text(place.text)), ("category", .text(category)),
      ("subject", .text(subject)), ("text", .text(text)), ("channel", .text(channel.rawValue)),
      ("assignee", .optional(assignee)), ("reported_at", .text(reportedAt.isoText)),
      ("closed_at", .optional(closedAt?.isoText)), ("due_at", .optional(dueAt?.isoText)),
      ("log", .optional(source?.log)), ("log_number", .optional(source?.number)),
    ]
  }
}
