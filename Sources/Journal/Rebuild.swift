import Desk

extension Journal {
  /// Computes `live`, `history` and the search index anew from the events, in one transaction and as the only writer; the triggers
  /// that guard the events are made anew too.
  package func rebuild() throws(JournalError) {
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
    statement.bind(19, readings.of(IndexedWords.fields(row.ticket)))
    try statement.run()
  }
}
