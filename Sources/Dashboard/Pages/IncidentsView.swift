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
    let done = "\(incident.answered)/\(incident.steps.count)"
    let title = incident.title(model.language)
    var spans: [(text: String, role: Role)] = [
      ("  \(incident.stage.words(model.language)) \(done)", incident.isOpen ? .text : .dim)
    ]
    // The title of a drill says already that it has no clock.
    if incident.isOpen, !incident.isDrill {
      spans.append(("  \(countdown.words(model.language))", countdown.role))
    }
    spans.append((Words(zh: "  \(since.zh) 起", en: "  since \(since.en)")(model.language), .dim))
    let state = TicketLines.Line(spans)
    // How long it has been going on is worth more than the end of a long name.
    let room = max(rect.columns - 6 - state.columns, rect.columns / 3)
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
    guard !answer.isDone else { return "\(answer.by) \(time)" }
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
    frame.putLines(longStep(model, rect) + lines(plan, model), below: rect)
  }

  /// The words of the step under the cursor, where its row has no room for them all.
  private static func longStep(_ model: Model, _ rect: Rect) -> [TicketLines.Line] {
    guard case (let incident, let index?)? = model.selectedIncident else { return [] }
    let step = incident.plan.steps[index]
    let words = step.line.words(model.language)
    let room = room(beside: ending(step, incident.steps[index], model), rect)
    guard displayWidth(words) > room else { return [] }
    return wrapped(words, columns: rect.columns - 2).map { TicketLines.Line([($0, .title)]) }
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
    if let (incident, _) = model.selectedIncident {
      if let told = incident.notices.last {
        let at = model.dates.time(told.at)
        lines += line(Words(zh: "已通知业主", en: "Owners told"), ["\(at) \(told.text)"])
      }
      let tickets = incident.tickets.map { "\($0.id)" }
      lines += line(Words(zh: "工单", en: "Tickets"), [tickets.joined(separator: " ")].filter { !$0.isEmpty })
      if let review = incident.review { lines += line(Words(zh: "总结", en: "Review"), [review.text]) }
    }
    lines += line(Words(zh: "通道", en: "Ways"), plan.exits.map { $0.words(language) })
    lines += line(Words(zh: "物资", en: "With"), plan.supplies.map { $0.words(language) })
    lines += plan.roles.flatMap { line($0.name.words, [$0.duty.words(language)]) }
    return lines
      + line(
        Words(zh: "号码待填", en: "Number to be written"),
        [missing.joined(separator: "  ")].filter { !$0.isEmpty })
  }
}
