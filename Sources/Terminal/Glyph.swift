import CNcurses
import Screen

/// One character as ncurses may get it: libc, which ncurses trusts, gives it the width that the frame gave
/// it.
struct Glyph {
  let base: UInt32
  var first: UInt32 = 0
  var second: UInt32 = 0
  /// Whether it is a stand-in narrower than the character, so that a blank takes the other column.
  var isFollowedByBlank = false

  /// Returns what to draw for a cell.
  static func drawable(_ cell: Cell, _ areSquaresWide: Bool) -> Glyph {
    let base = cell.base.value
    if base < 0x7F, cell.width == 1, cell.firstMark.value == 0 { return Glyph(base: base) }
    if areSquaresWide, cell.width == 1, let plain = Ambiguous.replacement(for: cell.base) {
      return Glyph(base: plain.value)
    }
    guard base >= 0x20, door_width(base) == Int32(cell.width) else { return substitute(cell) }
    if cell.firstMark.value == 0 { return Glyph(base: base) }
    let marks = [cell.firstMark.value, cell.secondMark.value].filter(isDrawable)
    return Glyph(base: base, first: marks.first ?? 0, second: marks.count > 1 ? marks[1] : 0)
  }

  /// Whether terminals agree that the mark takes no column: they do not about the wide marks of Han and kana.
  static func isDrawable(_ mark: UInt32) -> Bool {
    switch mark {
    case 0, 0x302A...0x302F, 0x3099...0x309A: false
    default: door_width(mark) == 0
    }
  }

  /// `〓` for rare Han that libc does not know, else `?`; a right half that has lost its left one is a blank.
  private static func substitute(_ cell: Cell) -> Glyph {
    if cell.width == 0 { return Glyph(base: 0x20) }
    if cell.width == 1 { return Glyph(base: 0x3F) }
    if (0x20000...0x3FFFF).contains(cell.base.value) { return Glyph(base: 0x3013) }
    return Glyph(base: 0x3F, isFollowedByBlank: true)
  }
}
