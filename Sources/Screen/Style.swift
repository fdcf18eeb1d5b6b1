/// How a cell looks, as a place in the caller's list of `Look`s; pages name roles, themes give the numbers.
package struct Style: RawRepresentable, Hashable, Sendable {
  /// The place in the list of looks.
  package let rawValue: UInt8

  /// Takes the place in the list of looks.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The first look of the list: ordinary text.
  package static let plain = Style(rawValue: 0)
}
