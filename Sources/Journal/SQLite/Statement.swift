import CSQLite
import Desk
import Foundation

/// A prepared statement: bound, stepped and reset before anything else happens, so that no read stays open.
final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection
  private var failure = SQLITE_OK

  init(handle: OpaquePointer, connection: Connection) {
    self.handle = handle
    self.connection = connection
  }

  func finalize() { sqlite3_finalize(handle) }

  /// Steps once: true when there is a row.
  func step() throws(JournalError) -> Bool {
    guard failure == SQLITE_OK else { throw connection.error(failure) }
    let code = sqlite3_step(handle)
    guard code == SQLITE_ROW || code == SQLITE_DONE else { throw connection.error(code) }
    return code == SQLITE_ROW
  }

  /// Runs it to its end and resets it; for statements without rows.
  func run() throws(JournalError) {
    defer { reset() }
    while try step() {}
  }

  func reset() {
    sqlite3_reset(handle)
    failure = SQLITE_OK
  }
}

// Parameters count from 1.
extension Statement {
  func bind(_ index: Int32, _ value: Int64) { note(sqlite3_bind_int64(handle, index, value)) }
  func bind(_ index: Int32, _ value: Int) { bind(index, Int64(value)) }
  func bind(_ index: Int32, _ value: Date) { bind(index, value.milliseconds) }
  func bindNull(_ index: Int32) { note(sqlite3_bind_null(handle, index)) }

  func bind(_ index: Int32, _ value: Date?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  func bind(_ index: Int32, _ value: String?) {
    guard var value else { return bindNull(index) }
    note(
      value.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { text in
          text.isEmpty
            ? sqlite3_bind_text(handle, index, "", 0, frontdesk_sqlite_transient())
            : sqlite3_bind_text64(
              handle, index, text.baseAddress, sqlite3_uint64(text.count), frontdesk_sqlite_transient(),
              UInt8(SQLITE_UTF8))
        }
      })
  }

  /// Binds UTF-8 that was written as bytes.
  func bind(text bytes: [UInt8], _ index: Int32) {
    note(
      bytes.withUnsafeBytes { bytes in
        sqlite3_bind_text64(
          handle, index, bytes.assumingMemoryBound(to: CChar.self).baseAddress, sqlite3_uint64(bytes.count),
          frontdesk_sqlite_transient(), UInt8(SQLITE_UTF8))
      })
  }

  func bind(_ index: Int32, _ value: [UInt8]?) {
    guard let value else { return bindNull(index) }
    guard !value.isEmpty else { return note(sqlite3_bind_zeroblob(handle, index, 0)) }
    note(
      sqlite3_bind_blob64(
        handle, index, value, sqlite3_uint64(value.count), frontdesk_sqlite_transient()))
  }

  func bind(_ index: Int32, _ value: UUID) {
    note(
      withUnsafeBytes(of: value.uuid) {
        sqlite3_bind_blob(handle, index, $0.baseAddress, 16, frontdesk_sqlite_transient())
      })
  }

  private func note(_ code: Int32) { if code != SQLITE_OK, failure == SQLITE_OK { failure = code } }
}

// Columns count from 0 and are read between a step and the next.
extension Statement {
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func int(_ column: Int32) -> Int { Int(int64(column)) }
  func date(_ column: Int32) -> Date { Date(milliseconds: int64(column)) }
  func dateOrNil(_ column: Int32) -> Date? { isNull(column) ? nil : date(column) }

  /// The bytes of a text or blob, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  static func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }
  func text(_ column: Int32) -> String { Self.text(bytes(column)) }
  func textOrNil(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
  func blob(_ column: Int32) -> [UInt8] { Array(bytes(column)) }

  /// A UUID kept as its 16 bytes; zero when they are anything else.
  static func uuid(_ bytes: UnsafeRawBufferPointer) -> UUID {
    let none: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return UUID(uuid: bytes.count == 16 ? bytes.loadUnaligned(as: uuid_t.self) : none)
  }
}
