package import Desk
package import Foundation

/// A promise that broke, as it is told outside: without anybody's name or telephone.
package struct Alarm: Equatable, Sendable {
  package var ticket: TicketID
  package var place: String
  package var clock: ClockID
  package var at: Date
  /// Whom it was passed up to because nobody acknowledged it; nil for the breach itself.
  package var passedTo: StaffRole?

  /// What an event tells outside: a promise that broke, or one that is passed up because nobody acknowledged it; nil for any other.
  package init?(_ id: TicketID, _ event: TicketEvent, place: String, at instant: Date) {
    switch event {
    case .breached(let clock, _, _):
      self.init(ticket: id, place: place, clock: clock, at: instant)
    case .escalated(let escalation) where escalation.isOfIgnored:
      guard let clock = escalation.clock else { return nil }
      self.init(ticket: id, place: place, clock: clock, at: instant, passedTo: escalation.role)
    default: return nil
    }
  }

  init(ticket: TicketID, place: String, clock: ClockID, at: Date, passedTo: StaffRole? = nil) {
    (self.ticket, self.place, self.clock, self.at, self.passedTo) = (ticket, place, clock, at, passedTo)
  }
}
