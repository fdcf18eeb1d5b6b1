import Desk

extension Journal {
  /// Reads the whole store and compares everything with everything. One snapshot; others may go on writing.
  package func verify() throws(JournalError) -> Findings {
    let witnessed = WitnessFile.read(folder)
    return try reading { () throws(JournalError) in
      let loss = try lossAtLook()
      var verifier = Verifier(
        connection, log, beginning: HashChain.beginning(store: store), desk: Desk(zone: zone),
        keyPath: folder.key)
      do throws(JournalError) {
        try verifier.checkLog()
        let missing = try verifier.checkSchema()
        if missing.isDisjoint(with: ["live", "history", "words", "words_data"]) {
          try verifier.checkDerived()
        }
        if !missing.contains("vault") {
          try verifier.checkNames(Result { () throws(JournalError) in try vault() })
        }
      } catch {
        guard case .damaged(.malformed(let message)) = error else { throw error }
        verifier.findings.add(.integrity, at: "desk.db", .file(message))
      }
      // The first event may have been recorded before anybody had rung.
      let witnessed = witnessed ?? WitnessFile.read(folder)
      let damage: Damage? = if let loss { loss } else if let witnessed { try compare(witnessed) } else { nil }
      if let damage {
        verifier.findings.add(.witness, at: "desk.head", .damage(damage))
      } else if witnessed == nil, head.position > 0 {
        verifier.findings.add(.witness, at: "desk.head", .unwitnessed)
      }
      return verifier.findings
    }
  }

  /// Looks at the end of the log; what is missing of what was seen before, as a finding and no error.
  private func lossAtLook() throws(JournalError) -> Damage? {
    do { try look() } catch {
      switch error {
      case .damaged(.lostTail), .damaged(.rewritten): return damage
      default: throw error
      }
    }
    return nil
  }
}

/// What SQLite can say of the file without reading events; on a thread of its own.
private struct FileCheck {
  private let connection: Connection
  private(set) var findings = Findings()

  init(_ connection: Connection) { self.connection = connection }

  mutating func checkIntegrity() throws(JournalError) {
    let statement = try connection.statement("PRAGMA integrity_check(20)")
    defer { statement.reset() }
    while try statement.step() {
      let line = statement.text(0)
      if line != "ok" { findings.add(.integrity, at: "desk.db", .file(line)) }
    }
  }

  mutating func checkStreams() throws(JournalError) {
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
}

/// What the events come to, against what the store says they do.
struct Verifier {
  let connection: Connection
  private let log: Log
  private let beginning: Hash
  /// The file names are sealed with.
  let keyPath: String
  private var refold: Refold
  /// Tickets whose row of `history` or `live` is not what they came to; one that is revived gets another chance.
  private var suspects: [TicketID: Findings.Detail] = [:]
  private var tickets = 0
  private(set) var names = NamedContacts()
  private var readings = Readings()
  var findings = Findings()

  init(_ connection: Connection, _ log: Log, beginning: Hash, desk: Desk, keyPath: String) {
    (self.connection, self.log, self.beginning) = (connection, log, beginning)
    self.keyPath = keyPath
    refold = Refold(connection, desk)
  }

  /// Checks the file, the chain, the positions and the streams, in three threads.
  mutating func checkLog() throws(JournalError) {
    let file = Aside { [log] () throws(JournalError) in
      var check = FileCheck(try log.open())
      try check.checkIntegrity()
      try check.checkStreams()
      return check.findings
    }
    let chain = Result { () throws(JournalError) in
      try log.read(checkedFrom: beginning) { (event) throws(JournalError) in try fold(event) }
    }
    findings.add(try file.value())
    findings.add(try chain.get())
  }

  private mutating func fold(_ recorded: RecordedEvent) throws(JournalError) {
    if recorded.event.isReport { tickets += 1 }
    names.take(recorded.event)
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
    let reading = readings.of(IndexedWords.fields(row.ticket))
    suspects[row.ticket.id] = try connection.holds(row, reading: reading) ? nil : .differs
  }
}

extension Verifier {
  /// Checks `live`, `history` and the index against what the log came to.
  mutating func checkDerived() throws(JournalError) {
    for row in refold.open.values {
      try compare(row)
      let id = row.ticket.id
      if try !holdsLive(id.description, row.ticket.version, StateCodec.encode(row.ticket)) {
        suspects[id] = .differs
      }
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
      if try !holdsLive(stream.rawValue, refold.desk.version(of: stream), state) {
        findings.add(.derived, at: stream.rawValue, .differs)
      }
    }
  }

  private func holdsLive(_ stream: String, _ version: Int, _ state: [UInt8]) throws(JournalError) -> Bool {
    let statement = try connection.statement("SELECT version, state FROM live WHERE stream = ?")
    statement.bind(1, stream)
    defer { statement.reset() }
    return try statement.step() && statement.int(0) == version && statement.blob(1) == state
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
    let indexed = try connection.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'indexed'") ?? 0
    if indexed > findings.events { findings.add(.derived, at: "words", .indexed(upTo: indexed)) }
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
