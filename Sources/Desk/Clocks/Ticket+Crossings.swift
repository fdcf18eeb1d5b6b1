package import Foundation

extension Ticket {
  /// The thresholds passed by `now` and not recorded yet, each at its true instant, oldest first.
  package func crossings(upTo now: Date, _ policy: Policy) -> [Fact] {
    var passed: [Fact] = []
    eachPending(policy) { pending, at in
      if pending.isPassed(at, by: now) { passed.append(Fact(.ticket(id, event(pending)), at: at)) }
    }
    return passed.oldestFirst
  }

  /// When the next unrecorded threshold is reached, a breach just after it; nil when none will be.
  package func nextCrossing(_ policy: Policy) -> Date? {
    var next: Date?
    eachPending(policy) { _, at in next = min(next ?? at, at) }
    return next
  }

  private func event(_ pending: PendingCrossing) -> TicketEvent {
    switch pending {
    case .warning(let clock, let left): .warned(clock, left: left, cycle: work.cycle)
    case .breach(let clock, let since): .breached(clock, cycle: work.cycle, since: since)
    case .escalation(let escalation): .escalated(escalation)
    }
  }

  /// Visits every threshold that is reached if nothing more happens, and its instant; a breach before what follows from it.
  private func eachPending(_ policy: Policy, _ visit: (PendingCrossing, Date) -> Void) {
    // What another system's log closed was late there or not; nothing happens to it here any more.
    guard source == nil || !isEnded else { return }
    eachClock(policy) { eachPending(of: $0, policy, visit) }
    eachPromise { eachPending(of: $0, policy, visit) }
    eachBreachBehind(policy) { visit(.breach($0, since: $1), $2) }
    eachUnacceptedRung(policy) { visit(.escalation($0), $1) }
  }

  private func eachPending(
    of clock: Clock, _ policy: Policy, _ visit: (PendingCrossing, Date) -> Void
  ) {
    let end = clock.stoppedAt ?? clock.heldSince ?? .distantFuture
    for left in clock.warns where !clock.isBreached {
      let at = warning(left, of: clock)
      if at > clock.startedAt, at <= end, !isRecorded(left, of: clock, at: at),
        at >= max(asksSince(clock, policy), ruledAt ?? clock.startedAt)
      {
        visit(.warning(clock.id, left: left), at)
      }
    }
    let breaks = !clock.isPast && clock.due < end && !isOnRecord(clock.id, from: clock.startedAt, policy)
    if breaks { visit(.breach(clock.id, since: clock.startedAt), clock.due) }
    if breaks || clock.isBreached && !clock.isPast {
      eachRung(clock, policy) { visit(.escalation($0), $1) }
    }
  }

  /// When so many seconds were left: what was waited since then has put off the due time and not the warning.
  private func warning(_ left: Int, of clock: Clock) -> Date {
    let at = clock.due.addingTimeInterval(-TimeInterval(left))
    guard clock.held > 0 else { return at }
    return waits(after: clock.startedAt).reversed().reduce(at) { at, wait in
      at < wait.upperBound ? at - wait.upperBound.timeIntervalSince(wait.lowerBound) : at
    }
  }

  /// Whether a warning was given in the span the clock runs now: not before it started, and put off since by no more than waiting does.
  private func isRecorded(_ left: Int, of clock: Clock, at instant: Date) -> Bool {
    crossings.contains {
      $0.clock == clock.id && $0.left == left && $0.cycle == work.cycle && $0.at > clock.startedAt
        && instant.timeIntervalSince($0.at) < clock.held + 1
    }
  }
}

/// A threshold that was not recorded yet.
private enum PendingCrossing {
  case warning(ClockID, left: Int)
  case breach(ClockID, since: Date)
  case escalation(Escalation)

  /// A warning is due on its second; a breach, and whatever follows from lateness, just after.
  func isPassed(_ at: Date, by now: Date) -> Bool {
    if case .warning = self { now >= at } else { now > at }
  }
}

extension [Fact] {
  /// Itself by instant; what happened at the same instant keeps its order.
  var oldestFirst: [Fact] {
    guard zip(self, dropFirst()).contains(where: { $1.occurredAt < $0.occurredAt }) else { return self }
    return enumerated().sorted { ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset) }
      .map(\.element)
  }
}
