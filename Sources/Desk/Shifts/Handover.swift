import Foundation

extension Desk {
  /// A clock due later than this after the handover is the shift's after next (*design*).
  private static let handoverReach: TimeInterval = 12 * 3600
  /// A clock due sooner than this is red: it breaks before the next shift has settled in (*design*).
  private static let handoverUrgent: TimeInterval = 30 * 60
  /// As many clocks as can still be read out; the rest is a number (*design*).
  private static let handoverClocks = 60

  /// What is handed over at an instant, from everything open: incidents, clocks, promised times, work that waits, work that is done and
  /// not closed, the patrol, duties, visitors.
  func handoverItems(of shift: Shift, at now: Date) -> [HandoverItem] {
    incidentItems + clockItems(at: now) + promiseItems(at: now) + heldItems
      + doneItems + patrolItems(since: shift.startedAt) + dutyItems(at: now) + insideItems(at: now)
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
      guard let clock = ticket.governingClock(policy(of: ticket)),
        !clock.isStill,
        clock.due <= now.addingTimeInterval(Desk.handoverReach)
      else { continue }
      found.append((ticket, clock))
    }
    found.sort { ($0.clock.due, $0.ticket.id) < ($1.clock.due, $1.ticket.id) }
    return readOut(found, isRed: true) { ticket, clock in
      let isLate = clock.isBreached || now > clock.due
      return HandoverItem(
        isLate ? .late : .due, ticket.id.description, ticket.called, clock: clock.id.rawValue, at: clock.due,
        isRed: isLate || clock.due <= now.addingTimeInterval(Desk.handoverUrgent))
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
    let promised = tickets.values.filter { !$0.work.hasNoPapers }.compactMap { ticket in
      ticket.work.papers.promise.map { (ticket, $0) }
    }
    return promised.sorted { ($0.1.at, $0.0.id) < ($1.1.at, $1.0.id) }.map { ticket, promise in
      HandoverItem(
        .promise, ticket.id.description, "\(ticket.called)  \(promise.text)".plainLine, at: promise.at,
        isRed: promise.at <= now.addingTimeInterval(Desk.handoverUrgent))
    }
  }

  /// What is done and not closed, the longest done first: what is to be signed for, checked or closed, then whose reporter is to be asked
  /// how it went (S033).
  private var doneItems: [HandoverItem] {
    let done = tickets.values.filter { $0.stage == .completed }
      .map {
        (ticket: $0, step: $0.nextStep(policy(of: $0).limits), at: $0.work.completedAt ?? $0.reportedAt)
      }
      .sorted { ($0.at, $0.ticket.id) < ($1.at, $1.ticket.id) }
    let ending = readOut(done.filter { $0.step != .followUp }) {
      HandoverItem(
        .ending, $0.ticket.id.description, $0.ticket.called, clock: $0.step.rawValue, at: $0.at)
    }
    return ending
      + readOut(done.filter { $0.step == .followUp }) {
        HandoverItem(.followUp, $0.ticket.id.description, $0.ticket.called, at: $0.at)
      }
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

  /// What was missed on this shift, and who is still walking.
  private func patrolItems(since start: Date) -> [HandoverItem] {
    rounds.values.sorted { $0.id.description < $1.id.description }.flatMap { round in
      let missed = round.points.filter { $0.state == .missed && $0.due >= start }.map { point in
        HandoverItem(
          .missed, round.id.description, "\(round.route.name) \(point.name)", at: point.due, isRed: true)
      }
      guard round.isOpen else { return missed }
      let done = "\(round.reached)/\(round.points.count)"
      return missed + [
        HandoverItem(
          .walking, round.id.description, "\(round.route.name) \(round.guardName) \(done)",
          at: round.startedAt ?? round.begins)
      ]
    }
  }
}

extension Ticket {
  /// A place and a few words to know it by.
  fileprivate var called: String {
    "\(place.text) \(subject.isEmpty ? work.category : subject)".plainLine
  }
}
