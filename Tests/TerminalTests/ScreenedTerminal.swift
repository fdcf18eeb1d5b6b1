#if VTERM
  import CNcurses
  import Foundation
  import Screen
  import Terminal
  import Testing
  import TestSupport

  /// A terminal whose screen a test can see.
  struct ScreenedTerminal: ~Copyable {
    /// First, so that it is given back before its line is gone.
    var terminal: Terminal
    let outside: PseudoTerminal

    init(rows: Int, columns: Int, type: String = "xterm-256color") throws {
      let outside = try PseudoTerminal(size: Size(rows: rows, columns: columns))
      terminal = try Terminal(input: outside.slave, output: outside.slave, type: type, escapeDelay: 25)
      outside.synchronize()
      self.outside = outside
    }

    /// Paints and returns how many bytes that took.
    @discardableResult
    mutating func paint(_ frame: Frame, looks: [Look] = [Look()]) -> Int {
      terminal.paint(frame, looks: looks)
      return outside.synchronize()
    }

    /// Types something and returns the keys it makes, once there are that many.
    mutating func keys(_ bytes: [UInt8], count: Int) throws(TerminalError) -> [Key] {
      outside.send(bytes)
      var keys: [Key] = []
      let end = ContinuousClock.now + .seconds(5)
      while keys.count < count, ContinuousClock.now < end {
        waitForInput()
        keys += try terminal.keys()
      }
      return keys
    }

    mutating func keys(_ text: String, count: Int = 1) throws(TerminalError) -> [Key] {
      try keys(Array(text.utf8), count: count)
    }

    private func waitForInput() {
      var descriptor = pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0)
      poll(&descriptor, 1, 1000)
    }

    mutating func resize(rows: Int, columns: Int) {
      outside.resize(Size(rows: rows, columns: columns))
      terminal.resize()
    }

    /// Returns where the screen differs from the frame; empty when it does not.
    func differences(from frame: Frame) -> [String] {
      var found: [String] = []
      for row in 0..<frame.size.rows {
        for column in 0..<frame.size.columns where frame[row, column].width > 0 {
          let seen = outside.screen[row, column].text
          let wanted = expected(frame[row, column])
          if (seen.isEmpty ? " " : seen) != wanted {
            found.append("\(row),\(column): \(seen) is not \(wanted)")
          }
        }
      }
      return found
    }

    /// What the cell looks like when libc does not give it the width that the frame gave it.
    private func expected(_ cell: Cell) -> String {
      guard door_width(cell.base.value) == Int32(cell.width) else {
        return cell.width == 2 && cell.base.value >= 0x20000 ? "〓" : "?"
      }
      var text = String(cell.base)
      for mark in [cell.firstMark, cell.secondMark] where mark.value > 0 && !isWide(mark) {
        text.unicodeScalars.append(mark)
      }
      return text
    }

    /// Whether a mark is left out because libc or the terminals give it columns.
    private func isWide(_ mark: Unicode.Scalar) -> Bool {
      door_width(mark.value) != 0 || (0x3099...0x309A).contains(mark.value)
    }
  }
#endif
