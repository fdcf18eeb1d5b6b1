import Foundation

extension Desk {
  /// Decides a submission: the facts it leads to, none when it changes nothing.
  ///
  /// - Throws: the refusal, when a rule says no; the desk is unchanged either way.
  package func decide(_ submission: Submission) throws(Refusal) -> [Fact] {
    do { return try decide(submission, at: submission.occurredAt) } catch {
      guard let earliest = error.earliest, submission.isOfNow,
        earliest.timeIntervalSince(submission.occurredAt) <= Self.setBack
      else { throw error }
      return try decide(submission, at: earliest)
    }
  }

  /// How far a clock may have been set back, in seconds: what happens now then happens at the last instant on record at the earliest.
  /// With a clock further behind it is refused, because no promise can be measured by that (*design*).
  private static let setBack: TimeInterval = 15 * 60

  private func decide(_ submission: Submission, at instant: Date) throws(Refusal) -> [Fact] {
    guard submission.occurredAt <= submission.recordedAt.addingTimeInterval(1) else {
      throw .inFuture(submission.occurredAt)
    }
    try checkAge(of: submission)
    switch submission.command {
    case .report(let ticket): return try report(ticket, at: instant, by: submission.actor)
    case .importTicket(let ticket): return try importTicket(ticket, by: submission.actor)
    case .ticket(let id, let command):
      let ticket = try ticket(id)
      if case .undo = command { try ticket.checkUndo(seen: submission.seen) }
      if case .rescind = command {
        return try ticket.rescind(
          command, self, at: instant, now: submission.recordedAt, by: submission.actor)
      }
      return try ticket.decide(command, self, at: instant, by: submission.actor)
    case .publishRoute(let route): return try publish(named: route, at: instant)
    case .startRound(let route, let name): return try startRound(route, guardName: name, at: instant)
    case .checkIn(let route, let point, let name, let result, let note, let method):
      return try checkIn(
        route, point, guardName: name.plainLine, result, note.plainLine.freeText, method.plainLine,
        at: instant)
    case .takeBackCheckIn(let id, let point): return try takeBackCheckIn(id, point, at: instant)
    case .assignRound(let id, let name): return try assign(id, guardName: name, at: instant)
    case .excuseMiss(let id, let point, let reason): return try excuse(id, point, reason: reason, at: instant)
    case .importRound(let round): return try importRound(round)
    case .joinStaff(let member): return try join(member, at: instant, by: submission.actor)
    case .leaveStaff(let name): return try leave(name, at: instant, by: submission.actor)
    case .publishCalendar(let year): return try publish(year, at: instant)
    case .publishPolicy(let policy): return try publish(policy, at: instant, by: submission.actor)
    case .publishDuties(let duties): return try publish(duties, at: instant)
    case .duty(let id, let command): return try decide(command, on: id, at: instant)
    case .asset(let id, let command): return try decide(command, on: id, at: instant)
    case .household(let place, let command):
      return try decide(command, of: place, contact: submission.contact, at: instant, by: submission.actor)
    case .publishPlan(let plan): return try publish(plan, at: instant)
    case .declareIncident(let incident): return try declare(incident, at: instant, by: submission.actor)
    case .incident(let id, let command):
      return try decide(id, command, at: instant, by: submission.actor)
    case .startShift(let name, let staff): return try start(name, on: staff, at: instant)
    case .shift(let id, let command): return try decide(id, command, at: instant, by: submission.actor)
    case .registerVisit(let arrival): return try register(arrival, at: instant)
    case .endVisit(let id): return try endVisit(id, at: instant)
    case .takeBackVisit(let id): return try takeBackVisit(id, at: instant)
    case .recordCrossings: return crossings(upTo: instant)
    }
  }

  /// Refuses what was written down too long after it happened, unless a supervisor writes it.
  private func checkAge(of submission: Submission) throws(Refusal) {
    switch submission.command {
    case .report, .ticket, .declareIncident, .incident, .registerVisit, .endVisit, .takeBackVisit: break
    default: return
    }
    guard submission.recordedAt.timeIntervalSince(submission.occurredAt) > policy.limits.backDating else {
      return
    }
    do { try needsSupervisor(submission.actor) } catch {
      guard case .supervisorNeeded(_, let supervisors) = error else { throw error }
      throw .tooLongAgo(submission.occurredAt, supervisors: supervisors)
    }
  }

  private func ticket(_ id: TicketID) throws(Refusal) -> Ticket {
    guard let ticket = tickets[id] else { throw .ticketUnknown(id) }
    return ticket
  }

  private func report(_ ticket: NewTicket, at instant: Date, by actor: Actor) throws(Refusal) -> [Fact] {
    var reported = Reported(ticket, policy: policies.version(at: instant))
    if let id = reported.asset {
      (reported.asset, reported.place) = (assets.kept(id), try place(reported.place, ofAsset: id))
    }
    let (hasPlace, hasMatter) = (
      !reported.place.text.isEmpty, !(reported.subject + reported.category).isEmpty
    )
    let isSomething = hasPlace || hasMatter || !reported.text.isEmpty || reported.contact != nil
    if !hasPlace, !(ticket.mayLack && isSomething) { throw .placeMissing }
    if !hasMatter, !ticket.mayLack { throw .subjectMissing }
    if LifeRule.of(ticket.kind).isGraded { reported.inCharge = actor.name.plainLine }
    let id = nextID(ticket.kind)
    var facts = [Fact(.ticket(id, .reported(reported)), at: instant)]
    if let incident = ticket.incident {
      guard incidents[incident]?.isOpen == true else { throw .incident(.unknown(incident)) }
      facts.append(Fact(.incident(incident, .ticketLinked(id, isCause: false)), at: instant))
    }
    if let duty = ticket.duty {
      let span = try span(ofFinding: duty, at: instant)
      let finding = DutyEvent.findingRaised(span: span, ticket: id)
      facts.append(Fact(.duty(ledger.states.kept(duty), finding), at: instant))
    }
    if let origin = reported.origin, let round = rounds[origin.round] {
      facts.append(Fact(.round(round.id, .findingRaised(point: origin.point, ticket: id)), at: instant))
    }
    return facts
  }

  /// Where equipment in use is, unless the report says otherwise.
  private func place(_ reported: Place, ofAsset id: String) throws(Refusal) -> Place {
    let state = try knownAsset(id)
    guard state.retiredAt == nil else { throw .assetRetired(id) }
    return reported.text.isEmpty ? state.asset.place : reported
  }

  /// The log closes what it closed; of what is open, whoever takes it in answers for the complaints.
  private func importTicket(_ ticket: ImportedTicket, by actor: Actor) throws(Refusal) -> [Fact] {
    var reported = Reported(
      ticket.report, source: ticket.source, dueAt: ticket.dueAt,
      policy: policies.version(at: ticket.reportedAt))
    let id = nextID(reported.kind)
    if ticket.closedAt == nil, LifeRule.of(id.kind).isGraded { reported.inCharge = actor.name.plainLine }
    let first = Fact(.ticket(id, .reported(reported)), at: ticket.reportedAt)
    guard let closed = ticket.closedAt else { return [first] }
    return [first, Fact(.ticket(id, .closed(text: "")), at: closed)]
  }

  func nextID(_ kind: TicketKind) -> TicketID { TicketID(kind, (lastNumber[kind] ?? 0) + 1) }

  /// Takes somebody on, or writes down what changed of them. The first who may overrule is anybody's to name; after that, theirs.
  private func join(_ member: StaffMember, at instant: Date, by actor: Actor) throws(Refusal) -> [Fact] {
    let plain = StaffMember(
      name: member.name.plainLine, skills: member.skills.map(\.plainLine).filter { !$0.isEmpty },
      role: member.role)
    guard !plain.name.isEmpty else { throw .nameMissing }
    guard !staff.contains(plain) else { return [] }
    let before = role(of: plain.name)
    if before != plain.role, before?.mayOverrule == true || plain.role?.mayOverrule == true,
      staff.contains(where: { $0.role?.mayOverrule == true })
    {
      try needsSupervisor(actor)
    }
    if plain.role?.mayOverrule != true { try needsAnother(besides: plain.name) }
    return [Fact(.staffJoined(plain), at: instant)]
  }

  /// Refuses to let go of the last who may overrule: nobody but such a one could name the next, and anybody could name themselves.
  private func needsAnother(besides name: String) throws(Refusal) {
    let those = staff.filter { $0.role?.mayOverrule == true }.map(\.name)
    guard those != [name] else { throw .lastSupervisor(name) }
  }

  private func leave(_ name: String, at instant: Date, by actor: Actor) throws(Refusal) -> [Fact] {
    guard let member = staff.first(where: { $0.name == name }) else { throw .staffUnknown(name) }
    if member.role?.mayOverrule == true { try needsSupervisor(actor) }
    try needsAnother(besides: name)
    let work = tickets.values.filter { $0.holders.contains(name) }.count
    guard work == 0 else { throw .staffHasWork(name, tickets: work) }
    if let open = openShift, open.staff.contains(name) { throw .staffOnShift(name, open.id) }
    return [Fact(.staffLeft(name: name), at: instant)]
  }
}
