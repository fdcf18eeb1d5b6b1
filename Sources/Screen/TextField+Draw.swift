extension TextField {
  /// Draws as much of the text as fits around the caret and returns the caret's place.
  ///
  /// The room is blanked first, so that the style shows how long the field is. A `~` at either end says that
  /// there is more.
  package func draw(
    in frame: inout Frame, row: Int, column: Int, width: Int, style: Style
  ) -> Position {
    frame.fill(Rect(row: row, column: column, rows: 1, columns: width), style: style)
    guard width > 0 else { return Position(row: row, column: column) }
    let before = displayWidth(String(content[..<caret]))
    let reserve = width >= 6 ? 3 : 1
    if before + displayWidth(String(content[caret...])) < width || before <= width - reserve {
      frame.write(text, row: row, column: column, width: width, style: style)
      return Position(row: row, column: column + min(before, width - 1))
    }
    let mark = width >= 6 ? 1 : 0
    let start = firstShown(room: width - reserve - mark)
    let shown = displayWidth(String(content[start..<caret]))
    if mark > 0 { frame.write("~", row: row, column: column, width: 1, style: style) }
    let rest = String(content[start...])
    frame.write(rest, row: row, column: column + mark, width: width - mark, style: style)
    return Position(row: row, column: column + mark + min(shown, width - mark - 1))
  }

  /// The first character of the longest run up to the caret that is not wider than `room`.
  private func firstShown(room: Int) -> Int {
    var start = caret
    var used = 0
    while start > 0 {
      used += displayWidth(String(content[start - 1]))
      if used > room { break }
      start -= 1
    }
    return start
  }
}
