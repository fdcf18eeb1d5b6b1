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

  /// Refuses what only a supervisor or the manager may do, and says whether there is one at all.
  func needsSupervisor(_ actor: Actor) throws(Refusal) {
    guard role(of: actor.name)?.mayOverrule != true else { return }
    throw .supervisorNeeded(
      actor.name, supervisors: staff.filter { $0.role?.mayOverrule == true }.map(\.name))
  }
}
