import Desk
import Foundation
import Testing

/// Sudden trouble by its plan: steps, the half hour, notices, review; and drills of it.
@Suite struct IncidentTests {
  private let id = IncidentID(1)
  private let fire = NewIncident(plan: "fire", place: Place("3栋地库"), text: "冒烟")

  private func burning() -> Given { Given().and(.declareIncident(fire), at: 0) }

  private func incident(_ given: Given, _ location: SourceLocation = #_sourceLocation) throws -> Incident {
    try #require(given.desk.incidents[id], sourceLocation: location)
  }

  private func crossing(_ event: IncidentEvent, at minutes: Double) -> Fact {
    Fact(.incident(id, event), at: minute(minutes))
  }

  @Test func `a declared fire keeps the plan it began with, whatever is published later`() throws {
    var plan = try #require(burning().desk.plan("fire")).plan
    plan.steps = [PlanStep(2, PlanLine("只此一步"))]
    let given = burning().and(.publishPlan(plan), at: 1)
    #expect(try incident(given).steps.count > 1)
    #expect(try incident(given).declared.planVersion == 0)
    #expect(given.desk.plan("fire") == PlanState(plan: plan, version: 1))
    let second = given.and(.declareIncident(fire), at: 2).desk.incidents[IncidentID(2)]
    #expect(second?.steps.count == 1)
    #expect(second?.declared.planVersion == 1)
  }

  @Test func `what was said of a step is taken back, and what was said before it stands again`() throws {
    let back = { (step: Int) in Command.incident(id, .takeBackStep(step)) }
    burning().when(back(0), at: 1).refused(with: .incident(.stepOpen(id, step: 1)))
    let skipped = burning().and(.incident(id, .skipStep(0, reason: "没有明火")), at: 1)
    let done = skipped.and(.incident(id, .doStep(0, by: "")), at: 2)
    let again = done.when(back(0), at: 3).then([.incident(id, .stepTakenBack(0))])
    #expect(try incident(again).steps == incident(skipped).steps && incident(again).respondedAt == nil)
    #expect(try incident(again.and(back(0), at: 4)).steps[0].answer == nil)
    #expect(again.passing(to: 31).record.contains(crossing(.breached, at: 30)))
  }

  @Test func `after containment a step is taken back, but not the only one that was done before`() throws {
    let back = { (step: Int) in Command.incident(id, .takeBackStep(step)) }
    let contained = burning().and(.incident(id, .doStep(0, by: "")), at: 2)
      .and(.incident(id, .contain(text: "")), at: 5).and(.incident(id, .doStep(3, by: "")), at: 7)
    contained.when(back(0), at: 8).refused(with: .incident(.containedByStep(id, step: 1)))
    contained.when(back(3), at: 8).then([.incident(id, .stepTakenBack(3))])
    let skipped = contained.and(.incident(id, .skipStep(1, reason: "没有明火")), at: 8)
    skipped.when(back(1), at: 9).then([.incident(id, .stepTakenBack(1))])
    let another = contained.when(.incident(id, .doStep(1, by: "")), at: 4, writtenAt: 9).taken
    let put = another.when(back(0), at: 10).then([.incident(id, .stepTakenBack(0))])
    #expect(try incident(put).respondedAt == minute(4) && incident(put).contained != nil)
  }

  @Test func `the next step is done by whoever says so, and by the author otherwise`() throws {
    var given = burning().and(.incident(id, .doStep(nil, by: "老王")), at: 1)
    given = given.and(.incident(id, .doStep(nil, by: "")), at: 2)
    given = given.and(.incident(id, .doStep(4, by: "")), at: 3)
    let steps = try incident(given).steps
    #expect(steps.prefix(5).map { $0.answer?.by } == ["老王", "小李", nil, nil, "小李"])
    #expect(steps[0].answer?.at == minute(1))
    #expect(try incident(given).nextStep == 2)
  }

  @Test func `a step is skipped only with a reason, and may still be done`() throws {
    burning().when(.incident(id, .skipStep(nil, reason: " ")), at: 1).refused(with: .reasonMissing)
    var given = burning().and(.incident(id, .skipStep(0, reason: "误报")), at: 1)
    given.when(.incident(id, .skipStep(0, reason: "又")), at: 2)
      .refused(with: .incident(.stepSkipped(id, step: 1)))
    #expect(try incident(given).respondedAt == nil)
    given = given.and(.incident(id, .doStep(0, by: "")), at: 3)
    #expect(try incident(given).respondedAt == minute(3))
    given.when(.incident(id, .doStep(0, by: "")), at: 4).refused(with: .incident(.stepDone(id, step: 1)))
    given.when(.incident(id, .doStep(99, by: "")), at: 4)
      .refused(with: .incident(.stepUnknown(id, step: 100, steps: 9)))
  }

  @Test func `the first step within the half hour is the response, exactly then too`() {
    let given = burning().and(.incident(id, .doStep(nil, by: "")), at: 30).passing(to: 500)
    #expect(given.record.filter(\.event.isCrossing).map(\.occurredAt) == [minute(20), minute(25)])
  }

  @Test func `a response in time is written down hours later by a supervisor only`() throws {
    let given = burning().and(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0)
    given.when(.incident(id, .doStep(nil, by: "")), at: 5, writtenAt: 300)
      .refused(with: .tooLongAgo(minute(5), supervisors: ["赵敏"]))
    given.when(.declareIncident(fire), at: 5, writtenAt: 300)
      .refused(with: .tooLongAgo(minute(5), supervisors: ["赵敏"]))
    let late = given.when(.incident(id, .doStep(nil, by: "")), at: 5, by: "赵敏", writtenAt: 300)
    #expect(late.facts == [Fact(.incident(id, .stepDone(0, by: "赵敏")), at: minute(5))])
  }

  @Test func `warnings and the breach are recorded once, at their instants, also found late`() throws {
    let facts = [
      crossing(.warned(left: 600), at: 20), crossing(.warned(left: 300), at: 25), crossing(.breached, at: 30),
    ]
    #expect(burning().desk.nextCrossing == minute(20))
    let given = burning().when(.recordCrossings, at: 700).thenFacts(facts)
    given.when(.recordCrossings, at: 800).thenFacts([])
    #expect(given.desk.nextCrossing == nil)
    #expect(try incident(given).isBreached)
  }

  @Test func `a step written down late does not undo the breach on record`() throws {
    let given = burning().passing(to: 40).and(.incident(id, .doStep(nil, by: "")), at: 10)
    #expect(try incident(given).isBreached)
    #expect(try incident(given).respondedAt == minute(10))
  }

  @Test func `a step done too late records the breach before it`() {
    burning().when(.incident(id, .doStep(nil, by: "")), at: 31).thenFacts([
      crossing(.warned(left: 600), at: 20), crossing(.warned(left: 300), at: 25),
      crossing(.breached, at: 30), crossing(.stepDone(0, by: "小李"), at: 31),
    ])
  }

  @Test func `a drill raises no alarm`() throws {
    var drill = fire
    drill.isDrill = true
    let given = Given().and(.declareIncident(drill), at: 0)
    #expect(given.desk.nextCrossing == nil)
    given.when(.recordCrossings, at: 100).thenFacts([])
    #expect(try incident(given).isDrill)
  }

  @Test func `an incident closes only contained, reviewed and with every step answered`() throws {
    var given = burning()
    given.when(.incident(id, .contain(text: "")), at: 1).refused(with: .incident(.notAnswered(id)))
    given = given.and(.incident(id, .doStep(nil, by: "")), at: 1)
    given.when(.incident(id, .review(text: "好")), at: 2).refused(with: .incident(.notContained(id)))
    given = given.and(.incident(id, .contain(text: "扑灭")), at: 10)
    given.when(.incident(id, .contain(text: "")), at: 11).refused(with: .incident(.alreadyContained(id)))
    given.when(.incident(id, .close), at: 20).refused(with: .incident(.notReviewed(id)))
    given.when(.incident(id, .review(text: "")), at: 20).refused(with: .textMissing)
    given.when(.incident(id, .review(text: "早了")), at: 9, writtenAt: 39)
      .refused(with: .incident(.beforeStart(id, minute(10))))
    given = given.and(.incident(id, .review(text: "水带要常查")), at: 60)
    given.when(.incident(id, .close), at: 61).refused(with: .incident(.stepsOpen(id, steps: 8)))
    for _ in 0..<8 { given = given.and(.incident(id, .skipStep(nil, reason: "已扑灭")), at: 62) }
    given = given.and(.incident(id, .close), at: 63)
    #expect(try incident(given).stage == .closed)
    given.when(.incident(id, .sendNotice(text: "x")), at: 64).refused(with: .incident(.closed(id)))
    #expect(given.desk.openIncidents.isEmpty)
  }

  @Test func `nothing is contained before somebody did something`() {
    let given = burning().and(.incident(id, .doStep(nil, by: "")), at: 20)
    given.when(.incident(id, .contain(text: "")), at: 5, writtenAt: 30)
      .refused(with: .incident(.beforeStart(id, minute(20))))
    #expect(given.when(.incident(id, .contain(text: "")), at: 20).refusal == nil)
  }

  @Test func `owners are told, and it is recorded`() throws {
    let given = burning().and(.incident(id, .sendNotice(text: "3栋地库冒烟，请走楼梯")), at: 4)
    #expect(try incident(given).notices == [IncidentNote(text: "3栋地库冒烟，请走楼梯", by: "小李", at: minute(4))])
    burning().when(.incident(id, .sendNotice(text: "")), at: 4).refused(with: .textMissing)
  }

  @Test func `tickets it came from and led to are linked`() throws {
    var from = fire
    from.cause = .first
    var given = Given(.repair()).and(.declareIncident(from), at: 1)
    var after = NewTicket.repair()
    after.incident = id
    given = given.and(.report(after), at: 2)
    #expect(
      try incident(given).tickets == [
        LinkedTicket(id: .first, isCause: true), LinkedTicket(id: .second, isCause: false),
      ])
    given.when(.incident(id, .link(.second, isCause: true)), at: 3)
      .refused(with: .incident(.alreadyLinked(id, .second)))
    given.when(.incident(id, .link(TicketID(.help, 9), isCause: true)), at: 3)
      .refused(with: .ticketUnknown(TicketID(.help, 9)))
  }

  @Test func `what cannot be declared says so`() {
    Given().when(.declareIncident(NewIncident(plan: "aliens", place: Place("顶楼"))), at: 0)
      .refused(
        with: .incident(
          .planUnknown(
            "aliens", known: ["fire", "power", "flood", "earthquake", "epidemic", "lift", "cleaning"])))
    Given().when(.declareIncident(NewIncident(plan: "fire", place: Place(" "))), at: 0)
      .refused(with: .placeMissing)
    Given().when(.incident(id, .close), at: 0).refused(with: .incident(.unknown(id)))
    burning().when(.incident(id, .doStep(nil, by: "")), at: -1, writtenAt: 29)
      .refused(with: .incident(.beforeStart(id, minute(0))))
  }

  @Test func `twenty ended incidents stay in sight, and numbers go on`() {
    let plan = EmergencyPlan(
      id: "gas", name: PlanLine("燃气"), steps: [PlanStep(1, PlanLine("关阀"))], source: "design")
    var given = Given().and(.publishPlan(plan), at: 0)
    for number in 1...25 {
      let id = IncidentID(number)
      given = given.and(.declareIncident(NewIncident(plan: "gas", place: Place("1栋"))), at: 1)
      for command: IncidentCommand in [.doStep(nil, by: ""), .contain(text: ""), .review(text: "好"), .close] {
        given = given.and(.incident(id, command), at: 2)
      }
    }
    #expect(given.desk.incidents.keys.sorted() == (6...25).map(IncidentID.init))
  }

  @Test func `an incident that was open for long stays in sight when it ends`() {
    let plan = EmergencyPlan(
      id: "gas", name: PlanLine("燃气"), steps: [PlanStep(1, PlanLine("关阀"))], source: "design")
    var given = Given().and(.publishPlan(plan), at: 0)
    let declare = Command.declareIncident(NewIncident(plan: "gas", place: Place("1栋")))
    func close(_ number: Int, at minutes: Double) {
      for command: IncidentCommand in [.doStep(nil, by: ""), .contain(text: ""), .review(text: "好"), .close] {
        given = given.and(.incident(IncidentID(number), command), at: minutes)
      }
    }
    given = given.and(declare, at: 1)
    for number in 2...(Desk.keptIncidents + 1) {
      given = given.and(declare, at: Double(number))
      close(number, at: Double(number))
    }
    close(1, at: 60)
    #expect(given.desk.incidents[IncidentID(1)]?.closedAt == minute(60))
    #expect(given.desk.incidents[IncidentID(2)] == nil)
  }

  @Test(arguments: EmergencyPlan.standard)
  func `every plan of the standard names people, supplies, ways, telephones and steps`(plan: EmergencyPlan) {
    #expect(!plan.roles.isEmpty && !plan.supplies.isEmpty && !plan.exits.isEmpty && !plan.steps.isEmpty)
    #expect(plan.respond == 30)
    for number in ["119", "110", "120"] { #expect(plan.phones.contains { $0.number == number }) }
    #expect(plan.steps.allSatisfy { step in plan.roles.contains { $0.name == step.role } })
    #expect(plan.steps.map(\.within) == plan.steps.map(\.within).sorted())
    #expect(Given().when(.publishPlan(plan), at: 0).facts.isEmpty)
  }

  @Test(arguments: ["flood", "epidemic", "cleaning"])
  func `cleaners have their part where dirt is to be expected (S071)`(id: String) throws {
    let plan = try #require(Desk().plan(id)?.plan)
    #expect(plan.source.contains("S071"))
    #expect(plan.steps.contains { $0.role.text == "保洁" })
  }

  @Test func `plans are written as a file that reads back equal`() throws {
    #expect(try EmergencyPlan.plans(json5: EmergencyPlan.standard.json5, file: "x") == EmergencyPlan.standard)
  }

  @Test(
    arguments: [
      ("{ plans: [] }", 1, "plans[0]"),
      ("{ plans: [\n{ plan: \"x\", name: \"甲\", steps: [], source: \"design\" }] }", 2, "plans[0].steps[0]"),
      (
        "{ plans: [{ plan: \"x\", name: \"甲\",\nrespond: 31, steps: [{within: 1, text: \"a\"}], source: \"design\" }] }",
        2, "plans[0].respond"
      ),
      (
        "{ plans: [{ plan: \"x\", name: \"甲\", steps: [\n{within: 1, text: \"a\", by: \"谁\"}], source: \"design\" }] }",
        2, "plans[0].steps[0].by"
      ),
      (
        "{ plans: [{ plan: \"x\", name: \"甲\", steps: [{within: 1, text: \"a\",\nwho: 1}], source: \"design\" }] }",
        2, "plans[0].steps[0].who"
      ),
      (
        "{ plans: [{ plan: \"x\", name: \"甲\", steps: [{within: 1, text: \"a\"}],\nsource: \"书上\" }] }", 2,
        "plans[0].source"
      ),
    ])
  func `a wrong plan says where it is wrong`(text: String, line: Int, key: String) {
    let error = #expect(throws: SettingsError.self) { try EmergencyPlan.plans(json5: text, file: "p.json5") }
    #expect(error?.line == line)
    #expect("\(error.map { $0.fault } as Any)".contains(key))
  }
}
