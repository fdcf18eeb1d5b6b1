/// One character cell: 16 bytes without a heap, so that a frame copies and compares like a block of memory.
///
/// A wide character takes two cells: its left half with `width` 2 and a right half with `width` 0 and a
/// space.
package struct Cell: Equatable, Sendable {
  /// The character; a space in a blank and in a right half.
  package var base: Unicode.Scalar
  /// Combining marks drawn over `base`, in order; the scalar 0 where there is none.
  package var firstMark: Unicode.Scalar
  /// The mark over `firstMark`, if any.
  package var secondMark: Unicode.Scalar
  /// The columns taken: 1, 2, or 0 for the right half of a wide character.
  package var width: UInt8
  /// How it looks; the same in both halves of a wide character.
  package var style: Style

  /// Makes a cell without marks.
  package init(_ base: Unicode.Scalar, width: UInt8 = 1, style: Style = .plain) {
    self.base = base
    self.firstMark = Cell.none
    self.secondMark = Cell.none
    self.width = width
    self.style = style
  }

  /// Makes an empty cell.
  package static func blank(_ style: Style = .plain) -> Cell { Cell(" ", width: 1, style: style) }

  /// The character with its marks; empty for a right half.
  package var text: String {
    guard width > 0 else { return "" }
    var text = String(base)
    for mark in [firstMark, secondMark] where mark != Cell.none { text.unicodeScalars.append(mark) }
    return text
  }

  /// Stands for the absence of a mark.
  static let none: Unicode.Scalar = "\0"

  /// Adds a combining mark; a third one is dropped.
  mutating func add(_ mark: Unicode.Scalar) {
    if firstMark == Cell.none {
      firstMark = mark
    } else if secondMark == Cell.none {
      secondMark = mark
    }
  }
}
