package import Foundation

/// Why somebody else is told of a ticket.
package enum EscalationCause: String, CaseIterable, Codable, Sendable {
  /// A clock was missed.
  case breached
  /// Nobody took the ticket on, assigned or not.
  case unaccepted
}

/// One step of the ladder: after how long, and whom it reaches (*design*). A warning is no step: the desk and the assignee see it.
package struct EscalationStep: Equatable, Sendable {
  package var cause: EscalationCause
  /// Only tickets of this urgency; nil for any.
  package var urgency: Urgency?
  /// Only complaints of this grade; nil for any ticket.
  package var grade: Grade?
  /// Seconds after the breach, or after the ticket was there to be taken on.
  package var after: TimeInterval
  package var role: StaffRole
  /// Seconds after which it is said again; nil for once.
  package var again: TimeInterval?
  /// How many times it is said again.
  package var times: Int
  package var source: String

  /// Puts a step together; without `after` it is taken at once, without `again` it is taken once.
  package init(
    _ cause: EscalationCause, urgency: Urgency? = nil, grade: Grade? = nil, after: TimeInterval = 0,
    to role: StaffRole, again: TimeInterval? = nil, times: Int = 0, source: String = "design"
  ) {
    self.cause = cause
    self.urgency = urgency
    self.grade = grade
    self.after = after
    self.role = role
    self.again = again
    self.times = times
    self.source = source
  }

  /// Whether it is climbed by such work.
  func covers(_ work: TicketWork, _ kind: TicketKind) -> Bool {
    guard urgency == nil || urgency == work.urgency else { return false }
    return grade == nil || (kind == .complaint && grade == work.grade)
  }
}

/// The ladder with every repetition a rung of its own; levels count from 1 within a cause.
package struct EscalationRung: Equatable, Sendable {
  package var step: EscalationStep
  package var level: Int
  package var after: TimeInterval
}

extension [EscalationStep] {
  /// The rungs of one cause, in the order of the policy.
  func rungs(_ cause: EscalationCause) -> [EscalationRung] {
    var rungs: [EscalationRung] = []
    for step in self where step.cause == cause {
      for time in 0...(step.again == nil ? 0 : step.times) {
        let after = step.after + TimeInterval(time) * (step.again ?? 0)
        rungs.append(EscalationRung(step: step, level: rungs.count + 1, after: after))
      }
    }
    return rungs
  }
}
