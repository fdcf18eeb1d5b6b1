import Desk
import Foundation
import Testing

@Suite struct RandomWalkTests {
  /// `DESK_WALKS=100` walks a hundred thousand.
  @Test func `ten thousand random commands keep every invariant`() throws {
    var random = Seeded.fresh("walk")
    let walks = ProcessInfo.processInfo.environment["DESK_WALKS"].flatMap { Int($0) } ?? 10
    var seen: Set<String> = []
    for _ in 0..<walks { try walk(1000, &random, &seen) }
    let rare =
      ["asset.registered", "asset.changed", "asset.serviced", "asset.retired"]
      + [
        "duty.discharged", "duty.waived", "duty.overdue", "duty.findingRaised", "incident.closed",
        "round.findingRaised", "ticket.amended", "ticket.complained", "ticket.incomplete", "visit.arrived",
        "visit.left", "visit.takenBack",
      ]
    // A seed may meet one of them late.
    for _ in 0..<10 where !seen.isSuperset(of: rare) { try walk(1000, &random, &seen) }
    #expect(seen.isSuperset(of: rare), "never happened: \(Set(rare).subtracting(seen)), seed \(random.seed)")
  }

  private func walk(_ steps: Int, _ random: inout Seeded, _ seen: inout Set<String>) throws {
    var given = Given()
    given.desk.adopt(beganAt: opening)
    given = given.and(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0)
    var past: [TicketID: [(version: Int, work: TicketWork)]] = [:]
    var minutes = 0.0
    var crossed: Set<String> = []
    var check = CrossingCheck()
    for step in 0..<steps {
      let place: Comment = "step \(step) of seed \(random.seed)"
      minutes += Double(Int.random(in: 0...40, using: &random))
      let at = minutes - Double(random.pick([0, 0, 0, 0, 5, 60]))
      let (command, version) = randomCommand(given, past, &random)
      let when = given.when(command, at: at, seen: version, by: random.pick(["小李", "赵敏"]))
      #expect((when.refusal == nil) || when.facts.isEmpty, place)
      if case .ticket(let id, _) = command, let ticket = given.archive[id], when.refusal == nil {
        past[id, default: []].append((ticket.version, ticket.work))
      }
      for fact in when.facts where fact.event.isCrossing {
        #expect(crossed.insert("\(fact)").inserted, "\(fact.event) twice, \(place)")
      }
      try check.check(when, place)
      given = when.taken
      let broken = given.desk.brokenInvariants()
      try #require(broken.isEmpty, "\(broken) after \(command), \(place)")
      if step % 3 == 0 { checkAgenda(given, now: minute(minutes), place) }
      if step % 10 == 0 { checkDuties(given.desk, now: minute(minutes), place) }
      if step % 100 == 99 { try checkCodable(given, place) }
    }
    var again = Given(given.record)
    again.desk.adopt(beganAt: opening)
    for fact in given.record { fact.event.rareName.map { _ = seen.insert($0) } }
    #expect(again.desk == given.desk, "folded again, seed \(random.seed)")
    for (id, ticket) in given.desk.tickets { #expect(given.archive[id] == ticket) }
  }

  private func checkAgenda(_ given: Given, now: Date, _ place: Comment) {
    let desk = given.desk
    let next =
      desk.tickets.values.compactMap { $0.nextCrossing(desk.policy(of: $0)) }
      + desk.rounds.values.compactMap(\.nextCrossing) + desk.incidents.values.compactMap(\.nextCrossing)
    let planning = desk.routes.keys.sorted().flatMap { _ in desk.planning(upTo: now) }
    let owed = owed(given, now: now)
    #expect(desk.nextCrossing == (next + owed.ends + [desk.nextPlanning].compactMap { $0 }).min(), place)
    let brute =
      desk.tickets.values.flatMap { $0.crossings(upTo: now, desk.policy(of: $0)) }
      + desk.rounds.values.flatMap { $0.crossings(upTo: now) }
      + desk.incidents.values.flatMap { $0.crossings(upTo: now) } + planning + owed.facts
    let facts = desk.crossings(upTo: now)
    #expect(facts.map { "\($0)" }.sorted() == brute.map { "\($0)" }.sorted(), place)
    #expect(facts.map(\.occurredAt) == facts.map(\.occurredAt).sorted(), place)
  }

  /// Since when each duty has stood on the list without a break, counted by the same spans.
  private func listed(_ given: Given) -> [String: Date] {
    var (list, since) = (DutyLedger.standard, [String: Date]())
    for fact in given.record {
      guard case .dutiesPublished(let duties) = fact.event else { continue }
      since = since.filter { id, _ in duties.contains { $0.id == id } }
      for duty in duties where list.first(where: { $0.id == duty.id })?.period != duty.period {
        since[duty.id] = fact.occurredAt
      }
      list = duties
    }
    return since
  }

  /// Every span of which nothing is on record, since opening or since its duty came onto the list: those that are over, and when the
  /// first of each duty ends.
  private func owed(_ given: Given, now: Date) -> (facts: [Fact], ends: [Date]) {
    let (desk, listed) = (given.desk, listed(given))
    var (facts, ends): ([Fact], [Date]) = ([], [])
    for duty in desk.ledger.duties {
      let since = max(opening, listed[duty.id] ?? opening)
      let first = duty.period.index(of: CivilDate(since, in: shanghai))
      let running = duty.period.index(of: CivilDate(now, in: shanghai))
      let open = (first...running + 2).filter { span in
        let record = desk.ledger.states[duty.id]?.span(span)
        return record?.isSettled != true && record?.isOverdue != true
      }
      let due = open.map { ($0, duty.period.start($0 + 1).start(in: shanghai)) }
      ends += due.first.map { [$0.1] } ?? []
      facts += due.filter { now > $0.1 }
        .map { Fact(.duty(duty.id, .overdue(span: duty.period.name($0.0))), at: $0.1) }
    }
    return (facts, ends)
  }

  /// Everything owed by the calendar stands in the list once, contracts of equipment in use too.
  private func checkDuties(_ desk: Desk, now: Date, _ place: Comment) {
    let contracts = desk.assets.values.filter { $0.retiredAt == nil && $0.asset.contractEnd != nil }
    let ids = desk.ledger.duties.map(\.id) + contracts.map { "contract-\($0.asset.id)" }
    let rows = desk.dutyRows(at: now)
    #expect(rows.map(\.duty.id).sorted() == ids.sorted(), place)
    for row in rows where row.duty.id.hasPrefix("contract-") {
      #expect((row.standing == .overdue) == (now > row.dueAt), place)
    }
  }

  private func checkCodable(_ given: Given, _ place: Comment) throws {
    func again<T: Codable>(_ value: T) throws -> T {
      try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
    }
    for ticket in given.archive.values { #expect(try again(ticket) == ticket, place) }
    for round in given.desk.rounds.values { #expect(try again(round) == round, place) }
    for incident in given.desk.incidents.values { #expect(try again(incident) == incident, place) }
    for shift in given.desk.shifts.values { #expect(try again(shift) == shift, place) }
    for visit in given.desk.visits.values { #expect(try again(visit) == visit, place) }
    for route in given.desk.routes.values { #expect(try again(route) == route, place) }
    for asset in given.desk.assets.values { #expect(try again(asset) == asset, place) }
    for duty in given.desk.ledger.states.values { #expect(try again(duty) == duty, place) }
  }

  private func randomCommand(
    _ given: Given, _ past: [TicketID: [(version: Int, work: TicketWork)]], _ random: inout Seeded
  ) -> (Command, seen: Int?) {
    let ids = given.archive.keys.sorted()
    let dice = Int.random(in: 0..<30, using: &random)
    if ids.isEmpty || dice == 0 { return (.report(randomReport(given.desk, &random)), nil) }
    if dice == 1 { return (.recordCrossings, nil) }
    if dice == 2 { return (patrolCommand(given.desk, &random), nil) }
    if dice == 3 { return (.joinStaff(StaffMember(name: random.pick(["老王", "小周"]))), nil) }
    if dice >= 28 { return (visitCommand(given.desk, &random), nil) }
    if dice >= 27 { return (assetCommand(&random), nil) }
    if dice >= 25 { return (dutyCommand(&random), nil) }
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
    if dice == 11, let missed = given.archive[id]?.crossings.last(where: { $0.left == nil }) {
      return (
        .ticket(
          id,
          missed.rescindedAt == nil
            ? .rescind(missed.clock, reason: "记录", missed: missed.at)
            : .restoreBreach(missed.clock, missed: missed.at)), nil
      )
    }
    if dice < 11 { return (.ticket(id, .paper(paperCommand(given, &random))), nil) }
    return (.ticket(id, ticketCommand(random.pick(ids), &random)), nil)
  }

  private func randomReport(_ desk: Desk, _ random: inout Seeded) -> NewTicket {
    var report = NewTicket(
      kind: random.pick([.repair, .repair, .repair, .complaint, .enquiry]), place: Place("3-2-1501"),
      category: random.pick(["lift", "lighting", "plumbing", "other"]), subject: "x",
      urgency: random.pick(Urgency.allCases), complexity: random.pick(Complexity.allCases),
      contact: random.pick([nil, "a", "b", "c"]), asset: random.pick([nil, nil, "L1", "P1", "L9"]))
    report.duty = random.pick([nil, nil, "fire", "clean", "none"])
    report.incident = random.pick([nil, nil, desk.openIncidents.first?.id])
    report.mayLack = random.pick([false, false, false, true])
    if report.mayLack {
      report.place = random.pick([report.place, Place("")])
      (report.category, report.subject) = random.pick([("", ""), ("other", "")])
    }
    let failed = desk.rounds.values.filter { $0.points.contains { $0.state == .failed } }.map(\.id)
    if let round = failed.min(by: { $0.description < $1.description }) {
      report.origin = random.pick([nil, PatrolOrigin(round: round, point: random.pick(["a1", "a2", "a3"]))])
    }
    return report
  }

  private func visitCommand(_ desk: Desk, _ random: inout Seeded) -> Command {
    guard let last = desk.visits.keys.max(), random.pick([true, false]) else {
      return .registerVisit(
        Arrival(
          place: Place(random.pick(["3-2-1501", "大堂", " "])), purpose: random.pick(VisitPurpose.allCases),
          text: random.pick(["", "顺丰"]), contact: random.pick([nil, "v"])))
    }
    let id = VisitID(Int.random(in: max(1, last.number - 8)...last.number + 1, using: &random))
    return random.pick([.endVisit(id), .endVisit(id), .takeBackVisit(id)])
  }

  private func assetCommand(_ random: inout Seeded) -> Command {
    let id = random.pick(["L1", "L2", "P1"])
    let end = random.pick([nil, "2026-11-20", "2026-11-28", "2027-01-31"]).flatMap { CivilDate($0) }
    let asset = Asset(
      id: id, kind: random.pick([.lift, .water]), name: random.pick(["客梯", "水泵", " "]), place: Place("1栋"),
      installed: CivilDate(year: 2012, month: 5, day: 31), contractEnd: end,
      serviceMonths: random.pick([nil, 1]))
    return .asset(
      id,
      random.pick([
        .keep(asset), .keep(asset), .service(text: random.pick(["", "月检"])),
        .retire(reason: random.pick(["", "更新"])),
      ]))
  }

  private func dutyCommand(_ random: inout Seeded) -> Command {
    if Int.random(in: 0..<8, using: &random) == 0 {
      let clean = DutyPeriod.allCases.map {
        Duty(id: "clean", name: PlanLine("大扫除"), period: $0, source: "S049")
      }
      let others = [
        Duty(id: "fire", name: PlanLine("消防巡查"), period: .month, source: "S043"),
        Duty(id: "census", name: PlanLine("普测"), period: .half, least: 45, source: "S087"),
      ]
      return .publishDuties(
        random.pick([[clean[0]], [clean[0]], [random.pick(clean)]]) + random.pick([[], others]))
    }
    let span = random.pick([nil, nil, nil, "2026-11", "2026-H2", "2026-11-16", "2026-11-23", "2027-01"])
    return .duty(
      random.pick(["fire", "census", "clean", "clean", "fire-monthly", "census", "contract-L1", "none"]),
      random.pick([
        .discharge(span: span, proof: random.pick(["", "表"]), figure: random.pick([nil, 20, 60])),
        .discharge(span: span, proof: "表", figure: 60),
        .waive(span: span, reason: random.pick(["", "停水"])),
      ]))
  }

  private func incidentCommand(_ desk: Desk, _ random: inout Seeded) -> Command {
    let open = desk.openIncidents.map(\.id)
    guard open.count > 0, Int.random(in: 0..<12, using: &random) > 0 else {
      return .declareIncident(
        NewIncident(
          plan: random.pick(["fire", "lift", "none"]), place: Place("3栋"),
          isDrill: random.pick([true, false])))
    }
    // Mostly the first, so that some come to their end.
    return .incident(
      random.pick([open[0], open[0], random.pick(open)]),
      random.pick([
        .doStep(nil, by: "老王"), .doStep(nil, by: "老王"), .takeBackStep(random.pick([0, 1])),
        .doStep(random.pick([0, 3, 50]), by: ""),
        .skipStep(nil, reason: "误报"),
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
      points: (1...3).map {
        Checkpoint(
          id: "a\($0)", name: "点\($0)", within: $0 * random.pick([10, 20]),
          asset: random.pick([nil, nil, nil, "L1"]))
      },
      schedule: random.pick([
        nil, RoundSchedule(.hours(2), from: 1320, until: 360, guardName: "张强"),
        RoundSchedule(.daily, from: 540),
      ]))
    let rounds = desk.rounds.keys.sorted { $0.description < $1.description }
    let round = rounds.isEmpty ? RoundID(day: 20_261_120, route: "A", number: 1) : random.pick(rounds)
    return random.pick([
      .assignRound(round, guardName: random.pick(["老钱", "老孙"])),
      .excuseMiss(round, point: random.pick(["a1", "a2"]), reason: "雨"), .publishRoute(route),
      .startRound(route: "A", guardName: "老赵"), .takeBackCheckIn(round, point: random.pick(["a1", "a3"])),
      .checkIn(
        route: "A", point: random.pick(["a1", "a2", "a3", "点2"]), guardName: "",
        result: random.pick([.ok, .failed]), note: "",
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
      .amend(
        Amendment(
          place: random.pick([nil, Place("3-2-1502"), Place("")]), subject: random.pick([nil, "y", ""]),
          text: random.pick([nil, "细", ""]), caller: random.pick([nil, nil, "", "a", "e"]))),
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
      .cancel(reason: "误"), .note(text: "n"), .complain(text: random.pick(["", "没人来"])),
    ])
  }
}

extension Event {
  /// What it is called, of the kinds that a short walk might never meet.
  fileprivate var rareName: String? {
    switch self {
    case .asset(_, .registered): "asset.registered"
    case .asset(_, .changed): "asset.changed"
    case .asset(_, .serviced): "asset.serviced"
    case .asset(_, .retired): "asset.retired"
    case .duty(_, .discharged): "duty.discharged"
    case .duty(_, .waived): "duty.waived"
    case .duty(_, .overdue): "duty.overdue"
    case .duty(_, .findingRaised): "duty.findingRaised"
    case .incident(_, .closed): "incident.closed"
    case .round(_, .findingRaised): "round.findingRaised"
    case .ticket(_, .paper(.amended)): "ticket.amended"
    case .ticket(_, .complained): "ticket.complained"
    case .ticket(_, .reported(let report)) where report.place.text.isEmpty || report.subject.isEmpty:
      "ticket.incomplete"
    case .visit(_, .arrived): "visit.arrived"
    case .visit(_, .left): "visit.left"
    case .visit(_, .takenBack): "visit.takenBack"
    default: nil
    }
  }
}
