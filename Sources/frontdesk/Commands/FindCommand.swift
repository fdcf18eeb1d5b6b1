import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk find TEXT`: the ticket of which the text is the number, then those that hold the text, the oldest record first.
enum FindCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let limit = try call.number("limit") ?? .max
    let journal = try call.reader()
    let words = call.options.arguments.joined(separator: " ")
    let found = try inWords(
      journal.search(words, also: Category.ids(shownAs: words) + Place.texts(typed: words), limit: nil))
    let named = found.prefix(found.first?.id == TicketID(words.trimmed) ? 1 : 0)
    let rows = named + found.dropFirst(named.count).reversed()
    let shown = rows.prefix(limit)
    let numbers = shown.map { JSONText.text($0.source?.number ?? $0.id.description) }
    try call.list(
      json: [("count", .number(rows.count)), ("numbers", .list(numbers))], csv: ListCommand.columns,
      shown.map { $0.cells(journal.zone) }, text: table(rows.count, shown, journal.zone, call.language))
  }

  private static func table(
    _ count: Int, _ rows: ArraySlice<HistoryRow>, _ zone: TimeZone, _ language: Language
  ) -> String {
    var table = TextTable(
      [
        Words(zh: "单号", en: "No."), Words(zh: "状态", en: "Stage"), Words(zh: "受理", en: "Reported"),
        Words(zh: "位置", en: "Place"), Words(zh: "类别", en: "Category"), Words(zh: "事项", en: "Subject"),
        Words(zh: "原号", en: "Log no."),
      ], language)
    for row in rows {
      table.add([
        row.id.description, row.stage.words(language), row.reportedAt.deskText(zone), row.place.text,
        Category.words(row.category)(language), row.subject, row.source?.number ?? "",
      ])
    }
    return table.text + Words(zh: "找到 \(count) 张。\n", en: "\(count) found.\n")(language)
  }
}
