import Desk
import struct Desk.Stream
import Foundation
import Testing

/// Rounds the desk plans by itself. The desk opens on Friday 2026-11-20 at 09:00 in Shanghai.
@Suite struct PlanningTests {
  private let night = RoundSchedule(.hours(2), from: 22 * 60, until: 6 * 60, guardName: "张强")

  private func route(_ schedule: RoundSchedule) -> Route {
    Route(
      id: "N", name: "夜巡",
      points: [
        Checkpoint(id: "1", name: "东门", within: 20), Checkpoint(id: "2", name: "泵房", opens: 10, within: 40),
      ], schedule: schedule)
  }

  private func published(_ schedule: RoundSchedule) -> Given {
    Given(zone: shanghai).and(.publishRoute(route(schedule)), at: 0)
  }

  private func starts(
    _ schedule: RoundSchedule, after: String, _ count: Int, in zone: TimeZone
  ) throws -> [String] {
    let form = Date.ISO8601FormatStyle(timeZone: .gmt)
    var at = try form.parse(after)
    return try (0..<count).map { _ in
      at = try #require(schedule.next(after: at, in: zone))
      return form.format(at)
    }
  }

  private func checkIn(_ point: String) -> Command {
    .checkIn(route: "N", point: point, guardName: "", result: .ok, note: "", method: "nfc")
  }

  @Test func `every two hours by night goes over midnight and rests by day`() throws {
    let found = try starts(night, after: "2026-11-20T01:00:00Z", 6, in: shanghai)
    #expect(
      found == [
        "2026-11-20T14:00:00Z", "2026-11-20T16:00:00Z", "2026-11-20T18:00:00Z", "2026-11-20T20:00:00Z",
        "2026-11-20T22:00:00Z", "2026-11-21T14:00:00Z",
      ])
  }

  @Test func `a week, a month and the last day of a short month come round`() throws {
    let weekly = RoundSchedule(.weekly(on: 1), from: 9 * 60)
    #expect(
      try starts(weekly, after: "2026-11-20T01:00:00Z", 2, in: shanghai) == [
        "2026-11-23T01:00:00Z", "2026-11-30T01:00:00Z",
      ])
    let monthly = RoundSchedule(.monthly(on: 31), from: 9 * 60)
    #expect(
      try starts(monthly, after: "2027-01-31T01:00:00Z", 2, in: shanghai) == [
        "2027-02-28T01:00:00Z", "2027-03-31T01:00:00Z",
      ])
  }

  @Test func `a clock change neither loses a round nor doubles one`() throws {
    let london = try #require(TimeZone(identifier: "Europe/London"))
    let hourly = RoundSchedule(.hours(1), from: 0)
    // On 2027-03-28 01:00 does not exist and would be 02:00; on 2026-10-25 it comes twice.
    #expect(
      try starts(hourly, after: "2027-03-27T23:30:00Z", 3, in: london) == [
        "2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z",
      ])
    #expect(
      try starts(hourly, after: "2026-10-24T22:30:00Z", 3, in: london) == [
        "2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z",
      ])
  }

  @Test func `the rounds of the next day are planned ahead, each once`() {
    let given = published(night)
    #expect(given.desk.nextCrossing == minute(0))
    let planned = given.when(.recordCrossings, at: 1).taken
    let ids = planned.desk.plannedRounds(on: "N").map(\.id.description)
    #expect(
      ids == [
        "P-20261120-N-1", "P-20261121-N-1", "P-20261121-N-2", "P-20261121-N-3", "P-20261121-N-4",
      ])
    #expect(planned.desk.plannedRounds(on: "N").allSatisfy { $0.guardName == "张强" })
    planned.when(.recordCrossings, at: 1).thenFacts([])
    planned.when(.recordCrossings, at: 779).thenFacts([])
    let next = planned.when(.recordCrossings, at: 780)
    #expect(next.facts.map(\.occurredAt) == [minute(780)])
  }

  @Test func `a planned round is walked by whoever comes, its windows counted from its start`() throws {
    let planned = published(night).when(.recordCrossings, at: 1).taken
    let round = RoundID(day: 20_261_120, route: "N", number: 1)
    let early = planned.and(checkIn("1"), at: 775)
    #expect(early.desk.rounds[round]?.point("1")?.state == .early)
    #expect(early.desk.openRound(on: "N")?.guardName == "张强")
    #expect(early.and(checkIn("2"), at: 789).desk.rounds[round]?.point("2")?.state == .early)
    #expect(early.and(checkIn("2"), at: 790).desk.rounds[round]?.point("2")?.state == .onTime)
    let wrong = try #require(planned.and(checkIn("2"), at: 790).and(checkIn("1"), at: 795).desk.rounds[round])
    #expect(wrong.points.map(\.checkedAt) == [minute(795), minute(790)], "the wrong order is on record")
    let hours = planned.and(checkIn("1"), at: 700).desk.openRound(on: "N")
    #expect(hours?.begins == minute(700), "two hours early is a round of its own")
  }

  @Test func `a planned round nobody starts is missed at every point and expires`() {
    let planned = published(night).when(.recordCrossings, at: 1).taken
    let round = RoundID(day: 20_261_120, route: "N", number: 1)
    let own = planned.when(.recordCrossings, at: 851).facts.filter { $0.event.stream == Stream(round) }
    #expect(
      own == [
        Fact(.round(round, .missed(point: "1")), at: minute(800)),
        Fact(.round(round, .missed(point: "2")), at: minute(820)),
        Fact(.round(round, .expired), at: minute(850)),
      ])
    let expired = planned.passing(to: 851)
    let excused = expired.and(.excuseMiss(round, point: "泵房", reason: "暴雨"), at: 900)
    #expect(excused.desk.rounds[round]?.points.map(\.state) == [.missed, .excused])
    excused.when(.excuseMiss(round, point: "2", reason: "又"), at: 901)
      .refused(with: .pointNotMissed(route: "N", point: "泵房"))
    excused.when(.excuseMiss(round, point: "1", reason: " "), at: 901).refused(with: .reasonMissing)
    excused.when(.assignRound(round, guardName: "赵磊"), at: 901).refused(with: .roundOver(round))
    var figures = PatrolFigures()
    if let ended = excused.desk.rounds[round] { figures.count(ended, asOf: minute(900)) }
    #expect(figures.planned == 1)
    #expect(figures.done == 0)
    #expect(figures.unstarted == 1)
    #expect(figures.points == [.missed: 1, .excused: 1])
  }

  @Test
  func
    `the rounds of days without a desk are recorded as missed, in order, each once and at its true instants`()
    throws
  {
    let before = published(night).passing(to: 1)
    let later = before.when(.recordCrossings, at: 10 * 1440)
    #expect(later.facts.map(\.occurredAt) == later.facts.map(\.occurredAt).sorted())
    let after = later.taken
    let planned = after.record.compactMap { fact -> Date? in
      if case .round(_, .planned(_, _, let start)) = fact.event { start } else { nil }
    }
    // Five a night: those that began by then, and those of the day ahead.
    let all = try starts(night, after: "2026-11-20T01:00:00Z", 55, in: shanghai)
    #expect(planned.map { Date.ISO8601FormatStyle(timeZone: .gmt).format($0) } == all)
    let expired = after.record.compactMap { fact -> Date? in
      if case .round(_, .expired) = fact.event { fact.occurredAt } else { nil }
    }
    #expect(expired == planned.map { $0.addingTimeInterval(70 * 60) }.filter { $0 < minute(10 * 1440) })
    let missed = after.record.count { if case .round(_, .missed) = $0.event { true } else { false } }
    #expect(missed == 2 * expired.count)
    after.when(.recordCrossings, at: 10 * 1440).thenFacts([])
    #expect(after.desk.brokenInvariants().isEmpty)
  }

  @Test func `after a year without a desk the latest rounds are recorded, and no monthly round is lost`() {
    let year = 400.0 * 1440
    let after = published(night).passing(to: 1).and(.recordCrossings, at: year)
    let planned = after.record.compactMap { fact -> Date? in
      if case .round(_, .planned(_, _, let start)) = fact.event { start } else { nil }
    }
    // Every two hours, 750 of them if it were round the clock: 62 days and a half.
    #expect((300...325).contains(planned.count))
    #expect(planned.dropFirst(5).allSatisfy { $0 > minute(year - 750 * 120) })
    let fire = published(RoundSchedule(.monthly(on: 1), from: 540, guardName: "王强")).passing(to: year)
    let days = fire.record.compactMap { fact -> Int? in
      if case .round(let id, .expired) = fact.event { id.day } else { nil }
    }
    #expect(days.count == 13 && days.first == 20_261_201 && days.last == 20_271_201)
  }

  @Test func `who checks in after days without a desk, or publishes the route anew, leaves no round out`() {
    let before = published(night).passing(to: 1)
    let walked = before.and(checkIn("1"), at: 3 * 1440 + 13 * 60 + 5)
    let published = before.and(.publishRoute(route(RoundSchedule(.daily, from: 60))), at: 3 * 1440)
    for (given, count) in [(walked, 21), (published, 20)] {
      let planned = given.record.count { if case .round(_, .planned) = $0.event { true } else { false } }
      #expect(planned == count)
      #expect(given.desk.brokenInvariants().isEmpty)
    }
    #expect(walked.desk.openRound(on: "N")?.id == RoundID(day: 20_261_123, route: "N", number: 5))
  }

  @Test func `a round keeps the version it was planned with, and its guard can change`() {
    let planned = published(night).when(.recordCrossings, at: 1).taken
    var longer = route(night)
    longer.points.append(Checkpoint(id: "3", name: "屋面", within: 60))
    let round = RoundID(day: 20_261_120, route: "N", number: 1)
    let given = planned.and(.publishRoute(longer), at: 2).and(.assignRound(round, guardName: "赵磊"), at: 3)
    #expect(given.desk.rounds[round]?.points.count == 2)
    #expect(given.desk.rounds[round]?.guardName == "赵磊")
    let later = given.passing(to: 800).desk.plannedRounds(on: "N").last
    #expect(later?.points.count == 3)
  }

  @Test func `rounds of a schedule that was changed or dropped are owed no more`() {
    let planned = published(night).when(.recordCrossings, at: 1).taken
    var route = route(night)
    route.schedule = nil
    let dropped = planned.and(.publishRoute(route), at: 2)
    #expect(dropped.desk.plannedRounds(on: "N").isEmpty)
    #expect(dropped.passing(to: 3000).record == dropped.record)
    let daily = planned.and(.publishRoute(self.route(RoundSchedule(.daily, from: 660))), at: 2).passing(to: 3)
    #expect(daily.desk.plannedRounds(on: "N").map(\.begins) == [minute(120)])
    let begun = planned.and(.publishRoute(route), at: 785)
    #expect(begun.desk.plannedRounds(on: "N").map(\.begins) == [minute(780)], "what should have begun stays")
    #expect(Given(dropped.record).desk == dropped.desk)
  }

  @Test func `a schedule that cannot be is refused`() {
    for schedule in [
      RoundSchedule(.hours(0), from: 0), RoundSchedule(.daily, from: 1440),
      RoundSchedule(.weekly(on: 8), from: 0),
      RoundSchedule(.monthly(on: 32), from: 0), RoundSchedule(.daily, from: 0, until: 60),
    ] {
      Given().when(.publishRoute(route(schedule)), at: 0).refused(with: .scheduleImpossible("N"))
    }
  }
}
