import Foundation

/// Every round there was, folded from its events: for figures over the past. The routes may be taken in before the rounds or among them.
package struct PastRounds: Sendable {
  package private(set) var rounds: [RoundID: Round] = [:]
  private var schedules: [String: [(from: Date, schedule: RoundSchedule?)]] = [:]

  package init() {}

  /// Takes in the next event; what is about neither a round nor a route changes nothing.
  package mutating func take(_ recorded: RecordedEvent) {
    take(recorded.event, at: recorded.occurredAt, version: recorded.version)
  }

  /// Takes in what is due and on no record yet.
  package mutating func take(_ fact: Fact) {
    guard case .round(let id, _) = fact.event else { return }
    take(fact.event, at: fact.occurredAt, version: (rounds[id]?.version ?? 0) + 1)
  }

  private mutating func take(_ event: Event, at instant: Date, version: Int) {
    if case .route(let route) = event { publish(route, at: instant) }
    guard case .round(let id, let event) = event else { return }
    switch event {
    case .planned(let route, _, let start) where isDropped(route, start, plannedAt: instant): break
    case .planned(let route, let name, let start):
      rounds[id] = Round(id, route: route, guardName: name, at: start, isPlanned: true)
    case .started(let route, let name) where rounds[id] == nil:
      rounds[id] = Round(id, route: route, guardName: name, at: instant)
    default: rounds[id]?.apply(event, at: instant, version: version)
    }
  }

  /// What was planned by another schedule and had not begun is owed no more.
  private mutating func publish(_ route: Route, at instant: Date) {
    schedules[route.id, default: []].append((instant, route.schedule))
    rounds = rounds.filter { id, round in
      id.route != route.id || !round.isPlanned || round.begins <= instant
        || round.route.schedule == route.schedule
    }
  }

  private func isDropped(_ route: Route, _ start: Date, plannedAt instant: Date) -> Bool {
    schedules[route.id, default: []].contains {
      $0.from >= instant && $0.from < start && $0.schedule != route.schedule
    }
  }
}
