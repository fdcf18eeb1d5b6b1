package import Foundation

/// What can be asked for one ticket.
package enum TicketCommand: Equatable, Sendable {
  case join(contact: String?, text: String)
  /// `at`: where among the callers of the other those of this one are to stand, as they did before they were parted; nil for the end.
  case merge(into: TicketID, at: Int? = nil)
  /// A merged ticket comes back, or one of several reporters, by index, leaves into a ticket of their own; nil for the last of them.
  case split(reporter: Int?)
  /// A complaint is opened about it, in the words given or else in its own.
  case complain(text: String)
  case categorise(category: String, complexity: Complexity)
  case setUrgency(Urgency, reason: String)
  case grade(Grade)
  case assign(staff: String)
  case accept
  case decline(reason: String)
  case arrive
  case giveFeedback(text: String, reporter: Int?)
  case startWork
  /// `ownerTold`: the owner was told just now, which *awaiting parts* needs (S013).
  case hold(HoldReason, evidence: String, ownerTold: Bool)
  case resume
  case notifyOwner(text: String)
  case complete(text: String)
  case close(text: String)
  case reopen(reason: String)
  case cancel(reason: String)
  case note(text: String)
  /// Takes notice of a missed clock.
  case acknowledge
  /// Says that a promise was kept after all, at the time the command names: the one that was missed at an instant, else the first that
  /// this may have kept.
  case rescind(ClockID, reason: String, missed: Date? = nil)
  /// Takes that back: the breach stands again.
  case restoreBreach(ClockID, missed: Date)
  case paper(PaperCommand)
  /// Holds it to the promises in force now.
  case applyPolicy
  /// Takes back the command `undoes`; `restores` is the work before it. The submission's `seen` is the version that command
  /// left: if anything but crossings and notes came after it, the desk refuses.
  indirect case undo(undoes: UUID, restores: TicketWork)
}
