import Desk
import Testing

@testable import Journal

/// The whole log is read by a thread that runs ahead, so more than it may hold in store is at stake here.
struct `LogReader` {
  /// A store of six thousand imported tickets, each reported and closed: three times what may wait to be taken.
  private func longStore() throws -> (store: Store, journal: Journal) {
    let store = Store()
    let clerk = try store.clerk()
    for first in stride(from: 1, through: 6_000, by: 500) {
      _ = try clerk.submit((first..<first + 500).map { submission($0, imported($0)) })
    }
    return (store, clerk.journal)
  }

  @Test func `every event comes once and in order`() throws {
    let (store, journal) = try longStore()
    defer { withExtendedLifetime(store) {} }
    var positions: [Int] = []
    let findings = try journal.log.read(checkedFrom: HashChain.beginning(store: journal.store)) {
      positions.append($0.position)
    }
    #expect(positions == Array(1...12_000))
    #expect(findings.isClean && findings.events == 12_000)
    #expect(try findings.anchor == journal.anchor())
  }

  @Test func `whoever has seen enough leaves, and the reader ends`() throws {
    let (store, journal) = try longStore()
    defer { withExtendedLifetime(store) {} }
    var taken = 0
    #expect(throws: JournalError.readOnly(folder: "enough")) {
      try journal.log.read { (_) throws(JournalError) in
        taken += 1
        if taken == 700 { throw .readOnly(folder: "enough") }
      }
    }
    #expect(taken == 700)
    #expect(try journal.verify().isClean)
  }

  @Test func `what cannot be read is passed over by a check and stops anybody who trusts the log`() throws {
    let (store, journal) = try longStore()
    try store.shell(
      "DROP TRIGGER event_is_never_changed; UPDATE event SET payload = '{' WHERE position = 9001")
    var last = 0
    #expect(throws: JournalError.damaged(.undecodable(position: 9001, name: "ticket.reported.1"))) {
      try journal.log.read { last = $0.position }
    }
    #expect(last <= 9000)
    let findings = try journal.log.read(checkedFrom: HashChain.beginning(store: journal.store)) {
      last = $0.position
    }
    #expect(last == 12_000)
    #expect(findings.classes == [.chain, .payload])
    #expect(throws: JournalError.self) { try journal.rebuild() }
    #expect(try journal.history(HistoryQuery(limit: 1)).count == 1, "the tables are as they were")
  }
}
