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
    /// Where the former record is kept: a copy of it, or where it cannot be read through its files as they were. Nil where there was none.
    package var former: String?
  }

  /// Puts a copy in the place of a store, records that it was restored, and begins a new epoch: desks that had the store open notice.
  /// What was on record before is kept beside it.
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
      try folder.create(forGroup: folder.isForGroup)
    }
    return try Turnstile(folder).pass { () throws(JournalError) in
      try folder.takeBack()
      var former = try Former(folder)
      let epoch = former.epoch
      let anchor: Anchor
      do throws(JournalError) {
        anchor = try put(copy, in: &former, folder) { (begun) throws(JournalError) in
          try begin(begun, held, after: epoch, restoring)
        }
      } catch {
        former.forget()
        throw error
      }
      return Restored(anchor: anchor, left: max(0, former.last - held.position), former: former.kept)
    }
  }

  /// Copies the copy over the target, with what a body adds to it, in one transaction: a desk that has the store open, and does not yet
  /// know, meets the record as it was or in its new epoch, also when this is killed half way.
  private static func put(
    _ copy: String, in former: inout Former, _ folder: StoreFolder,
    _ begin: (Connection) throws(JournalError) -> Witness
  ) throws(JournalError) -> Anchor {
    let file = folder.file(.restored)
    StoreFolder.remove(database: file)
    defer { StoreFolder.remove(database: file) }
    guard folder.makeEmpty(file) else { throw .notMade(file, errno) }
    let begun = try Connection(file: file, path: folder.path, readOnly: false)
    try begun.copy(from: Connection(file: copy, path: copy, readOnly: true))
    let witness = try begin(begun)
    let target = try former.target(folder)
    try target.copy(from: begun)
    former.isWrittenOver = true
    _ = try target.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    unlink(folder.fault)
    try WitnessFile(folder).write(witness)
    return Anchor(position: witness.position, hash: witness.hash)
  }

  /// The records that restores and rebuilds have put aside or left half made, with what was erased since; sorted.
  package var formerRecords: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      StoreFolder.OtherRecord.allCases.contains { name.hasPrefix($0.rawValue) }
    }.sorted().map { "\(path)/\($0)" }
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
