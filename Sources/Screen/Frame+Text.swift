extension Frame {
  /// Returns what one row says, over its full width.
  package func line(_ row: Int) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    var line = ""
    for cell in cells[row * size.columns..<(row + 1) * size.columns] { line += cell.text }
    return line
  }
}
