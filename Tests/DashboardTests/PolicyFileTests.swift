import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// A policy in the settings folder counts only once it is published; nobody misses that.
@Suite struct PolicyFileTests {
  private var policy: Policy {
    var policy = Policy.standard
    policy.name = "翠湖"
    policy.clocks[0].target = .time(2 * 3600)
    return policy
  }

  private func published(_ seat: Seat) -> Bool {
    seat.effects.contains {
      if case .submit(.publishPolicy(policy), _, _, _) = $0 { true } else { false }
    }
  }

  @Test(arguments: Language.allCases)
  func `a file that differs is told with what to do, and one that does not is not told`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.take(.policyFound(seat.model.desk.policy, fault: nil))
    #expect(seat.model.notice == nil)
    seat.take(.policyFound(nil, fault: nil))
    #expect(seat.model.notice == nil)
    seat.take(.policyFound(policy, fault: nil))
    #expect(seat.text.contains(language == .chinese ? "主管按 F9 发布承诺" : "a supervisor publishes it, F9"))
  }

  @Test func `F9 publishes it under the name of a supervisor, and then it is no longer offered`() {
    var seat = Seat()
    seat.take(.policyFound(policy, fault: nil))
    seat.model.actor.name = "赵敏"
    seat.press("F9", "fbcn")
    #expect(seat.text.contains("去 "))
    seat.press("Enter")
    #expect(published(seat))
    #expect(seat.model.desk.policy.name == "翠湖")
    seat.press("F9", "fbcn")
    #expect(!seat.text.contains("发布承诺：设置里的"))
  }

  @Test func `anybody else is told who may publish`() {
    var seat = Seat()
    seat.take(.policyFound(policy, fault: nil))
    seat.press("F9", "发布承诺")
    #expect(seat.text.contains("赵敏"))
    seat.press("Enter")
    #expect(seat.model.desk.policies.version == 0)
    #expect(seat.model.notice?.isAlert == true)
  }

  @Test func `a broken file is told with its place and stops nothing`() {
    var seat = Seat()
    seat.take(.policyFound(nil, fault: Words(zh: "第 3 行第 3 列", en: "3:3")))
    #expect(seat.text.contains("第 3 行第 3 列"))
    seat.press("F9", "fbcn")
    #expect(!seat.text.contains("发布承诺：设置里的"))
  }
}
