package import Foundation

extension Desk {
  func publish(_ draft: Route, at instant: Date) throws(Refusal) -> [Fact] {
    let route = draft.plain
    guard !route.id.isEmpty else { throw .nameMissing }
    guard !route.points.isEmpty else { throw .routeEmpty(route.id) }
    var seen: Set<String> = []
    for point in route.points {
      guard !point.id.isEmpty else { throw .nameMissing }
      guard seen.insert(point.id).inserted else { throw .pointTwice(route: route.id, point: point.id) }
      guard (1...1440).contains(point.within) else {
        throw .windowOutOfRange(route: route.id, point: point.id, minutes: point.within)
      }
    }
    return routes[route.id]?.route == route ? [] : [Fact(.route(route), at: instant)]
  }

  func startRound(_ routeID: String, guardName: String, at instant: Date) throws(Refusal) -> [Fact] {
    let state = try route(routeID)
    var (facts, open) = latestRound(state, at: instant)
    if let round = open {
      guard round.nextPoint == nil else { throw .roundAlreadyOpen(round.id) }
      facts.append(Fact(.round(round.id, .expired), at: instant))
      open = nil
    }
    let started = RoundEvent.started(route: state.route, guardName: guardName.plainLine)
    return facts + [Fact(.round(nextRound(state, at: instant), started), at: instant)]
  }

  func checkIn(
    _ routeID: String, _ pointID: String, _ event: (String) -> RoundEvent, guardName: String, at instant: Date
  ) throws(Refusal) -> [Fact] {
    let state = try route(routeID)
    var (facts, open) = latestRound(state, at: instant)
    var round: Round
    if let open {
      guard instant >= open.startedAt else { throw .roundAlreadyOpen(open.id) }
      round = open
    } else {
      let id = nextRound(state, at: instant)
      let name = guardName.plainLine
      facts.append(Fact(.round(id, .started(route: state.route, guardName: name)), at: instant))
      round = Round(id, route: state.route, guardName: name, at: instant)
    }
    guard let point = round.point(pointID) else { throw .pointUnknown(route: routeID, point: pointID) }
    guard point.checkedAt == nil else { throw .pointAlreadyChecked(route: routeID, point: point.name) }
    let checked = event(point.id)
    facts.append(Fact(.round(round.id, checked), at: instant))
    round.apply(checked, at: instant, version: round.version + 1)
    if round.reached == round.points.count {
      facts.append(Fact(.round(round.id, .completed), at: instant))
    }
    return facts
  }

  /// What time did to the last round of a route by an instant, and that round if it is open after it.
  private func latestRound(_ state: RouteState, at instant: Date) -> (facts: [Fact], open: Round?) {
    guard var round = openRound(on: state.route.id) else { return ([], nil) }
    let facts = round.crossings(upTo: instant)
    for fact in facts {
      guard case .round(_, let event) = fact.event else { continue }
      round.apply(event, at: fact.occurredAt, version: round.version + 1)
    }
    return (facts, round.isOpen ? round : nil)
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

  /// The next number on the day; a round phoned in for a day before the last one's counts on there, so that no number comes twice.
  private func nextRound(_ state: RouteState, at instant: Date) -> RoundID {
    let day = CivilDate(instant, in: zone).number
    guard let last = state.lastRound, last.day >= day else {
      return RoundID(day: day, route: state.route.id, number: 1)
    }
    return RoundID(day: last.day, route: state.route.id, number: last.number + 1)
  }
}

extension Round {
  /// How long a round stays open for late check-ins after its last window (*design*).
  package static let lateGrace: TimeInterval = 30 * 60

  /// The points whose time ran out by `now`, each missed at its true instant, and the end of the round when nobody came later either.
  package func crossings(upTo now: Date) -> [Fact] {
    guard isOpen else { return [] }
    var facts = points.filter { $0.state == .pending && now > $0.due }
      .map { Fact(.round(id, .missed(point: $0.id)), at: $0.due) }
    if now > expiresAt { facts.append(Fact(.round(id, .expired), at: expiresAt)) }
    return facts.oldestFirst
  }

  /// When the next pending point runs out, or the round itself; nil when it has ended.
  package var nextCrossing: Date? {
    isOpen ? points.filter { $0.state == .pending }.map(\.due).min() ?? expiresAt : nil
  }

  private var expiresAt: Date { (points.map(\.due).max() ?? startedAt).addingTimeInterval(Round.lateGrace) }
}
