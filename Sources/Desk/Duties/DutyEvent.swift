/// What became of a duty; spans of the calendar by their names.
package enum DutyEvent: Equatable, Sendable {
  case discharged(span: String, proof: String, figure: Int?)
  case overdue(span: String)
  case waived(span: String, reason: String)
  /// A fault was found while it was done, and became a ticket.
  case findingRaised(span: String, ticket: TicketID)
}

/// What can be asked about a duty; without a span the oldest one still owed is meant, else the running one.
package enum DutyCommand: Equatable, Sendable {
  case discharge(span: String?, proof: String, figure: Int?)
  case waive(span: String?, reason: String)
}

/// What the duties refuse.
package enum DutyRefusal: Equatable, Sendable {
  case unknown(String)
  /// A contract is settled by the equipment's next end date, not by a proof.
  case isContract(asset: String)
  /// The span of that name is none of the duty's, or lies ahead.
  case spanUnknown(duty: String, span: String)
  case alreadySettled(duty: String, span: String)
  /// A span is waived once; it may still be done.
  case alreadyWaived(duty: String, span: String)
  case figureMissing(duty: String, least: Int)
  case figureTooLow(duty: String, figure: Int, least: Int)
  /// A figure is a share in percent.
  case figureTooHigh(duty: String, figure: Int)
  case twice(String)
  /// What is on record of it was counted by another period.
  case periodChanged(String)
  case none
}
