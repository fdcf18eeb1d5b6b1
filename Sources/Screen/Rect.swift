/// A block of cells: half-open, counted from 0, never negative in extent.
///
/// The splitting helpers are total: asking for more than there is gives all there is, asking for less than
/// nothing gives an empty rectangle at the same edge.
package struct Rect: Hashable, Sendable {
  /// The topmost line.
  package var row: Int
  /// The leftmost cell of each line.
  package var column: Int
  /// The number of lines, at least 0.
  package var rows: Int
  /// The number of cells in each line, at least 0.
  package var columns: Int

  /// Makes a block; negative extents become 0.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// Makes the block that covers a whole screen.
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// Whether there is no cell in it.
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The first row below it.
  package var endRow: Int { row + rows }

  /// The first column to the right of it.
  package var endColumn: Int { column + columns }

  /// Whether the cell lies in it.
  package func contains(_ position: Position) -> Bool {
    (row..<endRow).contains(position.row) && (column..<endColumn).contains(position.column)
  }

  /// Returns the cells that lie in both; empty when there are none.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row), left = max(column, other.column)
    let rows = min(endRow, other.endRow) - top, columns = min(endColumn, other.endColumn) - left
    return Rect(row: top, column: left, rows: rows, columns: columns)
  }

  /// Returns the uppermost rows.
  package func top(_ count: Int) -> Rect {
    Rect(row: row, column: column, rows: clamped(count, rows), columns: columns)
  }

  /// Returns what is left without the uppermost rows.
  package func droppingTop(_ count: Int) -> Rect { bottom(rows - clamped(count, rows)) }

  /// Returns the lowest rows.
  package func bottom(_ count: Int) -> Rect {
    let count = clamped(count, rows)
    return Rect(row: endRow - count, column: column, rows: count, columns: columns)
  }

  /// Returns what is left without the lowest rows.
  package func droppingBottom(_ count: Int) -> Rect { top(rows - clamped(count, rows)) }

  /// Returns the leftmost columns.
  package func left(_ count: Int) -> Rect {
    Rect(row: row, column: column, rows: rows, columns: clamped(count, columns))
  }

  /// Returns what is left without the leftmost columns.
  package func droppingLeft(_ count: Int) -> Rect { right(columns - clamped(count, columns)) }

  /// Returns the rightmost columns.
  package func right(_ count: Int) -> Rect {
    let count = clamped(count, columns)
    return Rect(row: row, column: endColumn - count, rows: rows, columns: count)
  }

  /// Returns what is left without the rightmost columns.
  package func droppingRight(_ count: Int) -> Rect { left(columns - clamped(count, columns)) }

  private func clamped(_ count: Int, _ limit: Int) -> Int { min(max(0, count), limit) }
}
