/// What happened to those who live or work at a place; their names and phones are in the vault, never here.
package enum HouseholdEvent: Equatable, Sendable {
  /// The place has somebody in the directory from now on.
  case registered
  /// A name, phone, role or note was written down or corrected.
  case contactChanged(contact: String)
  /// A phone was shown in full to the author (S097, S099).
  case contactRevealed(contact: String, reason: String)
  /// Everything personal about one contact was taken out of the vault; nil for all of the place.
  case contactErased(contact: String?, reason: String)
}

extension HouseholdEvent {
  /// Whether the directory says something else afterwards.
  package var changesPeople: Bool { if case .contactRevealed = self { false } else { true } }
}

/// What can be asked about those who live or work at a place.
package enum HouseholdCommand: Equatable, Sendable {
  /// Keeps the submission's contact under this key.
  case keep(contact: String)
  case reveal(contact: String, reason: String)
  /// `contact` nil: all of the place.
  case erase(contact: String?, reason: String)
}

/// Why somebody belongs to a place.
package enum ResidentRole: String, CaseIterable, Codable, Sendable {
  case owner, tenant, family, other
}
