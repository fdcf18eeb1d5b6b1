/// What a `Style` means on a terminal: two colour numbers and attributes.
package struct Look: Hashable, Sendable {
  /// The colour of the strokes: -1 for the terminal's own, else 0…255.
  package var foreground: Int16
  /// The colour behind them: -1 for the terminal's own, else 0…255.
  package var background: Int16
  /// What makes it stand out without colour.
  package var attributes: Attributes

  /// Makes a look; left out, everything is the terminal's own.
  package init(foreground: Int16 = -1, background: Int16 = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
