import CSQLite
import Foundation

/// The peer of every append: one table, one prepared insert, the same pragmas as the record's.
final class RawStore {
  private var handle: OpaquePointer?
  private var insert: OpaquePointer?
  private var frames = 0
  /// Two hundred bytes; making them is no part of what is measured.
  private let payload = [CChar](repeating: CChar(0x78), count: 200)

  /// Opens a database file.
  init(file: String) throws {
    guard
      sqlite3_open_v2(file, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        == SQLITE_OK
    else { throw Broken("cannot open \(file)") }
    try execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 0;
      PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -8192;
      """)
  }

  /// Opens a new file with a table of payloads.
  convenience init(newIn folder: String) throws {
    try self.init(file: "\(folder)/raw.db")
    try execute("CREATE TABLE event (position INTEGER PRIMARY KEY, payload TEXT NOT NULL)")
    guard sqlite3_prepare_v2(handle, "INSERT INTO event (payload) VALUES (?)", -1, &insert, nil) == SQLITE_OK
    else { throw Broken("the raw insert") }
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_close(handle)
  }

  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw Broken(String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// Inserts rows of 200 bytes in one transaction, and moves the log after every thousand commits' worth, as the record does.
  func append(_ count: Int) throws {
    try execute("BEGIN IMMEDIATE")
    for _ in 0..<count {
      sqlite3_bind_text(insert, 1, payload, 200, frontdesk_sqlite_transient())
      guard sqlite3_step(insert) == SQLITE_DONE else { throw Broken("the raw insert") }
      sqlite3_reset(insert)
    }
    try execute("COMMIT")
    frames += 1 + count / 15
    guard frames >= 1000 else { return }
    frames = 0
    sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
  }

  /// Steps through every row of a query, and counts them.
  func count(_ sql: String) throws -> Int {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Broken(String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var rows = 0
    while sqlite3_step(statement) == SQLITE_ROW { rows += 1 }
    return rows
  }
}
