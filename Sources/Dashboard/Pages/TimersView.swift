import Desk
import Foundation
import Screen

/// Every running clock in one queue: what breaks next.
enum TimersView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let rows = model.rows(.timers)
    let list = model.lists[.timers] ?? ListState()
    frame.put(
      Words(zh: "时限   剩余/超时   单号     位置     进度", en: "SLA    due/late    No.      Place    used")(
        model.language), rect.row, rect.column + 5, rect.columns - 6, .dim)
    guard rows.count > 0 else {
      frame.put(
        Words(zh: "没有在走的时限。", en: "No clock is running.")(model.language), rect.row + 2, rect.column + 5,
        rect.columns - 6, .dim)
      return
    }
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count, case .timer(let key) = rows[index] else { break }
      let row = rect.row + 1 + line
      draw(key, row, rect, model, in: &frame)
      guard index == list.index else { continue }
      frame.put(">", row, rect.column, 1)
      guard model.layers.isEmpty else { continue }
      frame.highlight(row, rect)
      frame.cursor = Position(row: row, column: rect.column)
    }
  }

  /// The first clocks of the queue, as a pane.
  static func drawPane(
    _ model: Model, _ rect: Rect, where accept: (TimerKey) -> Bool, title: String, in frame: inout Frame
  ) {
    frame.rule(title, rect, rect.row)
    var row = rect.row + 1
    for index in 0..<min(model.board.timers.count, 400) where row < rect.endRow {
      let key = model.board.timers[index]
      guard accept(key) else { continue }
      draw(key, row, rect, model, in: &frame)
      row += 1
    }
    if row == rect.row + 1, rect.rows > 1 {
      frame.put(Words(zh: "无", en: "none")(model.language), row, rect.column + 2, 10, .dim)
    }
  }

  static func draw(_ key: TimerKey, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    let wide = rect.columns >= 56
    let column = rect.column + (wide ? 2 : 0)
    switch key {
    case .clock(let id, let clockID):
      guard let ticket = model.desk.tickets[id],
        let clock = ticket.clocks(model.desk.policy).first(where: { $0.id == clockID && $0.isOpen })
      else { return }
      let countdown = Countdown(clock, at: model.now, seconds: !model.isTyping)
      frame.put(countdown.tag, row, column, 2, countdown.role)
      frame.put(clock.id.short(model.language), row, column + 3, 4, countdown.role)
      frame.put(countdown.words(model.language), row, column + 8, 10, countdown.role)
      frame.put("\(id)", row, column + 19, 8)
      let barColumn = wide ? column + 37 : column + 28
      if wide { frame.put(ticket.place.text, row, column + 28, 8) }
      let room = rect.endColumn - barColumn
      guard room >= 8 else { return }
      let cells = min(wide ? 20 : 10, room - 3)
      frame.put(
        bar(clock.used(at: model.now), columns: cells, held: clock.heldSince != nil), row, barColumn, room,
        countdown.role)
      if wide {
        frame.put(
          ticket.line(model.language), row, barColumn + cells + 4, rect.endColumn - barColumn - cells - 4)
      }
    case .point(let roundID, let pointID):
      guard let round = model.desk.rounds[roundID], let point = round.point(pointID) else { return }
      let left = point.due.timeIntervalSince(model.now)
      let words = left < 0 ? Words.late(-left) : Words.due(left, !model.isTyping)
      let role: Role = left < 0 ? .over : left <= 300 ? .soon : .ok
      frame.put(left < 0 ? "X " : left <= 300 ? "! " : "  ", row, column, 2, role)
      frame.put(Words(zh: "点位", en: "pt")(model.language), row, column + 3, 4, role)
      frame.put(words(model.language), row, column + 8, 10, role)
      frame.put("\(round.route.name) \(point.name)", row, column + 19, rect.endColumn - column - 19)
    }
  }
}
