package import Foundation

/// What stands in the way of a ticket's next step.
package enum LifeObstacle: Equatable, Sendable {
  case notSigned
  case alreadySigned
  case notChecked
  case alreadyChecked
  /// Whoever did the work, or signed for it, does not check it (S018).
  case secondPersonNeeded(String)
  /// Nobody asked the reporter yet, and too few attempts were made (S033).
  case followUpOwed(attempts: Int, of: Int)
  case alreadyFollowedUp
  case ratingOutOfRange(Int)
  /// Its kind has no such step.
  case noSuchStep(LifeStep)
  /// A complaint ends with an explanation (S034).
  case explanationMissing
  /// The owner has not said whether they pay; the amount is in hundredths of a yuan.
  case chargeOpen(Int)
  case nothingQuoted
  case neverCharged
  case amountMissing
  case promisePassed(Date)
  case alreadyInCharge(String)
  /// One who reported it alone cannot leave it.
  case onlyReporter
  /// A complaint is not complained about: it is reopened, or graded as serious.
  case alreadyComplaint
  /// Who should be the first caller reported it later too.
  case alreadyReporter
}
