package import Desk
package import Foundation

/// One ticket as lists, search and reports see it, open or ended.
package struct HistoryRow: Equatable, Sendable {
  package var id: TicketID
  package var place: Place
  package var category: String
  package var subject: String
  package var text: String
  package var channel: Channel
  package var urgency: Urgency
  package var stage: TicketStage
  package var assignee: String?
  package var reportedAt: Date
  /// The last closing, cancelling or merging; nil while open.
  package var closedAt: Date?
  /// The other system's due time.
  package var dueAt: Date?
  package var source: LogNumber?
  package var reopenings: [Reopening]
  /// By clock of the last cycle, the seconds past due when it stopped: 0 and less is met. Empty while open.
  package var clocks: [ClockID: TimeInterval]
  /// The first reporter's key in the contact table.
  package var contact: String?
}

/// Which tickets to list; nil asks for any.
package struct HistoryQuery: Equatable, Sendable {
  /// Whether anything is owed still.
  package enum Stage: Sendable { case open, ended }
  /// Which comes first.
  package enum Order: Sendable { case newestFirst, oldestFirst }

  /// Empty asks for any.
  package var kinds: Set<TicketKind> = []
  package var stage: Stage?
  package var reported: Range<Date>?
  package var assignee: String?
  package var place: Place?
  package var limit: Int?
  /// By the instant of the report.
  package var order = Order.newestFirst

  package init(
    kinds: Set<TicketKind> = [], stage: Stage? = nil, reported: Range<Date>? = nil, assignee: String? = nil,
    place: Place? = nil, limit: Int? = nil, order: Order = .newestFirst
  ) {
    (self.kinds, self.stage, self.reported, self.assignee) = (kinds, stage, reported, assignee)
    (self.place, self.limit, self.order) = (place, limit, order)
  }
}

extension Journal {
  /// Lists tickets, by the instant of their report. An index serves the order and the place; the rest is filtered. Of a place with a limit
  /// it is those recorded last, or first.
  package func history(_ query: HistoryQuery) throws(JournalError) -> [HistoryRow] {
    guard let place = query.place else {
      return try read("FROM history h WHERE TRUE", query, by: ["reported_at", "row"])
    }
    return try reading { () throws(JournalError) in
      let latest = (
        "FROM history h NOT INDEXED WHERE row > ?", HistoryQuery.Value.number(Int64(try indexed())), "row"
      )
      let earlier = (
        "FROM words CROSS JOIN history h ON h.row = words.rowid WHERE words MATCH ?",
        HistoryQuery.Value.text("\"\(Words.token(of: place))\""), "words.rowid"
      )
      let isNewestFirst = query.order == .newestFirst
      var rows: [HistoryRow] = []
      for (source, value, column) in isNewestFirst ? [latest, earlier] : [earlier, latest] {
        rows += try read(source, query, [value], by: [column])
      }
      return rows.prefix(query.limit ?? .max).sorted {
        isNewestFirst ? $0.reportedAt > $1.reportedAt : $0.reportedAt < $1.reportedAt
      }
    }
  }

  /// Reads what a query wants of a source that takes values first, ordered by columns.
  private func read(
    _ source: String, _ query: HistoryQuery, _ first: [HistoryQuery.Value] = [], by columns: [String]
  ) throws(JournalError) -> [HistoryRow] {
    let (conditions, values) = query.conditions
    let direction = query.order == .newestFirst ? "DESC" : "ASC"
    let statement = try connection.statement(
      "SELECT \(HistoryColumns.list) \(source)\(conditions.map { " AND \($0)" }.joined()) ORDER BY "
        + columns.map { "\($0) \(direction)" }.joined(separator: ", "))
    defer { statement.reset() }
    for (index, value) in (first + values).enumerated() {
      switch value {
      case .text(let text): statement.bind(Int32(index + 1), text)
      case .number(let number): statement.bind(Int32(index + 1), number)
      }
    }
    var rows: [HistoryRow] = []
    while rows.count < query.limit ?? .max, try statement.step() {
      let row = try HistoryColumns.row(statement, openWork)
      guard query.place.map({ $0 == row.place }) != false else { continue }
      if query.assignee == nil || row.assignee == query.assignee { rows.append(row) }
    }
    return rows
  }

  /// Every ticket's life, for figures. About 1 µs a ticket.
  package func spans() throws(JournalError) -> [TicketSpan] {
    let statement = try connection.statement(
      "SELECT category, reported_at, closed_at, due_at, reopenings FROM history")
    defer { statement.reset() }
    var spans: [TicketSpan] = []
    while try statement.step() {
      var reopenings: [Reopening] = []
      if !statement.isNull(4) {
        do { reopenings = try PayloadObject(json: statement.bytes(4)).reopenings() } catch {
          throw .damaged(.derived(stream: "history"))
        }
      }
      spans.append(
        TicketSpan(
          category: statement.text(0), reportedAt: statement.date(1), closedAt: statement.dateOrNil(2),
          dueAt: statement.dateOrNil(3), reopenings: reopenings))
    }
    return spans
  }

  /// Whether a row of another system's log is in the record.
  package func isImported(_ number: LogNumber) throws(JournalError) -> Bool {
    let statement = try connection.statement("SELECT 1 FROM history WHERE log_number = ? AND log = ?")
    statement.bind(1, number.number)
    statement.bind(2, number.log)
    defer { statement.reset() }
    return try statement.step()
  }
}

extension HistoryQuery {
  enum Value {
    case text(String)
    case number(Int64)
  }

  /// What a row has to fulfil, and the values for it. The place is not among it: it may be spelled in several ways.
  var conditions: ([String], [Value]) {
    var conditions: [String] = []
    var values: [Value] = []
    func add(_ condition: String, _ value: Value...) {
      conditions.append(condition)
      values += value
    }
    if !kinds.isEmpty {
      conditions.append("kind IN (\(kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")))")
    }
    if let stage {
      conditions.append("closed_at IS \(stage == .open ? "NULL" : "NOT NULL")")
    }
    if let reported {
      add(
        "reported_at >= ? AND reported_at < ?", .number(reported.lowerBound.milliseconds),
        .number(reported.upperBound.milliseconds))
    }
    if let assignee { add("(assignee = ? OR closed_at IS NULL)", .text(assignee)) }
    return (conditions, values)
  }
}
