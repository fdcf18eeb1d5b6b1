import CSQLite
import Foundation

/// The few values a store says about itself.
struct Meta {
  var store: UUID
  var epoch: Int
  var zone: TimeZone
  var vocabulary: Int
  var derived: Int
  /// Whether something was erased that the log's file may hold still.
  var owesForgetting: Bool

  init(_ connection: Connection) throws(JournalError) {
    guard let store = try Self.value("store", connection).flatMap(UUID.init(uuidString:)),
      let epoch = try Self.value("epoch", connection).flatMap({ Int($0) }),
      let zone = try Self.value("zone", connection).flatMap(TimeZone.init(identifier:))
    else { throw .damaged(.malformed(message: "meta")) }
    (self.store, self.epoch, self.zone) = (store, epoch, zone)
    vocabulary = try Self.value("vocabulary", connection).flatMap { Int($0) } ?? 0
    derived = try Self.value("derived", connection).flatMap { Int($0) } ?? 0
    owesForgetting = try Self.value("forgetting", connection) == "1"
  }

  private static func value(_ key: String, _ connection: Connection) throws(JournalError) -> String? {
    try connection.text("SELECT value FROM meta WHERE key = '\(key)'")
  }

  static func set(_ key: String, _ value: String, _ connection: Connection) throws(JournalError) {
    let statement = try connection.statement("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)")
    statement.bind(1, key)
    statement.bind(2, value)
    try statement.run()
  }
}

extension Journal {
  /// Makes sure there is a store to open, or an empty file that is to become one; the zone a new store gets. Where files of a store
  /// are that cannot be read, nothing is made: SQLite would throw away a log whose database is empty, and a new store would go on
  /// in a log that is not its own.
  static func prepare(_ folder: StoreFolder, _ access: Access) throws(JournalError) -> TimeZone? {
    let exists = Foundation.access(folder.database, F_OK) == 0
    if !exists, errno == EACCES {
      throw .unreadable(path: folder.path, errno: EACCES)
    }
    if !exists, folder.leadsNowhere { throw .damaged(.gone) }
    if !exists, folder.path.hasSuffix(".db") || !folder.isFolder { throw .otherName(path: folder.path) }
    let isEmpty = folder.isDatabaseEmpty
    if isEmpty, let loss = folder.loss() { throw .damaged(loss) }
    if StoreFolder.identity(folder.database)?.isFragment == true {
      throw folder.explained(.notAStore(path: folder.path))
    }
    guard case .readWrite(let zone, let forGroup) = access else {
      guard !isEmpty else { throw .notFound(path: folder.path) }
      try folder.check()
      try folder.checkReadable()
      return nil
    }
    if isEmpty {
      guard zone != nil else { throw .notFound(path: folder.path) }
      try folder.create(forGroup: forGroup)
    }
    try folder.check()
    try folder.checkReadable()
    guard Foundation.access(folder.path, W_OK) == 0, Foundation.access(folder.database, W_OK) == 0 else {
      throw .readOnly(folder: folder.path)
    }
    return zone
  }

  /// Opens what is to be a store this program knows.
  static func openStore(_ folder: StoreFolder, readOnly: Bool) throws(JournalError) -> Connection {
    let connection: Connection
    do { connection = try connect(folder, readOnly: readOnly) } catch {
      throw folder.explained(error, countingLog: false)
    }
    do { try checkFormat(connection) } catch { throw folder.explained(error) }
    // What `backup` writes has no log: to write to it would be to go on beside the store it was taken from.
    let mode = try connection.text("PRAGMA journal_mode")
    guard readOnly || mode == "wal" else { throw .isCopy(path: folder.path) }
    return connection
  }

  /// Opens a connection and sets it as the record needs it; every answer that matters is read back.
  static func connect(_ folder: StoreFolder, readOnly: Bool) throws(JournalError) -> Connection {
    do {
      let connection = try Connection(file: folder.database, path: folder.path, readOnly: readOnly)
      try configure(connection)
      return connection
    } catch {
      let log = StoreFolder.identity(folder.log)
      guard readOnly, log == nil, error.isUnopenable else { throw error }
    }
    // A folder that cannot be written, such as a backup on a disc, has no room for `-shm`: nobody can be writing either.
    let connection = try Connection(file: folder.database, path: folder.path, readOnly: true, immutable: true)
    try configure(connection)
    return connection
  }

  private static func configure(_ connection: Connection) throws(JournalError) {
    connection.waitsAsUsual()
    connection.configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.configure(SQLITE_DBCONFIG_ENABLE_FKEY, 1)
    connection.guardEvents()
    let application = try connection.number("PRAGMA application_id") ?? 0
    guard application == Schema.application || application == 0 else {
      throw .notAStore(path: connection.path)
    }
    try connection.execute(
      """
      PRAGMA synchronous = FULL; PRAGMA mmap_size = 0;
      PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(Schema.cacheSize);
      """)
    guard try connection.number("PRAGMA synchronous") == 2 else { throw .notAStore(path: connection.path) }
  }

  static func checkFormat(_ connection: Connection) throws(JournalError) {
    guard try connection.number("PRAGMA application_id") == Schema.application else {
      throw .notAStore(path: connection.path)
    }
    let format = try connection.number("PRAGMA user_version") ?? 0
    guard format <= Schema.format else { throw .newerFormat(found: format, known: Schema.format) }
  }

  /// What forbids writing, as far as can be seen without reading the log. The witness was read before the log's head,
  /// so an honest log is never behind it.
  func inspect(_ meta: Meta, _ witnessed: Witness?) throws(JournalError) -> Damage? {
    if let reason = folder.faultReason {
      hasSeenFault = true
      return .faulted(reason: reason)
    }
    if meta.vocabulary > StoredName.vocabulary {
      return .newerEvents(found: meta.vocabulary, known: StoredName.vocabulary)
    }
    if let identity, identity.names > 1 { return .linked }
    guard let witnessed else { return nil }
    return try compare(witnessed)
  }

  /// What the witness has against the log; nil when they agree.
  func compare(_ witnessed: Witness) throws(JournalError) -> Damage? {
    guard witnessed.store == store else { return .otherStore }
    if witnessed.epoch > epoch { return .olderCopy(epoch: epoch, witnessed: witnessed.epoch) }
    // A restore that was killed before it wrote the witness.
    if witnessed.epoch < epoch || witnessed.position == 0 { return nil }
    if witnessed.position > head.position {
      return .lostTail(missing: witnessed.position - head.position)
    }
    let statement = try connection.statement("SELECT hash FROM event WHERE position = ?")
    statement.bind(1, witnessed.position)
    defer { statement.reset() }
    guard try statement.step(), statement.blob(0) == witnessed.hash else {
      return .rewritten(position: witnessed.position)
    }
    return nil
  }
}

extension Connection {
  /// Waits for another program's write for two seconds (*design*): longer than any of ours takes.
  func waitsAsUsual() { waits(milliseconds: 2000) }
}

extension JournalError {
  /// Whether SQLite could not even begin, as on a disc that cannot be written.
  fileprivate var isUnopenable: Bool { if case .readOnly = self { true } else { cannotOpen } }
}
