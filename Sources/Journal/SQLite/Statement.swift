import CSQLite
import Desk
import Foundation

/// A prepared statement: bound, stepped and reset before anything else happens, so that no read stays open.
final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection
  private var failure = SQLITE_OK
  /// What is bound, and how much of it is used.
  private let kept = UnsafeMutableRawPointer.allocate(byteCount: Statement.room, alignment: 8)
  private var used = 0
  private static let room = 2048

  init(handle: OpaquePointer, connection: Connection) {
    self.handle = handle
    self.connection = connection
  }

  func finalize() { sqlite3_finalize(handle) }

  deinit { kept.deallocate() }

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
    (failure, used) = (SQLITE_OK, 0)
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
    value.withUTF8 { bind(text: UnsafeRawBufferPointer($0), index) }
  }

  /// Binds UTF-8 that was written as bytes.
  func bind(text bytes: [UInt8], _ index: Int32) { bytes.withUnsafeBytes { bind(text: $0, index) } }

  private func bind(text bytes: UnsafeRawBufferPointer, _ index: Int32) {
    let (start, destructor) = kept(bytes)
    note(
      sqlite3_bind_text64(
        handle, index, start.assumingMemoryBound(to: CChar.self), sqlite3_uint64(bytes.count), destructor,
        UInt8(SQLITE_UTF8)))
  }

  func bind(_ index: Int32, _ value: [UInt8]?) {
    guard let value else { return bindNull(index) }
    value.withUnsafeBytes { bind(blob: $0, index) }
  }

  func bind(_ index: Int32, _ value: UUID) { withUnsafeBytes(of: value.uuid) { bind(blob: $0, index) } }

  private func bind(blob bytes: UnsafeRawBufferPointer, _ index: Int32) {
    let (start, destructor) = kept(bytes)
    note(sqlite3_bind_blob64(handle, index, start, sqlite3_uint64(bytes.count), destructor))
  }

  /// Where SQLite finds what is bound, and what it does with it: bytes that fit are kept here until the statement is reset, others SQLite
  /// copies for itself, which costs as much as the insert of a short row.
  private func kept(
    _ bytes: UnsafeRawBufferPointer
  ) -> (start: UnsafeRawPointer, sqlite3_destructor_type?) {
    guard used + bytes.count <= Self.room, let start = bytes.baseAddress else {
      return (bytes.baseAddress ?? UnsafeRawPointer(kept), frontdesk_sqlite_transient())
    }
    let place = kept + used
    place.copyMemory(from: start, byteCount: bytes.count)
    used += bytes.count
    return (UnsafeRawPointer(place), nil)
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
