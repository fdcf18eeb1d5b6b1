import Desk
import Screen

/// The panes beside the list: the views that are not the current one, live.
enum SideView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.side
    guard !rect.isEmpty else { return }
    frame.separator(rect, column: rect.column - 2)
    if layout.kind == .wide { drawWide(model, rect, in: &frame) } else { drawNarrow(model, rect, in: &frame) }
  }

  private static func drawNarrow(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    let patrolRows =
      model.view == .patrol ? 0 : min(2 * max(1, model.desk.routes.count) + 2, max(3, rect.rows / 4))
    let complaints =
      switch model.view {
      case .complaints: 0
      case .timers: rect.rows - patrolRows
      default: min(max(2, model.board.complaints.count + 2), max(3, rect.rows / 3))
      }
    let timers = rect.droppingBottom(patrolRows + complaints)
    let title = Words(zh: "2 计时  先到先断", en: "2 Timers  next to break")(model.language)
    TimersView.drawPane(model, timers, where: { _ in true }, title: title, in: &frame)
    PatrolView.drawPane(model, rect.droppingTop(timers.rows).top(patrolRows), in: &frame)
    ComplaintsPane.draw(model, rect.bottom(complaints), in: &frame)
  }

  private static func drawWide(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    let timers = rect.top(rect.rows / 2 - 2)
    let half = (rect.columns - 3) / 2
    let (left, right) = (timers.left(half), timers.droppingLeft(half + 3))
    frame.separator(timers, column: right.column - 2)
    let onSite = Words(zh: "2 计时  到场·处置", en: "2 Timers  on site, fix")(model.language)
    TimersView.drawPane(model, left, where: { $0.isArrival }, title: onSite, in: &frame)
    let feedback = Words(zh: "2 计时  反馈·办结", en: "2 Timers  feedback, done")(model.language)
    TimersView.drawPane(model, right, where: { !$0.isArrival }, title: feedback, in: &frame)
    let rest = rect.droppingTop(timers.rows)
    let patrolRows = min(2 * max(1, model.desk.routes.count) + 2, rest.rows / 3)
    let patrol = rest.top(model.view == .patrol ? 0 : patrolRows)
    PatrolView.drawPane(model, patrol, in: &frame)
    let staff = rest.bottom(min(5, rest.rows / 4))
    if model.view != .complaints {
      ComplaintsPane.draw(model, rest.droppingTop(patrol.rows).droppingBottom(staff.rows), in: &frame)
    }
    drawStaff(model, staff, in: &frame)
  }

  private static func drawStaff(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard rect.rows > 1 else { return }
    frame.rule(Words(zh: "人员  手上单数", en: "Staff  on hand")(model.language), rect, rect.row)
    let load = model.board.load
    var (row, column) = (rect.row + 1, rect.column + 1)
    for member in model.desk.staff {
      let text = Words(
        zh: "\(member.name) \(load[member.name] ?? 0)单", en: "\(member.name) \(load[member.name] ?? 0)")(
          model.language)
      if column + displayWidth(text) > rect.endColumn { (row, column) = (row + 1, rect.column + 1) }
      guard row < rect.endRow else { return }
      column += frame.put(text, row, column, rect.endColumn - column) + 3
    }
  }
}

extension TimerKey {
  /// Whether it ends when somebody stands there, and not when somebody is told or all is done.
  var isArrival: Bool {
    switch self {
    case .clock(_, .onSite), .clock(_, .vital), .clock(_, .complaintOnSite), .point, .start, .incident: true
    case .clock, .promise: false
    }
  }
}
