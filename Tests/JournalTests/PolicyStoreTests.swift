import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct PolicyStoreTests {
  private let store = Store()
  private let supervisor = Actor(name: "赵敏", desk: "1")

  private func policy(feedback hours: Double) -> Policy {
    var policy = Policy.standard
    policy.clocks[0].target = .time(hours * 3600)
    return policy
  }

  /// R-1 under the standard, R-2 under version 1, which was published at minute 10, R-3 closed under it.
  private func fill(_ clerk: Clerk) throws {
    try clerk.record(submission(1, .joinStaff(StaffMember(name: "赵敏", role: .supervisor))))
    try clerk.record(submission(2, leak()))
    try clerk.record(
      submission(3, .publishPolicy(policy(feedback: 2)), at: after(minutes: 10), by: supervisor))
    try clerk.record(submission(4, leak(), at: after(minutes: 20)))
    try clerk.record(submission(5, leak(), at: after(minutes: 20)))
    let third = TicketID(.repair, 3)
    let told = TicketCommand.giveFeedback(text: "", reporter: nil)
    let end = [
      .assign(staff: "老王"), told, .complete(text: ""), .paper(.sign), .paper(.passCheck(by: nil)),
      .paper(.followUp(rating: 5, text: "")), TicketCommand.close(text: ""),
    ]
    for (n, command) in end.enumerated() {
      try clerk.record(submission(6 + n, .ticket(third, command), at: after(minutes: 180)))
    }
  }

  @Test func `policies are there after opening again, after a rebuild and at another desk`() throws {
    let (clerk, there) = (try store.clerk(), try store.clerk())
    try fill(clerk)
    _ = try there.catchUp()
    #expect(there.desk == clerk.desk)
    #expect(there.desk.policies.version == 1)
    let again = try store.clerk()
    #expect(again.desk == clerk.desk)
    #expect(try again.journal.policies() == clerk.desk.policies)
    #expect(try again.journal.verify().findings == [])
    try again.journal.rebuild()
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try again.journal.verify().findings == [])
  }

  @Test func `an ended ticket is judged by the promises it was held to`() throws {
    let clerk = try store.clerk()
    try fill(clerk)
    try clerk.record(
      submission(20, .publishPolicy(policy(feedback: 9)), at: after(minutes: 200), by: supervisor))
    let journal = try store.open()
    try journal.rebuild()
    let ended = try #require(try journal.ticket(TicketID(.repair, 3)))
    let feedback = try #require(ended.clocks(clerk.desk.policy(of: ended)).first { $0.id == .feedback })
    #expect(feedback.stoppedAt == after(minutes: 180))
    #expect(feedback.due.milliseconds == after(minutes: 140).milliseconds)
  }

  @Test func `the desk of the past has the promises of the past`() throws {
    let clerk = try store.clerk()
    try fill(clerk)
    let past = try clerk.journal.desk(asOf: after(minutes: 5))
    #expect(past.policies.version == 0)
    let later = try clerk.journal.desk(asOf: after(minutes: 30))
    #expect(later.policies == clerk.desk.policies)
    #expect(later.tickets[TicketID(.repair, 2)]?.policyVersion == 1)
  }
}
