import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk report patrol`: how often every route was walked of what was planned (S052).
enum PatrolReport {
  static func run(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let now = try call.clock(zone: journal.zone).now
    let from = try call.instant("from", journal.zone, now, or: .distantPast)
    // A day is counted whole, as in `report figures`.
    let last = call.options.value("to").flatMap { CivilDate($0) }
    let to =
      if let last { last.adding(days: 1).start(in: journal.zone) } else {
        try call.instant("to", journal.zone, now)
      }
    guard from < to else {
      throw Failure(.usage, zh: "--from 要早于 --to。", en: "--from must be before --to.")
    }
    let first = from == .distantPast ? nil : CivilDate(from, in: journal.zone)
    let desk = try call.clerk(journal).desk
    let rounds = try inWords(journal.rounds(since: first, asOf: now, desk))
    let figures = PatrolFigures.byRoute(rounds, in: from..<to, asOf: now)
    try print(figures.sorted { $0.key < $1.key }, call)
  }

  private static let states = RoundPoint.State.allCases.filter { $0 != .pending }

  private static func print(_ rows: [(key: String, value: PatrolFigures)], _ call: Invocation) throws(Failure)
  {
    let list = rows.map { route, figures in
      JSONText.object([("route", .text(route))] + zip(names, numbers(figures)).map { ($0, .number($1)) })
    }
    let cells = rows.map { route, figures in [route] + numbers(figures).map(String.init) }
    let headings = [
      Words(zh: "路线", en: "Route"), Words(zh: "应巡", en: "planned"), Words(zh: "走完", en: "done"),
      Words(zh: "不全", en: "incomplete"), Words(zh: "中断", en: "abandoned"),
      Words(zh: "未巡", en: "never begun"),
    ]
    var table = TextTable(headings + states.map(\.words), call.language)
    for row in cells { table.add(row) }
    let note = Words(
      zh: "只计已结束的轮次，从计划的开始时间归期；走完指点位全部到过。来源 S052。\n",
      en: "Rounds that have ended, by their planned start; done is past every point. Source S052.\n")
    let none = Words(zh: "这段时间还没有结束的轮次。\n", en: "No round has ended in this time.\n")
    try call.list(
      json: [("rows", .list(list))], csv: ["route"] + names, cells,
      text: (rows.isEmpty ? none(call.language) : table.text) + note(call.language))
  }

  private static let names =
    ["planned", "done", "incomplete", "abandoned", "unstarted"] + states.map { "points_\($0.rawValue)" }

  private static func numbers(_ figures: PatrolFigures) -> [Int] {
    [figures.planned, figures.done, figures.incomplete, figures.abandoned, figures.unstarted]
      + states.map { figures.points[$0] ?? 0 }
  }
}
