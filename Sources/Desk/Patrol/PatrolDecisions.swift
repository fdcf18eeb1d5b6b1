package import Foundation

extension Desk {
  /// Publishes a route that people wrote: each of its points can be asked for by its name. A log of rounds passes a place as often as the
  /// guard did.
  func publish(named draft: Route, at instant: Date) throws(Refusal) -> [Fact] {
    let facts = try publish(draft, at: instant)
    var seen: Set<String> = []
    for name in draft.plain.points.map(\.name) where !seen.insert(name).inserted {
      throw .pointNameTwice(route: draft.plain.id, name: name)
    }
    return facts
  }

  func publish(_ draft: Route, at instant: Date) throws(Refusal) -> [Fact] {
    var route = draft.plain
    route.id = routes.kept(route.id)
    guard !route.id.isEmpty else { throw .nameMissing }
    guard !route.points.isEmpty else { throw .routeEmpty(route.id) }
    var seen: Set<String> = []
    for point in route.points {
      guard !point.id.isEmpty else { throw .nameMissing }
      guard seen.insert(point.id).inserted else { throw .pointTwice(route: route.id, point: point.id) }
      guard (1...1440).contains(point.within) else {
        throw .windowOutOfRange(route: route.id, point: point.id, minutes: point.within)
      }
      guard (0..<point.within).contains(point.opens) else {
        throw .opensTooLate(route: route.id, point: point.id, minutes: point.opens)
      }
      if let asset = point.asset, try knownAsset(asset).retiredAt != nil { throw .assetRetired(asset) }
    }
    guard route.schedule?.isPossible != false else { throw .scheduleImpossible(route.id) }
    // What the route asked for so far is asked for by the route as it was.
    return routes[route.id]?.route == route
      ? [] : planning(of: route.id, upTo: instant).oldestFirst + [Fact(.route(route), at: instant)]
  }

  func startRound(_ routeID: String, guardName: String, at instant: Date) throws(Refusal) -> [Fact] {
    let state = try route(routeID)
    var (facts, desk) = passed(state.route.id, at: instant)
    if let open = desk.openRound(on: state.route.id) {
      guard open.nextPoint == nil else { throw .roundAlreadyOpen(open.id) }
      desk.take(Fact(.round(open.id, open.ending), at: instant), &facts)
    }
    _ = desk.begin(state.route.id, guardName: guardName.plainLine, at: instant, &facts)
    return facts
  }

  func checkIn(
    _ routeID: String, _ pointID: String, guardName: String, _ result: CheckInResult, _ note: String,
    _ method: String, at instant: Date
  ) throws(Refusal) -> [Fact] {
    let state = try route(routeID)
    let walked = state.lastRound.flatMap { rounds[$0] }
    if walked?.point(pointID)?.repeats(result, note, at: instant) == true { return [] }
    var (facts, desk) = passed(state.route.id, at: instant)
    if let open = desk.openRound(on: state.route.id) {
      let begun = open.startedAt ?? open.begins
      guard instant >= begun else { throw .beforeRound(open.id, begun) }
      // The guard is on the next planned round already: the last one waits for nobody.
      if open.nextPoint == nil, open.point(pointID)?.checkedAt != nil,
        desk.plannedRound(on: state.route.id, at: instant) != nil
      {
        desk.take(Fact(.round(open.id, open.ending), at: instant), &facts)
      }
    }
    let round =
      desk.openRound(on: state.route.id) ?? desk.unfinishedRound(on: state.route.id, pointID, at: instant)
      ?? desk.begin(state.route.id, guardName: guardName, at: instant, &facts)
    guard let point = round.point(pointID) else { throw .pointUnknown(route: routeID, point: pointID) }
    guard point.checkedAt == nil else { throw .pointAlreadyChecked(route: routeID, point: point.name) }
    let checked = RoundEvent.checkedIn(
      point: point.id, guardName: guardName, result: result, note: note, method: method)
    desk.take(Fact(.round(round.id, checked), at: instant), &facts)
    let after = desk.rounds[round.id]
    if after?.reached == round.points.count || round.isAbandoned && after?.ending == .completed {
      facts.append(Fact(.round(round.id, .completed), at: instant))
    }
    return facts
  }

  /// Decides that a check-in was a mistake, on the round that is walked or the latest one; time goes on from there.
  func takeBackCheckIn(_ id: RoundID, _ key: String, at instant: Date) throws(Refusal) -> [Fact] {
    guard let round = rounds[id] else { throw .roundUnknown(id) }
    guard routes[id.route]?.lastRound == id else { throw .roundOver(id) }
    guard let point = round.point(key) else { throw .pointUnknown(route: id.route, point: key) }
    guard let at = point.checkedAt else { throw .pointNotChecked(route: id.route, point: point.name) }
    guard instant >= at else { throw .beforeRound(id, at) }
    return [Fact(.round(id, .checkInTakenBack(point: point.id)), at: instant)]
  }

  func assign(_ id: RoundID, guardName: String, at instant: Date) throws(Refusal) -> [Fact] {
    guard let round = rounds[id] else { throw .roundUnknown(id) }
    let name = guardName.plainLine
    guard !name.isEmpty else { throw .nameMissing }
    guard round.endedAt == nil else { throw .roundOver(id) }
    return round.guardName == name ? [] : [Fact(.round(round.id, .assigned(guardName: name)), at: instant)]
  }

  func excuse(_ id: RoundID, _ key: String, reason: String, at instant: Date) throws(Refusal) -> [Fact] {
    guard let round = rounds[id] else { throw .roundUnknown(id) }
    guard let point = round.point(key) else { throw .pointUnknown(route: id.route, point: key) }
    let reason = reason.plainLine.freeText
    guard !reason.isEmpty else { throw .reasonMissing }
    guard point.state == .missed || point.state == .pending && instant > point.due else {
      throw .pointNotMissed(route: id.route, point: point.name)
    }
    let missed =
      point.state == .pending ? [Fact(.round(round.id, .missed(point: point.id)), at: point.due)] : []
    return missed + [Fact(.round(round.id, .missExcused(point: point.id, reason: reason)), at: instant)]
  }

  /// Begins the round that is planned for now, else one nobody planned.
  private mutating func begin(
    _ route: String, guardName: String, at instant: Date, _ facts: inout [Fact]
  ) -> Round {
    let state = routes[route]
    let planned = plannedRound(on: route, at: instant)
    let walked = planned?.route ?? state?.route ?? Route(id: route, name: route, points: [])
    let id =
      planned?.id ?? state?.nextID(on: CivilDate(instant, in: zone).number)
      ?? RoundID(day: CivilDate(instant, in: zone).number, route: route, number: 1)
    take(Fact(.round(id, .started(route: walked, guardName: guardName)), at: instant), &facts)
    return rounds[id] ?? Round(id, route: walked, guardName: guardName, at: instant)
  }

  /// What time did to the rounds of a route by an instant, and the desk after it.
  private func passed(_ route: String, at instant: Date) -> (facts: [Fact], desk: Desk) {
    var (facts, desk): ([Fact], Desk) = ([], self)
    let walks = rounds.values.filter { $0.id.route == route }.flatMap { $0.crossings(upTo: instant) }
    for fact in (planning(of: route, upTo: instant) + walks).oldestFirst { desk.take(fact, &facts) }
    return (facts, desk)
  }

  /// The round being walked on a route; nil when the guard is in.
  package func openRound(on route: String) -> Round? {
    guard let last = routes[route]?.lastRound, let round = rounds[last], round.isOpen else { return nil }
    return round
  }

  /// The round that was given up with a point unreached to which its guard has come after all; nil where another round is due, or where
  /// nobody had walked it, or once two hours have passed (*design*: then somebody begins anew, with whichever point).
  private func unfinishedRound(on route: String, _ point: String, at instant: Date) -> Round? {
    guard plannedRound(on: route, at: instant) == nil, let last = routes[route]?.lastRound,
      let round = rounds[last], round.isAbandoned, round.reached > 0, let endedAt = round.endedAt,
      instant.timeIntervalSince(endedAt) <= 2 * 3600
    else { return nil }
    return round.point(point)?.state == .missed ? round : nil
  }

  /// The planned round that one who starts now walks: the last whose time has come, else the next within half an hour (*design*).
  package func plannedRound(on route: String, at instant: Date) -> Round? {
    let planned = plannedRounds(on: route)
    return planned.last { $0.begins <= instant }
      ?? planned.first { $0.begins <= instant.addingTimeInterval(30 * 60) }
  }

  /// The rounds of a route that nobody started yet, soonest first.
  package func plannedRounds(on route: String) -> [Round] {
    rounds.values.filter { $0.id.route == route && $0.isPlanned }.sorted { $0.begins < $1.begins }
  }

  private func route(_ key: String) throws(Refusal) -> RouteState {
    guard let state = routes[key] ?? routes.values.first(where: { $0.route.name == key }) else {
      throw .routeUnknown(key)
    }
    return state
  }
}
