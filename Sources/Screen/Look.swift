/// What a `Style` means on a terminal: two colour numbers and attributes.
package struct Look: Hashable, Sendable {
  /// How many colours a terminal has that takes them by their components.
  package static let direct = 1 << 24

  /// The colour of the strokes: -1 for the terminal's own, 0…255, or a number made of components.
  package var foreground: Int32
  /// The colour behind them, likewise.
  package var background: Int32
  /// What makes it stand out without colour.
  package var attributes: Attributes

  /// Makes a look; left out, everything is the terminal's own.
  package init(foreground: Int32 = -1, background: Int32 = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Makes a colour number of components.
  package static func number(red: UInt8, green: UInt8, blue: UInt8) -> Int32 {
    Int32(direct) | Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  }
}
