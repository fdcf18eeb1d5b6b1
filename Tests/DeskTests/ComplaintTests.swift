import Desk
import Foundation
import Testing

/// What was taken down as something else and is a complaint.
@Suite struct ComplaintTests {
  private let repair = Given(.repair(contact: "a"))
  private let complaint = TicketID.complaint

  /// The complaint that a repair of 水管漏水 leads to.
  private func reported(_ subject: String, text: String = "") -> Event {
    var report = Reported(
      NewTicket(
        kind: .complaint, place: Place("3-2-1501"), category: "plumbing", subject: subject, text: text,
        contact: "a"))
    (report.inCharge, report.splitFrom) = ("小李", .first)
    return .ticket(complaint, .reported(report))
  }

  @Test func `what nobody has in hand is a complaint from when it was reported, and ends`() throws {
    let given = repair.when(.complain(text: ""), at: 20).thenFacts([
      Fact(reported("水管漏水"), at: minute(0)),
      Fact(.ticket(.first, .complained(complaint, ends: true)), at: minute(20)),
    ])
    #expect(try given.ticket().stage == .cancelled && given.ticket().work.mergedInto == complaint)
    #expect(given.desk.tickets[.first] == nil)
    #expect(try given.clock(.complaintOnSite, of: complaint).startedAt == minute(0))
    #expect(given.passing(to: 120).breaches(.complaintOnSite, of: complaint) == [60])
  }

  @Test func `everybody who reported it is owed an answer to the complaint, each from when they called`()
    throws
  {
    let given = repair.and(.join(contact: "b", text: "我家也漏"), at: 5).and(.complain(text: ""), at: 20)
    let reporters = try given.ticket(complaint).work.reporters
    #expect(reporters.map(\.contact) == ["a", "b"])
    #expect(reporters.map(\.joinedAt) == [minute(0), minute(5)])
    #expect(try given.clock(.complaintFeedback, of: complaint).stoppedAt == nil)
  }

  @Test(arguments: [
    TicketCommand.assign(staff: "老王"), .arrive, .giveFeedback(text: "师傅在路上", reporter: nil),
    .hold(.ownerTime, evidence: "明天", ownerTold: false),
  ])
  func `what somebody has in hand goes on, and the complaint beside it begins now`(begun: TicketCommand)
    throws
  {
    let before = repair.and(begun, at: 10)
    let given = before.when(.complain(text: " 两天没人来 "), at: 20).thenFacts([
      Fact(reported("两天没人来", text: "水管漏水"), at: minute(20)),
      Fact(.ticket(.first, .complained(complaint, ends: false)), at: minute(20)),
    ])
    #expect(try given.ticket().work == before.ticket().work, "its work is as it was")
    #expect(given.desk.tickets[.first] != nil)
    #expect(try given.clock(.complaintOnSite, of: complaint).startedAt == minute(20))
  }

  @Test func `what it missed before stays missed`() {
    let given = Given(.repair(urgent: true)).and(.complain(text: ""), at: 45)
    #expect(given.breaches(.onSite) == [30])
  }

  @Test func `a complaint is none again, and what ended is none either`() {
    Given(.of(.complaint)).when(.complain(text: ""), on: complaint, at: 1)
      .refused(with: .life(complaint, .alreadyComplaint))
    repair.and(.cancel(reason: "误"), at: 1).when(.complain(text: ""), at: 2)
      .refused(with: .ticketEnded(.first, .cancelled))
  }

  @Test func `taken back, the ticket is as it was`() throws {
    let turned = repair.and(.complain(text: ""), at: 20)
    let undone = turned.and(
      .undo(undoes: UUID(), restores: try repair.ticket().work), at: 21, seen: try turned.ticket().version)
    #expect(try undone.ticket().work == repair.ticket().work)
    #expect(undone.desk.tickets[.first] != nil)
  }
}
