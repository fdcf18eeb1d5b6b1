import Desk
import Foundation
import Testing

@Suite struct FigureBookTests {
  private let day = FigurePeriod(
    first: CivilDate(year: 2026, month: 11, day: 20), last: CivilDate(year: 2026, month: 11, day: 20),
    in: shanghai)

  /// Counts everything that happened, as it was known so many minutes after opening.
  private func book(_ given: Given, at asOf: Double, by group: FigureGroup? = nil) throws -> FigureBook {
    var book = FigureBook(day, asOf: minute(asOf), by: group)
    var events: [TicketID: [RecordedEvent]] = [:]
    for fact in given.record {
      guard case .ticket(let id, _) = fact.event else { continue }
      let version = (events[id]?.count ?? 0) + 1
      events[id, default: []].append(
        RecordedEvent(
          position: version, command: UUID(), sequence: 0, version: version, occurredAt: fact.occurredAt,
          recordedAt: fact.occurredAt, actor: Actor(name: "李敏", desk: ""), event: fact.event))
    }
    for (id, events) in events {
      guard let life = TicketLife(id, events, given.desk.policies, asOf: minute(asOf)) else { continue }
      book.add(life, system: given.desk.policy.system(of: life.ticket.work.category))
    }
    return book
  }

  @Test func `nothing reported gives no figure and no rate`() throws {
    let book = try book(Given(), at: 60)
    #expect(book.total == Tally())
    #expect(book.total.promises.permille == nil)
    #expect(book.stars.isEmpty && book.worst().isEmpty)
  }

  @Test func `one urgent ticket, on site in 20 minutes and told too late, is one of two`() throws {
    let given = Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 5).and(.accept, at: 10)
      .and(.arrive, at: 20).and(.giveFeedback(text: "", reporter: nil), at: 241)
    let total = try book(given, at: 250).total
    #expect(total.clocks[.onSite] == ClockTally(met: 1))
    #expect(total.clocks[.feedback] == ClockTally(missed: 1))
    #expect(total.responses[.accepted]?.percentiles([50, 90, 95]) == [600, 600, 600])
    #expect(total.responses[.onSite]?.percentiles([50]) == [1200])
    #expect(total.steps[.taking] == 600)
    #expect(total.steps[.travelling] == 600)
    #expect(total.open == 1 && total.completed == 0)
  }

  @Test(arguments: [(30.0, 0, 1), (30.1, 1, 0), (29, 0, 1)])
  func `as of the past, what came later is not known`(asOf: Double, late: Int, running: Int) throws {
    let given = Given(.repair(urgent: true)).and(.arrive, at: 40)
    let tally = try book(given, at: asOf).total.clocks[.onSite]
    #expect(tally?.late == late && tally?.running == running)
  }

  @Test func `a reopened ticket counts its promises twice`() throws {
    let given = Given(.repair(urgent: true)).and(.arrive, at: 10).and(.complete(text: ""), at: 20)
      .and(.giveFeedback(text: "", reporter: nil), at: 22).and(.cancel(reason: "误"), at: 25).and(
        .reopen(reason: "又漏"), at: 26
      ).and(.arrive, at: 95)
    let total = try book(given, at: 100).total
    #expect(total.clocks[.onSite] == ClockTally(met: 1, missed: 1))
    #expect(total.reopened == 1)
  }

  @Test func `two faults at once are one outage`() throws {
    let light = NewTicket(kind: .repair, place: Place("地库B2"), category: "lighting", subject: "不亮")
    let given = Given(light, light).and(.complete(text: ""), at: 60)
    let book = try book(given, at: 900)
    // 09:00 to 24:00 are 54,000 s of the day's 86,400: the second fault is open for all of them.
    #expect(book.lightFaults.seconds == 54_000)
    #expect(book.lightFaults.availability(in: day.range) == 3750)
    #expect(book.fireFaults.availability(in: day.range) == 10_000)
    #expect(book.worst().map(\.count) == [2])
  }

  @Test func `percentiles are the nearest rank`() throws {
    var given = Given()
    for index in 1...20 {
      let id = TicketID(.repair, index)
      given = given.and(.report(.repair()), at: 0).and(.ticket(id, .assign(staff: "老王")), at: 0)
    }
    for index in 1...20 { given = given.and(.ticket(TicketID(.repair, index), .accept), at: Double(index)) }
    let samples = try #require(try book(given, at: 30).total.responses[.accepted])
    #expect(samples.count == 20)
    #expect(samples.percentiles([50, 90, 95, 100]) == [600, 1080, 1140, 1200])
  }

  @Test(arguments: [
    ("2026-03", "America/New_York", 31 * 24 - 1), ("2026-11", "America/New_York", 30 * 24 + 1),
    ("2026-Q1", "Asia/Shanghai", 90 * 24), ("2028-02", "Asia/Shanghai", 29 * 24),
    ("2026-12", "Asia/Shanghai", 31 * 24), ("2026-q4", "America/New_York", 92 * 24 + 1),
  ]) func `a period has the hours its zone gives it`(text: String, zone: String, hours: Int) throws {
    let zone = try #require(TimeZone(identifier: zone))
    let period = try #require(FigurePeriod(text, in: zone))
    #expect(period.range.upperBound.timeIntervalSince(period.range.lowerBound) == Double(hours) * 3600)
  }

  @Test(arguments: ["2026-13", "2026-Q5", "2026", "2026-00", "26-10", "2026-10-01", "2026-Q", "x"])
  func `what is no month and no quarter is not one`(text: String) {
    #expect(FigurePeriod(text, in: shanghai) == nil)
  }
}
