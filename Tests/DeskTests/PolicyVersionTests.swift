import Desk
import Foundation
import Testing

@Suite struct PolicyVersionTests {
  private let supervisor = StaffMember(name: "赵敏", role: .supervisor)

  /// The standard with another time for feedback.
  private func policy(feedback hours: Double) -> Policy {
    var policy = Policy.quiet
    policy.name = "feedback within \(hours) h"
    policy.clocks[0].target = .time(hours * 3600)
    return policy
  }

  /// A repair at opening, and a supervisor who may publish.
  private var given: Given { Given(.repair(), policy: .quiet).and(.joinStaff(supervisor), at: 0) }

  @Test func `only a supervisor publishes, and nothing happens when it says the same`() {
    given.when(.publishPolicy(policy(feedback: 2)), at: 1)
      .refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    Given().when(.publishPolicy(policy(feedback: 2)), at: 1)
      .refused(with: .supervisorNeeded("小李", supervisors: []))
    given.when(.publishPolicy(.quiet), at: 1, by: "赵敏").then([])
    let new = policy(feedback: 2)
    let after = given.when(.publishPolicy(new), at: 1, by: "赵敏").then([.policyPublished(new)])
    after.when(.publishPolicy(new), at: 2, by: "赵敏").then([])
    #expect(after.desk.policies.version == 1)
    #expect(after.desk.policy.name == new.name)
  }

  @Test func `an open ticket keeps its promises until they are applied to it, new ones have the new`() throws
  {
    let published = given.and(.publishPolicy(policy(feedback: 2)), at: 1, by: "赵敏")
      .and(.report(.repair()), at: 2)
    #expect(try published.clock(.feedback).due == minute(240))
    #expect(try published.clock(.feedback, of: .second).due == minute(122))
    #expect(published.desk.nextCrossing == minute(62))
    published.when(.applyPolicy, at: 3).refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    let applied = published.when(.applyPolicy, at: 3, by: "赵敏").then(.policyApplied(version: 1))
    #expect(try applied.clock(.feedback).due == minute(120))
    #expect(applied.desk.nextCrossing == minute(60))
    applied.when(.applyPolicy, at: 4, by: "赵敏").then([])
  }

  @Test func `held time survives another policy`() throws {
    var slower = Policy.quiet
    for index in slower.clocks.indices where slower.clocks[index].id == .lighting {
      slower.clocks[index].target = .time(12 * 3600)
    }
    let held = Given(.repair("lighting")).and(.joinStaff(supervisor), at: 0)
      .and(.hold(.parts, evidence: "", ownerTold: true), at: 60).and(.resume, at: 90)
    #expect(try held.clock(.lighting).due == minute(8 * 60 + 30))
    let applied = held.and(.publishPolicy(slower), at: 100, by: "赵敏").and(.applyPolicy, at: 101, by: "赵敏")
    #expect(try applied.clock(.lighting).due == minute(12 * 60 + 30))
    #expect(try applied.clock(.lighting).held == 1800)
  }

  @Test func `what was missed stays missed under another policy, also one that has no such clock`() throws {
    var without = Policy.quiet
    without.clocks.removeAll { $0.id == .feedback }
    for policy in [policy(feedback: 9), without] {
      let after = given.and(.publishPolicy(policy), at: 250, by: "赵敏").and(.applyPolicy, at: 251, by: "赵敏")
      #expect(after.breaches(.feedback) == [240])
      #expect(try after.state(.feedback, at: 252).isBroken)
    }
  }

  @Test func `whose promise was missed stays known under a policy that gives them longer`() throws {
    let late = Given(.repair(contact: "a"), policy: .quiet).and(.joinStaff(supervisor), at: 0)
      .and(.giveFeedback(text: "", reporter: nil), at: 5).and(.join(contact: "b", text: ""), at: 230)
      .and(.publishPolicy(policy(feedback: 7)), at: 480, by: "赵敏").and(.applyPolicy, at: 481, by: "赵敏")
    #expect(late.passing(to: 2000).breaches(.feedback) == [470])
    #expect(try late.state(.feedback, at: 490).isBroken)
  }

  @Test func `a late entry is held to what was promised when it came in`() throws {
    let published = given.and(.publishPolicy(policy(feedback: 2)), at: 60, by: "赵敏")
    let late = published.when(.report(.repair()), at: 30, writtenAt: 90).taken
    #expect(try late.ticket(.second).policyVersion == 0)
    #expect(try late.clock(.feedback, of: .second).due == minute(30 + 240))
  }

  @Test func `only the desk itself may begin with a policy, and only where none was published`() throws {
    let submission = Submission(
      id: UUID(), .publishPolicy(policy(feedback: 3)), occurredAt: minute(0), recordedAt: minute(0),
      actor: .system)
    #expect(try Desk().decide(submission).count == 1)
    let published = given.and(.publishPolicy(policy(feedback: 2)), at: 0, by: "赵敏")
    #expect(throws: Refusal.supervisorNeeded("system", supervisors: ["赵敏"])) {
      try published.desk.decide(submission)
    }
  }
}
