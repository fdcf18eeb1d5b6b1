import Screen

/// The help page: a field to look by, and a line for every key and sign.
enum HelpView {
  static func draw(_ page: HelpPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    frame.rule(
      Words(zh: "帮助：各页按键、记号、终端   打字即查（拼音也行）", en: "Help: keys, signs, terminal   type to look one up")(
        model.language),
      rect, rect.row)
    guard rect.rows > 2 else { return }
    frame.put(":", rect.row + 1, rect.column + 1, 1, .dim)
    frame.cursor = page.field.draw(
      in: &frame, row: rect.row + 1, column: rect.column + 3, width: rect.columns - 4, style: Role.field.style
    )
    let lines = page.lines(model)
    let height = rect.rows - 2
    let top = max(0, min(page.index - height / 2, lines.count - height))
    for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
      let row = rect.row + 2 + offset
      frame.put(line.name, row, rect.column + 2, line.role == .title ? rect.columns - 3 : 20, line.role)
      frame.put(
        line.text(model.language), row, rect.column + 23, rect.columns - 24,
        line.role == .keyName ? .text : line.role)
      if top + offset == page.index {
        frame.highlight(row, Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
      }
    }
    if lines.isEmpty {
      frame.put(
        Words(zh: "没有符合的", en: "Nothing matches")(model.language), rect.row + 2, rect.column + 2,
        rect.columns - 4, .dim)
    }
  }
}
