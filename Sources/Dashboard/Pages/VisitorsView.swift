import Desk
import Foundation
import Screen

/// Who is inside, since when and what for (S026).
enum VisitorsView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    for (column, words) in heads where column < rect.columns {
      frame.put(words(model.language), rect.row, rect.column + column, rect.columns - column, .dim)
    }
    let rows = model.visitRows
    if rows.isEmpty {
      let words = Words(
        zh: "没有访客在里面。F6 登记，如 3-2-1501 送货 顺丰 粤A12345",
        en: "Nobody is inside. F6 registers: 3-2-1501 delivery SF 粤A12345")
      frame.put(words(model.language), rect.row + 2, rect.column + 2, rect.columns - 2, .dim)
    }
    let list = model.lists[.visitors] ?? ListState()
    for (line, row) in rows.dropFirst(list.top).prefix(layout.listRows).enumerated() {
      guard case .visit(let id) = row, let visit = model.desk.visits[id] else { continue }
      let at = rect.row + 1 + line
      draw(visit, at, rect, model, in: &frame)
      frame.cursorRow(list.top + line == list.index, at, rect, model)
    }
  }

  private static let heads: [(Int, Words)] = [
    (2, Words(zh: "访客", en: "Visitor")), (13, Words(zh: "进来", en: "since")),
    (26, Words(zh: "去哪里", en: "Place")), (40, Words(zh: "事由", en: "What for")),
  ]

  private static func draw(_ visit: Visit, _ at: Int, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    let language = model.language
    let isLate = model.desk.staysTooLong(visit, at: model.now)
    let role: Role = isLate ? .over : visit.isInside ? .text : .done
    frame.put("\(isLate ? "X " : visit.isInside ? "  " : "v ")\(visit.id)", at, rect.column + 2, 10, role)
    frame.put(
      model.dates.short(visit.arrivedAt, near: model.now)(language), at, rect.column + 13, 12,
      visit.isInside ? .text : .dim)
    frame.put(visit.arrival.place.short(language), at, rect.column + 26, 13, visit.isInside ? .text : .dim)
    let end = state(visit, isLate, model)(language)
    let width = min(displayWidth(end), max(0, rect.columns - 60))
    frame.put(
      visit.arrival.words(language), at, rect.column + 40, rect.columns - 43 - width,
      visit.isInside ? .text : .dim)
    frame.put(end, at, rect.endColumn - width - 1, width, isLate ? .over : .dim)
  }

  /// How long they have been inside, or when they left.
  private static func state(_ visit: Visit, _ isLate: Bool, _ model: Model) -> Words {
    if visit.voidedAt != nil { return Words(zh: "登记有误", en: "a mistake") }
    if let leftAt = visit.leftAt {
      let time = model.dates.short(leftAt, near: model.now)
      return Words(zh: "\(time.zh) 离开", en: "left \(time.en)")
    }
    return isLate ? Words(zh: "还没离开", en: "still inside") : .none
  }

  /// The visitor under the cursor: who they are, the phone masked unless it was asked for.
  static func drawPreview(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard let visit = model.selectedVisit else { return frame.rule("", rect, rect.row) }
    let language = model.language
    frame.rule(
      "\(visit.id)  \(visit.arrival.place.spoken(language))  \(visit.arrival.words(language))", rect, rect.row
    )
    let lines = [who(visit, model)(language), times(visit, model)(language)]
    frame.putLines(
      lines.enumerated().map { TicketLines.Line(text: $1, role: $0 == 0 ? .text : .dim) }, below: rect)
  }

  private static func times(_ visit: Visit, _ model: Model) -> Words {
    let since = model.dates.short(visit.arrivedAt, near: model.now)
    let until = visit.endedAt ?? model.desk.stayEnds(from: visit.arrivedAt)
    let end = model.dates.short(until, near: model.now)
    // Beside the day before, a bare time reads as one that is past.
    let (from, today) = (
      CivilDate(visit.arrivedAt, in: model.desk.zone), CivilDate(model.now, in: model.desk.zone)
    )
    let day =
      from < today && CivilDate(until, in: model.desk.zone) == today ? Words(zh: "今天 ", en: "today ") : .none
    if visit.voidedAt != nil {
      return Words(zh: "\(end.zh) 撤销：登记有误", en: "undone \(end.en): nobody came")
    }
    guard visit.isInside else {
      return Words(zh: "\(since.zh) 进来   \(end.zh) 离开", en: "since \(since.en)   left \(end.en)")
    }
    return Words(
      zh: "\(since.zh) 进来   \(day.zh)\(end.zh) 前应离开（前台下班）",
      en: "since \(since.en)   to leave by \(day.en)\(end.en), when reception closes")
  }

  private static func who(_ visit: Visit, _ model: Model) -> Words {
    guard let key = visit.arrival.contact else {
      return Words(zh: "没有留姓名、电话、车牌", en: "no name, phone or plate was left")
    }
    guard let contact = model.contacts[key] else {
      let missing = Contact.missing(isErased: model.erased.contains(key))
      return Words(zh: "姓名电话\(missing.zh)", en: "name and phone \(missing.en)")
    }
    let parts = [contact.name, model.phone(of: contact), contact.note].filter { !$0.isEmpty }
    return Words(both: parts.joined(separator: "  "))
  }
}
