import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk report …`: figures over all that is remembered, for any instant.
enum ReportCommand {
  /// A limit as it was typed, which is what rows are called by.
  private struct Limit {
    let name: String
    let limit: ClockLimit
  }

  static func clocks(_ call: Invocation) throws(Failure) {
    let limits = try limits(call, or: ["30m", "4h", "due"])
    let journal = try call.reader()
    let now = try call.clock(zone: journal.zone).now
    let instant = try call.past("as-of", journal.zone, now)
    let byCategory = call.options.value("by") == "category"
    var groups: [String: [ClockFigures]] = [:]
    let empty = limits.map { _ in ClockFigures() }
    if !byCategory { groups["all"] = empty }
    for span in try inWords(journal.spans()) {
      let group = byCategory ? span.category : "all"
      for (index, limit) in limits.enumerated() {
        groups[group, default: empty][index].count(span, limit.limit, asOf: instant)
      }
    }
    let rows = limits.indices.flatMap { index in
      groups.keys.sorted().map { (limits[index].name, $0, groups[$0]?[index] ?? ClockFigures()) }
    }
    try print(rows, instant.isoText(in: journal.zone), call)
  }

  private static func print(_ rows: [(String, String, ClockFigures)], _ instant: String, _ call: Invocation)
    throws(Failure)
  {
    let list = rows.map { clock, group, figures in
      JSONText.object([
        ("clock", .text(clock)), ("group", .text(group)), ("met", .number(figures.met)),
        ("late_closed", .number(figures.lateClosed)), ("late_open", .number(figures.lateOpen)),
        ("running", .number(figures.running)), ("none", .number(figures.none)),
      ])
    }
    var table = TextTable(
      [
        Words(zh: "时限", en: "Clock"), Words(zh: "分组", en: "Group"), Words(zh: "达成", en: "met"),
        Words(zh: "超时已结", en: "late, closed"), Words(zh: "超时未结", en: "late, open"),
        Words(zh: "未到期", en: "running"), Words(zh: "无时限", en: "none"),
      ], call.language)
    for row in rows {
      let clock = row.0 == "due" ? Words(zh: "到期", en: "due")(call.language) : row.0
      table.add([clock, name(ofGroup: row.1, call.language)] + cells(row.2))
    }
    try call.list(
      json: [("as_of", .text(instant)), ("rows", .list(list))],
      csv: ["clock", "group", "met", "late_closed", "late_open", "running", "none"],
      rows.map { [$0.0, $0.1] + cells($0.2) },
      text: Words(zh: "截至 \(instant)\n", en: "as of \(instant)\n")(call.language) + table.text
        + note(call.language))
  }

  private static func name(ofGroup group: String, _ language: Language) -> String {
    group == "all" ? Words(zh: "全部", en: "all")(language) : FigureCell.category(group).text(language)
  }

  private static let note = Words(
    zh: "从受理到关闭，每张工单都量。公司承诺的各项达标率见 frontdesk report figures。\n",
    en: "From report to closing, of every ticket. The rates of what was promised: frontdesk report figures.\n"
  )

  private static func cells(_ figures: ClockFigures) -> [String] {
    [figures.met, figures.lateClosed, figures.lateOpen, figures.running, figures.none].map(String.init)
  }

  static func midnights(_ call: Invocation) throws(Failure) {
    let limits = try limits(call, or: ["30m", "4h"])
    let seconds = try limits.map { limit throws(Failure) in
      guard case .elapsed(let seconds) = limit.limit else {
        throw Failure(
          .usage, zh: "这里的 --clock 要写时长，如 4h；到期的总会列出。",
          en: "Here --clock is a span such as 4h; what is past due is always counted.")
      }
      return seconds
    }
    let journal = try call.reader()
    let spans = try inWords(journal.spans())
    let now = try call.clock(zone: journal.zone).now
    // While anything is open every midnight has something to say; a day after the last closing none has.
    let last = spans.map { max($0.closedAt ?? now, $0.reportedAt) }.max()
    let until = min(
      CivilDate(last ?? now, in: journal.zone).adding(days: 1), CivilDate(now, in: journal.zone))
    try print(
      Midnights(spans, limits: seconds, until: until, in: journal.zone).rows, limits.map(\.name), call)
  }

  private static func print(_ rows: [MidnightRow], _ limits: [String], _ call: Invocation) throws(Failure) {
    let list = rows.map { row in
      JSONText.object([
        ("date", .text(row.date.description)), ("open", .number(row.open)),
        ("created", .number(row.created)), ("closed", .number(row.closed)),
        ("over", .object(Array(zip(limits, row.over.map(JSONText.number))))),
        ("past_due", .number(row.pastDue)),
      ])
    }
    let before = [
      Words(zh: "日期", en: "Date"), Words(zh: "零点在办", en: "open"), Words(zh: "当天新增", en: "created"),
      Words(zh: "当天关闭", en: "closed"),
    ]
    let over = limits.map { Words(zh: "超\($0)", en: "over \($0)") }
    var table = TextTable(before + over + [Words(zh: "过期", en: "past due")], call.language)
    for row in rows { table.add(cells(row)) }
    try call.list(
      json: [("rows", .list(list))],
      csv: ["date", "open", "created", "closed"] + limits.map { "over_\($0)" } + ["past_due"],
      rows.map(cells), text: table.text)
  }

  private static func cells(_ row: MidnightRow) -> [String] {
    [row.date.description]
      + ([row.open, row.created, row.closed] + row.over + [row.pastDue]).map(String.init)
  }

  private static func limits(_ call: Invocation, or usual: [String]) throws(Failure) -> [Limit] {
    let typed = call.options.all("clock")
    var limits: [Limit] = []
    for name in typed.isEmpty ? usual : typed {
      if name == "due" {
        limits.append(Limit(name: name, limit: .due))
      } else if let seconds = TimeInterval(written: name) {
        limits.append(Limit(name: name, limit: .elapsed(seconds)))
      } else {
        throw Failure(
          .usage, zh: "--clock 不能是“\(name.plainLine)”。请写 30m、4h、2d 或 due。",
          en: "--clock cannot be \"\(name.plainLine)\". Write 30m, 4h, 2d or due.")
      }
    }
    return limits
  }
}
