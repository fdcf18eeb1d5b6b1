import Foundation

extension Desk {
  mutating func evolve(_ route: Route, at instant: Date, version: Int) {
    var state = routes[route.id] ?? RouteState(route, version: version, at: instant)
    (state.route, state.version, state.publishedAt) = (route, version, instant)
    let planned = plannedRounds(on: route.id).last?.begins ?? instant
    state.nextStart = route.schedule?.next(after: max(instant, planned), in: zone)
    routes[route.id] = state
  }

  mutating func evolve(_ id: RoundID, _ event: RoundEvent, at instant: Date, version: Int) {
    switch event {
    case .planned(let route, let name, let start):
      rounds[id] = Round(id, route: route, guardName: name, at: start, isPlanned: true)
      let next = routes[id.route]?.route.schedule?.next(after: start, in: zone)
      routes[id.route]?.nextStart = next
    case .started(let route, let name) where rounds[id] == nil:
      rounds[id] = Round(id, route: route, guardName: name, at: instant)
    default: rounds[id]?.apply(event, at: instant, version: version)
    }
    routes[id.route]?.give(id)
    settleRounds(of: id.route)
  }

  /// Lets go of every round of a route that ended but the latest, which shows only while none is open.
  private mutating func settleRounds(of route: String) {
    let walks = rounds.values.filter { $0.id.route == route && !$0.isPlanned }
    let open = walks.filter(\.isOpen).max { $0.begins < $1.begins }
    let ended = walks.filter { $0.endedAt != nil }.max {
      ($0.begins, $0.id.day, $0.id.number) < ($1.begins, $1.id.day, $1.id.number)
    }
    for walk in walks where walk.endedAt != nil && (open != nil || walk.id != ended?.id) {
      rounds[walk.id] = nil
    }
    routes[route]?.lastRound = open?.id ?? ended?.id
  }
}
