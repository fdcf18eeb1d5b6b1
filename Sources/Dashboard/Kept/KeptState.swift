import Desk
import Screen

/// What a desk looked like when it was left: it comes back so, but never in the middle of something.
package struct KeptState: Equatable, Codable, Sendable {
  package var view = ""
  /// Chosen on the screen; nil for the locale's and the settings'.
  package var language: String?
  /// Chosen on the screen; nil for whichever suits.
  package var theme: String?
  package var filter = ""
  /// What the cursor of a view is on.
  package var selected: [String: String] = [:]
  /// The first row of a view that was shown, where that is not its first; nil in what was kept before that was.
  package var top: [String: String]?

  /// How the list was sorted and spaced on the screen; nil for what the settings say.
  package var sort: String?
  package var density: String?

  /// The commands last chosen by name; nil in what was kept before there were any.
  package var recent: [String]?

  /// What was written into the fields of forms, the latest last; nil in what was kept before that was.
  package var written: [String: [String]]?

  /// The record it was on; nil in what was kept before that was noted.
  package var store: String?

  package init() {}

  /// What holds for any record: how it looks, and not what was looked at.
  package var looks: KeptState {
    var looks = KeptState()
    (looks.language, looks.theme, looks.sort, looks.density) = (language, theme, sort, density)
    return looks
  }

  init(_ model: Model) {
    view = model.view.rawValue
    language = model.chosenLanguage?.rawValue
    theme = model.themePlan.chosen
    (sort, density) = (model.chosenSort?.rawValue, model.chosenDensity?.rawValue)
    filter = model.filter?.field.text ?? ""
    recent = model.recent.isEmpty ? nil : model.recent.map(\.rawValue)
    let lasting = model.written.filter { $0.key.outlastsSitting && !$0.value.isEmpty }
    written =
      lasting.isEmpty ? nil : Dictionary(uniqueKeysWithValues: lasting.map { ($0.key.rawValue, $0.value) })
    var top: [String: String] = [:]
    for (view, list) in model.lists {
      selected[view.rawValue] = list.selected?.kept
      guard list.top > 0, model.pane?.view != view else { continue }
      let rows = model.rows(view)
      if list.top < rows.count { top[view.rawValue] = rows[list.top].kept }
    }
    self.top = top.isEmpty ? nil : top
  }
}

extension Model {
  /// Comes back to where a desk was left; what was typed for this run goes before it.
  package mutating func restore(_ state: KeptState, keepingLanguage: Bool) {
    if let view = View(rawValue: state.view) { self.view = view }
    if !keepingLanguage, let language = state.language.flatMap(Language.init(rawValue:)) {
      (self.language, chosenLanguage) = (language, language)
    }
    if let id = state.theme, themes.contains(where: { $0.id == id }) { themePlan.chosen = id }
    chosenSort = state.sort.flatMap(ListSort.init(rawValue:))
    chosenDensity = state.density.flatMap(Settings.Density.init(rawValue:))
    sortList()
    if !state.filter.isEmpty {
      filter = FilterState(field: TextField(state.filter), isTyping: false)
      refilter()
    }
    for view in View.allCases {
      let (selected, top) = (state.selected[view.rawValue], state.top?[view.rawValue])
      guard selected != nil || top != nil else { continue }
      let rows = rows(view)
      var list = lists[view] ?? ListState()
      if let index = selected.flatMap(rows.index(keptAs:)) {
        (list.selected, list.index) = (rows[index], index)
      }
      if let index = top.flatMap(rows.index(keptAs:)) { list.top = index }
      lists[view] = list
    }
    recent = (state.recent ?? []).prefix(Model.mostRecent).compactMap(Action.init(rawValue:))
    for (name, texts) in state.written ?? [:] {
      if let field = FormPage.Field(rawValue: name), field.outlastsSitting {
        written[field] = texts.suffix(20)
      }
    }
    kept.state = state
    wear()
    settle()
  }
}

extension Rows {
  /// Where the row stands that was kept so; nil when it is not among them.
  fileprivate func index(keptAs text: String) -> Int? {
    if let id = TicketID(text) { return index(of: .ticket(id)) }
    return (0..<count).first { self[$0].kept == text }
  }
}

extension RowKey {
  /// How it is kept on disk; a ticket by its number alone, as it always was.
  fileprivate var kept: String {
    switch self {
    case .ticket(let id): "\(id)"
    case .timer(let key): key.kept
    case .route(let id): "route \(id)"
    case .duty(let id): "duty \(id)"
    case .point(let round, let id): "point \(round) \(id)"
    case .round(let id): "round \(id)"
    case .staff(let name): "staff \(name)"
    case .incident(let id): "incident \(id)"
    case .step(let id, let step): "step \(id) \(step)"
    case .plan(let id): "plan \(id)"
    case .handover(let id, let item): "handover \(id) \(item)"
    case .visit(let id): "visit \(id)"
    }
  }
}

extension TimerKey {
  fileprivate var kept: String {
    switch self {
    case .clock(let id, let clock): "clock \(id) \(clock.rawValue)"
    case .point(let round, let id): "point \(round) \(id)"
    case .start(let round): "start \(round)"
    case .promise(let id): "promise \(id)"
    case .incident(let id): "incident \(id)"
    }
  }
}
