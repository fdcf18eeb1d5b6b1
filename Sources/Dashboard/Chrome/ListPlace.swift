import Screen

/// Which rows of a list are in sight, on the rule below it: silent where all are.
enum ListPlace {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let count = model.rows(model.view).count
    let rect = layout.list
    guard layout.preview.rows > 1 || layout.messages.rows > 1,
      layout.preview.rows > 1 || layout.messages.row == rect.endRow
    else { return }
    let top = model.lists[model.view]?.top ?? 0
    frame.putPlace(top, layout.listRows, of: count, rect.endRow, rect)
  }
}
