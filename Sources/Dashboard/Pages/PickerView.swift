import Screen

/// The box of a picker, over the page it belongs to.
enum PickerView {
  static func draw(_ page: PickerPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let shown = page.shown
    let widest = shown.prefix(16).map { displayWidth($0.label(model.language) + $0.detail(model.language)) }
    let columns = min(max(64, min(84, (widest.max() ?? 0) + 11)), layout.page.columns - 4)
    let rows = min(max(4, shown.count + 3), layout.page.rows - 1, 16)
    guard columns > 10, rows > 3 else { return }
    let outer = Rect(
      row: layout.page.row + max(0, (layout.page.rows - rows) / 2),
      column: layout.page.column + (layout.page.columns - columns) / 2, rows: rows, columns: columns)
    drawBox(outer, page.title(model.language), in: &frame)
    let box = outer.droppingLeft(1).droppingRight(1)
    frame.put(":", box.row + 1, box.column + 1, 1, .dim)
    frame.cursor = page.field.draw(
      in: &frame, row: box.row + 1, column: box.column + 3, width: box.columns - 4, style: Role.field.style)
    let height = rows - 3
    let top = max(0, page.index - height + 1)
    for (line, item) in shown.dropFirst(top).prefix(height).enumerated() {
      let isNumbered = page.field.isEmpty && !item.isRemark
      draw(
        item, number: !page.digitsChoose ? nil : isNumbered ? item.digit ?? top + line + 1 : 0,
        box.row + 2 + line, box,
        top + line == page.index, model, in: &frame)
    }
    if shown.isEmpty { drawEmpty(page, model, box, in: &frame) }
    guard shown.count > height else { return }
    let place = " \(page.index + 1)/\(shown.count) "
    frame.put(place, outer.endRow - 1, outer.endColumn - 3 - displayWidth(place), displayWidth(place), .dim)
  }

  /// An empty box with its title in the upper edge.
  private static func drawBox(_ rect: Rect, _ title: String, in frame: inout Frame) {
    frame.fill(rect, style: Role.text.style)
    let edge = "+" + String(repeating: "-", count: rect.columns - 2) + "+"
    frame.put(edge, rect.row, rect.column, rect.columns, .rule)
    frame.put(edge, rect.endRow - 1, rect.column, rect.columns, .rule)
    for row in (rect.row + 1)..<(rect.endRow - 1) {
      frame.put("|", row, rect.column, 1, .rule)
      frame.put("|", row, rect.endColumn - 1, 1, .rule)
    }
    frame.put(" \(title) ", rect.row, rect.column + 3, rect.columns - 6, .title)
  }

  private static func draw(
    _ item: PickerItem, number: Int?, _ row: Int, _ box: Rect, _ isCurrent: Bool, _ model: Model,
    in frame: inout Frame
  ) {
    let label = item.label(model.language)
    let detail = item.detail(model.language)
    frame.put(number.map { (1...9).contains($0) ? "\($0)" : " " } ?? " ", row, box.column + 1, 1, .keyName)
    let room = box.columns - 6
    // A key and a reason are worth more than the end of a long name.
    let kept = number == nil ? min(displayWidth(detail), room / 2) : -2
    let used = frame.put(label, row, box.column + 4, room - kept - 2, item.isPossible ? .text : .dim)
    let width = min(displayWidth(detail), room - used - 2)
    frame.put(detail, row, box.endColumn - 1 - max(0, width), width, .dim)
    if isCurrent { frame.highlight(row, box) }
  }

  private static func drawEmpty(_ page: PickerPage, _ model: Model, _ box: Rect, in frame: inout Frame) {
    let words: Words =
      if !page.takesText {
        Words(zh: "没有符合的", en: "Nothing matches")
      } else if page.field.isEmpty {
        Words(zh: "名单为空，输入后按 Enter", en: "The list is empty; type and press Enter")
      } else {
        Words(zh: "没有符合的；Enter 用所写的", en: "Nothing matches; Enter takes what you typed")
      }
    frame.put(words(model.language), box.row + 2, box.column + 4, box.columns - 6, .dim)
  }
}
