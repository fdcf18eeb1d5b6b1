import Desk
import Foundation

extension Journal {
  /// Computes `live`, `history` and the search index anew from the events, as the only writer; the triggers that guard the events are
  /// made anew too. Where pages of the file are damaged, and none of an event or a name, all this is done in a new file, and this has
  /// to be opened again.
  ///
  /// - Returns: where the damaged file is kept; nil where there was no need of a new one.
  @discardableResult
  package func rebuild() throws(JournalError) -> String? {
    let damaged = try compute(checkingFile: true)
    if damaged != nil { _ = try Journal(path: path, access: .readWrite(createZone: nil)) }
    return damaged
  }

  /// Does the same, and leaves it to whoever opens a new file to compute in it. Damaged pages that nothing computed is on are looked for
  /// only when asked.
  @discardableResult
  func compute(checkingFile: Bool) throws(JournalError) -> String? {
    let check = checkingFile ? Aside { [log] () throws(JournalError) in try log.open().isWhole() } : nil
    let computed = Result { () throws(JournalError) in try computeAnew() }
    let wasWhole = check.map { check in Result { () throws(JournalError) in try check.value() } }
    do throws(JournalError) {
      try computed.get()
      guard let wasWhole else { return nil }
      // What it found may have been in what is computed anew.
      if case .success(true) = wasWhole { return nil }
      if try connection.isWhole() { return nil }
    } catch {
      guard case .damaged(.malformed) = error else { throw error }
    }
    return try exchange()
  }

  /// Puts a new file with all that is not computed in the place of this one, and this one aside.
  private func exchange() throws(JournalError) -> String? {
    guard let turnstile else { throw .readOnly(folder: path) }
    return try turnstile.pass { () throws(JournalError) in
      if let found = lookAround(closely: false) { throw .damaged(found) }
      let file = folder.file(.new)
      StoreFolder.remove(database: file)
      defer { StoreFolder.remove(database: file) }
      guard folder.makeEmpty(file) else { throw .notMade(file, errno) }
      try connection.writeLog(to: file)
      _ = try Self.check(copy: file, witnessed: WitnessFile.read(folder))
      try Self.keepLog(of: file, folder)
      guard Self.synchronise(file) else { throw .notMade(file, errno) }
      return try folder.putAside { () throws(JournalError) in
        damage = .replaced
        guard rename(file, folder.database) == 0 else { throw .notMade(folder.database, errno) }
      }
    }
  }

  /// Computes it in the file as it is, in one transaction; with room for 64 MB of pages, because most are read once more.
  private func computeAnew() throws(JournalError) {
    try connection.execute("PRAGMA cache_size = -65536")
    defer { try? connection.execute("PRAGMA cache_size = -\(Schema.cacheSize)") }
    try write { () throws(JournalError) in
      isDerivedKnown = true
      try connection.mendSchema()
      try drop()
      try connection.execute(Schema.derivedTables)
      knownTerms.removeAll()
      let open = try refold()
      try connection.execute(Schema.derivedIndexes)
      for row in open {
        try putLive(row.ticket.id.description, row.ticket.version, StateCodec.encode(row.ticket))
      }
      try index(after: 0, upTo: head.position)
      try Meta.set("derived", "\(Schema.derived)", connection)
      try Meta.set("vocabulary", "\(StoredName.vocabulary)", connection)
    }
  }

  /// Drops what is computed anew. It says nothing that the log does not say, so it is not written over before its pages are used again.
  private func drop() throws(JournalError) {
    defer { try? connection.execute("PRAGMA secure_delete = ON") }
    try connection.execute("PRAGMA secure_delete = FAST;" + Schema.dropDerived)
  }

  /// Writes every history row, and the live rows of what is no ticket; the tickets that are open.
  private func refold() throws(JournalError) -> [Refold.Row] {
    var refold = Refold(connection, Desk(zone: zone))
    try log.read { (event) throws(JournalError) in
      if case .ended(let row) = try refold.take(event) { try putHistory(row) }
    }
    let open = refold.open.values.sorted { $0.row < $1.row }
    for row in open { try putHistory(row) }
    for stream in refold.desk.things {
      guard let state = try StateCodec.state(of: stream, refold.desk) else { continue }
      try putLive(stream.rawValue, refold.desk.version(of: stream), state)
    }
    return open
  }

  private func putHistory(_ row: Refold.Row) throws(JournalError) {
    let statement = try connection.statement(HistoryColumns.replace)
    statement.bind(1, row.row)
    row.ticket.bind(statement)
    statement.bind(18, readings.of(IndexedWords.fields(row.ticket)))
    try statement.run()
  }
}

extension Connection {
  /// Whether no page of the file is damaged.
  fileprivate func isWhole() throws(JournalError) -> Bool { try text("PRAGMA integrity_check(1)") == "ok" }
}
