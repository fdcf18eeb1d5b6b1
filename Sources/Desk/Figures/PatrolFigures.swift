package import Foundation

/// How often a route was walked of what was planned, and how its points fared: counted over rounds that have ended.
///
/// - Source: S052.
package struct PatrolFigures: Equatable, Sendable {
  /// Rounds that began in the period, planned ahead or started by somebody, and have ended.
  package private(set) var planned = 0
  /// Of those, walked past every point.
  package private(set) var done = 0
  /// Walked to its last point, but with points nobody reached.
  package private(set) var incomplete = 0
  /// Given up on the way: nobody ended them.
  package private(set) var abandoned = 0
  /// Never started.
  package private(set) var unstarted = 0
  /// Points of those rounds, by how they ended.
  package private(set) var points: [RoundPoint.State: Int] = [:]

  package init() {}

  /// Counts one round as it was at an instant, also where no desk was open to record what time did to it; one that has not ended
  /// counts for nothing yet.
  package mutating func count(_ round: Round, asOf instant: Date) {
    var round = round
    for fact in round.crossings(upTo: instant) {
      if case .round(_, let event) = fact.event {
        round.apply(event, at: fact.occurredAt, version: round.version)
      }
    }
    guard round.endedAt != nil else { return }
    planned += 1
    if round.startedAt == nil {
      unstarted += 1
    } else if round.reached == round.points.count {
      done += 1
    } else if round.isAbandoned {
      abandoned += 1
    } else {
      incomplete += 1
    }
    for point in round.points { points[point.state, default: 0] += 1 }
  }

  /// Points that somebody came to, in time or not.
  package var reached: Int { [.early, .onTime, .late, .failed].reduce(0) { $0 + (points[$1] ?? 0) } }

  /// Sorts the rounds that began in a period by their route.
  package static func byRoute(
    _ rounds: some Sequence<Round>, in period: Range<Date>, asOf instant: Date
  ) -> [String: PatrolFigures] {
    var figures: [String: PatrolFigures] = [:]
    for round in rounds where period.contains(round.begins) {
      figures[round.id.route, default: PatrolFigures()].count(round, asOf: instant)
    }
    return figures.filter { $0.value.planned > 0 }
  }
}

/// Every round there was, folded from its events: for figures over the past. The routes may be taken in before the rounds or among them.
package struct PastRounds: Sendable {
  package private(set) var rounds: [RoundID: Round] = [:]
  private var schedules: [String: [(from: Date, schedule: RoundSchedule?)]] = [:]

  package init() {}

  /// Takes in the next event; what is about neither a round nor a route changes nothing.
  package mutating func take(_ recorded: RecordedEvent) {
    if case .route(let route) = recorded.event { publish(route, at: recorded.occurredAt) }
    guard case .round(let id, let event) = recorded.event else { return }
    switch event {
    case .planned(let route, _, let start) where isDropped(route, start, plannedAt: recorded.occurredAt):
      break
    case .planned(let route, let name, let start):
      rounds[id] = Round(id, route: route, guardName: name, at: start, isPlanned: true)
    case .started(let route, let name) where rounds[id] == nil:
      rounds[id] = Round(id, route: route, guardName: name, at: recorded.occurredAt)
    default: rounds[id]?.apply(event, at: recorded.occurredAt, version: recorded.version)
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
