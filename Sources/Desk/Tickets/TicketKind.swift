/// What a resident brings to the desk; one table of rules serves all five.
package enum TicketKind: String, CaseIterable, Codable, Sendable {
  case repair, complaint, enquiry, help, suggestion

  /// The letter that starts a ticket's number.
  package var letter: Character {
    switch self {
    case .repair: "R"
    case .complaint: "C"
    case .enquiry: "Q"
    case .help: "H"
    case .suggestion: "G"
    }
  }

  /// Finds the kind behind a letter, in either case; nil for any other letter.
  package init?(letter: Character) {
    guard let kind = Self.allCases.first(where: { String($0.letter) == letter.uppercased() }) else {
      return nil
    }
    self = kind
  }
}
