/// A colour by its components, with what eyes make of it.
package struct RGB: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Takes 24 bits, red first.
  init(_ value: Int) {
    self.init(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }

  /// Reads `#16181d`; nil for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix("#"), text.utf8.count == 7, text.dropFirst().allSatisfy(\.isHexDigit),
      let value = Int(text.dropFirst(), radix: 16)
    else {
      return nil
    }
    self.init(value)
  }

  /// A colour of the 256-colour palette; nil below 16, which every terminal sets as it likes.
  ///
  /// - Source: xterm's `256colres.pl`.
  init?(x256 number: Int) {
    switch number {
    case 16...231:
      let levels = [0, 95, 135, 175, 215, 255]
      let index = number - 16
      self.init(levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6])
    case 232...255:
      let level = 8 + 10 * (number - 232)
      self.init(level << 16 | level << 8 | level)
    default: return nil
    }
  }

  /// One of the sixteen colours as terminals have them that nobody changed; nil for any other number.
  ///
  /// - Source: xterm's `XTerm-col.ad`.
  init?(ansi number: Int) {
    let values = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000,
      0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    guard values.indices.contains(number) else { return nil }
    self.init(values[number])
  }

  /// Itself as terminals draw what is dim, some of them by a third towards the background (*design*: the faintest of them).
  func dimmed(on back: RGB) -> RGB {
    func part(_ one: UInt8, _ other: UInt8) -> UInt8 { UInt8((Int(one) * 2 + Int(other)) / 3) }
    return RGB(
      red: part(red, back.red), green: part(green, back.green), blue: part(blue, back.blue))
  }

  /// How bright it is, 0 for black to 1 for white.
  ///
  /// - Source: WCAG 2.2, relative luminance.
  package var luminance: Double { LinearColour(self).luminance }

  /// How well two colours stand out from each other, 1 to 21.
  ///
  /// - Source: WCAG 2.2, contrast ratio.
  func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// How different two colours look to an eye: the distance in CIE Lab (1976); about 2 is just noticeable.
  func distance(to other: RGB, seenBy sight: Sight) -> Double {
    let (one, two) = (LinearColour(self).seen(by: sight).lab, LinearColour(other).seen(by: sight).lab)
    return zip(one, two).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// The nearest of the 240 colours that are the same on every terminal with 256.
  var nearest256: Int {
    (16...255).min { one, two in
      let (one, two) = (RGB(x256: one) ?? self, RGB(x256: two) ?? self)
      return distance(to: one, seenBy: .full) < distance(to: two, seenBy: .full)
    } ?? 16
  }
}
