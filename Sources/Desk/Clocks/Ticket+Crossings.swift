package import Foundation

extension Ticket {
  /// The thresholds passed by `now` and not recorded yet, each at its true instant, oldest first.
  package func crossings(upTo now: Date, _ policy: Policy) -> [Fact] {
    var passed: [Fact] = []
    eachPending(policy) { clock, left, at in
      guard left == nil ? now > at : now >= at else { return }
      let event: TicketEvent =
        if let left {
          .warned(clock.id, left: left, cycle: work.cycle)
        } else {
          .breached(clock.id, cycle: work.cycle)
        }
      passed.append(Fact(.ticket(id, event), at: at))
    }
    return passed.oldestFirst
  }

  /// When the next unrecorded threshold is reached, a breach just after it; nil when none will be.
  package func nextCrossing(_ policy: Policy) -> Date? {
    var next: Date?
    eachPending(policy) { _, _, at in next = min(next ?? at, at) }
    return next
  }

  /// Visits every threshold that is reached if nothing more happens: seconds left, nil for the breach, and its instant.
  private func eachPending(_ policy: Policy, _ visit: (Clock, Int?, Date) -> Void) {
    eachClock(policy) { clock in
      let end = clock.stoppedAt ?? clock.heldSince ?? .distantFuture
      for left in clock.warns where !clock.isBreached {
        let at = clock.due.addingTimeInterval(-TimeInterval(left))
        if at > clock.startedAt, at <= end, !isRecorded(clock.id, left: left) { visit(clock, left, at) }
      }
      if clock.due < end, !clock.isBreached { visit(clock, nil, clock.due) }
    }
  }

  private func isRecorded(_ clock: ClockID, left: Int) -> Bool {
    crossings.contains { $0.clock == clock && $0.left == left && $0.cycle == work.cycle }
  }
}

extension [Fact] {
  /// Itself by instant; what happened at the same instant keeps its order.
  var oldestFirst: [Fact] {
    guard count > 1 else { return self }
    return enumerated().sorted { ($0.element.occurredAt, $0.offset) < ($1.element.occurredAt, $1.offset) }
      .map(\.element)
  }
}
