import Desk
import Foundation
import Screen

extension TicketLines {
  /// What was closed at the same place in the last three months, the like first, and how much else is open there; nothing where nothing was.
  static func past(_ ticket: Ticket, _ model: Model) -> [Line] {
    let rows = model.placeBook.past(of: ticket.place).filter { $0.id != ticket.id }
    let alike = rows.first { $0.category == ticket.work.category }
    guard let shown = alike ?? rows.first else { return [] }
    let language = model.language
    let complaints = rows.count { $0.id.kind == .complaint }
    let open = model.board.duplicates.count(at: ticket.place) - (model.desk.tickets[ticket.id] == nil ? 0 : 1)
    let kind = alike == nil ? "" : Words(zh: "同类 ", en: "same kind: ")(language)
    let parts = [
      "\(title(ticket.place)(language)): \(shown.id) \(kind)\(visit(shown, model))",
      rows.count > 1 ? Words(zh: "共\(rows.count)单", en: "\(rows.count) in all")(language) : "",
      complaints > 0
        ? Words(zh: "投诉\(complaints)", en: complaints == 1 ? "1 complaint" : "\(complaints) complaints")(
          language) : "",
      Words(zh: "未结 \(open)", en: "open \(open)")(language),
    ]
    return [Line(text: parts.filter { !$0.isEmpty }.joined(separator: "  "), role: .dim)]
  }

  /// Whose past it is.
  static func title(_ place: Place) -> Words {
    let days = PlaceBook.days
    return place.isRoom
      ? Words(zh: "该房近\(days)天", en: "Same room, \(days) days")
      : Words(zh: "该处近\(days)天", en: "Same place, \(days) days")
  }

  /// What it was, when, and who did it: `跳闸（08-30 老王）`.
  static func visit(_ row: FoundTicket, _ model: Model) -> String {
    let day = model.dates.brief(row.closedAt ?? row.reportedAt, near: model.now)
    let what = clipped(
      row.subject.isEmpty ? Category.words(row.category)(model.language) : row.subject, to: 24)
    return Words(
      zh: "\(what)（\([day.zh, row.assignee].filter { !$0.isEmpty }.joined(separator: " "))）",
      en: "\(what) (\([day.en, row.assignee].filter { !$0.isEmpty }.joined(separator: ", ")))")(
        model.language)
  }
}
