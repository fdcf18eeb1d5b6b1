import CSQLite
import Foundation

extension Journal {
  /// Looks whether the store is still the one that was opened and may be written: two `access` and one `stat`, and closely another one.
  /// What is newly found comes back, and nothing is written from then on.
  ///
  /// Decision: a command only asks whether there is a log, and whoever waits for keys looks closely, once a second. Since Linux 6.13 a
  /// file whose times were asked for has them set anew by its next write: a `stat` of the log before each command took 45 µs, a third of it.
  package func lookAround(closely: Bool = true) -> Damage? {
    let found = foundAmiss(closely)
    switch (damage, found) {
    case (.faulted, .faulted?): return nil
    // Where the disk failed so badly that it could not even be marked, nobody has mended it.
    case (.faulted, nil): if hasSeenFault { damage = .back } else { return nil }
    case (.gone, nil): damage = .back
    case (_, let found?) where found != damage:
      damage = found
      keepLog()
    default: return nil
    }
    return damage
  }

  /// Whether what is known here may be older than what others know: the file under the store's name is another one, or nobody may write.
  package var isCutOff: Bool {
    switch damage {
    case .gone, .replaced, .restored, .rebuilt, .faulted, .back: true
    default: false
    }
  }

  /// Whether opening the store again is all it takes to read it on.
  package var isToBeReopened: Bool {
    switch damage {
    case .back, .replaced, .restored, .rebuilt: true
    default: false
    }
  }

  private func foundAmiss(_ closely: Bool) -> Damage? {
    if let reason = folder.faultReason {
      hasSeenFault = true
      return .faulted(reason: reason)
    }
    guard let now = StoreFolder.identity(folder.database) else { return .gone }
    guard now.isSame(as: identity) else { return .replaced }
    if isReadingInVain(now) { return .back }
    if openLog != nil, access(folder.log, F_OK) != 0 || closely && isLogLost { return .replaced }
    return now.names > 1 ? .linked : nil
  }

  /// Whether somebody writes a store that was opened as one nobody writes: of that nothing is ever seen here.
  private func isReadingInVain(_ now: StoreFolder.Identity) -> Bool {
    guard connection.isImmutable, let identity else { return false }
    return access(folder.log, F_OK) == 0 || now.size != identity.size || now.changed != identity.changed
  }

  /// Whether the log was removed or exchanged while it was open: what is written to it then is gone with this process.
  private var isLogLost: Bool { openLog.map { !$0.isSame(as: StoreFolder.identity(folder.log)) } ?? false }

  /// Moves what a removed log holds into the database, while it can still be read.
  private func keepLog() {
    guard turnstile != nil, damage == .replaced, isLogLost, StoreFolder.identity(folder.log) == nil else {
      return
    }
    _ = try? connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
  }
}

extension Journal {
  /// The last event. A log that ends before the last event seen, or has another in its place, was exchanged under this process.
  func headNow(_ connection: Connection) throws(JournalError) -> Head {
    let statement = try connection.statement(
      "SELECT position, hash FROM event ORDER BY position DESC LIMIT 1")
    defer { statement.reset() }
    let isThere = try statement.step()
    let now = isThere ? Head(position: statement.int(0), hash: statement.blob(1)) : nil
    if let loss = try loss(upTo: now, connection) {
      damage = loss
      throw .damaged(loss)
    }
    return now ?? head
  }

  private func loss(upTo now: Head?, _ connection: Connection) throws(JournalError) -> Damage? {
    let end = now?.position ?? 0
    guard head.position > 0, now != head else { return nil }
    guard end >= head.position else { return .lostTail(missing: head.position - end) }
    let statement = try connection.statement("SELECT hash FROM event WHERE position = ?")
    statement.bind(1, head.position)
    defer { statement.reset() }
    return try statement.step() && statement.blob(0) == head.hash ? nil : .rewritten(position: head.position)
  }

  /// Looks at the last event past the pages this connection has in memory, when the database was written though nobody has
  /// committed: by a checkpoint, or because another file was copied over it, of which SQLite says nothing.
  func lookAt(_ file: StoreFolder.Identity?) throws(JournalError) {
    guard let file, file.isSame(as: identity) else { return }
    if isReadingInVain(file) {
      damage = .back
      throw .damaged(.back)
    }
    guard file.changed != seenChange else { return }
    _ = try headNow(Self.connect(folder, readOnly: true))
    seenChange = file.changed
  }
}
