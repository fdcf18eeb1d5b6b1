package import Desk

extension Event {
  /// What happened, after the name of the thing it happened to: `R-12 派工给 老王`.
  package func named(_ language: Language) -> String {
    switch self {
    case .ticket, .round: "\(stream.rawValue) \(words(language))"
    case .route, .staffJoined, .staffLeft, .calendarPublished, .storeRestored: words(language)
    }
  }
}
