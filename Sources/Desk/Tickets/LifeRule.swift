/// What a ticket goes through between the work and its closing: the one table by kind.
package struct LifeRule: Equatable, Sendable {
  /// Which tickets owe their reporter a call when all is done.
  package enum FollowUp: Equatable, Sendable {
    case never
    /// Those whose reporter left a name or a phone: what a guard or a sensor found has nobody to ring (*design*).
    case whenReachable
    case always
  }

  /// Somebody by name answers for it, and it is graded (S030–S032).
  package var isGraded = false
  /// The work ends with an explanation to the reporter (S034).
  package var explains = false
  /// The person responsible signs (S074), and a second person checks (S018).
  package var isChecked = false
  /// The owner may have to pay for it (S023).
  package var mayCost = false
  package var followUp = FollowUp.never

  /// The rules of a kind.
  package static func of(_ kind: TicketKind) -> LifeRule {
    switch kind {
    case .repair: LifeRule(isChecked: true, mayCost: true, followUp: .whenReachable)
    case .complaint: LifeRule(isGraded: true, explains: true, followUp: .always)
    case .enquiry, .suggestion: LifeRule()
    case .help: LifeRule(mayCost: true)
    }
  }
}

/// The next step on the way to a ticket's end.
package enum LifeStep: String, CaseIterable, Sendable {
  case complete, sign, check, followUp, close
}

extension Ticket {
  /// What its kind goes through.
  package var rule: LifeRule { LifeRule.of(kind) }

  /// Whether its reporter is to be asked how it went: a rating, or enough attempts, come before closing (S033).
  package var owesFollowUp: Bool {
    switch rule.followUp {
    case .never: false
    case .whenReachable: work.reporters.contains { $0.contact != nil }
    case .always: true
    }
  }

  /// The step an open ticket takes next.
  package func nextStep(_ limits: RuleLimits) -> LifeStep {
    guard stage == .completed else { return .complete }
    let papers = work.papers
    if rule.isChecked, papers.signedBy == nil { return .sign }
    if rule.isChecked, papers.checkedBy == nil { return .check }
    if owesFollowUp, papers.rating == nil, papers.attempts < limits.followUps { return .followUp }
    return .close
  }

  /// Those who have it in hand: who works on it, and who answers for it.
  package var holders: [String] {
    let inCharge = work.hasNoPapers ? nil : work.papers.inCharge
    return [work.assignee, inCharge == work.assignee ? nil : inCharge].compactMap(\.self)
  }

  /// Whose hands it keeps busy: nobody's once the work is done, whoever answers for what is left to be checked and asked.
  package var hands: [String] { work.completedAt == nil ? holders : [] }

  /// Whether somebody may check the work: not the person responsible, and not who signed for it.
  package func maySecond(_ name: String) -> Bool {
    name != work.assignee && name != work.papers.signedBy
  }
}
