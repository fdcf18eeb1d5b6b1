import CSQLite

/// The SQLite that is linked.
package enum SQLiteLibrary {
  /// Its version, such as `3.51.3`.
  package static var version: String { String(cString: sqlite3_libversion()) }

  /// Whether it is older than the first that mends a rare corruption of write-ahead logs by several writers.
  ///
  /// - Source: https://sqlite.org/wal.html, "the WAL-reset bug", mended in 3.51.3.
  package static var isOld: Bool { sqlite3_libversion_number() < 3_051_003 }
}
