package import Foundation

/// Somebody from outside at the estate (外来人员登记, S026), from the desk's door to the way out.
package struct Visit: Equatable, Codable, Sendable {
  package let id: VisitID
  /// How many events it has; the last event's version.
  package private(set) var version = 1
  package let arrival: Arrival
  package let arrivedAt: Date
  /// Nil while they are inside.
  package private(set) var leftAt: Date?

  /// When it was found that they never came; nil for everybody who did.
  package private(set) var voidedAt: Date?

  /// Begins at the desk.
  package init(_ id: VisitID, _ arrival: Arrival, at instant: Date) {
    (self.id, self.arrival, arrivedAt) = (id, arrival, instant)
  }

  /// Whether they have not left.
  package var isInside: Bool { endedAt == nil }
  /// When they left, or when it was found that they never came; nil while they are inside.
  package var endedAt: Date? { leftAt ?? voidedAt }

  /// Takes in what happened; total.
  package mutating func apply(_ event: VisitEvent, at instant: Date, version: Int) {
    self.version = version
    switch event {
    case .arrived: break
    case .left: leftAt = instant
    case .takenBack: (leftAt, voidedAt) = (nil, leftAt == nil ? instant : nil)
    }
  }
}

/// What the desk writes down of somebody who arrives; who they are is in the vault.
package struct Arrival: Equatable, Codable, Sendable {
  /// Whom they visit, by the room or the public area.
  package var place: Place
  package var purpose: VisitPurpose
  /// One line in free words, such as the company; empty where the purpose says it all.
  package var text: String
  /// The key of their name, phone and plate in the vault; nil when they left none.
  package var contact: String?

  package init(place: Place, purpose: VisitPurpose, text: String = "", contact: String? = nil) {
    (self.place, self.purpose, self.text, self.contact) = (place, purpose, text, contact)
  }
}

/// What somebody comes for (*design*).
package enum VisitPurpose: String, CaseIterable, Codable, Sendable {
  case delivery, contractor, viewing, guest, other
}

/// What happened on one visit.
package enum VisitEvent: Equatable, Sendable {
  case arrived(Arrival)
  case left
  /// What was written down last was a mistake: they are still inside, or never came.
  case takenBack
}

/// What the visitor register refuses.
package enum VisitRefusal: Equatable, Sendable {
  case unknown(VisitID)
  /// They left already; nil when that is too long ago to be in sight.
  case left(VisitID, at: Date?)
  /// They would leave before they arrived.
  case beforeArrival(VisitID, Date)
  /// They never came: it was taken back.
  case void(VisitID)
}
