import CNcurses
import Screen

/// Brings frames to ncurses' screen, row by row, only what changed; ncurses finds the shortest way on the
/// wire.
struct Painter {
  private var shown: Frame?
  private var looks: [Look] = []
  private var drawn: [(attributes: attr_t, pair: Int32)] = []

  /// Whether ambiguous characters have to be replaced.
  var areSquaresWide = false {
    didSet { if areSquaresWide != oldValue { shown = nil } }
  }

  /// Draws a frame and returns whether there is anything to be sent.
  mutating func draw(_ frame: Frame, looks: [Look], colours: Int) -> Bool {
    if self.looks != looks || drawn.isEmpty {
      self.looks = looks
      drawn = (looks.isEmpty ? [Look()] : looks).map { Painter.drawn($0, colours) }
      shown = nil
    }
    guard frame != shown, let window = door_screen() else { return false }
    let rows = min(frame.size.rows, Int(getmaxy(window))),
      columns = min(frame.size.columns, Int(getmaxx(window)))
    for row in 0..<rows where hasChanged(row, in: frame) {
      paint(row, of: frame, columns: columns, on: window)
    }
    shown = frame
    place(frame.cursor, on: window)
    wnoutrefresh(window)
    return true
  }

  private func hasChanged(_ row: Int, in frame: Frame) -> Bool {
    guard let shown, shown.size == frame.size else { return true }
    return !shown.isSame(row, as: frame)
  }

  private func paint(_ row: Int, of frame: Frame, columns: Int, on window: UnsafeMutablePointer<WINDOW>) {
    var line = [cchar_t](repeating: cchar_t(), count: columns)
    var used = 0
    var column = 0
    func add(_ glyph: Glyph, _ look: (attributes: attr_t, pair: Int32)) {
      door_cell(&line[used], glyph.base, glyph.first, glyph.second, look.attributes, look.pair)
      used += 1
    }
    while column < columns {
      let cell = frame[row, column]
      let width = max(1, Int(cell.width))
      let fits = column + width <= columns
      let look = drawn[drawn.indices.contains(Int(cell.style.rawValue)) ? Int(cell.style.rawValue) : 0]
      let glyph = Glyph.drawable(fits ? cell : .blank(cell.style), areSquaresWide)
      add(glyph, look)
      if glyph.isFollowedByBlank { add(Glyph(base: 0x20), look) }
      column += width
    }
    wmove(window, Int32(row), 0)
    wadd_wchnstr(window, &line, Int32(used))
  }

  private func place(_ cursor: Position?, on window: UnsafeMutablePointer<WINDOW>) {
    guard let cursor, (0..<getmaxy(window)).contains(Int32(clamping: cursor.row)),
      (0..<getmaxx(window)).contains(Int32(clamping: cursor.column))
    else {
      curs_set(0)
      return
    }
    wmove(window, Int32(cursor.row), Int32(cursor.column))
    curs_set(1)
  }

  /// What a look is on a terminal with that many colours: a number it does not have becomes its darker twin,
  /// or its own.
  private static func drawn(_ look: Look, _ colours: Int) -> (attributes: attr_t, pair: Int32) {
    let attributes = look.attributes
    var bits = door_attributes(
      attributes.contains(.bold), attributes.contains(.dim), attributes.contains(.underline),
      attributes.contains(.reverse))
    guard colours > 0, look.foreground >= 0 || look.background >= 0 else { return (bits, 0) }
    if colours == 8, (8..<16).contains(look.foreground) { bits |= door_attributes(true, false, false, false) }
    let pair = alloc_pair(known(look.foreground, colours), known(look.background, colours))
    return (bits, max(0, pair))
  }

  private static func known(_ colour: Int32, _ colours: Int) -> Int32 {
    // The first eight numbers of a terminal that takes components are its palette.
    if colour >= Look.direct { return colours < Look.direct ? -1 : max(8, colour & (Int32(Look.direct) - 1)) }
    if colour < colours { return colour }
    return colours == 8 && colour < 16 ? colour - 8 : -1
  }
}
