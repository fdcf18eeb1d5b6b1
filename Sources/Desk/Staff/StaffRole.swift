package import Foundation

/// A post at the office, and with it what one may decide (S077, S083, S085, S097).
package enum StaffRole: String, CaseIterable, Codable, Sendable {
  case reception, engineer, cleaner, `guard`, shiftLead, supervisor, manager, archivist

  /// Whether the post may overrule what the rules say: publish promises, rescind a breach, write down what happened long ago.
  package var mayOverrule: Bool { self == .supervisor || self == .manager }
}

extension Desk {
  /// The post of somebody on the staff; nil for one who has none, or is not on it.
  package func role(of name: String) -> StaffRole? { staff.first { $0.name == name }?.role }

  /// The names of those who hold a post, in the order they joined.
  package func names(of role: StaffRole) -> [String] { staff.filter { $0.role == role }.map(\.name) }

  /// Those of a post who can be told now: whoever of them is on the shift and did not sign out. Where none of them is, a post of the
  /// desk itself has nobody, and any other is called wherever they are; so is everybody where no shifts are kept.
  package func present(of role: StaffRole) -> [String] {
    let holders = names(of: role)
    guard !shifts.isEmpty else { return holders }
    let here = holders.filter(onShift.contains)
    return here.isEmpty && role != .reception ? holders : here
  }

  /// Who is on the open shift and did not sign out.
  package var onShift: [String] {
    openShift.map { shift in shift.staff.filter { $0 != shift.signedOut?.by } } ?? []
  }

  /// How long nobody had taken a ticket on when a rung of the ladder was climbed, in seconds; nil where the policy has no such rung.
  package func wait(before escalation: Escalation, of id: TicketID) -> TimeInterval? {
    guard escalation.cause == .unaccepted else { return nil }
    let policy = tickets[id].map(policy(of:)) ?? policy
    return policy.unacceptedRungs.first { $0.level == escalation.level }?.after
  }

  /// Refuses what only a supervisor or the manager may do, and says whether there is one at all.
  func needsSupervisor(_ actor: Actor) throws(Refusal) {
    guard role(of: actor.name)?.mayOverrule != true else { return }
    throw .supervisorNeeded(
      actor.name, supervisors: staff.filter { $0.role?.mayOverrule == true }.map(\.name))
  }
}
