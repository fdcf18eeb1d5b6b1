import Desk
import Foundation
import Screen

/// Incidents with the steps of their plans, and the plans to be declared.
enum IncidentsView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let rows = model.rows(.incidents)
    let list = model.lists[.incidents] ?? ListState()
    frame.put(
      Words(zh: "步骤  应于   情况", en: "Step  due    state")(model.language), rect.row, rect.column + 2,
      rect.columns - 3, .dim)
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count else { break }
      let row = rect.row + 1 + line
      switch rows[index] {
      case .incident(let id): drawIncident(id, row, rect, model, in: &frame)
      case .step(let id, let step): drawStep(id, step, row, rect, model, in: &frame)
      case .plan(let id): drawPlan(id, row, rect, model, in: &frame)
      default: break
      }
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  private static func drawIncident(
    _ id: IncidentID, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let incident = model.desk.incidents[id] else { return }
    let countdown = incident.countdown(model)
    frame.put(model.symbols.tag(countdown.tag), row, rect.column + 2, 2, countdown.role)
    let since = model.dates.short(incident.declaredAt, near: model.now)
    let done = incident.progress(model.language)
    let title = incident.title(model.language)
    var spans: [(text: String, role: Role)] = [
      ("  \(incident.stage.words(model.language)) \(done)", incident.isOpen ? .text : .dim)
    ]
    // The title of a drill says already that it has no clock.
    if incident.isOpen, !incident.isDrill {
      spans.append(("  \(countdown.words(model.language))", countdown.role))
    }
    spans.append((Words(zh: "  \(since.zh) 起", en: "  since \(since.en)")(model.language), .dim))
    if !incident.isOpen, model.openedIncident != id {
      spans.append((Words(zh: "  Enter 步骤", en: "  Enter steps")(model.language), .dim))
    }
    // Where not all has room the last is left out, before it ends within a time.
    let least = rect.columns / 3
    while spans.count > 1, TicketLines.Line(spans).columns + least > rect.columns - 6 { spans.removeLast() }
    let state = TicketLines.Line(spans)
    // How long it has been going on is worth more than the end of a long name.
    let room = max(rect.columns - 6 - state.columns, least)
    let used = frame.put(
      title, row, rect.column + 5, min(room, rect.columns - 6), incident.isOpen ? .title : .dim)
    frame.put(state, row, rect.column + 5 + used, rect.columns - 6 - used)
  }

  private static func drawStep(
    _ id: IncidentID, _ step: Int, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let incident = model.desk.incidents[id], incident.steps.indices.contains(step) else { return }
    let (plan, state) = (incident.plan.steps[step], incident.steps[step])
    let language = model.language
    let late = state.answer == nil && state.due < model.now
    let mark = state.answer.map { $0.isDone ? "[v]" : "[-]" } ?? (late ? "[!]" : "[ ]")
    let isNext = incident.nextStep == step
    let role: Role = state.answer != nil ? .done : late ? .over : isNext ? .soon : .text
    frame.put("\(model.settings.isAccessible ? "" : mark)\(step + 1)", row, rect.column + 3, 6, role)
    frame.put(model.dates.time(state.due), row, rect.column + 10, 5, late ? .over : .dim)
    let end = ending(plan, state, model)
    let width = min(displayWidth(end), rect.columns / 3)
    let role2: Role = state.answer == nil && isNext ? .title : state.answer == nil ? .text : .dim
    frame.put(plan.line.words(language), row, rect.column + 17, room(beside: end, rect), role2)
    frame.put(end, row, rect.endColumn - width - 1, width, .dim)
  }

  /// Who did it and when, or who does it.
  private static func ending(_ plan: PlanStep, _ state: IncidentStep, _ model: Model) -> String {
    guard let answer = state.answer else {
      let late = model.now.timeIntervalSince(state.due)
      let role = plan.role.words(model.language)
      return late > 0 ? "\(Words.late(late)(model.language))  \(role)" : role
    }
    let time = model.dates.time(answer.at)
    guard !answer.isDone else {
      let done = model.symbols.isSpoken ? Words(zh: "完成 ", en: "done: ")(model.language) : ""
      return "\(done)\(answer.by) \(time)"
    }
    let reason = answer.reason
    return Words(zh: "不做 \(reason) \(answer.by) \(time)", en: "skipped: \(reason) \(answer.by) \(time)")(
      model.language)
  }

  private static func drawPlan(
    _ id: String, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let plan = model.desk.plan(id)?.plan else { return }
    let language = model.language
    frame.put(
      Words(zh: "预案", en: "plan")(language), row, rect.column + 5, 5, .dim)
    let used = frame.put(plan.name.words(language), row, rect.column + 11, 20)
    let steps = Words(
      zh: "\(plan.steps.count) 步   Enter 启动", en: "\(plan.steps.count) steps   Enter declares it")
    frame.put(steps(language), row, rect.column + 13 + used, rect.columns - 14 - used, .dim)
  }

  /// The plan under the cursor: whom to call, with what, which way, and who does what.
  static func drawPreview(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard let plan = model.selectedPlan else { return frame.rule("", rect, rect.row) }
    frame.rule(
      Words(zh: "预案 \(plan.name.words.zh)", en: "Plan: \(plan.name.words.en)")(model.language), rect, rect.row
    )
    let incident = model.selectedIncident?.incident
    let account = incident.map { lines($0, model, columns: rect.columns - 2) } ?? []
    let toDo = lines(plan, model)
    // What to do comes first while it goes on, and what was done once it is over.
    let isOver = incident?.isOpen == false
    frame.putLines(
      longStep(model, rect) + (isOver ? account + toDo : toDo.prefix(1) + account + toDo.dropFirst()),
      below: rect)
  }

  /// What became of an incident: what owners were told, its tickets, how it was contained, and its review, by whom and when.
  private static func lines(_ incident: Incident, _ model: Model, columns: Int) -> [TicketLines.Line] {
    let tickets = incident.tickets.map { model.linked($0.id) }.joined(separator: "  ")
    func note(_ title: Words, _ note: IncidentNote?) -> [TicketLines.Line] {
      guard let note else { return [] }
      let at = model.dates.short(note.at, near: model.now)(model.language)
      let name = title(model.language)
      let text = [name, at, note.text.plainLine, note.by.plainLine].filter { !$0.isEmpty }
      let lines = wrapped(text.joined(separator: " "), columns: columns)
      return lines.enumerated().map { index, line in
        guard index == 0 else { return TicketLines.Line([(line, .text)]) }
        return TicketLines.Line([(name, .dim), (String(line.dropFirst(name.count)), .text)])
      }
    }
    return note(Words(zh: "已通知业主", en: "Owners told"), incident.notices.last)
      + (tickets.isEmpty
        ? []
        : [TicketLines.Line([(Words(zh: "工单 ", en: "Tickets ")(model.language), .dim), (tickets, .text)])])
      + note(Words(zh: "已控制", en: "Contained"), incident.contained)
      + note(Words(zh: "总结", en: "Review"), incident.review)
  }

  /// The words of the step under the cursor and why it was left out, where its row has no room for them all.
  private static func longStep(_ model: Model, _ rect: Rect) -> [TicketLines.Line] {
    guard case (let incident, let index?)? = model.selectedIncident else { return [] }
    let step = incident.plan.steps[index]
    let words = step.line.words(model.language)
    let end = ending(step, incident.steps[index], model)
    var long = displayWidth(words) > room(beside: end, rect) ? [words] : []
    if displayWidth(end) > rect.columns / 3 { long.append(end) }
    return long.flatMap { wrapped($0, columns: rect.columns - 2) }.map { TicketLines.Line([($0, .title)]) }
  }

  /// How wide the words of a step may be beside who does it.
  private static func room(beside end: String, _ rect: Rect) -> Int {
    rect.columns - 20 - min(displayWidth(end), rect.columns / 3)
  }

  private static func lines(_ plan: EmergencyPlan, _ model: Model) -> [TicketLines.Line] {
    let language = model.language
    let between = language == .chinese ? "；" : "; "
    let phones = plan.phones.filter { !$0.number.isEmpty }.map { "\($0.name.words(language)) \($0.number)" }
    let missing = plan.phones.filter(\.number.isEmpty).map { $0.name.words(language) }
    func line(_ title: Words, _ texts: [String], _ role: Role = .text) -> [TicketLines.Line] {
      texts.isEmpty
        ? [] : [TicketLines.Line([("\(title(language)) ", .dim), (texts.joined(separator: between), role)])]
    }
    var lines = line(Words(zh: "电话", en: "Call"), [phones.joined(separator: "  ")], .title)
    lines += line(Words(zh: "通道", en: "Ways"), plan.exits.map { $0.words(language) })
    lines += line(Words(zh: "物资", en: "With"), plan.supplies.map { $0.words(language) })
    lines += plan.roles.flatMap { line($0.name.words, [$0.duty.words(language)]) }
    return lines
      + line(
        Words(zh: "号码待填", en: "Number to be written"),
        [missing.joined(separator: "  ")].filter { !$0.isEmpty })
  }
}
