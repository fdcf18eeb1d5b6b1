import Desk
import Foundation
import Testing

@testable import Journal

/// Names and phones: sealed with a key of their own, and gone for good when erased.
@Suite struct VaultTests {
  let store = Store()
  let home = Place("3-2-1501")

  private func zhang(_ phone: String = "13812345678") -> Contact {
    Contact(
      id: "c1", name: "张三", phone: phone, otherPhones: ["0105551234"], household: home, role: .owner,
      note: "夜班")
  }

  private func keep(_ n: Int, _ contact: Contact) -> Submission {
    submission(n, .household(home, .keep(contact: contact.id)), contact: contact)
  }

  /// Whether a text stands in any file of the store.
  private func stands(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: store.folder).contains { name in
      (FileManager.default.contents(atPath: store.file(name)) ?? Data()).range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `a contact is read back as it was written, and its files do not say it`() throws {
    let clerk = try store.clerk()
    let recorded = try clerk.record(keep(1, zhang()))
    #expect(
      recorded.events.map(\.event) == [
        .household(home, .registered), .household(home, .contactChanged(contact: "c1")),
      ])
    #expect(try store.open().contacts(["c1", "c2"]) == ["c1": zhang()])
    #expect(try store.open().residents(of: home) == [zhang()])
    #expect(try store.open().residents(of: Place("1-1-101")).isEmpty)
    #expect(try !stands("张三"))
    #expect(try !stands("13812345678"))
    #expect(StoreFolder.identity(store.file("desk.key"))?.mode ?? 0 & 0o777 == 0o100600)
  }

  @Test func `what is known already is not recorded again, and what changed is`() throws {
    let clerk = try store.clerk()
    try clerk.record(keep(1, zhang()))
    #expect(try clerk.record(keep(2, zhang())).events.isEmpty)
    let changed = try clerk.record(keep(3, zhang("13900000000")))
    #expect(changed.events.map(\.version) == [3])
    #expect(try clerk.journal.contacts(["c1"])["c1"]?.phone == "13900000000")
    #expect(try clerk.journal.verify().isClean)
  }

  @Test(arguments: [
    ["1-1-801", "01-1-0801", "1-1-0802", "1-1-0801"], ["商铺 A1", "商铺ａ1", "商铺A2", "商铺A1"],
  ])
  func `who belongs to a place is found and erased however the place is spelled`(places: [String]) throws {
    let clerk = try store.clerk()
    for (number, place) in places.prefix(3).enumerated() {
      var person = Contact(id: "p\(number)", name: "周\(number)", phone: "")
      person.household = Place(place)
      try clerk.record(
        submission(10 + number, .household(Place(place), .keep(contact: person.id)), contact: person))
    }
    let place = Place(places[3])
    #expect(try Set(clerk.journal.residents(of: place).map(\.id)) == ["p0", "p1"])
    try clerk.record(submission(20, .household(place, .erase(contact: nil, reason: "搬走"))))
    #expect(try clerk.journal.residents().map(\.id) == ["p2"])
    #expect(try clerk.journal.residents(of: Place(places[0])).isEmpty)
  }

  @Test func `without its key nothing can be read, and nothing is sealed with another`() throws {
    try store.clerk().record(keep(1, zhang()))
    try FileManager.default.moveItem(atPath: store.file("desk.key"), toPath: store.file("key.away"))
    let clerk = try store.clerk()
    #expect(try clerk.journal.contacts(["c1"]).isEmpty)
    #expect(throws: JournalError.vaultKeyMissing(path: store.file("desk.key"))) {
      try clerk.journal.checkVault()
    }
    #expect(throws: JournalError.vaultKeyMissing(path: store.file("desk.key"))) {
      try clerk.submit(keep(2, zhang("1")))
    }
    #expect(try clerk.record(submission(3, leak())).events.count == 1)
    try FileManager.default.moveItem(atPath: store.file("key.away"), toPath: store.file("desk.key"))
    #expect(try store.open().contacts(["c1"]).count == 1)
  }

  @Test func `another key opens nothing and says so`() throws {
    try store.clerk().record(keep(1, zhang()))
    try Data(repeating: 7, count: 32).write(to: URL(filePath: store.file("desk.key")))
    chmod(store.file("desk.key"), 0o600)
    let journal = try store.open()
    #expect(try journal.contacts(["c1"]).isEmpty)
    #expect(throws: JournalError.vaultKeyWrong(path: store.file("desk.key"))) { try journal.checkVault() }
    let clerk = try store.clerk()
    #expect(throws: JournalError.vaultKeyWrong(path: store.file("desk.key"))) {
      try clerk.submit(keep(2, Contact(id: "c2", name: "李四", phone: "1")))
    }
    #expect(try clerk.record(submission(3, leak())).events.count == 1)
    try Data("short".utf8).write(to: URL(filePath: store.file("desk.key")))
    #expect(throws: JournalError.vaultKeyWrong(path: store.file("desk.key"))) {
      try store.open().checkVault()
    }
    chmod(store.file("desk.key"), 0o604)
    #expect(throws: JournalError.keyReadable(path: store.file("desk.key"), mode: 0o604)) {
      try store.open().checkVault()
    }
    #expect(try store.open().contacts(["c1"]).isEmpty && store.open().residents().isEmpty)
    #expect(throws: JournalError.keyReadable(path: store.file("desk.key"), mode: 0o604)) {
      try store.clerk().submit(keep(4, Contact(id: "c2", name: "李四", phone: "1")))
    }
  }

  @Test(arguments: [0, 5, 40])
  func `a key that was killed in the making is made anew while nobody is in the vault`(length: Int) throws {
    _ = try store.open()
    try Data(repeating: 7, count: length).write(to: URL(filePath: store.file("desk.key")))
    try Data(repeating: 7, count: 9).write(to: URL(filePath: store.file("desk.key.new")))
    chmod(store.file("desk.key"), 0o600)
    try store.clerk().record(keep(1, zhang()))
    #expect(StoreFolder.size(store.file("desk.key")) == 32)
    #expect(!FileManager.default.fileExists(atPath: store.file("desk.key.new")))
    #expect(try store.open().contacts(["c1"]) == ["c1": zhang()])
    #expect(StoreFolder.identity(store.file("desk.key")).map { $0.mode & 0o777 } == 0o600)
  }

  @Test func `two who make a key at once come to the same one`() throws {
    _ = try store.open()
    let folder = StoreFolder(store.folder)
    let first = try VaultKey.create(folder)
    #expect(try VaultKey.create(folder) == first)
    #expect(try VaultKey.read(folder) == first)
  }

  /// Two callers and a household, and a journal that looks at them anew.
  private func three() throws -> Journal {
    let clerk = try store.clerk()
    try clerk.record(keep(1, zhang()))
    for n in 2...3 {
      let report = NewTicket(kind: .repair, place: home, category: "leak", subject: "漏水", contact: "r\(n)")
      try clerk.record(submission(n, .report(report), contact: Contact(id: "r\(n)", name: "赵", phone: "1")))
    }
    return try store.open()
  }

  @Test func `names that are gone without an erasure are counted, and those that were erased are not`() throws
  {
    let journal = try three()
    #expect(try journal.verify().isClean)
    try store.clerk().record(submission(9, .household(home, .erase(contact: "r2", reason: "搬走"))))
    #expect(try journal.verify().isClean)
    try store.shell("DELETE FROM vault")
    let findings = try journal.verify()
    #expect(findings.findings == [.init(class: .vault, at: "vault", detail: .lost(2))])
    #expect(findings.keyFault == nil)
    #expect(try journal.erased(["c1", "r2", "r3"]) == ["r2"])
    try store.clerk().record(submission(10, .household(home, .erase(contact: nil, reason: "搬走"))))
    #expect(try journal.erased(["c1", "r2", "r3"]) == ["c1", "r2"], "all who were in the household")
  }

  @Test func `a damaged name is told from a wrong key, and the others are still read`() throws {
    let journal = try three()
    try store.shell("UPDATE vault SET sealed = zeroblob(60) WHERE id = 'c1'")
    #expect(
      try journal.verify().findings
        == [.init(class: .vault, at: "vault", detail: .unopened(1, of: 3))])
    try journal.checkVault()
    #expect(try journal.contacts(["c1", "r2"]).keys.sorted() == ["r2"])
    #expect(try journal.erased(["c1"]).isEmpty)
    let copied = try journal.backup(to: store.file("copy.db"))
    #expect(copied.findings.findings.map(\.detail) == [.unopened(1, of: 3)])
    try store.shell("UPDATE vault SET sealed = zeroblob(60)")
    let findings = try journal.verify()
    #expect(findings.isClean && findings.keyFault == .vaultKeyWrong(path: store.file("desk.key")))
  }

  @Test func `what was kept of one person opens as nobody else's`() throws {
    let journal = try three()
    try store.shell("UPDATE vault SET sealed = (SELECT sealed FROM vault WHERE id = 'c1') WHERE id = 'r2'")
    #expect(try journal.contacts(["c1", "r2", "r3"]).keys.sorted() == ["c1", "r3"])
    #expect(
      try journal.verify().findings == [.init(class: .vault, at: "vault", detail: .unopened(1, of: 3))])
  }

  @Test func `what an earlier program sealed, without saying whose it is, is still read`() throws {
    let vault = Vault([UInt8](repeating: 7, count: 32))
    let sealed = vault.seal(Array(#"{"name":"张三","phone":"13812345678","role":"owner"}"#.utf8))
    let contact = vault.contact("c1", household: home.text, sealed: sealed)
    #expect(
      contact == Contact(id: "c1", name: "张三", phone: "13812345678", household: home, role: .owner))
  }

  @Test func `what is erased stands in no file, and the log stays`() throws {
    let clerk = try store.clerk()
    try clerk.record(keep(1, zhang()))
    let journal = clerk.journal
    let sealed = try #require(try journal.sealed("c1"))
    try clerk.record(submission(2, .household(home, .erase(contact: nil, reason: "搬走"))))
    #expect(try journal.contacts(["c1"]).isEmpty)
    for name in try FileManager.default.contentsOfDirectory(atPath: store.folder) {
      let content = FileManager.default.contents(atPath: store.file(name)) ?? Data()
      #expect(content.range(of: Data(sealed.suffix(24))) == nil, "\(name)")
    }
    #expect(journal.position == 3)
    #expect(try journal.verify().isClean)
  }

  @Test
  func `while somebody reads the store as it was, the emptying of the log stays owed, also after a restart`()
    throws
  {
    let clerk = try store.clerk()
    try clerk.record(keep(1, zhang()))
    let sealed = try #require(try clerk.journal.sealed("c1"))
    let reader = try Journal(path: store.folder, access: .readOnly).connection
    try reader.execute("BEGIN")
    _ = try reader.number("SELECT count(*) FROM vault")
    try clerk.record(submission(2, .household(home, .erase(contact: nil, reason: "搬走"))))
    func isLeft() throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: store.folder).contains { name in
        FileManager.default.contents(atPath: store.file(name))?.range(of: Data(sealed.suffix(24))) != nil
      }
    }
    #expect(try clerk.journal.owesForgetting && isLeft())
    let journal = try Journal(path: store.folder, access: .readWrite(createZone: nil))
    journal.forgetWhatIsOwed()
    #expect(journal.owesForgetting)
    try reader.execute("COMMIT")
    journal.forgetWhatIsOwed()
    #expect(try !journal.owesForgetting && !isLeft())
    clerk.journal.forgetWhatIsOwed()
    #expect(!clerk.journal.owesForgetting)
    #expect(try !Journal(path: store.folder, access: .readWrite(createZone: nil)).owesForgetting)
  }

  @Test func `what is on record is told also when the key has become unreadable`() throws {
    let other = try store.clerk()
    let clerk = try store.clerk()
    try other.record(keep(1, zhang()))
    chmod(store.file("desk.key"), 0o644)
    try other.record(
      submission(2, .report(NewTicket(kind: .repair, place: home, subject: "漏水", contact: "c1"))))
    let news = try #require(try clerk.catchUp())
    #expect(news.events.count == 3 && news.contacts.isEmpty)
    #expect(try clerk.catchUp() == nil)
  }

  @Test func `a visitor and a caller of no household are erased alike, and only they`() throws {
    let clerk = try store.clerk()
    let visitor = Contact(id: "v1", name: "李女士", phone: "13987654321", note: "粤A12345")
    try clerk.record(keep(1, zhang()))
    try clerk.record(
      submission(2, .registerVisit(Arrival(place: home, purpose: .viewing, contact: "v1")), contact: visitor))
    let journal = clerk.journal
    let sealed = try #require(try journal.sealed("v1"))
    try clerk.record(submission(3, .household(home, .erase(contact: "v1", reason: "本人要求"))))
    #expect(try journal.contacts(["c1", "v1"]).keys.sorted() == ["c1"])
    for name in try FileManager.default.contentsOfDirectory(atPath: store.folder) {
      let content = FileManager.default.contents(atPath: store.file(name)) ?? Data()
      #expect(content.range(of: Data(sealed.suffix(24))) == nil, "\(name)")
    }
    #expect(clerk.desk.visits[VisitID(1)]?.arrival.contact == "v1", "the record stays")
    #expect(try journal.verify().isClean)
  }

  @Test func `a store of an earlier program is sealed when it is opened for writing`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.journal.connection.execute(
      """
      DROP TABLE vault; PRAGMA user_version = 1;
      CREATE TABLE contact (id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL) STRICT;
      INSERT INTO contact VALUES ('c9', '赵女士', '13800001111')
      """)
    #expect(try Journal(path: store.folder, access: .readOnly).contacts(["c9"]).isEmpty)
    #expect(try stands("赵女士"))
    #expect(try store.open().contacts(["c9"])["c9"] == Contact(id: "c9", name: "赵女士", phone: "13800001111"))
    #expect(try !stands("赵女士"))
    #expect(try store.open().contacts(["c9"]).count == 1)
  }
}

extension Journal {
  /// The bytes kept of a contact.
  fileprivate func sealed(_ id: String) throws -> [UInt8]? {
    let statement = try connection.statement("SELECT sealed FROM vault WHERE id = ?")
    statement.bind(1, id)
    defer { statement.reset() }
    return try statement.step() ? statement.blob(0) : nil
  }
}
