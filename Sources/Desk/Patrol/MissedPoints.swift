import Foundation

/// A point that nobody reached in time and nobody excused, with its round.
package struct MissedPoint: Equatable, Sendable {
  package let round: Round
  package let point: RoundPoint
}

extension Desk {
  /// What was missed on the patrol since the open shift answers for it; while no shift is open, on the latest rounds. The one count of
  /// every screen and of the handover: by route, what was missed first first. It goes through the rounds in sight, a week of them at the most.
  package var missedPoints: [MissedPoint] {
    let missed = rounds.values.flatMap { round in
      round.points.filter { $0.state == .missed }.map { MissedPoint(round: round, point: $0) }
    }
    // Since when is asked of the shifts and the zone: every frame asks for this, and on most days nothing was missed.
    guard !missed.isEmpty else { return [] }
    let since = patrolSince ?? .distantPast
    return missed.filter { $0.point.due >= since }.sorted { left, right in
      (left.round.id.route, left.point.due, left.round.begins) < (
        right.round.id.route, right.point.due, right.round.begins
      )
    }
  }

  /// From when on the open shift answers for the patrol; nil while none is open. From when the one before it signed out to it, else from
  /// its beginning: what is missed between the two signatures is handed over by neither otherwise. What an earlier shift of the same day
  /// missed and nobody excused stands until the day is over (*design*).
  var patrolSince: Date? {
    guard let shift = openShift else { return nil }
    let before = shifts.values.first { $0.id != shift.id && $0.signedIn?.at == shift.startedAt }
    let since = before?.signedOut?.at ?? shift.startedAt
    return min(since, CivilDate(shift.startedAt, in: zone).start(in: zone))
  }
}
