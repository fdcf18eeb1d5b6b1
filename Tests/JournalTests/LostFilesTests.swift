import CSQLite
import Desk
import Foundation
import Testing

@testable import Journal

/// Files of a store that are gone or damaged: nothing is made in their place, so that they can come back.
@Suite struct LostFilesTests {
  let store = Store()
  static let files = ["desk.db", "desk.db-wal", "desk.db-shm"]

  /// Three events, one with a phone, so that there is a key.
  private func fill() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak(), contact: Contact(id: "c1", name: "张三", phone: "13812345678")))
    for n in 2...3 { try clerk.record(submission(n, leak())) }
  }

  private func move(_ names: [String], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in names where access(store.file(name), F_OK) == 0 {
      #expect(rename(store.file(name), folder + "/" + name) == 0)
    }
  }

  private func expectLost(_ missing: Int?) {
    let damage = JournalError.damaged(.lostTail(missing: missing))
    for access in [Journal.Access.readWrite(createZone: Store.zone), .readWrite(createZone: nil), .readOnly] {
      #expect(throws: damage) { try Journal(path: store.folder, access: access) }
    }
  }

  @Test(arguments: [["desk.head", "desk.key"], ["desk.head"], ["desk.key"], ["desk.db-wal"]])
  func `where the files of a store are missing none are made, and they can be put back`(left: [String]) throws
  {
    try fill()
    let all = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    let away = store.file("away")
    try move(all.filter { !left.contains($0) }, to: away)
    expectLost(left.contains("desk.head") ? 3 : nil)
    #expect(!FileManager.default.fileExists(atPath: store.file("desk.db")))
    for name in all where !left.contains(name) { rename(away + "/" + name, store.file(name)) }
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == nil)
    #expect(clerk.desk.tickets.count == 3)
    #expect(try clerk.journal.verify().isClean)
  }

  @Test func `an empty file beside a log is no store to be begun, and the log stays`() throws {
    try fill()
    let log = try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db-wal")))
    try move(["desk.db", "desk.db-shm", "desk.head", "desk.key"], to: store.file("away"))
    try Data().write(to: URL(fileURLWithPath: store.file("desk.db")))
    expectLost(nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db-wal"))) == log)
  }

  /// A store as earlier programs began it: everything in the log, and of the database one page that says nothing.
  private func keepWholeInLog() throws {
    try fill()
    try move(Self.files, to: store.file("away"))
    try Data().write(to: URL(fileURLWithPath: store.file("desk.db")))
    let connection = try Connection(file: store.file("desk.db"), path: store.folder, readOnly: false)
    connection.configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    try connection.execute("PRAGMA journal_mode = WAL")
    let source = try Connection(file: store.file("away/desk.db"), path: store.folder, readOnly: true)
    try connection.copy(from: source)
  }

  @Test
  func `a bit flipped in a log that holds the whole store is a lost tail, and flipped back all is there`()
    throws
  {
    try keepWholeInLog()
    #expect(StoreFolder.size(store.file("desk.db")) == 4096)
    let log = store.file("desk.db-wal")
    let sound = try Data(contentsOf: URL(fileURLWithPath: log))
    var flipped = sound
    flipped[60] ^= 0x10
    try flipped.write(to: URL(fileURLWithPath: log))
    unlink(store.file("desk.db-shm"))
    expectLost(3)
    #expect(try Data(contentsOf: URL(fileURLWithPath: log)) == flipped)
    try sound.write(to: URL(fileURLWithPath: log))
    unlink(store.file("desk.db-shm"))
    #expect(try store.open().position == 3)
  }

  @Test func `a lost log that held the whole store is a lost tail`() throws {
    try keepWholeInLog()
    unlink(store.file("desk.db-wal"))
    expectLost(3)
    #expect(StoreFolder.size(store.file("desk.db")) == 4096)
  }

  @Test func `a store that is begun is in its database at once, so that a lost log is a lost tail`() throws {
    _ = try store.open()
    let header = try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db"))).prefix(72)
    #expect(Array(header[68...]) == Array("FDsk".utf8))
    #expect(Array(header[18..<20]) == [2, 2], "it has a log from the beginning")
    try fill()
    unlink(store.file("desk.db-wal"))
    #expect(try store.open().damage == .lostTail(missing: 3))
    #expect(try Journal(path: store.folder, access: .readOnly).damage == .lostTail(missing: 3))
  }

  @Test func `nothing is begun over a database that holds no store`() throws {
    try FileManager.default.createDirectory(atPath: store.folder, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: store.file("desk.db")))
    try store.shell("CREATE TABLE other (a); DROP TABLE other")
    let there = try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db")))
    #expect(!there.isEmpty)
    #expect(throws: JournalError.notAStore(path: store.folder)) { try store.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db"))) == there)
  }

  @Test func `a beginning that was killed half way is begun again`() throws {
    try FileManager.default.createDirectory(atPath: store.folder, withIntermediateDirectories: true)
    for name in ["desk.new", "desk.new-journal", "desk.db"] {
      try Data(repeating: 7, count: name == "desk.db" ? 0 : 5000)
        .write(to: URL(fileURLWithPath: store.file(name)))
    }
    try store.clerk().record(submission(1, leak()))
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    #expect(!names.contains { $0.hasPrefix("desk.new") })
  }

  @Test(arguments: [true, false])
  func `a copy is restored where the files are lost, and what is left of them is put aside`(isEmpty: Bool)
    throws
  {
    try keepWholeInLog()
    let copy = store.file("copy.db")
    _ = try store.open().backup(to: copy)
    var log = try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db-wal")))
    log[60] ^= 0x10
    try log.write(to: URL(fileURLWithPath: store.file("desk.db-wal")))
    unlink(store.file("desk.db-shm"))
    if isEmpty { unlink(store.file("desk.db")) }
    let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))
    _ = try Journal.restore(from: copy, to: store.folder, replace: true, by: restoring)
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.damaged-wal"))) == log)
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == nil)
    #expect(clerk.desk.tickets.count == 3)
  }

  @Test(arguments: [1, 200])
  func `bytes behind the witness neither hide what it says nor stay`(count: Int) throws {
    try fill()
    let head = URL(fileURLWithPath: store.file("desk.head"))
    let honest = try Data(contentsOf: head)
    try (honest + Data(repeating: 7, count: count)).write(to: head)
    #expect(WitnessFile.read(StoreFolder(store.folder))?.position == 3)
    try store.clerk().record(submission(4, leak()))
    #expect(try Data(contentsOf: head).count == honest.count)
  }

  @Test(arguments: [nil, Data(), Data(repeating: 7, count: 88)])
  func `that nothing witnesses the last event is a finding, until the next one`(content: Data?) throws {
    try fill()
    let head = URL(fileURLWithPath: store.file("desk.head"))
    try FileManager.default.removeItem(at: head)
    try content?.write(to: head)
    let findings = try Journal(path: store.folder, access: .readOnly).verify()
    #expect(findings.findings == [.init(class: .witness, at: "desk.head", detail: .unwitnessed)])
    try store.clerk().record(submission(4, leak()))
    #expect(try store.open().verify().isClean)
  }
}
