#if VTERM
  import CVTerm
  package import Screen

  /// What a person would see: the bytes of a program, understood by libvterm, which knows nothing of ours.
  package final class VirtualScreen {
    /// One cell of it.
    package struct Cell: Equatable, Sendable {
      /// The character with its marks; empty for the right half of a wide one and for a cell nobody wrote to.
      package var text: String
      /// The columns it takes; 1 for the right half too.
      package var width: Int
      /// The attributes that libvterm knows; it has no dim.
      package var attributes: Attributes
      /// The colour numbers; -1 for the terminal's own, 256 for one by its components.
      package var foreground: Int
      /// The colour behind the strokes, likewise.
      package var background: Int
    }

    /// The extent.
    package private(set) var size: Size
    private var terminal: OpaquePointer
    private var screen: OpaquePointer

    /// Makes an empty screen; nothing when libvterm has no memory.
    package init?(size: Size) {
      guard let (terminal, screen) = VirtualScreen.make(size) else { return nil }
      self.size = size
      self.terminal = terminal
      self.screen = screen
    }

    private static func make(_ size: Size) -> (terminal: OpaquePointer, screen: OpaquePointer)? {
      guard let terminal = vterm_new(Int32(size.rows), Int32(size.columns)) else { return nil }
      guard let screen = vterm_obtain_screen(terminal) else { return nil }
      vterm_set_utf8(terminal, 1)
      vterm_screen_enable_altscreen(screen, 1)
      vterm_screen_reset(screen, 1)
      return (terminal, screen)
    }

    deinit { vterm_free(terminal) }

    /// Shows what a program wrote.
    package func feed(_ bytes: [UInt8]) {
      bytes.withUnsafeBytes { buffer in
        guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
        vterm_input_write(terminal, start, buffer.count)
      }
    }

    /// Returns what the terminal would answer to queries since the last time.
    package func answers() -> [UInt8] {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = vterm_output_read(terminal, &buffer, buffer.count)
      return buffer.prefix(count).map { UInt8(bitPattern: $0) }
    }

    /// Changes the extent.
    package func resize(_ size: Size) {
      self.size = size
      vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
    }

    /// Puts an empty screen of another extent in its place, at least 2x2: libvterm crashes when it shrinks wide characters.
    package func renew(_ size: Size) {
      let size = Size(rows: max(2, size.rows), columns: max(2, size.columns))
      guard let (terminal, screen) = VirtualScreen.make(size) else { return }
      vterm_free(self.terminal)
      (self.size, self.terminal, self.screen) = (size, terminal, screen)
    }

    /// Where the cursor is, seen or not.
    package var cursor: Position {
      let position = door_vterm_cursor(terminal)
      return Position(row: Int(position.row), column: Int(position.col))
    }

    /// The cell at a place.
    package subscript(row: Int, column: Int) -> Cell {
      let cell = door_vterm_cell(screen, Int32(row), Int32(column))
      var text = ""
      withUnsafeBytes(of: cell.scalars) { bytes in
        for value in bytes.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 && $0 != .max }) {
          if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
      }
      var attributes: Attributes = []
      if cell.bold { attributes.insert(.bold) }
      if cell.underline { attributes.insert(.underline) }
      if cell.reverse { attributes.insert(.reverse) }
      return Cell(
        text: text, width: Int(cell.width), attributes: attributes, foreground: Int(cell.foreground),
        background: Int(cell.background))
    }

    /// Returns what one row says over its full width; cells nobody wrote to are spaces.
    package func line(_ row: Int) -> String {
      var line = ""
      var column = 0
      while column < size.columns {
        let cell = self[row, column]
        line += cell.text.isEmpty ? " " : cell.text
        column += max(1, cell.width)
      }
      return line
    }

    /// All rows.
    package var lines: [String] { (0..<size.rows).map(line) }

    /// All rows, joined by line breaks.
    package var text: String { lines.joined(separator: "\n") }
  }
#endif
