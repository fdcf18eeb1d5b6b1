import Foundation

extension Desk {
  /// Ended incidents that stay in sight; earlier ones are in the record (*design*).
  package static let keptIncidents = 20

  mutating func evolve(_ id: IncidentID, _ event: IncidentEvent, at instant: Date, version: Int) {
    if case .declared(let declared) = event {
      incidents[id] = Incident(id, declared, at: instant)
      return
    }
    incidents[id]?.apply(event, at: instant, version: version)
    if case .closed = event, let oldest = outgoingIncident(closing: id) { incidents[oldest] = nil }
  }

  /// The incident that ended first, which leaves when another closes; nil while there is room. The last number given out never leaves.
  func outgoingIncident(closing id: IncidentID) -> IncidentID? {
    let last = incidents.keys.max()
    let ended = incidents.values.filter { !$0.isOpen && $0.id != id }
    guard ended.count >= Desk.keptIncidents else { return nil }
    return ended.filter { $0.id != last }.min {
      ($0.closedAt ?? $0.declaredAt, $0.id) < ($1.closedAt ?? $1.declaredAt, $1.id)
    }?.id
  }
}
