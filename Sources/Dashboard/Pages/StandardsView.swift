import Desk
import Screen

/// The posted standards: a heading, what is promised, and where it comes from.
enum StandardsView {
  private struct Line {
    var title = ""
    var text: String
    var source = ""
  }

  static func draw(_ page: StandardsPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    let language = model.language
    let own = Policy.words(name: model.desk.policy.name)
    let title = Words(zh: "承诺公示  \(own.zh)", en: "Standards  \(own.en)")
    frame.rule(title(language), rect, rect.row)
    let columns = Columns(rect, language)
    let lines = lines(model, columns)
    let top = min(page.top, max(0, lines.count - rect.rows + 1))
    for (index, line) in lines.dropFirst(top).prefix(rect.rows - 1).enumerated() {
      let row = rect.row + 1 + index
      frame.put(line.title, row, columns.title, columns.text - columns.title - 1, .title)
      frame.put(line.text, row, columns.text, columns.source - columns.text - 1)
      frame.put(line.source, row, columns.source, rect.endColumn - columns.source, .dim)
    }
    frame.putPlace(top, rect.rows - 1, of: lines.count, rect.row, rect)
    frame.cursor = Position(row: rect.row, column: rect.column)
  }

  /// The first line shown when the page is at its end.
  static func lastTop(_ model: Model) -> Int {
    let rect = model.layout.page
    return max(0, lines(model, Columns(rect, model.language)).count - rect.rows + 1)
  }

  /// Where heading, text and source begin.
  private struct Columns {
    let title: Int
    let text: Int
    let source: Int

    init(_ rect: Rect, _ language: Language) {
      title = rect.column + 1
      text = title + (language == .chinese ? 10 : 12)
      source = max(text + 10, rect.endColumn - 17)
    }
  }

  private static func lines(_ model: Model, _ columns: Columns) -> [Line] {
    let language = model.language
    var lines: [Line] = []
    for section in StandardsSheet(model.desk.policy, model.desk.plans.map(\.plan)).sections {
      var title = section.title(language)
      for row in section.rows {
        let parts = wrapped(row.text(language), columns: columns.source - columns.text - 1)
        for (index, part) in parts.enumerated() {
          lines.append(Line(title: title, text: part, source: index == 0 ? said(row.source, language) : ""))
          title = ""
        }
      }
    }
    return lines
  }

  /// `S023 design` as people read it: what the office settled itself says so.
  static func said(_ source: String, _ language: Language) -> String {
    source.split(separator: " ").map { $0 == "design" ? Words(zh: "自定", en: "own")(language) : String($0) }
      .joined(separator: " ")
  }
}
