package import Foundation

extension Round {
  /// How long a round stays open for late check-ins after its last window (*design*).
  package static let lateGrace: TimeInterval = 30 * 60

  /// The points whose time ran out by `now`, each missed at its true instant, and the end of the round when nobody came later
  /// either; of a planned round that nobody started too.
  package func crossings(upTo now: Date) -> [Fact] {
    guard endedAt == nil else { return [] }
    var facts = points.filter { $0.state == .pending && now > $0.due }
      .map { Fact(.round(id, .missed(point: $0.id)), at: $0.due) }
    if now > expiresAt { facts.append(Fact(.round(id, .expired), at: expiresAt)) }
    return facts.oldestFirst
  }

  /// When the next pending point runs out, or the round itself; nil when it has ended.
  package var nextCrossing: Date? {
    endedAt == nil ? points.filter { $0.state == .pending }.map(\.due).min() ?? expiresAt : nil
  }

  private var expiresAt: Date { (points.map(\.due).max() ?? begins).addingTimeInterval(Round.lateGrace) }
}

extension Desk {
  /// When the next round is to be planned; nil without schedules.
  package var nextPlanning: Date? { routes.values.compactMap(\.nextPlanning).min() }

  /// The rounds of every route that are to be planned by `now`.
  package func planning(upTo now: Date) -> [Fact] {
    guard let next = nextPlanning, next <= now else { return [] }
    return routes.keys.sorted().flatMap { planning(of: $0, upTo: now) }
  }

  /// The rounds of a route that are to be planned by `now`. After days when no desk was open those nobody can walk any more are left
  /// out, but for the one that no other follows: a monthly round is never lost in silence.
  func planning(of route: String, upTo now: Date) -> [Fact] {
    guard var state = routes[route], let schedule = state.route.schedule else { return [] }
    if let start = state.nextStart, start.addingTimeInterval(state.route.span) < now,
      let later = schedule.next(after: now.addingTimeInterval(-state.route.span), in: zone),
      later.addingTimeInterval(-RoundSchedule.horizon) <= now
    {
      state.nextStart = later
    }
    var facts: [Fact] = []
    while let start = state.nextStart, let at = state.nextPlanning, at <= now {
      let id = state.nextID(on: CivilDate(start, in: zone).number)
      let planned = RoundEvent.planned(route: state.route, guardName: schedule.guardName, start: start)
      facts.append(Fact(.round(id, planned), at: at))
      state.give(id)
      state.nextStart = schedule.next(after: start, in: zone)
    }
    return facts
  }
}
