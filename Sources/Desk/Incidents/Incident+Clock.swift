package import Foundation

extension Incident {
  /// Seconds before due at which a warning is recorded, longest first (*design*).
  package static let warns = [600, 300]

  /// When the first step is due at the latest; exactly then is in time.
  ///
  /// - Source: S009.
  package var responseDue: Date { declaredAt.addingTimeInterval(TimeInterval(plan.respond) * 60) }

  /// Whether the response was late; once on record it stays so.
  package var isBreached: Bool { crossed.contains(0) }

  /// What its clock asks of somebody: a drill is timed for its review, but raises no alarm.
  package var isWaiting: Bool { isOpen && !isDrill && respondedAt == nil }

  /// When the step is due that is due first, of those nobody answered; nil when none is owed.
  package var stepDue: Date? { isOpen ? steps.filter { $0.answer == nil }.map(\.due).min() : nil }

  /// For how many seconds that step is late; nil when it is not.
  package func stepsLate(at now: Date) -> TimeInterval? {
    stepDue.flatMap { $0 < now ? now.timeIntervalSince($0) : nil }
  }

  /// The thresholds passed by `now` and not recorded yet, each at its true instant.
  package func crossings(upTo now: Date) -> [Fact] {
    thresholds.filter { $0.left == 0 ? now > $0.at : now >= $0.at }.map { left, at in
      Fact(.incident(id, left == 0 ? .breached : .warned(left: left)), at: at)
    }
  }

  /// When it is to be looked at again; nil when nothing runs.
  package var nextCrossing: Date? { thresholds.map(\.at).min() }

  /// What is still to be recorded while nobody responds: longest left first, so oldest first.
  private var thresholds: [(left: Int, at: Date)] {
    guard isOpen, !isDrill else { return [] }
    let answered = respondedAt ?? .distantFuture
    return (Incident.warns.filter { $0 < plan.respond * 60 } + [0]).compactMap { left in
      let at = responseDue.addingTimeInterval(-TimeInterval(left))
      guard !crossed.contains(left), left == 0 ? answered > at : answered >= at else { return nil }
      return (left, at)
    }
  }
}
