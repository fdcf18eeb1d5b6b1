import CSQLite
package import Desk
package import Foundation

extension Journal {
  /// Who restores, when, and under which command id; the record has no clock of its own.
  package struct Restoring: Sendable {
    var id: UUID
    var actor: Actor
    var at: Date

    package init(id: UUID, actor: Actor, at: Date) {
      self.id = id
      self.actor = actor
      self.at = at
    }
  }

  /// What came of it.
  package struct Restored: Equatable, Sendable {
    /// The end of the record now.
    package var anchor: Anchor
    /// How many events the former record had beyond the copy.
    package var left: Int
    /// Where the former record is kept; nil where there was nothing, or nothing that could be read.
    package var former: String?
  }

  /// Puts a copy in the place of a store, records that it was restored, and begins a new epoch: desks that had the store open notice.
  /// What was on record before is kept as a copy beside it.
  ///
  /// - Throws: `notFound` and `unreadable` when the copy cannot be read; `copyDamaged` when it is not sound; `notEmpty` when there is a store already and `replace` is false.
  package static func restore(
    from copy: String, to path: String, replace: Bool, by restoring: Restoring
  ) throws(JournalError) -> Restored {
    HashChain.prepare()
    guard let file = StoreFolder.identity(copy) else {
      throw errno == ENOENT ? .notFound(path: copy) : .unreadable(path: copy, errno: errno)
    }
    guard file.mode & UInt32(S_IFMT) != UInt32(S_IFDIR) else { throw .unreadable(path: copy, errno: EISDIR) }
    guard access(copy, R_OK) == 0 else { throw .unreadable(path: copy, errno: errno) }
    let held: Anchor
    do { held = try check(copy: copy).anchor } catch {
      guard case .damaged(let damage) = error else { throw error }
      throw .copyDamaged(path: copy, damage)
    }
    let folder = StoreFolder(path)
    if access(folder.database, F_OK) == 0 {
      guard replace else { throw .notEmpty(path: folder.path) }
      try folder.check()
    } else {
      try folder.create()
    }
    return try Turnstile(folder).pass { () throws(JournalError) in
      let target = try target(folder)
      let epoch = max((try? Meta(target).epoch) ?? 0, WitnessFile.read(folder)?.epoch ?? 0)
      let last = (try? target.number("SELECT max(position) FROM event")) ?? 0
      let former = last > 0 ? try keep(target, folder) : nil
      let anchor = try put(copy, in: target, folder) { (begun) throws(JournalError) in
        try begin(begun, held, after: epoch, restoring)
      }
      return Restored(anchor: anchor, left: max(0, last - held.position), former: former)
    }
  }

  /// Copies the copy over the target, with what a body adds to it, in one transaction: a desk that has the store open, and does not yet
  /// know, meets the record as it was or in its new epoch, also when this is killed half way.
  private static func put(
    _ copy: String, in target: Connection, _ folder: StoreFolder,
    _ begin: (Connection) throws(JournalError) -> Witness
  ) throws(JournalError) -> Anchor {
    let file = folder.path + "/desk.restored"
    StoreFolder.remove(database: file)
    defer { StoreFolder.remove(database: file) }
    guard folder.makeEmpty(file) else { throw .notMade(file, errno) }
    let begun = try Connection(file: file, path: folder.path, readOnly: false)
    try begun.copy(from: Connection(file: copy, path: copy, readOnly: true))
    let witness = try begin(begun)
    try target.copy(from: begun)
    _ = try target.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    unlink(folder.fault)
    try WitnessFile(folder).write(witness)
    return Anchor(position: witness.position, hash: witness.hash)
  }

  /// Copies what is on record aside; nil where it is too broken to be copied.
  private static func keep(_ target: Connection, _ folder: StoreFolder) throws(JournalError) -> String? {
    let file = aside("desk.former", folder)
    // Under its name it is whole, also when this is killed half way.
    let part = folder.path + "/desk.former.part"
    StoreFolder.remove(database: part)
    defer { StoreFolder.remove(database: part) }
    guard folder.makeEmpty(part) else { throw .notMade(file, errno) }
    do throws(JournalError) {
      try target.write(to: part)
      // Before anything is written over.
      guard synchronise(part), rename(part, file) == 0, synchronise(folder.path) else {
        throw .notMade(file, errno)
      }
      return file
    } catch {
      guard error.isBeyondOpening else { throw error }
      return nil
    }
  }

  /// The records that restores have put aside, with what was erased since; sorted.
  package var formerRecords: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix("desk.former") }.sorted().map { "\(path)/\($0)" }
  }

  /// A name in the folder that nothing has yet: what was put aside before stays.
  private static func aside(_ name: String, _ folder: StoreFolder) -> String {
    var (file, number) = ("\(folder.path)/\(name)", 1)
    while access(file, F_OK) == 0 {
      number += 1
      file = "\(folder.path)/\(name).\(number)"
    }
    return file
  }

  /// Opens what is to be overwritten; where no store can be read in it, it is put aside, not deleted.
  private static func target(_ folder: StoreFolder) throws(JournalError) -> Connection {
    let isEmpty = folder.isDatabaseEmpty
    let hasLog = (StoreFolder.identity(folder.log)?.size ?? 0) > 0
    // SQLite would throw away a log whose database is empty.
    if !isEmpty || !hasLog {
      do throws(JournalError) {
        let target = try openTarget(folder)
        if isEmpty { return target }
        _ = try Meta(target)
        return target
      } catch {
        guard error.isBeyondOpening else { throw error }
      }
    }
    let forGroup = folder.mode & 0o060 != 0
    let aside = aside("desk.damaged", folder)
    for suffix in ["", "-wal", "-shm"] { rename(folder.database + suffix, aside + suffix) }
    try folder.create(forGroup: forGroup)
    return try openTarget(folder)
  }

  private static func openTarget(_ folder: StoreFolder) throws(JournalError) -> Connection {
    let target = try Connection(file: folder.database, path: folder.path, readOnly: false)
    target.waits(milliseconds: 2000)
    target.configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    guard try target.text("PRAGMA journal_mode = WAL") == "wal" else { throw .notAStore(path: folder.path) }
    try target.execute("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
    return target
  }

  /// Records the restoration on top of the copy, in the next epoch; what the witness is to say of it.
  private static func begin(
    _ copy: Connection, _ held: Anchor, after former: Int, _ restoring: Restoring
  ) throws(JournalError) -> Witness {
    let meta = try Meta(copy)
    let epoch = max(former, meta.epoch) + 1
    let last = try copy.number("SELECT max(version) FROM event WHERE stream = 'store'") ?? 0
    let event = RecordedEvent(
      position: held.position + 1, command: restoring.id, sequence: 0, version: last + 1,
      occurredAt: restoring.at, recordedAt: restoring.at, actor: restoring.actor,
      event: .storeRestored(position: held.position))
    let hash = try copy.transaction("BEGIN IMMEDIATE") { () throws(JournalError) in
      try Meta.set("epoch", "\(epoch)", copy)
      return try copy.insert(event, "store", digest: nil, after: try lastHash(copy, meta))
    }
    return Witness(store: meta.store, epoch: epoch, position: event.position, hash: hash)
  }

  private static func lastHash(_ target: Connection, _ meta: Meta) throws(JournalError) -> Hash {
    let statement = try target.statement("SELECT hash FROM event ORDER BY position DESC LIMIT 1")
    defer { statement.reset() }
    return try statement.step() ? statement.blob(0) : HashChain.beginning(store: meta.store)
  }
}

extension JournalError {
  /// Whether the file is so broken that nothing can be copied over it.
  fileprivate var isBeyondOpening: Bool {
    switch self {
    case .damaged, .notAStore: true
    // An error by itself says that there is no table `meta`.
    case .sqlite(let code, _): [SQLITE_ERROR, SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF)
    default: false
    }
  }
}
