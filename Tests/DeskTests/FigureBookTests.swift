import Desk
import Foundation
import Testing
import struct Desk.Stream

@Suite struct FittingSkillTests {
  @Test(arguments: [
    ("水工", "leak", true), ("Plumber", "leak", true), ("electrician", "lift", true),
    ("lift engineer", "lift", true),
    ("security guard", "noise", true), ("plumber", "power", false), ("保洁", "cleaning", true),
  ]) func `a trade is known in either language`(skill: String, category: String, fits: Bool) {
    #expect((StaffMember(name: "Li", skills: [skill]).skill(for: category) != nil) == fits)
  }
}

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
    var past = PastRounds()
    for (index, fact) in given.record.enumerated() where fact.occurredAt <= minute(asOf) {
      past.take(
        RecordedEvent(
          position: index, command: UUID(), sequence: 0, version: 1, occurredAt: fact.occurredAt,
          recordedAt: fact.occurredAt, actor: .system, event: fact.event))
    }
    for round in past.rounds.values { book.add(round) }
    for id in given.desk.incidents.keys {
      let incident = Incident.folded(id, record(of: Stream(id), given), asOf: minute(asOf))
      if let incident { book.add(incident) }
    }
    for shift in given.desk.shifts.keys { book.add(shift, record(of: Stream(shift), given)) }
    for (id, events) in events {
      guard let life = TicketLife(id, events, given.desk.policies, asOf: minute(asOf)) else { continue }
      book.add(life, system: given.desk.policy.system(of: life.ticket.work.category))
    }
    book.date(given.desk.assets.values)
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

  @Test func `a wait counts as waiting alone, whichever step it was in`() throws {
    let given = Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 0).and(.accept, at: 0)
      .and(.hold(.ownerTime, evidence: "约好", ownerTold: false), at: 10).and(.resume, at: 130).and(
        .arrive, at: 130
      )
      .and(.complete(text: ""), at: 190)
    let steps = try book(given, at: 200).total.steps
    #expect(steps[.travelling] == 600)
    #expect(steps[.working] == 3600)
    #expect(steps[.waiting] == 7200)
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

  @Test func `every time that was promised to an owner is kept or broken by itself`() throws {
    let given = Given(.repair()).and(.paper(.promise(at: minute(60), text: "")), at: 1)
      .and(.paper(.promise(at: minute(90), text: "")), at: 30)
      .and(.paper(.promise(at: minute(120), text: "")), at: 100).and(.arrive, at: 110)
      .and(.paper(.promise(at: minute(200), text: "")), at: 130)
    #expect(try book(given, at: 150).total.clocks[.promise]?.running == 1)
    let total = try book(given, at: 300).total
    let tally = try #require(total.clocks[.promise])
    #expect(tally.met == 1 && tally.missed == 1 && tally.late == 1 && tally.running == 0)
    #expect(total.promises.sample >= 3)
  }

  @Test func `each caller waits to be told from their own call`() throws {
    let given = Given(.repair()).and(.join(contact: "b", text: ""), at: 100)
      .and(.giveFeedback(text: "", reporter: 0), at: 30).and(.giveFeedback(text: "", reporter: 1), at: 110)
      .and(.join(contact: "c", text: ""), at: 150)
    let feedback = try #require(try book(given, at: 200).total.responses[.feedback])
    #expect(feedback.count == 2)
    #expect(feedback.percentiles([50, 90]) == [600, 1800])
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

  @Test func `a breach that was rescinded is among the kept and stands apart`() throws {
    let late = Given(.repair(urgent: true)).and(
      .joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0
    ).passing(to: 45).and(.arrive, at: 45)
    #expect(try book(late, at: 60).total.clocks[.onSite] == ClockTally(missed: 1))
    let kept = late.when(.rescind(.onSite, reason: "门岗记录"), at: 25, by: "赵敏", writtenAt: 50).taken
    let tally = try #require(try book(kept, at: 60).total.clocks[.onSite])
    #expect(tally.met == 1 && tally.missed == 0 && tally.late == 0 && tally.rescinded == 1)
    #expect(try book(kept, at: 60).failures["plumbing"]?.missed == 0)
    #expect(try book(kept, at: 60).total.responses[.onSite]?.percentiles([50]) == [25 * 60])
    #expect(try book(late, at: 60).total.responses[.onSite]?.percentiles([50]) == [45 * 60])
  }

  @Test func `an answer that a supervisor found counts where none was written down`() throws {
    let late = Given(.repair()).and(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0)
      .passing(to: 300)
    #expect(try book(late, at: 310).total.responses[.feedback] == nil)
    let kept = late.and(.rescind(.feedback, reason: "已电话回复"), at: 100, by: "赵敏")
    let total = try book(kept, at: 310).total
    #expect(total.responses[.feedback]?.percentiles([50]) == [100 * 60])
    #expect(total.clocks[.feedback]?.met == 1 && total.clocks[.feedback]?.late == 0)
  }

  @Test func `what was missed before it was cancelled stays in the rates`() throws {
    let given = Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 1).and(
      .cancel(reason: "误"), at: 45)
    let book = try book(given, at: 60, by: .category)
    #expect(book.total.clocks[.onSite]?.late == 1 && book.total.clocks.count == 1, "nobody came")
    #expect(book.total.leftOut == 1 && book.total.completed == 0)
    #expect(book.people["老王"]?.promises.late == 1)
    #expect(book.failures["plumbing"]?.missed == 1)
    #expect(book.themes.isEmpty)
  }

  @Test func `an answer owed to two is one promise: broken when one of them had to wait`() throws {
    let two = Given(.repair()).and(.join(contact: "b", text: ""), at: 10)
    let answer = TicketCommand.giveFeedback(text: "", reporter: nil)
    #expect(try book(two.and(answer, at: 20), at: 60).total.clocks[.feedback] == ClockTally(met: 1))
    let waiting = try book(two.passing(to: 600), at: 600).total.clocks[.feedback]
    #expect(waiting?.late == 1 && waiting?.sample == 1)
    let late = two.passing(to: 600).and(answer, at: 600)
    #expect(try book(late, at: 700).total.clocks[.feedback] == ClockTally(missed: 1))
  }

  @Test func `what was reopened is not done any more, and what the day and its totals say agrees`() throws {
    let given = Given(.repair(), .repair(), .repair()).and(.complete(text: ""), on: .first, at: 5)
      .and(.complete(text: ""), on: .second, at: 6).and(.reopen(reason: "又漏"), on: .second, at: 20)
    let before = try book(given, at: 10)
    #expect(before.finished == 2 && before.total.completed == 2)
    let after = try book(given, at: 30)
    #expect(after.finished == 1 && after.total.completed == 1 && after.total.open == 2)
    let again = try book(given.and(.complete(text: ""), on: .second, at: 40), at: 50)
    #expect(again.finished == 2 && again.total.completed == 2, "done twice and counted once")
  }

  @Test
  func `what was completed today counts as done whenever it was reported, and hours are those of the desk`()
    throws
  {
    let yesterday = Given().and(.report(.repair()), at: -1440)
    let given = yesterday.and(.report(.repair()), at: 1).and(.report(.repair()), at: 59)
      .and(.report(.repair()), at: 61).and(.complete(text: ""), on: .first, at: 70)
    let book = try book(given, at: 80)
    #expect(book.total.reported == 3 && book.total.completed == 0)
    #expect(book.finished == 1)
    #expect(book.hours[9] == 2 && book.hours[10] == 1 && book.hours.reduce(0, +) == 3)
    #expect(try self.book(given, at: 65).finished == 0)
  }

  @Test func `rounds nobody began are in the denominator, also when no desk was open to record it (S052)`()
    throws
  {
    let route = Route(
      id: "N", name: "夜巡", points: [Checkpoint(id: "1", name: "东门", within: 20)],
      schedule: RoundSchedule(.hours(1), from: 10 * 60, until: 13 * 60))
    let given = Given().and(.publishRoute(route), at: 0).passing(to: 1)
      .and(.checkIn(route: "N", point: "1", guardName: "", result: .ok, note: "", method: "key"), at: 65)
    let early = try #require(try book(given, at: 100).patrol["N"])
    #expect(early.planned == 1 && early.done == 1)
    // 10:00 walked; 11:00 over at 11:50; 12:00 and 13:00 are still to come.
    let later = try #require(try book(given, at: 180).patrol["N"])
    #expect(later.planned == 2 && later.done == 1 && later.unstarted == 1)
    #expect(later.points == [.onTime: 1, .missed: 1] && later.reached == 1)
  }

  @Test func `a hot spot tells the age of the oldest equipment there (S110)`() throws {
    func lift(_ id: String, _ place: String, _ year: Int, life: Int? = nil) -> Command {
      .asset(
        id,
        .keep(
          Asset(
            id: id, kind: .lift, name: "客梯", place: Place(place),
            installed: CivilDate(year: year, month: 5, day: 1), lifeYears: life)))
    }
    let given = Given().and(lift("L1", "3-1-大堂", 2015), at: 0).and(
      lift("L2", "3-2-大堂", 2008, life: 15), at: 0
    )
    .and(lift("L3", "4-1-大堂", 2001), at: 0).and(lift("L4", "3-3-大堂", 1999), at: 0)
    .and(.asset("L4", .retire(reason: "拆除")), at: 1)
    .and(.report(.repair("lift")), at: 2).and(.report(.repair("lift")), at: 3)
    .and(.report(.repair("plumbing")), at: 4)
    let book = try book(given, at: 60)
    #expect(book.oldest.keys.map { "\($0.area) \($0.system)" } == ["3 lift"])
    let old = try #require(book.oldest.values.first)
    #expect(old.id == "L2" && old.age == 18 && old.isAged)
  }

  @Test func `owners' ratings are averaged by category and person, and failures counted (S088, S089)`() throws
  {
    var given = Given(.repair(), .repair(), .repair("doors"))
    for (index, rating) in [(1, 5), (2, 4), (3, 2)] {
      let id = TicketID(.repair, index)
      given = given.and(.assign(staff: "老王"), on: id, at: 5).and(.complete(text: "已修好"), on: id, at: 20)
        .vouched(by: "老王", on: id, at: 21)
        .and(.paper(.followUp(rating: rating, text: "")), on: id, at: 30)
    }
    let book = try book(given, at: 300)
    #expect(book.ratings["plumbing"]?.tenths == 45 && book.ratings["plumbing"]?.count == 2)
    // A low rating opens the ticket again.
    #expect(book.ratings["doors"]?.lowest == 2)
    #expect(book.people["老王"]?.ratings.tenths == 36)
    #expect(book.failures["doors"]?.reopened == 1)
    #expect(book.failures["plumbing"]?.missed == 2, "nobody told the owners in four hours")
  }

  @Test func `the star is who kept most, less what came back, of those with five done (S080)`() throws {
    var given = Given()
    let people = [("老王", 5), ("小周", 5), ("小吴", 5), ("小陈", 4)].flatMap { Array(repeating: $0.0, count: $0.1) }
    for _ in people { given = given.and(.report(.repair()), at: 0) }
    for (index, name) in people.enumerated() {
      let id = TicketID(.repair, index + 1)
      // One of 小周's owners is told too late.
      given = given.and(.assign(staff: name), on: id, at: 5)
        .and(.giveFeedback(text: "", reporter: nil), on: id, at: index == 5 ? 300 : 10)
        .and(.complete(text: "好"), on: id, at: 301)
    }
    // One of 小吴's comes back, is told of in time and done again.
    let back = TicketID(.repair, 11)
    given = given.vouched(by: "小吴", on: back, at: 310)
      .and(.paper(.followUp(rating: 1, text: "又漏")), on: back, at: 320)
      .and(.giveFeedback(text: "", reporter: nil), on: back, at: 330).and(
        .complete(text: "好"), on: back, at: 340)
    let stars = try book(given, at: 400).stars
    #expect(stars.map(\.name) == ["老王", "小吴", "小周"])
    #expect(stars.map(\.score) == [1000, 980, 800])
  }

  @Test func `the roster counts who was on which shift, once each (S082)`() throws {
    let given = Given().and(.startShift(.early, on: ["小李", "小陈"]), at: 0)
    let shift = try #require(given.desk.openShift?.id)
    let staffed = given.and(.shift(shift, .staff(on: ["小李", "小周"])), at: 10)
    let roster = try book(staffed, at: 60).roster
    #expect(roster == ["小李": [.early: 1], "小陈": [.early: 1], "小周": [.early: 1]])
  }

  private func record(of stream: Stream, _ given: Given) -> [RecordedEvent] {
    given.record.filter { $0.event.stream == stream }.enumerated().map { index, fact in
      RecordedEvent(
        position: index, command: UUID(), sequence: 0, version: 1, occurredAt: fact.occurredAt,
        recordedAt: fact.occurredAt, actor: .system, event: fact.event)
    }
  }

  @Test func `sudden trouble is answered in half an hour or missed, and a drill is neither`() throws {
    let fire = NewIncident(plan: "fire", place: Place("3栋"))
    var drill = fire
    drill.isDrill = true
    let given = Given().and(.declareIncident(fire), at: 0).and(.declareIncident(fire), at: 0)
      .and(.declareIncident(fire), at: 0).and(.declareIncident(drill), at: 0)
      .and(.incident(IncidentID(1), .doStep(0, by: "")), at: 30)
      .and(.incident(IncidentID(2), .doStep(0, by: "")), at: 40)
    let before = try book(given, at: 30)
    #expect(before.incidents.met == 1 && before.incidents.running == 2 && before.incidents.late == 0)
    let after = try book(given, at: 60)
    let tally = after.incidents
    #expect(tally.met == 1 && tally.missed == 1 && tally.late == 1 && tally.running == 0)
    #expect(after.incidentResponses.percentiles([50, 90]) == [30 * 60, 40 * 60])
    let back = given.and(.incident(IncidentID(1), .takeBackStep(0)), at: 50)
    #expect(try book(back, at: 35).incidents.met == 0, "nobody had answered, as is known since")
    #expect(after.total.promises.sample == 0)
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
    ("2026-12", "Asia/Shanghai", 31 * 24), ("2026-H2", "Asia/Shanghai", 184 * 24),
    ("2026-q4", "America/New_York", 92 * 24 + 1),
  ]) func `a period has the hours its zone gives it`(text: String, zone: String, hours: Int) throws {
    let zone = try #require(TimeZone(identifier: zone))
    let period = try #require(FigurePeriod(text, in: zone))
    #expect(period.range.upperBound.timeIntervalSince(period.range.lowerBound) == Double(hours) * 3600)
  }

  @Test(arguments: [
    "2026-13", "2026-Q5", "2026", "2026-00", "26-10", "2026-10-01", "2026-Q", "2026-H3", "2026-H0", "x",
  ])
  func `what is no month and no quarter is not one`(text: String) {
    #expect(FigurePeriod(text, in: shanghai) == nil)
  }
}
