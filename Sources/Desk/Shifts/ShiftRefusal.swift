package import Foundation

/// What stands in the way of something asked for a shift.
package enum ShiftRefusal: Equatable, Sendable {
  /// There is no shift with that number that is not handed over.
  case unknown(ShiftID)
  /// Another shift is still on.
  case stillOn(ShiftID)
  /// The day had such a shift already, or a later one.
  case alreadyWorked(ShiftID)
  case beforeStart(ShiftID, Date)
  case handedOver(ShiftID)
  /// After signing out nothing is added.
  case signedOut(ShiftID)
  case notSignedOut(ShiftID)
  case nobodyOn
  /// A name without any letter.
  case notAName(String)
  /// An item by its number from 1.
  case itemUnknown(ShiftID, item: Int, items: Int)
  case itemSeen(ShiftID, item: Int)
  /// Whoever signed out neither confirms nor takes over what they hand over.
  case sameHands(ShiftID, name: String)
  /// The draft that was read is not true any more.
  case changedSinceRead(ShiftID, things: Int)
  case itemsUnseen(ShiftID, items: [Int])
}
