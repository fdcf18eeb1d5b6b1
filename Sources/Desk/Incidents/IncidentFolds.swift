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

  /// The incident that leaves when another closes; nil while there is room.
  func outgoingIncident(closing id: IncidentID) -> IncidentID? {
    incidents.outgoing(ending: id, keeping: Desk.keptIncidents, \.closedAt)
  }
}
