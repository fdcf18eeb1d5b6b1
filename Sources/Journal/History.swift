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
  /// Who answers for it while it is open; nil where nobody does by name.
  package var inCharge: String?
  package var reportedAt: Date
  /// The last closing, cancelling or merging; nil while open.
  package var closedAt: Date?
  /// The other system's due time.
  package var dueAt: Date?
  package var source: LogNumber?
}

extension HistoryRow {
  /// Whether somebody works on it, or answers for it.
  func isInHand(of name: String) -> Bool { assignee == name || inCharge == name }
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
  /// Who has it in hand.
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
  /// Refuses to answer from tables of another shape: half of an answer would look like a whole one.
  func checkComputed() throws(JournalError) {
    guard isDerivedKnown else { throw .notComputed(path: path) }
  }

  /// Lists tickets, by the instant of their report. An index serves the order; of a place the search index proposes the rows, and those it
  /// does not have yet are compared one by one.
  package func history(_ query: HistoryQuery) throws(JournalError) -> [HistoryRow] {
    try reading { () throws(JournalError) in
      try checkComputed()
      let indexed = query.place == nil ? nil : try indexed()
      let (sql, values) = query.sql(indexed: indexed)
      let statement = try connection.statement(sql)
      defer { statement.reset() }
      for (index, value) in values.enumerated() {
        switch value {
        case .text(let text): statement.bind(Int32(index + 1), text)
        case .number(let number): statement.bind(Int32(index + 1), number)
        }
      }
      var rows: [HistoryRow] = []
      while rows.count < query.limit ?? .max, try statement.step() {
        if let place = query.place, Place(stored: statement.text(2)) != place { continue }
        let row = try HistoryColumns.row(statement, openWork)
        if query.assignee.map(row.isInHand) ?? true { rows.append(row) }
      }
      return rows
    }
  }

  /// Every ticket's life, for figures. About 1 µs a ticket.
  package func spans() throws(JournalError) -> [TicketSpan] {
    try checkComputed()
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
  func isImported(_ number: LogNumber) throws(JournalError) -> Bool {
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

  /// The question to the tables, and its values. Of a place the rows up to `indexed` are looked up in the search index; with nil all are read.
  fileprivate func sql(indexed: Int?) -> (String, [Value]) {
    var source = "history h"
    var conditions: [String] = []
    var values: [Value] = []
    func add(_ condition: String, _ value: Value...) {
      conditions.append(condition)
      values += value
    }
    if let place {
      if let indexed {
        source = HistoryColumns.source(
          "SELECT row AS found FROM history WHERE row > ? UNION ALL \(HistoryColumns.matching)")
        let word = String(decoding: IndexedWords.token(of: place), as: UTF8.self)
        values += [.number(Int64(indexed)), .text("\"\(word)\"")]
      }
      // The name of a public area has no end of spellings: there the rows are compared as they are read.
      if place.isRoom {
        let spellings = place.spellings
        conditions.append("place IN (\(spellings.map { _ in "?" }.joined(separator: ",")))")
        values += spellings.map(Value.text)
      }
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
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") + " "
    let direction = order == .newestFirst ? "DESC" : "ASC"
    return (
      "SELECT \(HistoryColumns.list) FROM \(source) " + filter
        + "ORDER BY reported_at \(direction), row \(direction)", values
    )
  }
}
