import CSQLite
import Foundation

extension Journal {
  /// Makes the store of an empty file, as the only writer: two processes may come first at once.
  ///
  /// It is made whole under another name and gets its own at the end. So a store that is only in its log, of which nothing can be read
  /// once the log is damaged or gone, is never there; nor is one that was begun and not finished.
  static func create(_ folder: StoreFolder, _ turnstile: Turnstile, _ zone: TimeZone) throws(JournalError) {
    guard folder.isDatabaseEmpty else { return }
    try turnstile.pass { () throws(JournalError) in
      guard folder.isDatabaseEmpty else { return }
      let file = folder.file(.new)
      StoreFolder.remove(database: file)
      defer { StoreFolder.remove(database: file) }
      guard folder.makeEmpty(file) else { throw .notMade(file, errno) }
      try fill(file, folder, zone)
      if let loss = folder.loss() { throw .damaged(loss) }
      guard synchronise(file), rename(file, folder.database) == 0, synchronise(folder.path) else {
        throw .notMade(folder.database, errno)
      }
    }
  }

  private static func fill(_ file: String, _ folder: StoreFolder, _ zone: TimeZone) throws(JournalError) {
    let connection = try Connection(file: file, path: folder.path, readOnly: false)
    // Nobody misses it when it is not finished: it needs no journal on the disk.
    try connection.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = MEMORY")
    try connection.transaction("BEGIN IMMEDIATE") { () throws(JournalError) in
      try connection.execute(Schema.log + Schema.derivedTables + Schema.derivedIndexes)
      try Meta.set("store", UUID().uuidString, connection)
      try Meta.set("epoch", "1", connection)
      try Meta.set("zone", zone.identifier, connection)
      try Meta.set("vocabulary", "\(StoredName.vocabulary)", connection)
      try Meta.set("derived", "\(Schema.derived)", connection)
      try connection.execute(
        "PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(Schema.format)")
    }
    try connection.keepLog()
  }

  /// Makes a finished file one that has a log.
  static func keepLog(of file: String, _ folder: StoreFolder) throws(JournalError) {
    try Connection(file: file, path: folder.path, readOnly: false).keepLog()
  }
}

extension Connection {
  fileprivate func keepLog() throws(JournalError) {
    guard try text("PRAGMA journal_mode = WAL") == "wal" else { throw .notAStore(path: path) }
  }
}

extension StoreFolder {
  /// Whether there is no database, or a file without a byte.
  var isDatabaseEmpty: Bool { (Self.identity(database)?.size ?? 0) == 0 }

  /// What was lost where no store can be read, though the files beside it tell that there was one; nil where nothing tells of one.
  func loss(countingLog: Bool = true) -> Damage? {
    if let witnessed = WitnessFile.read(self) { return .lostTail(missing: witnessed.position) }
    let tellers = countingLog ? [head, key, log] : [head, key]
    return tellers.contains { (Self.identity($0)?.size ?? 0) > 0 } ? .lostTail(missing: nil) : nil
  }

  /// An error of opening the database; that it is no store is damage where there was one.
  func explained(_ error: JournalError, countingLog: Bool = true) -> JournalError {
    guard case .notAStore = error, let loss = loss(countingLog: countingLog) else { return error }
    return .damaged(loss)
  }

  /// Removes a database with what SQLite keeps beside it.
  static func remove(database: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(database + suffix) }
  }
}
