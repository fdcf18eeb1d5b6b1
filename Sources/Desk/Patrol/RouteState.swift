/// A route in force, and the last round walked on it.
package struct RouteState: Equatable, Codable, Sendable {
  package var route: Route
  package var version: Int
  package var lastRound: RoundID?
}
