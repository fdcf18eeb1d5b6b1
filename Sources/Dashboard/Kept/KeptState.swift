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
  /// The ticket the cursor of a view is on.
  package var selected: [String: String] = [:]

  /// How the list was sorted and spaced on the screen; nil for what the settings say.
  package var sort: String?
  package var density: String?

  /// The commands last chosen by name; nil in what was kept before there were any.
  package var recent: [String]?

  /// What was written into the fields of forms, the latest last; nil in what was kept before that was.
  package var written: [String: [String]]?

  package init() {}

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
    for (view, list) in model.lists {
      if case .ticket(let id) = list.selected { selected[view.rawValue] = "\(id)" }
    }
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
    for (name, id) in state.selected {
      guard let view = View(rawValue: name), let id = TicketID(id), desk.tickets[id] != nil else { continue }
      lists[view, default: ListState()].selected = .ticket(id)
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
