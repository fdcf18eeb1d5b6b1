/// Turns the scalars of a text one by one into what a cell can hold.
///
/// Of a joined emoji only the first stays, skin tones and variation selectors are dropped, flags become their
/// two letters, line breaks and tabs become spaces, and nothing that steers a terminal or the direction of
/// text gets through.
struct GlyphScanner {
  /// What one scalar adds to a row of cells.
  enum Step {
    case nothing
    case glyph(Unicode.Scalar, Int)
    case mark(Unicode.Scalar)
  }

  private var previous: Unicode.Scalar = " "
  private var hasBase = false
  private var isJoined = false
  private var isAfterReturn = false

  /// Takes the next scalar.
  @inline(__always)
  mutating func next(_ scalar: Unicode.Scalar) -> Step {
    if scalar.value &- 0x20 < 0x5F {
      hasBase = true
      isJoined = false
      isAfterReturn = false
      previous = scalar
      return .glyph(scalar, 1)
    }
    return slow(scalar)
  }

  private mutating func slow(_ scalar: Unicode.Scalar) -> Step {
    defer { isAfterReturn = scalar == "\r" }
    if scalar == "\n", isAfterReturn { return .nothing }
    switch CharacterClass(scalar) {
    case .dropped:
      if scalar == "\u{200D}" { isJoined = true }
      return .nothing
    case .space:
      return base(" ", 1)
    case .mark:
      return hasBase ? .mark(scalar) : .nothing
    case .narrow:
      if isSwallowed(scalar) { return .nothing }
      if case 0x1F1E6...0x1F1FF = scalar.value { return base(letter(scalar), 1) }
      return base(scalar, 1)
    case .wide:
      return isSwallowed(scalar) ? .nothing : base(scalar, 2)
    }
  }

  private mutating func base(_ scalar: Unicode.Scalar, _ width: Int) -> Step {
    hasBase = true
    isJoined = false
    previous = scalar
    return .glyph(scalar, width)
  }

  /// Whether the scalar only changes the look of the emoji before it.
  private mutating func isSwallowed(_ scalar: Unicode.Scalar) -> Bool {
    let joined = isJoined
    isJoined = false
    // The five skin tones; asked first, because looking a property up costs more than the rest of a Han character.
    let isSkinTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
    guard isSkinTone || joined, hasBase, previous.value > 0x7F, previous.properties.isEmoji else {
      return false
    }
    return isSkinTone || scalar.properties.isEmoji
  }

  private func letter(_ indicator: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: indicator.value - 0x1F1E6 + 0x41))
  }
}
