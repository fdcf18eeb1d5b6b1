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
    switch letter {
    case "R", "r": self = .repair
    case "C", "c": self = .complaint
    case "Q", "q": self = .enquiry
    case "H", "h": self = .help
    case "G", "g": self = .suggestion
    default: return nil
    }
  }
}
