extension Frame {
  /// How far left of the grid a text may begin and still be looked at.
  private static let leftmost = 1 << 20

  /// Writes a text into at most `width` columns of a row and returns the columns used.
  ///
  /// Control characters and escapes are dropped, tabs and line breaks become a space. What lies left of
  /// column 0 or beyond the grid is clipped. A wide character half inside leaves a blank.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, width: Int, style: Style = .plain
  ) -> Int {
    guard (0..<size.rows).contains(row), column < size.columns, column >= -Frame.leftmost else { return 0 }
    let end = column + min(size.columns - column, max(0, width))
    guard end > 0 else { return 0 }
    let start = row * size.columns
    var scanner = GlyphScanner()
    var at = column
    var last = -1
    for scalar in text.unicodeScalars {
      switch scanner.next(scalar) {
      case .nothing:
        continue
      case .mark(let mark):
        if last >= 0 { add(mark, at: start + last) }
      case .glyph(let base, let columns):
        guard at + columns <= end else {
          cut(row: row, from: max(0, at), end: end, style: style)
          repair(row, max(0, column)..<end)
          return end - column
        }
        last = at < 0 ? -1 : at
        place(Cell(base, width: UInt8(columns), style: style), row: row, column: at)
        at += columns
      }
    }
    if at > 0, at > column { repair(row, max(0, column)..<at) }
    return at - column
  }

  /// Stores a character whose left part may lie before column 0.
  private mutating func place(_ cell: Cell, row: Int, column: Int) {
    if column >= 0 {
      put(cell, at: row * size.columns + column)
    } else if column + Int(cell.width) > 0 {
      put(.blank(cell.style), at: row * size.columns)
    }
  }

  /// Ends a text that did not fit: the free column, if any, is blanked, and the mark takes the last one.
  private mutating func cut(row: Int, from: Int, end: Int, style: Style) {
    let start = row * size.columns
    for column in from..<max(from, end) { put(.blank(style), at: start + column) }
    if self[row, end - 1].width == 0, end >= 2 { put(.blank(style), at: start + end - 2) }
    put(Cell("~", style: style), at: start + end - 1)
  }
}
