// Decision: new tickets are not indexed by the command that brings them but a thousand events and more at a time, which takes a third of the
// writing out of a report; search reads the rows that wait as they are, so its answers are exact at any moment: those of a thousand events in
// a millisecond, and while a log is imported those of sixteen thousand in ten.

extension Journal {
  /// The last row of `history` that is in the index; later ones are read without it.
  func indexed() throws(JournalError) -> Int {
    try connection.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'indexed'") ?? 0
  }

  /// Brings the index on when it is a thousand events behind; inside a transaction. A command takes two thousand at most, so that no clerk
  /// waits for what an import left. An import waits for sixteen thousand: put into the index at once they take half the time.
  func indexWhenLong(importing: Bool) throws(JournalError) {
    let indexed = try indexed()
    guard head.position - indexed >= (importing ? 16_384 : 1024) else { return }
    try index(after: indexed, upTo: importing ? head.position : min(head.position, indexed + 2048))
  }

  /// Brings the index up to the end of the log, as the only writer; at the end of an import.
  package func indexRest() throws(JournalError) {
    try write { () throws(JournalError) in try index(after: indexed(), upTo: head.position) }
  }

  /// Indexes the rows after one and up to another, in their order: out of order, FTS5 would write each to disk by itself. Their words are put
  /// together on a thread of their own meanwhile, which takes half as long as indexing them.
  func index(after row: Int, upTo last: Int) throws(JournalError) {
    let isMuch = last - row > 4096
    if isMuch { try gatherWords(bytes: 16 << 20) }
    try indexRows(after: row, upTo: last)
    if isMuch { try gatherWords(bytes: 1 << 20) }
    try Meta.set("indexed", "\(last)", connection)
  }

  /// Says how much of the index is put together in memory before any is written. FTS5 takes a mebibyte by itself; the sixteenfold takes a
  /// third of the time off a whole log.
  ///
  /// - Source: `hashsize` and `FTS5_DEFAULT_HASHSIZE` in fts5_config.c
  private func gatherWords(bytes: Int) throws(JournalError) {
    let statement = try connection.statement("INSERT INTO words (words, rank) VALUES ('hashsize', ?)")
    statement.bind(1, bytes)
    try statement.run()
  }

  private func indexRows(after row: Int, upTo last: Int) throws(JournalError) {
    let (texts, words) = (BoundedQueue<IndexedTexts>(), BoundedQueue<[IndexedWords]>())
    let reader = Aside { [known = knownTerms] () throws(JournalError) in
      var known = known
      while let page = texts.take() { _ = words.hand(page.words(&known)) }
      return known
    }
    try exchange(after: row, upTo: last, texts, words)
    knownTerms = try reader.value()
  }

  /// Hands the texts of rows over and takes their words back, four pages ahead.
  private func exchange(
    after row: Int, upTo last: Int, _ texts: BoundedQueue<IndexedTexts>, _ words: BoundedQueue<[IndexedWords]>
  ) throws(JournalError) {
    defer { texts.end() }
    let statement = try connection.statement(
      IndexedTexts.select + "WHERE row > ? AND row <= ? ORDER BY row")
    statement.bind(1, row)
    statement.bind(2, last)
    defer { statement.reset() }
    var waiting: [[Int]] = []
    var spent: [IndexedWords]?
    func indexPage() throws(JournalError) {
      let page = words.take(after: spent) ?? []
      for (row, words) in zip(waiting.removeFirst(), page) { try index(words, row: row) }
      spent = page
    }
    var isLast = false
    while !isLast {
      let page = try IndexedTexts(statement)
      isLast = page.rows.count < IndexedTexts.length
      waiting.append(page.rows)
      _ = texts.hand(page)
      if waiting.count == 4 { try indexPage() }
    }
    while !waiting.isEmpty { try indexPage() }
  }

  /// The words of a row as it stands, which are those it was indexed with.
  func storedWords(row: Int) throws(JournalError) -> IndexedWords? {
    let statement = try connection.statement(IndexedTexts.select + "WHERE row = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    var known: Set<String> = []
    return try IndexedTexts(statement).words(&known).first
  }

  /// Adds a ticket's words.
  func index(_ words: IndexedWords, row: Int) throws(JournalError) {
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
    if knownTerms.count > Self.mostKnownTerms { knownTerms.removeAll() }
  }

  /// Takes a ticket's words out; its terms stay, they only propose.
  func unindex(_ words: IndexedWords, row: Int) throws(JournalError) {
    let statement = try connection.statement("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)")
    statement.bind(1, row)
    statement.bind(text: words.body, 2)
    try statement.run()
  }
}

/// What tickets are found by, as their rows have it: a few of them at once, their texts one after another.
private struct IndexedTexts {
  static let length = 64
  static let select = "SELECT row, category, subject, place, text, reading FROM history "
  private static let columns = 5

  private(set) var rows: [Int] = []
  private var bytes: [UInt8] = []
  /// Where each text ends: category, subject, place, text and reading of the first row, then of the next.
  private var ends: [Int] = []

  /// Takes the next rows of a statement; fewer than could be at the end, and no step beyond it, which would begin anew.
  init(_ statement: Statement) throws(JournalError) {
    bytes.reserveCapacity(Self.length * 300)
    while rows.count < Self.length, try statement.step() {
      rows.append(statement.int(0))
      for column in 1...Self.columns {
        bytes.append(contentsOf: statement.bytes(Int32(column)))
        ends.append(bytes.count)
      }
    }
  }

  /// The words of each, without the terms that are known.
  func words(_ known: inout Set<String>) -> [IndexedWords] {
    bytes.withUnsafeBytes { bytes in
      rows.indices.map { row in
        let first = row * Self.columns
        let texts = (first..<first + Self.columns).map { text in
          UnsafeRawBufferPointer(rebasing: bytes[(text == 0 ? 0 : ends[text - 1])..<ends[text]])
        }
        if known.count > Journal.mostKnownTerms { known.removeAll() }
        return IndexedWords(texts, except: &known)
      }
    }
  }
}
