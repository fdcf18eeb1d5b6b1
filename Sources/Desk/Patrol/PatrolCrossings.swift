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
    if now > expiresAt { facts.append(Fact(.round(id, ending), at: expiresAt)) }
    return facts.oldestFirst
  }

  /// What it comes to when it is ended without every point: given up, unless somebody walked to the last.
  var ending: RoundEvent { points.last?.checkedAt == nil ? .expired : .completed }

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

  /// The rounds of a route that are to be planned by `now`, each once and at its true instant; of those that are over by then, as after
  /// days when no desk was open, what was missed too. What should have begun longer ago than the schedule reaches back is left out.
  func planning(of route: String, upTo now: Date) -> [Fact] {
    guard var state = routes[route], let schedule = state.route.schedule else { return [] }
    let oldest = now.addingTimeInterval(-schedule.reach)
    if let start = state.nextStart, start < oldest {
      state.nextStart = schedule.next(after: oldest, in: zone)
    }
    var facts: [Fact] = []
    while let start = state.nextStart, let at = state.nextPlanning, at <= now {
      let id = state.nextID(on: CivilDate(start, in: zone).number)
      let planned = RoundEvent.planned(route: state.route, guardName: schedule.guardName, start: start)
      facts.append(Fact(.round(id, planned), at: at))
      let round = Round(id, route: state.route, guardName: schedule.guardName, at: start, isPlanned: true)
      facts += round.crossings(upTo: now)
      state.give(id)
      state.nextStart = schedule.next(after: start, in: zone)
    }
    return facts
  }
}
