import Desk
import Foundation
import Screen

extension Model {
  /// How long after a row gave place to another by itself an action key is not meant for the new one (*design*: ux.md c.2).
  private static let startle: TimeInterval = 0.4

  /// Takes note when the row under the cursor became another without a key.
  mutating func guardIdentity(_ before: RowKey?, _ message: Message) {
    if case .keyPressed = message { return }
    // Whoever wrote a call down means the ticket it became.
    if case .recorded(_, _, _, by: .hand) = message { return }
    guard let before, let selected, before != selected else { return }
    shiftedAt = instant
  }

  /// Whether an action was meant for the row that stood here a moment ago; says so once.
  mutating func isStartled(_ action: Action) -> Bool {
    guard let shifted = shiftedAt, layers.isEmpty, keyTable.binding(action)?.scope == .ticket else {
      return false
    }
    shiftedAt = nil
    guard instant.timeIntervalSince(shifted) < Model.startle else { return false }
    startled = selected
    say(Words(zh: "行已变化，请再按一次", en: "The row has changed; press again"), isAlert: true)
    return true
  }

  /// Whether a key is the other half of a mark that an input method sends as two, `……` or `——`; the first was the key that was pressed.
  mutating func isSecondOfPair(_ key: Key) -> Bool {
    let first = pairBegun
    pairBegun = nil
    guard case .character(let character) = key, KeyTable.pairedMarks[character] != nil else { return false }
    if let first, first.mark == character, instant.timeIntervalSince(first.at) < PairBegun.span {
      return true
    }
    if !isTyping { pairBegun = PairBegun(mark: character, at: instant) }
    return false
  }

  /// Letters that came faster than anybody types: a text takes them in one step, anywhere else they are no commands.
  mutating func take(burst text: String) -> [Effect] {
    if isTyping { return press(.paste(text)) }
    let line = text.plainLine
    burst = line
    say(
      Words(
        zh: "检测到粘贴，已忽略：\(line.prefix(20).description)   Enter 查找它",
        en: "That looked like a paste and was ignored: \(line.prefix(20).description)   Enter looks for it"),
      isAlert: true)
    return []
  }
}

/// The first of two equal marks.
struct PairBegun: Equatable, Sendable {
  let mark: Character
  let at: Date

  /// How soon the second comes: as for what is pasted (*design*: ux.md c.3).
  static let span: TimeInterval = 0.08
}
