import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct EndedTicketTests {
  let store = Store()

  @Test func `a note on a ticket that a log closed comes alone, and it is opened again after it`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, imported(1, closedAt: after(minutes: 300))))
    let ticket = TicketID(.repair, 1)
    let recorded = try clerk.record(
      submission(2, .ticket(ticket, .note(text: "业主来电")), at: after(minutes: 400)))
    #expect(recorded.events.map(\.version) == [3])
    #expect(recorded.events.last?.event == .ticket(ticket, .noted(text: "业主来电")))
    #expect(clerk.desk.tickets.isEmpty)
    try clerk.record(submission(3, .ticket(ticket, .reopen(reason: "没修好")), at: after(minutes: 500)))
    #expect(clerk.desk.tickets[ticket]?.version == 4)
    #expect(try store.open().verify().findings.isEmpty)
  }

  @Test func `a ticket that was reopened is on the board as of any instant it was open`() throws {
    let clerk = try store.clerk()
    let ticket = TicketID(.repair, 1)
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, .ticket(ticket, .cancel(reason: "重复")), at: after(minutes: 10)))
    try clerk.record(submission(3, .ticket(ticket, .reopen(reason: "没修好")), at: after(minutes: 20)))
    func open(at minutes: Double) throws -> [TicketID] {
      try Array(clerk.journal.desk(asOf: after(minutes: minutes)).tickets.keys)
    }
    #expect(try open(at: -1) == [])
    #expect(try open(at: 5) == [ticket])
    #expect(try open(at: 15) == [])
    #expect(try open(at: 25) == [ticket])
  }

  @Test func `a long log is moved into the database`() throws {
    let clerk = try store.clerk()
    for batch in 0..<12 {
      let rows = (1...200).map { $0 + batch * 200 }
      let text = String(repeating: "pothole ", count: 500)
      let outcomes = try clerk.submit(rows.map { submission($0, imported($0, subject: text)) })
      #expect(outcomes.count == 200)
    }
    #expect(StoreFolder.size(store.file("desk.db")) > 500_000)
  }
}
