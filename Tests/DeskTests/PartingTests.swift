import Desk
import Foundation
import Testing

/// What merged tickets and callers who part take along, and what stays.
@Suite struct PartingTests {
  private func heard(_ given: Given, _ cause: EscalationCause, of id: TicketID) -> [Double] {
    given.record.compactMap { fact in
      guard case .ticket(id, .escalated(let escalation)) = fact.event, escalation.cause == cause else {
        return nil
      }
      return fact.occurredAt.timeIntervalSince(opening) / 60
    }
  }

  private func warned(_ given: Given, _ clock: ClockID, of id: TicketID) -> [Double] {
    given.record.compactMap { fact in
      guard case .ticket(id, .warned(clock, _, _)) = fact.event else { return nil }
      return fact.occurredAt.timeIntervalSince(opening) / 60
    }
  }

  @Test func `two calls of one resident that are parted are each as urgent as they were`() throws {
    let merged = Given(.repair(contact: "a")).and(.report(.repair(urgent: true, contact: "a")), at: 5)
      .and(.merge(into: .first), on: .second, at: 6)
    #expect(try merged.clock(.onSite).due == minute(35))
    let parted = merged.when(.split(reporter: nil), on: .second, at: 10).then([
      .ticket(.second, .unmerged(from: .first, reporters: [Reporter(contact: "a", joinedAt: minute(5))])),
      .ticket(.first, .released(.second, reporters: [])),
    ])
    #expect(try parted.ticket().work.urgency == .ordinary)
    #expect(parted.passing(to: 100).breaches(.onSite) == [])
    #expect(parted.passing(to: 100).breaches(.onSite, of: .second) == [35])
  }

  @Test func `one who called for both is owed again from when they called for the one that stays`() throws {
    let merged = Given(.repair(contact: "a")).and(.report(.repair(contact: "a")), at: 50)
      .and(.merge(into: .second), at: 60)
    #expect(try merged.clock(.feedback, of: .second).due == minute(240))
    let parted = merged.and(.split(reporter: nil), at: 70)
    #expect(try parted.clock(.feedback, of: .second).startedAt == minute(50))
    #expect(try parted.clock(.feedback).startedAt == minute(0))
    #expect(try parted.ticket(.second).work.reporters == [Reporter(contact: "a", joinedAt: minute(50))])
  }

  @Test func `one whom two tickets brought stays until both are gone`() throws {
    let third = TicketID(.repair, 3)
    let merged = Given(.repair(contact: "a"), .repair(contact: "b"), .repair(contact: "b"))
      .and(.merge(into: .first), on: .second, at: 5).and(.merge(into: .first), on: third, at: 6)
    let one = merged.and(.split(reporter: nil), on: .second, at: 10)
    #expect(try one.ticket().work.reporters.map(\.contact) == ["a", "b"])
    let both = one.and(.split(reporter: nil), on: third, at: 11)
    #expect(try both.ticket().work.reporters.map(\.contact) == ["a"])
  }

  @Test func `nobody is late in taking on what became urgent by a merger`() {
    let given = Given(.repair()).and(.report(.repair(urgent: true)), at: 0)
      .and(.assign(staff: "老王"), on: .second, at: 1).and(.accept, on: .second, at: 2)
      .and(.merge(into: .first), on: .second, at: 20).passing(to: 100)
    #expect(heard(given, .unaccepted, of: .first) == [25])
  }

  @Test func `nobody is late in taking on what was part of another ticket`() {
    let back = Given(.repair(contact: "a"), .repair(contact: "b")).and(.merge(into: .second), at: 5)
      .and(.split(reporter: nil), at: 50).passing(to: 100)
    #expect(heard(back, .unaccepted, of: .first) == [80])
    let own = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 1)
      .and(.split(reporter: 1), at: 50).passing(to: 100)
    #expect(heard(own, .unaccepted, of: .second) == [80])
  }

  @Test func `nobody is late in taking on what was completed until its check failed`() {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 1).and(.complete(text: ""), at: 10)
      .and(.paper(.sign), at: 11).and(.paper(.failCheck(by: "小李", reason: "仍漏")), at: 50).passing(to: 100)
    #expect(heard(given, .unaccepted, of: .first) == [80])
  }

  @Test func `work that had begun has begun when it comes back`() throws {
    let begun = Given(.repair(), .repair()).and(.assign(staff: "老王"), at: 1).and(.accept, at: 2)
      .and(.startWork, at: 3)
    let back = begun.and(.merge(into: .second), at: 4).and(.split(reporter: nil), at: 5)
    #expect(try back.ticket().stage == .working)
    let waited = begun.and(.hold(.ownerTime, evidence: "", ownerTold: false), at: 4)
      .and(.merge(into: .second), at: 5).and(.split(reporter: nil), at: 6)
    #expect(try waited.ticket().stage == .held && waited.ticket().work.openHold?.from == minute(4))
  }

  @Test func `one who leaves while parts are awaited waits for them too`() throws {
    let given = Given(.repair("lift", contact: "a")).and(.join(contact: "b", text: ""), at: 10)
      .and(.arrive, at: 20).and(.hold(.parts, evidence: "门机", ownerTold: true), at: 30)
      .and(.split(reporter: 1), at: 400)
    let own = try given.ticket(.second)
    #expect(own.stage == .held)
    #expect(own.work.ownerNotifiedAt == minute(30))
    #expect(try given.clock(.vital, of: .second).stoppedAt == minute(30))
    #expect(given.passing(to: 9000).breaches(.vital, of: .second) == [])
    #expect(given.desk.brokenInvariants() == [])
  }

  @Test func `one who called when parts were awaited already was told nothing, and is owed a visit`() throws {
    let given = Given(.repair("lift", contact: "a")).and(
      .hold(.parts, evidence: "门机", ownerTold: true), at: 7
    )
    .and(.join(contact: "b", text: ""), at: 9).and(.split(reporter: 1), at: 20)
    let own = try given.ticket(.second)
    #expect(own.stage == .registered && own.work.ownerNotifiedAt == nil)
    #expect(try given.clock(.vital, of: .second).due == minute(39))
  }

  @Test func `one who leaves when the work is done has had it done`() throws {
    let given = Given(.repair("lift", contact: "a")).and(.join(contact: "b", text: ""), at: 1)
      .and(.arrive, at: 10).and(.complete(text: ""), at: 20).and(.split(reporter: 1), at: 70)
    #expect(try given.ticket(.second).stage == .completed)
    #expect(given.passing(to: 100).breaches(.vital, of: .second) == [])
  }

  @Test func `one who leaves takes their own place and words along`() throws {
    let given = Given(.repair(contact: "a")).and(.join(contact: "b", text: "3-2-1401 楼下也漏"), at: 1)
      .and(.join(contact: "c", text: "声音很大"), at: 2).and(.split(reporter: 2), at: 10)
      .and(.split(reporter: 1), at: 11)
    let loud = try given.ticket(.second)
    #expect(loud.place == Place("3-2-1501") && loud.text == "声音很大")
    let below = try given.ticket(TicketID(.repair, 3))
    #expect(below.place == Place("3-2-1401") && below.subject == "楼下也漏")
  }

  @Test(arguments: 0..<3) func `one who goes back where they were split off stands where they stood`(
    index: Int
  )
    throws
  {
    let all = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 1)
      .and(.join(contact: "c", text: "也漏"), at: 2)
    let back = all.and(.split(reporter: index), at: 3).and(
      .merge(into: .first, at: index), on: .second, at: 4)
    #expect(try back.ticket().work.reporters.map(\.contact) == ["a", "b", "c"])
    #expect(try back.ticket().work.isUnchanged(since: all.ticket().work))
    #expect(back.desk.brokenInvariants() == [])
    let without = all.and(.split(reporter: index), at: 3).and(.merge(into: .first), on: .second, at: 4)
    #expect(try without.ticket().work.reporters.last?.contact == ["a", "b", "c"][index])
  }

  @Test func `who came with a merged ticket goes with it again`() throws {
    let given = Given(.repair(contact: "a"), .repair(contact: "b")).and(
      .merge(into: .first), on: .second, at: 5)
    given.when(.split(reporter: 1), at: 10).refused(with: .cameWith(.first, .second))
    #expect(try given.ticket().origin(of: 0) == nil)
    let called = given.and(.join(contact: "b", text: ""), at: 7)
    #expect(try called.ticket().origin(of: 1) == nil)
    let parted = called.and(.split(reporter: nil), on: .second, at: 10)
    #expect(
      try parted.ticket().work.reporters == [
        Reporter(contact: "a", joinedAt: minute(0)), Reporter(contact: "b", joinedAt: minute(7)),
      ])
  }

  @Test func `who came with a merged ticket goes with it also after the whole was opened again`() throws {
    let merged = Given(.repair(contact: "a"), .repair(contact: "b")).and(.join(contact: nil, text: ""), at: 3)
      .and(.merge(into: .second), at: 5).and(.giveFeedback(text: "", reporter: nil), on: .second, at: 10)
    let again = merged.and(.complete(text: ""), on: .second, at: 20).and(
      .reopen(reason: "又漏"), on: .second, at: 100)
    again.when(.split(reporter: 1), on: .second, at: 110).refused(with: .cameWith(.second, .first))
    again.when(.split(reporter: 2), on: .second, at: 110).refused(with: .cameWith(.second, .first))
    let called = again.and(.join(contact: "a", text: ""), on: .second, at: 105)
    #expect(try called.ticket(.second).origin(of: 1) == nil)
    for given in [
      again,
      again.and(.report(.repair(contact: "d")), at: 90)
        .and(.merge(into: .second), on: TicketID(.repair, 3), at: 120),
    ] {
      let parted = given.and(.split(reporter: nil), at: 300)
      let own = try parted.ticket().work.reporters
      #expect(own.map(\.toldAt) == [minute(10), minute(10)], "told before it was opened again")
      #expect(parted.passing(to: 400).breaches(.feedback) == [])
      #expect(try !parted.ticket(.second).work.reporters.contains { $0.contact == "a" || $0.contact == nil })
      #expect(parted.desk.brokenInvariants() == [])
    }
    let stayed = called.and(.split(reporter: nil), at: 300)
    #expect(try stayed.ticket(.second).work.reporters.map(\.contact) == ["b", "a"])
    #expect(try stayed.ticket(.second).work.cycleStartedAt == minute(100))
  }

  @Test func `what was urgent and has had its visit brings no half hour with it`() throws {
    let given = Given(.repair(urgent: true, contact: "a"), .repair(contact: "b")).and(.arrive, at: 10)
      .and(.merge(into: .second), at: 60)
    #expect(given.passing(to: 100).breaches(.onSite, of: .second) == [])
  }

  @Test func `who was told and called again is owed again after the calls are merged`() throws {
    let given = Given(.repair(contact: "a")).and(.giveFeedback(text: "", reporter: nil), at: 20)
      .and(.report(.repair(contact: "a")), at: 30).and(.merge(into: .first), on: .second, at: 40)
    #expect(try given.clock(.feedback).due == minute(270))
    let parted = given.and(.split(reporter: nil), on: .second, at: 50)
    #expect(
      try parted.ticket().work.reporters == [
        Reporter(contact: "a", joinedAt: minute(0), toldAt: minute(20))
      ])
  }

  @Test func `a wait that was over before they called is not theirs`() throws {
    let given = Given(.repair("lighting", contact: "a"))
      .and(.hold(.parts, evidence: "", ownerTold: true), at: 10).and(.resume, at: 60)
      .and(.join(contact: "b", text: ""), at: 70).and(.hold(.parts, evidence: "", ownerTold: true), at: 80)
      .and(.resume, at: 100).and(.split(reporter: 1), at: 120)
    let holds = try given.ticket(.second).work.holds
    #expect(holds.map(\.from) == [minute(80)] && holds.map(\.to) == [minute(100)])
    #expect(try given.clock(.lighting, of: .second).due == minute(70 + 480 + 20))
  }

  @Test func `one who leaves is warned when it was time, and not while parts were awaited`() throws {
    let given = Given(.repair("lighting", contact: "a")).and(.join(contact: "b", text: ""), at: 10)
      .and(.hold(.parts, evidence: "", ownerTold: true), at: 400).and(.resume, at: 480)
      .and(.split(reporter: 1), at: 500).passing(to: 1000)
    #expect(warned(given, .lighting, of: .first) == [360, 530])
    #expect(warned(given, .lighting, of: .second) == [370, 540])
    #expect(given.breaches(.lighting, of: .second) == [10 + 480 + 80])
  }

  @Test func `a wait that began when it was late already puts nothing off for one who leaves`() throws {
    let given = Given(.repair("lighting", contact: "a")).and(.join(contact: "b", text: ""), at: 10)
      .and(.hold(.parts, evidence: "", ownerTold: true), at: 600).and(.resume, at: 660)
      .and(.split(reporter: 1), at: 700).passing(to: 1000)
    #expect(given.breaches(.lighting, of: .second) == [490])
  }
}
