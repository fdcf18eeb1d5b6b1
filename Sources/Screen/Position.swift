/// One cell's place, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
  /// The line, 0 at the top.
  package var row: Int
  /// The cell in the line, 0 at the left.
  package var column: Int

  /// Takes any numbers; a position may lie outside the screen.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
