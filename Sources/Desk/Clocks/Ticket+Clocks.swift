import Foundation

extension Ticket {
  /// The clocks of this cycle, in the order of the policy; none on a ticket merged into another.
  package func clocks(_ policy: Policy) -> [Clock] {
    guard work.stage != .merged else { return [] }
    let system = policy.system(of: work.category)
    var clocks: [Clock] = []
    for rule in policy.clocks {
      if rule.applies(to: self, system: system) {
        clocks.append(clock(rule))
      } else if wasBreached(rule.id), !clocks.contains(where: { $0.id == rule.id }) {
        clocks.append(voided(rule))
      }
    }
    if let due = logDueAt, work.cycle == 1 { clocks.append(logClock(due: due)) }
    return clocks
  }

  /// The clock that breaks next: running before held, then by due time; nil when nothing is owed.
  package func governingClock(_ policy: Policy) -> Clock? {
    clocks(policy).filter(\.isOpen).min { left, right in
      (left.heldSince != nil ? 1 : 0, left.due) < (right.heldSince != nil ? 1 : 0, right.due)
    }
  }

  /// Whether a breach of this clock was recorded in this cycle.
  func wasBreached(_ clock: ClockID) -> Bool {
    crossings.contains { $0.clock == clock && $0.left == nil && $0.cycle == work.cycle }
  }

  private func clock(_ rule: ClockRule) -> Clock {
    let start =
      rule.onlyUrgent
      ? max(work.urgentSince ?? work.cycleStartedAt, work.cycleStartedAt) : work.cycleStartedAt
    let stop = stop(of: rule)
    let waits = rule.heldByParts && !rule.answeredByPartsHold ? partsHolds(after: start) : []
    let held = waits.reduce(0) { $0 + ($1.to?.timeIntervalSince(max($1.from, start)) ?? 0) }
    return Clock(
      id: rule.id, startedAt: start, due: start.addingTimeInterval(rule.target + held), stoppedAt: stop,
      heldSince: stop == nil ? waits.last.flatMap { $0.to == nil ? max($0.from, start) : nil } : nil,
      held: held,
      soon: rule.soon, critical: rule.critical, ignored: rule.ignored, warns: rule.warns)
  }

  /// A clock that no longer applies but was missed before that: missed stays missed.
  private func voided(_ rule: ClockRule) -> Clock {
    let breach = crossings.first { $0.clock == rule.id && $0.left == nil && $0.cycle == work.cycle }
    let due = breach?.at ?? reportedAt
    return Clock(
      id: rule.id, startedAt: due.addingTimeInterval(-rule.target), due: due,
      stoppedAt: due.addingTimeInterval(1), heldSince: nil, held: 0, soon: rule.soon,
      critical: rule.critical, ignored: rule.ignored, warns: [])
  }

  private func logClock(due: Date) -> Clock {
    Clock(
      id: .logDue, startedAt: reportedAt, due: due, stoppedAt: work.completedAt ?? work.closedAt,
      heldSince: nil, held: 0, soon: 3600, critical: 900, ignored: 1800, warns: [3600, 900])
  }

  private func stop(of rule: ClockRule) -> Date? {
    let answer: Date?
    switch rule.stop {
    case .feedback: answer = work.everyoneToldAt
    case .arrival: answer = work.arrivedAt
    case .completion: answer = work.completedAt
    }
    let parts = rule.answeredByPartsHold ? work.holds.first { $0.reason == .parts }?.from : nil
    return [answer, parts].compactMap { $0 }.min() ?? work.closedAt
  }

  private func partsHolds(after start: Date) -> [Hold] {
    work.holds.filter { $0.reason == .parts && ($0.to ?? .distantFuture) > start }
  }
}
