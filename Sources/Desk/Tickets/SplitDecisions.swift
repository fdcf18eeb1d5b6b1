import Foundation

extension Ticket {
  /// Takes apart what was joined: a merged ticket comes back, or one who reported leaves into a ticket of their own, from when they
  /// reported it.
  func split(_ reporter: Int?, _ desk: Desk, at instant: Date) throws(Refusal) -> [Fact] {
    if stage == .merged { return try comeBack(desk).map { Fact($0, at: instant) } }
    guard !isEnded else { throw .ticketEnded(id, stage) }
    let index = reporter ?? work.reporters.count - 1
    guard work.reporters.indices.contains(index) else { throw .reporterUnknown(id, index: index) }
    guard work.reporters.count > 1 else { throw .life(id, .onlyReporter) }
    if let other = origin(of: index) { throw .cameWith(id, other) }
    return leave(index, desk, at: instant)
  }

  /// The merged ticket that brought one who reported this one; nil for one who called here.
  package func origin(of reporter: Int) -> TicketID? {
    guard !work.hasNoPapers, let mergers = work.papers.mergers, work.reporters.indices.contains(reporter)
    else { return nil }
    let asked = work.reporters[reporter]
    if asked.contact != nil, mergers.reporters.contains(where: { $0.contact == asked.contact }) { return nil }
    return mergers.others.last { other in
      other.reporters.contains {
        $0.contact == asked.contact && ($0.contact != nil || $0.joinedAt == asked.joinedAt)
      }
    }?.ticket
  }

  /// What was so when they reported it is said by the report, what became so later by an event of its own: each promise to them runs
  /// from where it began.
  private func leave(_ index: Int, _ desk: Desk, at instant: Date) -> [Fact] {
    let leaving = work.reporters[index]
    let start = max(work.cycleStartedAt, leaving.joinedAt)
    let raised = work.urgentSince.map { max($0, start) }
    let own = desk.nextID(kind)
    let said = said(by: leaving)
    var report = Reported(
      NewTicket(
        kind: kind, place: said.place, category: work.category, subject: said.subject, text: said.text,
        urgency: raised == start ? .urgent : .ordinary, complexity: work.complexity, channel: channel,
        contact: leaving.contact),
      policy: policyVersion)
    (report.inCharge, report.splitFrom, report.asset) = (work.papers.inCharge, id, asset)
    report.offeredAt = instant
    var later: [(TicketEvent, Date)] = []
    if work.grade != .ordinary || work.papers.gradedBy != nil {
      later.append((.graded(work.grade, by: work.papers.gradedBy), start))
    }
    if let raised, raised > start { later.append((.urgencyChanged(.urgent, reason: ""), raised)) }
    if let visit = work.visit(since: raised ?? start) { later.append((.arrivedOnSite, visit)) }
    later += waits(since: start)
    if let completed = work.completedAt, completed >= start {
      later.append((.completed(text: ""), completed))
    }
    if let told = toldAt(leaving, desk.policy(of: self)) {
      later.append((.feedbackGiven(text: "", reporter: nil), max(told, start)))
    }
    return [
      Fact(.ticket(id, .split(reporter: index, into: own)), at: instant),
      Fact(.ticket(own, .reported(report)), at: start),
    ] + later.map { Fact(.ticket(own, $0.0), at: $0.1) }.oldestFirst
  }

  /// Where it is for one who joined, and what: as they said it, where they said more than the ticket does.
  private func said(by reporter: Reporter) -> (place: Place, subject: String, text: String) {
    guard let said = reporter.said else { return (place, subject, text) }
    guard let (own, rest) = Place.leading(said) else { return (place, subject, said) }
    let words = rest.trimmed
    return (own, words.isEmpty ? subject : words, "")
  }

  /// The waits for parts that began after an instant, and that the owner was told of them; not one that had begun: nobody told who called
  /// since (S013).
  private func waits(since start: Date) -> [(TicketEvent, Date)] {
    let waits = work.holds.filter { $0.reason == .parts && $0.from >= start }
    guard let first = waits.first else { return [] }
    let told = min(work.ownerNotifiedAt ?? first.from, first.from)
    return [(.ownerNotified(text: ""), max(told, start))]
      + waits.flatMap { hold in
        [(.held(.parts, evidence: hold.evidence), hold.from)]
          + (hold.to.map { [(.resumed, $0)] } ?? [])
      }
  }

  /// A merged ticket comes back with its own reporters, who stay told if they were; whichever has them lets go of them while it is open.
  ///
  /// *Decision: in order. What it went into comes back first where that was merged in turn: all it brought went along, and would have its
  /// callers on both.*
  private func comeBack(_ desk: Desk) throws(Refusal) -> [Event] {
    guard let other = work.mergedInto else { return [] }
    let survivor = desk.tickets[other]
    if let survivor, survivor.stage == .merged, let last = survivor.work.mergedInto {
      throw .mergedFurther(id, via: other, into: last)
    }
    let theirs = survivor?.work.reporters ?? []
    var leaving: Set<Int> = []
    let policy = desk.policy(of: self)
    let own = work.reporters.map { reporter in
      let joined = max(work.cycleStartedAt, reporter.joinedAt)
      let index = theirs.indices.first { index in
        !leaving.contains(index) && theirs[index].contact == reporter.contact
          && (reporter.contact != nil || index > 0 && survivor?.work.isOwed(index, since: joined) == true)
      }
      if let index, survivor?.keeps(reporter, at: index, without: id) == false { leaving.insert(index) }
      let told = index.flatMap { theirs[$0].toldAt } ?? survivor?.work.papers.mergers?.told(reporter, by: id)
      return Reporter(
        contact: reporter.contact, joinedAt: reporter.joinedAt,
        toldAt: told.flatMap { $0 < joined ? nil : $0 } ?? toldAt(reporter, policy), said: reporter.said)
    }
    let back = Event.ticket(id, .unmerged(from: other, reporters: own))
    guard survivor?.isEnded == false else { return [back] }
    return [back, .ticket(other, .released(id, reporters: leaving.sorted()))]
  }

  /// Whether one who reported a ticket that was merged into this one is owed something here also without it: they called here too, or came
  /// with another. Where that was not kept, only the first who reported it stays.
  private func keeps(_ reporter: Reporter, at index: Int, without other: TicketID) -> Bool {
    guard let contact = reporter.contact else { return false }
    return work.papers.mergers?.knows(contact, without: other) ?? (index == 0)
  }
}

extension Desk {
  /// The ticket to bring in too where a command was given for one: what a merged ticket that is to come back went into; nil for none.
  package func ticket(behind id: TicketID, for command: Command) -> TicketID? {
    guard case .ticket(_, .split) = command, let ticket = tickets[id], ticket.stage == .merged else {
      return nil
    }
    return ticket.work.mergedInto
  }
}

extension TicketWork {
  /// Takes in another ticket: the earlier start is that of both, and so is the earlier of the two urgent starts.
  mutating func absorb(
    _ ticket: TicketID, _ others: [Reporter], startedAt start: Date, _ brought: MergedUrgency,
    at instant: Date
  ) {
    // Whoever reported it in an earlier cycle is owed since this one, wherever its start goes.
    for index in reporters.indices {
      reporters[index].joinedAt = max(reporters[index].joinedAt, cycleStartedAt)
    }
    var mergers = papers.mergers ?? Mergers(startedAt: cycleStartedAt, urgentSince: urgentSince)
    if cycle > 1 { mergers.count(from: cycleStartedAt) }
    mergers.note(reporters)
    mergers.others.append(
      Mergers.Other(ticket: ticket, urgentSince: urgentStart(brought, since: start), reporters: others))
    let before = urgency
    setUrgency(by: mergers)
    papers.ties += 1
    // Nobody was asked to take this one on before it was there, or to come at once before anybody knew.
    if start < cycleStartedAt { offer(at: cycleStartedAt) }
    if urgency != before { offer(at: instant) }
    cycleStartedAt = min(cycleStartedAt, start)
    for other in others {
      if let index = reporters.firstIndex(where: { $0.contact == other.contact && $0.contact != nil }) {
        guard other.toldAt == nil else { continue }
        // Whoever was told and called about it again is owed again, from then.
        if let told = reporters[index].toldAt, told < other.joinedAt {
          (reporters[index].joinedAt, reporters[index].toldAt) = (other.joinedAt, nil)
        } else {
          reporters[index].joinedAt = min(reporters[index].joinedAt, other.joinedAt)
        }
      } else {
        reporters.append(other)
      }
    }
  }

  /// Puts those that stand at the end, from an index on, where they stood before they were parted.
  mutating func moveReporters(from first: Int, to index: Int) {
    guard first < reporters.count, (0..<first).contains(index) else { return }
    let moved = Array(reporters[first...])
    reporters.removeSubrange(first...)
    reporters.insert(contentsOf: moved, at: index)
  }

  /// Whether it is as it was at another time, but for how it is joined with others and what comes of that alone: the order of those who
  /// reported it, what one of them said when they joined, since when it is there to be taken on.
  package func isUnchanged(since before: TicketWork) -> Bool {
    func bare(_ work: TicketWork) -> TicketWork {
      var bare = work
      (bare.version, bare.offeredAt) = (version, nil)
      bare.papers.ties = 0
      bare.papers.mergers = nil
      bare.reporters = work.reporters.map {
        Reporter(contact: $0.contact, joinedAt: $0.joinedAt, toldAt: $0.toldAt)
      }
      .sorted { ($0.joinedAt, $0.contact ?? "") < ($1.joinedAt, $1.contact ?? "") }
      return bare
    }
    return bare(self) == bare(before)
  }

  /// Takes over how it is joined with others now, where that was otherwise at another time.
  package mutating func takeTies(of now: TicketWork, since before: TicketWork) {
    papers.ties += now.papers.ties - before.papers.ties
    guard papers.mergers == before.papers.mergers, papers.mergers != now.papers.mergers else { return }
    papers.mergers = now.papers.mergers
    settleMergers()
  }

  /// Whether one who left no contact is who asked at an instant: in a later cycle they may be owed since its start.
  fileprivate func isOwed(_ reporter: Int, since joined: Date) -> Bool {
    let owed = reporters[reporter].joinedAt
    guard cycle > 1, let start = papers.mergers?.startedAt else { return owed == joined }
    return owed == joined || owed == max(joined, start)
  }

  /// Since when what came in was urgent; where that was not kept, a ticket that was urgent from its start is so from the earlier one.
  private func urgentStart(_ brought: MergedUrgency, since start: Date) -> Date? {
    switch brought {
    case .ordinary: nil
    case .since(let urgent): urgent
    case .unknown: urgentSince == cycleStartedAt ? min(start, cycleStartedAt) : nil
    }
  }

  /// Somebody said how urgent the whole is: what each was counts no more.
  mutating func settleMergers() {
    guard !hasNoPapers, var mergers = papers.mergers else { return }
    mergers.urgentSince = urgentSince
    for index in mergers.others.indices { mergers.others[index].urgentSince = nil }
    papers.mergers = mergers
  }

  private mutating func setUrgency(by mergers: Mergers) {
    papers.mergers = mergers
    urgentSince = mergers.earliestUrgent
    urgency = urgentSince == nil ? .ordinary : .urgent
  }

  /// One who reported it has a ticket of their own now.
  mutating func part(with reporter: Int) {
    if reporters.indices.contains(reporter), reporters.count > 1 {
      let parted = reporters.remove(at: reporter)
      if let contact = parted.contact, !hasNoPapers { papers.mergers?.forget(contact) }
    }
    papers.ties += 1
    settleStart()
  }

  /// A ticket that had been merged into this one took its reporters with it.
  mutating func release(_ ticket: TicketID, _ indices: [Int]) {
    for index in indices.sorted(by: >) where reporters.indices.contains(index) && reporters.count > 1 {
      reporters.remove(at: index)
    }
    papers.ties += 1
    if var mergers = papers.mergers, let index = mergers.others.lastIndex(where: { $0.ticket == ticket }) {
      let released = mergers.others.remove(at: index)
      setUrgency(by: mergers)
      // Who called for both is owed here from when they called here.
      for contact in released.reporters.compactMap(\.contact) {
        guard let stays = reporters.firstIndex(where: { $0.contact == contact }) else { continue }
        reporters[stays].joinedAt = mergers.joined(contact) ?? reporters[stays].joinedAt
        reporters[stays].toldAt = reporters[stays].toldAt ?? mergers.told(contact)
      }
    }
    settleStart()
    if papers.mergers?.others.isEmpty == true { papers.mergers = nil }
  }

  /// Comes back from another ticket, as far on as it was.
  mutating func comeBack(with reporters: [Reporter], at instant: Date) {
    if let stageBefore { stage = stageBefore }
    // What it waited for when it was merged it still waits for.
    if stage == .held, let last = holds.indices.last, holds[last].to == closedAt { holds[last].to = nil }
    (closedAt, mergedInto, stageBefore) = (nil, nil, nil)
    if !reporters.isEmpty { self.reporters = reporters }
    papers.ties += 1
    offer(at: instant)
  }

  /// The first cycle starts with the first of those who are left; a later one when it was reopened, or with the first who came in from
  /// another ticket.
  private mutating func settleStart() {
    let latest = cycle == 1 ? .distantFuture : papers.mergers?.startedAt ?? cycleStartedAt
    guard let first = reporters.map(\.joinedAt).min().map({ min($0, latest) }), first > cycleStartedAt else {
      return
    }
    if urgentSince == cycleStartedAt { urgentSince = first }
    if offeredAt == first { offeredAt = nil }
    cycleStartedAt = first
  }
}
