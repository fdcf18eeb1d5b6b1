import Desk
import Foundation
import Screen

extension Model {
  /// Open incidents with their steps, the latest first; then the plans that can be declared; then what is closed, one of them with its
  /// steps where Enter asked for them.
  var incidentRows: [RowKey] {
    let all = desk.incidents.values.sorted { $0.id > $1.id }
    func rows(_ incidents: [Incident]) -> [RowKey] {
      incidents.flatMap { incident -> [RowKey] in
        let shows = incident.isOpen || incident.id == openedIncident
        return [.incident(incident.id)]
          + (shows ? incident.steps.indices.map { .step(incident.id, $0) } : [])
      }
    }
    return rows(all.filter(\.isOpen)) + desk.plans.map { .plan($0.plan.id) } + rows(all.filter { !$0.isOpen })
  }

  /// The incident the cursor is on, on its page or among the timers, and the step.
  var selectedIncident: (incident: Incident, step: Int?)? {
    switch selected {
    case .incident(let id), .timer(.incident(let id)): desk.incidents[id].map { ($0, nil) }
    case .step(let id, let step): desk.incidents[id].map { ($0, step) }
    default: nil
    }
  }

  /// The plan the cursor is on; that of the incident when it is on one.
  var selectedPlan: EmergencyPlan? {
    if case .plan(let id) = selected { return desk.plan(id)?.plan }
    return selectedIncident?.incident.plan
  }

  /// Whether keys are for an incident: its page is open, or one is selected among the timers.
  var isOnIncidents: Bool { layers.isEmpty && (focus == .incidents || selectedIncident != nil) }

  /// The incidents a ticket caused or came out of, as far as they are in sight.
  func incidents(of ticket: TicketID) -> [Incident] {
    desk.incidents.values.filter { $0.tickets.contains { $0.id == ticket } }.sorted { $0.id < $1.id }
  }

  /// Marks the step under the cursor done, or the next one.
  mutating func doStep() -> [Effect] {
    guard canWrite(), let (incident, step) = openIncident() else { return [] }
    return submit([command(incident, .doStep(step ?? incident.nextStep, by: ""))])
  }

  /// Asks why a step is left out.
  mutating func skipStep() -> [Effect] {
    guard let (incident, step) = openIncident() else { return [] }
    guard let step = step ?? incident.nextStep else {
      return refuse(.incident(.noStepLeft(incident.id)))
    }
    return ask(.skipStep(incident.id, step))
  }

  /// Contains, reviews or closes, whichever comes next.
  mutating func advanceIncident() -> [Effect] {
    guard canWrite(), let (incident, _) = openIncident() else { return [] }
    switch incident.stage {
    case .declared: return ask(.contain(incident.id))
    case .contained: return ask(.review(incident.id))
    case .reviewed, .closed: return submit([command(incident, .close)])
    }
  }

  /// Records what the owners were told: of an incident, or that parts are awaited for a ticket.
  mutating func notify() -> [Effect] {
    guard isOnIncidents else { return prompt(.notify) }
    guard canWrite(), let (incident, _) = openIncident() else { return [] }
    return ask(.notice(incident.id))
  }

  /// On a plan, declares it; on an incident of the timers, opens its page; on a closed one, shows its steps or puts them away.
  mutating func openIncident() -> [Effect] {
    if let (incident, _) = selectedIncident, focus != .incidents {
      view = .incidents
      lists[view, default: ListState()].selected = .incident(incident.id)
      return []
    }
    if let (incident, _) = selectedIncident, !incident.isOpen {
      openedIncident = openedIncident == incident.id ? nil : incident.id
      lists[.incidents, default: ListState()].selected = .incident(incident.id)
      // Its steps stand below it: it goes to the top, so that they are seen.
      let top = rows(.incidents).index(of: .incident(incident.id))
      lists[.incidents]?.top = top ?? 0
      return []
    }
    guard case .plan(let id) = selected else { return [] }
    return askPlace(id, isDrill: false)
  }

  /// Offers every plan, and a drill of each.
  mutating func choosePlan() -> [Effect] {
    layers.append(.picker(.plans(self)))
    return []
  }

  /// Offers a drill of every plan.
  mutating func chooseDrill() -> [Effect] {
    guard canWrite() else { return [] }
    layers.append(.picker(.drills(self)))
    return []
  }

  /// Asks where it is; a ticket whose page is open is its cause.
  mutating func askPlace(_ plan: String, isDrill: Bool) -> [Effect] {
    guard canWrite() else { return [] }
    var cause: TicketID?
    if case .detail(let page) = layers.last, desk.tickets[page.id] != nil { cause = page.id }
    let name = desk.plan(plan)?.plan.name.words ?? .none
    let about = isDrill ? Words(zh: "【演练】\(name.zh)", en: "[DRILL] \(name.en)") : name
    var page = PromptPage(.declare(plan: plan, isDrill: isDrill, cause: cause), [], [:], about: about)
    page.field = TextField(cause.flatMap { desk.tickets[$0]?.place.text } ?? "")
    return open(page)
  }

  private mutating func ask(_ purpose: PromptPage.Purpose) -> [Effect] {
    guard canWrite() else { return [] }
    return open(PromptPage(purpose, [], [:]))
  }

  /// The open incident under the cursor, with the step there; where there is none the one that is open.
  private var meantIncident: (incident: Incident, step: Int?)? {
    if let (incident, step) = selectedIncident { return incident.isOpen ? (incident, step) : nil }
    let open = desk.openIncidents
    return open.count == 1 ? (open[0], nil) : nil
  }

  /// Whether a key for incidents does something where the cursor is: of a step that is answered there is nothing left to do.
  func mayTell(_ action: Action) -> Bool {
    guard let (incident, step) = meantIncident else { return false }
    guard action == .answer || action == .hold else { return true }
    guard let step = step ?? incident.nextStep, incident.steps.indices.contains(step) else { return false }
    let answer = incident.steps[step].answer
    return action == .answer ? answer?.isDone != true : answer == nil
  }

  /// The open incident that is meant, or words about what to do.
  private mutating func openIncident() -> (Incident, Int?)? {
    if let (incident, step) = meantIncident { return (incident, step) }
    say(
      desk.openIncidents.isEmpty
        ? Words(
          zh: "没有在处置的突发事件：光标移到预案上按 Enter 启动", en: "No incident is going on: Enter on a plan declares it")
        : Words(zh: "先把光标移到要处置的事件上", en: "Move to the incident first"))
    return nil
  }

  private func command(_ incident: Incident, _ command: IncidentCommand) -> Effect {
    .submit(.incident(incident.id, command), seen: nil, occurredAt: nil, contact: nil)
  }
}

extension PickerPage {
  /// Every plan, then a drill of each (S068).
  static func plans(_ model: Model) -> PickerPage {
    let items = model.desk.plans.map(\.plan).map { plan in
      PickerItem(
        plan.name.words,
        detail: Words(zh: "\(plan.steps.count) 步", en: "\(plan.steps.count) steps"),
        .declare(plan: plan.id, isDrill: false))
    }
    return PickerPage(Words(zh: "启动哪个预案", en: "Which plan"), items + drills(model).items)
  }

  /// A drill of every plan.
  static func drills(_ model: Model) -> PickerPage {
    PickerPage(
      Words(zh: "演练哪个预案", en: "Which plan is rehearsed"),
      model.desk.plans.map(\.plan).map { plan in
        PickerItem(
          Words(zh: "【演练】\(plan.name.words.zh)", en: "[DRILL] \(plan.name.words.en)"),
          detail: Words(zh: "不计超时", en: "no alarm"), .declare(plan: plan.id, isDrill: true))
      })
  }
}

extension Incident {
  /// How its response stands, as a list shows it.
  func countdown(_ model: Model) -> Countdown {
    if isDrill { return Countdown("  ", Words(zh: "演练", en: "drill"), .dim) }
    guard let at = respondedAt else {
      return Countdown(due: responseDue, at: model.now, seconds: model.showsSeconds)
    }
    let late = at.timeIntervalSince(responseDue)
    return late > 0 || isBreached
      ? Countdown("x ", .late(max(0, late)), .dim)
      : Countdown("v ", Words(zh: "已响应", en: "answered"), .done)
  }
}
