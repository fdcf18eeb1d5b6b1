import Dashboard
import Desk
import Screen

/// Columns of text under their headings, aligned by the width of the characters on screen.
struct TextTable {
  /// The widest a cell gets, so that one long text pushes no row off the screen; csv and json give it whole (*design*).
  private static let widest = 80

  private let headings: [String]
  private var rows: [[String]] = []

  init(_ headings: [Words], _ language: Language) { self.headings = headings.map { $0(language) } }

  /// Adds a row; cells become plain lines, clipped.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { clipped($0.plainLine, to: Self.widest) })
  }

  /// The table with its last line break; empty without rows. Columns of numbers stand to the right.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let all = [headings] + rows
    let widths = headings.indices.map { column in all.map { displayWidth($0[column]) }.max() ?? 0 }
    let isNumber = headings.indices.map { column in rows.allSatisfy { Int($0[column]) != nil } }
    var text = ""
    for row in all {
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - displayWidth(cell))
        line += isNumber[column] ? gap + cell : cell + gap
        line += "  "
      }
      text += line.trimmedEnd + "\n"
    }
    return text
  }
}
