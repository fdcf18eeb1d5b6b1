import Desk
import Screen

/// What today brought, in a few lines: new and done, promises kept, mean times, and the hours as bars.
enum TodayPane {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.today
    guard !rect.isEmpty else { return }
    frame.separator(rect, column: rect.column - 2)
    frame.rule(Words(zh: "5 今日", en: "5 Today")(model.language), rect, rect.row)
    let role: Role = model.today == nil ? .dim : .text
    frame.putLines(
      lines(model, columns: rect.columns - 2).map { TicketLines.Line(text: $0, role: role) }, below: rect)
  }

  private static func lines(_ model: Model, columns: Int) -> [String] {
    let language = model.language
    guard let book = model.today else { return [Words(zh: "正在统计…", en: "counting…")(language)] }
    guard let row = book.summary.rows.first else {
      return [Words(zh: "今天还没有受理。", en: "Nothing was reported today yet.")(language)]
    }
    // Two blanks part one figure from the next, and none is broken in two.
    let figures = zip(book.summary.columns, row).map { "\($0.words(language)) \($1.text(language))" }
    var lines = [""]
    for figure in figures {
      let longer = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : "  ") + figure
      if displayWidth(longer) <= columns { lines[lines.count - 1] = longer } else { lines.append(figure) }
    }
    return lines + wrapped(book.hourTable.strip(language), columns: columns)
  }
}
