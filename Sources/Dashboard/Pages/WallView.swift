import Desk
import Screen

/// The timers full screen, for a wall: read-only, no names of residents.
enum WallView {
  /// How many clocks the page holds.
  static func capacity(_ rect: Rect) -> Int { max(0, rect.rows - 1) * columns(rect) }

  private static func columns(_ rect: Rect) -> Int { rect.columns >= 160 ? 2 : 1 }

  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    let columns = columns(rect)
    let width = (rect.columns - (columns - 1) * 3) / columns
    let height = rect.rows - 1
    frame.rule(
      Words(
        zh: "计时  先到先断  共 \(model.board.timers.count)",
        en: "Timers  next to break  \(model.board.timers.count)")(model.language), rect, rect.row)
    let top = model.lists[.timers]?.top ?? 0
    for index in 0..<(height * columns) where top + index < model.board.timers.count {
      let pane = Rect(
        row: rect.row + 1, column: rect.column + (index / height) * (width + 3), rows: height, columns: width)
      TimersView.draw(model.board.timers[top + index], pane.row + index % height, pane, model, in: &frame)
    }
    if model.board.timers.count == 0 {
      frame.put(
        Words(zh: "没有在走的时限。", en: "No clock is running.")(model.language), rect.row + 2, 4, rect.columns - 5,
        .done)
    }
  }
}
