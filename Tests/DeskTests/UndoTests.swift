import Desk
import Foundation
import Testing

@Suite struct UndoTests {
  private let command = UUID()

  private func undo(_ before: Given, _ id: TicketID = .first) throws -> TicketCommand {
    .undo(undoes: command, restores: try before.ticket(id).work)
  }

  @Test(arguments: [
    TicketCommand.assign(staff: "老王"), .arrive, .complete(text: ""), .cancel(reason: "误报"),
    .hold(.parts, evidence: "", ownerTold: true), .setUrgency(.ordinary, reason: "已关阀"),
    .giveFeedback(text: "", reporter: nil), .categorise(category: "lift", complexity: .complex),
    .join(contact: "b", text: ""), .paper(.quote(amount: 5000, what: "换龙头")),
    .paper(.promise(at: minute(60), text: "上门")), .paper(.orderPart(what: "阀芯", expected: nil)),
  ]) func `undo puts the work back exactly`(action: TicketCommand) throws {
    let before = Given(.repair(urgent: true), policy: .quiet)
    let after = before.and(action, at: 10)
    #expect(try after.ticket().work != before.ticket().work)
    let undone = after.and(try undo(before), at: 11, seen: try after.ticket().version)
    #expect(try undone.ticket().work == before.ticket().work)
    #expect(undone.desk.tickets[.first]?.work == before.desk.tickets[.first]?.work)
    #expect(undone.desk.nextCrossing == before.desk.nextCrossing)
  }

  @Test func `undo is refused when the work changed since`() throws {
    let before = Given(.repair())
    let after = before.and(.assign(staff: "老王"), at: 1)
    let seen = try after.ticket().version
    after.and(.arrive, at: 2).when(try undo(before), at: 3, seen: seen).refused(with: .changedSince(.first))
    after.when(try undo(before), at: 3).refused(with: .changedSince(.first))
  }

  @Test func `actions are undone one after the other, the last first`() throws {
    let before = Given(.repair())
    let assigned = before.and(.assign(staff: "老王"), at: 1)
    let arrived = assigned.and(.arrive, at: 2)
    let once = arrived.and(try undo(assigned), at: 3, seen: try arrived.ticket().version)
    let twice = once.and(try undo(before), at: 4, seen: try assigned.ticket().version)
    #expect(try twice.ticket().work == before.ticket().work)
  }

  @Test func `crossings and notes in between do not stand in the way`() throws {
    let before = Given(.repair(urgent: true))
    let after = before.and(.assign(staff: "老王"), at: 1)
    let later = after.passing(to: 40).and(.note(text: "来电"), at: 41)
    let undone = later.when(try undo(before), at: 42, seen: try after.ticket().version)
      .then(.corrected(undoes: command, restores: try before.ticket().work))
    #expect(undone.breaches(.onSite) == [30])
    #expect(try undone.ticket().notes == 1)
  }

  @Test func `a report, and what changed nothing, cannot be undone`() throws {
    let given = Given(.repair())
    given.when(try undo(given), at: 1, seen: 1).refused(with: .nothingToUndo(.first))
    let assigned = given.and(.assign(staff: "老王"), at: 1)
    assigned.when(try undo(assigned), at: 2, seen: 9).refused(with: .nothingToUndo(.first))
  }

  @Test func `a merge cannot be undone from one side`() throws {
    let before = Given(.repair(), .repair())
    let after = before.and(.merge(into: .second), at: 1)
    after.when(try undo(before), at: 2, seen: 2).refused(with: .mergedSince(.first, into: .second))
  }

  @Test func `what was done before a merger is undone once the two are apart, on either side`() throws {
    let before = Given(.repair(), .repair())
    let assigned = before.and(.assign(staff: "老王"), at: 1).and(.assign(staff: "老李"), on: .second, at: 1)
    let merged = assigned.and(.merge(into: .second), at: 2)
    for id in [TicketID.first, .second] {
      let seen = merged.desk.tickets[id]?.version ?? 9
      merged.when(try undo(before, id), on: id, at: 3, seen: seen)
        .refused(with: .mergedSince(.first, into: .second))
    }
    let apart = merged.and(.split(reporter: nil), at: 3)
    #expect(try apart.ticket().work.papers.ties == 1)
  }

  @Test func `an undone closing is open again and counts as never closed`() throws {
    let before = Given(.repair()).and(.giveFeedback(text: "", reporter: nil), at: 1).and(
      .complete(text: ""), at: 2
    ).vouched(by: "老王", at: 2)
    let after = before.and(.close(text: ""), at: 3)
    let undone = after.and(try undo(before), at: 4, seen: try after.ticket().version)
    #expect(undone.desk.tickets[.first]?.stage == .completed)
    #expect(try undone.ticket().work.closedAt == nil)
  }

  @Test func `an undone reopening forgets its cycle, and the next one crosses afresh`() throws {
    let closed = Given(.repair(urgent: true)).and(.cancel(reason: "误报"), at: 5)
    let reopened = closed.and(.reopen(reason: "又漏"), at: 10)
    let undone = reopened.passing(to: 41)
      .and(try undo(closed), at: 42, seen: try reopened.ticket().version)
    #expect(try undone.ticket().reopenings.isEmpty)
    #expect(undone.desk.tickets.isEmpty)
    let again = undone.and(.reopen(reason: "又漏"), at: 50).passing(to: 81)
    #expect(again.breaches(.onSite) == [40, 80])
    #expect(again.desk.brokenInvariants() == [])
  }

  @Test func `undoing a hold gives its time no rest`() throws {
    let before = Given(.repair("lighting"))
    let held = before.and(.hold(.parts, evidence: "", ownerTold: true), at: 60)
    let undone = held.and(try undo(before), at: 120, seen: try held.ticket().version)
    #expect(try undone.clock(.lighting).due == minute(480))
  }
}
