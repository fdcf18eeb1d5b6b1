import Desk
import Foundation
import Screen

/// Where each fact of a ticket stands on its row: fixed widths, the subject takes the rest.
struct TicketColumns {
  private let model: Model
  private let left: Int
  private let right: Int
  private let showsSecond: Bool
  private let showsCaller: Bool
  private let idWidth: Int
  private let placeWidth: Int
  private let staffWidth: Int

  init(_ rect: Rect, _ model: Model) {
    self.model = model
    left = rect.column
    right = rect.endColumn
    showsSecond = rect.columns >= 100
    showsCaller = rect.columns >= 72
    idWidth = (model.desk.lastNumber.values.max() ?? 0) > 9999 ? 8 : 6
    placeWidth = rect.columns >= 100 ? 14 : 9
    staffWidth = rect.columns >= 100 ? 8 : 6
  }

  private var timeWidth: Int { Countdown.cell(isWide: showsSecond, model.language) }
  private var second: Int { left + 11 + timeWidth }
  private var id: Int { showsSecond ? second + 6 + timeWidth : second }
  private var place: Int { id + idWidth + 1 }
  private var subject: Int { place + placeWidth + 1 }
  private var reported: Int { right - 6 }
  private var caller: Int { (showsSecond ? reported : right) - 8 }
  private var staff: Int { (showsCaller ? caller : right) - staffWidth - 1 }

  func drawHead(_ row: Int, in frame: inout Frame) {
    head(Words(zh: "时限", en: "SLA"), row, left + 5, 5, in: &frame)
    head(Words(zh: "剩余/超时", en: "due/late"), row, left + 10, 10, in: &frame)
    if showsSecond { head(Words(zh: "次到 剩余", en: "then"), row, second, 5 + timeWidth, in: &frame) }
    head(Words(zh: "单号", en: "No."), row, id, idWidth, in: &frame)
    head(Words(zh: "位置", en: "Place"), row, place, placeWidth, in: &frame)
    head(Words(zh: "事项", en: "Subject"), row, subject, staff - subject - 1, in: &frame)
    head(Words(zh: "责任人", en: "Staff"), row, staff, staffWidth, in: &frame)
    if showsCaller { head(Words(zh: "报修人", en: "Caller"), row, caller, 7, in: &frame) }
    if showsSecond { head(Words(zh: "受理", en: "Taken"), row, reported, 5, in: &frame) }
  }

  private func head(_ words: Words, _ row: Int, _ column: Int, _ width: Int, in frame: inout Frame) {
    frame.put(words(model.language), row, column, width, .dim)
  }

  func draw(_ ticket: Ticket, _ row: Int, in frame: inout Frame) {
    let clocks = ticket.clocks(model.desk.policy(of: ticket))
    let governing = clocks.governing
    if let governing {
      let countdown = Countdown(governing, at: model.now, seconds: model.showsSeconds)
      let isHeld = ticket.work.openHold != nil
      frame.putClock(
        countdown, governing.id.short, row, left + 2, model, isHeld: isHeld, columns: timeWidth)
      let others = showsSecond ? clocks.filter { $0.isOpen && $0.id != governing.id } : []
      if let next = others.min(by: { $0.due < $1.due }) {
        let countdown = Countdown(next, at: model.now, seconds: model.showsSeconds)
        frame.put(next.id.short(model.language), row, second, 4, .dim)
        frame.put(countdown.words(within: timeWidth, model.language), row, second + 5, timeWidth, .dim)
      }
    } else if let promise = ticket.standingPromise?.clock {
      let countdown = Countdown(promise, at: model.now, seconds: model.showsSeconds)
      frame.putClock(countdown, .promised, row, left + 2, model, columns: timeWidth)
    } else if let hold = ticket.work.openHold {
      let countdown = Countdown(heldSince: hold.from, at: model.now)
      frame.putClock(countdown, Words(zh: "挂起", en: "wait"), row, left + 2, model, columns: timeWidth)
    } else {
      frame.put(model.symbols.tag("v "), row, left + 2, 2, .done)
      frame.put(ticket.standing(model.language), row, left + 5, 15, .done)
    }
    let isHeld = governing != nil && ticket.work.openHold != nil
    drawFacts(ticket, row, .text, said: model.said(governing, isHeld: isHeld), in: &frame)
    guard model.marked.contains(ticket.id) else { return }
    // Beside the cursor, where both are on one row.
    frame.put(model.symbols[.mark], row, left + (model.selectedTicket == ticket.id ? 1 : 0), 1, .marked)
  }

  func drawDeparted(_ departed: Departed, _ row: Int, in frame: inout Frame) {
    frame.put(departed.words(model.language), row, left + 2, id - left - 3, .dim)
    drawFacts(departed.ticket, row, .dim, said: "", in: &frame)
  }

  private func drawFacts(
    _ ticket: Ticket, _ row: Int, _ role: Role, said: String, in frame: inout Frame
  ) {
    frame.put(ticket.id.description, row, id, idWidth, role)
    let isPlaced = !ticket.place.text.isEmpty
    let toAsk = Words(zh: "待补", en: "to ask")(model.language)
    frame.put(
      isPlaced ? ticket.place.short(model.language) : toAsk, row, place, placeWidth, isPlaced ? role : .soon)
    let line = said + ticket.line(model.language)
    frame.put(line, row, subject, staff - subject - 1, ticket.lacksMatter ? .soon : role)
    if let kind = ticket.kindOfTrouble(model.language), displayWidth(line + kind) < staff - subject - 1 {
      frame.put(kind, row, subject + displayWidth(line) + 1, displayWidth(kind), .dim)
    }
    let nobody = Words.nobody(model.language)
    frame.put(
      ticket.responsible ?? nobody, row, staff, staffWidth, ticket.responsible == nil ? .dim : role)
    if showsCaller { frame.put(model.caller(ticket), row, caller, 7, role) }
    if showsSecond {
      frame.put(model.dates.narrow(ticket.reportedAt, near: model.now), row, reported, 5, .dim)
    }
  }
}

extension Departed {
  /// What became of it, and whose doing that was.
  var words: Words {
    switch ticket.stage {
    case .cancelled where ticket.work.mergedInto != nil:
      Words(zh: "已由 \(by) 转投诉", en: "made a complaint by \(by)")
    case .cancelled: Words(zh: "已由 \(by) 作废", en: "cancelled by \(by)")
    case .merged: Words(zh: "已由 \(by) 并单", en: "merged by \(by)")
    default: Words(zh: "已由 \(by) 关闭", en: "closed by \(by)")
    }
  }
}

extension Ticket {
  /// The subject, or the category where nothing was written; what came by the supervision line is marked (S035).
  package func line(_ language: Language) -> String {
    let toAsk = Words(zh: "待补：什么事", en: "to ask: what about")
    let line =
      lacksMatter ? toAsk(language) : subject.isEmpty ? Category.words(work.category)(language) : subject
    return channel == .supervision ? "[\(channel.words(language))] \(line)" : line
  }

  /// The category, where so short a subject does not say it: `厨房` may leak or have no light. Nil where it is said, or known to nobody.
  func kindOfTrouble(_ language: Language) -> String? {
    guard !subject.isEmpty, displayWidth(subject) < 8 else { return nil }
    let name = Category.words(work.category)(language)
    return !name.isEmpty && !subject.lowercased().contains(name.lowercased()) ? name : nil
  }

  /// Whoever works on it, else whoever answers for it.
  package var responsible: String? { work.assignee ?? work.papers.inCharge }

  /// The key of the first who reported it and left a name or a number; nil where nobody did.
  var caller: String? { work.reporters.lazy.compactMap(\.contact).first }
}

extension Model {
  /// What the sign of a clock says and its words do not, where signs are not shown: that nobody took notice of what is late, or that the
  /// ticket waits while it runs on. With a space behind it; empty where there is nothing to say.
  func said(_ clock: Clock?, isHeld: Bool = false) -> String {
    guard symbols.isSpoken, let clock else { return "" }
    if case .late(_, ignored: true) = clock.state(at: now), clock.doubt(at: now) == nil {
      return Words(zh: "未确认 ", en: "unacked ")(language)
    }
    return isHeld ? Words(zh: "挂起 ", en: "held ")(language) : ""
  }

  /// Who reported it, or through which channel it came.
  func caller(_ ticket: Ticket) -> String {
    guard let key = ticket.caller else { return ticket.channel.words(language) }
    guard let contact = contacts[key] else {
      return Contact.missing(isErased: erased.contains(key))(language)
    }
    return contact.name.isEmpty ? ticket.channel.words(language) : contact.name
  }
}
