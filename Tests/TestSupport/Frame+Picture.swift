package import Screen

extension Frame {
  /// What all rows say, joined by line breaks.
  package var text: String {
    (0..<size.rows).map(line).joined(separator: "\n")
  }

  /// Returns one letter for the style of each column of a row.
  package func styleLine(_ row: Int, letters: (Style) -> Character) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    return String(cells[row * size.columns..<(row + 1) * size.columns].map { letters($0.style) })
  }
}
