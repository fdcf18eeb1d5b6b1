import Foundation

extension Desk {
  mutating func evolve(_ route: Route, at instant: Date, version: Int) {
    for id in outgoingRounds(publishing: route, at: instant) { rounds[id] = nil }
    var state = routes[route.id] ?? RouteState(route, version: version, at: instant)
    (state.route, state.version, state.publishedAt) = (route, version, instant)
    let planned = plannedRounds(on: route.id).last?.begins ?? instant
    state.nextStart = route.schedule?.next(after: max(instant, planned), in: zone)
    routes[route.id] = state
  }

  /// The planned rounds that nobody has to walk any more, because the route keeps another schedule before they begin.
  func outgoingRounds(publishing route: Route, at instant: Date) -> [RoundID] {
    guard let state = routes[route.id], state.route.schedule != route.schedule else { return [] }
    return plannedRounds(on: route.id).filter { $0.begins > instant }.map(\.id)
  }

  mutating func evolve(_ id: RoundID, _ event: RoundEvent, at instant: Date, version: Int) {
    switch event {
    case .planned(let route, let name, let start):
      rounds[id] = Round(id, route: route, guardName: name, at: start, isPlanned: true)
      let next = routes[id.route]?.route.schedule?.next(after: start, in: zone)
      routes[id.route]?.nextStart = next
    case .started(let route, let name) where rounds[id] == nil:
      var round = Round(id, route: route, guardName: name, at: instant)
      // It may have been planned, and let go of since.
      round.apply(event, at: instant, version: version)
      rounds[id] = round
    default: rounds[id]?.apply(event, at: instant, version: version)
    }
    routes[id.route]?.give(id)
    settleRounds(of: id.route)
  }

  /// Lets go of every round of a route that ended, but of the latest, which shows only while none is open, and of those with a miss that
  /// the open shift hands over or may still excuse.
  private mutating func settleRounds(of route: String) {
    let walks = rounds.values.filter { $0.id.route == route && !$0.isPlanned }
    let open = walks.filter(\.isOpen).max { $0.begins < $1.begins }
    let ended = walks.filter { $0.endedAt != nil }.max {
      ($0.begins, $0.id.day, $0.id.number) < ($1.begins, $1.id.day, $1.id.number)
    }
    let latest = open ?? ended
    for walk in walks where walk.endedAt != nil && walk.id != latest?.id && !isHandedOver(walk, latest) {
      rounds[walk.id] = nil
    }
    routes[route]?.lastRound = latest?.id
  }

  /// Whether something was missed on a round that the open shift answers for, a week before the latest round at the most (*design*): a
  /// shift that nobody took over through the holidays hands over what was missed in them.
  private func isHandedOver(_ walk: Round, _ latest: Round?) -> Bool {
    guard let since = patrolSince, let latest else { return false }
    let first = max(since, latest.begins.addingTimeInterval(-7 * 86_400))
    return walk.points.contains { $0.state == .missed && $0.due >= first }
  }
}
