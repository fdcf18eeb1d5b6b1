import Foundation

extension TicketWork {
  /// Takes in what people did; crossings, notes and corrections are the ticket's own.
  mutating func apply(_ event: TicketEvent, at instant: Date) {
    switch event {
    case .reported, .reopened, .noted, .corrected, .warned, .breached: break
    case .reporterJoined(let contact, _): reporters.append(Reporter(contact: contact, joinedAt: instant))
    case .merged(let other): end(.merged, at: instant, into: other)
    case .absorbed(_, let start, let contacts): absorb(contacts, startedAt: start, at: instant)
    case .categorised(let category, let complexity): (self.category, self.complexity) = (category, complexity)
    case .urgencyChanged(let urgency, _): change(urgency, at: instant)
    case .graded(let grade): self.grade = grade
    case .assigned(let staff): assign(staff)
    case .accepted: (stage, acceptedAt) = (.accepted, instant)
    case .declined: (stage, assignee, acceptedAt) = (.registered, nil, nil)
    case .feedbackGiven(_, let reporter): tell(reporter, at: instant)
    case .arrivedOnSite: arrive(at: instant)
    case .workStarted: stage = .working
    case .held(let reason, let evidence): hold(reason, evidence, at: instant)
    case .resumed: resume(at: instant)
    case .ownerNotified: ownerNotifiedAt = instant
    case .completed: (stage, completedAt) = (.completed, instant)
    case .closed: end(.closed, at: instant)
    case .cancelled: end(.cancelled, at: instant)
    }
  }

  /// Begins the next cycle, with fresh clocks and everyone owed feedback again.
  mutating func reopen(at instant: Date) {
    cycle += 1
    cycleStartedAt = instant
    stage = assignee == nil ? .registered : .assigned
    urgentSince = urgency == .urgent ? instant : nil
    (acceptedAt, arrivedAt, completedAt, closedAt, ownerNotifiedAt, mergedInto) = (
      nil, nil, nil, nil, nil, nil
    )
    holds = []
    for index in reporters.indices { reporters[index].toldAt = nil }
  }

  private mutating func end(_ stage: TicketStage, at instant: Date, into other: TicketID? = nil) {
    if openHold != nil { resume(at: instant) }
    self.stage = stage
    closedAt = instant
    mergedInto = other
  }

  private mutating func absorb(_ contacts: [String], startedAt start: Date, at instant: Date) {
    cycleStartedAt = min(cycleStartedAt, start)
    if let urgent = urgentSince, cycle == 1 { urgentSince = min(urgent, max(start, cycleStartedAt)) }
    let known = Set(reporters.compactMap(\.contact))
    reporters += contacts.filter { !known.contains($0) }.map { Reporter(contact: $0, joinedAt: instant) }
  }

  private mutating func change(_ urgency: Urgency, at instant: Date) {
    self.urgency = urgency
    urgentSince = urgency == .urgent ? instant : nil
  }

  private mutating func assign(_ staff: String) {
    assignee = staff
    acceptedAt = nil
    if stage == .registered || stage == .accepted { stage = .assigned }
  }

  private mutating func tell(_ reporter: Int?, at instant: Date) {
    for index in reporters.indices where reporter == nil || reporter == index {
      reporters[index].toldAt = reporters[index].toldAt ?? instant
    }
  }

  private mutating func arrive(at instant: Date) {
    arrivedAt = instant
    if stage != .held { stage = .onSite }
  }

  private mutating func hold(_ reason: HoldReason, _ evidence: String, at instant: Date) {
    holds.append(Hold(reason: reason, evidence: evidence, from: instant, stage: stage))
    stage = .held
  }

  private mutating func resume(at instant: Date) {
    guard let last = holds.indices.last, holds[last].to == nil else { return }
    holds[last].to = instant
    stage = holds[last].stage
  }
}
