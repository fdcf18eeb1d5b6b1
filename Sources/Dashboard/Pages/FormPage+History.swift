import Desk
import Screen

extension Model {
  /// Keeps what was written into the fields of a call, the latest last. Who called and their number are looked up, never kept; the quick
  /// line is kept without them.
  mutating func remember(_ page: FormPage) {
    var line = page.texts[.quick]?.text ?? ""
    line = QuickLine.numbers(in: line).rest
    for personal in [page.quick.reporter] + page.quick.phones where !personal.isEmpty {
      line = line.replacing(personal, with: "")
    }
    let words = line.split(separator: " ").joined(separator: " ")
    for field in FormPage.Field.allCases where field.keepsWords {
      let text = field == .quick ? words : page.text(field).maskingPhones
      written[field] = text.trimmed.joined(to: written[field] ?? [])
    }
  }

  /// Itself after Up in an empty field, which brings back what was written there before; nil where the key means something else. Who
  /// comes up through the fields goes on up.
  func recalling(_ key: Key, _ page: FormPage) -> FormPage? {
    let past = written[page.focus] ?? []
    var page = page
    let step: Int
    switch key {
    case .up where mayRecall(page): step = -1
    case .down where page.recalled != nil: step = 1
    default: return nil
    }
    let index = max(0, (page.recalled ?? past.count) + step)
    page.recalled = index < past.count ? index : nil
    page.texts[page.focus] = TextField(index < past.count ? past[index] : "")
    return page
  }

  /// Whether Up would bring something back now.
  func mayRecall(_ page: FormPage) -> Bool {
    let isEmpty = page.texts[page.focus]?.isEmpty ?? true
    return page.recalled != nil || isEmpty && !page.isClimbing && written[page.focus]?.isEmpty == false
  }
}

extension FormPage.Field {
  /// Whether what was written into it is kept for the next call: nothing by which a resident is known.
  fileprivate var keepsWords: Bool {
    switch self {
    case .quick, .place, .category, .subject, .text: true
    case .reporter, .phone, .urgency, .assignee, .kind, .channel: false
    }
  }

  /// Whether that outlasts the sitting: what is written freely stays in it.
  var outlastsSitting: Bool { [.place, .category, .subject].contains(self) }
}

extension String {
  /// Texts to be found again with this one as the latest; the last twenty are enough.
  func joined(to texts: [String]) -> [String] {
    isEmpty ? texts : (texts.filter { $0 != self } + [self]).suffix(20)
  }
}
