import Foundation

// Whose promise a breach broke: what was missed for one caller is not missed for the next.

extension Ticket {
  /// Whether it says that a clock was missed in this cycle, rescinded or not.
  private func isBreach(_ crossing: Crossing, of clock: ClockID) -> Bool {
    crossing.clock == clock && crossing.left == nil && crossing.cycle == work.cycle
  }

  /// Whether it says that a clock was missed in this cycle, and nobody took that back.
  func isStanding(_ crossing: Crossing, of clock: ClockID) -> Bool {
    isBreach(crossing, of: clock) && crossing.rescindedAt == nil
  }

  /// What was missed in this cycle and stands, oldest first.
  package var standingBreaches: [Crossing] {
    crossings.filter { isStanding($0, of: $0.clock) }
  }

  /// Whether a clock was missed in this cycle and that stands.
  func isMissed(_ clock: ClockID) -> Bool {
    crossings.contains { isStanding($0, of: clock) }
  }

  /// Whether a breach is that of a promise made at an instant. Feedback is promised to each who reported it: one breach stands for several
  /// only where they were due at once. A visit is promised to whatever became urgent: then it is the one on record, or one whose time was
  /// over by then too; where the record does not say, also when nobody's was, because another promise stands behind the clock since.
  private func isBroken(
    _ rule: ClockRule, from start: Date, by crossing: Crossing, _ policy: Policy
  ) -> Bool {
    guard start <= crossing.at else { return false }
    guard rule.stop != .completion, crossing.since != start else { return true }
    func due(_ start: Date) -> Date { policy.due(rule.target, rule.calendar, start: start, []).due }
    if rule.stop == .feedback, crossing.since != nil {
      return self.due(due(start), answered: nil, []) == crossing.at
    }
    func isOver(_ start: Date) -> Bool { start <= crossing.at && due(start) <= crossing.at }
    return isOver(start) || crossing.since == nil && !starts(of: rule).contains(where: isOver)
  }

  /// Whether a breach, once taken back, says that the promise made at an instant was kept: to each who was to be told it was another.
  private func isKept(_ rule: ClockRule, from start: Date, by crossing: Crossing, _ policy: Policy) -> Bool {
    guard rule.stop == .feedback, let since = crossing.since else {
      return isBroken(rule, from: start, by: crossing, policy)
    }
    return since == start
  }

  /// When the promise made at an instant, and answered or not, was missed, as it is on record; nil where it is not. Who was told in time was
  /// so whoever else was not.
  func breach(of rule: ClockRule, from start: Date, answered answer: Date?, _ policy: Policy) -> Date? {
    guard !crossings.isEmpty else { return nil }
    return crossings.first {
      guard isStanding($0, of: rule.id), isBroken(rule, from: start, by: $0, policy) else { return false }
      guard rule.stop == .feedback, let since = $0.since, since != start, let answer else { return true }
      let promised = policy.due(rule.target, rule.calendar, start: start, []).due
      return answer > due(promised, answered: answer, [])
    }?.at
  }

  /// When the promise made at an instant was kept after all, as a supervisor found; nil where none did.
  func kept(_ rule: ClockRule, from start: Date, _ policy: Policy) -> Date? {
    guard !crossings.isEmpty else { return nil }
    return keptAt(rule.id, from: start) { isKept(rule, from: start, by: $0, policy) }
  }

  /// When a clock that runs since an instant was answered, as the breaches that were taken back say.
  func keptAt(_ clock: ClockID, from start: Date, where isIts: (Crossing) -> Bool = { _ in true }) -> Date? {
    var first: Date?
    for crossing in crossings {
      guard let kept = crossing.rescindedAt, kept >= start, isBreach(crossing, of: clock), isIts(crossing)
      else {
        continue
      }
      first = min(first ?? kept, kept)
    }
    return first
  }

  /// Whether the breach of a clock was recorded: once for each promise, also when it was rescinded and a shorter one runs since. Only what
  /// is owed to somebody who asked after it was kept can be broken once more.
  func isOnRecord(_ clock: ClockID, from start: Date, _ policy: Policy) -> Bool {
    guard crossings.contains(where: { isBreach($0, of: clock) }) else { return false }
    guard clock != .promise else {
      return crossings.contains { isBreach($0, of: clock) && $0.since == start }
    }
    let rule = rule(policy) { $0.id == clock }
    return crossings.contains { crossing in
      guard isBreach(crossing, of: clock) else { return false }
      guard let rescinded = crossing.rescindedAt else {
        return rule.map { isBroken($0, from: start, by: crossing, policy) } ?? true
      }
      return start <= rescinded && rule.map { isKept($0, from: start, by: crossing, policy) } ?? true
    }
  }

  /// Visits every breach, not on record yet, of a promise to one who waits behind another: each is owed an answer in their own time,
  /// also where all are told at once. What is due at the same instant is missed once; who was told late before they came was late there.
  func eachBreachBehind(_ policy: Policy, _ visit: (ClockID, _ start: Date, _ due: Date) -> Void) {
    guard work.reporters.count > 1, !isEnded, let rule = rule(policy, where: { $0.stop == .feedback })
    else { return }
    func due(_ start: Date) -> Date {
      let waits = rule.hold == .never ? [] : waits(after: start)
      let promised = policy.due(rule.target, rule.calendar, start: start, waits).due
      return self.due(promised, answered: nil, waits)
    }
    var seen: Set<Date> = [due(span(of: rule, policy).start)]
    for reporter in work.reporters where toldAt(reporter, policy) == nil {
      let start = start(of: rule, for: reporter)
      let due = due(start)
      if seen.insert(due).inserted, !isOnRecord(rule.id, from: start, policy) { visit(rule.id, start, due) }
    }
  }

  /// From when the promise ran that a supervisor would say was kept at an instant; nil where no promise of the kind runs any more, or it
  /// runs anew since.
  func startOfBroken(_ clock: ClockID, missed: Date?, keptAt instant: Date, _ policy: Policy) -> Date? {
    if clock == .promise {
      return crossings.first { isStanding($0, of: clock) && $0.at >= instant && $0.at == missed ?? $0.at }?
        .since
    }
    guard let rule = rule(policy, where: { $0.id == clock }),
      let crossing = crossings.first(where: {
        isStanding($0, of: clock) && $0.at >= instant && $0.at == missed ?? $0.at
      })
    else { return nil }
    return starts(of: rule).filter { isKept(rule, from: $0, by: crossing, policy) }.max()
  }
}
