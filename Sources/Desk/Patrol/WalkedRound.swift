package import Foundation

/// A round out of another system's log of checkpoints, walked to its end.
package struct WalkedRound: Equatable, Sendable {
  /// The log, and the round's number there.
  package var source: LogNumber
  /// With the points of that day; published when the desk knows no such route.
  package var route: Route
  package var guardName: String
  package var start: Date
  /// When each point was reached, by its id.
  package var reached: [String: Date]
  /// The guard gave up.
  package var isAbandoned: Bool
  package var method: String

  package init(
    source: LogNumber, route: Route, guardName: String, start: Date, reached: [String: Date],
    isAbandoned: Bool, method: String
  ) {
    (self.source, self.route, self.guardName, self.start) = (source, route, guardName, start)
    (self.reached, self.isAbandoned, self.method) = (reached, isAbandoned, method)
  }
}

extension Desk {
  /// Turns a walked round into what happened on it, each thing at its true instant.
  func importRound(_ walked: WalkedRound) throws(Refusal) -> [Fact] {
    var route = walked.route.plain
    route.id = routes.kept(route.id)
    var facts: [Fact] = []
    if routes[route.id] == nil { facts = try publish(route, at: walked.start) }
    let day = CivilDate(walked.start, in: zone).number
    let id = routes[route.id]?.nextID(on: day) ?? RoundID(day: day, route: route.id, number: 1)
    let name = walked.guardName.plainLine
    facts.append(Fact(.round(id, .started(route: route, guardName: name)), at: walked.start))
    let round = Round(id, route: route, guardName: name, at: walked.start)
    var steps: [Fact] = []
    for point in round.points {
      let missed = Fact(.round(id, .missed(point: point.id)), at: point.due)
      guard let at = walked.reached[point.id] else {
        steps.append(missed)
        continue
      }
      guard at >= walked.start else { throw .reachedBeforeStart(route: route.id, point: point.name) }
      if at > point.due { steps.append(missed) }
      let checked = RoundEvent.checkedIn(
        point: point.id, guardName: name, result: .ok, note: "", method: walked.method.plainLine)
      steps.append(Fact(.round(id, checked), at: at))
    }
    steps = steps.oldestFirst
    let end = steps.last?.occurredAt ?? walked.start
    return facts + steps + [Fact(.round(id, walked.isAbandoned ? .expired : .completed), at: end)]
  }
}
