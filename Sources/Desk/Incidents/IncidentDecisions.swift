import Foundation

extension Desk {
  /// The plan of a key in force: the one published here, else the one that ships with the program.
  package func plan(_ id: String) -> PlanState? {
    publishedPlans[id] ?? EmergencyPlan.standard.first { $0.id == id }.map { PlanState(plan: $0, version: 0) }
  }

  /// Every plan in force: those of the standard in its order, then the office's own by key.
  package var plans: [PlanState] {
    let standard = EmergencyPlan.standard.map(\.id)
    let own = publishedPlans.keys.filter { !standard.contains($0) }.sorted()
    return (standard + own).compactMap(plan)
  }

  /// Incidents that are not closed, the oldest first; a drill is one too.
  package var openIncidents: [Incident] { incidents.values.filter(\.isOpen).sorted { $0.id < $1.id } }

  func publish(_ draft: EmergencyPlan, at instant: Date) throws(Refusal) -> [Fact] {
    var plan = draft.plain
    plan.id = publishedPlans.kept(plan.id)
    guard !plan.id.isEmpty, !plan.name.text.isEmpty else { throw .nameMissing }
    guard !plan.steps.isEmpty else { throw .incident(.planEmpty(plan.id)) }
    let longest = EmergencyPlan.longestResponse
    guard (1...longest).contains(plan.respond) else {
      throw .incident(.minutesOutOfRange(plan: plan.id, minutes: plan.respond, most: longest))
    }
    for step in plan.steps {
      guard !step.line.text.isEmpty else { throw .textMissing }
      guard (0...EmergencyPlan.latestStep).contains(step.within) else {
        throw .incident(
          .minutesOutOfRange(plan: plan.id, minutes: step.within, most: EmergencyPlan.latestStep))
      }
    }
    return self.plan(plan.id)?.plan == plan ? [] : [Fact(.planPublished(plan), at: instant)]
  }

  func declare(_ new: NewIncident, at instant: Date, by actor: Actor) throws(Refusal) -> [Fact] {
    guard let state = plan(new.plan) else {
      throw .incident(.planUnknown(new.plan, known: plans.map(\.plan.id)))
    }
    guard !new.place.text.isEmpty else { throw .placeMissing }
    if let cause = new.cause, tickets[cause] == nil { throw .ticketUnknown(cause) }
    let id = IncidentID((incidents.keys.map(\.number).max() ?? 0) + 1)
    let declared = DeclaredIncident(
      plan: state.plan, planVersion: state.version, place: new.place.maskingPhones, text: new.text.freeText,
      isDrill: new.isDrill, by: actor.name)
    let link = new.cause.map { [Event.incident(id, .ticketLinked($0, isCause: true))] } ?? []
    return ([.incident(id, .declared(declared))] + link).map { Fact($0, at: instant) }
  }

  func decide(
    _ id: IncidentID, _ command: IncidentCommand, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Fact] {
    guard let incident = incidents[id] else { throw .incident(.unknown(id)) }
    if case .link(let ticket, _) = command, tickets[ticket] == nil { throw .ticketUnknown(ticket) }
    return try incident.decide(command, at: instant, by: actor.name)
  }
}

extension EmergencyPlan {
  /// A step later than this, in minutes, is work for a ticket (*design*).
  package static let latestStep = 7 * 24 * 60
}

extension Incident {
  /// Decides one command; crossings that were due before it come first, so that no late response is lost.
  func decide(
    _ command: IncidentCommand, at instant: Date, by name: String
  ) throws(Refusal) -> [Fact] {
    guard isOpen else { throw .incident(.closed(id)) }
    let earliest = earliest(for: command)
    guard instant >= earliest else { throw .incident(.beforeStart(id, earliest)) }
    let event = try answer(to: command, by: name)
    return crossings(upTo: instant) + [Fact(.incident(id, event), at: instant)]
  }

  /// Nothing is contained before the first step was done, and what comes after containment does not happen before it.
  private func earliest(for command: IncidentCommand) -> Date {
    switch command {
    case .contain: respondedAt ?? declaredAt
    case .review: contained?.at ?? declaredAt
    case .close: review?.at ?? declaredAt
    case .takeBackStep(let step):
      steps.indices.contains(step) ? steps[step].answer?.at ?? declaredAt : declaredAt
    default: declaredAt
    }
  }

  private func answer(to command: IncidentCommand, by name: String) throws(Refusal) -> IncidentEvent {
    switch command {
    case .doStep(let step, let typed):
      let who = typed.plainLine
      return .stepDone(try open(step, orSkipped: true), by: who.isEmpty ? name : who)
    case .skipStep(let step, let reason):
      let step = try open(step, orSkipped: false)
      return .stepSkipped(step, reason: try required(reason, .reasonMissing), by: name)
    case .takeBackStep(let step): return .stepTakenBack(try answered(step))
    case .sendNotice(let text): return .noticeSent(text: try required(text, .textMissing), by: name)
    case .link(let ticket, let isCause):
      guard !tickets.contains(where: { $0.id == ticket }) else {
        throw .incident(.alreadyLinked(id, ticket))
      }
      return .ticketLinked(ticket, isCause: isCause)
    case .contain(let text):
      guard contained == nil else { throw .incident(.alreadyContained(id)) }
      guard respondedAt != nil else { throw .incident(.notAnswered(id)) }
      return .contained(text: text.freeText, by: name)
    case .review(let text):
      guard contained != nil else { throw .incident(.notContained(id)) }
      return .reviewed(text: try required(text, .textMissing), by: name)
    case .close: return try close()
    }
  }

  private func close() throws(Refusal) -> IncidentEvent {
    guard contained != nil else { throw .incident(.notContained(id)) }
    guard review != nil else { throw .incident(.notReviewed(id)) }
    let open = steps.count - answered
    guard open == 0 else { throw .incident(.stepsOpen(id, steps: open)) }
    return .closed
  }

  /// A step of which something was said that may be taken back: of what was contained, one that was done before stays.
  private func answered(_ step: Int) throws(Refusal) -> Int {
    guard steps.indices.contains(step) else {
      throw .incident(.stepUnknown(id, step: step + 1, steps: steps.count))
    }
    guard steps[step].answer != nil else { throw .incident(.stepOpen(id, step: step + 1)) }
    var without = self
    without.apply(.stepTakenBack(step), at: declaredAt, version: version)
    if let contained, without.respondedAt.map({ $0 > contained.at }) ?? true {
      throw .incident(.containedByStep(id, step: step + 1))
    }
    return step
  }

  /// The step that is meant; one that was skipped may still be done.
  private func open(_ step: Int?, orSkipped: Bool) throws(Refusal) -> Int {
    guard let step = step ?? nextStep else { throw .incident(.noStepLeft(id)) }
    guard steps.indices.contains(step) else {
      throw .incident(.stepUnknown(id, step: step + 1, steps: steps.count))
    }
    guard let answer = steps[step].answer else { return step }
    if answer.isDone { throw .incident(.stepDone(id, step: step + 1)) }
    guard orSkipped else { throw .incident(.stepSkipped(id, step: step + 1)) }
    return step
  }
}
