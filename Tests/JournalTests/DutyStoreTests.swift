import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct DutyStoreTests {
  private let store = Store()

  @Test
  func `since when a duty is on the list is there after opening again, after a rebuild, and for the past`()
    throws
  {
    func duty(_ id: String) -> Duty { Duty(id: id, name: PlanLine("查"), period: .month, source: "design") }
    let (march, april) = (after(minutes: 110 * 1440), after(minutes: 140 * 1440))
    let clerk = try store.clerk()
    try clerk.record(submission(1, .publishDuties([duty("fire-monthly")])))
    try clerk.record(submission(2, .publishDuties([duty("fire-monthly"), duty("bins")]), at: march))
    try clerk.record(submission(3, .recordCrossings, at: april))
    #expect(clerk.desk.ledger.listedAt == ["bins": march])
    #expect(clerk.desk.ledger.states["bins"]?.spans.map(\.isOverdue) == [true])
    #expect(clerk.desk.ledger.states["fire-monthly"]?.spans.count == 5)
    #expect(try store.clerk().desk == clerk.desk)
    try clerk.journal.rebuild()
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.desk(asOf: april).ledger == clerk.desk.ledger)
    #expect(try clerk.journal.verify().findings == [])
  }
}
