import CSQLite
import Desk
import Foundation

extension Journal {
  /// Runs a body as the only writer, in one transaction, and rings the doorbell when it recorded something; waits so many seconds for
  /// its turn.
  ///
  /// - Throws: `busy` and `diskFull`: nothing happened. `unknownOutcome`: the file system failed, the store is read-only from now on.
  func write<Value>(
    within limit: TimeInterval = 2, atDoor: () throws(JournalError) -> Void = {},
    _ body: () throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    guard let turnstile else { throw .readOnly(folder: path) }
    if let damage { throw .damaged(damage) }
    connection.waits(milliseconds: Int32(limit * 1000))
    defer { connection.waitsAsUsual() }
    return try turnstile.pass(within: limit, atDoor: atDoor) { () throws(JournalError) in
      try checkFiles()
      var before = head
      do throws(JournalError) {
        let value = try connection.transaction("BEGIN IMMEDIATE") { () throws(JournalError) in
          try look()
          before = head
          // Before the first event that a program of the store's beginning may not know.
          if vocabulary < StoredName.vocabulary {
            try Meta.set("vocabulary", "\(StoredName.vocabulary)", connection)
          }
          return try body()
        }
        vocabulary = max(vocabulary, StoredName.vocabulary)
        if head != before { ring() }
        checkpoint()
        return value
      } catch {
        (head, seenVersion) = (before, nil)
        knownTerms.removeAll()
        throw failure(error)
      }
    }
  }

  /// Writes the witness, which is the doorbell too.
  func ring() {
    witness?.write(Witness(store: store, epoch: epoch, position: head.position, hash: head.hash))
  }

  private func checkFiles() throws(JournalError) {
    _ = lookAround(closely: false)
    if let damage { throw .damaged(damage) }
  }

  /// Marks the store as faulted when the file system failed: what carried on after a failed sync lost events.
  private func failure(_ error: JournalError) -> JournalError {
    if case .damaged(let found) = error { damage = found }
    guard error.isInputOutput else { return error }
    let reason = "\(error)"
    folder.markFault(reason)
    damage = .faulted(reason: reason)
    return .unknownOutcome(path: path, cause: reason)
  }

  /// Moves the log into the database every 4,000 frames, and empties it beyond 64 MiB, or of what was erased. Emptied and not only started
  /// over: every opening would go through what a rebuild left in it.
  ///
  /// Decision: 4,000 frames, 16 MiB, instead of 1,000: pages that change often are moved less often, 8 % of a command and 5 % of an import.
  /// Whoever opens the store while no other process has it open goes through them once, in 7 ms at the most.
  private func checkpoint() {
    let frames = connection.walFrames
    guard frames >= 4000 || owesForgetting else { return }
    do {
      if owesForgetting { return try forget() }
      _ = try connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
      if frames > 16_384 {
        connection.waits(milliseconds: 50)
        defer { connection.waitsAsUsual() }
        _ = try connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
      }
    } catch {
      // The command itself is safe in the log; a full disk only means that the log grows for now.
      _ = failure(error)
    }
  }

  /// Looks at the end of the log; nothing to do when no other connection has committed since the last look.
  func look() throws(JournalError) {
    let version = try connection.number("PRAGMA data_version")
    let file = StoreFolder.identity(folder.database)
    guard version != seenVersion else { return try lookAt(file) }
    let now = try connection.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'epoch'") ?? 0
    guard now == epoch else {
      damage = .restored(epoch: now)
      throw .damaged(.restored(epoch: now))
    }
    // Rows in the shape of this program would stand among those of another.
    let shape = try connection.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'derived'") ?? 0
    guard shape == Schema.derived || !isDerivedKnown else {
      damage = .rebuilt(found: shape, known: Schema.derived)
      throw .damaged(.rebuilt(found: shape, known: Schema.derived))
    }
    isDerivedKnown = shape == Schema.derived
    head = try headNow(connection)
    newestCommand = try lastCommand()
    // Another process may have computed anew what is derived.
    knownTerms.removeAll()
    (seenVersion, seenChange) = (version, file?.changed)
  }

  /// Inserts one event at the end of the log. The digest of its command goes with the command's first event.
  func insert(_ event: RecordedEvent, _ stream: String, digest: [UInt8]?) throws(JournalError) {
    let hash = try connection.insert(event, stream, digest: digest, after: head.hash)
    head = Head(position: event.position, hash: hash)
    newestCommand = newestCommand.map { max($0, event.command) }
  }
}
