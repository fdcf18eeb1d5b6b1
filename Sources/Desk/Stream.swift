/// The name of one thing's events in the record: a ticket's number, a round's, `route:A`, `plan:fire`, an incident's,
/// a shift's, a visit's, a household's, of equipment or a duty, `staff`, `calendar`, `policy` or `store`.
package struct Stream: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let staff = Stream(rawValue: "staff")
  package static let policy = Stream(rawValue: "policy")
  package static let calendar = Stream(rawValue: "calendar")
  package static let duties = Stream(rawValue: "duties")
  package static let store = Stream(rawValue: "store")

  /// Names a ticket's events.
  package init(_ ticket: TicketID) { rawValue = ticket.description }
  /// Names a round's events.
  package init(_ round: RoundID) { rawValue = round.description }
  /// Names the events of those who live or work at a place.
  package init(household place: Place) { rawValue = "household:\(place.text)" }
  /// Names the events of a duty.
  package init(duty: String) { rawValue = "duty:\(duty)" }
  /// Names the events of a piece of equipment.
  package init(asset: String) { rawValue = "asset:\(asset)" }
  package init(route: String) { rawValue = "route:\(route)" }
  /// Names an incident's events.
  package init(_ incident: IncidentID) { rawValue = incident.description }
  /// Names a shift's events.
  package init(_ shift: ShiftID) { rawValue = shift.description }
  /// Names a visit's events.
  package init(_ visit: VisitID) { rawValue = visit.description }
  package init(plan: String) { rawValue = "plan:\(plan)" }

  /// The ticket this stream belongs to, nil for any other thing.
  package var ticket: TicketID? { TicketID(rawValue) }
  /// The round this stream belongs to, nil for any other thing.
  package var round: RoundID? { RoundID(rawValue) }
  /// The duty this stream belongs to, nil for any other thing.
  package var duty: String? { key(after: "duty:") }
  /// The equipment this stream belongs to, nil for any other thing.
  package var asset: String? { key(after: "asset:") }
  /// The place whose people this stream is about, nil for any other thing.
  package var household: Place? { key(after: "household:").map(Place.init(stored:)) }
  /// The route this stream belongs to, nil for any other thing.
  package var route: String? { key(after: "route:") }
  /// The incident this stream belongs to, nil for any other thing.
  package var incident: IncidentID? { IncidentID(rawValue) }
  /// The visit this stream belongs to, nil for any other thing.
  package var visit: VisitID? { VisitID(rawValue) }
  /// The shift this stream belongs to, nil for any other thing.
  package var shift: ShiftID? { ShiftID(rawValue) }
  /// The plan this stream belongs to, nil for any other thing.
  package var plan: String? { key(after: "plan:") }

  private func key(after prefix: String) -> String? {
    rawValue.hasPrefix(prefix) ? String(rawValue.dropFirst(prefix.count)) : nil
  }
}
