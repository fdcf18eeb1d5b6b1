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

  @Test func `a promise that is shortened is missed when the ticket is held to that, not before`() throws {
    let published = given.and(.publishPolicy(policy(feedback: 1)), at: 100, by: "赵敏")
    let applied = published.and(.applyPolicy, at: 150, by: "赵敏")
    #expect(try applied.clock(.feedback).due == minute(150))
    #expect(try applied.state(.feedback, at: 150) == .critical(left: 0))
    let late = applied.passing(to: 200)
    #expect(late.breaches(.feedback) == [150])
    // Nothing is written into the time before that: no warning, nobody told.
    let before = late.record.filter { $0.event.isCrossing && $0.occurredAt < minute(150) }
    #expect(before == applied.record.filter { $0.event.isCrossing }, "\(before)")
    #expect(try late.state(.feedback, at: 160) == .late(by: 600, ignored: false))
    // A shorter one yet finds it missed already.
    let twice = late.and(.publishPolicy(policy(feedback: 0.5)), at: 210, by: "赵敏")
      .and(.applyPolicy, at: 211, by: "赵敏").passing(to: 400)
    #expect(twice.breaches(.feedback) == [150])
    #expect(try twice.clock(.feedback).due == minute(150))
  }

  @Test func `what was answered in time stays kept under a shorter promise`() throws {
    let told = given.and(.giveFeedback(text: "", reporter: nil), at: 90)
      .and(.publishPolicy(policy(feedback: 1)), at: 100, by: "赵敏").and(.applyPolicy, at: 150, by: "赵敏")
    #expect(told.passing(to: 500).breaches(.feedback).isEmpty)
    #expect(try told.state(.feedback, at: 500) == .met(at: minute(90)))
  }

  @Test func `of two callers each is missed once where a promise is shortened, both at that instant`() throws
  {
    let applied = given.and(.join(contact: "b", text: ""), at: 20)
      .and(.publishPolicy(policy(feedback: 1)), at: 100, by: "赵敏").and(.applyPolicy, at: 150, by: "赵敏")
      .passing(to: 200)
    #expect(applied.breaches(.feedback) == [150])
    let one = applied.and(.giveFeedback(text: "", reporter: 0), at: 210)
    #expect(one.passing(to: 500).breaches(.feedback) == [150])
    #expect(try one.state(.feedback, at: 220).isBroken)
  }

  @Test func `a wait for parts that has begun is not missed under a shorter promise before it is over`()
    throws
  {
    var quicker = Policy.quiet
    for index in quicker.clocks.indices where quicker.clocks[index].id == .lighting {
      quicker.clocks[index].target = .time(3600)
    }
    let held = Given(.repair("lighting")).and(.joinStaff(supervisor), at: 0)
      .and(.hold(.parts, evidence: "", ownerTold: true), at: 120)
      .and(.publishPolicy(quicker), at: 200, by: "赵敏").and(.applyPolicy, at: 201, by: "赵敏")
    #expect(held.passing(to: 300).breaches(.lighting).isEmpty)
    #expect(held.and(.resume, at: 300).passing(to: 400).breaches(.lighting) == [300])
  }

  @Test func `nobody is told by another ladder before the ticket is held to it`() throws {
    var quicker = Policy.standard
    quicker.terms.escalation = [EscalationStep(.unaccepted, after: 300, to: .shiftLead)]
    let applied = Given(.repair()).and(.joinStaff(supervisor), at: 0)
      .and(.publishPolicy(quicker), at: 9, by: "赵敏").and(.applyPolicy, at: 20, by: "赵敏").passing(to: 25)
    let told = applied.record.compactMap { fact -> Date? in
      if case .ticket(_, .escalated) = fact.event { fact.occurredAt } else { nil }
    }
    #expect(told == [minute(20)])
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
