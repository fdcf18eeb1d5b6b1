import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct SharedStoreTests {
  let store = Store()

  @Test func `a database that is reached by a link is the same store: one lock, witness, fault and key`()
    throws
  {
    try store.clerk().record(submission(1, leak()))
    let other = Store()
    try FileManager.default.createDirectory(
      atPath: other.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.createSymbolicLink(
      atPath: other.file("desk.db"), withDestinationPath: store.file("desk.db"))
    let contact = Contact(id: "c1", name: "张三", phone: "13812345678")
    try other.clerk().record(submission(2, leak(), contact: contact))
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.folder) == ["desk.db"])
    #expect(try store.open().contacts(["c1"]) == ["c1": contact])
    #expect(WitnessFile.read(StoreFolder(store.folder))?.position == 2)
    StoreFolder(other.folder).markFault("fsync")
    #expect(try store.open().damage == .faulted(reason: "fsync"))
  }

  @Test(.enabled(if: geteuid() == 0, "only root gives files away"))
  func `what root makes beside the database belongs to the owner of the database`() throws {
    try FileManager.default.createDirectory(
      atPath: store.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    chown(store.folder, 12345, 54321)
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak(), contact: Contact(id: "c1", name: "张三", phone: "13812345678")))
    _ = try clerk.journal.backup(to: store.file("copy.db"))
    StoreFolder(store.folder).markFault("fsync")
    let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))
    _ = try Journal.restore(from: store.file("copy.db"), to: store.folder, replace: true, by: restoring)
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    #expect(
      Set(names).isSuperset(of: [
        "desk.db", "desk.former", "desk.head", "desk.key", "desk.queue", "desk.write",
      ]))
    for name in names {
      let identity = try #require(StoreFolder.identity(store.file(name)))
      #expect(identity.owner == 12345 && identity.group == 54321, "\(name)")
    }
  }

  @Test func `a link that leads nowhere is a store that is gone, and none is begun`() throws {
    try FileManager.default.createDirectory(
      atPath: store.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let away = store.folder + ".away"
    symlink(away, store.file("desk.db"))
    for access in [Journal.Access.readWrite(createZone: Store.zone), .readOnly] {
      #expect(throws: JournalError.damaged(.gone)) { try Journal(path: store.folder, access: access) }
    }
    let copy = store.file("copy.db")
    let whole = Store()
    _ = try whole.open().backup(to: copy)
    let restoring = Journal.Restoring(id: id(999), actor: reception, at: nine)
    #expect(throws: JournalError.damaged(.gone)) {
      try Journal.restore(from: copy, to: store.folder, replace: true, by: restoring)
    }
    #expect(!FileManager.default.fileExists(atPath: away))
  }

  let one = TicketID(.repair, 1)

  /// A second desk with another person at it.
  let other = Actor(name: "周敏", desk: "2")

  @Test func `the same command from two processes is carried out once`() throws {
    let (here, there) = (try store.clerk(), try store.clerk())
    let first = try here.record(submission(1, leak()))
    let again = try there.record(submission(1, leak()))
    #expect(again.repeated == first.events)
    #expect(again.events == first.events)
    let third = try there.record(submission(1, leak()))
    #expect(third.repeated == first.events)
    #expect(third.events.isEmpty)
    #expect(here.journal.position == 1)
  }

  @Test func `the same id with other content is a conflict`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let conflict = Refusal.idempotencyConflict(id(1))
    #expect(try clerk.refusal(submission(1, leak(subject: "other"))) == conflict)
    #expect(try clerk.refusal(submission(1, leak(), at: after(minutes: 1))) == conflict)
    #expect(try clerk.refusal(submission(1, leak(), by: other)) == conflict)
    #expect(try clerk.refusal(submission(1, .ticket(one, .accept))) == conflict)
  }

  @Test func `what another desk changed meanwhile is refused with what they did`() throws {
    let (here, there) = (try store.clerk(), try store.clerk())
    try here.record(submission(1, leak()))
    let theirs = try there.record(submission(2, .ticket(one, .cancel(reason: "twice")), by: other))
    let refusal = try here.refusal(submission(3, .ticket(one, .note(text: "x")), seen: 1))
    #expect(refusal == .changedMeanwhile(Stream(one), since: [theirs.events[1]]))
    #expect(try here.catchUp()?.events == [theirs.events[1]])
  }

  @Test func `one's own changes and passing time are no surprise`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, .ticket(one, .note(text: "mine"))))
    try clerk.record(submission(3, .recordCrossings, at: after(minutes: 300), by: .system))
    try clerk.record(submission(4, .ticket(one, .note(text: "x")), at: after(minutes: 301), seen: 1))
    #expect(clerk.desk.tickets[one]?.notes == 2)
  }

  @Test func `in a batch each command stands on its own`() throws {
    let clerk = try store.clerk()
    let outcomes = try clerk.submit([
      submission(1, leak()), submission(2, .ticket(TicketID(.repair, 7), .accept)),
      submission(3, imported(5)), submission(4, imported(5)), submission(3, imported(5)),
    ])
    guard case .recorded(let first) = outcomes[0], case .recorded(let last) = outcomes[4] else {
      Issue.record("not recorded: \(outcomes)")
      return
    }
    #expect(first.events.map(\.position) == [1])
    #expect(outcomes[1] == .refused(.ticketUnknown(TicketID(.repair, 7))))
    #expect(outcomes[3] == .refused(.alreadyImported(LogNumber(log: "boston", number: "5"))))
    #expect(last.repeated.map(\.position) == [2, 3])
    #expect(try clerk.journal.isImported(LogNumber(log: "boston", number: "5")))
    #expect(
      try clerk.refusal(submission(9, imported(5))) == .alreadyImported(.init(log: "boston", number: "5")))
  }

  @Test func `the number of a row that was refused is free for the next row of the same page`() throws {
    let clerk = try store.clerk()
    let tomorrow = after(minutes: 1440)
    let outcomes = try clerk.submit([
      Submission(
        id: id(1), imported(77), occurredAt: tomorrow, recordedAt: nine, actor: reception),
      submission(2, imported(77)), submission(3, imported(77)),
    ])
    #expect(outcomes[0] == .refused(.inFuture(tomorrow)))
    guard case .recorded(let recorded) = outcomes[1] else {
      Issue.record("not recorded: \(outcomes[1])")
      return
    }
    #expect(!recorded.events.isEmpty)
    #expect(outcomes[2] == .refused(.alreadyImported(LogNumber(log: "boston", number: "77"))))
  }

  @Test func `a ticket that ended comes back for a note, a reopening and an undo, at every desk`() throws {
    let (here, there) = (try store.clerk(), try store.clerk())
    try here.record(submission(1, leak()))
    let work = try #require(here.desk.tickets[one]?.work)
    try here.record(submission(2, .ticket(one, .cancel(reason: "by mistake"))))
    _ = try there.catchUp()
    #expect(there.desk.tickets.isEmpty)
    let noted = try here.record(submission(3, .ticket(one, .note(text: "called back"))))
    #expect(noted.revived.map(\.version) == [2])
    #expect(here.desk.tickets.isEmpty)
    let undone = try here.record(submission(4, .ticket(one, .undo(undoes: id(2), restores: work)), seen: 2))
    #expect(undone.revived.map(\.version) == [3])
    let news = try #require(try there.catchUp())
    #expect(news.revived.map(\.version) == [2])
    #expect(there.desk == here.desk)
    #expect(there.desk.tickets[one]?.work == work)
    #expect(try here.journal.ticket(one)?.version == 4)
    #expect(try here.journal.verify().findings == [])
  }

  @Test func `a board that takes in every Recorded stays equal to the record`() throws {
    let (here, there) = (try store.clerk(), try store.clerk())
    var board = there.desk
    for round in 0..<6 {
      try here.record(submission(round * 10, leak("1-1-\(round)")))
      try here.record(submission(round * 10 + 1, .ticket(TicketID(.repair, round + 1), .cancel(reason: "x"))))
      if round % 2 == 0 {
        try here.record(submission(round * 10 + 2, .ticket(TicketID(.repair, 1), .reopen(reason: "x"))))
        try here.record(submission(round * 10 + 3, .ticket(TicketID(.repair, 1), .cancel(reason: "y"))))
      }
      if round == 2 { _ = try there.refusal(submission(900, .ticket(TicketID(.repair, 99), .accept))) }
      let outcome = try there.submit(submission(round * 10 + 4, leak("2-2-\(round)")))
      guard case .recorded(let recorded) = outcome else { continue }
      board.take(recorded)
      #expect(board == there.desk)
    }
    _ = try here.catchUp()
    #expect(board == here.desk)
  }

  @Test func `a full disk takes the command back, reading goes on, and space makes it work again`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let before = clerk.desk
    let pages = try clerk.journal.connection.number("PRAGMA page_count") ?? 0
    try clerk.journal.connection.execute("PRAGMA max_page_count = \(pages)")
    let big = Command.ticket(one, .note(text: String(repeating: "长", count: 50_000)))
    #expect(throws: JournalError.diskFull(path: store.folder)) { try clerk.submit(submission(2, big)) }
    #expect(try clerk.catchUp() == nil)
    #expect(clerk.desk == before)
    #expect(try clerk.journal.ticket(one)?.notes == 0)
    try clerk.journal.connection.execute("PRAGMA max_page_count = 100000")
    try clerk.record(submission(2, big))
    #expect(clerk.desk.tickets[one]?.notes == 1)
    #expect(try store.clerk().desk == clerk.desk)
  }

  @Test func `names and phones of a refused command are not kept`() throws {
    let clerk = try store.clerk()
    let caller = Contact(id: "c1", name: "赵", phone: "1")
    _ = try clerk.refusal(submission(1, .ticket(one, .join(contact: "c1", text: "")), contact: caller))
    #expect(try clerk.journal.contacts(["c1"]).isEmpty)
  }

  @Test func `a command that changes nothing records nothing`() throws {
    let clerk = try store.clerk()
    #expect(try clerk.record(submission(1, .recordCrossings)).events.isEmpty)
    #expect(clerk.journal.position == 0)
  }

  @Test func `the zone moves only while nothing is recorded`() throws {
    let clerk = try store.clerk()
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    try clerk.journal.setZone(berlin)
    #expect(try store.open().zone == berlin)
    try clerk.record(submission(1, leak()))
    #expect(throws: JournalError.notEmpty(path: store.folder)) { try clerk.journal.setZone(.gmt) }
  }
}
