import Screen

/// A page or box over the views; keys go to the top one.
package enum Layer: Equatable, Sendable {
  case form(FormPage)
  case picker(PickerPage)
  case prompt(PromptPage)
  case detail(DetailPage)
  case results(ResultsPage)
  case help(HelpPage)
  case standards(StandardsPage)
  case figures(FiguresPage)
  case triage(TriagePage)
  case wall(WallPage)

  /// Whether text that was typed would be lost with it.
  var holdsText: Bool {
    switch self {
    case .form(let page): !page.isEmpty
    case .prompt(let page): !page.field.isEmpty
    case .picker, .detail, .results, .help, .standards, .figures, .triage, .wall: false
    }
  }

  /// Whether it is a call that is being written down: that is kept as a draft.
  var holdsDraft: Bool { if case .form(let page) = self { !page.isEmpty } else { false } }

  /// Whether it is a page that a key for a view leaves: a ticket, the search it was found by, triage.
  var isPage: Bool {
    switch self {
    case .detail, .results, .triage: true
    case .form, .prompt, .picker, .help, .standards, .figures, .wall: false
    }
  }

  /// Whether it lies over a page instead of taking its place.
  var isBox: Bool {
    switch self {
    case .picker, .prompt: true
    case .form, .detail, .results, .help, .standards, .figures, .triage, .wall: false
    }
  }

  /// Whether keys go into a text.
  var isTyping: Bool {
    switch self {
    case .form, .prompt, .picker, .help: true
    case .detail, .results, .standards, .figures, .triage, .wall: false
    }
  }
}
