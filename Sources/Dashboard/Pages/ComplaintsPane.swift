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
    let column = rect.column
    if let clock = ticket.governingClock(model.desk.policy(of: ticket)) {
      let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
      frame.put(model.symbols.tag(countdown.tag), row, column, 2, countdown.role)
      frame.put(
        "\(clock.id.short(model.language)) \(countdown.words(model.language))", row, column + 3, 15,
        countdown.role)
    } else {
      frame.put(ticket.stage.words(model.language), row, column + 3, 14, .done)
    }
    let isWide = rect.columns >= 80
    frame.put("\(ticket.id)", row, column + 19, 6)
    frame.put(ticket.place.short, row, column + 26, isWide ? 16 : 9)
    let subject = column + (isWide ? 43 : 36)
    let end = rect.endColumn - (isWide ? 16 : 0)
    frame.put(ticket.line(model.language), row, subject, end - subject - (isWide ? 1 : 0))
    guard isWide else { return }
    let nobody = Words(zh: "未派", en: "nobody")(model.language)
    frame.put(ticket.work.assignee ?? nobody, row, end, 7, ticket.work.assignee == nil ? .dim : .text)
    frame.put(model.caller(ticket), row, end + 8, 8)
  }
}
