import Desk
import Screen

/// The figures of a period, table by table: what is counted, from where, and what is left out.
enum FiguresView {
  static func draw(_ page: FiguresPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    frame.rule(title(page, model)(model.language), rect, rect.row)
    let lines = lines(page, model, columns: rect.columns - 2)
    let top = min(page.top, max(0, lines.count - rect.rows + 1))
    frame.putLines(
      lines.dropFirst(top).map { TicketLines.Line(text: $0.text, role: $0.role) }, below: rect)
    frame.putPlace(top, rect.rows - 1, of: lines.count, rect.row, rect)
    frame.cursor = Position(row: rect.row, column: rect.column)
  }

  /// The first line shown when the page is at its end.
  static func lastTop(_ page: FiguresPage, _ model: Model) -> Int {
    let rect = model.layout.page
    return max(0, lines(page, model, columns: rect.columns - 2).count - rect.rows + 1)
  }

  private static func title(_ page: FiguresPage, _ model: Model) -> Words {
    let words =
      switch page.span {
      case .today: Words(zh: "今日", en: "Today")
      case .month: Words(zh: "本月", en: "This month")
      case .quarter: Words(zh: "本季", en: "This quarter")
      case .half: Words(zh: "本半年", en: "This half-year")
      }
    guard let book = page.book else { return Words(zh: "报表  \(words.zh)", en: "Figures  \(words.en)") }
    let (first, last) = (book.period.first, book.period.last)
    let days = first == last ? "\(first)" : "\(first) – \(last)"
    let time = model.dates.time(book.asOf)
    return Words(
      zh: "报表  \(words.zh)  \(days)  截至 \(time)", en: "Figures  \(words.en)  \(days)  as of \(time)")
  }

  private static func lines(
    _ page: FiguresPage, _ model: Model, columns: Int
  ) -> [(text: String, role: Role)] {
    let language = model.language
    guard let book = page.book else { return [(Words(zh: "正在统计…", en: "counting…")(language), .dim)] }
    var lines: [(text: String, role: Role)] = []
    if book.total.reported == 0 {
      lines = wrapped(empty(language), columns: columns - 2).map { ("  " + $0, .dim) } + [("", .text)]
    }
    for table in book.tables(language) {
      lines.append(("\(table.title(language))  \(StandardsView.said(table.source, language))", .title))
      lines +=
        table.isStrip
        ? wrapped(table.strip(language), columns: columns - 2).map { ("  " + $0, .text) }
        : body(table, language, columns: columns)
      lines += wrapped(table.note(language), columns: columns - 2).map { ("  " + $0, .dim) }
      lines.append(("", .text))
    }
    return lines
  }

  private static let empty = Words(
    zh: "这段时间还没有受理。F2 建单后，这里算受理、达标率、用时、热点和人员。← → 换一段时间。",
    en:
      "No call in this period yet. F2 takes one; calls, promises kept, times, hot spots and people are counted here. ← → choose another period."
  )

  /// The rows under their headings. On a screen that is too narrow the bars go, then the headings take two lines.
  private static func body(
    _ table: FigureTable, _ language: Language, columns: Int
  ) -> [(text: String, role: Role)] {
    var heads = [table.columns.map { $0.words(language) }]
    var rows = table.rows.map { $0.map { $0.text(language) } }
    if !fits(heads + rows, columns) {
      let kept = table.columns.indices.filter { table.columns[$0] != .bar }
      (heads, rows) = (heads.map { row in kept.map { row[$0] } }, rows.map { row in kept.map { row[$0] } })
    }
    if !fits(heads + rows, columns) {
      let halves = heads[0].map(halves)
      heads = [halves.map(\.0), halves.map(\.1)]
    }
    let widths = widths(heads + rows)
    return (heads + rows).enumerated().map { index, row in
      let cells = zip(row, widths).map { padded($0, to: $1) }
      return ("  " + cells.joined(separator: "  "), index < heads.count ? .dim : .text)
    }
  }

  private static func fits(_ rows: [[String]], _ columns: Int) -> Bool {
    let widths = widths(rows)
    return widths.reduce(2 * widths.count, +) <= columns
  }

  private static func widths(_ rows: [[String]]) -> [Int] {
    (rows.first ?? []).indices.map { index in min(28, rows.map { displayWidth($0[index]) }.max() ?? 0) }
  }

  /// A heading of several words in two, the second line below the first.
  private static func halves(_ text: String) -> (String, String) {
    guard let blank = text.lastIndex(of: " ") else { return ("", text) }
    return (String(text[..<blank]), String(text[text.index(after: blank)...]))
  }
}
