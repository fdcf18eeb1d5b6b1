import Desk
import Screen

/// A text that Esc left before it was used, and what it was for.
struct LeftText: Equatable, Sendable {
  let purpose: PromptPage.Purpose
  let targets: [TicketID]
  let about: Words
  let text: String

  init(_ page: PromptPage) {
    (purpose, targets, about, text) = (page.purpose, page.targets, page.about, page.field.text)
  }

  func isFor(_ page: PromptPage) -> Bool {
    purpose == page.purpose && targets == page.targets && about == page.about
  }
}

extension Model {
  private static let mostLeft = 20

  /// Asks for a text; what was written for the same before, and left by Esc, stands there again.
  mutating func open(_ page: PromptPage) -> [Effect] {
    var page = page
    page.given = page.field.text
    if let left = leftTexts.last(where: { $0.isFor(page) }) {
      page.field = TextField(left.text)
      say(Words(zh: "刚才写的还在，接着写；Ctrl-U 清空", en: "What you wrote is still here: go on, or Ctrl-U clears it"))
    }
    layers.append(.prompt(page))
    return []
  }

  /// Keeps what was typed into a text that is left, except what opens the wall.
  mutating func leave(_ page: PromptPage) {
    forgetLeft(page)
    guard !page.field.text.trimmed.isEmpty, page.field.text != page.given, !page.purpose.isForWall else {
      return
    }
    leftTexts = (leftTexts + [LeftText(page)]).suffix(Model.mostLeft)
  }

  /// Lets go of what was left, once the text was used or emptied.
  mutating func forgetLeft(_ page: PromptPage) { leftTexts.removeAll { $0.isFor(page) } }
}
