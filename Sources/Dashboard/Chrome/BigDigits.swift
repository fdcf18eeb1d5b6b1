import Screen

/// Figures to be read from across a room, drawn with filled blanks: one column each in every font, there without colour.
enum BigDigits {
  /// The rows of a figure at scale 1.
  static let rows = 5

  /// The columns a text takes, with a blank between its figures.
  static func columns(_ text: String, scale: Int) -> Int {
    text.reduce(-scale) { $0 + (1 + width($1)) * scale }
  }

  /// Draws figures, `:`, `+`, `h` and `d`; anything else is a gap.
  static func draw(
    _ text: String, _ row: Int, _ column: Int, scale: Int, _ style: Style, in frame: inout Frame
  ) {
    var column = column
    for character in text {
      for (line, dots) in (shapes[character] ?? []).enumerated() {
        for (place, dot) in dots.enumerated() where dot == "#" {
          let block = Rect(
            row: row + line * scale, column: column + place * scale, rows: scale, columns: scale)
          frame.fill(block, style: style)
        }
      }
      column += (1 + width(character)) * scale
    }
  }

  private static func width(_ character: Character) -> Int { shapes[character]?[0].count ?? 1 }

  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", " # ", " # ", " # ", " # "],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    ":": [" ", "#", " ", "#", " "], "+": ["   ", " # ", "###", " # ", "   "],
    "h": ["#  ", "#  ", "###", "# #", "# #"], "d": ["  #", "  #", "###", "# #", "###"],
  ]
}

extension Model {
  /// A style whose blanks are filled, whatever the theme makes of the role; underlines would cut the figures into slices.
  func filled(_ role: Role) -> Style {
    let role: Role = role == .ignored ? .over : role == .critical ? .soon : role
    let isReversed = themes[theme].styles[role]?.attributes.contains(.reverse) ?? false
    return isReversed ? role.style : Role.underCursor(role.style)
  }
}
