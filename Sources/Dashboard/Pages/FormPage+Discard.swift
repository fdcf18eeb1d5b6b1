import Desk
import Screen

extension Model {
  /// Asks once whether a draft is to be thrown away.
  mutating func askToDiscard(_ page: FormPage) -> [Effect] {
    let title = page.title
    return ask(
      Words(
        zh: "丢掉草稿“\(title.zh)”，收不回：按 y 丢掉，别的键留着",
        en: "Throw away the draft \"\(title.en)\" for good: y does it, any other key keeps it"),
      [.dropDraft(page.id)])
  }

  /// Throws a draft away, parked or open; the list of drafts goes with the last of them.
  mutating func discard(_ id: Int) -> [Effect] {
    asked = nil
    layers.removeAll { if case .form(let page) = $0 { page.id == id } else { false } }
    drafts.removeAll { $0.id == id }
    if case .picker(let page) = layers.last, page.isOfDrafts {
      layers.removeLast()
      if !drafts.isEmpty { layers.append(.picker(.drafts(self))) }
    }
    say(Words(zh: "草稿已丢掉", en: "The draft is thrown away"))
    return []
  }
}

extension PickerPage {
  /// Whether it lists drafts.
  var isOfDrafts: Bool { if case .draft = items.first?.choice { true } else { false } }
}
