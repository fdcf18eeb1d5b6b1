import Screen

extension Frame {
  /// Draws rules, separators and boxes as thin lines: for terminals that give those one column.
  mutating func thinLines() {
    exchange(Role.rule.style) { sign, above, left in
      switch sign {
      case "-": "─"
      case "|": "│"
      case "+": Frame.corner(above, left)
      default: nil
      }
    }
  }

  /// Takes the lines away and parks a cursor that is nowhere on the first line of the page: a screen reader spells lines out, and
  /// reads where the cursor is.
  mutating func speak(_ page: Rect) {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[row, column]
        let isRule = cell.style == Role.rule.style && ["-", "|", "+"].contains(cell.base)
        guard isRule || cell.style == Role.title.style && cell.base == "=" else { continue }
        fill(Rect(row: row, column: column, rows: 1, columns: 1), style: Role.text.style)
      }
    }
    cursor = cursor ?? Position(row: min(page.row + 1, size.rows - 1), column: page.column)
  }

  /// A corner looks towards its neighbours; those above and to the left are lines already.
  private static func corner(_ above: Unicode.Scalar?, _ left: Unicode.Scalar?) -> Unicode.Scalar {
    let isBelow = above == "│" || above == "|"
    let isRight = left == "─" || left == "-"
    return isBelow ? (isRight ? "┘" : "└") : (isRight ? "┐" : "┌")
  }
}

extension Model {
  /// Whether lines may be thin.
  var hasThinLines: Bool {
    switch settings.border {
    case .ascii: false
    case .lines: !settings.isAccessible
    case .auto: terminal.ambiguousWidth == 1 && !settings.isAccessible
    }
  }

  /// Whether the last minutes count seconds: not while someone types, nor for a screen reader.
  var showsSeconds: Bool { !isTyping && !settings.isAccessible }
}
