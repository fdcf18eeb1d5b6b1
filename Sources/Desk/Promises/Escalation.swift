package import Foundation

/// A ticket that was passed up: why, how far, and to whom.
package struct Escalation: Equatable, Codable, Sendable {
  package var cause: EscalationCause
  /// The clock that was missed; nil where nobody took the ticket on.
  package var clock: ClockID?
  /// From 1 within a cause.
  package var level: Int
  package var role: StaffRole
  package var cycle: Int
  /// The breach, or since when the ticket was there to be taken on.
  package var since: Date

  /// Puts an escalation together.
  package init(
    _ cause: EscalationCause, clock: ClockID? = nil, level: Int, to role: StaffRole, cycle: Int, since: Date
  ) {
    self.cause = cause
    self.clock = clock
    self.level = level
    self.role = role
    self.cycle = cycle
    self.since = since
  }
}

extension Ticket {
  /// The escalation that waits for somebody to acknowledge it: of the clocks that are still missed and unanswered the one that is late
  /// longest, and of that the farthest it was passed up.
  package func openEscalation(_ policy: Policy) -> Escalation? {
    let open = openEscalations(policy)
    guard let longest = open.min(by: { $0.since < $1.since }) else { return nil }
    return open.last { $0.since == longest.since && $0.clock == longest.clock }
  }

  /// The escalations that wait for somebody to acknowledge them, in the order they were climbed.
  func openEscalations(_ policy: Policy) -> [Escalation] {
    guard !isEnded else { return [] }
    let unheard = escalations.filter { rung in
      rung.cause == .breached && rung.cycle == work.cycle
        && rung.clock.map { heardAt($0, missed: rung.since) == nil } ?? false
    }
    guard !unheard.isEmpty else { return [] }
    let late = everyClock(policy).filter { $0.isOpen && $0.isBreached }
    return unheard.filter { rung in late.contains { $0.id == rung.clock && $0.breachedAt == rung.since } }
  }

  /// Whether a clock is missed and unanswered and nobody took notice of that. Never of another system's promise: it is passed up to
  /// nobody, so there is nothing to acknowledge.
  package func isUnheard(_ policy: Policy) -> Bool {
    guard !isEnded, isOwn else { return false }
    return everyClock(policy).contains { clock in
      clock.isOpen && clock.breachedAt.map { heardAt(clock.id, missed: $0) == nil } ?? false
    }
  }

  /// The last escalation of a ticket that still waits for somebody to take it on.
  package var unacceptedEscalation: Escalation? {
    guard let since = waitsSince else { return nil }
    return escalations.last { $0.cause == .unaccepted && $0.since == since }
  }

  /// When somebody took notice of a clock that was missed at an instant; nil while nobody did, or while that is not on record.
  func heardAt(_ clock: ClockID, missed: Date) -> Date? {
    crossings.first { $0.clock == clock && $0.left == nil && $0.at == missed }?.heardAt
  }

  /// Visits every rung that will be climbed for a clock that is missed, or will be; once notice was taken only those before it that a
  /// step hid which was taken back since.
  func eachRung(_ clock: Clock, _ policy: Policy, _ visit: (Escalation, Date) -> Void) {
    guard isOwn else { return }
    let end = clock.stoppedAt ?? .distantFuture
    let since = clock.breachedAt ?? clock.due
    guard since < end else { return }
    let heard = clock.breachedAt.flatMap { heardAt(clock.id, missed: $0) }
    let start = max(since, asksSince(clock, policy))
    for rung in policy.breachRungs where rung.step.covers(work, kind) {
      let at = max(start.addingTimeInterval(rung.after), ruledAt ?? start)
      guard at < end, heard.map({ at < $0 && isHidden(at) }) ?? true else { continue }
      let escalation = Escalation(
        .breached, clock: clock.id, level: rung.level, to: rung.step.role, cycle: work.cycle, since: since)
      if !escalations.contains(escalation) { visit(escalation, at) }
    }
  }

  /// Whether a step stood then that was taken back since.
  private func isHidden(_ instant: Date) -> Bool { undoneStops.contains { $0.contains(instant) } }

  /// Since when a clock asks for something: not while one who waited longer stood before it, and not while the work was done, until its
  /// check failed. Nobody is warned or told of it for a time before that.
  func asksSince(_ clock: Clock, _ policy: Policy) -> Date {
    guard work.reporters.count > 1 || !work.hasNoPapers, let rule = rule(policy, where: { $0.id == clock.id })
    else { return clock.startedAt }
    var since: Date?
    switch rule.stop {
    case .feedback:
      since =
        work.reporters.filter { start(of: rule, for: $0) < clock.startedAt }
        .compactMap { toldAt($0, policy) }.max()
    case .completion: since = work.papers.failedChecks > 0 ? work.papers.vouchedAt : nil
    case .arrival: break
    }
    return max(clock.startedAt, since ?? clock.startedAt)
  }

  /// Visits every rung that will be climbed because nobody takes the ticket on.
  func eachUnacceptedRung(_ policy: Policy, _ visit: (Escalation, Date) -> Void) {
    guard let since = waitsSince else { return }
    for rung in policy.unacceptedRungs where rung.step.covers(work, kind) {
      let escalation = Escalation(
        .unaccepted, level: rung.level, to: rung.step.role, cycle: work.cycle, since: since)
      let at = max(since.addingTimeInterval(rung.after), ruledAt ?? since)
      if !escalations.contains(escalation) { visit(escalation, at) }
    }
  }

  /// Whether it is this office's promise: another system's ticket is when somebody opened it again here.
  private var isOwn: Bool { source == nil || work.cycle > 1 }

  /// Since when the ticket is there to be taken on, counted anew from the beginning of a wait and from its end; nil once somebody has, or
  /// for a question the desk answered itself.
  var waitsSince: Date? {
    guard isOwn, !work.isTaken, !isEnded, stage != .completed else { return nil }
    if kind != .repair, kind != .complaint, work.everyoneToldAt != nil { return nil }
    let wait = work.holds.last.map { $0.to ?? $0.from }
    return [work.offeredAt, work.urgentSince, wait, givenBackAt].compactMap(\.self).reduce(
      work.cycleStartedAt, max)
  }
}
