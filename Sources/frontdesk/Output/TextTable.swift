import Desk

/// Columns of text under their headings, aligned by the width of the characters on screen.
struct TextTable {
  private let headings: [String]
  private var rows: [[String]] = []

  init(_ headings: [String]) { self.headings = headings }

  /// Adds a row; cells become plain lines.
  mutating func add(_ cells: [String]) { rows.append(cells.map(\.plainLine)) }

  /// The table with its last line break; empty without rows. Columns of numbers stand to the right.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let all = [headings] + rows
    let widths = headings.indices.map { column in all.map { TextTable.width($0[column]) }.max() ?? 0 }
    let isNumber = headings.indices.map { column in rows.allSatisfy { Int($0[column]) != nil } }
    var text = ""
    for row in all {
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - TextTable.width(cell))
        line += isNumber[column] ? gap + cell : cell + gap
        line += "  "
      }
      text += line.trimmedEnd + "\n"
    }
    return text
  }

  /// How many cells a text takes on screen.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.cells }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(prefix(upTo: lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex))
  }
}

extension Unicode.Scalar {
  /// How many cells a terminal gives it, near enough to align a table.
  fileprivate var cells: Int {
    switch value {
    case 0..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}
