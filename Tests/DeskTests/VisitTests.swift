import Desk
import Foundation
import Testing

/// The visitor register (S026): who is inside, since when and what for.
@Suite struct VisitTests {
  private let first = VisitID(1)

  private func arrival(_ place: String = "3-2-1501", contact: String? = nil) -> Arrival {
    Arrival(place: Place(place), purpose: .delivery, text: "顺丰", contact: contact)
  }

  @Test func `somebody arrives, is inside, and leaves`() {
    let given = Given().when(.registerVisit(arrival(contact: "v1")), at: 5)
      .then([.visit(first, .arrived(arrival(contact: "v1")))])
    #expect(given.desk.inside.map(\.id) == [first])
    #expect(given.desk.inside.first?.arrivedAt == minute(5))
    let after = given.when(.endVisit(first), at: 20).then([.visit(first, .left)])
    #expect(after.desk.inside.isEmpty)
    #expect(after.desk.visits[first]?.leftAt == minute(20))
  }

  @Test func `nobody leaves twice, before they arrived, or without having been written down`() {
    let given = Given().and(.registerVisit(arrival()), at: 5)
    given.when(.endVisit(VisitID(2)), at: 9).refused(with: .visit(.unknown(VisitID(2))))
    given.when(.endVisit(first), at: 4, writtenAt: 34).refused(with: .visit(.beforeArrival(first, minute(5))))
    given.and(.endVisit(first), at: 5)
      .when(.endVisit(first), at: 9).refused(with: .visit(.left(first, at: minute(5))))
    Given().when(.registerVisit(arrival(" ")), at: 5).refused(with: .placeMissing)
  }

  @Test func `leaving is taken back, and coming is, each by itself`() throws {
    let left = Given().and(.registerVisit(arrival()), at: 5).and(.endVisit(first), at: 20)
    let back = left.when(.takeBackVisit(first), at: 21).then([.visit(first, .takenBack)])
    #expect(back.desk.inside.map(\.id) == [first])
    #expect(back.and(.endVisit(first), at: 30).desk.visits[first]?.leftAt == minute(30))
    let void = back.and(.takeBackVisit(first), at: 22)
    #expect(void.desk.inside.isEmpty && void.desk.visits[first]?.voidedAt == minute(22))
    for command in [Command.takeBackVisit(first), .endVisit(first)] {
      void.when(command, at: 23).refused(with: .visit(.void(first)))
    }
    left.when(.takeBackVisit(first), at: 10, writtenAt: 60)
      .refused(with: .visit(.beforeArrival(first, minute(20))))
    void.when(.registerVisit(arrival()), at: 24).then([.visit(VisitID(2), .arrived(arrival()))])
    for given in [back, void] { #expect(given.desk.brokenInvariants().isEmpty) }
  }

  @Test func `a late entry keeps both times, and one of yesterday needs a supervisor`() {
    let given = Given().and(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0)
    given.when(.registerVisit(arrival()), at: 5, writtenAt: 60).then([.visit(first, .arrived(arrival()))])
    given.when(.registerVisit(arrival()), at: 5, writtenAt: 200)
      .refused(with: .tooLongAgo(minute(5), supervisors: ["赵敏"]))
    #expect(given.when(.registerVisit(arrival()), at: 5, by: "赵敏", writtenAt: 200).refusal == nil)
  }

  @Test func `numbers go on and those long gone are told apart from those that never were`() {
    var given = Given()
    for number in 1...25 {
      given = given.and(.registerVisit(arrival()), at: Double(number))
      if number != 3 { given = given.and(.endVisit(VisitID(number)), at: Double(number)) }
    }
    #expect(given.desk.visits.count == Desk.keptVisits + 1)
    #expect(given.desk.inside.map(\.id) == [VisitID(3)])
    given.when(.endVisit(VisitID(1)), at: 30).refused(with: .visit(.left(VisitID(1), at: nil)))
    given.when(.endVisit(VisitID(26)), at: 30).refused(with: .visit(.unknown(VisitID(26))))
    #expect(given.desk.brokenInvariants().isEmpty)
    given.when(.registerVisit(arrival()), at: 30).then([.visit(VisitID(26), .arrived(arrival()))])
  }

  @Test func `who came first and left last stays in sight`() {
    var given = Given().and(.registerVisit(arrival()), at: 0)
    for number in 2...(Desk.keptVisits + 1) {
      given = given.and(.registerVisit(arrival()), at: Double(number))
        .and(.endVisit(VisitID(number)), at: Double(number))
    }
    given = given.and(.endVisit(first), at: 60)
    #expect(given.desk.visits[first]?.leftAt == minute(60))
    #expect(given.desk.visits[VisitID(2)] == nil)
    given.when(.takeBackVisit(first), at: 61).then([.visit(first, .takenBack)])
  }

  @Test func `who is inside when reception closes is late a second after it, and goes into the handover`()
    throws
  {
    // Reception keeps 08:00 to 20:00, and stories begin at 09:00.
    let given = Given().and(.startShift(.early, on: ["小李"]), at: 0).and(.registerVisit(arrival()), at: 5)
    let visit = try #require(given.desk.visits[first])
    #expect(given.desk.stayEnds(from: visit.arrivedAt) == minute(11 * 60))
    #expect(!given.desk.staysTooLong(visit, at: minute(11 * 60)))
    #expect(given.desk.staysTooLong(visit, at: minute(11 * 60).addingTimeInterval(1)))
    // Whoever comes at closing or by night has until the next one.
    #expect(given.desk.stayEnds(from: minute(11 * 60)) == minute(35 * 60))
    #expect(given.desk.stayEnds(from: minute(15 * 60)) == minute(35 * 60))
    let shift = try #require(given.desk.openShift?.id)
    let early = given.and(.shift(shift, .draft), at: 600)
    #expect(early.desk.shifts[shift]?.drafted == [])
    let late = given.and(.shift(shift, .draft), at: 700)
    let item = try #require(late.desk.shifts[shift]?.drafted?.last)
    #expect(item.kind == .inside && item.thing == "V-1" && item.isRed && item.at == minute(5))
    let gone = given.and(.endVisit(first), at: 690).and(.shift(shift, .draft), at: 700)
    #expect(gone.desk.shifts[shift]?.drafted == [])
  }

  @Test func `as many should have left as there are of whom each should have`() {
    var given = Given()
    // In no order, over three days.
    for step in 0..<40 { given = given.and(.registerVisit(arrival()), at: Double(step * 997 % 4320)) }
    given = given.and(.endVisit(first), at: 4320)
    for at in stride(from: 0.0, through: 6000, by: 131) {
      let now = minute(at)
      let late = given.desk.inside.filter { given.desk.staysTooLong($0, at: now) }
      #expect(given.desk.staysTooLong(at: now) == late.count)
    }
    #expect(given.desk.staysTooLong(at: minute(6000)) == 39)
  }

  @Test func `a desk that never closes gives a visitor the day`() {
    var policy = Policy.standard
    policy = Policy(name: policy.name, clocks: policy.clocks, categories: policy.categories, hours: [:])
    let desk = Given(policy: policy).desk
    #expect(desk.stayEnds(from: minute(0)) == minute(15 * 60), "midnight, when the day ends")
  }
}
