/// The ways of standing out that work without colour.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  package let rawValue: UInt8

  /// Takes the bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Thicker or brighter strokes.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter strokes; many terminals leave it out.
  package static let dim = Attributes(rawValue: 2)
  /// A line below.
  package static let underline = Attributes(rawValue: 4)
  /// Strokes and background exchanged.
  package static let reverse = Attributes(rawValue: 8)
}
