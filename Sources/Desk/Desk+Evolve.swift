package import Foundation

extension Desk {
  /// Takes in one event that was recorded elsewhere. `revived` holds ended tickets as they stood before an event of theirs: each comes
  /// back just before its next event, so a ticket may end and be reopened within the same events. Answers the number of the one that
  /// came back, for `dropEnded` when all events are taken in.
  package mutating func evolve(_ event: RecordedEvent, revived: [Ticket]) -> TicketID? {
    var brought: TicketID?
    if case .ticket(let id, _) = event.event, tickets[id] == nil,
      let ticket = revived.first(where: { $0.id == id && $0.version == event.version - 1 })
    {
      adopt(ticket)
      brought = id
    }
    evolve(event)
    return brought
  }

  /// Takes in what was recorded; total, because it has happened. Answers the ticket that ended with it and left the desk.
  @discardableResult
  package mutating func evolve(_ recorded: RecordedEvent) -> Ticket? {
    if recorded.position == 1 { adopt(beganAt: recorded.recordedAt) }
    return evolve(recorded.event, at: recorded.occurredAt, version: recorded.version)
  }

  /// Takes in one event as the `version`-th of its stream. Answers the ticket that ended with it and left the desk.
  @discardableResult
  package mutating func evolve(_ event: Event, at instant: Date, version: Int) -> Ticket? {
    if case .ticket(let id, let event) = event { return evolve(id, event, at: instant, version: version) }
    evolve(thing: event, at: instant, version: version)
    return nil
  }

  private mutating func evolve(thing event: Event, at instant: Date, version: Int) {
    switch event {
    case .route(let route): evolve(route, at: instant, version: version)
    case .round(let id, let event): evolve(id, event, at: instant, version: version)
    case .staffJoined(let member): evolve(joined: member, version: version)
    case .staffLeft(let name):
      staff.removeAll { $0.name == name }
      staffVersion = version
    case .calendarPublished(let year): evolve(announced: year, version: version)
    case .policyPublished(let policy): policies.publish(policy, from: instant)
    case .dutiesPublished(let duties): evolve(published: duties, at: instant, version: version)
    case .duty(let id, let event): evolve(id, event, at: instant, version: version)
    case .asset(let id, let event): evolve(id, event, at: instant, version: version)
    case .household(let place, _): if households[place] != nil { households[place] = version }
    case .planPublished(let plan): publishedPlans[plan.id] = PlanState(plan: plan, version: version)
    case .incident(let id, let event): evolve(id, event, at: instant, version: version)
    case .shift(let id, let event): evolve(id, event, at: instant, version: version)
    case .visit(let id, let event): evolve(id, event, at: instant, version: version)
    case .ticket, .storeRestored: break
    }
  }

  private mutating func evolve(
    _ id: TicketID, _ event: TicketEvent, at instant: Date, version: Int
  ) -> Ticket? {
    if case .reported(let report) = event {
      if let asset = report.asset { note(id, onAsset: asset, at: instant) }
      adopt(Ticket(id, report, at: instant))
      return nil
    }
    guard let next = tickets[id]?.takeIn(event, at: instant, version: version, policies) else { return nil }
    if next.hasEnded { return remove(id) }
    ticketAgenda.place(id, at: next.crossing)
    return nil
  }

  private mutating func evolve(joined member: StaffMember, version: Int) {
    staffVersion = version
    if let index = staff.firstIndex(where: { $0.name == member.name }) {
      staff[index] = member
    } else {
      staff.append(member)
    }
  }
}

extension Desk {
  private mutating func evolve(announced year: HolidayYear, version: Int) {
    announced.removeAll { $0.year == year.year }
    announced.append(year)
    announced.sort { $0.year < $1.year }
    calendarVersion = version
    settle()
  }
}

extension Ticket {
  /// Takes in what happened where the ticket is kept, because copying one in and out costs more than the event. Answers whether that ended
  /// it, and when its next clock is passed.
  fileprivate mutating func takeIn(
    _ event: TicketEvent, at instant: Date, version: Int, _ policies: Policies
  ) -> (hasEnded: Bool, crossing: Date?) {
    apply(event, at: instant, version: version)
    guard isEnded else { return (false, nextCrossing(policies)) }
    // What does not end a ticket leaves an ended one where it was brought: it goes with `dropEnded`.
    return (!event.leavesWork, nil)
  }
}

extension TicketEvent {
  /// Whether it leaves the work as it was, so that it ends nothing and there is nothing of it to take back.
  package var leavesWork: Bool {
    switch self {
    case .complained(_, ends: false), .noted, .policyApplied, .warned, .breached, .escalated, .acknowledged,
      .breachRescinded, .breachRestored:
      true
    default: false
    }
  }
}
