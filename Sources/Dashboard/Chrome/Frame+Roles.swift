import Screen

extension Frame {
  /// Writes a text in a role, clipped to a width; answers the columns it took.
  @discardableResult mutating func put(
    _ text: String, _ row: Int, _ column: Int, _ width: Int, _ role: Role = .text
  ) -> Int {
    guard width > 0 else { return 0 }
    return write(text, row: row, column: column, width: width, style: role.style)
  }

  /// Puts what runs out: its tag and its short name in 8 columns, and what is left in as many as are given. A thing that waits while it
  /// runs on has the tag of waiting, unless it is close.
  mutating func putClock(
    _ countdown: Countdown, _ name: Words, _ row: Int, _ column: Int, _ model: Model, isHeld: Bool = false,
    columns: Int = 10
  ) {
    let (tag, role) = isHeld && countdown.tag == "  " ? ("= ", Role.held) : (countdown.tag, countdown.role)
    put(model.symbols.tag(tag), row, column, 2, role)
    put(name(model.language), row, column + 3, 4, countdown.role)
    put(countdown.words(within: columns, model.language), row, column + 8, columns, countdown.role)
  }

  /// Draws a section rule with its title: `-- 消息 ------`, or `==[2 计时]=====` where the keys go.
  mutating func rule(_ title: String, _ rect: Rect, _ row: Int, isFocused: Bool = false) {
    guard rect.columns > 0 else { return }
    let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
    fill(line, with: isFocused ? "=" : "-", style: (isFocused ? Role.title : .rule).style)
    guard !title.isEmpty, rect.columns > 6 else { return }
    put(isFocused ? "[\(title)]" : " \(title) ", row, rect.column + 2, rect.columns - 3, .title)
  }

  /// Writes a line made of several roles.
  mutating func put(_ line: TicketLines.Line, _ row: Int, _ column: Int, _ width: Int) {
    var used = 0
    for span in line.spans { used += put(span.text, row, column + used, width - used, span.role) }
  }

  /// Writes lines below the rule that a rectangle begins with, as many as there is room for.
  mutating func putLines(_ lines: some Sequence<TicketLines.Line>, below rect: Rect) {
    for (index, line) in lines.prefix(max(0, rect.rows - 1)).enumerated() {
      put(line, rect.row + 1 + index, rect.column + 1, rect.columns - 1)
    }
  }

  /// Says at the end of a rule which lines of how many are in sight; nothing where all are.
  mutating func putPlace(_ top: Int, _ height: Int, of count: Int, _ row: Int, _ rect: Rect) {
    guard count > height else { return }
    let text = " \(top + 1)-\(min(count, top + height))/\(count) "
    put(text, row, rect.endColumn - 2 - displayWidth(text), displayWidth(text), .dim)
  }

  /// Says in place of a list's rows why there are none, and what brings one.
  mutating func putEmpty(_ text: String, _ rect: Rect) {
    put(text, rect.row + min(2, rect.rows - 1), rect.column + 5, rect.columns - 6, .dim)
  }

  /// Draws the line between two columns of panes.
  mutating func separator(_ rect: Rect, column: Int) {
    for row in rect.row..<rect.endRow { put("|", row, column, 1, .rule) }
  }

  /// Marks the row under the cursor of the list, or of a pane; where keys go, it stands out and the terminal's cursor is there.
  mutating func cursorRow(
    _ isCurrent: Bool, _ row: Int, _ rect: Rect, _ model: Model, in pane: Pane? = nil
  ) {
    guard isCurrent else { return }
    let column = rect.column - (pane == nil ? 0 : 1)
    put(model.symbols[.cursor], row, column, 1)
    guard model.isActing(in: pane) else { return }
    if let startled = model.startled, startled == model.selected {
      restyle(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)) { _ in Role.over.style }
    } else {
      highlight(row, rect)
    }
    cursor = Position(row: row, column: column)
  }

  /// Shows a row as the one under the cursor.
  mutating func highlight(_ row: Int, _ rect: Rect) {
    restyle(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)) { Role.underCursor($0) }
  }
}

/// A bar of a share of a budget, such as `[####....]`, with `+` behind it when more than all is used; `80%` for a screen reader.
func bar(_ share: Double, columns: Int, held: Bool, _ symbols: Symbols) -> String {
  guard columns > 0 else { return "" }
  if symbols.isSpoken {
    let percent = "\(Int(share * 100))%"
    return percent + String(repeating: " ", count: max(0, columns + 3 - percent.count))
  }
  let filled = max(0, min(columns, Int(share * Double(columns))))
  let full = String(repeating: symbols[.barFull], count: filled)
  let rest = String(repeating: symbols[held ? .barHeld : .barEmpty], count: columns - filled)
  return "[\(full)\(rest)]" + (share > 1 ? "+" : " ")
}
