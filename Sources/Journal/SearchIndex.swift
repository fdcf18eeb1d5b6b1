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

  /// Indexes the rows after one, in their order: out of order, FTS5 would write each to disk by itself. Their words are put together on a
  /// thread of their own meanwhile, which takes half as long as indexing them.
  func index(after row: Int) throws(JournalError) {
    let statement = try connection.statement(
      "SELECT row, category, subject, place, text, reading FROM history WHERE row > ? ORDER BY row")
    statement.bind(1, row)
    defer { statement.reset() }
    let (texts, words) = (BoundedQueue<[IndexedTexts]>(), BoundedQueue<[(row: Int, words: Words)]>())
    _ = Aside { () throws(JournalError) in
      while let page = texts.take() {
        _ = words.hand(page.map { ($0.row, Words($0.fields, reading: $0.reading)) })
      }
    }
    defer { texts.end() }
    var ahead = 0
    func indexPage() throws(JournalError) {
      for ticket in words.take() ?? [] { try index(ticket.words, row: ticket.row) }
      ahead -= 1
    }
    var isLast = false
    while !isLast {
      let page = try IndexedTexts.page(statement)
      isLast = page.count < IndexedTexts.pageLength
      _ = texts.hand(page)
      ahead += 1
      if ahead == 4 { try indexPage() }
    }
    while ahead > 0 { try indexPage() }
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

/// What a ticket is found by, as its row has it.
private struct IndexedTexts {
  let row: Int
  let fields: [String]
  let reading: String?

  static let pageLength = 64

  /// The next rows of a statement; fewer than a page at the end, and no step beyond it, which would begin anew.
  static func page(_ statement: Statement) throws(JournalError) -> [IndexedTexts] {
    var page: [IndexedTexts] = []
    while page.count < pageLength, try statement.step() {
      page.append(
        IndexedTexts(
          row: statement.int(0), fields: (1...4).map { statement.text($0) }, reading: statement.textOrNil(5)))
    }
    return page
  }
}
