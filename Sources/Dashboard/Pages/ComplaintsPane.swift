import Desk
import Foundation
import Screen

/// Open complaints as a pane beside the list.
enum ComplaintsPane {
  static func draw(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard rect.rows > 0 else { return }
    frame.rule(
      Words(
        zh: "4 投诉  未结 \(model.board.complaints.count)",
        en: "4 Complaints  \(model.board.complaints.count) open")(model.language), rect, rect.row)
    for line in 0..<max(0, rect.rows - 1) where line < model.board.complaints.count {
      guard let ticket = model.desk.tickets[model.board.complaints[line]] else { continue }
      draw(ticket, rect.row + 1 + line, rect, model, in: &frame)
    }
    if model.board.complaints.count == 0, rect.rows > 1 {
      frame.put(Words(zh: "无", en: "none")(model.language), rect.row + 1, rect.column + 2, 10, .dim)
    }
  }

  private static func draw(_ ticket: Ticket, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame)
  {
    var column = rect.column
    if let clock = ticket.governingClock(model.desk.policy) {
      let countdown = Countdown(clock, at: model.now, seconds: !model.isTyping)
      frame.put(countdown.tag, row, column, 2, countdown.role)
      frame.put(
        "\(clock.id.short(model.language)) \(countdown.words(model.language))", row, column + 3, 15,
        countdown.role)
    } else {
      frame.put(ticket.stage.words(model.language), row, column + 3, 14, .done)
    }
    column += 19
    frame.put("\(ticket.id)", row, column, 6)
    frame.put(ticket.place.text, row, column + 7, 8)
    frame.put(ticket.line(model.language), row, column + 16, rect.endColumn - column - 16)
  }
}
