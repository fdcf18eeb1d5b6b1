import Desk
import Foundation
import Testing

@Suite struct EscalationTests {
  /// Who heard of it and when, as minutes after opening.
  private func heard(
    _ given: Given, _ cause: EscalationCause, of id: TicketID = .first
  ) -> [String] {
    given.record.compactMap { fact in
      guard case .ticket(id, .escalated(let escalation)) = fact.event, escalation.cause == cause else {
        return nil
      }
      return "\(Int(fact.occurredAt.timeIntervalSince(opening) / 60)) \(escalation.role.rawValue)"
    }
  }

  private var accepted: Given {
    Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 1).and(.accept, at: 2)
  }

  @Test func `a missed clock goes to the shift lead at once, then to the supervisor, and is said again`() {
    let given = accepted.and(.giveFeedback(text: "", reporter: nil), at: 3).passing(to: 10_000)
    #expect(
      heard(given, .breached) == [
        "30 shiftLead", "40 supervisor", "70 supervisor", "100 supervisor", "130 supervisor",
      ])
    #expect(given.desk.nextCrossing == nil)
  }

  @Test func `it climbs step by step as time passes, each once`() {
    let step = accepted.passing(to: 35)
    #expect(heard(step, .breached) == ["30 shiftLead"])
    #expect(step.desk.nextCrossing == minute(40))
    #expect(heard(step.passing(to: 40), .breached) == ["30 shiftLead"])
    #expect(heard(step.passing(to: 41), .breached) == ["30 shiftLead", "40 supervisor"])
    #expect(heard(step.passing(to: 41).passing(to: 42), .breached).count == 2)
  }

  @Test func `once somebody takes notice it climbs no further, until another clock is missed`() throws {
    let given = accepted.passing(to: 31)
    #expect(try given.ticket().openEscalation(given.desk.policy)?.role == .shiftLead)
    let heardOf = given.when(.acknowledge, at: 32).then(.acknowledged)
    #expect(try heardOf.ticket().openEscalation(heardOf.desk.policy) == nil)
    heardOf.when(.acknowledge, at: 33).refused(with: .nothingToAcknowledge(.first))
    let later = heardOf.passing(to: 10_000)
    #expect(
      heard(later, .breached) == [
        "30 shiftLead", "240 shiftLead", "250 supervisor", "280 supervisor", "310 supervisor",
        "340 supervisor",
      ])
  }

  @Test func `of two missed clocks the one that is late longest waits to be acknowledged`() throws {
    let given = accepted.passing(to: 300)
    let open = try #require(try given.ticket().openEscalation(given.desk.policy))
    #expect(open.clock == .onSite && open.since == minute(30) && open.role == .supervisor)
    let met = given.and(.arrive, at: 301)
    #expect(try met.ticket().openEscalation(met.desk.policy)?.clock == .feedback)
    let heardOf = given.and(.acknowledge, at: 301)
    #expect(
      try heardOf.ticket().openEscalation(heardOf.desk.policy) == nil, "one word is for all that is late")
    let first = accepted.passing(to: 31).and(.acknowledge, at: 32).passing(to: 300)
    #expect(try first.ticket().openEscalation(first.desk.policy)?.since == minute(240))
  }

  @Test func `what is missed is unheard until it is acknowledged or answered, whatever else is done`() throws
  {
    func isUnheard(_ given: Given) throws -> Bool {
      try given.ticket().isUnheard(given.desk.policy)
    }
    let late = accepted.and(.giveFeedback(text: "", reporter: nil), at: 3).passing(to: 31)
    #expect(try !isUnheard(accepted.passing(to: 29)) && isUnheard(late))
    #expect(try isUnheard(late.and(.note(text: "催过"), at: 32)))
    #expect(try !isUnheard(late.and(.acknowledge, at: 32)))
    #expect(try !isUnheard(late.and(.arrive, at: 32)))
    let imported = ImportedTicket(
      report: .repair(), source: LogNumber(log: "boston", number: "7"), reportedAt: minute(0),
      dueAt: minute(90))
    let other = Given().and(.importTicket(imported), at: 1000).passing(to: 91)
    #expect(other.breaches(.logDue) == [90])
    #expect(try !isUnheard(other), "nobody can acknowledge another system's limit")
  }

  @Test func `an answer ends it too`() throws {
    let given = accepted.and(.arrive, at: 35).and(.giveFeedback(text: "", reporter: nil), at: 36)
    #expect(heard(given.passing(to: 10_000), .breached) == ["30 shiftLead"])
    #expect(try given.ticket().openEscalation(given.desk.policy) == nil)
    given.when(.acknowledge, at: 37).refused(with: .nothingToAcknowledge(.first))
  }

  @Test func `what was due before somebody takes notice comes out first`() {
    let given = accepted.and(.acknowledge, at: 75)
    #expect(heard(given, .breached) == ["30 shiftLead", "40 supervisor", "70 supervisor"])
    #expect(given.record.last == Fact(.ticket(.first, .acknowledged), at: minute(75)))
  }

  @Test func `a serious complaint that is missed goes to the manager at once`() {
    let given = Given(.of(.complaint)).and(.assign(staff: "老王"), on: .complaint, at: 1)
      .and(.accept, on: .complaint, at: 2).and(.grade(.serious), on: .complaint, at: 3)
    #expect(
      Array(heard(given.passing(to: 65), .breached, of: .complaint)) == ["60 shiftLead", "60 manager"])
  }

  @Test func `nobody was to be told of a complaint's grade before it had it`() {
    let late = Given(.of(.complaint)).and(.assign(staff: "老王"), on: .complaint, at: 1)
      .and(.accept, on: .complaint, at: 2).passing(to: 120)
    let graded = late.and(.grade(.serious), on: .complaint, at: 120).passing(to: 121)
    let later = heard(graded, .breached, of: .complaint).dropFirst(
      heard(late, .breached, of: .complaint).count)
    #expect(later.contains("120 manager") && later.allSatisfy { $0.hasPrefix("120 ") }, "\(later)")
  }

  @Test(arguments: [(true, 5), (false, 30)])
  func `a ticket nobody takes on goes back to the desk`(urgent: Bool, after: Int) {
    let unassigned = Given(.repair(urgent: urgent)).passing(to: 100)
    #expect(heard(unassigned, .unaccepted) == ["\(after) reception"])
    let assigned = Given(.repair(urgent: urgent)).and(.assign(staff: "老王"), at: 3).passing(to: 100)
    #expect(heard(assigned, .unaccepted) == ["\(after + 3) reception"])
    let taken = Given(.repair(urgent: urgent)).and(.assign(staff: "老王"), at: 3).and(.accept, at: 4)
    #expect(heard(taken.passing(to: 100), .unaccepted) == [])
  }

  @Test func `one who declines, and the next who does not answer, start the time anew`() {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 3).and(.accept, at: 4)
      .and(.decline(reason: "忙"), at: 50).and(.assign(staff: "小周"), at: 90)
    #expect(heard(given.passing(to: 200), .unaccepted) == ["80 reception", "120 reception"])
  }

  @Test func `whoever is given work under way and does not take it on is heard of`() {
    let given = accepted.and(.startWork, at: 5).and(.arrive, at: 5).and(.assign(staff: "小周"), at: 20)
    #expect(heard(given.passing(to: 100), .unaccepted) == ["25 reception"])
    #expect(heard(given.and(.complete(text: ""), at: 22).passing(to: 100), .unaccepted) == [])
  }

  @Test func `who came or began without a word has taken it on`() {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 1)
    for command in [TicketCommand.arrive, .startWork] {
      let begun = given.and(command, at: 10)
      #expect(heard(begun.passing(to: 100), .unaccepted) == [])
      let held = begun.and(.hold(.ownerAway, evidence: "", ownerTold: false), at: 20)
      #expect(heard(held.passing(to: 100), .unaccepted) == [])
      #expect(
        heard(begun.and(.assign(staff: "小周"), at: 20).passing(to: 100), .unaccepted) == ["50 reception"])
    }
  }

  @Test func `what waits with nobody to it is heard of, counted from the wait and again from its end`() {
    let told = Given(.repair()).and(.giveFeedback(text: "", reporter: nil), at: 2)
    let held = told.and(.hold(.ownerAway, evidence: "", ownerTold: false), at: 5)
    #expect(heard(held.passing(to: 100), .unaccepted) == ["35 reception"])
    let resumed = held.and(.resume, at: 25).passing(to: 100)
    #expect(heard(resumed, .unaccepted) == ["55 reception"])
  }

  @Test func `a change of urgency starts the time anew`() {
    let lowered = Given(.repair(urgent: true)).and(.setUrgency(.ordinary, reason: "已关阀"), at: 60)
    #expect(heard(lowered.passing(to: 200), .unaccepted) == ["5 reception", "90 reception"])
  }

  @Test func `an older ticket that is merged into it makes nobody late`() {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 1).and(.accept, at: 2)
      .and(.report(.repair()), at: 100).and(.merge(into: .second), at: 110)
    #expect(heard(given.passing(to: 200), .unaccepted, of: .second) == ["130 reception"])
  }

  @Test func `for one who calls after the late answer it climbs when theirs is late`() {
    let given = Given(.repair()).and(.assign(staff: "老王"), at: 1).and(.accept, at: 2)
      .and(.giveFeedback(text: "", reporter: nil), at: 300).and(.join(contact: "b", text: ""), at: 600)
    #expect(
      heard(given.passing(to: 885), .breached) == [
        "240 shiftLead", "250 supervisor", "280 supervisor", "840 shiftLead", "850 supervisor",
        "880 supervisor",
      ])
  }

  @Test func `who waited behind another is passed up from when the other was told`() throws {
    let given = Given(.repair(contact: "a")).and(.assign(staff: "老王"), at: 1).and(.accept, at: 2)
      .and(.join(contact: "b", text: ""), at: 10).and(.giveFeedback(text: "", reporter: 0), at: 300)
    #expect(given.breaches(.feedback) == [240, 250])
    let later = given.passing(to: 335)
    #expect(
      heard(later, .breached) == [
        "240 shiftLead", "250 supervisor", "280 supervisor", "300 shiftLead", "310 supervisor",
      ])
    #expect(try later.ticket().openEscalation(.standard)?.since == minute(250))
  }

  @Test func `nothing climbs for the time before a check failed`() throws {
    let done = Given(.repair("lighting")).and(.giveFeedback(text: "", reporter: nil), at: 1)
      .and(.assign(staff: "老王"), at: 1).and(.accept, at: 2).and(.complete(text: ""), at: 300)
      .and(.paper(.sign), at: 310)
    let failed = done.and(.paper(.failCheck(by: "小李", reason: "仍不亮")), at: 600).passing(to: 645)
    #expect(failed.breaches(.lighting) == [480])
    #expect(heard(failed, .breached) == ["600 shiftLead", "610 supervisor", "640 supervisor"])
    let early = done.and(.paper(.failCheck(by: "小李", reason: "仍不亮")), at: 470).passing(to: 485)
    #expect(heard(early, .breached) == ["480 shiftLead"])
    #expect(
      !early.record.contains { fact in
        if case .ticket(_, .warned(.lighting, _, _)) = fact.event { true } else { false }
      })
    let again = done.and(.paper(.failCheck(by: "小李", reason: "仍不亮")), at: 600)
      .and(.complete(text: ""), at: 645).and(.paper(.sign), at: 650)
      .and(.paper(.failCheck(by: "小李", reason: "仍不亮")), at: 900).passing(to: 945)
    #expect(
      heard(again, .breached) == [
        "600 shiftLead", "610 supervisor", "640 supervisor",
      ])
    #expect(heard(again.passing(to: 975), .breached).last == "970 supervisor")
  }

  @Test func `who has it again because a step was taken back has the time from then`() throws {
    func undo(_ given: Given, at minutes: Double, to before: Given) throws -> Given {
      let version = try given.ticket().version
      return given.and(
        .undo(undoes: UUID(), restores: try before.ticket().work), at: minutes, seen: version)
    }
    let told = Given(.repair()).and(.giveFeedback(text: "", reporter: nil), at: 1)
    let assigned = told.and(.assign(staff: "老王"), at: 2)
    let back = try undo(assigned.and(.accept, at: 10), at: 50, to: assigned)
    #expect(try back.ticket().work.acceptedAt == nil)
    #expect(heard(back.passing(to: 100), .unaccepted) == ["80 reception"])
    let open = try undo(assigned, at: 25, to: told)
    #expect(heard(open.passing(to: 100), .unaccepted) == ["55 reception"])
    let undone = try undo(told.and(.complete(text: ""), at: 10), at: 50, to: told)
    #expect(heard(undone.passing(to: 100), .unaccepted) == ["80 reception"])
    let kept = try undo(assigned.and(.notifyOwner(text: ""), at: 20), at: 30, to: assigned)
    #expect(heard(kept.passing(to: 100), .unaccepted) == ["32 reception"])
    let passedUp = assigned.passing(to: 40)
    let waits = TicketCommand.hold(.ownerAway, evidence: "", ownerTold: false)
    let stands = try undo(passedUp.and(waits, at: 41), at: 42, to: passedUp)
    #expect(try stands.ticket().unacceptedEscalation?.since == minute(2))
    #expect(heard(stands.passing(to: 100), .unaccepted) == ["32 reception"])
  }

  @Test func `nobody takes notice of what has not happened yet`() throws {
    let given = accepted.and(.giveFeedback(text: "", reporter: nil), at: 3).passing(to: 31)
    given.when(.acknowledge, at: 20, writtenAt: 45).refused(with: .beforeStart(.first, minute(30)))
    var ticket = try given.and(.acknowledge, at: 40).ticket()
    ticket.apply(.acknowledged, at: minute(35), version: ticket.version + 1)
    #expect(ticket.crossings.compactMap(\.heardAt) == [minute(40)])
  }

  @Test func `a question the desk answered itself waits for nobody`() {
    let enquiry = TicketID(.enquiry, 1)
    let given = Given(.of(.enquiry)).and(.giveFeedback(text: "九点", reporter: nil), on: enquiry, at: 5)
    #expect(heard(given.passing(to: 100), .unaccepted, of: enquiry) == [])
  }

  @Test func `another system's tickets climb no ladder`() {
    let row = ImportedTicket(
      report: .repair(), source: LogNumber(log: "boston", number: "1"), reportedAt: minute(0),
      dueAt: minute(20))
    let given = Given().and(.importTicket(row), at: 1).passing(to: 10_000)
    #expect(
      given.record.contains { $0.event == .ticket(.first, .breached(.logDue, cycle: 1, since: minute(0))) })
    #expect(!given.record.contains { if case .ticket(_, .escalated) = $0.event { true } else { false } })
  }

  @Test func `reopened here it climbs, and one that has ended crosses nothing`() throws {
    let row = ImportedTicket(
      report: .repair(), source: LogNumber(log: "boston", number: "1"), reportedAt: minute(0),
      dueAt: minute(20), closedAt: minute(60))
    let given = Given().and(.importTicket(row), at: 61)
    given.when(.note(text: "看过"), at: 70).thenFacts([
      Fact(.ticket(.first, .noted(text: "看过")), at: minute(70))
    ])
    let reopened = given.and(.reopen(reason: "又漏"), at: 100).passing(to: 400)
    #expect(heard(reopened, .unaccepted) == ["130 reception"])
    #expect(heard(reopened, .breached).first == "340 shiftLead")
    #expect(try reopened.ticket().isUnheard(reopened.desk.policy))
    #expect(try !reopened.and(.acknowledge, at: 401).ticket().isUnheard(reopened.desk.policy))
  }

  @Test func `a policy without a ladder passes nothing up`() {
    var policy = Policy.standard
    policy.terms.escalation = []
    let given = Given(.repair(urgent: true), policy: policy).passing(to: 10_000)
    #expect(heard(given, .breached) + heard(given, .unaccepted) == [])
  }
}
