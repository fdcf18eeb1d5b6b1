package import Foundation

extension Ticket {
  /// The clocks of this cycle, in the order of the policy; none on a ticket merged into another.
  package func clocks(_ policy: Policy) -> [Clock] {
    var clocks: [Clock] = []
    eachClock(policy) { clocks.append($0) }
    return clocks
  }

  /// The clocks, what breaks next first, what stands still after those that run, what is over last.
  package func clocksByDue(_ policy: Policy) -> [Clock] {
    let clocks = clocks(policy)
    let open = clocks.filter(\.isOpen).sorted { $0.order < $1.order }
    return open + clocks.filter { !$0.isOpen }.sorted { $0.due < $1.due }
  }

  /// The clock that breaks next: running before held, then by due time; nil when nothing is owed.
  package func governingClock(_ policy: Policy) -> Clock? { clocks(policy).governing }

  /// How long the promise behind a clock gives; nil where it ends with a working day, and of a clock that no promise stands behind now.
  package func allowance(of clock: ClockID, _ policy: Policy) -> TimeInterval? {
    guard case .time(let seconds) = rule(policy, where: { $0.id == clock })?.target else { return nil }
    return seconds
  }

  /// Visits the clocks without making a list of them: this runs once for every event.
  func eachClock(_ policy: Policy, _ visit: (Clock) -> Void) {
    guard work.stage != .merged else { return }
    let system = policy.system(of: work.category)
    for rule in policy.rules(for: kind) {
      if rule.covers(work, system: system) {
        let clock = clock(rule, policy)
        visit(clock)
        eachBreach(of: rule, without: clock.breachedAt, visit)
      } else if isMissed(rule.id), isLastRule(rule, policy, system) {
        eachBreach(of: rule, without: nil, visit)
      }
    }
    if let due = logDueAt, work.cycle == 1 { visit(logClock(due: due)) }
    if !crossings.isEmpty { eachForgotten(policy, visit) }
  }

  /// Visits the clocks that were missed and that the policy knows no longer: missed stays missed.
  private func eachForgotten(_ policy: Policy, _ visit: (Clock) -> Void) {
    for crossing in crossings where isStanding(crossing, of: crossing.clock) {
      let isKnown = !crossing.clock.isOfPolicy || policy.rules(for: kind).contains { $0.id == crossing.clock }
      if !isKnown { visit(voided(crossing.clock, crossing.at, until: crossing.at, isAnswered: false)) }
    }
  }

  /// Visits the breaches of a clock, but one of them, as clocks that are over: missed stays missed, whoever is owed since.
  private func eachBreach(of rule: ClockRule, without own: Date?, _ visit: (Clock) -> Void) {
    for crossing in crossings where isStanding(crossing, of: rule.id) && crossing.at != own {
      guard rule.stop == .feedback, let since = crossing.since else {
        let answer =
          rule.stop == .arrival ? work.visit(since: crossing.since ?? work.cycleStartedAt) : work.completedAt
        let stop = max(answer ?? crossing.at, crossing.at)
        visit(voided(rule.id, crossing.at, until: stop, isAnswered: answer != nil))
        continue
      }
      // Who has a ticket of their own by now is late there.
      guard let reporter = work.reporters.first(where: { start(of: rule, for: $0) == since }) else {
        continue
      }
      let told = (reporter.toldAt ?? work.closedAt).map { max($0, crossing.at) }
      let isAnswered = reporter.toldAt != nil || work.stage != .cancelled
      visit(voided(rule.id, crossing.at, until: told, isAnswered: isAnswered, ignored: rule.ignored))
    }
  }

  /// When the last of the clocks started that such a stop would answer; nil when it answers none.
  func start(ofClocksStoppedBy stop: ClockStop, _ policy: Policy) -> Date? {
    let system = policy.system(of: work.category)
    return policy.rules(for: kind).filter { $0.stop == stop && $0.covers(work, system: system) }
      .map { span(of: $0, policy).start }.max()
  }

  /// Whether somebody is still to come.
  func owesVisit(_ policy: Policy) -> Bool {
    rule(policy) { $0.stop == .arrival && span(of: $0, policy).answer == nil } != nil
  }

  /// Whether no rule of the same clock applies, and none comes after this one: then it stands for them all.
  private func isLastRule(_ rule: ClockRule, _ policy: Policy, _ system: CategorySystem?) -> Bool {
    let same = policy.rules(for: kind).filter { $0.id == rule.id }
    return same.last == rule && !same.contains { $0.covers(work, system: system) }
  }

  private func clock(_ rule: ClockRule, _ policy: Policy) -> Clock {
    let (start, answer) = span(of: rule, policy)
    let wait = answeringWait(rule)
    let stop = wait.map { min($0, answer ?? $0) } ?? answer ?? work.closedAt
    let breach = breach(of: rule, from: start, answered: answer, policy)
    var (waits, heldSince): ([Range<Date>], Date?) = ([], nil)
    if case .parts = rule.hold, !work.holds.isEmpty {
      waits = self.waits(after: start)
      if stop == nil, let hold = work.openHold, hold.reason == .parts { heldSince = max(hold.from, start) }
    }
    let (promised, held) = policy.due(rule.target, rule.calendar, start: start, waits)
    let due = due(promised, answered: stop, waits)
    return Clock(
      id: rule.id, startedAt: start, due: breach.map { min($0, due) } ?? due, stoppedAt: stop,
      heldSince: heldSince, held: held, breachedAt: breach, soon: rule.soon,
      critical: rule.critical,
      ignored: breach.flatMap { heardAt(rule.id, missed: $0) } == nil ? rule.ignored : .infinity,
      warns: rule.warns,
      unknownYear: policy.unknownYear(rule.calendar, from: start, to: due),
      isVoid: isVoid(answer: answer, stop: stop),
      isAnsweredByWait: wait.map { $0 < answer ?? .distantFuture } ?? false)
  }

  /// When a promise is due at the earliest: one that was shortened was not missed before the ticket was held to that, and what was answered
  /// by then was in time; nor is it missed in a wait. What was missed by then is on record.
  func due(_ promised: Date, answered answer: Date?, _ waits: [Range<Date>]) -> Date {
    guard let policyAppliedAt else { return promised }
    let applied = waits.first { $0.contains(policyAppliedAt) }?.upperBound ?? policyAppliedAt
    return max(promised, min(applied, answer ?? applied))
  }

  /// Whether a clock stopped because the ticket was cancelled, before anything answered it.
  func isVoid(answer: Date?, stop: Date?) -> Bool {
    stage == .cancelled && answer == nil && stop == work.closedAt
  }

  /// The waits for parts that are over, as far as they lie after an instant.
  func waits(after start: Date) -> [Range<Date>] {
    work.holds.compactMap { hold in
      guard hold.reason == .parts, let end = hold.to, end > start else { return nil }
      return max(hold.from, start)..<max(end, hold.from)
    }
  }

  /// A clock that no longer applies, or of one who waits behind another, that was missed: missed stays missed.
  func voided(
    _ id: ClockID, _ breach: Date, until stop: Date?, isAnswered: Bool, ignored: TimeInterval = 0
  ) -> Clock {
    Clock(
      id: id, startedAt: min(work.cycleStartedAt, breach), due: breach, stoppedAt: stop, heldSince: nil,
      held: 0, breachedAt: breach, soon: 0, critical: 0,
      ignored: heardAt(id, missed: breach) == nil ? ignored : .infinity, warns: [],
      unknownYear: nil, isVoid: !isAnswered, isPast: true)
  }

  /// The other system's due time as a clock; its warnings are *design*, those of feedback.
  private func logClock(due: Date) -> Clock {
    let answer = answer(work.completedAt, orKept: keptAt(.logDue, from: reportedAt))
    let stop = answer ?? work.closedAt
    return Clock(
      id: .logDue, startedAt: reportedAt, due: due, stoppedAt: stop, heldSince: nil, held: 0,
      breachedAt: crossings.last { isStanding($0, of: .logDue) }?.at, soon: Policy.feedback.soon,
      critical: Policy.feedback.critical, ignored: Policy.feedback.ignored,
      warns: Policy.feedback.warns,
      unknownYear: nil,
      isVoid: isVoid(answer: answer, stop: stop))
  }

  /// Where a clock starts, and what answers it; nil while nothing does.
  func span(of rule: ClockRule, _ policy: Policy) -> (start: Date, answer: Date?) {
    let start = firstStart(of: rule)
    switch rule.stop {
    case .feedback: return feedbackSpan(of: rule, from: start, policy)
    case .arrival: return (start, answer(work.visit(since: start), orKept: kept(rule, from: start, policy)))
    case .completion: return (start, answer(work.completedAt, orKept: kept(rule, from: start, policy)))
    }
  }

  /// Where a clock starts for whoever asked first.
  private func firstStart(of rule: ClockRule) -> Date {
    let cycle = work.cycleStartedAt
    guard case .urgent = rule.start else { return cycle }
    return max(work.urgentSince ?? cycle, cycle)
  }

  /// Where a clock starts: for each who is owed feedback when they asked.
  func starts(of rule: ClockRule) -> [Date] {
    guard case .feedback = rule.stop else { return [firstStart(of: rule)] }
    return work.reporters.map { start(of: rule, for: $0) }
  }

  /// Where a clock starts for one who reported it: when they asked, or with what came later.
  func start(of rule: ClockRule, for reporter: Reporter) -> Date {
    max(firstStart(of: rule), reporter.joinedAt)
  }

  /// The first rule that applies to it now and is meant.
  func rule(_ policy: Policy, where isMeant: (ClockRule) -> Bool) -> ClockRule? {
    let system = policy.system(of: work.category)
    return policy.rules(for: kind).first { isMeant($0) && $0.covers(work, system: system) }
  }

  /// The span of the reporter who decides the feedback clock: the one waiting longest, or, when all were told, who waited longest.
  /// One who joins later has the whole time from then, so that a promise already kept stays kept.
  private func feedbackSpan(
    of rule: ClockRule, from first: Date, _ policy: Policy
  ) -> (start: Date, answer: Date?) {
    var longest = (start: first, answer: Date?.none, wait: -TimeInterval.infinity)
    for reporter in work.reporters {
      let start = self.start(of: rule, for: reporter)
      let answer = answer(reporter.toldAt, orKept: kept(rule, from: start, policy))
      let wait = (answer ?? .distantFuture).timeIntervalSince(start)
      if wait > longest.wait { longest = (start, answer, wait) }
    }
    return (longest.start, longest.answer)
  }

  /// When somebody who reported it was told, as is on record or as a supervisor found; nil where they were not.
  func toldAt(_ reporter: Reporter, _ policy: Policy) -> Date? {
    guard let rule = rule(policy, where: { $0.stop == .feedback }) else { return reporter.toldAt }
    return answer(reporter.toldAt, orKept: kept(rule, from: start(of: rule, for: reporter), policy))
  }

  /// What answers a clock: what is on record, or before that what a supervisor found to have answered it after all.
  func answer(_ recorded: Date?, orKept kept: Date?) -> Date? {
    kept.map { min($0, recorded ?? $0) } ?? recorded
  }

  /// When the wait for parts began that answers a clock whose rule takes it for an answer; nil where none does.
  private func answeringWait(_ rule: ClockRule) -> Date? {
    guard case .partsAnswer = rule.hold else { return nil }
    return work.holds.first { $0.reason == .parts }?.from
  }
}

extension Policy {
  /// Asked by every clock of every row, and most run round the clock.
  fileprivate func unknownYear(_ id: CalendarID, from: Date, to: Date) -> Int? {
    if case .always = id { return nil }
    return calendars.unknownYear(id, from: from, to: to)
  }

  /// When a promise made at an instant is due, and by how many seconds waits, apart from each other, have put that off. Far in the
  /// future when its calendar never opens for so long.
  package func due(
    _ target: ClockTarget, _ calendar: CalendarID, start: Date, _ waits: [Range<Date>]
  ) -> (due: Date, held: TimeInterval) {
    switch (target, calendar) {
    case (.time(let seconds), .always):
      let plain = start.addingTimeInterval(seconds)
      let due = waits.reduce(plain) { due, wait in
        wait.lowerBound < due ? due + wait.upperBound.timeIntervalSince(wait.lowerBound) : due
      }
      return (due, due.timeIntervalSince(plain))
    case (.time(let seconds), let id):
      let calendar = calendars[id]
      let plain = calendar.due(start: start, openSeconds: seconds) ?? .distantFuture
      guard !waits.isEmpty else { return (plain, 0) }
      let due = calendar.due(start: start, openSeconds: seconds, excluding: waits) ?? .distantFuture
      return (due, due.timeIntervalSince(plain))
    case (.workingDays(let days), let id):
      let calendar = calendars[id]
      let plain = calendar.due(start: start, workingDays: days) ?? .distantFuture
      let open = waits.filter { $0.lowerBound < plain }.reduce(0) {
        $0 + calendar.openSeconds(from: $1.lowerBound, to: $1.upperBound)
      }
      guard open > 0 else { return (plain, 0) }
      let due = calendar.offset(plain, byOpenSeconds: open) ?? .distantFuture
      return (due, due.timeIntervalSince(plain))
    }
  }
}

extension [Clock] {
  /// The one that breaks next: running before held, then by due time; nil when none is open.
  package var governing: Clock? {
    filter(\.isOpen).min { $0.order < $1.order }
  }
}
