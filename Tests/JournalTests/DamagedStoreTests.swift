import CFaultyDisk
import Desk
import Foundation
import Testing

@testable import Journal

/// Stores of which a page is damaged: what is put in their place, and what is kept.
@Suite struct DamagedStoreTests {
  let store = Store()
  let target = Store()
  let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))

  private func fill(upTo last: Int = 60) throws {
    let clerk = try store.clerk()
    for n in 1...last {
      try clerk.record(
        submission(
          n, leak("1-1-\(n)", subject: "漏水 mark\(n)mark"),
          contact: Contact(id: "c\(n)", name: "张三", phone: "1")))
    }
    try clerk.record(
      submission(900, .ticket(TicketID(.repair, 1), .cancel(reason: "误报")), at: after(minutes: 1)))
    // Words go into the index many at a time; here all of them.
    try clerk.journal.write { () throws(JournalError) in try clerk.journal.index(after: 0, upTo: last + 1) }
  }

  /// Moves the log into the database, which nobody has open then, and gives the page a table or index begins with.
  private func page(of name: String) throws -> Int {
    let connection = try Connection(file: store.file("desk.db"), path: store.folder, readOnly: false)
    let page = try connection.number("SELECT rootpage FROM sqlite_schema WHERE name = '\(name)'")
    _ = try connection.checkpoint(3)
    return try #require(page) - 1
  }

  /// Writes over the beginning of pages; the file as it is then.
  @discardableResult private func spoil(_ pages: Set<Int>) throws -> Data {
    let file = URL(fileURLWithPath: store.file("desk.db"))
    var bytes = try Data(contentsOf: file)
    for page in pages {
      bytes.replaceSubrange(page * 4096..<(page * 4096 + 64), with: Data(repeating: 0xA5, count: 64))
    }
    try bytes.write(to: file)
    return bytes
  }

  /// The pages a text stands in.
  private func pages(with text: String) throws -> Set<Int> {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db")))
    var (pages, rest): (Set<Int>, Data) = ([], bytes)
    while let found = rest.range(of: Data(text.utf8)) {
      pages.insert(found.lowerBound / 4096)
      rest = rest[found.upperBound...]
    }
    return pages
  }

  @Test(arguments: ["mark5mark", "event"])
  func `where a record cannot be copied aside, its files are put aside before a copy takes their place`(
    harmed: String
  ) throws {
    try store.clerk().record(submission(1, leak()))
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    _ = try store.open().backup(to: copy)
    let clerk = try store.clerk()
    for n in 2...60 { try clerk.record(submission(n, leak("1-1-\(n)", subject: "漏水 mark\(n)mark"))) }
    let root = try page(of: "event")
    let damaged = try spoil(harmed == "event" ? [root] : pages(with: harmed))
    let came = try Journal.restore(from: copy, to: store.folder, replace: true, by: restoring)
    #expect(came.former == store.file("desk.damaged") && came.left == 59)
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.damaged"))) == damaged)
    let later = try store.clerk()
    #expect(later.journal.damage == nil && later.desk.tickets.count == 1)
    #expect(try later.journal.verify().isClean)
  }

  @Test func `a disk that fails while a record is copied aside is no reason to write over it`() async throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    _ = try clerk.journal.backup(to: copy)
    for n in 2...4 { try clerk.record(submission(n, leak())) }
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String, copy = copy as String] in
      faulty_disk_install()
      faulty_disk_arm(faulty_disk_write_error, 1)
      let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))
      do {
        _ = try Journal.restore(from: copy, to: folder, replace: true, by: restoring)
        Issue.record("it was written over")
      } catch { #expect((error as? JournalError)?.isInputOutput == true, "\(error)") }
    }
    #expect(clerk.journal.lookAround() == nil)
    #expect(try store.clerk().desk.tickets.count == 4 && store.open().formerRecords.isEmpty)
  }

  @Test(arguments: ["words_data", "history", "live", "history_by_report", "sqlite_autoindex_event_1"])
  func `a store with a damaged page of what is computed is computed anew, from the events`(name: String)
    throws
  {
    try fill()
    let damaged = try spoil([page(of: name)])
    try store.open().rebuild()
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.damaged"))) == damaged)
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == nil && clerk.desk.tickets.count == 59)
    #expect(try clerk.journal.contacts(["c7"])["c7"]?.name == "张三")
    #expect(try clerk.journal.verify().isClean)
    try clerk.record(submission(61, leak()))
  }

  @Test(arguments: [0, 1, 2, 3])
  func `files that were half put aside are taken back, and a copy can take their place then`(moved: Int)
    throws
  {
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    try fill(upTo: 5)
    _ = try store.open().backup(to: copy)
    func halfPutAside() throws {
      let aside = store.file("desk.damaged")
      try Data(aside.utf8).write(to: URL(fileURLWithPath: store.file("desk.aside")))
      for suffix in ["", "-wal", "-shm"].prefix(moved) {
        #expect(rename(store.file("desk.db" + suffix), aside + suffix) == 0)
      }
    }
    try halfPutAside()
    #expect(try store.clerk().desk.tickets.count == 4)
    try store.clerk().record(submission(61, leak()))
    try halfPutAside()
    let came = try Journal.restore(from: copy, to: store.folder, replace: true, by: restoring)
    #expect(came.former == store.file("desk.former") && came.left == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    #expect(!names.contains { $0.hasPrefix("desk.damaged") || $0 == "desk.aside" }, "\(names)")
  }

  @Test func `a note beside files that took the others' place takes nothing back`() throws {
    try fill(upTo: 5)
    let other = store.file("desk.damaged")
    for suffix in ["", "-wal"] {
      try Data(repeating: 7, count: 9000).write(to: URL(fileURLWithPath: other + suffix))
    }
    unlink(store.file("desk.db-shm"))
    try Data(other.utf8).write(to: URL(fileURLWithPath: store.file("desk.aside")))
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == nil && clerk.desk.tickets.count == 4)
    #expect(clerk.journal.formerRecords.count == 2)
  }

  @Test func `where a damaged store of an earlier program is opened, the new file is told of`() throws {
    try fill()
    try store.open().connection.execute("UPDATE meta SET value = '10' WHERE key = 'derived'")
    try spoil([page(of: "history")])
    #expect(try store.open().exchanged == store.file("desk.damaged"))
    let clerk = try store.clerk()
    #expect(clerk.journal.exchanged == nil && clerk.journal.damage == nil && clerk.desk.tickets.count == 59)
  }

  @Test func `a copy that finds no room leaves nothing of what it would have kept`() async throws {
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    try fill(upTo: 5)
    _ = try store.open().backup(to: copy)
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String, copy = copy as String] in
      faulty_disk_install()
      let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))
      for step in stride(from: 0, through: 100, by: 20) {
        faulty_disk_arm(faulty_disk_full, step)
        #expect(throws: JournalError.diskFull(path: folder), "\(step)") {
          try Journal.restore(from: copy, to: folder, replace: true, by: restoring)
        }
        faulty_disk_arm(faulty_disk_none, 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.hasPrefix("desk.former") }, "\(step)")
      }
      let came = try Journal.restore(from: copy, to: folder, replace: true, by: restoring)
      #expect(came.former == folder + "/desk.former")
    }
  }

  @Test func `a store with a damaged page of events is not computed anew, and stays as it is`() throws {
    try fill()
    _ = try page(of: "event")
    let damaged = try spoil(pages(with: "mark5mark"))
    #expect(throws: JournalError.self) { try store.open().rebuild() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.db"))) == damaged)
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    #expect(!names.contains { $0.hasPrefix("desk.damaged") || $0.hasPrefix("desk.new") })
  }

  @Test(arguments: ["words_data", "history"])
  func `a copy of a store with a damaged page of what is computed holds every event and name, and tells`(
    name: String
  ) throws {
    try fill()
    try spoil([page(of: name)])
    let copy = store.file("copy.db")
    let (anchor, findings) = try Journal(path: store.folder, access: .readOnly).backup(to: copy)
    #expect(anchor.position == 61 && findings.classes == [.integrity])
    _ = try Journal.restore(from: copy, to: target.folder, replace: false, by: restoring)
    try FileManager.default.copyItem(atPath: store.file("desk.key"), toPath: target.file("desk.key"))
    let clerk = try target.clerk()
    #expect(clerk.desk.tickets.count == 59)
    #expect(try clerk.journal.contacts(["c7"])["c7"]?.name == "张三")
    #expect(try clerk.journal.verify().isClean)
  }

  @Test(arguments: [
    ["desk.db"], ["desk.db", "desk.head"], ["desk.db", "desk.head", "desk.write", "desk.queue"],
  ])
  func `a copy put back where a group's database is gone is a store of the group again`(lost: [String]) throws
  {
    do {
      let journal = try Journal(
        path: store.folder, access: .readWrite(createZone: Store.zone, forGroup: true))
      try Clerk(journal).record(submission(1, leak()))
      _ = try journal.backup(to: target.folder + ".db")
    }
    defer { unlink(target.folder + ".db") }
    for name in lost + ["desk.db-wal", "desk.db-shm"] { unlink(store.file(name)) }
    _ = try Journal.restore(from: target.folder + ".db", to: store.folder, replace: true, by: restoring)
    for name in ["desk.db", "desk.head", "desk.write"] {
      #expect((StoreFolder.identity(store.file(name))?.mode ?? 0) & 0o777 == 0o660, "\(name)")
    }
  }
}
