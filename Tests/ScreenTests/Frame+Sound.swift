import Screen

extension Frame {
  /// Whether halves stand together, no control character is in a cell, and there are as many cells as the
  /// size says.
  var isSound: Bool {
    guard cells.count == size.rows * size.columns else { return false }
    for row in 0..<size.rows {
      for column in 0..<size.columns where !isSound(row, column) { return false }
    }
    return true
  }

  private func isSound(_ row: Int, _ column: Int) -> Bool {
    let cell = self[row, column]
    for scalar in cell.text.unicodeScalars where scalar.properties.generalCategory == .control {
      return false
    }
    switch cell.width {
    case 0: return column > 0 && self[row, column - 1].width == 2
    case 1: return true
    default:
      return column + 1 < size.columns && self[row, column + 1].width == 0
        && self[row, column + 1].style == cell.style
    }
  }
}
