import Desk
import Foundation
import Testing
import struct Desk.Stream

@Suite struct CrossingTests {
  private func crossing(_ event: TicketEvent, _ minutes: Double) -> Fact {
    Fact(.ticket(.first, event), at: minute(minutes))
  }

  @Test func `after downtime every crossing comes once, in order, at its true instant`() {
    let given = Given(.repair(urgent: true), policy: .quiet)
    let expected = [
      crossing(.warned(.onSite, left: 900, cycle: 1), 15),
      crossing(.warned(.onSite, left: 300, cycle: 1), 25),
      crossing(.breached(.onSite, cycle: 1, since: minute(0)), 30),
      crossing(.warned(.feedback, left: 3600, cycle: 1), 180),
      crossing(.warned(.feedback, left: 900, cycle: 1), 225),
      crossing(.breached(.feedback, cycle: 1, since: minute(0)), 240),
    ]
    let after = given.when(.recordCrossings, at: 100_000).thenFacts(expected)
    after.when(.recordCrossings, at: 200_000).thenFacts([])
    #expect(after.desk.nextCrossing == nil)
  }

  @Test func `a clock set backwards records nothing twice and takes nothing back`() throws {
    let given = Given(.repair(urgent: true), policy: .quiet).passing(to: 31)
    given.when(.recordCrossings, at: 10).thenFacts([])
    #expect(try given.state(.onSite, at: 29).isBroken)
  }

  @Test func `a warning is due on its second, a breach one after`() {
    let given = Given(.repair(urgent: true), policy: .quiet)
    #expect(given.desk.nextCrossing == minute(15))
    #expect(given.desk.crossings(upTo: minute(15).addingTimeInterval(-0.001)).count == 0)
    #expect(given.desk.crossings(upTo: minute(15)).count == 1)
    #expect(given.desk.crossings(upTo: minute(30)).count == 2)
    #expect(given.desk.crossings(upTo: minute(30).addingTimeInterval(0.001)).count == 3)
  }

  @Test func `a stop that comes after due records the breach first`() {
    let facts = Given(.repair(urgent: true), policy: .quiet).when(.arrive, at: 45).facts
    #expect(facts.map(\.occurredAt) == [minute(15), minute(25), minute(30), minute(45)])
    #expect(facts.dropLast().last?.event == .ticket(.first, .breached(.onSite, cycle: 1, since: minute(0))))
    #expect(facts.last?.event == .ticket(.first, .arrivedOnSite))
  }

  @Test func `a held ticket does not grow older`() {
    let given = Given(.repair("lighting"), policy: .quiet).and(.giveFeedback(text: "", reporter: nil), at: 10)
      .and(.hold(.parts, evidence: "", ownerTold: true), at: 60)
    #expect(given.desk.nextCrossing == nil)
    given.when(.recordCrossings, at: 100_000).thenFacts([])
    let resumed = given.and(.resume, at: 1000)
    #expect(resumed.desk.nextCrossing == minute(940 + 360))
  }

  private func warnings(_ given: Given, _ clock: ClockID, _ left: Int, of id: TicketID = .first) -> [Double] {
    given.record.compactMap { fact in
      guard case .ticket(id, .warned(clock, left, _)) = fact.event else { return nil }
      return fact.occurredAt.timeIntervalSince(opening) / 60
    }
  }

  @Test func `a new span of a clock has its own warnings, a wait does not bring one twice`() {
    let told = Given(.repair(), policy: .quiet).passing(to: 185).and(.join(contact: "b", text: ""), at: 190)
      .and(.giveFeedback(text: "", reporter: 0), at: 200)
    #expect(warnings(told.passing(to: 1000), .feedback, 3600) == [180, 370])
    let light = Given(.repair("lighting"), policy: .quiet).passing(to: 365)
    let complex = light.and(.categorise(category: "lighting", complexity: .complex), at: 370)
    #expect(warnings(complex.passing(to: 3000), .lighting, 7200) == [360, 2760])
    let held = light.and(.hold(.parts, evidence: "", ownerTold: true), at: 370).and(.resume, at: 400)
    #expect(warnings(held.passing(to: 3000), .lighting, 7200) == [360])
    #expect(warnings(held.passing(to: 3000), .lighting, 1800) == [480])
    let graded = Given(.of(.complaint), policy: .quiet).passing(to: 365)
      .and(.grade(.serious), on: .complaint, at: 370).passing(to: 20_000)
    #expect(warnings(graded, .complaintResolve, 7200, of: .complaint).count == 2)
  }

  @Test func `a merged or closed ticket crosses nothing`() {
    let merged = Given(.repair(urgent: true), .repair(), policy: .quiet).and(.merge(into: .second), at: 5)
    #expect(
      !merged.passing(to: 10_000).record.contains { $0.event.stream == Stream(.first) && $0.event.isCrossing }
    )
    let cancelled = Given(.repair(urgent: true), policy: .quiet).and(.cancel(reason: "重复"), at: 5).passing(
      to: 10_000)
    #expect(cancelled.record.filter(\.event.isCrossing).isEmpty)
  }

  @Test func `tickets that cross at one instant come in the same order every time`() {
    let given = Given(
      .repair(urgent: true), .repair(urgent: true), .of(.complaint), .of(.enquiry), policy: .quiet)
    let once = given.desk.crossings(upTo: minute(10_000))
    #expect(once.map(\.occurredAt) == once.map(\.occurredAt).sorted())
    #expect(Given(given.record, policy: .quiet).desk.crossings(upTo: minute(10_000)) == once)
  }
}

@Suite struct AgendaTests {
  @Test func `it agrees with a list that is searched whole`() {
    var random = Seeded.fresh("agenda")
    var agenda = Agenda<TicketID>()
    var truth: [TicketID: Date] = [:]
    for step in 0..<5000 {
      let id = TicketID(.repair, Int.random(in: 1...60, using: &random))
      let instant =
        Int.random(in: 0...3, using: &random) == 0
        ? nil : minute(Double(Int.random(in: 0...500, using: &random)))
      agenda.set(id, to: instant)
      truth[id] = instant
      #expect(agenda.next == truth.values.min(), "step \(step) of seed \(random.seed)")
      let now = minute(Double(Int.random(in: 0...500, using: &random)))
      let due = truth.filter { $0.value <= now }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
      #expect(agenda.due(by: now) == due, "step \(step) of seed \(random.seed)")
    }
    var fresh = Agenda<TicketID>()
    for (id, instant) in truth { fresh.set(id, to: instant) }
    #expect(fresh == agenda)
  }
}
