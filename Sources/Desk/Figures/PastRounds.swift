/// Every round there was, folded from its events: for figures over the past.
package struct PastRounds: Sendable {
  package private(set) var rounds: [RoundID: Round] = [:]

  package init() {}

  /// Takes in the next event; what is not about a round changes nothing.
  package mutating func take(_ recorded: RecordedEvent) {
    guard case .round(let id, let event) = recorded.event else { return }
    switch event {
    case .planned(let route, let name, let start):
      rounds[id] = Round(id, route: route, guardName: name, at: start, isPlanned: true)
    case .started(let route, let name) where rounds[id] == nil:
      rounds[id] = Round(id, route: route, guardName: name, at: recorded.occurredAt)
    default: rounds[id]?.apply(event, at: recorded.occurredAt, version: recorded.version)
    }
  }
}
