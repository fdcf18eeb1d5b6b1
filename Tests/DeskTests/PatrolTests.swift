import Desk
import Foundation
import Testing

@Suite struct PatrolTests {
  private let route = Route(
    id: "A", name: "A线",
    points: [
      Checkpoint(id: "a1", name: "东门", within: 10), Checkpoint(id: "a2", name: "泵房", within: 20),
    ])
  private let round = RoundID(day: 20_261_120, route: "A", number: 1)

  private var given: Given { Given().and(.publishRoute(route), at: 0) }

  private func checkIn(_ point: String, _ result: CheckInResult = .ok) -> Command {
    .checkIn(route: "A", point: point, guardName: "老赵", result: result, note: "", method: "key")
  }

  private func checked(_ point: String, _ result: CheckInResult = .ok) -> Event {
    .round(round, .checkedIn(point: point, guardName: "老赵", result: result, note: "", method: "key"))
  }

  private func states(_ given: Given) -> [RoundPoint.State] {
    given.desk.rounds[round]?.points.map(\.state) ?? []
  }

  @Test func `the first check-in starts the round, and the last completes it`() {
    let started = Event.round(round, .started(route: route, guardName: "老赵"))
    let walked = given.when(checkIn("a1"), at: 0).then([started, checked("a1")])
      .when(checkIn("泵房"), at: 20).then([checked("a2"), .round(round, .completed)])
    #expect(states(walked) == [.onTime, .onTime])
    #expect(walked.desk.openRound(on: "A") == nil)
    #expect(walked.passing(to: 10_000).record == walked.record)
  }

  @Test func `a check-in that was a mistake is taken back, and its time goes on as if nobody had come`() {
    let back = { (point: String) in Command.takeBackCheckIn(round, point: point) }
    let walked = given.and(checkIn("a1"), at: 0).and(checkIn("a2"), at: 5)
    let open = walked.when(back("泵房"), at: 6).then([.round(round, .checkInTakenBack(point: "a2"))])
    #expect(states(open) == [.onTime, .pending] && open.desk.openRound(on: "A")?.id == round)
    #expect(states(open.and(checkIn("a2"), at: 7)) == [.onTime, .onTime])
    open.when(.recordCrossings, at: 21).thenFacts([Fact(.round(round, .missed(point: "a2")), at: minute(20))])
    open.when(back("a2"), at: 8).refused(with: .pointNotChecked(route: "A", point: "泵房"))
    let begun = given.and(.startRound(route: "A", guardName: "老赵"), at: 0).passing(to: 12)
    let late = begun.and(checkIn("a1"), at: 13)
    #expect(states(late.and(back("a1"), at: 14)) == [.missed, .pending])
    #expect(late.and(back("a1"), at: 14).passing(to: 15).record.count == late.record.count + 1)
    let told = begun.and(
      .checkIn(route: "A", point: "a1", guardName: "", result: .ok, note: "", method: "key"), at: 9)
    #expect(states(told) == [.onTime, .pending], "who was there in time says so later")
    let missed = told.and(back("a1"), at: 16)
    #expect(
      states(missed) == [.missed, .pending]
        && missed.passing(to: 17).record.count == missed.record.count)
    let expired = given.and(checkIn("a1"), at: 0).passing(to: 51)
    let came = expired.and(checkIn("a2"), at: 55)
    #expect(came.desk.rounds[round]?.isAbandoned == false)
    let gone = came.and(back("a2"), at: 56)
    #expect(gone.desk.rounds[round]?.isAbandoned == true && gone.desk.rounds[round]?.endedAt == minute(50))
    #expect(gone.passing(to: 60).record.count == gone.record.count, "it had been given up, once")
    let next = walked.and(.startRound(route: "A", guardName: "老赵"), at: 9)
    next.when(back("a2"), at: 10).refused(with: .roundUnknown(round))
  }

  @Test func `a point not reached by its time is missed at that instant`() {
    let started = given.and(.startRound(route: "A线", guardName: "老赵"), at: 0)
    #expect(started.desk.nextCrossing == minute(10))
    started.when(.recordCrossings, at: 10).thenFacts([])
    started.when(.recordCrossings, at: 25).thenFacts([
      Fact(.round(round, .missed(point: "a1")), at: minute(10)),
      Fact(.round(round, .missed(point: "a2")), at: minute(20)),
    ])
  }

  @Test func `one who comes later is late, also where the miss was not recorded yet`() {
    let started = given.and(.startRound(route: "A", guardName: "老赵"), at: 0)
    let seen = started.passing(to: 12).and(checkIn("a1"), at: 13)
    let unseen = started.and(checkIn("a1"), at: 13)
    #expect(seen.desk == unseen.desk)
    #expect(states(seen) == [.late, .pending])
    #expect(unseen.record.map(\.event).contains(.round(round, .missed(point: "a1"))))
    #expect(states(seen.and(checkIn("a2", .failed), at: 31)) == [.late, .failed])
  }

  @Test func `a round whose points were missed expires half an hour after its last window`() {
    let given = given.and(checkIn("a1"), at: 0)
    #expect(given.passing(to: 50).desk.openRound(on: "A") != nil)
    let expired = given.passing(to: 51)
    #expect(expired.record.last == Fact(.round(round, .expired), at: minute(50)))
    let next = RoundID(day: 20_261_120, route: "A", number: 2)
    #expect(expired.and(checkIn("a1"), at: 52).desk == given.and(checkIn("a1"), at: 52).desk)
    #expect(given.and(checkIn("a1"), at: 52).desk.openRound(on: "A")?.id == next)
  }

  @Test func `one who comes to the last point much later ends the round they were on`() {
    let walked = given.and(checkIn("a1"), at: 0)
    for late in [walked, walked.passing(to: 54)] {
      let done = late.and(checkIn("a2"), at: 55)
      #expect(states(done) == [.onTime, .late])
      #expect(done.desk.openRound(on: "A") == nil && done.desk.routes["A"]?.lastRound == round)
      #expect(done.record.last == Fact(.round(round, .completed), at: minute(55)))
      #expect(done.when(checkIn("a2"), at: 55.2).facts.isEmpty)
    }
    #expect(
      walked.and(checkIn("a2"), at: 300).desk.openRound(on: "A")?.id.number == 2, "hours later it is another")
    let nobody = given.and(.startRound(route: "A", guardName: "老赵"), at: 0)
    #expect(nobody.and(checkIn("a2"), at: 55).desk.openRound(on: "A")?.id.number == 2, "nobody had walked it")
  }

  @Test
  func `a round that somebody walked to its last point was not given up, whatever was missed on the way`() {
    let given = given.and(.startRound(route: "A", guardName: "老赵"), at: 0).and(checkIn("a2"), at: 15)
    let over = given.passing(to: 51)
    #expect(over.record.last == Fact(.round(round, .completed), at: minute(50)))
    let figures = PatrolFigures.byRoute(
      over.desk.rounds.values, in: .distantPast..<minute(60), asOf: minute(60))
    #expect(figures["A"]?.incomplete == 1 && figures["A"]?.abandoned == 0)
  }

  @Test func `a point is checked once a round`() {
    given.and(checkIn("a1"), at: 0).when(checkIn("东门"), at: 1)
      .refused(with: .pointAlreadyChecked(route: "A", point: "东门"))
  }

  @Test func `what a reader sends several times within seconds is one check-in`() {
    let walking = given.and(checkIn("a1"), at: 0)
    for seconds in [0.0, 2, 30] { #expect(walking.when(checkIn("东门"), at: seconds / 60).facts.isEmpty) }
    walking.when(checkIn("a1"), at: 31 / 60).refused(with: .pointAlreadyChecked(route: "A", point: "东门"))
    walking.when(checkIn("a1", .failed), at: 2 / 60)
      .refused(with: .pointAlreadyChecked(route: "A", point: "东门"))
    let walked = walking.and(checkIn("a2"), at: 5)
    #expect(walked.when(checkIn("a2"), at: 5.2).facts.isEmpty, "the last point begins no other round")
    let next = walked.when(checkIn("a2"), at: 6).taken
    #expect(next.desk.openRound(on: "A")?.id.number == 2)
  }

  @Test func `a point names equipment in use, and so does the round`() {
    let lift = Asset(id: "L3", kind: .lift, name: "3栋客梯", place: Place("3-2-大堂"))
    var route = route
    route.points[0].asset = "L3"
    given.when(.publishRoute(route), at: 1).refused(with: .assetUnknown("L3"))
    let known = given.and(.asset("L3", .keep(lift)), at: 1)
    let published = known.and(.publishRoute(route), at: 2).and(checkIn("a1", .failed), at: 3)
    #expect(published.desk.openRound(on: "A")?.points.map(\.asset) == ["L3", nil])
    known.and(.asset("L3", .retire(reason: "更新")), at: 2).when(.publishRoute(route), at: 3)
      .refused(with: .assetRetired("L3"))
  }

  @Test func `a wrong order is recorded, not refused`() {
    #expect(states(given.and(checkIn("a2"), at: 0).and(checkIn("a1"), at: 5)) == [.onTime, .onTime])
  }

  @Test func `a second round starts only when nobody is walking`() {
    let walking = given.and(.startRound(route: "A", guardName: "老赵"), at: 0)
    walking.when(.startRound(route: "A", guardName: "老钱"), at: 5).refused(with: .roundAlreadyOpen(round))
    let next = RoundID(day: 20_261_120, route: "A", number: 2)
    let started = walking.when(.startRound(route: "A", guardName: "老钱"), at: 25)
      .thenFacts([
        Fact(.round(round, .missed(point: "a1")), at: minute(10)),
        Fact(.round(round, .missed(point: "a2")), at: minute(20)),
        Fact(.round(round, .expired), at: minute(25)),
        Fact(.round(next, .started(route: route, guardName: "老钱")), at: minute(25)),
      ])
    #expect(started.desk.rounds.keys.map(\.description) == [next.description])
    #expect(started.desk.brokenInvariants() == [])
  }

  @Test func `what is not known is refused`() {
    given.when(.startRound(route: "B", guardName: ""), at: 0).refused(with: .routeUnknown("B"))
    given.when(checkIn("a9"), at: 0).refused(with: .pointUnknown(route: "A", point: "a9"))
    given.and(.startRound(route: "A", guardName: ""), at: 5).when(checkIn("a1"), at: 4)
      .refused(with: .beforeRound(round, minute(5)))
  }

  @Test func `rounds are numbered by the desk's own day`() {
    func ids(_ starts: [Double], zone: TimeZone) -> [String] {
      var given = Given(zone: zone).and(.publishRoute(route), at: -10_000)
      var ids: [String] = []
      for start in starts {
        given = given.and(.startRound(route: "A", guardName: ""), at: start).passing(to: 100_000)
        ids.append(given.desk.routes["A"]?.lastRound?.description ?? "")
      }
      return ids
    }
    // 15 hours after opening it is midnight in Shanghai, and 16:00 on the same day in Greenwich.
    #expect(
      ids([0, 60, 899, 900, 960], zone: shanghai) == [
        "P-20261120-A-1", "P-20261120-A-2", "P-20261120-A-3", "P-20261121-A-1", "P-20261121-A-2",
      ])
    #expect(
      ids([0, 899, 960, 1440], zone: .gmt) == [
        "P-20261120-A-1", "P-20261120-A-2", "P-20261120-A-3", "P-20261121-A-1",
      ])
    #expect(ids([1440, 0], zone: shanghai) == ["P-20261121-A-1", "P-20261120-A-1"], "each day has its own")
  }

  @Test func `a route must be walkable`() {
    func publish(_ change: (inout Route) -> Void) -> When {
      var route = route
      change(&route)
      return Given().when(.publishRoute(route), at: 0)
    }
    publish { $0.id = " " }.refused(with: .nameMissing)
    publish { $0.points = [] }.refused(with: .routeEmpty("A"))
    publish { $0.points[1].id = "a1" }.refused(with: .pointTwice(route: "A", point: "a1"))
    publish { $0.points[1].name = " 东门" }.refused(with: .pointNameTwice(route: "A", name: "东门"))
    publish { $0.points[1].id = "" }.refused(with: .nameMissing)
    for minutes in [0, -5, 1441] {
      publish { $0.points[0].within = minutes }
        .refused(with: .windowOutOfRange(route: "A", point: "a1", minutes: minutes))
    }
    publish { $0.points[0].opens = 10 }.refused(with: .opensTooLate(route: "A", point: "a1", minutes: 10))
    publish { $0.name = "\u{1b}[2JA线" }.then([.route(Route(id: "A", name: "[2JA线", points: route.points))])
    given.when(.publishRoute(route), at: 1).thenFacts([])
  }

  @Test func `a round keeps the route it was started on`() {
    var longer = route
    longer.points.append(Checkpoint(id: "a3", name: "屋面", within: 30))
    let given = given.and(checkIn("a1"), at: 0).and(.publishRoute(longer), at: 1)
    #expect(given.desk.openRound(on: "A")?.points.count == 2)
    #expect(given.desk.routes["A"]?.version == 2)
  }

  @Test func `a failed point becomes a ticket that stays linked to it`() throws {
    let given = given.and(checkIn("a1", .failed), at: 5)
    var finding = NewTicket.repair("fire")
    finding.origin = PatrolOrigin(round: round, point: "a1")
    let raised = given.and(.report(finding), at: 6)
    #expect(raised.desk.rounds[round]?.point("a1")?.ticket == .first)
    #expect(try raised.ticket().origin == finding.origin)
  }
}
