import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct OpeningTests {
  let store = Store()

  private func expect(_ error: JournalError, readOnly: Bool = false) {
    #expect(throws: error) {
      try Journal(path: store.folder, access: readOnly ? .readOnly : .readWrite(createZone: Store.zone))
    }
  }

  private func sql(_ text: String) throws { try store.open().connection.execute(text) }

  @Test func `a store that is not there is created only when asked`() throws {
    expect(.notFound(path: store.folder), readOnly: true)
    #expect(throws: JournalError.notFound(path: store.folder)) {
      try Journal(path: store.folder, access: .readWrite(createZone: nil))
    }
    let journal = try store.open()
    #expect(journal.zone == Store.zone)
    #expect(journal.damage == nil)
    let mode = StoreFolder.identity(store.file("desk.db"))?.mode ?? 0
    #expect(mode & 0o777 == 0o600)
  }

  @Test func `a store for a group may be written by all of it, in every file, and by nobody else`() throws {
    let journal = try Journal(
      path: store.folder, access: .readWrite(createZone: Store.zone, forGroup: true))
    try Clerk(journal).record(
      submission(1, leak(), contact: Contact(id: "c1", name: "张三", phone: "13812345678")))
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    #expect(Set(names).isSuperset(of: ["desk.db", "desk.db-wal", "desk.head", "desk.key", "desk.queue"]))
    for name in names {
      #expect((StoreFolder.identity(store.file(name))?.mode ?? 0) & 0o777 == 0o660, "\(name)")
    }
    #expect((StoreFolder.identity(store.folder)?.mode ?? 0) & 0o7777 == 0o2770)
  }

  @Test func `the path of the database is as good as its folder`() throws {
    _ = try store.open()
    #expect(try Journal(path: store.file("desk.db"), access: .readOnly).path == store.folder)
  }

  @Test(arguments: ["hello, this is no database, only a text that is long enough to look at twice", "x"])
  func `another file is not a store`(content: String) throws {
    try FileManager.default.createDirectory(atPath: store.folder, withIntermediateDirectories: true)
    try content.write(toFile: store.file("desk.db"), atomically: false, encoding: .utf8)
    expect(.notAStore(path: store.folder))
    #expect(try String(contentsOfFile: store.file("desk.db"), encoding: .utf8) == content)
  }

  @Test func `the database of another program is not a store`() throws {
    try sql("PRAGMA application_id = 1")
    expect(.notAStore(path: store.folder))
  }

  @Test func `a store of a newer program is refused`() throws {
    try sql("PRAGMA user_version = 3")
    expect(.newerFormat(found: 3, known: 2))
    expect(.newerFormat(found: 3, known: 2), readOnly: true)
  }

  @Test func `events of a newer program are kept and make the store read-only`() throws {
    try store.clerk().record(submission(1, leak()))
    try sql("UPDATE meta SET value = '99' WHERE key = 'vocabulary'")
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == .newerEvents(found: 99, known: StoredName.vocabulary))
    #expect(clerk.desk.tickets.count == 1)
    #expect(throws: JournalError.damaged(.newerEvents(found: 99, known: StoredName.vocabulary))) {
      try clerk.submit(submission(2, leak()))
    }
  }

  @Test func `a store of an earlier program says that it may hold later events once this one writes`() throws
  {
    try store.clerk().record(submission(1, leak()))
    try sql("UPDATE meta SET value = '3' WHERE key = 'vocabulary'")
    let clerk = try store.clerk()
    #expect(try Meta(clerk.journal.connection).vocabulary == 3)
    try clerk.record(submission(2, leak()))
    #expect(try Meta(clerk.journal.connection).vocabulary == StoredName.vocabulary)
  }

  @Test func `an unknown event that another process writes stops this one`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try sql(
      """
      INSERT INTO event SELECT 2, stream, 2, 'ticket.unheard.1', 1, occurred_at, recorded_at, x'01', 0, actor,
      desk, cause, payload, digest, hash FROM event
      """)
    let damage = Damage.unknownEvent(position: 2, name: "ticket.unheard.1", schema: 1)
    #expect(throws: JournalError.damaged(damage)) { try clerk.catchUp() }
    #expect(clerk.journal.isReadOnly)
    #expect(throws: JournalError.damaged(damage)) { try clerk.submit(submission(2, leak())) }
  }

  @Test(arguments: [Schema.derived + 1, Schema.derived - 1])
  func `a store that another version rebuilt meanwhile is written no more by this program`(shape: Int) throws
  {
    let clerk = try store.clerk()
    let reader = try Clerk(Journal(path: store.folder, access: .readOnly))
    try clerk.record(submission(1, leak()))
    let other = try store.open()
    try other.connection.execute("UPDATE meta SET value = '\(shape)' WHERE key = 'derived'")
    let damage = Damage.rebuilt(found: shape, known: Schema.derived)
    #expect(throws: JournalError.damaged(damage)) { try clerk.submit(submission(2, leak())) }
    #expect(clerk.journal.isReadOnly && clerk.journal.position == 1)
    #expect(throws: JournalError.damaged(damage)) { try reader.catchUp() }
    #expect(reader.journal.isToBeReopened, "a wall opens the store again, and folds the log for itself")
    let again = try Clerk(Journal(path: store.folder, access: .readOnly))
    #expect(again.journal.damage == nil && again.desk.tickets.count == 1)
    try store.clerk().record(submission(2, leak()))
  }

  @Test func `a store that others may write is refused`() throws {
    _ = try store.open()
    chmod(store.file("desk.db"), 0o666)
    expect(.unsafePermissions(path: store.file("desk.db"), mode: 0o666))
    chmod(store.file("desk.db"), 0o660)
    _ = try store.open()
    chmod(store.folder, 0o777)
    expect(.unsafePermissions(path: store.folder, mode: 0o777))
  }

  @Test func `a fault makes every process read-only`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    StoreFolder(store.folder).markFault("fsync failed")
    let damage = Damage.faulted(reason: "fsync failed")
    #expect(throws: JournalError.damaged(damage)) { try clerk.submit(submission(2, leak())) }
    let later = try store.clerk()
    #expect(later.journal.damage == damage)
    #expect(later.desk == clerk.desk)
  }

  @Test func `a lost tail is counted and nothing is written on top`() throws {
    do {
      let clerk = try store.clerk()
      for n in 1...5 { try clerk.record(submission(n, leak())) }
      try store.shell(
        "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position > 2")
    }
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == .lostTail(missing: 3))
    #expect(throws: JournalError.damaged(.lostTail(missing: 3))) { try clerk.submit(submission(6, leak())) }
  }

  @Test func `a write-ahead log that was lost is noticed`() throws {
    do {
      let clerk = try store.clerk()
      for n in 1...3 { try clerk.record(submission(n, leak())) }
      _ = try clerk.journal.connection.checkpoint(3)
      for n in 4...6 { try clerk.record(submission(n, leak())) }
    }
    try FileManager.default.removeItem(atPath: store.file("desk.db-wal"))
    #expect(try store.open().damage == .lostTail(missing: 3))
  }

  @Test func `flipped bits in the write-ahead log never pass unseen`() throws {
    do {
      let clerk = try store.clerk()
      _ = try clerk.journal.connection.checkpoint(3)
      for n in 1...5 { try clerk.record(submission(n, leak())) }
    }
    let log = try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db-wal")))
    let shared = store.file("desk.db-shm")
    for byte in stride(from: 40, to: log.count, by: log.count / 23) {
      var flipped = log
      flipped[byte] ^= 0x10
      try flipped.write(to: URL(fileURLWithPath: store.file("desk.db-wal")))
      try? FileManager.default.removeItem(atPath: shared)
      let journal = try Journal(path: store.folder, access: .readOnly)
      // The last frames may belong to an older round of the log: then nothing is lost and nothing is wrong.
      let sound = journal.position == 5 && journal.damage == nil
      #expect(sound || journal.damage != nil, "byte \(byte)")
    }
  }

  @Test func `a file that took the place of an open store is noticed before anything is written`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    rename(store.file("desk.db"), store.file("moved.db"))
    try Data().write(to: URL(fileURLWithPath: store.file("desk.db")))
    #expect(throws: JournalError.damaged(.replaced)) { try clerk.submit(submission(2, leak())) }
  }

  @Test func `a store with a second name is not written`() throws {
    _ = try store.clerk()
    link(store.file("desk.db"), store.file("second.db"))
    #expect(try store.open().damage == .linked)
  }

  @Test func `a witness of another store is noticed`() throws {
    _ = try store.clerk().record(submission(1, leak()))
    let other = Store()
    _ = try other.clerk().record(submission(1, leak()))
    try Data(contentsOf: URL(fileURLWithPath: other.file("desk.head")))
      .write(to: URL(fileURLWithPath: store.file("desk.head")))
    #expect(try store.open().damage == .otherStore)
  }

  @Test func `a writer that died before the doorbell does no harm`() throws {
    let head = store.file("desk.head")
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let old = try Data(contentsOf: URL(fileURLWithPath: head))
    try clerk.record(submission(2, leak()))
    try old.write(to: URL(fileURLWithPath: head))
    let later = try store.clerk()
    #expect(later.journal.damage == nil)
    #expect(later.desk.tickets.count == 2)
    try later.record(submission(3, leak()))
  }

  @Test func `a reader writes nothing and sees what is written`() throws {
    let clerk = try store.clerk()
    let reader = try Clerk(Journal(path: store.folder, access: .readOnly))
    #expect(reader.journal.isReadOnly)
    try clerk.record(submission(1, leak()))
    #expect(try reader.catchUp()?.events.count == 1)
    #expect(throws: JournalError.readOnly(folder: store.folder)) { try reader.submit(submission(2, leak())) }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd")))
  func `all doors are closed to child processes`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
    var open = 0
    for file in files {
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file)")
      guard target?.hasPrefix(store.folder) == true else { continue }
      open += 1
      #expect(fcntl(file, F_GETFD) & FD_CLOEXEC != 0, "\(target ?? "")")
    }
    #expect(open >= 5)
  }
}
