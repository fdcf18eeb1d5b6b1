import Desk
import Foundation

/// What was closed at the places that were looked at, newest first, for as long as nothing happens to a ticket there.
struct PlaceBook: Equatable, Sendable {
  private var places: [Place: [FoundTicket]] = [:]

  /// How far back it looks (*design*).
  static let span = TimeInterval(days * 86_400)
  static let days = 90

  /// So many places are enough for a page of cards and a day of calls; then it begins anew.
  private static let most = 200

  /// What is known of a place; empty also where nobody has looked yet.
  func past(of place: Place) -> [FoundTicket] { places[place] ?? [] }

  /// The last ticket of a category at a place.
  func last(_ category: String, at place: Place) -> FoundTicket? {
    past(of: place).first { $0.category == category }
  }

  /// Notes that a place is asked for; false when it was already.
  mutating func ask(_ place: Place) -> Bool {
    guard places[place] == nil else { return false }
    if places.count >= PlaceBook.most { places = [:] }
    places[place] = []
    return true
  }

  /// Takes in an answer, unless something happened there since it was asked for.
  mutating func take(_ place: Place, _ rows: [FoundTicket]) {
    if places[place] != nil { places[place] = rows }
  }

  mutating func forget(_ place: Place) { places[place] = nil }
}
