import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct VisitStoreTests {
  private let store = Store()

  private func arrival(_ place: String, contact: String? = nil) -> Command {
    .registerVisit(Arrival(place: Place(place), purpose: .delivery, text: "顺丰", contact: contact))
  }

  @Test func `visits are there after opening again and after a rebuild, names only in the vault`() throws {
    let clerk = try store.clerk()
    let person = Contact(id: "v1", name: "张三", phone: "13812345678", note: "粤A12345")
    let recorded = try clerk.record(submission(1, arrival("3-2-1501", contact: "v1"), contact: person))
    #expect(recorded.contacts["v1"] == person)
    try clerk.record(submission(2, arrival("大堂"), at: after(minutes: 1)))
    try clerk.record(submission(3, .endVisit(VisitID(1)), at: after(minutes: 9)))
    try clerk.record(submission(4, .takeBackVisit(VisitID(1)), at: after(minutes: 10)))
    try clerk.record(submission(5, .endVisit(VisitID(1)), at: after(minutes: 11)))
    try clerk.record(submission(6, arrival("花园"), at: after(minutes: 12)))
    try clerk.record(submission(7, .takeBackVisit(VisitID(3)), at: after(minutes: 13)))
    let again = try store.clerk()
    #expect(again.desk == clerk.desk)
    #expect(again.desk.inside.map(\.id) == [VisitID(2)])
    try again.journal.rebuild()
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try again.journal.verify().findings == [])
    #expect(try again.journal.contacts(["v1"])["v1"] == person)
  }

  @Test func `a plate alone is kept too`() throws {
    let clerk = try store.clerk()
    let car = Contact(id: "v1", name: "", phone: "", note: "粤A12345")
    try clerk.record(submission(1, arrival("大堂", contact: "v1"), contact: car))
    #expect(try clerk.journal.contacts(["v1"])["v1"] == car)
  }

  @Test func `those who came on a day are read from the record, as they stand now`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, arrival("大堂")))
    try clerk.record(submission(2, arrival("花园"), at: after(minutes: 24 * 60)))
    try clerk.record(submission(3, .endVisit(VisitID(1)), at: after(minutes: 25 * 60)))
    let day = CivilDate(nine, in: Store.zone).start(in: Store.zone)
    let next = day.addingTimeInterval(86400)
    let first = try clerk.journal.visits(from: day, to: next)
    #expect(first.map(\.id) == [VisitID(1)])
    #expect(first.first?.leftAt == after(minutes: 25 * 60))
    let second = try clerk.journal.visits(from: next, to: next.addingTimeInterval(86400))
    #expect(second.map(\.id) == [VisitID(2)])
    #expect(second.first?.isInside == true)
  }

  @Test func `two desks may let the same visitor out, and the second is told`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, arrival("大堂")))
    let other = try store.clerk()
    try other.record(submission(2, .endVisit(VisitID(1)), at: after(minutes: 3)))
    #expect(
      try clerk.refusal(submission(3, .endVisit(VisitID(1)), at: after(minutes: 4)))
        == .visit(.left(VisitID(1), at: after(minutes: 3))))
  }

  @Test func `the desk of the past has its incidents, shift, visits, plans and equipment as they stood`()
    throws
  {
    let clerk = try store.clerk()
    let lift = Asset(id: "L3", kind: .lift, name: "3号梯", place: Place("3-1"))
    try clerk.record(submission(1, arrival("3-2-1501")))
    try clerk.record(submission(2, .startShift(.early, on: ["王芳"]), at: after(minutes: 1)))
    try clerk.record(submission(3, .asset("L3", .keep(lift)), at: after(minutes: 2)))
    try clerk.record(
      submission(4, .declareIncident(NewIncident(plan: "power", place: Place("全小区"))), at: after(minutes: 3)))
    let then = try clerk.journal.desk(asOf: after(minutes: 4))
    #expect(then.inside == clerk.desk.inside && then.inside.count == 1)
    #expect(then.incidents == clerk.desk.incidents && then.incidents.count == 1)
    #expect(then.assets == clerk.desk.assets && then.assets.count == 1)
    #expect(then.shifts == clerk.desk.shifts && !then.shifts.isEmpty)
    try clerk.record(submission(5, .endVisit(VisitID(1)), at: after(minutes: 5)))
    let before = try clerk.journal.desk(asOf: after(minutes: 2.5))
    #expect(before.incidents.isEmpty && before.inside.count == 1)
    #expect(try clerk.journal.desk(asOf: after(minutes: 6)).inside.isEmpty)
  }
}
