import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct ClerkTests {
  let store = Store()

  @Test func `a recorded command is there after the store is opened again`() throws {
    do {
      let recorded = try store.clerk().record(submission(1, leak()))
      #expect(recorded.events.map(\.position) == [1])
    }
    let clerk = try store.clerk()
    #expect(clerk.desk.tickets.keys.map(\.description) == ["R-1"])
    #expect(clerk.desk.lastNumber[.repair] == 1)
    #expect(try clerk.journal.events(after: 0, limit: 10).map(\.version) == [1])
  }

  @Test func `the desk read from live equals the desk folded from the log`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, leak("2-1-301")))
    try clerk.record(
      submission(3, .ticket(TicketID(.repair, 1), .assign(staff: "李强")), at: after(minutes: 1)))
    let other = try store.clerk()
    #expect(other.desk == clerk.desk)
    var folded = Desk(policy: .standard, zone: Store.zone)
    for event in try clerk.journal.events(after: 0, limit: .max) { folded.evolve(event) }
    #expect(folded == clerk.desk)
  }

  @Test func `a refused command leaves no trace`() throws {
    let clerk = try store.clerk()
    let refusal = try clerk.refusal(submission(1, .ticket(TicketID(.repair, 9), .accept)))
    #expect(refusal == .ticketUnknown(TicketID(.repair, 9)))
    #expect(clerk.journal.position == 0)
  }

  @Test func `what another process wrote comes first`() throws {
    let (one, two) = (try store.clerk(), try store.clerk())
    try one.record(submission(1, leak()))
    let recorded = try two.record(submission(2, leak("2-1-301")))
    #expect(recorded.events.map(\.position) == [1, 2])
    #expect(try one.catchUp()?.events.map(\.position) == [2])
    #expect(try one.catchUp() == nil)
    #expect(one.desk == two.desk)
  }

  @Test func `a name and phone go into the vault and never into an event`() throws {
    let clerk = try store.clerk()
    let caller = Contact(id: "c1", name: "赵女士", phone: "13800000000")
    let ticket = NewTicket(kind: .repair, place: Place("3-2-1501"), subject: "漏水", contact: "c1")
    let recorded = try clerk.record(submission(1, .report(ticket), contact: caller))
    #expect(recorded.contacts == ["c1": caller])
    let payload = try clerk.journal.connection.text("SELECT payload FROM event")
    #expect(payload?.contains("138") == false)
  }
}
