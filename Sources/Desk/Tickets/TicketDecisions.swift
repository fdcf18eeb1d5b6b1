package import Foundation

extension Ticket {
  /// Decides one command on this ticket; crossings that were due before it come first, so that no breach is lost.
  package func decide(
    _ command: TicketCommand, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Fact] {
    let policy = desk.policy(of: self)
    let earliest = earliest(for: command, policy, at: instant)
    guard instant >= earliest else { throw .beforeStart(id, earliest) }
    let facts = try facts(of: command, desk, at: instant, by: actor)
    var crossed = desk.ticketAgenda.mayBeDue(id, by: instant) ? crossings(upTo: instant, policy) : []
    if let survivor = survivor(of: command, desk), !survivor.isEnded {
      crossed += survivor.crossings(upTo: instant, desk.policy(of: survivor))
    }
    return crossed.oldestFirst + facts
  }

  private func facts(
    of command: TicketCommand, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Fact] {
    if case .split(let reporter) = command { return try split(reporter, desk, at: instant) }
    if case .complain(let text) = command { return try complain(text, desk, at: instant, by: actor) }
    return try answer(to: command, desk, at: instant, by: actor).map { Fact($0, at: instant) }
  }

  /// The other ticket that a command joins this one with, or parts it from.
  private func survivor(of command: TicketCommand, _ desk: Desk) -> Ticket? {
    switch command {
    case .merge(let other, _): desk.tickets[other]
    case .split: work.mergedInto.flatMap { desk.tickets[$0] }
    default: nil
    }
  }

  /// Refuses to undo when the work changed after the version the undoer's own command left.
  func checkUndo(seen: Int?) throws(Refusal) {
    if stage == .merged, let other = work.mergedInto { throw .mergedSince(id, into: other) }
    guard work.version > 1 else { throw .nothingToUndo(id) }
    guard let seen, seen >= work.version else { throw .changedSince(id) }
  }

  /// The first instant a command may have happened at: nothing stops before it started, and waits do not overlap.
  private func earliest(for command: TicketCommand, _ policy: Policy, at instant: Date) -> Date {
    let after: Date? =
      switch command {
      case .arrive: start(ofClocksStoppedBy: .arrival, policy)
      case .giveFeedback(_, let reporter): joinedLast(reporter)
      case .hold, .resume, .complete, .close, .cancel, .merge: lastStop
      case .paper(let command): command.needsEnd ? lastStop : nil
      case .split: work.closedAt
      case .reopen: work.closedAt ?? lastStop
      case .rescind(let clock, _, let missed):
        startOfBroken(clock, missed: missed, keptAt: instant, policy)
      default: nil
      }
    return max(work.cycleStartedAt, after ?? .distantPast)
  }

  /// When the last of those joined who would be told: one by index, or everyone still owed.
  private func joinedLast(_ reporter: Int?) -> Date? {
    work.reporters.enumerated()
      .filter { reporter == nil ? $0.element.toldAt == nil : $0.offset == reporter }
      .map(\.element.joinedAt).max()
  }

  private var lastStop: Date? {
    [
      work.holds.last.map { $0.to ?? $0.from }, work.completedAt,
      work.hasNoPapers ? nil : work.papers.vouchedAt,
    ]
    .compactMap { $0 }.max()
  }

  private func answer(
    to command: TicketCommand, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Event] {
    switch command {
    case .note(let text): [event(.noted(text: try required(text, .textMissing)))]
    case .reopen(let reason): try reopen(reason, desk, by: actor)
    // Why it came to this is often known only later (S038).
    case .paper(.nameCause(let text)) where stage == .closed: try nameCause(text)
    case .undo(let command, let work): try undo(command, work)
    case .rescind(let clock, let reason, let missed):
      try rescind(clock, reason, missed: missed, desk, at: instant, by: actor)
    case .restoreBreach(let clock, let missed): try restoreBreach(clock, missed: missed, desk, by: actor)
    default: try work(on: command, desk, at: instant, by: actor)
    }
  }

  /// Everything that only an open ticket takes.
  private func work(
    on command: TicketCommand, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Event] {
    guard !isEnded else { throw .ticketEnded(id, stage) }
    switch command {
    case .note, .reopen, .undo, .rescind, .restoreBreach, .split, .complain: return []
    case .acknowledge: return try acknowledge(desk, at: instant)
    case .paper(let command): return try decide(command, desk, at: instant, by: actor)
    case .applyPolicy: return try applyPolicy(desk, by: actor)
    case .join(let contact, let text): return try join(contact, text.freeText, desk, at: instant, by: actor)
    case .merge(let other, let index): return try merge(into: other, at: index, desk)
    case .categorise(let category, let complexity):
      return try categorise(category.plainLine, complexity)
    case .setUrgency(let urgency, let reason):
      return try setUrgency(urgency, reason, desk.policy(of: self), at: instant)
    case .grade(let grade): return try regrade(grade, by: actor)
    case .assign(let staff): return try assign(staff, desk)
    case .accept: return try accept()
    case .decline(let reason): return try decline(reason)
    case .arrive: return try arrive(desk.policy(of: self), at: instant)
    case .giveFeedback(let text, let reporter): return try giveFeedback(text, reporter)
    case .startWork: return try startWork()
    case .hold(let reason, let evidence, let told):
      return try hold(reason, evidence, ownerTold: told, desk, at: instant)
    case .resume: return try resume()
    case .notifyOwner(let text): return [event(.ownerNotified(text: text.freeText))]
    case .complete(let text): return arriveUnsaid(desk.policy(of: self)) + (try complete(text))
    case .close(let text): return try close(text, desk)
    case .cancel(let reason): return [event(.cancelled(reason: try required(reason, .reasonMissing)))]
    }
  }

  /// Something that happens to this ticket.
  func event(_ event: TicketEvent) -> Event { .ticket(id, event) }

  /// From when on a call may be about it as it is: its cycle, or the end of the work, which a call then opens again.
  package var joinsSince: Date {
    stage == .completed ? max(work.cycleStartedAt, lastStop ?? .distantPast) : work.cycleStartedAt
  }

  /// One more who reports it. Whoever calls about work that is done says that it is not well: it is opened again, and everybody is owed
  /// an answer anew. A call from before the end of the work says nothing of the kind.
  private func join(
    _ contact: String?, _ text: String, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Event] {
    let joined = event(.reporterJoined(contact: contact, text: text))
    guard stage == .completed, let done = work.completedAt, instant >= done else { return [joined] }
    guard instant >= joinsSince else { throw .beforeStart(id, joinsSince) }
    return [joined, event(.reopened(reason: text))] + takeCharge(desk, by: actor.name.plainLine)
  }

  private func merge(into other: TicketID, at index: Int?, _ desk: Desk) throws(Refusal) -> [Event] {
    guard other != id else { throw .sameTicket(id) }
    guard let survivor = desk.tickets[other] else { throw .ticketUnknown(other) }
    guard !survivor.isEnded else { throw .ticketEnded(other, survivor.stage) }
    guard survivor.kind == kind else { throw .differentKind(id, other) }
    // What was reported after that work was done is not done with it.
    if stage != .completed, survivor.stage == .completed, work.cycleStartedAt >= survivor.joinsSince {
      throw .alreadyCompleted(other)
    }
    let start = work.cycleStartedAt
    let policy = desk.policy(of: self)
    let reporters = work.reporters.map {
      Reporter(
        contact: $0.contact, joinedAt: max(start, $0.joinedAt), toldAt: toldAt($0, policy), said: $0.said)
    }
    // Whom somebody has come to, nobody has to hurry to any more.
    let urgent = work.urgentSince.map { max($0, start) }.flatMap { work.visit(since: $0) == nil ? $0 : nil }
    let urgency = urgent.map(MergedUrgency.since) ?? .ordinary
    // Who left no name is told from the first caller by standing after them.
    let index = reporters.first?.contact == nil && index == 0 ? nil : index
    return [
      event(.merged(into: other)),
      .ticket(
        other, .absorbed(id, startedAt: start, reporters: reporters, urgency, at: index)),
    ]
  }

  private func categorise(_ category: String, _ complexity: Complexity) throws(Refusal) -> [Event] {
    guard !category.isEmpty else { throw .subjectMissing }
    guard category != work.category || complexity != work.complexity else { return [] }
    return [event(.categorised(category: category, complexity: complexity))]
  }

  /// Whoever raises again what was lowered wins no new half hour while the first runs; after it a new emergency is a new promise.
  private func setUrgency(
    _ urgency: Urgency, _ reason: String, _ policy: Policy, at instant: Date
  ) throws(Refusal) -> [Event] {
    guard urgency != work.urgency else { return [] }
    // Somebody has to come: that begins with opening it again.
    guard urgency == .ordinary || stage != .completed else { throw .alreadyCompleted(id) }
    let reason = urgency == .ordinary ? try required(reason, .reasonMissing) : reason.freeText
    let since = urgency == .urgent ? urgencyRunning(policy, at: instant) : nil
    return [event(.urgencyChanged(urgency, reason: reason, since: since))]
  }

  /// From when the half hour runs that was given up when the ticket was lowered; nil where it is over, or somebody came.
  private func urgencyRunning(_ policy: Policy, at instant: Date) -> Date? {
    guard !work.hasNoPapers, let start = work.papers.urgentBefore, work.visit(since: start) == nil
    else { return nil }
    var urgent = work
    urgent.urgency = .urgent
    let system = policy.system(of: work.category)
    let rule = policy.rules(for: kind).first {
      $0.start == .urgent && $0.stop == .arrival && $0.covers(urgent, system: system)
    }
    guard let rule else { return nil }
    let due = due(policy.due(rule.target, rule.calendar, start: start, []).due, answered: nil, [])
    return instant <= due ? start : nil
  }

  private func regrade(_ grade: Grade, by actor: Actor) throws(Refusal) -> [Event] {
    guard rule.isGraded else { throw .notAComplaint(id) }
    let isSame = grade == work.grade && work.papers.gradedBy != nil
    return isSame ? [] : [event(.graded(grade, by: actor.name.plainLine))]
  }

  private func assign(_ staff: String, _ desk: Desk) throws(Refusal) -> [Event] {
    let name = staff.plainLine
    guard !name.isEmpty else { throw .nameMissing }
    guard name != work.assignee else { throw .alreadyAssigned(id, staff: name) }
    // Whoever did the work may not be replaced before it is checked: they would check it themselves (S018).
    guard stage != .completed || work.assignee == nil else { throw .alreadyCompleted(id) }
    return joined(name, desk, then: event(.assigned(staff: name)))
  }

  private func accept() throws(Refusal) -> [Event] {
    guard work.assignee != nil else { throw .notAssigned(id) }
    guard stage != .completed else { throw .alreadyCompleted(id) }
    guard work.acceptedAt == nil else { throw .alreadyAccepted(id) }
    return [event(.accepted)]
  }

  private func decline(_ reason: String) throws(Refusal) -> [Event] {
    guard work.assignee != nil else { throw .notAssigned(id) }
    guard stage != .held else { throw .ticketHeld(id) }
    guard stage != .completed else { throw .alreadyCompleted(id) }
    return [event(.declined(reason: try required(reason, .reasonMissing)))]
  }

  /// One who was there comes again where an emergency since asks for it.
  private func arrive(_ policy: Policy, at instant: Date) throws(Refusal) -> [Event] {
    let isSaidNow = work.isArrivalUnsaid && work.arrivedAt.map { instant < $0 } == true
    guard work.arrivedAt == nil || owesVisit(policy) || isSaidNow else { throw .alreadyArrived(id) }
    return [event(.arrivedOnSite)]
  }

  private func giveFeedback(_ text: String, _ reporter: Int?) throws(Refusal) -> [Event] {
    if let reporter, !work.reporters.indices.contains(reporter) {
      throw .reporterUnknown(id, index: reporter)
    }
    let owed = reporter.map { work.reporters[$0].toldAt == nil } ?? (work.everyoneToldAt == nil)
    guard owed else { throw .alreadyTold(id) }
    return [event(.feedbackGiven(text: text.freeText, reporter: reporter))]
  }

  private func startWork() throws(Refusal) -> [Event] {
    guard stage != .held else { throw .ticketHeld(id) }
    guard stage != .completed else { throw .alreadyCompleted(id) }
    try checkCharge()
    return stage == .working ? [] : [event(.workStarted)]
  }

  private func hold(
    _ reason: HoldReason, _ evidence: String, ownerTold: Bool, _ desk: Desk, at instant: Date
  ) throws(Refusal) -> [Event] {
    guard stage != .held else { throw .ticketHeld(id) }
    guard stage != .completed else { throw .alreadyCompleted(id) }
    guard let rule = desk.policy(of: self).terms.holds.first(where: { $0.reason == reason }) else {
      throw .holdNotListed(reason)
    }
    let evidence = rule.needsEvidence ? try required(evidence, .reasonMissing) : evidence.freeText
    let held = event(.held(reason, evidence: evidence))
    guard reason == .parts else { return [held] }
    if let told = work.ownerNotifiedAt, told <= instant { return [held] }
    guard ownerTold else { throw .ownerNotTold(id) }
    return [event(.ownerNotified(text: evidence)), held]
  }

  private func resume() throws(Refusal) -> [Event] {
    guard stage == .held else { throw .ticketNotHeld(id) }
    return [event(.resumed)]
  }

  /// Whoever finished a repair has been there: where a visit is owed and nobody said so, they came by now at the latest.
  private func arriveUnsaid(_ policy: Policy) -> [Event] {
    kind == .repair && owesVisit(policy) ? [event(.arrivedOnSite)] : []
  }

  private func complete(_ text: String) throws(Refusal) -> [Event] {
    guard stage != .held else { throw .ticketHeld(id) }
    guard stage != .completed else { throw .alreadyCompleted(id) }
    try checkCharge()
    let text = text.freeText
    guard !rule.explains || !text.isEmpty else { throw .life(id, .explanationMissing) }
    return [event(.completed(text: text))]
  }

  private func close(_ text: String, _ desk: Desk) throws(Refusal) -> [Event] {
    guard stage == .completed else { throw .notCompleted(id) }
    let owed = work.reporters.filter { $0.toldAt == nil }.count
    guard owed == 0 else { throw .feedbackOwed(id, reporters: owed) }
    try checkFinished(desk.policy(of: self).limits)
    return [event(.closed(text: text.freeText))]
  }

  private func reopen(_ reason: String, _ desk: Desk, by actor: Actor) throws(Refusal) -> [Event] {
    guard stage != .merged else { throw .ticketEnded(id, stage) }
    guard isEnded || stage == .completed else { throw .ticketNotEnded(id) }
    let reopened = event(.reopened(reason: try required(reason, .reasonMissing)))
    return [reopened] + takeCharge(desk, by: actor.name.plainLine)
  }

  /// Whoever opens a complaint again answers for it where nobody does who is there (S032): a log closed it, or they have left since.
  private func takeCharge(_ desk: Desk, by name: String) -> [Event] {
    guard rule.isGraded, work.papers.inCharge != name else { return [] }
    if let named = work.papers.inCharge, desk.staff.contains(where: { $0.name == named }) { return [] }
    return [event(.paper(.handedOff(to: name)))]
  }

  private func undo(_ command: UUID, _ work: TicketWork) throws(Refusal) -> [Event] {
    guard work.papers.ties == self.work.papers.ties else {
      let before = (work.papers.mergers?.others ?? []).map(\.ticket)
      let came = self.work.papers.mergers?.others.last { !before.contains($0.ticket) }
      throw came.map { .mergedSince($0.ticket, into: id) } ?? .nothingToUndo(id)
    }
    guard work != self.work else { throw .nothingToUndo(id) }
    return [event(.corrected(undoes: command, restores: work))]
  }
}
