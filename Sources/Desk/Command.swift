/// What someone asks of the desk; the clerk carries it out or refuses.
package enum Command: Equatable, Sendable {
  indirect case report(NewTicket)
  indirect case importTicket(ImportedTicket)
  case ticket(TicketID, TicketCommand)
  case publishRoute(Route)
  case startRound(route: String, guardName: String)
  case checkIn(
    route: String, point: String, guardName: String, result: CheckInResult, note: String, method: String)
  /// Says that a check-in was a mistake.
  case takeBackCheckIn(RoundID, point: String)
  case assignRound(RoundID, guardName: String)
  case excuseMiss(RoundID, point: String, reason: String)
  indirect case importRound(WalkedRound)
  case joinStaff(StaffMember)
  case leaveStaff(name: String)
  case publishCalendar(HolidayYear)
  indirect case publishPolicy(Policy)
  case household(Place, HouseholdCommand)
  indirect case publishPlan(EmergencyPlan)
  case declareIncident(NewIncident)
  case incident(IncidentID, IncidentCommand)
  case startShift(ShiftName, on: [String])
  case shift(ShiftID, ShiftCommand)
  case registerVisit(Arrival)
  case endVisit(VisitID)
  /// Takes back what was written down last of a visit.
  case takeBackVisit(VisitID)
  indirect case asset(String, AssetCommand)
  indirect case publishDuties([Duty])
  case duty(String, DutyCommand)
  /// Records every crossing of a clock or a window that is due by the submission's `occurredAt`.
  case recordCrossings

  /// The stream it is about, where that is known before it is decided.
  package var stream: Stream? {
    switch self {
    case .ticket(let id, _): Stream(id)
    case .publishRoute(let route): Stream(route: route.id)
    case .assignRound(let id, _), .excuseMiss(let id, _, _), .takeBackCheckIn(let id, _): Stream(id)
    case .joinStaff, .leaveStaff: .staff
    case .publishCalendar: .calendar
    case .publishPolicy: .policy
    case .household(let place, _): Stream(household: place)
    case .publishPlan(let plan): Stream(plan: plan.id)
    case .incident(let id, _): Stream(id)
    case .shift(let id, _): Stream(id)
    case .endVisit(let id), .takeBackVisit(let id): Stream(id)
    case .asset(let id, _): Stream(asset: id)
    case .publishDuties: .duties
    case .duty(let id, _): Stream(duty: id)
    case .report, .importTicket, .startRound, .checkIn, .importRound, .declareIncident, .startShift,
      .registerVisit,
      .recordCrossings:
      nil
    }
  }

  /// The tickets it needs in the desk, open or not.
  package var tickets: [TicketID] {
    switch self {
    case .ticket(let id, .merge(let other, _)): [id, other]
    case .ticket(let id, _): [id]
    case .incident(_, .link(let id, _)): [id]
    case .declareIncident(let incident): incident.cause.map { [$0] } ?? []
    default: []
    }
  }
}
