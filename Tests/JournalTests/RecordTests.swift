import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct RecordTests {
  let store = Store()

  @Test(
    arguments: [
      "UPDATE event SET payload = '{}'", "DELETE FROM event WHERE position = 2",
      "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 2",
      """
      INSERT INTO event SELECT 9, 'R-9', 1, name, schema, occurred_at, recorded_at, x'00', 0, actor, desk, cause,
      payload, digest, hash FROM event WHERE position = 1
      """,
    ])
  func `the record lets nobody change, delete or leave a gap`(sql: String) throws {
    let clerk = try store.clerk()
    for n in 1...3 { try clerk.record(submission(n, leak())) }
    #expect(throws: Store.ShellError.self) { try store.shell(sql) }
    #expect(try clerk.journal.verify().isClean)
  }

  @Test(arguments: ["UPDATE event SET actor = 'x'", "DELETE FROM event"])
  func `our own connection, which runs no triggers, cannot even prepare a change`(sql: String) throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    #expect(throws: JournalError.self) { try clerk.journal.connection.execute(sql) }
    #expect(try clerk.journal.verify().isClean)
  }

  @Test func `rebuild comes to the same desk, history and search`() throws {
    let clerk = try busyStore()
    let before = try picture(clerk.journal)
    try clerk.journal.rebuild()
    #expect(try picture(clerk.journal) == before)
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `a store with another derived format is rebuilt when it is opened`() throws {
    let clerk = try busyStore()
    try clerk.journal.connection.execute(
      "UPDATE meta SET value = '0' WHERE key = 'derived'; DELETE FROM live; DELETE FROM history")
    let reader = try Journal(path: store.folder, access: .readOnly)
    #expect(try Clerk(reader).desk == clerk.desk)
    let open = try #require(clerk.desk.tickets.values.first)
    #expect(try reader.ticket(open.id) == open)
    let refused = JournalError.notComputed(path: store.folder)
    #expect(throws: refused) { try reader.history(HistoryQuery()) }
    #expect(throws: refused) { try reader.search("x", limit: nil) }
    #expect(throws: refused) { try reader.spans() }
    #expect(throws: refused) {
      let month = FigurePeriod.month(of: CivilDate(nine, in: Store.zone), in: Store.zone)
      return try reader.figures(FigureBook(month, asOf: after(minutes: 0)), clerk.desk)
    }
    #expect(try store.clerk().desk == clerk.desk)
    try reader.look()
    #expect(try reader.history(HistoryQuery()).count == clerk.journal.history(HistoryQuery()).count)
  }

  @Test(arguments: [
    ("UPDATE live SET state = replace(state, '李强', '李') WHERE state LIKE '%李强%'", Findings.Class.derived),
    ("DELETE FROM live WHERE stream = 'staff'", .derived),
    ("UPDATE history SET closed_at = closed_at + 1 WHERE closed_at IS NOT NULL", .derived),
    ("DELETE FROM history WHERE number = 1", .derived),
    ("INSERT INTO words (rowid, body) VALUES (1, 'x')", .derived),
    ("UPDATE event SET payload = '{\"text\":\"x\"}' WHERE position = 1", .chain),
    ("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 2", .chain),
    ("UPDATE event SET actor = 'x' WHERE position = 2", .chain),
    ("UPDATE event SET name = 'ticket.unheard.1' WHERE position = 2", .payload),
    ("UPDATE event SET payload = '{' WHERE position = 2", .payload),
    ("DELETE FROM event WHERE position = 2", .gaps),
    ("DELETE FROM event WHERE position = 3", .streams),
    ("DELETE FROM event WHERE position = (SELECT max(position) FROM event)", .witness),
    ("UPDATE event SET hash = zeroblob(32) WHERE position = (SELECT max(position) FROM event)", .witness),
  ])
  func `verify finds what was done with the sqlite3 shell`(sql: String, expected: Findings.Class) throws {
    let clerk = try busyStore()
    try store.shell(
      "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted;" + sql)
    let findings = try clerk.journal.verify()
    #expect(findings.classes.contains(expected))
    #expect(findings.findings.first { $0.class == expected }?.at.isEmpty == false)
  }

  @Test func `verify names a ticket once, though both of its rows differ`() throws {
    let clerk = try busyStore()
    try store.shell(
      "UPDATE live SET version = version + 1 WHERE stream = 'R-1';"
        + "UPDATE history SET reading = 'x' WHERE kind = 'repair' AND number = 1")
    let findings = try clerk.journal.verify()
    #expect(findings.findings.map(\.at) == ["R-1"])
  }

  @Test func `a tail that was deleted and hashed anew is found by an anchor`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, leak()))
    let anchor = try clerk.journal.anchor()
    let other = Store()
    let forger = try other.clerk()
    try forger.record(submission(1, leak()))
    try forger.record(submission(3, leak("1-1-101")))
    #expect(try clerk.journal.holds(anchor))
    #expect(try !forger.journal.holds(anchor))
    #expect(Anchor(anchor.description) == anchor)
  }

  /// Tickets in every state, a round, staff, a reopening and imported rows.
  private func busyStore() throws -> Clerk {
    let clerk = try store.clerk()
    let one = TicketID(.repair, 1)
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, .ticket(one, .assign(staff: "李强")), at: after(minutes: 1)))
    try clerk.record(
      submission(3, .ticket(one, .giveFeedback(text: "", reporter: nil)), at: after(minutes: 2)))
    try clerk.record(submission(4, .ticket(one, .complete(text: "")), at: after(minutes: 3)))
    try clerk.record(submission(5, .ticket(one, .cancel(reason: "done")), at: after(minutes: 4)))
    try clerk.record(submission(6, .ticket(one, .reopen(reason: "again")), at: after(minutes: 5)))
    try clerk.record(submission(7, leak("大堂", subject: "电梯异响", category: "lift")))
    try clerk.record(
      submission(8, .ticket(TicketID(.repair, 2), .cancel(reason: "x")), at: after(minutes: 9)))
    let points = [Checkpoint(id: "A1", name: "东门", within: 10), Checkpoint(id: "A2", name: "泵房", within: 20)]
    try clerk.record(submission(9, .publishRoute(Route(id: "A", name: "A线", points: points))))
    try clerk.record(submission(10, .startRound(route: "A", guardName: "孙伟")))
    try clerk.record(submission(11, .recordCrossings, at: after(minutes: 60)))
    try clerk.record(submission(12, .startRound(route: "A", guardName: "孙伟"), at: after(minutes: 61)))
    for n in 20..<25 { try clerk.record(submission(n, imported(n, closedAt: n % 2 == 0 ? nine : nil))) }
    return clerk
  }

  private func picture(_ journal: Journal) throws -> [String] {
    try [
      "SELECT group_concat(stream || version || state) FROM (SELECT * FROM live ORDER BY stream)",
      """
      SELECT group_concat(row || kind || number || place || category || subject || text || stage || reported_at
      || ifnull(closed_at, '-') || ifnull(reopenings, '-') || ifnull(reading, '-'))
      FROM (SELECT * FROM history ORDER BY row)
      """,
    ].map { try journal.connection.text($0) ?? "" } + journal.search("电梯", limit: nil).map(\.id.description)
  }
}
