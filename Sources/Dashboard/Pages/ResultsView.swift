import Desk
import Foundation
import Screen

/// Tickets of the whole record, what was recorded last first, under what they have in common.
enum ResultsView {
  static func draw(_ page: ResultsPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    frame.rule(model.crumbs + title(page, model)(model.language), rect, rect.row)
    let head = head(page, model)
    for (index, line) in head.prefix(rect.rows - 2).enumerated() {
      frame.put(line, rect.row + 1 + index, 2, rect.columns - 3)
    }
    let list = rect.droppingTop(1 + head.count)
    guard !page.rows.isEmpty else {
      frame.put(
        empty(page)(model.language), min(list.row + 1, rect.endRow - 1), 4, rect.columns - 5, .dim)
      return
    }
    let top = top(page, model)
    for (line, found) in page.rows.dropFirst(top).prefix(list.rows - 1).enumerated() {
      draw(found, list.row + line, rect, model, in: &frame)
      guard top + line == page.index else { continue }
      frame.put(model.symbols[.cursor], list.row + line, 0, 1)
      frame.highlight(list.row + line, rect)
      frame.cursor = Position(row: list.row + line, column: 0)
    }
  }

  /// How many tickets are on screen at once.
  static func capacity(_ page: ResultsPage, _ model: Model) -> Int {
    max(1, model.layout.page.rows - 2 - head(page, model).count)
  }

  /// The first ticket shown, so that the cursor is among them and no row is left empty.
  static func top(_ page: ResultsPage, _ model: Model) -> Int {
    let height = capacity(page, model)
    return max(0, min(max(page.top, page.index - height + 1), page.index, page.rows.count - height))
  }

  private static func draw(
    _ found: FoundTicket, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    let language = model.language
    frame.put("\(found.id)", row, 2, 9)
    frame.put(model.dates.short(found.reportedAt, near: model.now)(language), row, 12, 16, .dim)
    frame.put(found.stage.words(language), row, 29, 10, found.stage.isEnded ? .done : .text)
    frame.put(found.place, row, 40, 14)
    frame.put(
      found.subject.isEmpty ? Category.words(found.category)(language) : found.subject, row, 55,
      rect.columns - 56 - (rect.columns >= 100 ? 10 : 0))
    if rect.columns >= 100 { frame.put(found.assignee, row, rect.columns - 9, 8) }
  }

  private static func title(_ page: ResultsPage, _ model: Model) -> Words {
    switch page.subject {
    case .search(let text):
      Words(
        zh: "全部记录中含「\(text)」的 \(page.rows.count) 张",
        en: "\(page.rows.count) in the whole record with \"\(text)\"")
    case .asset(let id): AssetLines.title(id, model)
    }
  }

  private static func head(_ page: ResultsPage, _ model: Model) -> [TicketLines.Line] {
    if case .asset(let id) = page.subject { return AssetLines.lines(id, model) }
    return []
  }

  private static func empty(_ page: ResultsPage) -> Words {
    switch page.subject {
    case .search: Words(zh: "没有找到。Esc 返回。", en: "Nothing found. Esc goes back.")
    case .asset: Words(zh: "没有故障记录。Esc 返回。", en: "No fault on record. Esc goes back.")
    }
  }
}
