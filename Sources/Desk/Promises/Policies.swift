package import Foundation

/// The policies of one store by version: the one that shipped with the program is version 0, published ones count from 1.
///
/// A ticket holds the number of the policy it was opened under. Only what was published counts, never a file on one desk's disk:
/// desks that disagree about a promise would each record their own breaches.
package struct Policies: Equatable, Sendable {
  /// The policy in force: the last one published.
  package private(set) var current: Policy
  /// The version in force; 0 while nothing was published.
  package private(set) var version = 0
  /// Versions 0 to `version - 1`.
  private var earlier: [Policy] = []
  /// From when each published version is in force, the first for version 1.
  package private(set) var dates: [Date] = []

  init(_ first: Policy) { current = first }

  /// The policy before anything was published.
  package var first: Policy { earlier.first ?? current }

  /// The published policies with the instant each came into force, oldest first.
  package var published: [(from: Date, policy: Policy)] {
    dates.indices.map { (dates[$0], self[$0 + 1]) }
  }

  /// A version's policy; the one in force for a version that is not known.
  package subscript(version: Int) -> Policy { earlier.indices.contains(version) ? earlier[version] : current }

  /// The version in force at an instant: what was promised when a late entry really came in.
  func version(at instant: Date) -> Int { (dates.lastIndex { $0 <= instant } ?? -1) + 1 }

  /// Puts a policy in force, read with the calendars of the one before.
  mutating func publish(_ policy: Policy, from instant: Date) {
    var policy = policy
    policy.settle(in: current.calendars.zone, current.calendars.years)
    earlier.append(current)
    dates.append(instant)
    current = policy
    version += 1
  }

  /// Reads every calendar anew.
  mutating func settle(in zone: TimeZone, _ years: HolidayYears) {
    current.settle(in: zone, years)
    for index in earlier.indices { earlier[index].settle(in: zone, years) }
  }
}

extension Ticket {
  /// When the ticket's next threshold is reached; the policy in force is used where it lies, because this runs for every event.
  func nextCrossing(_ policies: Policies) -> Date? {
    policyVersion == policies.version
      ? nextCrossing(policies.current) : nextCrossing(policies[policyVersion])
  }
}

extension Desk {
  /// The policy in force for new tickets.
  package var policy: Policy { policies.current }

  /// The policy a ticket is held to: the one it was opened under, or that was applied to it since.
  package func policy(of ticket: Ticket) -> Policy { policies[ticket.policyVersion] }

  /// Takes the published policies as they were folded elsewhere, oldest first.
  package mutating func adopt(published: [(from: Date, policy: Policy)]) {
    policies = Policies(policies.first)
    for (from, policy) in published { policies.publish(policy, from: from) }
    settle()
  }

  /// Publishes a policy; nothing happens when it says what is in force already.
  func publish(_ policy: Policy, at instant: Date, by actor: Actor) throws(Refusal) -> [Fact] {
    // The desk itself may begin with what its settings say, once.
    if actor != .system || policies.version > 0 { try needsSupervisor(actor) }
    guard policy.json5 != self.policy.json5 else { return [] }
    return [Fact(.policyPublished(policy), at: instant)]
  }
}
