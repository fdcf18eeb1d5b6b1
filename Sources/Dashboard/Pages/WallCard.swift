import Desk
import Foundation
import Screen

/// One ticket on the wall: what it is, its countdown in big digits, who has it and who was told.
enum WallCard {
  static func draw(_ id: TicketID, _ rect: Rect, isBig: Bool, _ model: Model, in frame: inout Frame) {
    guard let ticket = model.desk.tickets[id], case let policy = model.desk.policy(of: ticket),
      let clock = ticket.governingClock(policy)
    else { return }
    let language = model.language
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    let isKnown = clock.doubt(at: model.now) == nil
    let isLate = isKnown && clock.state(at: model.now).isBroken
    var column = rect.column + 1
    column += frame.put(model.symbols.tag(countdown.tag), rect.row, column, 2, countdown.role) + 1
    let head = "\(id) \(model.wallPlace(ticket.place))  "
    let names = [clock.id.words, clock.id.short].map { name in
      head + Words(zh: name.zh + (isLate ? "超时" : ""), en: name.en + (isLate ? " late" : ""))(language)
    }
    let room = rect.endColumn - column
    frame.put(displayWidth(names[0]) <= room ? names[0] : names[1], rect.row, column, room, .title)
    if model.isPulse, model.isIgnored(id) { frame.highlight(rect.row, rect) }
    if isKnown {
      drawDigits(
        digits(clock.due.timeIntervalSince(model.now)), countdown.role, rect, isBig, model, in: &frame)
    }
    let words = "\(countdown.words(language))  \(model.wallCategory(ticket))"
    frame.put(words, rect.endRow - 2, rect.column + 1, rect.columns - 1, countdown.role)
    drawPeople(ticket, policy, rect, model, in: &frame)
  }

  private static func drawDigits(
    _ text: String, _ role: Role, _ rect: Rect, _ isBig: Bool, _ model: Model, in frame: inout Frame
  ) {
    let scale = isBig && BigDigits.columns(text, scale: 2) < rect.columns - 2 ? 2 : 1
    let room = rect.columns - 2 - BigDigits.columns(text, scale: scale)
    guard room >= 0 else { return }
    BigDigits.draw(
      text, rect.row + 1, rect.column + 1 + min(room, 4), scale: scale, model.filled(role), in: &frame)
  }

  /// `04:31` and `+12:03` to the second within an hour, `1h05` and `2d04` beyond; a plus for what is over.
  static func digits(_ left: TimeInterval) -> String {
    let seconds = Int(abs(left).rounded(.down))
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    let span =
      if hours < 1 {
        "\(minutes.digits(2)):\((seconds % 60).digits(2))"
      } else if hours < 48 {
        "\(hours)h\((minutes % 60).digits(2))"
      } else {
        hours < 240 ? "\(hours / 24)d\((hours % 24).digits(2))" : "\(hours / 24)d"
      }
    return (left < 0 ? "+" : "") + span
  }

  /// Who has it, and who was told that it is late and has not answered; the one that F6 answers says so.
  private static func drawPeople(
    _ ticket: Ticket, _ policy: Policy, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    let (language, row) = (model.language, rect.endRow - 1)
    var column = rect.column + 1
    let escalation = ticket.openEscalation(policy)
    if escalation != nil, !model.isWall, model.board.escalated.count > 0,
      model.board.escalated[0] == ticket.id
    {
      column += frame.put("F6", row, column, 2, .keyName) + 1
    }
    var text = ticket.responsible.map { Words(zh: "责任人 \($0)", en: $0)(language) } ?? model.nobody
    if let told = escalation?.recipients(on: model.desk) {
      text += Words(zh: "  升级 \(told.zh) 未确认", en: "  unacked: \(told.en)")(language)
    }
    frame.put(text, row, column, rect.endColumn - column)
  }
}
