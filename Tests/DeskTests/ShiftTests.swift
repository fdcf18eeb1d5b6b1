import Desk
import Foundation
import Testing

/// Who is on, and how one shift hands over to the next.
@Suite struct ShiftTests {
  private let early = ShiftID(day: 20_261_120, name: .early)
  private let late = ShiftID(day: 20_261_120, name: .late)

  private func onDuty(_ reports: NewTicket...) -> Given {
    var given = Given().and(.startShift(.early, on: ["李敏", "老王"]), at: 0)
    for report in reports { given = given.and(.report(report), at: 0) }
    return given
  }

  private func shift(_ given: Given, _ location: SourceLocation = #_sourceLocation) throws -> Shift {
    try #require(given.desk.shifts[early], sourceLocation: location)
  }

  private func handedOver(_ given: Given, at minutes: Double) throws -> Given {
    var given = given.and(.shift(early, .signOut), at: minutes)
    for item in try shift(given).unseen {
      let when = given.when(.shift(early, .acknowledge(item)), at: minutes + 1, by: "小陈")
      #expect(when.refusal == nil)
      given = when.taken
    }
    return given
  }

  /// The late shift hands over to the next.
  private func signedIn(_ next: ShiftName, _ given: Given, at minutes: Double) throws -> Given {
    var given = given.and(.shift(late, .signOut), at: minutes, by: "小陈")
    for item in given.desk.shifts[late]?.unseen ?? [] {
      given = given.and(.shift(late, .acknowledge(item)), at: minutes + 1, by: "老王")
    }
    return given.and(.shift(late, .signIn(next: next, on: [])), at: minutes + 2, by: "老王")
  }

  @Test func `a shift begins with who is on, and newcomers join the staff`() throws {
    let given = onDuty()
    #expect(given.desk.openShift?.staff == ["李敏", "老王"])
    #expect(given.desk.staff.map(\.name) == ["李敏", "老王"])
    #expect(early.description == "S-20261120-early")
    #expect(ShiftID("S-20261120-early") == early)
    given.when(.startShift(.late, on: ["小陈"]), at: 5).refused(with: .shift(.stillOn(early)))
    Given().when(.startShift(.late, on: [" "]), at: 5).refused(with: .shift(.nobodyOn))
  }

  @Test func `who comes and leaves is recorded`() throws {
    let given = onDuty().and(.shift(early, .staff(on: ["李敏", "小刘", "小刘"])), at: 5)
    #expect(try shift(given).staff == ["李敏", "小刘"])
    given.when(.shift(early, .staff(on: [])), at: 6).refused(with: .shift(.nobodyOn))
  }

  @Test func `nobody leaves the staff while the shift that is on names them`() throws {
    let given = onDuty()
    given.when(.leaveStaff(name: "老王"), at: 5).refused(with: .staffOnShift("老王", early))
    given.and(.shift(early, .staff(on: ["李敏"])), at: 5).when(.leaveStaff(name: "老王"), at: 6)
      .then([.staffLeft(name: "老王")])
    let signedOut = given.and(.shift(early, .signOut), at: 5)
    signedOut.when(.leaveStaff(name: "老王"), at: 6).refused(with: .staffOnShift("老王", early))
    signedOut.and(.shift(early, .signIn(next: .late, on: [])), at: 6, by: "小陈")
      .when(.leaveStaff(name: "老王"), at: 7).then([.staffLeft(name: "老王")])
  }

  @Test func `the handover is drafted from the record`() throws {
    var given = onDuty(.repair("leak", urgent: true), .repair("intercom"))
    given = given.and(.hold(.ownerTime, evidence: "业主约 18:00", ownerTold: false), on: .second, at: 5)
    given = given.and(.declareIncident(NewIncident(plan: "power", place: Place("全小区"))), at: 6)
    let route = Route(id: "A", name: "A线", points: [Checkpoint(id: "1", name: "东门", within: 10)])
    given = given.and(.publishRoute(route), at: 7).and(.startRound(route: "A", guardName: "张强"), at: 8)
    given = given.passing(to: 40).and(.shift(early, .draft), at: 41)
    let items = try #require(try shift(given).drafted)
    #expect(items.map(\.kind) == [.incident, .late, .due, .held, .missed, .walking])
    #expect(items.map(\.isRed) == [true, true, false, false, true, false])
    #expect(items[1].thing == "R-1")
    #expect(items[1].clock == "onSite")
    #expect(items[1].at == minute(30))
    #expect(items[3].text.contains("业主约 18:00"))
  }

  @Test func `what was missed on this shift is handed over, whatever was walked since`() throws {
    let route = Route(id: "A", name: "A线", points: [Checkpoint(id: "1", name: "东门", within: 10)])
    func walk(_ given: Given, at minutes: Double) -> Given {
      given.and(
        .checkIn(route: "A", point: "1", guardName: "张强", result: .ok, note: "", method: ""), at: minutes)
    }
    let missed = onDuty().and(.publishRoute(route), at: 7).and(
      .startRound(route: "A", guardName: "张强"), at: 8
    )
    .passing(to: 70)
    let walked = walk(walk(missed, at: 80), at: 90)
    let first = RoundID(day: 20_261_120, route: "A", number: 1)
    #expect(Set(walked.desk.rounds.keys) == [first, RoundID(day: 20_261_120, route: "A", number: 3)])
    let items = try #require(try shift(walked.and(.shift(early, .draft), at: 91)).drafted)
    #expect(items.filter { $0.kind == .missed }.map(\.thing) == [first.description])
    let excused = walked.and(.excuseMiss(first, point: "1", reason: "救火"), at: 92)
    #expect(walk(excused, at: 100).desk.rounds[first] == nil)
    let next = try handedOver(walked, at: 110).and(
      .shift(early, .signIn(next: .late, on: [])), at: 112, by: "小陈")
    let later = walk(next, at: 120)
    #expect(
      later.desk.missedPoints.map(\.round.id) == [first], "the next shift of the day answers for it too")
    #expect(later.and(.excuseMiss(first, point: "1", reason: "救火"), at: 121).desk.missedPoints.isEmpty)
    let night = try signedIn(.night, later, at: 20 * 60)
    #expect(night.desk.missedPoints.isEmpty, "its day is over")
    #expect(walk(missed, at: 26 * 60).desk.missedPoints.map(\.round.id) == [first], "nobody took over since")
    #expect(walk(missed, at: 8 * 24 * 60).desk.rounds[first] == nil, "a week at the most")
  }

  @Test func `promised times and duties are handed over, red when they are near or owed`() throws {
    var given = onDuty(.repair("leak"), .repair("intercom"))
    given = given.and(.paper(.promise(at: minute(60), text: "带新阀")), on: .first, at: 5)
    given = given.and(.paper(.promise(at: minute(600), text: "")), on: .second, at: 6)
    given = given.and(.shift(early, .draft), at: 41)
    let items = try #require(try shift(given).drafted).filter { $0.kind == .promise }
    #expect(items.map(\.thing) == ["R-1", "R-2"])
    #expect(items.map(\.isRed) == [true, false])
    #expect(items[0].text.contains("带新阀"))
  }

  @Test func `what is done is handed over with its next step until it is closed`() throws {
    var given = onDuty(
      NewTicket(kind: .complaint, place: Place("1-1-101"), category: "noise", subject: "夜里吵"))
    let id = TicketID(.complaint, 1)
    given = given.and(.arrive, on: id, at: 10).and(.giveFeedback(text: "约谈", reporter: nil), on: id, at: 20)
    given = given.and(.complete(text: "已停工"), on: id, at: 30).and(.shift(early, .draft), at: 41)
    #expect(try #require(try shift(given).drafted).map(\.kind) == [.followUp])
    given = given.and(.paper(.followUp(rating: 5, text: "满意")), on: id, at: 50).and(
      .shift(early, .draft), at: 51)
    #expect(try #require(try shift(given).drafted).map(\.kind) == [.open], "only its closing is left")
  }

  @Test func `what was due and not recorded is handed over by whoever drafts or signs first`() throws {
    let points = ["大门", "车库", "天台"].enumerated().map {
      Checkpoint(id: "\($0.offset + 1)", name: $0.element, within: ($0.offset + 1) * 10)
    }
    let route = Route(
      id: "N", name: "夜线", points: points, schedule: RoundSchedule(.hours(2), from: 22 * 60, until: 6 * 60))
    let night = ShiftID(day: 20_261_120, name: .night)
    let given = Given().and(.startShift(.night, on: ["李敏"]), at: 12 * 60).and(.publishRoute(route), at: 721)
      .and(.report(.repair(urgent: true)), at: 725)
      .and(
        .checkIn(route: "N", point: "1", guardName: "张强", result: .ok, note: "", method: ""), at: 786)
    let late = 19 * 60 + 16.0
    for command in [ShiftCommand.draft, .signOut] {
      let unwatched = given.and(.shift(night, command), at: late)
      let watched = given.passing(to: late).and(.shift(night, command), at: late)
      #expect(unwatched.desk.shifts[night]?.drafted == watched.desk.shifts[night]?.drafted)
      let items = try #require(unwatched.desk.shifts[night]?.drafted)
      #expect(items.count { $0.kind == .missed && $0.isRed } == 9)
      #expect(items.contains { $0.kind == .late && $0.thing == "R-1" })
      #expect(unwatched.breaches(.onSite) == [755])
      #expect(unwatched.desk.crossings(upTo: minute(late)).isEmpty)
    }
  }

  @Test func `what is missed between signing out and signing in is the next shift's`() throws {
    let route = Route(id: "A", name: "A线", points: [Checkpoint(id: "1", name: "东门", within: 10)])
    let out = onDuty().and(.publishRoute(route), at: 1).and(.startRound(route: "A", guardName: "张强"), at: 2)
      .and(.shift(early, .signOut), at: 5)
    let next = out.passing(to: 60).and(.shift(early, .signIn(next: .late, on: [])), at: 61, by: "小陈")
    #expect(next.desk.missedPoints.map(\.point.due) == [minute(12)])
    let items = next.and(.shift(late, .draft), at: 70, by: "小陈").desk.shifts[late]?.drafted
    #expect(items?.map(\.kind) == [.missed])
  }

  @Test func `open work that owes no clock is handed over, with who has it and what it waits for`() throws {
    var given = onDuty(.repair("leak", urgent: true), .repair("intercom"))
    for id in [TicketID.first, .second] {
      given = given.and(.assign(staff: "老李"), on: id, at: 1).and(.arrive, on: id, at: 10)
        .and(.giveFeedback(text: "在修", reporter: nil), on: id, at: 12)
    }
    given = given.and(.complete(text: "好了"), on: .second, at: 20).and(.shift(early, .draft), at: 30)
    let items = try #require(try shift(given).drafted)
    #expect(
      items == [
        HandoverItem(.open, "R-1", "3-2-1501 水管漏水  老李", clock: "complete", at: minute(0)),
        HandoverItem(.open, "R-2", "3-2-1501 水管漏水  老李", clock: "sign", at: minute(20)),
      ])
  }

  @Test func `further clocks that are late or soon will be stand in the ticket's line`() throws {
    let complaint = NewTicket(kind: .complaint, place: Place("1-1-101"), category: "noise", subject: "夜里吵")
    let given = onDuty(complaint).and(.shift(early, .draft), at: 7 * 60 + 10)
    let items = try #require(try shift(given).drafted)
    #expect(
      items.map(\.further) == [
        [
          HandoverClock("complaintFeedback", at: minute(240)),
          HandoverClock("complaintResolve", at: minute(480)),
        ]
      ])
    let before = onDuty(complaint).and(.shift(early, .draft), at: 2 * 60)
    #expect(try #require(try shift(before).drafted).map(\.further) == [nil], "both are far")
  }

  @Test func `an ended contract is a duty until its next end is known`() throws {
    var lift = Asset(
      id: "L3", kind: .lift, name: "3栋电梯", place: Place("3栋"), contractEnd: CivilDate("2026-11-20"))
    var given = onDuty().and(.asset("L3", .keep(lift)), at: 1)
    func row(_ given: Given, _ minutes: Double) -> DutyRow? {
      given.desk.dutyRows(at: minute(minutes)).first { $0.duty.id == "contract-L3" }
    }
    #expect(row(given, 5)?.standing == .due)
    #expect(row(given, 5)?.lastDay(in: shanghai) == CivilDate("2026-11-20"))
    #expect(given.desk.duty("contract-L3")?.name.english == "Renew the contract of 3栋电梯")
    #expect(given.desk.duty("deep-clean") != nil && given.desk.duty("contract-L4") == nil)
    #expect(row(given, 2880)?.standing == .overdue)
    given.when(.duty("contract-L3", .discharge(span: nil, proof: "续签", figure: nil)), at: 6)
      .refused(with: .duty(.isContract(asset: "L3")))
    let drafted = given.and(.shift(early, .draft), at: 2880)
    let items = try #require(try shift(drafted).drafted).filter { $0.thing == "contract-L3" }
    #expect(items.map(\.isRed) == [true])
    lift.contractEnd = CivilDate("2027-11-20")
    given = given.and(.asset("L3", .keep(lift)), at: 2881)
    #expect(row(given, 2882)?.standing == .upcoming)
  }

  @Test func `what was read is what is signed: where something changed since, it is drafted anew first`()
    throws
  {
    let read = onDuty(.repair("leak", urgent: true), .repair("intercom")).and(.shift(early, .draft), at: 1)
    #expect(read.desk.changesToHandOver(since: try shift(read), at: minute(2)) == 0)
    let changed = read.and(.arrive, at: 3)
    #expect(changed.desk.changesToHandOver(since: try shift(changed), at: minute(4)) == 1)
    changed.when(.shift(early, .signOut), at: 4).refused(with: .shift(.changedSinceRead(early, things: 1)))
    let again = changed.and(.shift(early, .draft), at: 4)
    #expect(try shift(again.and(.shift(early, .signOut), at: 5)).drafted == shift(again).drafted)
    #expect(try shift(read.and(.shift(early, .signOut), at: 5)).drafted == shift(read).drafted)
    let far = read.and(.report(.repair("leak")), at: 6)
    far.when(.shift(early, .signOut), at: 40).refused(with: .shift(.changedSinceRead(early, things: 2)))
  }

  @Test func `who signs out without a draft hands over what is true then`() throws {
    let given = onDuty(.repair("leak", urgent: true)).and(.arrive, at: 3).and(.shift(early, .signOut), at: 4)
    #expect(try shift(given).drafted?.map(\.thing) == ["R-1"])
    #expect(try shift(given).signedOut == Signature(by: "小李", at: minute(4)))
    given.when(.shift(early, .signOut), at: 5).refused(with: .shift(.signedOut(early)))
    given.when(.shift(early, .note(text: "迟了", isRed: false)), at: 5)
      .refused(with: .shift(.signedOut(early)))
  }

  @Test func `nobody signs in while a red item is unseen`() throws {
    let given = onDuty().and(.shift(early, .note(text: "3栋高空作业，勿让人靠近", isRed: true)), at: 1)
      .and(.shift(early, .note(text: "雨伞还了三把", isRed: false)), at: 2)
    given.when(.shift(early, .acknowledge(0)), at: 3, by: "小陈").refused(with: .shift(.notSignedOut(early)))
    given.when(.shift(early, .signIn(next: .late, on: [])), at: 3, by: "小陈")
      .refused(with: .shift(.notSignedOut(early)))
    let out = given.and(.shift(early, .signOut), at: 10)
    out.when(.shift(early, .signIn(next: .late, on: [])), at: 11, by: "小陈")
      .refused(with: .shift(.itemsUnseen(early, items: [1])))
    let seen = out.when(.shift(early, .acknowledge(0)), at: 11, by: "小陈").taken
    seen.when(.shift(early, .acknowledge(0)), at: 12, by: "小陈")
      .refused(with: .shift(.itemSeen(early, item: 1)))
    seen.when(.shift(early, .acknowledge(7)), at: 12, by: "小陈")
      .refused(with: .shift(.itemUnknown(early, item: 8, items: 2)))
    let taken = seen.when(.shift(early, .signIn(next: .late, on: ["小陈", "老李"])), at: 12, by: "小陈")
    #expect(taken.refusal == nil)
    #expect(taken.taken.desk.openShift?.id == late)
    #expect(taken.taken.desk.openShift?.staff == ["小陈", "老李"])
    #expect(taken.taken.desk.shifts[early]?.acknowledged[0]?.by == "小陈")
  }

  @Test func `whoever signed out does not take over from themselves`() throws {
    let given = onDuty().and(.shift(early, .note(text: "看紧", isRed: true)), at: 1)
      .and(.shift(early, .signOut), at: 2)
    given.when(.shift(early, .acknowledge(0)), at: 3)
      .refused(with: .shift(.sameHands(early, name: "小李")))
    given.when(.shift(early, .signIn(next: nil, on: [])), at: 3)
      .refused(with: .shift(.sameHands(early, name: "小李")))
  }

  @Test func `without names the one who signs in is on`() throws {
    let given = try handedOver(onDuty(), at: 5)
    let when = given.when(.shift(early, .signIn(next: .late, on: [])), at: 7, by: "小陈")
    #expect(when.taken.desk.openShift?.staff == ["小陈"])
    #expect(when.taken.desk.staff.contains { $0.name == "小陈" })
  }

  @Test func `a day has each shift once`() throws {
    var given = try handedOver(onDuty(), at: 5)
    given = given.when(.shift(early, .signIn(next: nil, on: [])), at: 7, by: "小陈").taken
    given.when(.startShift(.early, on: ["小陈"]), at: 8).refused(with: .shift(.alreadyWorked(early)))
    given.when(.shift(early, .draft), at: 8).refused(with: .shift(.handedOver(early)))
    given = given.and(.startShift(.early, on: ["小陈"]), at: 1440)
    #expect(given.desk.shifts.keys.map(\.day) == [20_261_121])
  }

  @Test func `a night that begins after midnight is the evening's, and the next evening has its own`() throws
  {
    let late = Given().and(.startShift(.night, on: ["老王"]), at: 15 * 60 + 5)
    let night = ShiftID(day: 20_261_120, name: .night)
    #expect(late.desk.openShift?.id == night)
    let over = late.and(.shift(night, .signOut), at: 22 * 60)
      .and(.shift(night, .signIn(next: nil, on: [])), at: 22 * 60 + 1, by: "小陈")
    let next = over.and(.startShift(.night, on: ["老王"]), at: 38 * 60)
    #expect(next.desk.openShift?.id == ShiftID(day: 20_261_121, name: .night))
  }

  @Test func `more clocks than can be read out are counted`() throws {
    var given = onDuty()
    for _ in 0..<70 { given = given.and(.report(.repair()), at: 1) }
    given = given.and(.shift(early, .draft), at: 2)
    let items = try #require(try shift(given).drafted)
    #expect(items.count == 61)
    #expect(items.last == HandoverItem(.more, "", "10", isRed: true))
  }

  @Test(arguments: ["1", "12 3", "！？"])
  func `what has no letter is nobody's name, wherever a shift asks for one`(name: String) throws {
    let refusal = Refusal.shift(.notAName(name))
    Given().when(.startShift(.early, on: [name]), at: 0).refused(with: refusal)
    let given = onDuty()
    given.when(.shift(early, .staff(on: ["李敏", name])), at: 5).refused(with: refusal)
    given.when(.shift(early, .signOut), at: 5, by: name).refused(with: refusal)
    let out = given.and(.shift(early, .signOut), at: 5)
    out.when(.shift(early, .signIn(next: .late, on: [])), at: 6, by: name).refused(with: refusal)
    out.when(.shift(early, .signIn(next: .late, on: [name])), at: 6, by: "小陈").refused(with: refusal)
    #expect(out.when(.shift(early, .signIn(next: .late, on: ["Ann 2"])), at: 6, by: "小陈").refusal == nil)
  }
}
