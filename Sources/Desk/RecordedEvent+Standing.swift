package import Foundation

extension [RecordedEvent] {
  /// Of one thing's events, in order, those that stood at an instant: what had happened by then, whenever it was written down, but what has
  /// been taken back since: that never happened.
  package func standing(at instant: Date) -> [RecordedEvent] {
    var gone: Set<Int> = []
    for index in indices.reversed() where self[index].occurredAt > instant && !gone.contains(index) {
      gone.formUnion(takenBack(by: index))
    }
    return indices.filter { self[$0].occurredAt <= instant && !gone.contains($0) }.map { self[$0] }
  }

  /// The same as figures have it: what time alone did at that very instant is not over yet.
  package func known(at instant: Date) -> [RecordedEvent] {
    standing(at: instant).filter { $0.occurredAt < instant || !$0.event.isCrossing }
  }

  /// Which events before it an event takes back; what only the clock did is never among them.
  private func takenBack(by index: Int) -> [Int] {
    func last(_ isMeant: (RecordedEvent) -> Bool) -> [Int] {
      self[..<index].lastIndex(where: isMeant).map { [$0] } ?? []
    }
    switch self[index].event {
    case .ticket(_, .corrected(let command, _)):
      guard let first = firstIndex(where: { $0.command == command }) else { return [] }
      return (first..<Swift.max(first, index)).filter { !self[$0].event.isCrossing }
    case .ticket(_, .breachRestored(let clock, let cycle, let missed)):
      return last {
        guard case .ticket(_, .breachRescinded(clock, cycle, _, let meant)) = $0.event else { return false }
        return meant.map { $0 == missed } ?? true
      }
    case .round(_, .checkInTakenBack(let point)):
      return last { if case .round(_, .checkedIn(point, _, _, _, _)) = $0.event { true } else { false } }
    case .incident(_, .stepTakenBack(let step)):
      return last {
        switch $0.event {
        case .incident(_, .stepDone(step, _)), .incident(_, .stepSkipped(step, _, _)): true
        default: false
        }
      }
    case .visit(_, .takenBack): return last { _ in true }
    default: return []
    }
  }
}
