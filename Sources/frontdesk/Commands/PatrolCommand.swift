import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk checkin`, `round start`, `routes …`: the patrol.
enum PatrolCommand {
  static func checkIn(_ call: Invocation) throws(Failure) {
    let options = call.options
    let result = options.value("result").flatMap(CheckInResult.init) ?? .ok
    let command = Command.checkIn(
      route: options.argument(0), point: options.argument(1), guardName: options.value("guard") ?? "",
      result: result, note: options.value("note") ?? "", method: options.value("method") ?? "cli")
    try run(command, call)
  }

  static func start(_ call: Invocation) throws(Failure) {
    try run(
      .startRound(route: call.options.argument(0), guardName: call.options.value("guard") ?? ""), call)
  }

  static func assign(_ call: Invocation) throws(Failure) {
    try run(.assignRound(round(call), guardName: call.options.value("guard") ?? ""), call)
  }

  static func takeBack(_ call: Invocation) throws(Failure) {
    try run(.takeBackCheckIn(round(call), point: call.options.argument(1)), call)
  }

  static func excuse(_ call: Invocation) throws(Failure) {
    let (point, reason) = (call.options.argument(1), call.options.value("reason") ?? "")
    try run(.excuseMiss(round(call), point: point, reason: reason), call)
  }

  private static func round(_ call: Invocation) throws(Failure) -> RoundID {
    let text = call.options.argument(0)
    guard let id = RoundID(text) else {
      throw Failure(
        .usage, zh: "“\(text.plainLine)”不是轮次号。请写 P-20261120-A-3 这样的号，见 routes list。",
        en: "\"\(text.plainLine)\" is no round. Write one such as P-20261120-A-3; see `routes list`.")
    }
    return id
  }

  private static func run(_ command: Command, _ call: Invocation) throws(Failure) {
    try call.carryOut(command, call.writer(createZone: nil))
  }

  static func publish(_ call: Invocation) throws(Failure) {
    let path = call.options.argument(0)
    let text = try call.text(of: path)
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    let now = try call.clock(zone: journal.zone).now
    let routes = try inWords(
      file: RoutesFile.routes(json5: text, file: path) { route throws(Refusal) in
        _ = try clerk.desk.decide(
          Submission(
            id: UUID(), .publishRoute(route), occurredAt: now, recordedAt: now, actor: call.actor))
      })
    guard !routes.isEmpty else {
      throw Failure(
        .data, zh: "\(path.plainLine) 里没有路线，什么也没有改。请在 routes 里写上路线。",
        en: "There is no route in \(path.plainLine), and nothing was changed. Write one under routes.")
    }
    for route in routes {
      try call.carryOut(.publishRoute(route), journal, clerk)
    }
  }

  static func list(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let desk = try call.desk(journal)
    let routes = desk.routes.values.sorted { $0.route.id < $1.route.id }
    try call.list(
      json: [("routes", .list(routes.map { json($0, desk) }))],
      csv: ["route", "route_name", "point", "point_name", "within_minutes", "asset"],
      routes.flatMap { state in
        state.route.points.map { point in
          [state.route.id, state.route.name, point.id, point.name, "\(point.within)", point.asset ?? ""]
        }
      }, text: routes.map { text($0, desk, journal.zone, call.language) }.joined())
  }

  private static func text(_ state: RouteState, _ desk: Desk, _ zone: TimeZone, _ language: Language)
    -> String
  {
    let round = state.lastRound.flatMap { desk.rounds[$0] }
    var text = "\(state.route.id.plainLine)  \(state.route.name.plainLine)"
    if let round {
      text += "  \(round.id)  \(round.guardName.plainLine)  \(round.reached)/\(round.points.count)  "
      text += (round.isOpen ? Words(zh: "进行中", en: "walking") : Words(zh: "已结束", en: "ended"))(language)
    }
    for planned in desk.plannedRounds(on: state.route.id) {
      let start = planned.begins.deskText(zone)
      text += "\n  \(planned.id)  "
      text += Words(zh: "已排 \(start)", en: "planned \(start)")(language) + "  \(planned.guardName.plainLine)"
    }
    for point in state.route.points {
      let within = Words(zh: "\(point.within) 分钟内", en: "within \(point.within) min")(language)
      text += "\n  \(point.id.plainLine)  \(point.name.plainLine)  \(within)"
      if let asset = point.asset { text += "  \(asset.plainLine)" }
      if let walked = round?.point(point.id) {
        text += "  \(walked.state.words(language))"
        if let at = walked.checkedAt { text += "  \(at.deskText(zone))" }
      }
    }
    return text + "\n"
  }

  private static func json(_ state: RouteState, _ desk: Desk) -> JSONText {
    let round = state.lastRound.flatMap { desk.rounds[$0] }
    let points = state.route.points.map { point in
      let walked = round?.point(point.id)
      return JSONText.object([
        ("id", .text(point.id)), ("name", .text(point.name)), ("within", .number(point.within)),
        ("asset", .optional(point.asset)),
        ("state", .optional(walked?.state.rawValue)), ("due", .optional(walked?.due.isoText)),
        ("checked_at", .optional(walked?.checkedAt?.isoText)),
      ])
    }
    return .object([
      ("id", .text(state.route.id)), ("name", .text(state.route.name)),
      ("round", .optional(round?.id.description)), ("guard", .optional(round?.guardName)),
      ("open", .flag(round?.isOpen ?? false)), ("points", .list(points)),
    ])
  }
}
