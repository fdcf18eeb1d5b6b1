/// What happened on one shift.
package enum ShiftEvent: Equatable, Sendable {
  /// The shift began with these people on.
  case started(on: [String])
  /// Somebody came or left: who is on from now.
  case staffed(on: [String])
  case itemNoted(text: String, isRed: Bool, by: String)
  /// What is handed over, as the record had it then.
  case handoverDrafted([HandoverItem])
  case signedOut(by: String)
  /// The next shift saw an item, by its place from 0: the drafted ones first, then the notes.
  case itemAcknowledged(Int, by: String)
  case signedIn(by: String)
}

/// What can be asked for one shift.
package enum ShiftCommand: Equatable, Sendable {
  /// Says who is on from now.
  case staff(on: [String])
  case note(text: String, isRed: Bool)
  /// Drafts the handover from the record as it is.
  case draft
  case signOut
  case acknowledge(Int)
  /// Takes over, and with it begins the next shift with these people; nil begins none.
  case signIn(next: ShiftName?, on: [String])
}
