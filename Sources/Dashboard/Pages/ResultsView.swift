import Desk
import Foundation
import Screen

/// What a search of the whole record found, newest first.
enum ResultsView {
  static func draw(_ page: ResultsPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    let language = model.language
    let title = Words(
      zh: "全部记录中含「\(page.text)」的 \(page.rows.count) 张",
      en: "\(page.rows.count) in the whole record with “\(page.text)”")
    frame.rule(title(language), rect, rect.row)
    guard !page.rows.isEmpty else {
      frame.put(
        Words(zh: "没有找到。Esc 返回。", en: "Nothing found. Esc goes back.")(language), rect.row + 2, 4,
        rect.columns - 5, .dim)
      return
    }
    for (line, found) in page.rows.dropFirst(page.top).prefix(rect.rows - 2).enumerated() {
      let row = rect.row + 1 + line
      frame.put("\(found.id)", row, 2, 9)
      frame.put(model.dates.short(found.reportedAt, near: model.now)(language), row, 12, 16, .dim)
      frame.put(found.stage.words(language), row, 29, 10, found.stage.isEnded ? .done : .text)
      frame.put(found.place, row, 40, 14)
      frame.put(
        found.subject.isEmpty ? Category.words(found.category)(language) : found.subject, row, 55,
        rect.columns - 56 - (rect.columns >= 100 ? 10 : 0))
      if rect.columns >= 100 { frame.put(found.assignee, row, rect.columns - 9, 8) }
      guard page.top + line == page.index else { continue }
      frame.put(model.symbols[.cursor], row, 0, 1)
      frame.highlight(row, rect)
      frame.cursor = Position(row: row, column: 0)
    }
  }
}
