package import Foundation

extension Ticket {
  /// The thresholds passed by `now` and not recorded yet, each at its true instant, oldest first.
  package func crossings(upTo now: Date, _ policy: Policy) -> [Fact] {
    pending(policy).filter { $0.breach ? now > $0.at : now >= $0.at }
      .map { Fact(.ticket(id, $0.event), at: $0.at) }
  }

  /// When the next unrecorded threshold is reached; nil when none will be.
  package func nextCrossing(_ policy: Policy) -> Date? { pending(policy).first?.at }

  private struct Pending {
    var at: Date
    var breach: Bool
    var event: TicketEvent
  }

  private func pending(_ policy: Policy) -> [Pending] {
    var pending: [Pending] = []
    for clock in clocks(policy) where clock.heldSince == nil {
      let end = clock.stoppedAt ?? .distantFuture
      for left in clock.warns where !isRecorded(clock.id, left: left) {
        let at = clock.due.addingTimeInterval(-TimeInterval(left))
        if at > clock.startedAt, at <= end {
          pending.append(
            Pending(at: at, breach: false, event: .warned(clock.id, left: left, cycle: work.cycle)))
        }
      }
      if clock.due < end, !isRecorded(clock.id, left: nil) {
        pending.append(Pending(at: clock.due, breach: true, event: .breached(clock.id, cycle: work.cycle)))
      }
    }
    return pending.count > 1 ? pending.sorted { $0.at < $1.at } : pending
  }

  private func isRecorded(_ clock: ClockID, left: Int?) -> Bool {
    crossings.contains { $0.clock == clock && $0.left == left && $0.cycle == work.cycle }
  }
}
