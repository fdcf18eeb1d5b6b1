/// Everything to be seen at one moment: a grid of cells and the place of the cursor.
///
/// Drawing never fails and never leaves the grid: what does not fit is clipped. No cell ever holds a control
/// character or half of a wide character alone, so whoever paints a frame can trust its widths.
package struct Frame: Equatable, Sendable {
  /// The extent, never negative.
  package let size: Size
  /// The cells, row by row.
  package private(set) var cells: [Cell]
  /// Where the cursor is shown; none hides it.
  package var cursor: Position?

  /// Makes an empty frame; negative extents become 0.
  package init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: .blank(), count: self.size.rows * self.size.columns)
  }

  /// Itself with so many empty rows below.
  package func lengthened(by rows: Int) -> Frame {
    var frame = Frame(size: Size(rows: size.rows + max(0, rows), columns: size.columns))
    frame.cells.replaceSubrange(0..<cells.count, with: cells)
    frame.cursor = cursor
    return frame
  }

  /// The cell at a place; a blank outside the grid.
  package subscript(row: Int, column: Int) -> Cell {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return .blank() }
    return cells[row * size.columns + column]
  }

  /// Whether a row shows the same in both, which have the same extent.
  package func isSame(_ row: Int, as other: Frame) -> Bool {
    let row = row * size.columns..<(row + 1) * size.columns
    return cells[row] == other.cells[row]
  }

  /// The whole grid as a rectangle.
  package var bounds: Rect { Rect(size) }

  /// Blanks every cell of the rectangle, in that style, or fills it with a sign of one column.
  package mutating func fill(_ rect: Rect, with sign: Unicode.Scalar = " ", style: Style) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    for row in rect.row..<rect.endRow {
      let start = row * size.columns
      for index in start + rect.column..<start + rect.endColumn { cells[index] = Cell(sign, style: style) }
      repair(row, rect.column..<rect.endColumn)
    }
  }

  /// Replaces the style of every character that begins in the rectangle and keeps the text.
  package mutating func restyle(_ rect: Rect, _ map: (Style) -> Style) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    for row in rect.row..<rect.endRow {
      for column in rect.column..<rect.endColumn {
        let index = row * size.columns + column
        guard cells[index].width > 0 else { continue }
        cells[index].style = map(cells[index].style)
        if cells[index].width == 2 { cells[index + 1].style = cells[index].style }
      }
    }
  }

  /// Exchanges the signs of one style, told what stands above each and left of it, which may be exchanged already; nil leaves one as it is.
  /// Both are one column wide.
  package mutating func exchange(
    _ style: Style,
    _ other: (_ sign: Unicode.Scalar, _ above: Unicode.Scalar?, _ left: Unicode.Scalar?) -> Unicode.Scalar?
  ) {
    for index in cells.indices where cells[index].style.rawValue == style.rawValue && cells[index].width == 1
    {
      let above = index < size.columns ? nil : cells[index - size.columns].base
      let left = index % size.columns == 0 ? nil : cells[index - 1].base
      if let sign = other(cells[index].base, above, left) { cells[index] = Cell(sign, style: style) }
    }
  }

  /// Stores a character that is known to fit, halves together.
  mutating func put(_ cell: Cell, at index: Int) {
    cells[index] = cell
    if cell.width == 2 { cells[index + 1] = Cell(" ", width: 0, style: cell.style) }
  }

  /// Lays a combining mark over the character whose left half is at `index`.
  mutating func add(_ mark: Unicode.Scalar, at index: Int) { cells[index].add(mark) }

  /// Blanks the halves that overwriting those columns has left without their other half.
  mutating func repair(_ row: Int, _ columns: Range<Int>) {
    let start = row * size.columns
    if columns.lowerBound > 0, cells[start + columns.lowerBound - 1].width == 2 {
      cells[start + columns.lowerBound - 1] = .blank(cells[start + columns.lowerBound - 1].style)
    }
    if columns.upperBound < size.columns, cells[start + columns.upperBound].width == 0 {
      cells[start + columns.upperBound] = .blank(cells[start + columns.upperBound].style)
    }
  }
}
