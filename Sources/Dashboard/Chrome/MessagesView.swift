import Desk
import Foundation
import Screen

/// What happened lately, newest first.
enum MessagesView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.messages
    guard rect.rows > 0 else { return }
    var row = rect.row
    if rect.rows > 1 {
      frame.rule(Words(zh: "消息", en: "Messages")(model.language), rect, row)
      row += 1
    }
    if layout.kind == .wide { frame.separator(rect, column: rect.column - 2) }
    if let (text, isIgnored) = unheard(model, columns: rect.columns - 1), row < rect.endRow {
      if isIgnored {
        drawBanner(text, rect, row, model, in: &frame)
      } else {
        frame.put(text, row, rect.column + 1, rect.columns - 1, .ignored)
      }
      row += 1
    } else if model.messages.isEmpty, row < rect.endRow {
      let empty = Words(
        zh: "还没有消息。F2 建单后，做了什么、什么将超时和超时都在这里。",
        en: "No messages yet. F2 takes a call; what is done and what runs late is told here.")
      frame.put(empty(model.language), row, rect.column + 1, rect.columns - 1, .dim)
    }
    for line in model.messages.reversed().prefix(rect.endRow - row) {
      let (time, words, role) = parts(line, model)
      // A wide screen has a column for the tag.
      let tag =
        layout.kind == .wide && !model.symbols.isSpoken ? " \(model.symbols.tag(line.tag))" : ""
      let text = "\(time)\(tag) \(words)"
      frame.put(text, row, rect.column + 1, rect.columns - 1, role)
      row += 1
    }
  }

  /// A line in reverse from edge to edge: nobody looks after what broke.
  static func drawBanner(_ text: String, _ rect: Rect, _ row: Int, _ model: Model, in frame: inout Frame) {
    let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
    frame.fill(line, style: Role.ignored.style)
    frame.put(text, row, rect.column + 1, rect.columns - 1, .ignored)
    if model.isPulse { frame.highlight(row, rect) }
  }

  /// The escalation that waits longest to be acknowledged stays on top until somebody does; after ten minutes it counts as ignored, as
  /// for the bell. How many wait behind it is told where there is room.
  static func unheard(_ model: Model, columns: Int) -> (text: String, isIgnored: Bool)? {
    guard model.board.escalated.count > 0, let ticket = model.desk.tickets[model.board.escalated[0]],
      let escalation = ticket.openEscalation(model.desk.policy(of: ticket))
    else { return nil }
    let language = model.language
    let isSelected = model.selectedTicket == ticket.id
    let way =
      if isSelected {
        Words(zh: "按 F6 确认", en: "press F6")
      } else if model.newestAlarm == .ticket(ticket.id) {
        Words(
          zh: "按 \(model.keyTable.letter(.newestAlarm)) 跳到该单",
          en: "\(model.keyTable.letter(.newestAlarm)) goes there")
      } else {
        Words(zh: "选中后按 F6 确认", en: "select it, F6")
      }
    let key = takesKeys(model) ? "  " + way(language) : ""
    let others = model.board.escalated.count - 1
    let more = others > 0 ? Words(zh: "  另有 \(others) 张", en: "  +\(others) more")(language) : ""
    let said = TicketLines.escalated(escalation, model)(language)
    let isIgnored = model.now.timeIntervalSince(escalation.since) > Alarms.patience
    let text = "\(ticket.id) \(said)\(key)"
    return (displayWidth(text + more) <= columns ? text + more : text, isIgnored)
  }

  /// Whether F6 means a ticket where the keys go now.
  private static func takesKeys(_ model: Model) -> Bool {
    switch model.layers.last {
    case nil, .detail: model.readOnly == nil
    default: false
    }
  }

  private static func parts(_ line: MessageLine, _ model: Model) -> (time: String, words: String, role: Role)
  {
    switch line {
    case .words(let words, let at, let isAlert):
      let time = model.dates.short(at, near: model.now)(model.language)
      return (time, words(model.language), isAlert ? .over : .text)
    case .event(let recorded):
      let told = model.told(recorded)
      let words =
        told.map { "\(recorded.stream.rawValue) \($0(model.language))" }
        ?? recorded.event.named(model.language, on: model.desk)
      let isLate =
        recorded.recordedAt.timeIntervalSince(recorded.occurredAt) > 60 && recorded.event.isCrossing
      let late = isLate ? Words(zh: "（补记）", en: " (found late)")(model.language) : ""
      let time = model.dates.short(recorded.occurredAt, near: model.now)(model.language)
      let isTold = recorded.actor == .system || recorded.event.doer == recorded.actor.name
      let who = isTold ? "" : "  \(recorded.actor.name)"
      return (time, "\(words)\(late)\(who)", recorded.event.role)
    }
  }
}

extension MessageLine {
  /// How grave it is, in two columns: what broke, what is about to, blank for the rest.
  fileprivate var tag: String {
    guard case .event(let recorded) = self else { return "  " }
    return switch recorded.event.role {
    case .critical: "X "
    case .soon: "! "
    default: "  "
    }
  }
}

extension Event {
  /// Who did it, where its words say that; nil where they do not.
  fileprivate var doer: String? {
    switch self {
    case .incident(_, .stepDone(_, let name)), .shift(_, .signedOut(let name)),
      .shift(_, .itemAcknowledged(_, let name)), .shift(_, .signedIn(let name)):
      name
    default: nil
    }
  }

  /// How grave it is on a line.
  var role: Role {
    switch self {
    case .ticket(_, .breached), .ticket(_, .escalated), .round(_, .missed), .incident(_, .breached): .critical
    case .ticket(_, .warned), .incident(_, .warned): .soon
    default: .text
    }
  }
}
