package import Foundation

extension Desk {
  func publish(_ route: Route, at instant: Date) throws(Refusal) -> [Fact] {
    guard !route.id.plainLine.isEmpty else { throw .nameMissing }
    guard !route.points.isEmpty else { throw .routeEmpty(route.id) }
    var seen: Set<String> = []
    for point in route.points {
      guard seen.insert(point.id).inserted else { throw .pointTwice(route: route.id, point: point.id) }
      guard (1...1440).contains(point.within) else {
        throw .windowOutOfRange(route: route.id, point: point.id, minutes: point.within)
      }
    }
    return routes[route.id]?.route == route ? [] : [Fact(.route(route), at: instant)]
  }

  func startRound(_ routeID: String, guardName: String, at instant: Date) throws(Refusal) -> [Fact] {
    let state = try route(routeID)
    if let open = openRound(on: state.route.id) { throw .roundAlreadyOpen(open.id) }
    return [
      Fact(
        .round(nextRound(state, at: instant), .started(route: state.route, guardName: guardName.plainLine)),
        at: instant)
    ]
  }

  func checkIn(
    _ routeID: String, _ pointID: String, _ event: (String) -> RoundEvent, guardName: String, at instant: Date
  ) throws(Refusal) -> [Fact] {
    let state = try route(routeID)
    var facts: [Fact] = []
    var round: Round
    if let open = openRound(on: state.route.id) {
      round = open
      facts += round.crossings(upTo: instant).filter { !$0.event.isRoundEnd }
    } else {
      let id = nextRound(state, at: instant)
      facts += [Fact(.round(id, .started(route: state.route, guardName: guardName.plainLine)), at: instant)]
      round = Round(id, route: state.route, guardName: guardName, at: instant)
    }
    guard let point = round.point(pointID) else { throw .pointUnknown(route: routeID, point: pointID) }
    guard point.checkedAt == nil else { throw .pointAlreadyChecked(route: routeID, point: point.name) }
    let checked = event(point.id)
    facts.append(Fact(.round(round.id, checked), at: instant))
    for fact in facts {
      if case .round(_, let event) = fact.event { round.apply(event, at: fact.occurredAt, version: 0) }
    }
    if round.points.allSatisfy({ $0.checkedAt != nil }) {
      facts.append(Fact(.round(round.id, .completed), at: instant))
    } else if round.points.allSatisfy({ $0.state != .pending }) {
      facts.append(Fact(.round(round.id, .expired), at: instant))
    }
    return facts
  }

  /// The round being walked on a route; nil when the guard is in.
  package func openRound(on route: String) -> Round? {
    guard let last = routes[route]?.lastRound, let round = rounds[last], round.isOpen else { return nil }
    return round
  }

  private func route(_ key: String) throws(Refusal) -> RouteState {
    guard let state = routes[key] ?? routes.values.first(where: { $0.route.name == key }) else {
      throw .routeUnknown(key)
    }
    return state
  }

  private func nextRound(_ state: RouteState, at instant: Date) -> RoundID {
    let day = CivilDate(instant, in: zone).number
    let last = state.lastRound.flatMap { $0.day == day ? $0.number : nil } ?? 0
    return RoundID(day: day, route: state.route.id, number: last + 1)
  }
}

extension Event {
  fileprivate var isRoundEnd: Bool {
    if case .round(_, .expired) = self { true } else { false }
  }
}

extension Round {
  /// The points whose time ran out by `now`, each missed at its true instant, and the end of the round after the last.
  package func crossings(upTo now: Date) -> [Fact] {
    guard isOpen else { return [] }
    let missed = points.filter { $0.state == .pending && now > $0.due }.sorted { $0.due < $1.due }
    var facts = missed.map { Fact(.round(id, .missed(point: $0.id)), at: $0.due) }
    let pending = points.filter { $0.state == .pending }.count - missed.count
    if pending == 0, let end = missed.last?.due ?? points.compactMap(\.checkedAt).max() {
      facts.append(Fact(.round(id, .expired), at: end))
    }
    return facts
  }

  /// When the next pending point runs out; nil when none will.
  package var nextCrossing: Date? {
    isOpen ? points.filter { $0.state == .pending }.map(\.due).min() : nil
  }
}
