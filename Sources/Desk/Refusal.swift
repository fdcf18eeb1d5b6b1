package import Foundation

/// A rule of the desk says no; each names the obstacle, and the words for it say what to do instead.
package enum Refusal: Error, Equatable, Sendable {
  case ticketUnknown(TicketID)
  case ticketEnded(TicketID, TicketStage)
  case ticketNotEnded(TicketID)
  case ticketHeld(TicketID)
  case ticketNotHeld(TicketID)
  case alreadyArrived(TicketID)
  case alreadyTold(TicketID)
  case alreadyCompleted(TicketID)
  case notAssigned(TicketID)
  case alreadyAccepted(TicketID)
  case alreadyAssigned(TicketID, staff: String)
  /// Closing needs the work completed first.
  case notCompleted(TicketID)
  /// Somebody who reported it was not told yet (S001).
  case feedbackOwed(TicketID, reporters: Int)
  /// Waiting for parts is allowed only after the owner was told in this cycle (S013).
  case ownerNotTold(TicketID)
  case notAComplaint(TicketID)
  case sameTicket(TicketID)
  case differentKind(TicketID, TicketID)
  case reporterUnknown(TicketID, index: Int)
  /// Somebody came with a ticket that was merged into this one, and goes with it.
  case cameWith(TicketID, TicketID)
  /// What it was merged into was merged in turn, and comes back first.
  case mergedFurther(TicketID, via: TicketID, into: TicketID)
  /// What was done before two tickets were merged is taken back once they are apart again.
  case mergedSince(TicketID, into: TicketID)
  case reasonMissing
  case nameMissing
  case textMissing
  /// A report needs a category or a subject.
  case subjectMissing
  case placeMissing
  /// It would stop a clock before it started.
  case beforeStart(TicketID, Date)
  case inFuture(Date)
  case nothingToUndo(TicketID)
  case changedSince(TicketID)
  /// Another desk changed it while it was being read; the events since then, in order.
  case changedMeanwhile(Stream, since: [RecordedEvent])
  /// The same command id came with other content.
  case idempotencyConflict(UUID)
  case alreadyImported(LogNumber)
  case roundAlreadyImported(LogNumber)
  case routeUnknown(String)
  case routeEmpty(String)
  case pointTwice(route: String, point: String)
  /// Points are asked for by their names as well.
  case pointNameTwice(route: String, name: String)
  case windowOutOfRange(route: String, point: String, minutes: Int)
  /// Before-this-is-early must lie before the time it is due.
  case opensTooLate(route: String, point: String, minutes: Int)
  case pointUnknown(route: String, point: String)
  /// In a log of rounds that were walked.
  case reachedBeforeStart(route: String, point: String)
  case pointAlreadyChecked(route: String, point: String)
  case pointNotChecked(route: String, point: String)
  case roundAlreadyOpen(RoundID)
  /// It would be checked before its round began.
  case beforeRound(RoundID, Date)
  case roundUnknown(RoundID)
  case roundOver(RoundID)
  case pointNotMissed(route: String, point: String)
  case scheduleImpossible(String)
  case calendarEmpty(Int)
  /// A date that the announcement of a year cannot speak of, because it lies in another one.
  case dateOutOfYear(CivilDate, year: Int)
  case dateTwice(CivilDate, year: Int)
  case duty(DutyRefusal)
  case assetUnknown(String)
  case assetRetired(String)
  case staffUnknown(String)
  /// It happened longer ago than anybody but a supervisor may write down; those there are, by name.
  case tooLongAgo(Date, supervisors: [String])
  case nothingToAcknowledge(TicketID)
  case notBreached(TicketID, ClockID)
  /// A breach is rescinded by saying that the promise was kept by then.
  case keptTooLate(TicketID, due: Date)
  /// The policy does not list it as a reason to wait.
  case holdNotListed(HoldReason)
  /// Only a supervisor or the manager may do it; those there are, by name.
  case supervisorNeeded(String, supervisors: [String])
  /// Whole phones are only for these posts (S099), of which this is none.
  case postNeeded(String, posts: [StaffRole])
  /// The next step of a ticket's life is another one.
  case life(TicketID, LifeObstacle)
  /// Nobody on the staff could overrule a rule any more.
  case lastSupervisor(String)
  case staffHasWork(String, tickets: Int)
  /// Whoever leaves the staff is taken off the shift that is on first.
  case staffOnShift(String, ShiftID)
  case incident(IncidentRefusal)
  case shift(ShiftRefusal)
  case visit(VisitRefusal)
}

/// Returns a text as it is kept, without blanks around it.
///
/// - Throws: the refusal when nothing is left of it.
func required(_ text: String, _ refusal: Refusal) throws(Refusal) -> String {
  let plain = text.freeText
  guard !plain.isEmpty else { throw refusal }
  return plain
}

extension Refusal {
  /// The first instant it can have happened at, where it was said to have happened before; nil for any other obstacle.
  var earliest: Date? {
    switch self {
    case .beforeStart(_, let first), .incident(.beforeStart(_, let first)),
      .shift(.beforeStart(_, let first)),
      .visit(.beforeArrival(_, let first)):
      first
    default: nil
    }
  }
}
