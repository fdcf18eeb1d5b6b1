import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk report figures`: everything that is counted about one period.
enum FiguresCommand {
  static func run(_ call: Invocation) throws(Failure) {
    for end in ["from", "to"] { try call.options.refuseTogether("month", "quarter", "half", end) }
    let journal = try call.reader()
    let now = try call.clock(zone: journal.zone).now
    let instant = try call.past("as-of", journal.zone, now)
    let period = try period(call, journal.zone, now)
    let desk = try call.clerk(journal).desk
    let empty = FigureBook(period, asOf: instant, by: call.options.value("by").flatMap(FigureGroup.init))
    let book = try inWords(journal.figures(empty, desk))
    switch call.format {
    case "json": try json(book, journal.zone, call)
    case "csv": try csv(book, call)
    default: try text(book, journal.zone, call)
    }
  }

  private static func period(_ call: Invocation, _ zone: TimeZone, _ now: Date) throws(Failure)
    -> FigurePeriod
  {
    let today = CivilDate(now, in: zone)
    for (option, letter) in [("month", nil), ("quarter", "q"), ("half", "h")] as [(String, Character?)] {
      guard let text = call.options.value(option) else { continue }
      guard text.lowercased().first(where: \.isLetter) == letter, let period = FigurePeriod(text, in: zone)
      else {
        throw Failure(
          .usage,
          zh: "--\(option) 不能是“\(text.plainLine)”。请写 --month 2026-10、--quarter 2026-Q4 或 --half 2026-H2。",
          en:
            "--\(option) cannot be \"\(text.plainLine)\". Write --month 2026-10, --quarter 2026-Q4 or --half 2026-H2."
        )
      }
      return period
    }
    let (from, to) = (try call.day("from"), try call.day("to"))
    guard from != nil || to != nil else { return .month(of: today, in: zone) }
    let last = to ?? max(today, from ?? today)
    let first = from ?? CivilDate(year: last.year, month: last.month, day: 1)
    guard first <= last else {
      throw Failure(.usage, zh: "--from 不能晚于 --to。请对调。", en: "--from cannot be after --to. Turn them round.")
    }
    return FigurePeriod(first: first, last: last, in: zone)
  }

  private static func text(_ book: FigureBook, _ zone: TimeZone, _ call: Invocation) throws(Failure) {
    let (first, last) = (book.period.first.description, book.period.last.description)
    let asOf = book.asOf.deskText(zone)
    try call.say(zh: "\(first) 至 \(last)，截至 \(asOf)", en: "\(first) to \(last), as of \(asOf)")
    if book.total.reported == 0 {
      try call.say(
        zh: "这段时间没有受理工单。换一段时间：--month、--quarter、--half 或 --from --to。",
        en: "Nothing was reported in this period. Choose another: --month, --quarter, --half or --from --to.")
    }
    for table in book.tables(call.language) {
      try call.output.line()
      try call.output.line("\(table.title(call.language))  (\(table.source))")
      var lines = TextTable(table.columns.map(\.words), call.language)
      for row in table.rows { lines.add(row.map { $0.text(call.language) }) }
      try call.output.text(lines.text)
      try call.output.line("  " + table.note(call.language))
    }
  }

  private static func csv(_ book: FigureBook, _ call: Invocation) throws(Failure) {
    try call.output.csv(["table", "row", "figure", "value"])
    for table in book.tables(call.language) {
      for (index, row) in table.rows.enumerated() {
        for (column, cell) in zip(table.columns, row) {
          guard let value = cell.value else { continue }
          try call.output.csv([table.id, "\(index + 1)", column.id, value])
        }
      }
    }
  }

  private static func json(_ book: FigureBook, _ zone: TimeZone, _ call: Invocation) throws(Failure) {
    let tables = book.tables(call.language).map { table in
      let rows = table.rows.map { row in
        JSONText.object(
          zip(table.columns, row).compactMap { column, cell in cell.json.map { (column.id, $0) } })
      }
      return (
        table.id,
        JSONText.object([
          ("source", .text(table.source)), ("counts", .text(table.note(call.language))),
          ("rows", .list(rows)),
        ])
      )
    }
    let report = JSONText.object([
      ("from", .text(book.period.first.description)), ("to", .text(book.period.last.description)),
      ("as_of", .text(book.asOf.isoText(in: zone))), ("tables", .object(tables)),
    ])
    try call.output.json(report)
  }
}

extension FigureCell {
  /// Numbers as numbers, nothing measured as null; nil for bars and marks.
  fileprivate var json: JSONText? {
    guard let value else { return nil }
    if case .words = self { return .text(value) }
    return value.isEmpty ? .null : .written(value)
  }
}
