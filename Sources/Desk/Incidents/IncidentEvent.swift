/// What happened in one incident.
package enum IncidentEvent: Equatable, Sendable {
  indirect case declared(DeclaredIncident)
  /// A step of the plan, by its place from 0, and who did it.
  case stepDone(Int, by: String)
  case stepSkipped(Int, reason: String, by: String)
  /// What was said last of a step was a mistake.
  case stepTakenBack(Int)
  /// The owners were told (S070): what, and by whom.
  case noticeSent(text: String, by: String)
  /// A ticket that caused it, or that it caused.
  case ticketLinked(TicketID, isCause: Bool)
  case contained(text: String, by: String)
  /// What was learnt from it (S069).
  case reviewed(text: String, by: String)
  case closed
  /// Nobody had done a step yet when so many seconds were left.
  case warned(left: Int)
  case breached
}

/// The facts of a declaration, as recorded; the plan is kept as it stood, whatever is published later.
package struct DeclaredIncident: Equatable, Codable, Sendable {
  package var plan: EmergencyPlan
  /// Which published version of the plan it is; 0 for the one that ships with the program.
  package var planVersion: Int
  package var place: Place
  package var text: String
  package var isDrill: Bool
  package var by: String

  package init(
    plan: EmergencyPlan, planVersion: Int, place: Place, text: String, isDrill: Bool, by: String
  ) {
    self.plan = plan
    self.planVersion = planVersion
    self.place = place
    self.text = text
    self.isDrill = isDrill
    self.by = by
  }
}

/// What can be asked for one incident.
package enum IncidentCommand: Equatable, Sendable {
  /// Marks a step done, the next one when none is named; `by` is empty for the author.
  case doStep(Int?, by: String)
  case skipStep(Int?, reason: String)
  /// Says that what was said last of a step was a mistake.
  case takeBackStep(Int)
  case sendNotice(text: String)
  case link(TicketID, isCause: Bool)
  case contain(text: String)
  case review(text: String)
  case close
}

/// Sudden trouble, as it is cried out.
package struct NewIncident: Equatable, Sendable {
  /// The plan's key.
  package var plan: String
  package var place: Place
  package var text: String
  package var isDrill: Bool
  /// The ticket it came from, nil where there is none.
  package var cause: TicketID?

  package init(
    plan: String, place: Place, text: String = "", isDrill: Bool = false, cause: TicketID? = nil
  ) {
    self.plan = plan
    self.place = place
    self.text = text
    self.isDrill = isDrill
    self.cause = cause
  }
}
