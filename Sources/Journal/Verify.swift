package import Desk

extension Journal {
  /// Reads the whole store and compares everything with everything. One snapshot; others may go on writing.
  package func verify(policy: Policy) throws(JournalError) -> Findings {
    let witnessed = WitnessFile.read(folder)
    return try reading { () throws(JournalError) in
      try look()
      var verifier = Verifier(
        connection, beginning: HashChain.beginning(store: store),
        desk: Desk(policy: policy, zone: zone))
      try verifier.checkLog()
      try verifier.checkDerived(self)
      if let witnessed, let damage = try compare(witnessed) {
        verifier.findings.add(.witness, at: "desk.head", .damage(damage))
      }
      return verifier.findings
    }
  }
}

/// One pass over the log, and what came of it.
struct Verifier {
  private let connection: Connection
  private let beginning: Hash
  private var refold: Refold
  /// Tickets whose history row is not what they ended as; one that is revived gets another chance.
  private var suspects: [TicketID: Findings.Detail] = [:]
  private var tickets = 0
  var findings = Findings()

  init(_ connection: Connection, beginning: Hash, desk: Desk) {
    self.connection = connection
    self.beginning = beginning
    refold = Refold(connection, desk)
  }

  /// Checks the file, the chain, the positions and the streams.
  mutating func checkLog() throws(JournalError) {
    try checkIntegrity()
    try checkStreams()
    let statement = try connection.statement(EventRow.select + "ORDER BY position")
    defer { statement.reset() }
    var (hash, position, input) = (beginning, 0, HashInput())
    while try statement.step() {
      let at = statement.int(0)
      if at != position + 1 { findings.add(.gaps, at: "\(at)", .follows(position)) }
      position = at
      let stored = statement.blob(14)
      input.begin(after: hash)
      EventRow.cover(statement, &input)
      if input.hash != stored { findings.add(.chain, at: "\(at)", .hash) }
      hash = stored
      findings.events += 1
      try fold(statement)
    }
    findings.anchor = Anchor(position: position, hash: hash)
  }

  private mutating func checkIntegrity() throws(JournalError) {
    let statement = try connection.statement("PRAGMA integrity_check(20)")
    defer { statement.reset() }
    while try statement.step() {
      let line = statement.text(0)
      if line != "ok" { findings.add(.integrity, at: "desk.db", .file(line)) }
    }
  }

  private mutating func checkStreams() throws(JournalError) {
    let statement = try connection.statement(
      """
      SELECT stream, min(version), max(version), count(*) FROM event INDEXED BY sqlite_autoindex_event_1
      GROUP BY stream HAVING min(version) <> 1 OR max(version) <> count(*)
      """)
    defer { statement.reset() }
    while try statement.step() {
      findings.add(
        .streams, at: statement.text(0),
        .versions(count: statement.int(3), first: statement.int(1), last: statement.int(2)))
    }
  }

  private mutating func fold(_ statement: Statement) throws(JournalError) {
    let recorded: RecordedEvent
    do throws(JournalError) { recorded = try EventRow.event(statement) } catch {
      guard case .damaged(let damage) = error else { throw error }
      return findings.add(.payload, at: "\(statement.int(0))", .damage(damage))
    }
    if recorded.event.isReport { tickets += 1 }
    do throws(JournalError) {
      switch try refold.take(recorded) {
      case .kept: break
      case .ended(let row): try compare(row)
      case .outOfOrder:
        findings.add(
          .streams, at: "\(recorded.position)",
          .outOfOrder(stream: recorded.event.stream.rawValue, version: recorded.version))
      }
    } catch {
      // An ended ticket is folded again from its stream, and an event of it cannot be read.
      guard case .damaged(let damage) = error else { throw error }
      findings.add(.payload, at: "\(recorded.position)", .damage(damage))
    }
  }

  private mutating func compare(_ row: Refold.Row) throws(JournalError) {
    suspects[row.ticket.id] =
      try connection.holds(
        row, refold.desk.policy(of: row.ticket)) ? nil : .differs
  }
}

extension Verifier {
  /// Checks `live`, `history` and the index against what the log came to.
  mutating func checkDerived(_ journal: Journal) throws(JournalError) {
    for row in refold.open.values {
      try compare(row)
      try compareLive(row.ticket.id.description, row.ticket.version, StateCodec.encode(row.ticket))
    }
    try compareThings()
    for (id, detail) in suspects { findings.add(.derived, at: id.description, detail) }
    let rows = try connection.number("SELECT count(*) FROM history") ?? 0
    if rows != tickets { findings.add(.derived, at: "history", .rows(rows, expected: tickets)) }
    let live = refold.open.count + refold.desk.things.count
    let lines = try connection.number("SELECT count(*) FROM live") ?? 0
    if lines != live { findings.add(.derived, at: "live", .rows(lines, expected: live)) }
    try compareIndex()
  }

  private mutating func compareThings() throws(JournalError) {
    for stream in refold.desk.things {
      guard let state = try StateCodec.state(of: stream, refold.desk) else { continue }
      try compareLive(stream.rawValue, refold.desk.version(of: stream), state)
    }
  }

  private mutating func compareLive(
    _ stream: String, _ version: Int, _ state: [UInt8]
  ) throws(JournalError) {
    let statement = try connection.statement("SELECT version, state FROM live WHERE stream = ?")
    statement.bind(1, stream)
    defer { statement.reset() }
    guard try statement.step(), statement.int(0) == version, statement.blob(1) == state else {
      return findings.add(.derived, at: stream, .differs)
    }
  }

  /// A contentless index cannot be read back; it must have counted as many rows as `history` has. FTS5 keeps the count as the
  /// first variable-length number of its row 1.
  ///
  /// - Source: https://sqlite.org/fts5.html#the_data_table_, `FTS5_AVERAGES_ROWID` in fts5_index.c
  private mutating func compareIndex() throws(JournalError) {
    let statement = try connection.statement("SELECT block FROM words_data WHERE id = 1")
    defer { statement.reset() }
    var rows = 0
    if try statement.step() {
      for byte in statement.blob(0) {
        rows = rows << 7 + Int(byte & 0x7F)
        if byte < 0x80 { break }
      }
    }
    let history =
      try connection.number(
        "SELECT count(*) FROM history WHERE row <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'indexed')"
      ) ?? 0
    if rows != history { findings.add(.derived, at: "words", .rows(rows, expected: history)) }
  }
}

extension Event {
  fileprivate var isReport: Bool {
    if case .ticket(_, .reported) = self { true } else { false }
  }
}
