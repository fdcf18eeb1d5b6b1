import Desk
import Screen

/// The panes beside the list: the views that are not the current one, live.
enum SideView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    frame.separator(layout.side, column: layout.side.column - 2)
    for (pane, rect) in panes(model, layout) {
      if pane == .answers { frame.separator(rect, column: rect.column - 2) }
      draw(pane, rect, model, in: &frame)
    }
  }

  /// The panes that have room, each where it stands.
  static func panes(_ model: Model, _ layout: Layout) -> [(pane: Pane, rect: Rect)] {
    guard !layout.side.isEmpty else { return [] }
    let all = layout.kind == .wide ? wide(model, layout.side) : narrow(model, layout.side)
    return all.filter { $0.rect.rows > 1 && $0.pane.view != model.view }
  }

  private static func narrow(_ model: Model, _ rect: Rect) -> [(pane: Pane, rect: Rect)] {
    let patrolRows = patrolRows(model, rect, least: max(3, rect.rows / 4))
    let complaints =
      switch model.view {
      case .complaints: 0
      case .timers: rect.rows - patrolRows
      default: min(max(2, model.board.complaints.count + 2), max(3, rect.rows / 3))
      }
    let timers = rect.droppingBottom(patrolRows + complaints)
    return [
      (.timers, timers), (.patrol, rect.droppingTop(timers.rows).top(patrolRows)),
      (.complaints, rect.bottom(complaints)),
    ]
  }

  private static func wide(_ model: Model, _ rect: Rect) -> [(pane: Pane, rect: Rect)] {
    let timers = rect.top(model.view == .timers ? 0 : rect.rows / 2 - 2)
    let half = (rect.columns - 3) / 2
    let rest = rect.droppingTop(timers.rows)
    let patrol = rest.top(patrolRows(model, rest, each: 3, least: rest.rows / 3))
    let staff = rest.bottom(model.view == .staff ? 0 : min(5, rest.rows / 4))
    return [
      (.arrivals, timers.left(half)), (.answers, timers.droppingLeft(half + 3)), (.patrol, patrol),
      (.complaints, rest.droppingTop(patrol.rows).droppingBottom(staff.rows)), (.staff, staff),
    ]
  }

  /// So many lines for each route; half the room while somebody walks through the checkpoints.
  private static func patrolRows(_ model: Model, _ rect: Rect, each: Int = 2, least: Int) -> Int {
    if model.view == .patrol { return 0 }
    return model.pane == .patrol ? rect.rows / 2 : min(each * max(1, model.desk.routes.count) + 2, least)
  }

  private static func draw(_ pane: Pane, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    let isFocused = model.pane == pane
    frame.rule(title(pane, model), rect, rect.row, isFocused: isFocused)
    let rect = rect.droppingTop(1)
    switch pane {
    case .patrol where !isFocused: return PatrolView.drawPane(model, rect, in: &frame)
    case .staff where !isFocused: return drawStaff(model, rect, in: &frame)
    default: break
    }
    let rows = model.rows(pane, atMost: isFocused ? .max : rect.rows)
    let list = (isFocused ? model.lists[pane.view] : nil) ?? ListState()
    for line in 0..<min(rect.rows, rows.count - list.top) {
      draw(rows[list.top + line], rect.row + line, rect, model, in: &frame)
      frame.cursorRow(
        isFocused && list.top + line == list.index, rect.row + line, rect, model, in: pane)
    }
    if rows.count == 0 {
      frame.put(Words(zh: "无", en: "none")(model.language), rect.row, rect.column + 2, 10, .dim)
    }
  }

  private static func title(_ pane: Pane, _ model: Model) -> String {
    let complaints = model.board.complaints.count
    let words: Words =
      switch pane {
      case .timers: Words(zh: "2 计时  先到先断", en: "2 Timers  next to break")
      case .arrivals: Words(zh: "2 计时  到场·处置", en: "2 Timers  on site, fix")
      case .answers: Words(zh: "2 计时  反馈·办结", en: "2 Timers  feedback, done")
      case .patrol: patrolTitle(model)
      case .complaints: Words(zh: "4 投诉  未结 \(complaints)", en: "4 Complaints  \(complaints) open")
      case .staff:
        model.desk.openShift == nil
          ? Words(zh: "人员  手上单数", en: "Staff  jobs in hand")
          : Words(
            zh: "人员  在岗 \(model.desk.onShift.count)  手上单数",
            en: "Staff  \(model.desk.onShift.count) on shift  jobs in hand")
      }
    return words(model.language)
  }

  /// The patrol with the shift that walks it, and how many routes there are.
  private static func patrolTitle(_ model: Model) -> Words {
    let shift = model.desk.onShift.isEmpty ? nil : model.desk.openShift?.id.name.words
    let count = model.desk.routes.count
    let routes =
      count == 0 ? Words.none : Words(zh: "\(count) 条线路", en: count == 1 ? "1 route" : "\(count) routes")
    let parts = [Words(zh: "3 巡更", en: "3 Patrol"), shift ?? .none, routes].filter { $0 != .none }
    return Words(
      zh: parts.map(\.zh).joined(separator: "  "), en: parts.map(\.en).joined(separator: "  "))
  }

  private static func draw(
    _ key: RowKey, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    switch key {
    case .timer(let timer): TimersView.draw(timer, row, rect, model, in: &frame)
    case .ticket(let id): ComplaintsPane.draw(id, row, rect, model, in: &frame)
    case .staff(let name): StaffView.draw(name, row, rect, model, in: &frame)
    default: PatrolView.draw(key, row, rect, model, in: &frame)
    }
  }

  /// Who has how much in hand, those on shift first and bold; what they can do and where they work, while there is room for everybody.
  private static func drawStaff(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    let on = Set(model.desk.onShift)
    let members = model.staffInOrder
    let texts = [true, false].map { isLong in members.map { words($0, model, isLong: isLong) } }
    let flowed = texts.map { places($0, columns: rect.columns - 1) }
    let isLong = (flowed[0].last?.row ?? 0) < rect.rows
    let (shown, at) = isLong ? (texts[0], flowed[0]) : (texts[1], flowed[1])
    for ((member, text), place) in zip(zip(members, shown), at) where place.row < rect.rows {
      let column = rect.column + 1 + place.column
      frame.put(
        text, rect.row + place.row, column, rect.endColumn - column, on.contains(member.name) ? .title : .text
      )
    }
  }

  /// `老王 电工 1单 1栋`, or `老王 1单`.
  private static func words(_ member: StaffMember, _ model: Model, isLong: Bool) -> String {
    let load = model.board.count(inHandOf: member.name)
    let work = Words(zh: "\(load)单", en: "\(load)")(model.language)
    guard isLong else { return "\(member.name) \(work)" }
    let block = model.blocks(inHandOf: member.name).first.map {
      Words(zh: "\($0)栋", en: "bldg \($0)")(model.language)
    }
    return [member.name, member.skills.first ?? "", work, block ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Where texts stand that follow each other on lines of so many columns.
  private static func places(_ texts: [String], columns: Int) -> [(row: Int, column: Int)] {
    var (row, column) = (0, 0)
    return texts.map { text in
      let width = displayWidth(text)
      if column > 0, column + width > columns { (row, column) = (row + 1, 0) }
      defer { column += width + 3 }
      return (row, column)
    }
  }
}

extension TimerKey {
  /// Whether it ends when somebody stands there, and not when somebody is told or all is done.
  var isArrival: Bool {
    switch self {
    case .clock(_, let clock): clock.isArrival
    case .point, .start, .incident: true
    case .promise: false
    }
  }
}
