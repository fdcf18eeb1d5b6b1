package import Foundation

/// What was agreed with the owner, or vouched for.
package enum PaperEvent: Equatable, Sendable {
  /// The person responsible signed that the work is done.
  case signed(by: String)
  case checkPassed(by: String)
  /// The work was found wanting, and goes on.
  case checkFailed(by: String, reason: String)
  /// The reporter was asked, and gave a rating from 1 to 5.
  case followedUp(rating: Int, text: String)
  case followUpUnreachable(text: String)
  /// A price was named, in hundredths of a yuan.
  case chargeQuoted(amount: Int, what: String)
  case chargeAccepted
  case chargeDeclined(reason: String)
  case partOrdered(what: String, expected: Date?)
  /// The owner was promised that something happens by an instant.
  case promised(at: Date, text: String)
  /// Another answers for the complaint from now on.
  case handedOff(to: String)
  case causeNamed(text: String)
  /// The report was put right, where something stands.
  case amended(Amendment)
}

/// What can be asked for about a ticket's papers.
package enum PaperCommand: Equatable, Sendable {
  /// The assignee signs.
  case sign
  /// `by`: who looked, nil for whoever asks.
  case passCheck(by: String?)
  case failCheck(by: String?, reason: String)
  case followUp(rating: Int, text: String)
  case reachNobody(text: String)
  /// In hundredths of a yuan.
  case quote(amount: Int, what: String)
  case acceptCharge
  case declineCharge(reason: String)
  case orderPart(what: String, expected: Date?)
  case promise(at: Date, text: String)
  case handOff(to: String)
  case nameCause(text: String)
  case amend(Amendment)

  /// Whether it belongs after the end of the work.
  var needsEnd: Bool {
    switch self {
    case .sign, .passCheck, .failCheck, .followUp, .reachNobody: true
    case .quote, .acceptCharge, .declineCharge, .orderPart, .promise, .handOff, .nameCause, .amend: false
    }
  }
}
