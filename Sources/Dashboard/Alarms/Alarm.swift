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
}
