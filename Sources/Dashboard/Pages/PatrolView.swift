import Desk
import Foundation
import Screen

/// The routes, their latest rounds and every checkpoint.
enum PatrolView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let rows = model.rows(.patrol)
    let list = model.lists[.patrol] ?? ListState()
    guard rows.count > 0 else { return drawEmpty(model, rect, in: &frame) }
    frame.put(
      Words(zh: "点位           应到    实到    情况", en: "Point          due     at      state")(model.language),
      rect.row, rect.column + 5, rect.columns - 6, .dim)
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count else { break }
      let row = rect.row + 1 + line
      draw(rows[index], row, rect, model, in: &frame)
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  /// Draws a route, a checkpoint or a planned round.
  static func draw(_ key: RowKey, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    switch key {
    case .route(let id): drawRoute(id, row, rect, model, in: &frame)
    case .point(let round, let id): drawPoint(round, id, row, rect, model, in: &frame)
    case .round(let id): drawPlanned(id, row, rect, model, in: &frame)
    default: break
    }
  }

  /// Where the state stands: behind the time somebody came, or in its place where a pane is narrow.
  private static func state(_ rect: Rect) -> Int { rect.columns >= 56 ? 36 : 28 }

  private static func drawEmpty(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    let words = Words(
      zh: "还没有巡查线路。发布一个：frontdesk routes publish routes.json5",
      en: "No patrol routes yet. Publish one: frontdesk routes publish routes.json5")
    frame.putEmpty(words(model.language), rect)
  }

  private static func drawRoute(_ id: String, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame)
  {
    guard let state = model.desk.routes[id] else { return }
    let text = summary(state, model)
    frame.put(text, row, rect.column + 2, rect.columns - 3, .title)
  }

  /// `A线 张强 7/12 下一点 3栋天台 14:40`.
  static func summary(_ state: RouteState, _ model: Model) -> String {
    guard let round = state.lastRound.flatMap({ model.desk.rounds[$0] }) else {
      return Words(
        zh: "\(state.route.name)  未开始  F5 开巡", en: "\(state.route.name)  not started  F5 starts it")(
          model.language)
    }
    let done = "\(round.reached)/\(round.points.count)"
    let start = "\(state.route.name)  \(round.guardName)  \(done)"
    let missed = round.points.filter { $0.state == .missed }.count
    let gaps = missed > 0 ? Words(zh: "  X 漏\(missed)", en: "  X \(missed) missed")(model.language) : ""
    if let end = round.endedAt {
      let time = model.dates.short(end, near: model.now)(model.language)
      return start + gaps + Words(zh: "  已结束 \(time)", en: "  ended \(time)")(model.language)
    }
    guard let next = round.nextPoint else { return start + gaps }
    return start + gaps
      + Words(
        zh: "  下一点 \(next.name) \(model.dates.time(next.due))",
        en: "  next \(next.name) \(model.dates.time(next.due))")(model.language)
  }

  /// Where a round that is walked stands, with times: the last point reached, the last one missed, the next; nil where there is no round
  /// or no room. What was reached goes first.
  private static func account(_ state: RouteState, _ model: Model, columns: Int) -> String? {
    guard columns >= 70, let round = state.lastRound.flatMap({ model.desk.rounds[$0] }), round.isOpen else {
      return nil
    }
    let start = "\(state.route.name)  \(round.guardName)  \(round.reached)/\(round.points.count)"
    let parts = [reached(round, model), missed(round, model), next(round, model)]
    let ways = [(parts, "  "), (parts, " "), (Array(parts.dropFirst()), "  ")]
    return ways.lazy.map { parts, gap in
      ([start] + parts).filter { !$0.isEmpty }.joined(separator: gap).replacing("  ", with: gap)
    }.first { displayWidth($0) <= columns }
  }

  private static func reached(_ round: Round, _ model: Model) -> String {
    let reached = round.points.compactMap { point in point.checkedAt.map { (at: $0, name: point.name) } }
    guard let last = reached.max(by: { $0.at < $1.at }) else { return "" }
    let time = model.dates.time(last.at)
    return Words(zh: "\(time) 到 \(last.name)", en: "\(time) at \(last.name)")(model.language)
  }

  private static func missed(_ round: Round, _ model: Model) -> String {
    let missed = round.points.filter { $0.state == .missed }
    guard let last = missed.max(by: { $0.due < $1.due }) else { return "" }
    let (time, late) = (model.dates.time(last.due), Words.late(model.now.timeIntervalSince(last.due)))
    return missed.count == 1
      ? Words(
        zh: "X 漏点 \(last.name) 应 \(time) \(late.zh)", en: "X missed \(last.name) due \(time) \(late.en)")(
          model.language)
      : Words(
        zh: "X 漏\(missed.count) \(last.name) 应 \(time) \(late.zh)",
        en: "X \(missed.count) missed, \(last.name) due \(time) \(late.en)")(model.language)
  }

  private static func next(_ round: Round, _ model: Model) -> String {
    guard let next = round.nextPoint else { return "" }
    let time = model.dates.time(next.due)
    let over = model.now.timeIntervalSince(next.due)
    let late = over > 0 ? Words.late(over) : nil
    return Words(
      zh: "下一点 \(next.name) 应 \(time)\(late.map { " \($0.zh)" } ?? "")",
      en: "next \(next.name) due \(time)\(late.map { " \($0.en)" } ?? "")")(model.language)
  }

  private static func drawPlanned(
    _ id: RoundID, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let round = model.desk.rounds[id] else { return }
    let name = round.guardName
    let walks = name.isEmpty ? Words(zh: "未派，F5 派人", en: "nobody yet, F5 sends somebody") : Words(both: name)
    if !model.settings.isAccessible { frame.put("[ ]", row, rect.column + 2, 3, .dim) }
    frame.put(Words(zh: "计划", en: "planned")(model.language), row, rect.column + 5, 14, .dim)
    frame.put(model.dates.short(round.begins, near: model.now)(model.language), row, rect.column + 20, 12)
    frame.put(
      Words(zh: "\(walks.zh)  \(round.points.count) 点", en: "\(walks.en)  \(round.points.count) points")(
        model.language), row, rect.column + max(33, state(rect)), rect.columns - max(33, state(rect)) - 1,
      name.isEmpty ? .soon : .text)
  }

  private static func drawPoint(
    _ roundID: RoundID, _ id: String, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let round = model.desk.rounds[roundID], let point = round.point(id) else { return }
    let state = words(point, at: model.now, isOpen: round.isOpen)
    if !model.settings.isAccessible { frame.put(mark(point), row, rect.column + 2, 3, state.role) }
    frame.put(point.name, row, rect.column + 5, 14)
    frame.put(model.dates.time(point.due), row, rect.column + 20, 5, .dim)
    let column = PatrolView.state(rect)
    if column > 28 {
      frame.put(point.checkedAt.map { model.dates.time($0) } ?? "", row, rect.column + 28, 5)
    }
    let used = frame.put(
      state.words(model.language), row, rect.column + column, rect.columns - column - 1, state.role)
    let asset = point.asset.map { id in [id, model.desk.assets[id]?.asset.name ?? ""].joined(separator: " ") }
    let isLatest = model.desk.routes[roundID.route]?.lastRound == roundID
    let ofRound = isLatest ? "" : roundWords(round, model)(model.language)
    let extra = [ofRound, point.note, asset ?? "", point.ticket.map(model.linked) ?? ""].filter {
      !$0.isEmpty
    }
    .joined(
      separator: "  ")
    frame.put(extra, row, rect.column + column + 2 + used, rect.columns - column - 3 - used)
  }

  /// Which round it was, of one that is not the latest: `22:00 那轮 张强`.
  private static func roundWords(_ round: Round, _ model: Model) -> Words {
    let begun = model.dates.short(round.begins, near: model.now)
    let name = round.guardName.isEmpty ? "" : " \(round.guardName)"
    return Words(zh: "\(begun.zh) 那轮\(name)", en: "round of \(begun.en)\(name)")
  }

  private static func mark(_ point: RoundPoint) -> String {
    switch point.state {
    case .pending: "[ ]"
    case .early, .onTime, .late: "[v]"
    case .excused: "[-]"
    case .failed: "[!]"
    case .missed: "[X]"
    }
  }

  private static func words(_ point: RoundPoint, at now: Date, isOpen: Bool) -> (words: Words, role: Role) {
    switch point.state {
    case .pending where isOpen:
      let countdown = Countdown(due: point.due, at: now, seconds: false)
      return (countdown.words, countdown.role)
    case .pending: return (Words(zh: "未到", en: "not reached"), .dim)
    case .early: return (point.state.words, .done)
    case .excused: return (point.state.words, .dim)
    case .onTime: return (Words(zh: "准时", en: "on time"), .done)
    case .late: return (Words(zh: "迟到", en: "late"), .soon)
    case .failed: return (Words(zh: "异常", en: "failed"), .critical)
    case .missed: return (Words(zh: "漏检", en: "missed"), .over)
    }
  }

  /// A checkpoint in a few lines, below the list.
  static func drawPreview(
    _ round: Round, _ point: RoundPoint, _ model: Model, _ rect: Rect, in frame: inout Frame
  ) {
    let (language, dates) = (model.language, model.dates)
    let state = words(point, at: model.now, isOpen: round.isOpen)
    frame.rule("\(round.route.name)  \(point.name)  \(state.words(language))", rect, rect.row)
    let at =
      point.checkedAt.map { Words(zh: "  实到 \(dates.time($0))", en: "  at \(dates.time($0))") } ?? .none
    let due = dates.time(point.due)
    let asset = point.asset.map { id in "\(id) \(model.desk.assets[id]?.asset.name ?? "")" } ?? ""
    let lines = [
      Words(
        zh: "应到 \(due)\(at.zh)  \(round.guardName)", en: "due \(due)\(at.en)  \(round.guardName)")(language),
      point.note, asset, point.ticket.map(model.linked) ?? "",
    ].filter { !$0.isEmpty }
    frame.putLines(lines.map { TicketLines.Line(text: $0) }, below: rect)
  }

  /// Texts one behind the other, on as many lines as they need.
  private static func flowed(_ texts: [String], columns: Int) -> [String] {
    texts.reduce(into: []) { lines, text in
      if let last = lines.last, displayWidth(last + text) <= columns {
        lines[lines.count - 1] = last + text
      } else {
        lines.append(text)
      }
    }
  }

  /// The rounds, a line each and the checkpoints below it, as a pane.
  static func drawPane(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    var row = rect.row
    for id in model.desk.routes.keys.sorted() where row < rect.endRow {
      guard let state = model.desk.routes[id] else { continue }
      let text = account(state, model, columns: rect.columns - 1) ?? summary(state, model)
      let fits = displayWidth(text) < rect.columns
      frame.put(
        fits ? text : text.replacing("  ", with: " "), row, rect.column + 1, rect.columns - 1)
      row += 1
      guard let round = state.lastRound.flatMap({ model.desk.rounds[$0] }), row < rect.endRow,
        !model.settings.isAccessible
      else {
        continue
      }
      let points = round.points.map { mark($0) + (rect.columns >= 70 ? "\($0.name) " : "") }
      let role: Role = round.points.contains { $0.state == .missed } ? .critical : .dim
      var lines = flowed(points, columns: rect.columns - 2)
      // Where there is no room for all lines, the end of the first is better left open than the next route.
      if lines.count * model.desk.routes.count > rect.rows - model.desk.routes.count {
        lines = [points.joined()]
      }
      for line in lines where row < rect.endRow {
        frame.put(line, row, rect.column + 1, rect.columns - 1, role)
        row += 1
      }
    }
    if model.desk.routes.isEmpty {
      frame.put(
        Words(zh: "没有线路", en: "no routes")(model.language), row, rect.column + 1, rect.columns - 1, .dim)
    } else if row < rect.endRow, model.readOnly == nil, model.layers.isEmpty {
      frame.put(hint(model, columns: rect.columns - 3), row, rect.column + 3, rect.columns - 3, .dim)
    }
  }

  /// What the keys do in the view that the pane is of, as many as there is room for.
  private static func hint(_ model: Model, columns: Int) -> String {
    let key = model.keyTable.letter(.viewPatrol)
    let parts = [
      Words(zh: "按 \(key) 进入", en: "\(key) opens it"), Words(zh: "F6 打卡", en: "F6 checks in"),
      Words(zh: "F7 写缘由", en: "F7 excuses"), Words(zh: "F5 派人", en: "F5 sends a guard"),
      Words(zh: "F2 由漏点建单", en: "F2 makes a ticket"),
    ].map { $0(model.language) }
    let whole = parts.indices.map { parts[...$0].joined(separator: "   ") }
    return whole.last { displayWidth($0) <= columns } ?? ""
  }
}
