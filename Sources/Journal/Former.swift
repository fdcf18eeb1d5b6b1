import CSQLite
import Foundation

/// What a restore finds in the place of the store, and where it is kept: as a copy, or where it cannot be read through, its files as they
/// are, under other names. Nothing of it is ever written over unkept.
struct Former {
  /// The epoch it was in, and its last event; where it cannot be asked, what the witness says.
  private(set) var epoch: Int
  private(set) var last: Int
  /// Where it is kept; nil where there was nothing on record, or its files are still to be put aside.
  private(set) var kept: String?
  /// What the copy may be written over; nil where the files are put aside first.
  private var open: Connection?
  /// Whether the copy is in its place.
  var isWrittenOver = false

  /// Looks at it and copies it aside, as the only writer.
  ///
  /// - Throws: what the disk says: a failure to read is no proof that nothing can be read.
  init(_ folder: StoreFolder) throws(JournalError) {
    let witnessed = WitnessFile.read(folder)
    (epoch, last) = (witnessed?.epoch ?? 0, witnessed?.position ?? 0)
    let isEmpty = folder.isDatabaseEmpty
    // SQLite would throw away a log whose database is empty.
    if isEmpty, (StoreFolder.identity(folder.log)?.size ?? 0) > 0 { return }
    do throws(JournalError) {
      let found = try Self.connect(folder)
      guard !isEmpty else {
        open = found
        return
      }
      epoch = max(epoch, try Meta(found).epoch)
      last = try found.number("SELECT max(position) FROM event") ?? 0
      if last > 0 { kept = try Self.copy(found, folder) }
      open = found
    } catch {
      guard error.isOfBrokenFile else { throw error }
    }
  }

  /// What the copy is to be written over: it as it is, or a new file once its own are put aside.
  mutating func target(_ folder: StoreFolder) throws(JournalError) -> Connection {
    if let open { return open }
    let forGroup = folder.isForGroup
    kept = try folder.putAside { () throws(JournalError) in try folder.create(forGroup: forGroup) }
    return try Self.connect(folder)
  }

  /// Takes the copy away again where nothing was written over: its room may be what was missing.
  func forget() {
    if open != nil, !isWrittenOver, let kept { unlink(kept) }
  }

  private static func copy(_ found: Connection, _ folder: StoreFolder) throws(JournalError) -> String {
    let file = folder.unused(.former)
    // Under its name it is whole, also when this is killed half way.
    let part = folder.file(.former) + ".part"
    StoreFolder.remove(database: part)
    defer { StoreFolder.remove(database: part) }
    guard folder.makeEmpty(part) else { throw .notMade(file, errno) }
    try found.write(to: part)
    // Before anything is written over.
    guard Journal.synchronise(part), rename(part, file) == 0, Journal.synchronise(folder.path) else {
      throw .notMade(file, errno)
    }
    return file
  }

  private static func connect(_ folder: StoreFolder) throws(JournalError) -> Connection {
    let connection = try Connection(file: folder.database, path: folder.path, readOnly: false)
    connection.waitsAsUsual()
    connection.configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    guard try connection.text("PRAGMA journal_mode = WAL") == "wal" else {
      throw .notAStore(path: folder.path)
    }
    try connection.execute("PRAGMA synchronous = FULL")
    return connection
  }
}

extension StoreFolder {
  /// Puts the database aside with what SQLite keeps beside it, as they are, and does what takes its place; where it is, or nil where
  /// there was nothing. A note says where to while it is done: killed half way, the next to come takes the files back.
  func putAside(_ replace: () throws(JournalError) -> Void) throws(JournalError) -> String? {
    let aside = unused(.damaged)
    let found = ["", "-wal", "-shm"].filter { access(database + $0, F_OK) == 0 }
    do { try Data(aside.utf8).write(to: URL(fileURLWithPath: asideNote)) } catch {
      throw .notMade(asideNote, errno)
    }
    guard Journal.synchronise(asideNote), Journal.synchronise(path) else { throw .notMade(asideNote, errno) }
    // The database first: without it nobody opens the log.
    for suffix in found {
      guard rename(database + suffix, aside + suffix) == 0 else { throw .notMade(aside + suffix, errno) }
    }
    try replace()
    guard Journal.synchronise(path) else { throw .notMade(database, errno) }
    unlink(asideNote)
    return found.first.map { aside + $0 }
  }

  /// Takes back what was half put aside, as the only writer: nothing has taken its place yet.
  func takeBack() throws(JournalError) {
    guard let noted = try? String(contentsOfFile: asideNote, encoding: .utf8) else { return }
    let aside = "\(path)/\((noted as NSString).lastPathComponent)"
    if isDatabaseEmpty, access(aside, F_OK) == 0 {
      // The database last: nobody is to open it without its log.
      for suffix in ["-wal", "-shm", ""] where access(aside + suffix, F_OK) == 0 {
        guard rename(aside + suffix, database + suffix) == 0 else { throw .notMade(database + suffix, errno) }
      }
    }
    unlink(asideNote)
  }

  /// Says where the files are being put aside to, while they are.
  var asideNote: String { path + "/desk.aside" }

  /// A name in the folder that nothing has yet, nor what SQLite keeps beside it: what was put aside before stays.
  func unused(_ other: OtherRecord) -> String {
    let first = file(other)
    var (file, number) = (first, 1)
    while ["", "-wal", "-shm"].contains(where: { access(file + $0, F_OK) == 0 }) {
      number += 1
      file = "\(first).\(number)"
    }
    return file
  }

  /// Whether all of its folder's group may write the store: as its database says, else another file of it, else the folder.
  var isForGroup: Bool {
    for file in [database, head, write] {
      if let identity = Self.identity(file) { return identity.mode & 0o020 != 0 }
    }
    // As a folder is made for a group's store.
    return (Self.identity(path)?.mode ?? 0) & 0o2020 == 0o2020
  }
}

extension JournalError {
  /// Whether the file is no store or not whole. That the disk failed says nothing of what is on it.
  fileprivate var isOfBrokenFile: Bool {
    switch self {
    case .damaged, .notAStore: true
    // An error by itself says that a table is not there.
    case .sqlite(let code, _): [SQLITE_ERROR, SQLITE_CANTOPEN].contains(code & 0xFF)
    default: false
    }
  }
}
