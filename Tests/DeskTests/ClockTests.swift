import Desk
import Foundation
import Testing

@Suite struct ClockTests {
  @Test(arguments: [(-1.0, false), (0, false), (1, true)])
  func `a clock is missed if and only if now is after due`(seconds: Double, missed: Bool) throws {
    let given = Given(.repair(urgent: true))
    let clock = try given.clock(.onSite)
    #expect(clock.due == minute(30))
    #expect(clock.state(at: clock.due.addingTimeInterval(seconds)).isBroken == missed)
    let arrived = given.and(.arrive, at: 30 + seconds / 60)
    #expect(try arrived.state(.onSite, at: 99).isBroken == missed)
    #expect(arrived.breaches(.onSite) == (missed ? [30] : []))
  }

  @Test
  func `of a cancelled ticket what was not answered counts no more, and what was kept or missed stays so`()
    throws
  {
    let told = Given(.repair(urgent: true)).and(.giveFeedback(text: "", reporter: nil), at: 5)
    let cancelled = told.and(.cancel(reason: "误报"), at: 10)
    #expect(try cancelled.state(.onSite, at: 99) == .void)
    #expect(try cancelled.state(.feedback, at: 99) == .met(at: minute(5)))
    #expect(try told.and(.cancel(reason: "误报"), at: 40).state(.onSite, at: 99) == .unanswered)
  }

  @Test func `what was missed and is owed no more was met late by who came, and by nobody where nobody came`()
    throws
  {
    let lowered = Given(.repair(urgent: true)).passing(to: 31).and(
      .setUrgency(.ordinary, reason: "不急"), at: 40)
    #expect(try lowered.state(.onSite, at: 99) == .unanswered)
    #expect(try lowered.and(.arrive, at: 45).state(.onSite, at: 99) == .missed(by: 900))
    let early = Given(.repair()).and(.arrive, at: 5).and(.setUrgency(.urgent, reason: "积水"), at: 10)
      .passing(to: 41).and(.setUrgency(.ordinary, reason: "不急"), at: 45)
    #expect(
      try early.state(.onSite, at: 99) == .unanswered, "a visit before the emergency kept nothing of it")
    let renamed = Given(.repair("power")).passing(to: 31).and(
      .categorise(category: "plumbing", complexity: .ordinary), at: 40)
    #expect(try renamed.state(.vital, at: 99) == .unanswered)
    #expect(try renamed.and(.complete(text: ""), at: 50).state(.vital, at: 99) == .missed(by: 1200))
  }

  @Test func `a clock met late stays missed`() throws {
    let given = Given(.repair(urgent: true)).and(.arrive, at: 45)
    #expect(try given.state(.onSite, at: 10_000) == .missed(by: 900))
  }

  @Test
  func `with the computer's clock set back, what happens now happens no earlier than what is on record`() {
    Given(.repair(urgent: true)).when(.arrive, at: -10).thenFacts([
      Fact(.ticket(.first, .arrivedOnSite), at: minute(0))
    ])
    let held = Given(.repair()).and(.hold(.ownerAway, evidence: "", ownerTold: false), at: 10)
    held.when(.resume, at: 2).thenFacts([Fact(.ticket(.first, .resumed), at: minute(10))])
    held.when(.resume, at: -5).thenFacts([Fact(.ticket(.first, .resumed), at: minute(10))])
    held.when(.resume, at: -5.1).refused(with: .beforeStart(.first, minute(10)))
    held.when(.note(text: "在等"), at: -3).thenFacts([Fact(.ticket(.first, .noted(text: "在等")), at: minute(0))])
  }

  @Test func `a stop before its start is refused`() {
    Given(.repair(urgent: true)).when(.arrive, at: -1, writtenAt: 29).refused(
      with: .beforeStart(.first, minute(0)))
    Given(.repair()).and(.setUrgency(.urgent, reason: "积水"), at: 10)
      .when(.arrive, at: 9, writtenAt: 39).refused(with: .beforeStart(.first, minute(10)))
    Given(.repair()).and(.join(contact: "b", text: ""), at: 20)
      .when(.giveFeedback(text: "", reporter: nil), at: 15, writtenAt: 45).refused(
        with: .beforeStart(.first, minute(20)))
  }

  @Test func `an arrival before the emergency does not answer its half hour; being there is said again`()
    throws
  {
    let given = Given(.repair()).and(.arrive, at: 5).and(.setUrgency(.urgent, reason: "积水"), at: 10)
    #expect(try given.clock(.onSite).isOpen)
    #expect(given.passing(to: 41).breaches(.onSite) == [40])
    given.when(.arrive, at: 9, writtenAt: 12).refused(with: .beforeStart(.first, minute(10)))
    let there = given.and(.arrive, at: 12)
    #expect(try there.state(.onSite, at: 99) == .met(at: minute(12)))
    #expect(try there.ticket().work.arrivedAt == minute(5), "the first arrival stays")
    let anew = given.and(.setUrgency(.ordinary, reason: "已关阀"), at: 15).and(
      .setUrgency(.urgent, reason: "又漏"), at: 20)
    #expect(try anew.clock(.onSite).isOpen)
  }

  @Test func `an arrival does not answer the half hour of what was urgent later and is merged in`() throws {
    let given = Given(.repair(contact: "a")).and(.arrive, at: 5)
      .and(.report(.repair(urgent: true, contact: "b")), at: 10).and(
        .merge(into: .first), on: .second, at: 12)
    #expect(try given.clock(.onSite).startedAt == minute(10))
    #expect(given.passing(to: 41).breaches(.onSite) == [40])
    #expect(try given.and(.arrive, at: 15).state(.onSite, at: 99) == .met(at: minute(15)))
  }

  @Test func `what was done is not made urgent: it is opened again first`() throws {
    let done = Given(.repair()).and(.arrive, at: 5).and(.complete(text: ""), at: 20)
    done.when(.setUrgency(.urgent, reason: "积水"), at: 30).refused(with: .alreadyCompleted(.first))
    let given = done.and(.reopen(reason: "又漏"), at: 30).and(.setUrgency(.urgent, reason: "积水"), at: 31)
    #expect(try given.clock(.onSite).startedAt == minute(31))
    #expect(given.passing(to: 62).breaches(.onSite) == [61])
  }

  @Test(arguments: [
    TicketCommand.hold(.ownerTime, evidence: "", ownerTold: false), .decline(reason: "忙"),
    .assign(staff: "小周"),
  ])
  func `a visit that is over answers no later emergency`(over: TicketCommand) throws {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 1).and(.arrive, at: 10).and(over, at: 30)
      .and(.setUrgency(.urgent, reason: ""), at: 120)
    #expect(try given.clock(.onSite).isOpen)
    #expect(given.passing(to: 151).breaches(.onSite) == [150])
    let back = given.and(.arrive, at: 140)
    #expect(try back.state(.onSite, at: 160) == .met(at: minute(140)))
    #expect(try back.ticket().work.arrivedAt == minute(10), "the first visit stays")
    back.when(.arrive, at: 141).refused(with: .alreadyArrived(.first))
  }

  @Test func `a visit that was in time stays so, whatever comes after it`() throws {
    let given = Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 1).and(.arrive, at: 10)
      .and(.hold(.ownerTime, evidence: "", ownerTold: false), at: 30)
    #expect(try given.state(.onSite, at: 200) == .met(at: minute(10)))
    given.when(.arrive, at: 40).refused(with: .alreadyArrived(.first))
  }

  @Test func `a visit is over when the work is completed`() throws {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 1).and(.arrive, at: 10)
      .and(.complete(text: ""), at: 30).and(.paper(.sign), at: 31)
      .and(.paper(.failCheck(by: "小李", reason: "仍漏")), at: 300)
      .and(.setUrgency(.urgent, reason: ""), at: 310)
    #expect(try given.clock(.onSite).isOpen)
    #expect(try given.and(.arrive, at: 320).state(.onSite, at: 400) == .met(at: minute(320)))
  }

  @Test func `a visit goes on when the work does`() throws {
    let held = Given(.repair()).and(.assign(staff: "老王"), at: 1).and(.arrive, at: 10).and(.startWork, at: 11)
      .and(.hold(.ownerTime, evidence: "", ownerTold: false), at: 20)
    let raised = held.and(.resume, at: 30).and(.setUrgency(.urgent, reason: ""), at: 40)
    #expect(
      try raised.clock(.onSite).isOpen, "who came before the emergency is said to have arrived once more")
    #expect(try raised.and(.arrive, at: 45).state(.onSite, at: 60) == .met(at: minute(45)))
    let during = held.and(.setUrgency(.urgent, reason: ""), at: 25).and(.resume, at: 30)
    #expect(try during.state(.onSite, at: 60) == .met(at: minute(30)))
    let another = held.and(.assign(staff: "小周"), at: 25).and(.resume, at: 30)
      .and(.setUrgency(.urgent, reason: ""), at: 40)
    #expect(try another.clock(.onSite).isOpen, "nobody of those who have it was there")
  }

  @Test func `feedback and on-site clocks never pause`() throws {
    let given = Given(.repair("lighting", urgent: true)).and(
      .hold(.parts, evidence: "", ownerTold: true), at: 5)
    #expect(try given.state(.onSite, at: 31) == .late(by: 60, ignored: false))
    #expect(try given.state(.feedback, at: 241) == .late(by: 60, ignored: false))
    #expect(try given.clock(.onSite).heldSince == nil)
  }

  @Test func `what is lowered and raised again within the half hour has no new one`() throws {
    let lowered = Given(.repair(urgent: true)).passing(to: 12).and(
      .setUrgency(.ordinary, reason: "误点"), at: 12)
    let raised = lowered.when(.setUrgency(.urgent, reason: ""), at: 28)
      .then(.urgencyChanged(.urgent, reason: "", since: minute(0)))
    #expect(try raised.clock(.onSite).due == minute(30))
    let late = raised.passing(to: 40)
    #expect(late.breaches(.onSite) == [30])
    // Nobody was to be warned while it was no emergency: of the quarter of an hour before.
    let warned = late.record.filter {
      if case .ticket(_, .warned(.onSite, _, _)) = $0.event { true } else { false }
    }
    #expect(warned.allSatisfy { $0.occurredAt >= minute(28) })
    // Back and forth again, and it is the same half hour; somebody who came meanwhile kept it.
    let twice = raised.and(.setUrgency(.ordinary, reason: "误"), at: 29).and(
      .setUrgency(.urgent, reason: ""), at: 30)
    #expect(try twice.clock(.onSite).due == minute(30))
    let came = lowered.and(.arrive, at: 20).and(.setUrgency(.urgent, reason: "又漏"), at: 25)
    #expect(try came.clock(.onSite).due == minute(55))
  }

  @Test func `after the half hour a new emergency is a new promise`() throws {
    let lowered = Given(.repair(urgent: true)).and(.setUrgency(.ordinary, reason: "已关阀"), at: 12)
    let raised = lowered.and(.setUrgency(.urgent, reason: "又漏"), at: 31)
    #expect(try raised.clock(.onSite).due == minute(61))
    let again = Given(.repair(urgent: true)).and(.setUrgency(.ordinary, reason: "已关阀"), at: 12)
      .and(.complete(text: ""), at: 14).and(.reopen(reason: "又漏"), at: 16)
      .and(.setUrgency(.urgent, reason: ""), at: 20)
    #expect(try again.clock(.onSite).due == minute(50))
  }

  @Test func `a repair that becomes urgent later has its 30 minutes from then`() throws {
    let given = Given(.repair()).and(.setUrgency(.urgent, reason: "积水"), at: 50)
    let clock = try given.clock(.onSite)
    #expect(clock.startedAt == minute(50))
    #expect(clock.due == minute(80))
    #expect(given.archive[.first]?.reportedAt == minute(0))
  }

  @Test func `lowering in time voids the on-site clock`() throws {
    let given = Given(.repair(urgent: true)).and(.setUrgency(.ordinary, reason: "已关阀"), at: 30)
      .passing(to: 60)
    #expect(try !given.ticket().clocks(.standard).contains { $0.id == .onSite })
    #expect(given.breaches(.onSite) == [])
  }

  @Test func `lowering needs a reason`() {
    Given(.repair(urgent: true)).when(.setUrgency(.ordinary, reason: " "), at: 3).refused(
      with: .reasonMissing)
  }

  @Test func `a breach nobody recorded comes out with the lowering that would hide it`() throws {
    let given = Given(.repair(urgent: true), policy: .quiet)
    let lowering = given.when(.setUrgency(.ordinary, reason: "已关阀"), at: 31)
    lowering.thenFacts([
      Fact(.ticket(.first, .warned(.onSite, left: 900, cycle: 1)), at: minute(15)),
      Fact(.ticket(.first, .warned(.onSite, left: 300, cycle: 1)), at: minute(25)),
      Fact(.ticket(.first, .breached(.onSite, cycle: 1, since: minute(0))), at: minute(30)),
      Fact(.ticket(.first, .urgencyChanged(.ordinary, reason: "已关阀")), at: minute(31)),
    ])
    #expect(try lowering.taken.state(.onSite, at: 40).isBroken)
  }

  @Test func `parts may be awaited only after the owner was told in the same cycle`() {
    let given = Given(.repair("lift"))
    given.when(.hold(.parts, evidence: "曳引机", ownerTold: false), at: 5).refused(with: .ownerNotTold(.first))
    given.when(.hold(.parts, evidence: "曳引机", ownerTold: true), at: 5)
      .then(.ownerNotified(text: "曳引机"), .held(.parts, evidence: "曳引机"))
    let told = given.and(.notifyOwner(text: "等配件"), at: 4)
    told.when(.hold(.parts, evidence: "", ownerTold: false), at: 5).then(.held(.parts, evidence: ""))
    told.when(.hold(.parts, evidence: "", ownerTold: false), at: 3).refused(with: .ownerNotTold(.first))
    told.and(.complete(text: ""), at: 8).and(.reopen(reason: "又坏"), at: 10)
      .when(.hold(.parts, evidence: "", ownerTold: false), at: 11).refused(with: .ownerNotTold(.first))
  }

  @Test func `told once in a cycle is told, however often after that`() {
    let told = Given(.repair("lift")).and(.notifyOwner(text: ""), at: 10).and(.notifyOwner(text: ""), at: 50)
    told.when(.hold(.parts, evidence: "", ownerTold: false), at: 20, writtenAt: 60).then(
      .held(.parts, evidence: ""))
  }

  @Test func `other waits need no owner told, and other reasons need words`() {
    let given = Given(.repair())
    given.when(.hold(.ownerAway, evidence: "", ownerTold: false), at: 1).then(.held(.ownerAway, evidence: ""))
    given.when(.hold(.other, evidence: " ", ownerTold: false), at: 1).refused(with: .reasonMissing)
  }

  @Test func `waiting for parts with the owner told answers a vital system's clock`() throws {
    let given = Given(.repair("lift")).and(.hold(.parts, evidence: "", ownerTold: true), at: 20)
    #expect(try given.state(.vital, at: 60) == .met(at: minute(20)))
    let resumed = given.and(.resume, at: 40).and(.complete(text: ""), at: 50)
    #expect(try resumed.state(.vital, at: 60) == .met(at: minute(20)))
    let other = Given(.repair("power")).and(.hold(.ownerAway, evidence: "", ownerTold: false), at: 20)
    #expect(try other.state(.vital, at: 31).isBroken)
  }

  @Test(arguments: [(Complexity.ordinary, 8.0), (.complex, 48)])
  func `lighting has its hours, and time held for parts is given back`(complexity: Complexity, hours: Double)
    throws
  {
    let given = Given(.repair("lighting", complexity: complexity))
    #expect(try given.clock(.lighting).due == minute(hours * 60))
    let held = given.and(.hold(.parts, evidence: "", ownerTold: true), at: 60)
    #expect(try held.state(.lighting, at: 100_000) == .held(for: (100_000 - 60) * 60))
    let resumed = held.and(.resume, at: 160)
    #expect(try resumed.clock(.lighting).due == minute(hours * 60 + 100))
    let again = resumed.and(.hold(.thirdParty, evidence: "", ownerTold: false), at: 200).and(.resume, at: 300)
    #expect(try again.clock(.lighting).due == minute(hours * 60 + 100))
  }

  @Test func `held time survives a change of category and back`() throws {
    let given = Given(.repair("lighting")).and(.hold(.parts, evidence: "", ownerTold: true), at: 60)
      .and(.resume, at: 90).and(.categorise(category: "doors", complexity: .ordinary), at: 95)
    #expect(try !given.ticket().clocks(.standard).contains { $0.id == .lighting })
    let back = given.and(.categorise(category: "lighting", complexity: .ordinary), at: 99)
    #expect(try back.clock(.lighting).due == minute(480 + 30))
  }

  @Test func `a hold does not hide that the clock was late before it`() throws {
    let given = Given(.repair("lighting")).and(.hold(.parts, evidence: "", ownerTold: true), at: 490)
    #expect(given.breaches(.lighting) == [480])
    #expect(try given.state(.lighting, at: 500) == .late(by: 1200, ignored: false))
    let done = given.and(.resume, at: 1000).and(.complete(text: ""), at: 1001)
    #expect(try done.state(.lighting, at: 2000) == .missed(by: 521 * 60))
  }

  @Test func `a breach on record is not undone by a stop phoned in late`() throws {
    let given = Given(.repair(urgent: true)).passing(to: 31).and(.arrive, at: 20)
    #expect(try given.state(.onSite, at: 60) == .missed(by: 0))
  }

  @Test func `a missed complaint stays missed when it is graded serious`() throws {
    let given = Given(.of(.complaint)).and(.grade(.serious), on: .complaint, at: 481)
    #expect(given.breaches(.complaintResolve, of: .complaint) == [480])
    #expect(try given.state(.complaintResolve, of: .complaint, at: 482) == .late(by: 120, ignored: false))
    let graded = Given(.of(.complaint)).and(.grade(.serious), on: .complaint, at: 480)
    #expect(try graded.clock(.complaintResolve, of: .complaint).due == at("2026-11-27 18:00"))
  }

  @Test func `a complaint has three clocks of its own`() throws {
    let given = Given(.of(.complaint))
    let clocks = try given.ticket(.complaint).clocks(.standard)
    #expect(clocks.map(\.id) == [.complaintOnSite, .complaintFeedback, .complaintResolve])
    #expect(clocks.map(\.due) == [minute(60), minute(240), minute(480)])
    let done = given.and(.arrive, on: .complaint, at: 50)
      .and(.giveFeedback(text: "", reporter: nil), on: .complaint, at: 200)
      .and(.complete(text: "已解释"), on: .complaint, at: 481)
    let states = try done.ticket(.complaint).clocks(.standard).map { $0.state(at: minute(999)) }
    #expect(states == [.met(at: minute(50)), .met(at: minute(200)), .missed(by: 60)])
  }

  @Test(arguments: TicketKind.allCases)
  func `every kind owes feedback within four hours`(kind: TicketKind) throws {
    let clock = try Given(.of(kind)).ticket(TicketID(kind, 1)).clocks(.standard)
      .first { $0.id == .feedback || $0.id == .complaintFeedback }
    #expect(clock?.due == minute(240))
  }

  @Test func `other faults have no repair time, because the sources give none`() throws {
    #expect(try Given(.repair("plumbing")).ticket().clocks(.standard).map(\.id) == [.feedback])
  }

  @Test func `feedback is owed to everyone who reported, each from when they joined`() throws {
    let given = Given(.repair(contact: "a")).and(.giveFeedback(text: "", reporter: nil), at: 60)
      .and(.join(contact: "b", text: ""), at: 300)
    #expect(try given.state(.feedback, at: 301) == .ample(left: 239 * 60))
    #expect(given.passing(to: 500).breaches(.feedback) == [])
    let late = given.passing(to: 541)
    #expect(late.breaches(.feedback) == [540])
    let told = given.and(.giveFeedback(text: "", reporter: 1), at: 400)
    #expect(try told.state(.feedback, at: 999) == .met(at: minute(400)))
    told.when(.giveFeedback(text: "", reporter: 0), at: 401).refused(with: .alreadyTold(.first))
    told.when(.giveFeedback(text: "", reporter: 2), at: 401)
      .refused(with: .reporterUnknown(.first, index: 2))
  }

  @Test func `the share used counts from start to due`() throws {
    let clock = try Given(.repair(urgent: true)).clock(.onSite)
    #expect(clock.used(at: minute(0)) == 0)
    #expect(clock.used(at: minute(15)) == 0.5)
    #expect(clock.used(at: minute(60)) == 2)
  }

  @Test func `the running clock that is due first governs`() throws {
    let given = Given(.repair("lift", urgent: true))
    #expect(try given.ticket().governingClock(.standard)?.id == .onSite)
    #expect(try given.and(.arrive, at: 1).ticket().governingClock(.standard)?.id == .vital)
  }

  @Test func `an imported due time is one more clock`() throws {
    let imported = ImportedTicket(
      report: .repair(), source: LogNumber(log: "boston", number: "7"), reportedAt: minute(0),
      dueAt: minute(90))
    let given = Given().and(.importTicket(imported), at: 1000).passing(to: 91)
    #expect(given.breaches(.logDue) == [90])
    #expect(try given.state(.logDue, at: 92) == .late(by: 120, ignored: false))
  }

  @Test func `the policy names its sources, and every clock of the table is in it`() {
    let policy = Policy.standard
    #expect(policy.clocks.allSatisfy { $0.source.hasPrefix("S") })
    #expect(Set(policy.clocks.map(\.id)) == Set(ClockID.allCases).subtracting([.logDue, .promise]))
    #expect(policy.clocks.allSatisfy { $0.warns == $0.warns.sorted(by: >) })
    #expect(policy.clocks.filter { $0.calendar != .always }.map(\.source) == ["S031"])
  }

  @Test func `a clock ahead of whoever asks is doubtful; one answered or on record as missed is known`()
    throws
  {
    let clock = try Given(.repair()).clock(.feedback)
    let start = clock.startedAt
    #expect(clock.doubt(at: start.addingTimeInterval(-600)) == .ahead(by: 600))
    #expect(clock.doubt(at: start.addingTimeInterval(-60)) == nil, "no two clocks are the same to the second")
    #expect(clock.doubt(at: start.addingTimeInterval(600)) == nil)
    let answered = try Given(.repair()).and(.giveFeedback(text: "", reporter: nil), at: 10).clock(.feedback)
    #expect(answered.doubt(at: start.addingTimeInterval(-600)) == nil)
    let missed = try Given(.repair()).passing(to: 250).clock(.feedback)
    #expect(missed.doubt(at: start.addingTimeInterval(-600)) == nil)
  }
}
