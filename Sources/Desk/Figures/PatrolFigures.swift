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
