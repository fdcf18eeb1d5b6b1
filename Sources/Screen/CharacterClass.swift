/// What a scalar does to a row of cells.
enum CharacterClass {
  /// Never drawn: control characters, escapes, and what steers the direction or the joining of text.
  case dropped
  /// Drawn as a space: tabs and line breaks.
  case space
  /// Drawn over the character before it.
  case mark
  case narrow
  case wide

  /// Looks the scalar up, common scripts first.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .space
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: self = .dropped
    case 0x20...0x2FF: self = .narrow
    case 0x4E00...0x9FFF, 0x3001...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0xAC00...0xD7A3, 0xFF01...0xFF60:
      self = .wide
    default: self = CharacterClass(slow: value)
    }
  }

  private init(slow value: UInt32) {
    if contains(WidthTables.wide, value) {
      self = .wide
    } else if contains(WidthTables.marks, value) {
      self = .mark
    } else if contains(WidthTables.dropped, value) || value & 0xFFFE == 0xFFFE {
      self = .dropped
    } else {
      self = .narrow
    }
  }
}

/// Returns whether one of the ranges, given as pairs of first and last in order, holds the value.
package func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
  var low = 0
  var high = ranges.count / 2
  while low < high {
    let middle = (low + high) / 2
    if value > ranges[middle * 2 + 1] {
      low = middle + 1
    } else if value < ranges[middle * 2] {
      high = middle
    } else {
      return true
    }
  }
  return false
}
