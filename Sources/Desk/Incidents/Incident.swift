package import Foundation

/// Sudden trouble or a drill of it, from the declaration to its review.
package struct Incident: Equatable, Codable, Sendable {
  package let id: IncidentID
  /// How many events it has; the last event's version.
  package private(set) var version: Int
  package let declared: DeclaredIncident
  package let declaredAt: Date
  /// As many as the plan has, in its order.
  package private(set) var steps: [IncidentStep]
  package private(set) var notices: [IncidentNote] = []
  package private(set) var tickets: [LinkedTicket] = []
  package private(set) var contained: IncidentNote?
  package private(set) var review: IncidentNote?
  package private(set) var closedAt: Date?
  /// Thresholds of the response that were recorded: the seconds left, 0 for the breach.
  package private(set) var crossed: [Int] = []

  /// Begins with its declaration.
  package init(_ id: IncidentID, _ declared: DeclaredIncident, at instant: Date) {
    self.id = id
    version = 1
    self.declared = declared
    declaredAt = instant
    steps = declared.plan.steps.map { step in
      IncidentStep(due: instant.addingTimeInterval(TimeInterval(step.within) * 60))
    }
  }

  /// Folds the events that stood at an instant; nil when the declaration is not among them.
  package static func folded(_ id: IncidentID, _ events: [RecordedEvent], asOf instant: Date) -> Incident? {
    var incident: Incident?
    for recorded in events.known(at: instant) {
      guard case .incident(_, let event) = recorded.event else { continue }
      if case .declared(let declared) = event {
        incident = Incident(id, declared, at: recorded.occurredAt)
      } else {
        incident?.apply(event, at: recorded.occurredAt, version: recorded.version)
      }
    }
    return incident
  }

  package var plan: EmergencyPlan { declared.plan }
  package var isDrill: Bool { declared.isDrill }
  package var isOpen: Bool { closedAt == nil }

  /// How far it has come.
  package var stage: IncidentStage {
    if closedAt != nil { return .closed }
    if review != nil { return .reviewed }
    return contained == nil ? .declared : .contained
  }

  /// The first step that nobody answered; nil when all are done or skipped.
  package var nextStep: Int? { steps.firstIndex { $0.answer == nil } }

  /// How many steps are done or skipped.
  package var answered: Int { steps.count { $0.answer != nil } }

  /// How many steps are done.
  package var done: Int { steps.count { $0.answer?.isDone == true } }

  /// When the first step was done, which is the response; skipping is none.
  package var respondedAt: Date? {
    steps.compactMap { $0.answer?.isDone == true ? $0.answer?.at : nil }.min()
  }

  /// Takes in what happened; total.
  package mutating func apply(_ event: IncidentEvent, at instant: Date, version: Int) {
    self.version = version
    switch event {
    case .declared: break
    case .stepDone(let step, let name): answer(step, StepAnswer(at: instant, by: name, isDone: true))
    case .stepSkipped(let step, let reason, let name):
      answer(step, StepAnswer(at: instant, by: name, isDone: false, reason: reason))
    case .stepTakenBack(let step):
      guard steps.indices.contains(step) else { break }
      (steps[step].answer, steps[step].before) = (steps[step].before, nil)
    case .noticeSent(let text, let name): notices.append(IncidentNote(text: text, by: name, at: instant))
    case .ticketLinked(let ticket, let isCause): tickets.append(LinkedTicket(id: ticket, isCause: isCause))
    case .contained(let text, let name): contained = IncidentNote(text: text, by: name, at: instant)
    case .reviewed(let text, let name): review = IncidentNote(text: text, by: name, at: instant)
    case .closed: closedAt = instant
    case .warned(let left): crossed.append(left)
    case .breached: crossed.append(0)
    }
  }

  private mutating func answer(_ step: Int, _ answer: StepAnswer) {
    guard steps.indices.contains(step) else { return }
    (steps[step].before, steps[step].answer) = (steps[step].answer, answer)
  }
}

/// Where an incident stands.
package enum IncidentStage: String, CaseIterable, Codable, Sendable {
  case declared, contained, reviewed, closed
}

/// A step of the plan in one incident.
package struct IncidentStep: Equatable, Codable, Sendable {
  package let due: Date
  package internal(set) var answer: StepAnswer?
  /// What was said of it before: a step that was skipped may be done.
  package internal(set) var before: StepAnswer?
}

/// What became of a step: who did it and when, or who left it out and why.
package struct StepAnswer: Equatable, Codable, Sendable {
  package var at: Date
  package var by: String
  package var isDone: Bool
  package var reason = ""
}

/// Something said in an incident: a notice to the owners, how it was contained, or its review.
package struct IncidentNote: Equatable, Codable, Sendable {
  package var text: String
  package var by: String
  package var at: Date

  package init(text: String, by: String, at: Date) { (self.text, self.by, self.at) = (text, by, at) }
}

/// A ticket that an incident came from or led to.
package struct LinkedTicket: Equatable, Codable, Sendable {
  package var id: TicketID
  package var isCause: Bool

  package init(id: TicketID, isCause: Bool) { (self.id, self.isCause) = (id, isCause) }
}
