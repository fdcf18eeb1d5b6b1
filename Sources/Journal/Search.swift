import Desk

extension Journal {
  /// Finds tickets whose category, subject, place, text or reading holds the query as one piece, in either case; what was recorded last first,
  /// but before all of them the one whose number the query is. Several words are one piece too: `high st` finds `High Street` and not `street, high`.
  /// A room is found however it is spelled, and what `also` means the same, as the name of a category in another language.
  ///
  /// The index proposes and the text decides, so answers are exact. A few milliseconds among 1,000,000 tickets.
  package func search(
    _ text: String, also: [String] = [], limit: Int?
  ) throws(JournalError) -> [HistoryRow] {
    try search(text, also: also, limit: limit, openWork)
  }

  /// The same, asking for what a row lacks of an open ticket.
  func search(
    _ text: String, also: [String], limit: Int?, _ work: OpenWorkSource
  ) throws(JournalError) -> [HistoryRow] {
    let query = IndexedWords.fold(text.trimmed)
    guard !query.isEmpty else { return [] }
    return try reading { () throws(JournalError) in
      try checkComputed()
      let indexed = try indexed()
      let spellings = Journal.spellings(query) + also.map(IndexedWords.fold)
      let needles = spellings.map(Needle.init)
      var rows: [HistoryRow] = []
      let numbered = try TicketID(query).flatMap { (id) throws(JournalError) in try historyRow(id, work) }
      try find(needles, between: indexed, and: .max, limit, work, &rows)
      switch try matchExpression(spellings) {
      case nil: try find(needles, between: 0, and: indexed, limit, work, &rows)
      case "": break
      case let match?: try find(needles, matching: match, limit, work, &rows)
      }
      guard let numbered else { return rows }
      return Array(([numbered] + rows.filter { $0.id != numbered.id }).prefix(limit ?? .max))
    }
  }

  /// The folded texts that a query means: itself, and of a room what it may be stored under.
  private static func spellings(_ query: String) -> [String] {
    let place = Place(query)
    return place.isRoom ? Array(Set([query] + place.spellings.map(IndexedWords.fold))) : [query]
  }

  private func historyRow(_ id: TicketID, _ work: OpenWorkSource) throws(JournalError) -> HistoryRow? {
    guard let row = try row(of: id) else { return nil }
    let statement = try connection.statement("SELECT \(HistoryColumns.list) FROM history h WHERE row = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    return try statement.step() ? try HistoryColumns.row(statement, work) : nil
  }

  /// Reads the rows after one and up to another, newest first.
  private func find(
    _ needles: [Needle], between first: Int, and last: Int, _ limit: Int?,
    _ work: OpenWorkSource, _ rows: inout [HistoryRow]
  ) throws(JournalError) {
    let statement = try connection.statement(
      "SELECT \(HistoryColumns.list) FROM history h WHERE row > ? AND row <= ? ORDER BY row DESC")
    statement.bind(1, first)
    statement.bind(2, last)
    try collect(statement, needles, limit, work, &rows)
  }

  /// Reads the rows the index proposes, newest first.
  private func find(
    _ needles: [Needle], matching match: String, _ limit: Int?,
    _ work: OpenWorkSource, _ rows: inout [HistoryRow]
  ) throws(JournalError) {
    let statement = try connection.statement(
      "SELECT \(HistoryColumns.list) FROM \(HistoryColumns.source(HistoryColumns.matching)) ORDER BY found DESC"
    )
    statement.bind(1, match)
    try collect(statement, needles, limit, work, &rows)
  }

  private func collect(
    _ statement: Statement, _ needles: [Needle], _ limit: Int?,
    _ work: OpenWorkSource, _ rows: inout [HistoryRow]
  ) throws(JournalError) {
    defer { statement.reset() }
    while rows.count < limit ?? .max, try statement.step() {
      if needles.contains(where: { $0.isIn(statement) }) {
        rows.append(try HistoryColumns.row(statement, work))
      }
    }
  }

  /// What the index is asked for one of several texts; nil when it cannot help, empty when nothing can be found.
  private func matchExpression(_ queries: [String]) throws(JournalError) -> String? {
    var matches: [String] = []
    for query in queries {
      guard let match = try matchExpression(query) else { return nil }
      if !match.isEmpty { matches.append(match) }
    }
    return matches.count > 1 ? matches.map { "(\($0))" }.joined(separator: " OR ") : matches.first ?? ""
  }

  /// What the index is asked: every word of the query in order of strictness, the first by its end, the last by its beginning.
  /// Nil when the index cannot help; empty when nothing can be found.
  private func matchExpression(_ query: String) throws(JournalError) -> String? {
    let tokens = IndexedWords.tokens(query)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let startsInside = query.unicodeScalars.first?.isWordPart ?? false
    let endsInside = query.unicodeScalars.last?.isWordPart ?? false
    var parts: [String] = []
    for (index, token) in tokens.enumerated() {
      let opens = index == 0 && startsInside && !first.isHan
      let closes = index == tokens.count - 1 && endsInside && !last.isHan
      switch (token.isHan, opens, closes) {
      case (false, true, let closes):
        guard let terms = try terms(holding: token.text, atEnd: !closes) else { continue }
        if terms.isEmpty { return "" }
        parts.append("(" + terms.map { "\"\($0)\"" }.joined(separator: " OR ") + ")")
      case (false, false, true): parts.append("\"\(token.text)\" *")
      default: parts.append("\"\(token.text)\"")
      }
    }
    if tokens.allSatisfy(\.isHan), query.unicodeScalars.allSatisfy(\.isHan) {
      return "\"" + tokens.map(\.text).joined(separator: " ") + "\""
    }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// The indexed words that hold a piece; nil when there are so many that reading the newest tickets is quicker.
  private func terms(holding piece: String, atEnd: Bool) throws(JournalError) -> [String]? {
    let statement = try connection.statement(
      atEnd
        ? "SELECT term FROM term WHERE substr(term, -length(?1)) = ?1 LIMIT 401"
        : "SELECT term FROM term WHERE instr(term, ?1) > 0 LIMIT 401")
    statement.bind(1, piece)
    defer { statement.reset() }
    var terms: [String] = []
    while try statement.step() { terms.append(statement.text(0)) }
    return terms.count > 400 ? nil : terms
  }
}

extension Clerk {
  /// Searches as the record does, and knows open tickets without reading each again.
  package func search(
    _ text: String, also: [String] = [], limit: Int?
  ) throws(JournalError) -> [HistoryRow] {
    try journal.search(text, also: also, limit: limit) { (id) throws(JournalError) in
      guard let ticket = desk.tickets[id] else { return try journal.openWork(id) }
      let work = ticket.work
      return OpenWork(
        urgency: work.urgency, stage: work.stage, assignee: work.assignee, inCharge: work.papers.inCharge)
    }
  }
}
