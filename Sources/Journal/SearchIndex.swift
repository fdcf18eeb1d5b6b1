import Desk

// Decision: new tickets are not indexed by the command that brings them but a thousand events at a time, which takes a third of the
// writing out of a report; search reads the few rows that wait as they are, so its answers are exact at any moment.

extension Journal {
  /// The last row of `history` that is in the index; later ones are read without it.
  func indexed() throws(JournalError) -> Int {
    try connection.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'indexed'") ?? 0
  }

  /// Brings the index up to the end of the log when it is a thousand events behind; inside a transaction.
  func indexWhenLong() throws(JournalError) {
    let indexed = try indexed()
    if head.position - indexed >= 1024 { try index(after: indexed) }
  }

  /// Indexes the rows after one, in their order: out of order, FTS5 would write each to disk by itself.
  func index(after row: Int) throws(JournalError) {
    let statement = try connection.statement(
      "SELECT row, category, subject, place, text, reading FROM history WHERE row > ? ORDER BY row")
    statement.bind(1, row)
    defer { statement.reset() }
    while try statement.step() {
      let fields = [statement.text(1), statement.text(2), statement.text(3), statement.text(4)]
      try index(Words(fields, reading: statement.textOrNil(5)), row: statement.int(0))
    }
    try Meta.set("indexed", "\(head.position)", connection)
  }

  /// Adds a ticket's words.
  func index(_ words: Words, row: Int) throws(JournalError) {
    let statement = try connection.statement("INSERT INTO words (rowid, body) VALUES (?, ?)")
    statement.bind(1, row)
    statement.bind(text: words.body, 2)
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
    statement.bind(text: words.body, 2)
    try statement.run()
  }
}
