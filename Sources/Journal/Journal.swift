import CSQLite
import Desk
package import Foundation

/// The append-only record of one store: one connection, for one thread.
package final class Journal {
  /// How a store is opened.
  package enum Access: Sendable {
    /// For writing; a store that is not there is created to live in the zone, or with nil is not found.
    /// One that is created for a group may be written by all of its folder's group, otherwise by its owner only.
    case readWrite(createZone: TimeZone?, forGroup: Bool = false)
    case readOnly
  }

  let folder: StoreFolder
  let connection: Connection
  let turnstile: Turnstile?
  let witness: WitnessFile?
  let identity: StoreFolder.Identity?
  /// The write-ahead log SQLite has open; nil where a store that nobody can write has none.
  private(set) var openLog: StoreFolder.Identity?
  let store: UUID
  let epoch: Int
  /// The zone the desk lives in, chosen when the store was created.
  package internal(set) var zone: TimeZone
  /// Why nothing may be written; nil while the record can be trusted.
  package internal(set) var damage: Damage?
  /// Whom the households' events name, up to which event: read when somebody is looked for who is not in the vault.
  var names = NamedContacts()
  var namesReadTo = 0
  /// Whether `desk.fault` was there once, so that it can have been taken away.
  var hasSeenFault = false
  /// The last event this connection has looked at, and its hash.
  var head: Head
  /// The greatest id of a command on record, all zeros while there is none; nil before the first look.
  var newestCommand: UUID?
  /// SQLite's count of what other connections committed, as of the last look.
  var seenVersion: Int?
  /// When the database was written last, as of the last look.
  var seenChange: StoreFolder.Instant?
  /// The latest kind of event the store may hold, as it says itself.
  var vocabulary: Int
  /// Where the damaged file is kept that a new one was put in the place of when the store was opened: it has to be opened again.
  package var exchanged: String?
  /// Whether what is computed has the shape this program knows; if not, and it may not rebuild, it folds the desk and tickets for itself, and
  /// lists nothing.
  var isDerivedKnown: Bool
  /// Pinyin already asked for.
  var readings = Readings()
  /// What opens names and phones, once it was asked for.
  var knownVault: Vault?
  /// Whether the key was tried on what was sealed before: nothing is sealed with another.
  var fitsVault = false
  /// Whether something personal was erased that the log's file may hold still.
  package internal(set) var owesForgetting: Bool
  /// Words already in `term`.
  var knownTerms: Set<String> = []
  /// How many of them are remembered, about 2 MB; then it begins anew.
  static let mostKnownTerms = 20_000

  struct Head: Equatable {
    var position: Int
    var hash: Hash
  }

  /// Opens the store in a folder (or by the path of its `desk.db`). Reads a handful of rows, never the log.
  ///
  /// - Throws: `notFound`, `notAStore`, `otherName`, `newerFormat`, `readOnly` (asked to write where it cannot), `isCopy` (asked to write
  ///   into a backup), `cannotCreate`, `networkFileSystem`, `unsafePermissions`, `unreadable`, `busy`, or what SQLite says. A damaged store opens, read-only, with `damage`;
  ///   one of which nothing can be read is `damaged`.
  package init(path: String, access: Access) throws(JournalError) {
    HashChain.prepare()
    let folder = StoreFolder(path)
    if case .readWrite = access, Foundation.access(folder.asideNote, F_OK) == 0 {
      try Turnstile(folder).pass { () throws(JournalError) in try folder.takeBack() }
    }
    let zone = try Self.prepare(folder, access)
    let witnessed = WitnessFile.read(folder)
    var turnstile: Turnstile?
    if case .readWrite = access { turnstile = try Turnstile(folder) }
    if let turnstile, let zone { try Self.create(folder, turnstile, zone) }
    // Asked before, so that a file that is exchanged while it is opened is noticed.
    identity = StoreFolder.identity(folder.database)
    let connection = try Self.openStore(folder, readOnly: turnstile == nil)
    let meta = try Meta(connection)
    self.folder = folder
    self.connection = connection
    self.turnstile = turnstile
    (store, epoch, self.zone) = (meta.store, meta.epoch, meta.zone)
    isDerivedKnown = meta.derived == Schema.derived
    vocabulary = meta.vocabulary
    owesForgetting = meta.owesForgetting
    witness = turnstile == nil ? nil : try WitnessFile(folder)
    head = Head(position: 0, hash: HashChain.beginning(store: meta.store))
    try look()
    openLog = StoreFolder.identity(folder.log)
    damage = try inspect(meta, witnessed)
    if !isReadOnly { try sealContacts() }
    if !isDerivedKnown, !isReadOnly { exchanged = try compute(checkingFile: false) }
  }

  /// The folder of the store.
  package var path: String { folder.path }

  /// The file names and phones are sealed with.
  package var keyPath: String { folder.key }

  /// The file that is written after every commit: watch it to hear of other processes.
  package var headPath: String { folder.head }

  /// The last position in the log as this connection sees it now; one index look-up.
  package var position: Int { (try? connection.number("SELECT max(position) FROM event")) ?? head.position }

  /// Whether nothing can be written: opened so, or damaged.
  package var isReadOnly: Bool { turnstile == nil || damage != nil }

  /// Moves the store to another zone.
  ///
  /// - Throws: `notEmpty` once anything is recorded: days and round numbers were counted in the old zone.
  package func setZone(_ zone: TimeZone) throws(JournalError) {
    try write { () throws(JournalError) in
      guard head.position == 0 else { throw .notEmpty(path: path) }
      let statement = try connection.statement("UPDATE meta SET value = ? WHERE key = 'zone'")
      statement.bind(1, zone.identifier)
      try statement.run()
    }
    self.zone = zone
  }

  /// Runs reads on one state of the store, so that what another process commits in between is not half seen.
  func reading<Value>(_ body: () throws(JournalError) -> Value) throws(JournalError) -> Value {
    try connection.transaction("BEGIN", body)
  }
}
