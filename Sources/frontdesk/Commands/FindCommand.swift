import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk find TEXT`: tickets that hold a text, in the order they were recorded: the oldest record first.
enum FindCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let limit = try call.number("limit") ?? .max
    let journal = try call.reader()
    let found = try inWords(journal.search(call.options.arguments.joined(separator: " "), limit: nil))
    let rows = Array(found.reversed())
    let shown = rows.prefix(limit)
    switch call.format {
    case "json":
      let numbers = shown.map { JSONText.text($0.source?.number ?? $0.id.description) }
      try call.output.raw(
        JSONText.object([("count", .number(rows.count)), ("numbers", .list(numbers))]).line + "\n")
    case "csv":
      try call.output.raw(CSVText.line(ListCommand.columns))
      for row in shown { try call.output.raw(CSVText.line(row.cells(journal.zone))) }
    default: try text(rows.count, shown, journal.zone, call)
    }
  }

  private static func text(
    _ count: Int, _ rows: ArraySlice<HistoryRow>, _ zone: TimeZone, _ call: Invocation
  ) throws(Failure) {
    let headings = [
      Words(zh: "单号", en: "No."), Words(zh: "状态", en: "Stage"), Words(zh: "受理", en: "Reported"),
      Words(zh: "位置", en: "Place"), Words(zh: "类别", en: "Category"), Words(zh: "事项", en: "Subject"),
      Words(zh: "原号", en: "Log no."),
    ]
    var table = TextTable(headings.map { $0(call.language) })
    for row in rows {
      table.add([
        row.id.description, row.stage.words(call.language), row.reportedAt.deskText(zone), row.place.text,
        Category.words(row.category)(call.language), row.subject, row.source?.number ?? "",
      ])
    }
    try call.output.text(table.text)
    try call.say(zh: "找到 \(count) 张。", en: "\(count) found.")
  }
}
