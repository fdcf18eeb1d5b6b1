package import Foundation

/// What stands in the way of something asked for an incident or a plan.
package enum IncidentRefusal: Equatable, Sendable {
  case unknown(IncidentID)
  case planUnknown(String, known: [String])
  case planEmpty(String)
  /// The response of a plan, or a step's time, outside what is allowed; in minutes.
  case minutesOutOfRange(plan: String, minutes: Int, most: Int)
  case closed(IncidentID)
  case beforeStart(IncidentID, Date)
  /// A step by its number from 1.
  case stepUnknown(IncidentID, step: Int, steps: Int)
  case stepDone(IncidentID, step: Int)
  /// Nothing was said of it that could be taken back.
  case stepOpen(IncidentID, step: Int)
  case stepSkipped(IncidentID, step: Int)
  case noStepLeft(IncidentID)
  case alreadyLinked(IncidentID, TicketID)
  /// Nobody has done a single step yet, so there is nothing that contained it.
  case notAnswered(IncidentID)
  case alreadyContained(IncidentID)
  /// Without this step it would have been contained before anybody had done one.
  case containedByStep(IncidentID, step: Int)
  case notContained(IncidentID)
  /// Only a review closes it (S069).
  case notReviewed(IncidentID)
  /// Steps that are neither done nor skipped.
  case stepsOpen(IncidentID, steps: Int)
}
