import CSQLite
import Foundation

/// SQLite's way to its files, with one change: what is written to the write-ahead log is gathered until the log is synced, read or
/// measured, and goes to the file in one piece.
///
/// SQLite writes each frame of a commit as 24 bytes and a page; a command has some six frames. One write of 24 KiB takes 7 µs here, the
/// twelve take 28, of the 110 that a commit of one frame takes. Nobody can miss what is gathered: other connections read only frames
/// that the index of the log names, and with `synchronous = FULL`, which every store is opened with, a commit syncs the log before it
/// names them.
///
/// - Source: https://sqlite.org/vfs.html, https://sqlite.org/walformat.html
enum GatheredLog {
  /// The name to open a database by; nil, SQLite's own way, when it cannot be registered.
  static let name: String? = register() ? "gathered" : nil

  /// What the way needs when it opens a file: the way below, the system's own, and what SQLite calls for a log.
  private struct Needs {
    var below: UnsafeMutablePointer<sqlite3_vfs>
    var methods = OpenLog.methods
  }

  private static func register() -> Bool {
    guard let below = sqlite3_vfs_find(nil), let label = strdup("gathered") else { return false }
    var way = below.pointee
    way.zName = UnsafePointer(label)
    way.pNext = nil
    way.szOsFile += Int32(MemoryLayout<Gathered>.size)
    way.pAppData = UnsafeMutableRawPointer(allocated(Needs(below: below)))
    way.xOpen = { way, path, file, flags, outFlags in
      guard let needs = way?.pointee.pAppData?.assumingMemoryBound(to: Needs.self), let file else {
        return SQLITE_CANTOPEN
      }
      let below = needs.pointee.below
      guard flags & SQLITE_OPEN_WAL != 0 else {
        return below.pointee.xOpen(below, path, file, flags, outFlags)
      }
      let log = OpenLog(file)
      log.gathered.initialize(to: Gathered())
      let code = below.pointee.xOpen(below, path, log.real, flags, outFlags)
      if code == SQLITE_OK {
        log.gathered.pointee.base.pMethods = UnsafePointer(needs.pointer(to: \.methods))
      }
      return code
    }
    return sqlite3_vfs_register(allocated(way), 0) == SQLITE_OK
  }

  /// A value at an address that stays.
  private static func allocated<Value>(_ value: Value) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    pointer.initialize(to: value)
    return pointer
  }
}

/// What SQLite knows of an open log, and what is gathered for it.
private struct Gathered {
  var base = sqlite3_file(pMethods: nil)
  /// Allocated by the first write; `count` bytes for the file from `offset` on.
  var bytes: UnsafeMutableRawPointer?
  var offset: sqlite3_int64 = 0
  var count = 0
}

/// An open log; the file of the way below lies behind what is gathered.
private struct OpenLog {
  /// Some thirty frames; a commit of more goes in several pieces.
  private static let room = 128 << 10

  let gathered: UnsafeMutablePointer<Gathered>
  let real: UnsafeMutablePointer<sqlite3_file>

  init(_ file: UnsafeMutablePointer<sqlite3_file>) {
    gathered = UnsafeMutableRawPointer(file).assumingMemoryBound(to: Gathered.self)
    real = UnsafeMutableRawPointer(gathered + 1).assumingMemoryBound(to: sqlite3_file.self)
  }

  private var below: sqlite3_io_methods { real.pointee.pMethods.pointee }

  /// Writes to the file what is gathered; it is gone also when that fails, as the commit is then.
  private func pour() -> Int32 {
    let (bytes, count, offset) = (gathered.pointee.bytes, gathered.pointee.count, gathered.pointee.offset)
    guard count > 0 else { return SQLITE_OK }
    gathered.pointee.count = 0
    return below.xWrite(real, bytes, Int32(count), offset)
  }

  private func gather(_ bytes: UnsafeRawPointer, _ count: Int, _ offset: sqlite3_int64) -> Int32 {
    let end = gathered.pointee.offset + sqlite3_int64(gathered.pointee.count)
    if gathered.pointee.count > 0, offset != end || gathered.pointee.count + count > Self.room {
      let code = pour()
      guard code == SQLITE_OK else { return code }
    }
    if gathered.pointee.bytes == nil { gathered.pointee.bytes = malloc(Self.room) }
    guard count <= Self.room, let room = gathered.pointee.bytes else {
      return below.xWrite(real, bytes, Int32(count), offset)
    }
    if gathered.pointee.count == 0 { gathered.pointee.offset = offset }
    memcpy(room + gathered.pointee.count, bytes, count)
    gathered.pointee.count += count
    return SQLITE_OK
  }

  private func close() -> Int32 {
    let poured = pour()
    free(gathered.pointee.bytes)
    let closed = below.xClose(real)
    return poured == SQLITE_OK ? closed : poured
  }
}

extension OpenLog {
  /// What SQLite calls; the log has no locks and no shared memory of its own.
  static let methods: sqlite3_io_methods = {
    var methods = sqlite3_io_methods()
    methods.iVersion = 1
    methods.xClose = { with($0) { $0.close() } }
    methods.xWrite = { file, bytes, count, offset in
      with(file) { log in bytes.map { log.gather($0, Int(count), offset) } ?? SQLITE_MISUSE }
    }
    methods.xRead = { file, bytes, count, offset in
      poured(file) { $0.below.xRead($0.real, bytes, count, offset) }
    }
    methods.xTruncate = { file, size in poured(file) { $0.below.xTruncate($0.real, size) } }
    methods.xSync = { file, flags in poured(file) { $0.below.xSync($0.real, flags) } }
    methods.xFileSize = { file, size in poured(file) { $0.below.xFileSize($0.real, size) } }
    methods.xLock = { file, level in with(file) { $0.below.xLock($0.real, level) } }
    methods.xUnlock = { file, level in with(file) { $0.below.xUnlock($0.real, level) } }
    methods.xCheckReservedLock = { file, held in with(file) { $0.below.xCheckReservedLock($0.real, held) } }
    methods.xFileControl = { file, what, value in with(file) { $0.below.xFileControl($0.real, what, value) } }
    methods.xSectorSize = { with($0) { $0.below.xSectorSize($0.real) } }
    methods.xDeviceCharacteristics = { with($0) { $0.below.xDeviceCharacteristics($0.real) } }
    return methods
  }()

  private static func with(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (OpenLog) -> Int32
  ) -> Int32 {
    file.map { body(OpenLog($0)) } ?? SQLITE_MISUSE
  }

  /// After what is gathered has gone to the file.
  private static func poured(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (OpenLog) -> Int32
  ) -> Int32 {
    with(file) { log in
      let code = log.pour()
      return code == SQLITE_OK ? body(log) : code
    }
  }
}
