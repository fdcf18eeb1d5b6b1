/// The extent of a screen or of a part of it, in character cells.
package struct Size: Hashable, Sendable {
  /// The number of lines.
  package var rows: Int
  /// The number of cells in each line.
  package var columns: Int

  /// Takes any numbers; whoever draws treats a negative extent as none.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
