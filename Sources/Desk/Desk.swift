package import Foundation

/// The front desk as a value: everything open, folded from the record. It decides and evolves; it does no IO.
package struct Desk: Equatable, Sendable {
  /// With their calendars in the desk's zone, and the holidays published here.
  package internal(set) var policies: Policies
  /// The zone the desk lives in; days and round numbers are counted there.
  package private(set) var zone: TimeZone
  /// Open tickets only; an ended one leaves with its last event.
  package internal(set) var tickets: [TicketID: Ticket] = [:]
  /// The planned rounds of every route, and its open one or the latest that ended.
  package internal(set) var rounds: [RoundID: Round] = [:]
  /// Routes in force by id.
  package internal(set) var routes: [String: RouteState] = [:]
  /// The register of equipment by id.
  package internal(set) var assets: [String: AssetState] = [:]
  /// Every recurring duty and what became of it.
  package internal(set) var ledger = DutyLedger()
  /// Everyone who can be given work, in the order they joined.
  package internal(set) var staff: [StaffMember] = []
  /// How many events the staff list has.
  package internal(set) var staffVersion = 0
  /// The years announced in this record, by year; those that ship with the program are not among them.
  package internal(set) var announced: [HolidayYear] = []
  /// How many events the calendar has.
  package internal(set) var calendarVersion = 0
  /// The plans published here, by key; those that ship with the program are not among them.
  package internal(set) var publishedPlans: [String: PlanState] = [:]
  /// Every open incident, and the latest that ended.
  package internal(set) var incidents: [IncidentID: Incident] = [:]
  /// The latest shift of each name.
  package internal(set) var shifts: [ShiftID: Shift] = [:]
  /// Every visitor inside, and the latest that left.
  package internal(set) var visits: [VisitID: Visit] = [:]
  /// The last number given out, by kind.
  package internal(set) var lastNumber: [TicketKind: Int] = [:]
  /// How many events a place's people have: only of those a command is being decided on; there are too many to hold.
  package internal(set) var households: [Place: Int] = [:]
  var ticketAgenda = TicketAgenda()

  package init(policy: Policy = .standard, zone: TimeZone = .gmt) {
    policies = Policies(policy)
    self.zone = zone
    policies.settle(in: zone, .china)
  }
}

extension Desk {
  /// Takes a ticket as it was folded elsewhere: an open one at opening, an ended one before it is reopened.
  package mutating func adopt(_ ticket: Ticket) {
    tickets[ticket.id] = ticket
    lastNumber[ticket.kind] = max(lastNumber[ticket.kind] ?? 0, ticket.id.number)
    placeNewest()
    ticketAgenda.newest = ticket.id
  }

  /// Takes a round as it was folded elsewhere.
  package mutating func adopt(_ round: Round) { rounds[round.id] = round }

  /// Takes a route as it was folded elsewhere.
  package mutating func adopt(_ route: RouteState) { routes[route.route.id] = route }

  /// Takes the staff as it was folded elsewhere.
  package mutating func adopt(staff: [StaffMember], version: Int) {
    self.staff = staff
    staffVersion = version
  }

  /// Takes the announced years as they were folded elsewhere.
  package mutating func adopt(announced years: [HolidayYear], version: Int) {
    announced = years
    calendarVersion = version
    settle()
  }

  /// Takes a plan as it was folded elsewhere.
  package mutating func adopt(_ plan: PlanState) { publishedPlans[plan.plan.id] = plan }

  /// Takes an incident as it was folded elsewhere.
  package mutating func adopt(_ incident: Incident) { incidents[incident.id] = incident }

  /// Takes a shift as it was folded elsewhere.
  package mutating func adopt(_ shift: Shift) { shifts[shift.id] = shift }

  /// Reads every clock with the years announced so far.
  mutating func settle() {
    var years = HolidayYears.china
    for year in announced { years.publish(year) }
    policies.settle(in: zone, years)
    for (id, ticket) in tickets { ticketAgenda.place(id, at: ticket.nextCrossing(policies)) }
  }

  /// Takes the last number given out for a kind.
  package mutating func adopt(lastNumber number: Int, of kind: TicketKind) {
    lastNumber[kind] = max(lastNumber[kind] ?? 0, number)
  }

  /// Lets go of tickets that have ended: they were brought in only to be decided on.
  package mutating func dropEnded(_ ids: [TicketID]) {
    for id in ids where tickets[id]?.isEnded == true { remove(id) }
  }

  /// Takes a ticket off the desk.
  @discardableResult
  mutating func remove(_ id: TicketID) -> Ticket? {
    ticketAgenda.place(id, at: nil)
    return tickets.removeValue(forKey: id)
  }

  /// The number of events on a stream as far as the desk holds the thing; 0 for one it does not hold.
  package func version(of stream: Stream) -> Int {
    if let id = stream.ticket { return tickets[id]?.version ?? 0 }
    if let id = stream.round { return rounds[id]?.version ?? 0 }
    if let route = stream.route { return routes[route]?.version ?? 0 }
    if let id = stream.incident { return incidents[id]?.version ?? 0 }
    if let id = stream.shift { return shifts[id]?.version ?? 0 }
    if let id = stream.visit { return visits[id]?.version ?? 0 }
    if let plan = stream.plan { return publishedPlans[plan]?.version ?? 0 }
    if let duty = stream.duty { return ledger.states[duty]?.version ?? 0 }
    if let asset = stream.asset { return assets[asset]?.version ?? 0 }
    if let place = stream.household { return households[place] ?? 0 }
    switch stream {
    case .staff: return staffVersion
    case .calendar: return calendarVersion
    case .policy: return policies.version
    case .duties: return ledger.version
    default: return 0
    }
  }

  /// The streams of everything it holds besides tickets: what the record keeps a folded state of.
  package var things: [Stream] {
    let shared = [Stream.policy, .staff, .calendar, .duties].filter { version(of: $0) > 0 }
    return shared + routes.keys.map(Stream.init(route:)) + rounds.keys.map(Stream.init(_:))
      + publishedPlans.keys.map(Stream.init(plan:)) + incidents.keys.map(Stream.init(_:))
      + shifts.keys.map(Stream.init(_:)) + assets.keys.map(Stream.init(asset:))
      + ledger.states.keys.map(Stream.init(duty:)) + visits.keys.map(Stream.init(_:))
  }

  /// The things besides tickets that an event will change: what it happens to, and what makes room for it.
  package func things(touchedBy event: Event) -> [Stream] {
    switch event {
    case .ticket(_, .reported(let report)): return report.asset.map { [Stream(asset: assets.kept($0))] } ?? []
    case .ticket, .household, .storeRestored: return []
    case .round(let id, _):
      let walks = rounds.keys.filter { $0.route == id.route && $0 != id && rounds[$0]?.isPlanned != true }
      return [Stream(id), Stream(route: id.route)] + walks.map(Stream.init(_:))
    case .route(let route):
      // Which rounds go depends on when it was published: all that are planned are looked at.
      return [event.stream] + plannedRounds(on: route.id).map { Stream($0.id) }
    case .incident(let id, .closed):
      return [event.stream] + (outgoingIncident(closing: id).map { [Stream($0)] } ?? [])
    case .shift(let id, .started):
      return [event.stream] + (outgoingShift(starting: id).map { [Stream($0)] } ?? [])
    case .visit(let id, .left), .visit(let id, .takenBack):
      return [event.stream] + (outgoingVisit(ending: id).map { [Stream($0)] } ?? [])
    default: return [event.stream]
    }
  }
}
