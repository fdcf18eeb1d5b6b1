import Desk
import Foundation

extension Journal {
  /// Finds tickets whose category, subject, place, text or reading holds the query as one piece, in either case; the newest report first.
  /// Several words are one piece too: `high st` finds `High Street` and not `street, high`.
  ///
  /// The index proposes and the text decides, so answers are exact. A few milliseconds among 1,000,000 tickets.
  package func search(_ text: String, limit: Int?) throws(JournalError) -> [HistoryRow] {
    let query = Words.fold(text.trimmed)
    guard !query.isEmpty else { return [] }
    let match = try matchExpression(query)
    if match == "" { return [] }
    let statement = try connection.statement(
      match == nil
        ? "SELECT \(HistoryColumns.list) FROM history h ORDER BY row DESC"
        : """
        SELECT \(HistoryColumns.list) FROM words CROSS JOIN history h ON h.row = words.rowid
        WHERE words MATCH ? ORDER BY words.rowid DESC
        """)
    defer { statement.reset() }
    if let match { statement.bind(1, match) }
    let needle = Needle(query)
    var rows: [HistoryRow] = []
    while rows.count < limit ?? .max, try statement.step() {
      if needle.isIn(statement) { rows.append(try HistoryColumns.row(statement)) }
    }
    return rows
  }

  /// What the index is asked: every word of the query in order of strictness, the first by its end, the last by its beginning.
  /// Nil when the index cannot help; empty when nothing can be found.
  private func matchExpression(_ query: String) throws(JournalError) -> String? {
    let tokens = Words.tokens(query)
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

  /// Adds a ticket's words.
  func index(_ words: Words, row: Int) throws(JournalError) {
    let statement = try connection.statement("INSERT INTO words (rowid, body) VALUES (?, ?)")
    statement.bind(1, row)
    statement.bind(2, words.body)
    try statement.run()
    let term = try connection.statement("INSERT OR IGNORE INTO term (term) VALUES (?)")
    for word in words.terms where !knownTerms.contains(word) {
      term.bind(1, word)
      try term.run()
      knownTerms.insert(word)
    }
    if knownTerms.count > 20_000 { knownTerms.removeAll() }
  }

  /// Takes a ticket's words out; its terms stay, they only propose.
  func unindex(_ words: Words, row: Int) throws(JournalError) {
    let statement = try connection.statement("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)")
    statement.bind(1, row)
    statement.bind(2, words.body)
    try statement.run()
  }
}

/// A folded query, looked for in the bytes of a row.
private struct Needle {
  let text: String
  let bytes: [UInt8]
  let isASCII: Bool

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// Whether category, subject, place, text or reading of the row holds it.
  func isIn(_ row: Statement) -> Bool {
    for column: Int32 in [3, 4, 2, 5, 18] where isIn(row.bytes(column)) { return true }
    return false
  }

  private func isIn(_ field: UnsafeRawBufferPointer) -> Bool {
    guard field.count >= bytes.count else { return false }
    if field.allSatisfy({ $0 < 0x80 }) { return isASCII && find(in: field) }
    let folded = Words.fold(String(decoding: field, as: UTF8.self))
    return Array(folded.utf8).withUnsafeBytes { find(in: $0) }
  }

  /// Compares bytes, capital ASCII letters as small ones.
  private func find(in field: UnsafeRawBufferPointer) -> Bool {
    guard field.count >= bytes.count else { return false }
    for start in 0...(field.count - bytes.count) {
      var index = 0
      while index < bytes.count, lower(field[start + index]) == bytes[index] { index += 1 }
      if index == bytes.count { return true }
    }
    return false
  }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
