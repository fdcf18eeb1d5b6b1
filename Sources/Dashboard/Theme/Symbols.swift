/// The signs that stand for states, each exactly as wide as its room.
package struct Symbols: Equatable, Sendable {
  private var signs: [Sign: String] = [:]
  /// Whether shares are told in words and states by their words alone: for screen readers.
  private(set) var isSpoken = false

  /// No signs but those of the cursor and of a mark.
  static let spoken: Symbols = {
    var symbols = Symbols()
    symbols.isSpoken = true
    return symbols
  }()

  /// Something a theme may write with a sign of its own.
  package enum Sign: String, CaseIterable, Sendable {
    case soon, critical, over, over2, held, met, unknown, cursor, mark, barFull, barEmpty, barHeld

    /// The columns it fills.
    var width: Int {
      switch self {
      case .soon, .critical, .over, .over2, .held, .met, .unknown: 2
      case .cursor, .mark, .barFull, .barEmpty, .barHeld: 1
      }
    }

    /// What it is where a theme says nothing.
    var plain: String {
      switch self {
      case .soon: "! "
      case .critical: "!!"
      case .over: "X "
      case .over2: "XX"
      case .held: "= "
      case .met: "v "
      case .unknown: "? "
      case .cursor: ">"
      case .mark: "*"
      case .barFull: "#"
      case .barEmpty: "."
      case .barHeld: "|"
      }
    }
  }

  /// The sign as this theme writes it.
  subscript(sign: Sign) -> String {
    get { signs[sign] ?? sign.plain }
    set { signs[sign] = newValue }
  }

  /// A tag of a countdown as this theme writes it; one it has no sign for stays.
  func tag(_ plain: String) -> String {
    if isSpoken { return "  " }
    guard !signs.isEmpty, let sign = Sign.allCases.first(where: { $0.plain == plain }) else { return plain }
    return self[sign]
  }
}
