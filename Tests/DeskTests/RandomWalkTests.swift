import Desk
import Foundation
import Testing

@Suite struct RandomWalkTests {
  /// `DESK_WALKS=100` walks a hundred thousand.
  @Test func `ten thousand random commands keep every invariant`() throws {
    var random = Seeded.fresh("walk")
    let walks = ProcessInfo.processInfo.environment["DESK_WALKS"].flatMap { Int($0) } ?? 10
    for _ in 0..<walks { try walk(1000, &random) }
  }

  private func walk(_ steps: Int, _ random: inout Seeded) throws {
    var given = Given().and(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0)
    var past: [TicketID: [(version: Int, work: TicketWork)]] = [:]
    var minutes = 0.0
    var crossed: Set<String> = []
    for step in 0..<steps {
      let place: Comment = "step \(step) of seed \(random.seed)"
      minutes += Double(Int.random(in: 0...40, using: &random))
      let at = minutes - Double(random.pick([0, 0, 0, 0, 5, 60]))
      let (command, seen) = randomCommand(given, past, &random)
      let when = given.when(command, at: at, seen: seen, by: random.pick(["小李", "赵敏"]))
      #expect((when.refusal == nil) || when.facts.isEmpty, place)
      if case .ticket(let id, _) = command, let ticket = given.archive[id], when.refusal == nil {
        past[id, default: []].append((ticket.version, ticket.work))
      }
      for fact in when.facts where fact.event.isCrossing {
        #expect(crossed.insert("\(fact.event)").inserted, "\(fact.event) twice, \(place)")
      }
      given = when.taken
      let broken = given.desk.brokenInvariants()
      try #require(broken.isEmpty, "\(broken) after \(command), \(place)")
      if step % 3 == 0 { checkAgenda(given.desk, now: minute(minutes), place) }
      if step % 100 == 99 { try checkCodable(given, place) }
    }
    #expect(Given(given.record).desk == given.desk, "folded again, seed \(random.seed)")
    for (id, ticket) in given.desk.tickets { #expect(given.archive[id] == ticket) }
  }

  private func checkAgenda(_ desk: Desk, now: Date, _ place: Comment) {
    let next =
      desk.tickets.values.compactMap { $0.nextCrossing(desk.policy(of: $0)) }
      + desk.rounds.values.compactMap(\.nextCrossing) + desk.incidents.values.compactMap(\.nextCrossing)
    let planning = desk.routes.keys.sorted().flatMap { _ in desk.planning(upTo: now) }
    #expect(desk.nextCrossing == (next + [desk.nextPlanning].compactMap { $0 }).min(), place)
    let brute =
      desk.tickets.values.flatMap { $0.crossings(upTo: now, desk.policy(of: $0)) }
      + desk.rounds.values.flatMap { $0.crossings(upTo: now) }
      + desk.incidents.values.flatMap { $0.crossings(upTo: now) } + planning
    let facts = desk.crossings(upTo: now)
    #expect(facts.map { "\($0)" }.sorted() == brute.map { "\($0)" }.sorted(), place)
    #expect(facts.map(\.occurredAt) == facts.map(\.occurredAt).sorted(), place)
  }

  private func checkCodable(_ given: Given, _ place: Comment) throws {
    func again<T: Codable>(_ value: T) throws -> T {
      try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
    }
    for ticket in given.archive.values { #expect(try again(ticket) == ticket, place) }
    for round in given.desk.rounds.values { #expect(try again(round) == round, place) }
    for incident in given.desk.incidents.values { #expect(try again(incident) == incident, place) }
    for shift in given.desk.shifts.values { #expect(try again(shift) == shift, place) }
    for route in given.desk.routes.values { #expect(try again(route) == route, place) }
  }

  private func randomCommand(
    _ given: Given, _ past: [TicketID: [(version: Int, work: TicketWork)]], _ random: inout Seeded
  ) -> (Command, seen: Int?) {
    let ids = given.archive.keys.sorted()
    let dice = Int.random(in: 0..<25, using: &random)
    if ids.isEmpty || dice == 0 { return (.report(randomReport(&random)), nil) }
    if dice == 1 { return (.recordCrossings, nil) }
    if dice == 2 { return (patrolCommand(given.desk, &random), nil) }
    if dice == 3 { return (.joinStaff(StaffMember(name: random.pick(["老王", "小周"]))), nil) }
    if dice >= 23 { return (incidentCommand(given.desk, &random), nil) }
    if dice >= 21 { return (shiftCommand(given.desk, &random), nil) }
    if dice == 4 { return (.leaveStaff(name: random.pick(["老王", "小周"])), nil) }
    if dice == 20, given.desk.policies.version < 3 {
      var policy = Policy.standard
      policy.clocks[0].target = .time(random.pick([1, 2, 6]) * 3600)
      return (.publishPolicy(policy), nil)
    }
    let id = random.pick(Array(ids.suffix(8)))
    if dice == 5, let before = past[id]?.last {
      return (.ticket(id, .undo(undoes: UUID(), restores: before.work)), given.archive[id]?.version)
    }
    if dice < 11 { return (.ticket(id, .paper(paperCommand(given, &random))), nil) }
    return (.ticket(id, ticketCommand(random.pick(ids), &random)), nil)
  }

  private func randomReport(_ random: inout Seeded) -> NewTicket {
    NewTicket(
      kind: random.pick([.repair, .repair, .repair, .complaint, .enquiry]), place: Place("3-2-1501"),
      category: random.pick(["lift", "lighting", "plumbing", "other"]), subject: "x",
      urgency: random.pick(Urgency.allCases), complexity: random.pick(Complexity.allCases),
      contact: random.pick([nil, "a", "b", "c"]))
  }

  private func incidentCommand(_ desk: Desk, _ random: inout Seeded) -> Command {
    let open = desk.openIncidents.map(\.id)
    guard open.count > 0, Int.random(in: 0..<12, using: &random) > 0 else {
      return .declareIncident(
        NewIncident(
          plan: random.pick(["fire", "lift", "none"]), place: Place("3栋"),
          isDrill: random.pick([true, false])))
    }
    return .incident(
      random.pick(open),
      random.pick([
        .doStep(nil, by: "老王"), .doStep(random.pick([0, 3, 50]), by: ""), .skipStep(nil, reason: "误报"),
        .sendNotice(text: "知"), .link(random.pick([.first, .second]), isCause: true), .contain(text: ""),
        .review(text: "结"), .close,
      ]))
  }

  private func shiftCommand(_ desk: Desk, _ random: inout Seeded) -> Command {
    guard let id = desk.openShift?.id else {
      return .startShift(random.pick(ShiftName.allCases), on: [random.pick(["老王", "小周"])])
    }
    return .shift(
      id,
      random.pick([
        .staff(on: [random.pick(["老王", "小陈"])]), .note(text: "记", isRed: random.pick([true, false])), .draft,
        .signOut, .acknowledge(random.pick([0, 1, 2])), .signIn(next: random.pick([nil, .late]), on: []),
      ]))
  }

  private func patrolCommand(_ desk: Desk, _ random: inout Seeded) -> Command {
    let route = Route(
      id: "A", name: "A线",
      points: (1...3).map { Checkpoint(id: "a\($0)", name: "点\($0)", within: $0 * random.pick([10, 20])) },
      schedule: random.pick([
        nil, RoundSchedule(.hours(2), from: 1320, until: 360, guardName: "张强"),
        RoundSchedule(.daily, from: 540),
      ]))
    let rounds = desk.rounds.keys.sorted { $0.description < $1.description }
    let round = rounds.isEmpty ? RoundID(day: 20_261_120, route: "A", number: 1) : random.pick(rounds)
    return random.pick([
      .assignRound(round, guardName: random.pick(["老钱", "老孙"])),
      .excuseMiss(round, point: random.pick(["a1", "a2"]), reason: "雨"), .publishRoute(route),
      .startRound(route: "A", guardName: "老赵"),
      .checkIn(
        route: "A", point: random.pick(["a1", "a2", "a3", "点2"]), guardName: "", result: .ok, note: "",
        method: "key"),
    ])
  }

  private func paperCommand(_ given: Given, _ random: inout Seeded) -> PaperCommand {
    let soon = (given.record.last?.occurredAt ?? opening).addingTimeInterval(
      Double.random(in: -3600...7200, using: &random))
    return random.pick([
      .sign, .sign, .sign, .passCheck(by: nil), .passCheck(by: random.pick(["小李", "老王", "小周"])),
      .failCheck(by: "小李", reason: "仍漏"), .followUp(rating: Int.random(in: 0...6, using: &random), text: "评"),
      .reachNobody(text: ""), .reachNobody(text: ""), .quote(amount: random.pick([0, 5000]), what: "换件"),
      .acceptCharge, .declineCharge(reason: ""), .orderPart(what: "阀芯", expected: random.pick([nil, soon])),
      .promise(at: soon, text: "上门"), .handOff(to: random.pick(["小周", "小李"])), .nameCause(text: "沟通"),
    ])
  }

  private func ticketCommand(_ other: TicketID, _ random: inout Seeded) -> TicketCommand {
    random.pick([
      .join(contact: random.pick([nil, "a", "d"]), text: ""), .merge(into: other),
      .split(reporter: random.pick([nil, 0, 1])), .split(reporter: nil),
      .categorise(
        category: random.pick(["lift", "lighting", "doors"]), complexity: random.pick(Complexity.allCases)),
      .setUrgency(random.pick(Urgency.allCases), reason: "因"), .grade(random.pick(Grade.allCases)),
      .assign(staff: random.pick(["老王", "小周", "小陈"])), .accept, .decline(reason: "忙"), .arrive,
      .giveFeedback(text: "", reporter: random.pick([nil, 0, 1])), .startWork,
      .hold(random.pick(HoldReason.allCases), evidence: "证", ownerTold: random.pick([true, false])), .resume,
      .resume,
      .notifyOwner(text: ""), .complete(text: ""), .complete(text: "已处理"), .complete(text: "已处理"),
      .close(text: ""), .close(text: ""),
      .applyPolicy, .acknowledge, .rescind(random.pick(ClockID.allCases), reason: "记录"), .reopen(reason: "又"),
      .cancel(reason: "误"), .note(text: "n"),
    ])
  }
}
