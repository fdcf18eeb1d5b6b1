import Desk

/// A page or box over the views; keys go to the top one.
package enum Layer: Equatable, Sendable {
  case form(FormPage)
  case picker(PickerPage)
  case prompt(PromptPage)
  case detail(DetailPage)
  case results(ResultsPage)
  case help(HelpPage)

  var isTyping: Bool {
    switch self {
    case .form, .prompt, .picker: true
    case .detail, .results, .help: false
    }
  }
}
