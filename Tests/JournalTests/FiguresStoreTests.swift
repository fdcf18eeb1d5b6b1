import Desk
import Foundation
import Testing

@testable import Journal

/// Figures read back from the record.
@Suite struct FiguresStoreTests {
  private let store = Store()
  private let today = FigurePeriod(
    first: CivilDate(nine, in: Store.zone), last: CivilDate(nine, in: Store.zone), in: Store.zone)

  @Test func `what today brought is read from the end of the record, and agrees with the figures of the day`()
    throws
  {
    let clerk = try store.clerk()
    let (old, own, missed) = (TicketID(.repair, 1), TicketID(.repair, 2), TicketID(.repair, 3))
    try clerk.record(submission(1, leak(), at: after(minutes: -3000)))
    try clerk.record(submission(2, leak("大堂", subject: "灯"), at: after(minutes: -2000)))
    try clerk.record(submission(3, .ticket(own, .complete(text: "昨天")), at: after(minutes: -1000)))
    try clerk.record(submission(4, leak("3-2-1502"), at: after(minutes: 1)))
    try clerk.record(
      submission(5, .ticket(missed, .giveFeedback(text: "", reporter: nil)), at: after(minutes: 9)))
    try clerk.record(submission(6, .ticket(old, .complete(text: "今天")), at: after(minutes: 30)))
    let empty = FigureBook(today, asOf: after(minutes: 60))
    let brief = try clerk.journal.traffic(empty, clerk.desk.policies)
    #expect(brief.total.reported == 1 && brief.finished == 1)
    #expect(brief.hours[9] == 1 && brief.hours.reduce(0, +) == 1)
    let whole = try clerk.journal.figures(empty, clerk.desk)
    #expect(brief.total == whole.total && brief.finished == whole.finished && brief.hours == whole.hours)
  }

  @Test func `what was noted down under an earlier day hides nothing of today`() throws {
    let clerk = try store.clerk()
    for (n, minutes) in [1.0, 2, -3000, 4].enumerated() {
      try clerk.record(submission(n + 1, leak("3-2-150\(n)"), at: after(minutes: minutes)))
    }
    let empty = FigureBook(today, asOf: after(minutes: 60))
    #expect(try clerk.journal.traffic(empty, clerk.desk.policies).total.reported == 3)
  }

  @Test func `what was reopened today is done neither in the pane nor in the figures`() throws {
    let clerk = try store.clerk()
    let id = TicketID(.repair, 1)
    try clerk.record(submission(1, leak(), at: after(minutes: 1)))
    try clerk.record(submission(2, .ticket(id, .complete(text: "")), at: after(minutes: 2)))
    try clerk.record(submission(3, .ticket(id, .reopen(reason: "又漏")), at: after(minutes: 3)))
    let empty = FigureBook(today, asOf: after(minutes: 60))
    let (brief, whole) = (
      try clerk.journal.traffic(empty, clerk.desk.policies), try clerk.journal.figures(empty, clerk.desk)
    )
    #expect(brief.finished == 0 && whole.finished == 0 && whole.total.completed == 0)
  }

  @Test func `what was taken back since did not happen, also as of an instant between`() throws {
    let clerk = try store.clerk()
    let ticket = TicketID(.repair, 1)
    try clerk.record(submission(1, leak(), at: after(minutes: 1)))
    let before = try #require(clerk.desk.tickets[ticket])
    try clerk.record(submission(2, .ticket(ticket, .complete(text: "")), at: after(minutes: 10)))
    let done = try clerk.journal.figures(FigureBook(today, asOf: after(minutes: 15)), clerk.desk)
    #expect(done.finished == 1)
    let undo = TicketCommand.undo(undoes: id(2), restores: before.work)
    try clerk.record(submission(3, .ticket(ticket, undo), at: after(minutes: 20), seen: before.version + 1))
    let redo = TicketCommand.complete(text: "")
    try clerk.record(submission(4, .ticket(ticket, redo), at: after(minutes: 30)))
    for (minutes, finished) in [(5.0, 0), (15, 0), (25, 0), (35, 1)] {
      let book = try clerk.journal.figures(FigureBook(today, asOf: after(minutes: minutes)), clerk.desk)
      #expect(book.finished == finished, "as of \(minutes)")
      let then = try clerk.journal.desk(asOf: after(minutes: minutes)).tickets[ticket]
      #expect((then?.work.completedAt != nil) == (finished == 1), "as of \(minutes)")
    }
  }

  @Test func `a record that is empty or all of an earlier day brought nothing today`() throws {
    let clerk = try store.clerk()
    let empty = FigureBook(today, asOf: after(minutes: 60))
    #expect(try clerk.journal.traffic(empty, clerk.desk.policies) == empty)
    try clerk.record(submission(1, leak(), at: after(minutes: -3000)))
    #expect(try clerk.journal.traffic(empty, clerk.desk.policies) == empty)
  }

  @Test func `what is long past is not gone through to find what today brought`() throws {
    let clerk = try store.clerk()
    for n in 1...300 { try clerk.record(submission(n, leak(), at: after(minutes: Double(n) - 3000))) }
    let statement = try clerk.journal.connection.statement(
      "EXPLAIN QUERY PLAN " + Journal.busyTickets)
    defer { statement.reset() }
    #expect(try statement.step() && statement.text(3).contains("PRIMARY KEY (rowid>?)"))
  }

  @Test func `rounds and shifts of the period are counted from their streams`() throws {
    let clerk = try store.clerk()
    let route = Route(id: "A", name: "A线", points: [Checkpoint(id: "1", name: "东门", within: 10)])
    try clerk.record(submission(1, .publishRoute(route), at: after(minutes: 0)))
    try clerk.record(submission(2, .startRound(route: "A", guardName: "张强"), at: after(minutes: 1)))
    try clerk.record(submission(3, .startShift(.early, on: ["李敏"]), at: after(minutes: 2)))
    let book = try clerk.journal.figures(FigureBook(today, asOf: after(minutes: 90)), clerk.desk)
    // Nobody came and no desk recorded it: the round is over all the same.
    #expect(book.patrol["A"]?.planned == 1 && book.patrol["A"]?.abandoned == 1)
    #expect(book.roster == ["李敏": [.early: 1]])
    let soon = try clerk.journal.figures(FigureBook(today, asOf: after(minutes: 5)), clerk.desk)
    #expect(soon.patrol["A"]?.planned == 0, "still walked")
  }

  @Test func `rounds of older days that were written down late are counted by when they began`() throws {
    let clerk = try store.clerk()
    let route = Route(id: "A", name: "A线", points: [Checkpoint(id: "1", name: "东门", within: 10)])
    for day in 0..<8 {
      let start = after(minutes: -1440 * Double(day))
      let walked = WalkedRound(
        source: LogNumber(log: "punches", number: "\(day)"), route: route, guardName: "张强", start: start,
        reached: ["1": start.addingTimeInterval(60)], isAbandoned: false, method: "nfc")
      try clerk.record(submission(day + 1, .importRound(walked), at: after(minutes: 1)))
    }
    for day in 0..<8 {
      let date = CivilDate(nine, in: Store.zone).adding(days: -day)
      let period = FigurePeriod(first: date, last: date, in: Store.zone)
      let book = try clerk.journal.figures(FigureBook(period, asOf: after(minutes: 90)), clerk.desk)
      #expect(book.patrol["A"]?.done == 1, "\(date)")
    }
  }
}
