/// The views of the dashboard, each under its digit.
package enum View: String, CaseIterable, Sendable {
  case tickets, timers, patrol, complaints
}
