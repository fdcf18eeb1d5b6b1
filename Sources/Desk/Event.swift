/// Something that happened at the desk, in the past tense, with the thing it happened to.
package enum Event: Equatable, Sendable {
  case ticket(TicketID, TicketEvent)
  case route(Route)
  case round(RoundID, RoundEvent)
  case staffJoined(StaffMember)
  case staffLeft(name: String)
  /// The holidays and make-up working days of a year were announced; the last announcement of a year counts.
  case calendarPublished(HolidayYear)
  /// The office promised anew, and settled all that goes with it: for tickets from then on.
  indirect case policyPublished(Policy)
  case household(Place, HouseholdEvent)
  indirect case planPublished(EmergencyPlan)
  case incident(IncidentID, IncidentEvent)
  case shift(ShiftID, ShiftEvent)
  case visit(VisitID, VisitEvent)
  indirect case asset(String, AssetEvent)
  /// The office keeps its own list of duties from now on.
  indirect case dutiesPublished([Duty])
  case duty(String, DutyEvent)
  /// The store was put back from a copy whose last event was `position`.
  case storeRestored(position: Int)

  /// The stream it belongs to.
  package var stream: Stream {
    switch self {
    case .ticket(let id, _): Stream(id)
    case .route(let route): Stream(route: route.id)
    case .round(let id, _): Stream(id)
    case .staffJoined, .staffLeft: .staff
    case .calendarPublished: .calendar
    case .policyPublished: .policy
    case .household(let place, _): Stream(household: place)
    case .planPublished(let plan): Stream(plan: plan.id)
    case .incident(let id, _): Stream(id)
    case .shift(let id, _): Stream(id)
    case .visit(let id, _): Stream(id)
    case .asset(let id, _): Stream(asset: id)
    case .dutiesPublished: .duties
    case .duty(let id, _): Stream(duty: id)
    case .storeRestored: .store
    }
  }

  /// The keys of the contacts that a ticket or a visit speaks of.
  package var contactKeys: [String] {
    switch self {
    case .visit(_, .arrived(let arrival)): [arrival.contact].compactMap(\.self)
    case .ticket(_, .reported(let report)): [report.contact].compactMap(\.self)
    case .ticket(_, .reporterJoined(let key?, _)): [key]
    case .ticket(_, .paper(.amended(let amendment))): [amendment.caller ?? ""].filter { !$0.isEmpty }
    case .ticket(_, .absorbed(_, _, let reporters, _, _)), .ticket(_, .unmerged(_, let reporters)):
      reporters.compactMap(\.contact)
    default: []
    }
  }

  /// Whether the desk itself recorded it because time passed, and nobody did anything.
  package var isCrossing: Bool {
    switch self {
    case .ticket(_, .warned), .ticket(_, .breached), .ticket(_, .escalated), .round(_, .planned),
      .round(_, .missed),
      .round(_, .expired),
      .incident(_, .warned), .incident(_, .breached), .duty(_, .overdue):
      true
    default: false
    }
  }
}
