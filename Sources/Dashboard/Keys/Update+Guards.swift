import Desk
import Foundation
import Screen

extension Model {
  /// How long after a row gave place to another by itself, or a key got another meaning there, an action key is not meant for what is
  /// there now (*design*).
  private static let startle: TimeInterval = 0.4

  /// What an action key would do now.
  var aim: Aim {
    Aim(
      row: selected,
      meanings: Aim.turning.map { action in
        keyTable.binding(action).map { KeyLineView.label($0, target, self) }
      })
  }

  /// What an action key would do before a message that may change it by itself; nil for a key, and for what one wrote down: whoever took
  /// a call means the ticket it became. But who has just taken notice of an escalation has not been anywhere yet: the same key once more
  /// right away is a bounce.
  func aim(before message: Message) -> Aim? {
    switch message {
    case .recorded(let events, _, _, by: .hand) where events.contains { $0.event.isAcknowledgement }:
      aimed ?? aim
    case .keyPressed, .recorded(_, _, _, by: .hand): nil
    default: aimed ?? aim
    }
  }

  /// Takes note when the row under the cursor became another without a key, or what a key does to it.
  mutating func guardIdentity(_ before: Aim?, _ message: Message) {
    aimed = nil
    guard let before else { return }
    // A second that passes changes what is under the cursor, but not what a key does to it.
    let isUnturned = if case .ticked = message { before.row == selected } else { false }
    let after = isUnturned ? before : aim
    aimed = after
    guard before.row != nil, after.row != nil, before != after else { return }
    if let turn, instant.timeIntervalSince(turn.at) < Model.startle { return }
    turn = Turn(from: before, at: instant)
  }

  /// Whether an action was meant for what stood here a moment ago; says so once.
  mutating func isStartled(_ action: Action) -> Bool {
    guard let turn, !isTyping, keyTable.binding(action)?.scope == .ticket else { return false }
    self.turn = nil
    guard instant.timeIntervalSince(turn.at) < Model.startle else { return false }
    if layers.isEmpty, selected != turn.from.row {
      say(Words(zh: "行已变化，请再按一次", en: "The row has changed; press again"), isAlert: true)
    } else if let turned = aim.meaning(of: action), turned != turn.from.meaning(of: action) {
      say(
        Words(
          zh: "这个键刚变成 \(turned.zh)，请再按一次", en: "This key has just become \(turned.en); press again"),
        isAlert: true)
    } else {
      return false
    }
    startled = selected
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

extension Event {
  /// Whether somebody took notice of a missed promise by it.
  fileprivate var isAcknowledgement: Bool {
    if case .ticket(_, .acknowledged) = self { true } else { false }
  }
}

/// What an action key would do: the row under the cursor, and what the keys that go by its state mean there.
struct Aim: Equatable, Sendable {
  /// The actions of which the key line says what they will record.
  static let turning: [Action] = [.answer, .hold, .done]

  let row: RowKey?
  /// In the order of `turning`.
  let meanings: [Words?]

  func meaning(of action: Action) -> Words? {
    Aim.turning.firstIndex(of: action).flatMap { meanings[$0] }
  }
}

/// What was under the cursor before it became something else by itself, and when it did.
struct Turn: Equatable, Sendable {
  let from: Aim
  let at: Date
}

/// The first of two equal marks.
struct PairBegun: Equatable, Sendable {
  let mark: Character
  let at: Date

  /// How soon the second comes: as for what is pasted.
  static let span: TimeInterval = BurstWatch.span / .seconds(1)
}
