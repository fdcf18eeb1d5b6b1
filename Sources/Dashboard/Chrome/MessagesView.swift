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
    for line in model.messages.reversed().prefix(rect.endRow - row) {
      let (text, role) = words(line, model)
      frame.put(text, row, rect.column + 1, rect.columns - 1, role)
      row += 1
    }
  }

  private static func words(_ line: MessageLine, _ model: Model) -> (String, Role) {
    switch line {
    case .words(let words, let at, let isAlert):
      return (
        "\(model.dates.short(at, near: model.now)(model.language)) \(words(model.language))",
        isAlert ? .over : .text
      )
    case .event(let recorded):
      let words = recorded.event.named(model.language, on: model.desk)
      let isLate =
        recorded.recordedAt.timeIntervalSince(recorded.occurredAt) > 60 && recorded.event.isCrossing
      let late = isLate ? Words(zh: "（补记）", en: " (found late)")(model.language) : ""
      let time = model.dates.short(recorded.occurredAt, near: model.now)(model.language)
      let who = recorded.actor == .system ? "" : "  \(recorded.actor.name)"
      return ("\(time) \(words)\(late)\(who)", recorded.event.role)
    }
  }
}

extension Event {
  /// How grave it is on a line.
  var role: Role {
    switch self {
    case .ticket(_, .breached), .round(_, .missed): .critical
    case .ticket(_, .warned): .soon
    default: .text
    }
  }
}
