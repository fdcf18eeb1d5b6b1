/// Returns the columns a text takes when a frame writes it.
package func displayWidth(_ text: String) -> Int {
  var scanner = GlyphScanner()
  var columns = 0
  for scalar in text.unicodeScalars {
    if case .glyph(_, let width) = scanner.next(scalar) { columns += width }
  }
  return columns
}

/// Returns the text as a frame would show it in at most that many columns.
///
/// A text that fits is returned with its unprintable parts removed; one that does not ends with `~`.
package func clipped(_ text: String, to columns: Int) -> String {
  let width = min(max(0, columns), displayWidth(text))
  var frame = Frame(size: Size(rows: 1, columns: width))
  frame.write(text, row: 0, column: 0, width: width)
  return frame.line(0)
}

/// Returns the text clipped or filled up with spaces to exactly that many columns.
package func padded(_ text: String, to columns: Int) -> String {
  let text = clipped(text, to: columns)
  return text + String(repeating: " ", count: max(0, columns - displayWidth(text)))
}

extension String {
  /// Itself without blanks at its end.
  package var trimmedEnd: String {
    String(prefix(upTo: lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex))
  }
}
