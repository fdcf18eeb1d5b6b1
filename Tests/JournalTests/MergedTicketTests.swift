import Desk
import Foundation
import Testing

@testable import Journal

/// Tickets that were joined, as the store brings them back.
@Suite struct MergedTicketTests {
  private let store = Store()
  private let first = TicketID(.repair, 1)
  private let second = TicketID(.repair, 2)

  @Test func `a ticket comes back out of one that has ended, and whoever was told there stays told`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, leak(), at: after(minutes: 1)))
    try clerk.record(submission(3, .ticket(first, .merge(into: second)), at: after(minutes: 2)))
    try clerk.record(
      submission(4, .ticket(second, .giveFeedback(text: "", reporter: nil)), at: after(minutes: 3)))
    try clerk.record(submission(5, .ticket(second, .cancel(reason: "误报")), at: after(minutes: 4)))
    let there = try store.clerk()
    try clerk.record(submission(6, .ticket(first, .split(reporter: nil)), at: after(minutes: 5)))
    #expect(clerk.desk.tickets[first]?.work.reporters.map(\.toldAt) == [after(minutes: 3)])
    #expect(clerk.desk.tickets[second] == nil)
    _ = try there.catchUp()
    #expect(there.desk == clerk.desk)
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `what was merged into a ticket is kept with it`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, leak(), at: after(minutes: 1)))
    try clerk.record(submission(3, .ticket(first, .setUrgency(.urgent, reason: "")), at: after(minutes: 2)))
    try clerk.record(submission(4, .ticket(first, .merge(into: second)), at: after(minutes: 3)))
    #expect(clerk.desk.tickets[second]?.work.urgentSince == after(minutes: 2))
    #expect(try store.clerk().desk == clerk.desk)
    try clerk.journal.rebuild()
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.verify().findings == [])
  }
}
