import Dashboard
import Desk
import Foundation

/// An incident as it is printed.
enum IncidentText {
  static func text(_ it: Incident, at now: Date, _ zone: TimeZone, _ language: Language) -> String {
    var lines = ["\(it.title(language))  \(it.stage.words(language))  \(it.declaredAt.deskText(zone))"]
    if !it.declared.text.isEmpty { lines.append("  \(it.declared.text.plainLine)") }
    lines.append("  \(response(it, zone, language))")
    for (index, step) in it.plan.steps.enumerated() {
      let late = it.steps[index].answer == nil ? now.timeIntervalSince(it.steps[index].due) : 0
      lines.append(
        "  " + line(index, step, it.steps[index], zone, language)
          + (late > 0 ? "  \(Words.late(late)(language))" : ""))
    }
    for notice in it.notices {
      let word = Words(zh: "已通知业主", en: "owners told")(language)
      lines.append("  \(notice.at.deskText(zone))  \(word)  \(notice.text.plainLine)  \(notice.by.plainLine)")
    }
    for ticket in it.tickets {
      let word = ticket.isCause ? Words(zh: "起因", en: "caused by") : Words(zh: "引出", en: "led to")
      lines.append("  \(word(language)) \(ticket.id)")
    }
    if let note = it.contained {
      lines.append("  " + ended(Words(zh: "已控制", en: "contained"), note, zone, language))
    }
    if let note = it.review {
      lines.append("  " + ended(Words(zh: "总结", en: "review"), note, zone, language))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func ended(_ words: Words, _ note: IncidentNote, _ zone: TimeZone, _ language: Language)
    -> String
  {
    "\(note.at.deskText(zone))  \(words(language))  \(note.text.plainLine)  \(note.by.plainLine)"
  }

  private static func response(_ it: Incident, _ zone: TimeZone, _ language: Language) -> String {
    let due = it.responseDue.deskText(zone)
    if it.isDrill { return Words(zh: "演练，不计响应时限", en: "a drill: its response is not on the clock")(language) }
    let late = it.isBreached ? Words(zh: "（超时）", en: " (late)")(language) : ""
    guard let at = it.respondedAt else {
      return Words(zh: "还没人处置，应于 \(due)\(late)", en: "nobody has responded, due \(due)\(late)")(language)
    }
    return Words(zh: "响应 \(at.deskText(zone))\(late)", en: "answered \(at.deskText(zone))\(late)")(language)
  }

  private static func line(
    _ index: Int, _ step: PlanStep, _ state: IncidentStep, _ zone: TimeZone, _ language: Language
  ) -> String {
    let words = step.line.words(language)
    let role = step.role.text.isEmpty ? "" : " [\(step.role.words(language))]"
    guard let answer = state.answer else {
      return "[ ] \(index + 1)  \(state.due.deskText(zone))  \(words)\(role)"
    }
    let mark = answer.isDone ? "[v]" : "[-]"
    return "\(mark) \(index + 1)  \(answer.at.deskText(zone))  \(words)\(role)  \(answer.by.plainLine)"
      + (answer.reason.isEmpty ? "" : "  \(answer.reason.plainLine)")
  }

  static func json(_ it: Incident) -> JSONText {
    let steps = zip(it.plan.steps, it.steps).map { step, state in
      JSONText.object([
        ("text", .text(step.line.text)), ("due", .text(state.due.isoText)),
        ("state", .text(state.answer.map { $0.isDone ? "done" : "skipped" } ?? "open")),
        ("at", .optional(state.answer?.at.isoText)), ("by", .optional(state.answer?.by)),
        ("reason", .optional(state.answer.flatMap { $0.isDone ? nil : $0.reason })),
      ])
    }
    let tickets = it.tickets.map { ticket in
      JSONText.object([
        ("ticket", .text("\(ticket.id)")), ("as", .text(ticket.isCause ? "cause" : "consequence")),
      ])
    }
    return .object([
      ("id", .text("\(it.id)")), ("plan", .text(it.plan.id)),
      ("plan_version", .number(it.declared.planVersion)),
      ("place", .text(it.declared.place.text)), ("drill", .flag(it.isDrill)),
      ("stage", .text(it.stage.rawValue)),
      ("declared_at", .text(it.declaredAt.isoText)), ("declared_by", .text(it.declared.by)),
      ("response_due", .text(it.responseDue.isoText)), ("responded_at", .optional(it.respondedAt?.isoText)),
      ("late", .flag(it.isBreached)), ("steps", .list(steps)),
      ("notices", .list(it.notices.map { note($0) })), ("tickets", .list(tickets)),
      ("contained", it.contained.map { note($0) } ?? .null), ("review", it.review.map { note($0) } ?? .null),
      ("closed_at", .optional(it.closedAt?.isoText)),
    ])
  }

  private static func note(_ note: IncidentNote) -> JSONText {
    .object([("text", .text(note.text)), ("by", .text(note.by)), ("at", .text(note.at.isoText))])
  }
}
