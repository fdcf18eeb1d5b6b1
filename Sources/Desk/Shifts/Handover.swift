import Foundation

extension Desk {
  /// A clock due later than this after the handover is the shift's after next (*design*).
  private static let handoverReach: TimeInterval = 12 * 3600
  /// A clock due sooner than this is red: it breaks before the next shift has settled in (*design*).
  private static let handoverUrgent: TimeInterval = 30 * 60
  /// A further clock of a ticket that is due sooner than this is named too: the next shift's first hour (*design*).
  private static let handoverFurther: TimeInterval = 3600
  /// As many clocks as can still be read out; the rest is a number (*design*).
  private static let handoverClocks = 60

  /// What is handed over at an instant, from everything open: incidents, clocks, promised times, work that waits, follow-ups, whatever
  /// else is open, the patrol, duties, visitors.
  func handoverItems(at now: Date) -> [HandoverItem] {
    incidentItems + clockItems(at: now) + promiseItems(at: now) + heldItems
      + followUpItems + openItems(at: now) + patrolItems + dutyItems(at: now) + insideItems(at: now)
  }

  /// Visitors who should have left by now; the next shift looks for them.
  private func insideItems(at now: Date) -> [HandoverItem] {
    inside.filter { staysTooLong($0, at: now) }.map { visit in
      HandoverItem(
        .inside, visit.id.description, "\(visit.arrival.place.text) \(visit.arrival.text)".plainLine.trimmed,
        clock: visit.arrival.purpose.rawValue, at: visit.arrivedAt, isRed: true)
    }
  }

  private var incidentItems: [HandoverItem] {
    openIncidents.map { incident in
      HandoverItem(
        .incident, incident.id.description, "\(incident.plan.name.text) \(incident.declared.place.text)",
        clock: incident.isDrill ? "drill" : "", at: incident.declaredAt, isRed: !incident.isDrill)
    }
  }

  /// The governing clock of every ticket that is late or soon due, what breaks first first.
  private func clockItems(at now: Date) -> [HandoverItem] {
    var found: [(ticket: Ticket, clock: Clock)] = []
    for ticket in tickets.values {
      if let clock = handedClock(of: ticket, at: now) { found.append((ticket, clock)) }
    }
    found.sort { ($0.clock.due, $0.ticket.id) < ($1.clock.due, $1.ticket.id) }
    return readOut(found, isRed: true) { ticket, clock in
      let isLate = clock.isBreached || now > clock.due
      return HandoverItem(
        isLate ? .late : .due, ticket.id.description, ticket.called, clock: clock.id.rawValue, at: clock.due,
        isRed: isLate || clock.due <= now.addingTimeInterval(Desk.handoverUrgent),
        further: furtherClocks(of: ticket, besides: clock, at: now))
    }
  }

  /// The governing clock of a ticket, where it is late or soon due.
  private func handedClock(of ticket: Ticket, at now: Date) -> Clock? {
    guard let clock = ticket.governingClock(policy(of: ticket)), !clock.isStill,
      clock.due <= now.addingTimeInterval(Desk.handoverReach)
    else { return nil }
    return clock
  }

  /// What else the ticket owes by now, or as soon as the next shift has begun.
  private func furtherClocks(of ticket: Ticket, besides governing: Clock, at now: Date) -> [HandoverClock] {
    ticket.clocksByDue(policy(of: ticket)).filter { clock in
      clock.isOpen && !clock.isStill && clock.id != governing.id
        && clock.due <= now.addingTimeInterval(Desk.handoverFurther)
    }.map { HandoverClock($0.id.rawValue, at: $0.due) }
  }

  /// Every open ticket that no other line speaks of, with who has it, the oldest first: it owes no clock in time for this handover, and
  /// is not over.
  private func openItems(at now: Date) -> [HandoverItem] {
    let others = tickets.values.filter { ticket in
      let isPromised = ticket.standingPromise != nil
      return !ticket.isEnded && !isPromised && ticket.work.openHold == nil
        && ticket.nextStep(policy(of: ticket).limits) != .followUp && handedClock(of: ticket, at: now) == nil
    }
    return readOut(others.sorted { ($0.reportedAt, $0.id) < ($1.reportedAt, $1.id) }) { ticket in
      HandoverItem(
        .open, ticket.id.description,
        ticket.work.assignee.map { "\(ticket.called)  \($0.plainLine)" } ?? ticket.called,
        clock: ticket.nextStep(policy(of: ticket).limits).rawValue,
        at: ticket.work.completedAt ?? ticket.reportedAt)
    }
  }

  /// As many lines as can still be read out, and how many are left.
  private func readOut<Thing>(
    _ things: [Thing], isRed: Bool = false, _ item: (Thing) -> HandoverItem
  ) -> [HandoverItem] {
    let items = things.prefix(Desk.handoverClocks).map(item)
    let rest = things.count - items.count
    return items + (rest > 0 ? [HandoverItem(.more, "", "\(rest)", isRed: isRed)] : [])
  }

  /// The times promised to owners, what comes first first.
  private func promiseItems(at now: Date) -> [HandoverItem] {
    let promised = tickets.values.compactMap { ticket in
      ticket.standingPromise.map { (ticket, $0.promise) }
    }
    return promised.sorted { ($0.1.at, $0.0.id) < ($1.1.at, $1.0.id) }.map { ticket, promise in
      HandoverItem(
        .promise, ticket.id.description, "\(ticket.called)  \(promise.text)".plainLine, at: promise.at,
        isRed: promise.at <= now.addingTimeInterval(Desk.handoverUrgent))
    }
  }

  /// Whose reporter is to be asked how it went, the longest done first (S033).
  private var followUpItems: [HandoverItem] {
    let done = tickets.values.filter { $0.nextStep(policy(of: $0).limits) == .followUp }
      .map { (ticket: $0, at: $0.work.completedAt ?? $0.reportedAt) }
      .sorted { ($0.at, $0.ticket.id) < ($1.at, $1.ticket.id) }
    return readOut(done) { HandoverItem(.followUp, $0.ticket.id.description, $0.ticket.called, at: $0.at) }
  }

  /// Duties that are owed, and those whose span ends soon.
  private func dutyItems(at now: Date) -> [HandoverItem] {
    dutyRows(at: now).filter { $0.standing == .overdue || $0.standing == .due }.map { row in
      HandoverItem(
        .duty, row.duty.id, "\(row.duty.name.text) \(row.spanName)", at: row.dueAt,
        isRed: row.standing == .overdue)
    }
  }

  private var heldItems: [HandoverItem] {
    let held = tickets.values.compactMap { ticket in ticket.work.openHold.map { (ticket: ticket, hold: $0) } }
    return readOut(held.sorted { $0.ticket.id < $1.ticket.id }) { ticket, hold in
      HandoverItem(
        .held, ticket.id.description,
        hold.evidence.isEmpty ? ticket.called : "\(ticket.called)  \(hold.evidence.plainLine)",
        clock: hold.reason.rawValue, at: hold.from)
    }
  }

  /// What was missed and not excused, and who is still walking.
  private var patrolItems: [HandoverItem] {
    let missed = missedPoints.map { missed in
      HandoverItem(
        .missed, missed.round.id.description, "\(missed.round.route.name) \(missed.point.name)",
        at: missed.point.due, isRed: true)
    }
    let open = rounds.values.filter(\.isOpen).sorted { $0.id.description < $1.id.description }
    return missed
      + open.map { round in
        HandoverItem(
          .walking, round.id.description,
          "\(round.route.name) \(round.guardName) \(round.reached)/\(round.points.count)",
          at: round.startedAt ?? round.begins)
      }
  }
}

extension Ticket {
  /// A place and a few words to know it by.
  fileprivate var called: String {
    "\(place.text) \(subject.isEmpty ? work.category : subject)".plainLine
  }
}
