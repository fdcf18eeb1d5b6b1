import CSQLite
import Desk
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
  /// Makes sure there is a file to open; the zone a new store gets.
  static func prepare(_ folder: StoreFolder, _ access: Access) throws(JournalError) -> TimeZone? {
    let exists = Foundation.access(folder.database, F_OK) == 0
    if !exists, errno == EACCES {
      throw .unreadable(path: folder.path, errno: EACCES)
    }
    if !exists, folder.path.hasSuffix(".db") || !folder.isFolder { throw .otherName(path: folder.path) }
    if StoreFolder.identity(folder.database)?.isFragment == true { throw .notAStore(path: folder.path) }
    guard case .readWrite(let zone, let forGroup) = access else {
      guard exists else { throw .notFound(path: folder.path) }
      try folder.check()
      try folder.checkReadable()
      return nil
    }
    if !exists {
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

  /// Opens a connection and sets it as the record needs it; every answer that matters is read back.
  static func connect(_ folder: StoreFolder, readOnly: Bool) throws(JournalError) -> Connection {
    do {
      let connection = try Connection(file: folder.database, path: folder.path, readOnly: readOnly)
      try configure(connection)
      return connection
    } catch {
      let log = StoreFolder.identity(folder.database + "-wal")
      guard readOnly, log == nil, error.isUnopenable else { throw error }
    }
    // A folder that cannot be written, such as a backup on a disc, has no room for `-shm`: nobody can be writing either.
    let connection = try Connection(file: folder.database, path: folder.path, readOnly: true, immutable: true)
    try configure(connection)
    return connection
  }

  private static func configure(_ connection: Connection) throws(JournalError) {
    connection.waits(milliseconds: 2000)
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
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;
      """)
    guard try connection.number("PRAGMA synchronous") == 2 else { throw .notAStore(path: connection.path) }
  }

  /// Creates the tables when the file is empty, as the only writer: two processes may come first at once, and SQLite's own lock does
  /// not make the second wait while the first turns the write-ahead log on.
  static func fill(
    _ connection: Connection, _ turnstile: Turnstile, _ zone: TimeZone?
  ) throws(JournalError) {
    if try connection.number("PRAGMA application_id") == 0 {
      guard let zone else { throw .notAStore(path: connection.path) }
      try turnstile.pass { () throws(JournalError) in try create(connection, zone) }
    }
    // What `backup` writes has no log: to write to it would be to go on beside the store it was taken from.
    guard try connection.text("PRAGMA journal_mode") == "wal" else { throw .isCopy(path: connection.path) }
  }

  private static func create(_ connection: Connection, _ zone: TimeZone) throws(JournalError) {
    guard try connection.number("SELECT count(*) FROM sqlite_master") == 0 else {
      guard try connection.number("PRAGMA application_id") == Schema.application else {
        throw .notAStore(path: connection.path)
      }
      return
    }
    try turnLogOn(connection)
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
  }

  /// Turns the write-ahead log on. SQLite does not wait for a reader here, such as a process that looks whether there is a store yet.
  private static func turnLogOn(_ connection: Connection) throws(JournalError) {
    for _ in 0..<1000 {
      do throws(JournalError) {
        if try connection.text("PRAGMA journal_mode = WAL") == "wal" { return }
      } catch {
        guard case .busy = error else { throw error }
      }
      var pause = timespec(tv_sec: 0, tv_nsec: 1_000_000)
      nanosleep(&pause, nil)
    }
    throw .busy(path: connection.path)
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

extension JournalError {
  /// Whether SQLite could not even begin, as on a disc that cannot be written.
  fileprivate var isUnopenable: Bool {
    switch self {
    case .sqlite(let code, _): code & 0xFF == SQLITE_CANTOPEN
    case .readOnly: true
    default: false
    }
  }
}
