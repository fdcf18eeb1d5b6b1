import Foundation

extension TicketWork {
  /// Takes in what people did; crossings, notes and corrections are the ticket's own.
  mutating func apply(_ event: TicketEvent, at instant: Date) {
    switch event {
    case .escalated, .acknowledged, .breachRescinded, .breachRestored: break
    case .reported, .reopened, .noted, .policyApplied, .corrected, .warned, .breached: break
    case .reporterJoined(let contact, let text): join(contact, text, at: instant)
    case .merged(let other): merge(into: other, at: instant)
    case .absorbed(let other, let start, let reporters, let urgency, let index):
      let before = self.reporters.count
      absorb(other, reporters, startedAt: start, urgency, at: instant)
      if let index { moveReporters(from: before, to: index) }
    case .split(let reporter, _): part(with: reporter)
    case .unmerged(_, let reporters): comeBack(with: reporters, at: instant)
    case .released(let other, let indices): release(other, indices)
    case .complained(let other, let ends): if ends { end(.cancelled, at: instant, into: other) }
    case .categorised(let category, let complexity): (self.category, self.complexity) = (category, complexity)
    case .urgencyChanged(let urgency, _, let since): change(urgency, since: since, at: instant)
    case .graded(let grade, let name): regrade(grade, by: name)
    case .assigned(let staff): assign(staff, at: instant)
    case .accepted: accept(at: instant)
    case .declined: decline(at: instant)
    case .feedbackGiven(_, let reporter): tell(reporter, at: instant)
    case .arrivedOnSite: arrive(at: instant)
    case .workStarted: start(at: instant)
    case .held(let reason, let evidence): hold(reason, evidence, at: instant)
    case .resumed: resume(at: instant)
    case .ownerNotified: ownerNotifiedAt = min(ownerNotifiedAt ?? instant, instant)
    case .completed: complete(at: instant)
    case .closed: end(.closed, at: instant)
    case .cancelled: end(.cancelled, at: instant)
    case .paper(let event): apply(event, at: instant)
    }
  }

  /// Begins a cycle, with fresh clocks and everyone owed feedback again.
  mutating func reopen(at instant: Date, cycle: Int) {
    self.cycle = cycle
    cycleStartedAt = instant
    stage = assignee == nil ? .registered : .assigned
    urgentSince = urgency == .urgent ? instant : nil
    (offeredAt, acceptedAt, begunAt, completedAt) = (nil, nil, nil, nil)
    (closedAt, ownerNotifiedAt, mergedInto) = (nil, nil, nil)
    (arrivedAt, returnedAt, leftAt) = (nil, nil, nil)
    holds = []
    if !hasNoPapers { papers.beginCycle(at: instant, urgentSince: urgentSince, reporters) }
    for index in reporters.indices { reporters[index].toldAt = nil }
  }

  /// One who calls again is not owed twice.
  private mutating func join(_ contact: String?, _ text: String, at instant: Date) {
    if let contact, reporters.contains(where: { $0.contact == contact }) {
      if !hasNoPapers { papers.mergers?.call(contact, at: instant) }
      return
    }
    reporters.append(Reporter(contact: contact, joinedAt: instant, said: text.isEmpty ? nil : text))
  }

  private mutating func regrade(_ grade: Grade, by name: String?) {
    self.grade = grade
    if let name { papers.gradedBy = name }
  }

  private mutating func start(at instant: Date) {
    stage = .working
    begin(at: instant)
    answerPromise(at: instant)
  }

  private mutating func complete(at instant: Date) {
    (stage, completedAt) = (.completed, instant)
    endVisit(at: instant)
    answerPromise(at: instant)
  }

  private mutating func merge(into other: TicketID, at instant: Date) {
    let before = stage
    end(.merged, at: instant, into: other)
    stageBefore = before
  }

  private mutating func end(_ stage: TicketStage, at instant: Date, into other: TicketID? = nil) {
    if openHold != nil { endHold(at: instant) }
    self.stage = stage
    closedAt = instant
    mergedInto = other
  }

  private mutating func change(_ urgency: Urgency, since: Date?, at instant: Date) {
    self.urgency = urgency
    if urgentSince != nil || !hasNoPapers { papers.urgentBefore = urgency == .ordinary ? urgentSince : nil }
    urgentSince = urgency == .urgent ? since ?? instant : nil
    offer(at: instant)
    settleMergers()
  }

  /// Whoever has not taken it on has the whole time again.
  mutating func offer(at instant: Date) {
    if !isTaken { offeredAt = max(offeredAt ?? instant, instant) }
  }

  private mutating func begin(at instant: Date) {
    if assignee != nil, acceptedAt == nil { begunAt = begunAt ?? instant }
  }

  private mutating func assign(_ staff: String, at instant: Date) {
    // Who came without being sent may be given it on the spot.
    if assignee != nil { endVisit(at: instant) }
    (assignee, acceptedAt, begunAt) = (staff, nil, nil)
    offer(at: instant)
    advance(to: .assigned, from: [.registered, .accepted])
  }

  private mutating func decline(at instant: Date) {
    (stage, assignee, acceptedAt, begunAt) = (.registered, nil, nil, nil)
    offer(at: instant)
    endVisit(at: instant)
  }

  private mutating func accept(at instant: Date) {
    acceptedAt = instant
    advance(to: .accepted, from: [.assigned])
  }

  /// Moves on from the stages that come before; of a held ticket, the stage it goes back to.
  private mutating func advance(to next: TicketStage, from earlier: [TicketStage]) {
    if earlier.contains(stage) { stage = next }
    if let last = holds.indices.last, openHold != nil, earlier.contains(holds[last].stage) {
      holds[last].stage = next
    }
  }

  private mutating func tell(_ reporter: Int?, at instant: Date) {
    for index in reporters.indices where reporter == nil || reporter == index {
      reporters[index].toldAt = reporters[index].toldAt ?? instant
    }
  }

  private mutating func arrive(at instant: Date) {
    if isArrivalUnsaid, let arrived = arrivedAt, instant < arrived {
      arrivedAt = instant
      return
    }
    if arrivedAt == nil { arrivedAt = instant } else { returnedAt = instant }
    leftAt = nil
    begin(at: instant)
    answerPromise(at: instant)
    advance(to: .onSite, from: [.registered, .assigned, .accepted])
  }

  private mutating func endVisit(at instant: Date) {
    guard let last = returnedAt ?? arrivedAt, last <= instant else { return }
    leftAt = leftAt ?? instant
  }

  private mutating func hold(_ reason: HoldReason, _ evidence: String, at instant: Date) {
    holds.append(Hold(reason: reason, evidence: evidence, from: instant, stage: stage))
    stage = .held
    endVisit(at: instant)
  }

  private mutating func resume(at instant: Date) {
    guard let hold = openHold else { return }
    endHold(at: instant)
    answerPromise(at: instant)
    // Who only waited goes on where they are, unless it was given to another in the meantime.
    guard leftAt == hold.from, [.onSite, .working].contains(stage), offeredAt ?? hold.from <= hold.from else {
      return
    }
    if let urgentSince, urgentSince > hold.from { returnedAt = instant }
    leftAt = nil
  }

  private mutating func endHold(at instant: Date) {
    guard let last = holds.indices.last, holds[last].to == nil else { return }
    holds[last].to = instant
    stage = holds[last].stage
  }
}

extension Ticket {
  /// Folds a ticket from its own events; nil when they do not begin with its report.
  package static func folded(_ id: TicketID, _ events: [RecordedEvent]) -> Ticket? {
    var ticket: Ticket?
    for recorded in events {
      guard case .ticket(_, let event) = recorded.event else { continue }
      if case .reported(let report) = event {
        ticket = Ticket(id, report, at: recorded.occurredAt)
      } else {
        ticket?.apply(event, at: recorded.occurredAt, version: recorded.version)
      }
    }
    return ticket
  }
}
