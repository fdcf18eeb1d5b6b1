import Desk
import Foundation
import Screen

/// What the office owes by month, quarter and year, and the proof of it.
enum DutiesView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    // The span says how often as well: where there is little room the name goes first.
    let name = rect.columns - (rect.columns >= 76 ? 53 : 37)
    for (column, words) in heads(name) where column < rect.columns {
      frame.put(words(model.language), rect.row, rect.column + column, rect.columns - column, .dim)
    }
    let rows = model.dutyRows
    let list = model.lists[.duties] ?? ListState()
    for (line, row) in rows.dropFirst(list.top).prefix(layout.listRows).enumerated() {
      let at = rect.row + 1 + line
      draw(row, at, rect, name, model, in: &frame)
      frame.cursorRow(list.top + line == list.index, at, rect, model)
    }
  }

  private static func heads(_ name: Int) -> [(Int, Words)] {
    [
      (2, Words(zh: "情况", en: "Standing")), (15, Words(zh: "到期", en: "due")),
      (26, Words(zh: "期次", en: "span")),
      (35, Words(zh: "义务", en: "Duty")), (37 + name, Words(zh: "周期", en: "every")),
    ]
  }

  private static func draw(
    _ row: DutyRow, _ at: Int, _ rect: Rect, _ name: Int, _ model: Model, in frame: inout Frame
  ) {
    let (tag, role) = look(row.standing)
    frame.put("\(tag)\(row.standing.words(model.language))", at, rect.column + 2, 12, role)
    let due = row.lastDay(in: model.desk.zone).description
    frame.put(due, at, rect.column + 15, 10, role == .done ? .dim : .text)
    frame.put(row.spanName, at, rect.column + 26, 8, .dim)
    frame.put(row.duty.words(model.language), at, rect.column + 35, name)
    let room = min(12, rect.columns - 37 - name)
    if room > 0 { frame.put(row.duty.period.words(model.language), at, rect.column + 37 + name, room, .dim) }
  }

  private static func look(_ standing: DutyStanding) -> (tag: String, role: Role) {
    switch standing {
    case .overdue: ("X ", .over)
    case .due: ("! ", .soon)
    case .upcoming: ("  ", .ok)
    case .waived: ("= ", .held)
    case .discharged: ("v ", .done)
    }
  }

  /// The duty under the cursor: its source, and what became of its last spans.
  static func drawPreview(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard let row = model.selectedDuty else { return frame.rule("", rect, rect.row) }
    let language = model.language
    frame.rule(
      "\(row.duty.words(language))  \(row.spanName)  \(row.standing.words(language))", rect, rect.row)
    let least = row.duty.least.map { Words(zh: "，不低于 \($0)%", en: ", \($0)% at least")(language) } ?? ""
    var lines = [
      Words(
        zh:
          "\(row.duty.period.words.zh)\(least)   来源 \(StandardsView.said(row.duty.source, .chinese))   编号 \(row.duty.id)",
        en:
          "\(row.duty.period.words.en)\(least)   source \(StandardsView.said(row.duty.source, .english))   key \(row.duty.id)"
      )(language)
    ]
    let past = (model.desk.ledger.states[row.duty.id]?.spans ?? []).reversed()
    lines += past.map { span($0, row.duty, model) }
    if past.isEmpty { lines.append(Words(zh: "还没有记录", en: "nothing on record yet")(language)) }
    frame.putLines(
      lines.enumerated().map { TicketLines.Line(text: $1, role: $0 == 0 ? .text : .dim) }, below: rect)
  }

  /// One span as it stands on record.
  private static func span(_ span: DutySpan, _ duty: Duty, _ model: Model) -> String {
    let language = model.language
    func day(_ at: Date) -> String { CivilDate(at, in: model.desk.zone).description }
    var parts = [duty.period.name(span.index)]
    if span.isOverdue { parts.append(Words(zh: "逾期", en: "overdue")(language)) }
    if let at = span.waivedAt {
      parts += [Words(zh: "\(day(at)) 免除", en: "waived \(day(at))")(language), span.reason]
    }
    if let at = span.dischargedAt {
      parts.append(Words(zh: "\(day(at)) 已履行", en: "discharged \(day(at))")(language))
    }
    parts += [span.figure.map { "\($0)%" } ?? "", span.proof]
    parts += span.tickets.map(model.linked)
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
