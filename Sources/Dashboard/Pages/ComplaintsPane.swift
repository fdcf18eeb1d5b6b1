import Desk
import Foundation
import Screen

/// An open complaint as a row of the pane beside the list.
enum ComplaintsPane {
  static func draw(_ id: TicketID, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    let departed = model.frozen?.departed[id]
    guard let ticket = model.desk.tickets[id] ?? departed?.ticket else { return }
    let column = rect.column
    if let departed {
      frame.put(departed.words(model.language), row, column, 18, .dim)
    } else if let clock = ticket.governingClock(model.desk.policy(of: ticket)) {
      let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
      frame.putClock(countdown, clock.id.short, row, column, model)
    } else {
      frame.put(ticket.standing(model.language), row, column + 3, 14, .done)
    }
    if model.marked.contains(id) { frame.put(model.symbols[.mark], row, column - 1, 1, .marked) }
    let isWide = rect.columns >= 80
    let number = (model.desk.lastNumber[.complaint] ?? 0) > 999 ? 6 : 5
    frame.put("\(ticket.id)", row, column + 19, number)
    let place = column + 20 + number
    frame.put(ticket.place.short(model.language), row, place, isWide ? 16 : 9)
    let subject = place + (isWide ? 17 : 10)
    let end = rect.endColumn - (isWide ? 16 : 0)
    frame.put(ticket.line(model.language), row, subject, end - subject - (isWide ? 1 : 0))
    guard isWide else { return }
    let nobody = Words.nobody(model.language)
    frame.put(ticket.responsible ?? nobody, row, end, 7, ticket.responsible == nil ? .dim : .text)
    frame.put(model.caller(ticket), row, end + 8, 8)
  }
}
