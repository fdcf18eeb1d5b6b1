import CSQLite
import Foundation

/// How long the write-ahead log is, as SQLite tells after each commit.
private final class WalGauge {
  var frames = 0
}

/// The text of a statement, found by its length: hashing it whole would cost as much as a small look-up.
private struct StatementText: Hashable {
  private let text: String

  init(_ text: String) { self.text = text }

  func hash(into hasher: inout Hasher) { hasher.combine(text.utf8.count) }
}

/// One connection to `desk.db`, for one thread; statements are prepared once and kept.
///
/// - Source: https://sqlite.org/c3ref/open.html
final class Connection {
  /// The folder errors speak of.
  let path: String
  /// Whether the file was taken for one that nobody writes: what others write to it is never seen.
  let isImmutable: Bool
  let file: String
  private let handle: OpaquePointer
  private var statements: [StatementText: Statement] = [:]
  private let gauge = WalGauge()
  /// What the hash of the next event covers: making room for it anew took a twentieth of an insert.
  var hashInput = HashInput()

  /// Opens a file that exists.
  init(file: String, path: String, readOnly: Bool, immutable: Bool = false) throws(JournalError) {
    (self.path, self.file, isImmutable) = (path, file, immutable)
    _ = Self.countsNoMemory
    var handle: OpaquePointer?
    let mode = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI
    let address = Self.address(file) + (immutable ? "?immutable=1" : "")
    let code = sqlite3_open_v2(address, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw JournalError(code: code, message: message, path: path)
    }
    self.handle = handle
    // This takes the place of the automatic checkpoint. Setting `wal_autocheckpoint`, even to 0, would take it out again.
    sqlite3_wal_hook(
      handle,
      { gauge, _, _, frames in
        guard let gauge else { return SQLITE_OK }
        Unmanaged<WalGauge>.fromOpaque(gauge).takeUnretainedValue().frames = Int(frames)
        return SQLITE_OK
      }, Unmanaged.passUnretained(gauge).toOpaque())
  }

  /// A tenth of an insert goes into counting memory nobody asks about; settled before the first connection of the process.
  private static let countsNoMemory = frontdesk_sqlite_count_no_memory() == SQLITE_OK

  /// Frames in the write-ahead log after the last commit of this connection.
  var walFrames: Int { gauge.frames }

  deinit {
    for statement in statements.values { statement.finalize() }
    sqlite3_close_v2(handle)
  }

  private static func address(_ file: String) -> String {
    // Without an authority of its own, a path that begins with two slashes would be taken for one.
    var address = file.hasPrefix("/") ? "file://" : "file:"
    for byte in file.utf8 {
      let scalar = Unicode.Scalar(byte)
      let plain =
        byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789/-_.".unicodeScalars.contains(scalar))
      address += plain ? String(scalar) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
    }
    return address
  }

  /// The statement for a text, prepared at its first use.
  func statement(_ sql: String) throws(JournalError) -> Statement {
    let text = StatementText(sql)
    if let known = statements[text] { return known }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw error(code) }
    let statement = Statement(handle: prepared, connection: self)
    statements[text] = statement
    return statement
  }

  /// Runs statements that are needed once.
  func execute(_ sql: String) throws(JournalError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// The first column of the first row as a number; nil when there is no row or it is NULL.
  func number(_ sql: String) throws(JournalError) -> Int? {
    let statement = try statement(sql)
    defer { statement.reset() }
    return try statement.step() && !statement.isNull(0) ? statement.int(0) : nil
  }

  /// The first column of the first row as text; nil when there is no row or it is NULL.
  func text(_ sql: String) throws(JournalError) -> String? {
    let statement = try statement(sql)
    defer { statement.reset() }
    return try statement.step() ? statement.textOrNil(0) : nil
  }

  /// Runs a body in one transaction; any error takes it back.
  func transaction<Value>(
    _ begin: String, _ body: () throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try statement(begin).run()
    do {
      let value = try body()
      try statement("COMMIT").run()
      return value
    } catch {
      rollback()
      throw error
    }
  }

  /// Takes back what is open, if anything is.
  func rollback() {
    if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
  }

  func error(_ code: Int32) -> JournalError {
    JournalError(code: code, message: String(cString: sqlite3_errmsg(handle)), path: path)
  }
}

extension Connection {
  /// Sets a switch that the shell cannot set.
  func configure(_ option: Int32, _ value: Int32) { _ = frontdesk_sqlite_config(handle, option, value) }

  /// Forbids changing and deleting events when a statement is prepared, and spares every insert the triggers that forbid it to others.
  ///
  /// Decision: the triggers are for other tools. Ours has one insert, at the next position; the gap trigger alone cost it a quarter.
  func guardEvents() {
    configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    sqlite3_set_authorizer(
      handle,
      { _, action, table, _, _, _ in
        let changes = action == SQLITE_UPDATE || action == SQLITE_DELETE
        return changes && table.map { strcmp($0, "event") } == 0 ? SQLITE_DENY : SQLITE_OK
      }, nil)
  }

  func waits(milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Frames in the log, and how many of them are now in the database.
  func checkpoint(_ mode: Int32) throws(JournalError) -> (frames: Int, moved: Int) {
    var (frames, moved): (Int32, Int32) = (0, 0)
    let code = sqlite3_wal_checkpoint_v2(handle, "main", mode, &frames, &moved)
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw error(code) }
    return (Int(frames), Int(moved))
  }

  /// Makes the tables of another connection's database readable here, under a name.
  func attach(_ other: Connection, as name: String) throws(JournalError) {
    let statement = try statement("ATTACH ? AS \(name)")
    statement.bind(1, Self.address(other.file) + (other.isImmutable ? "?immutable=1" : "?mode=ro"))
    try statement.run()
  }

  /// Copies every page of another database over this one, in one transaction.
  func copy(from source: Connection) throws(JournalError) {
    guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
      throw error(sqlite3_extended_errcode(handle))
    }
    let code = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, end == SQLITE_OK else { throw error(code == SQLITE_DONE ? end : code) }
  }
}
