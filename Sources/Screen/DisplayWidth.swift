/// How a text sits in the columns it is padded to.
package enum Alignment: Hashable, Sendable {
  case left, right, center
}

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
/// A text that fits is returned with its unprintable parts removed; one that does not ends with `~` when
/// `clip` asks.
package func clipped(_ text: String, to columns: Int, clip: Clip = .mark) -> String {
  let width = min(max(0, columns), displayWidth(text))
  var frame = Frame(size: Size(rows: 1, columns: width))
  frame.write(text, row: 0, column: 0, width: width, clip: clip)
  return frame.line(0)
}

/// Returns the text clipped or filled up with spaces to exactly that many columns.
package func padded(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
  let text = clipped(text, to: columns)
  let space = max(0, columns - displayWidth(text))
  let before = alignment == .left ? 0 : alignment == .right ? space : space / 2
  return String(repeating: " ", count: before) + text + String(repeating: " ", count: space - before)
}
