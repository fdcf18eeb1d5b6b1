import Foundation
import Screen

extension Model {
  /// Takes one key; rows that had left before it go with it, unless something opened over them.
  mutating func press(_ key: Key) -> [Effect] {
    if key == .focusGained || key == .focusLost { isWatched = key == .focusGained }
    guard key != .focusGained, key != .focusLost else { return [] }
    if case .mouse(let act, _) = key {
      guard listensToMouse, still == nil else { return [] }
      if isWall { return act == .wheelUp ? pressOnWall(.up) : act == .wheelDown ? pressOnWall(.down) : [] }
    }
    if isSecondOfPair(key) { return [] }
    pressedAt = now
    startled = nil
    if keyTable.action(for: key) != .copy { notice?.written = nil }
    if still != nil {
      endStill()
      // The key is spent; but a call comes before everything.
      guard key == .function(2) else { return [] }
    }
    if let asked, let effects = answer(key, to: asked) { return effects }
    if isWall { return pressOnWall(key) }
    if case .burst(let text) = key { return take(burst: text) }
    if let text = burst {
      burst = nil
      if key == .enter { return search(from: text) }
    }
    let left = frozen.map { Array($0.departed.keys) } ?? []
    freeze()
    let effects = route(meant(key))
    if layers.isEmpty { letGo(left) }
    return effects
  }

  /// A key as the settings mean it: where nothing is typed, `j k g G` may move as they do in vi.
  private func meant(_ key: Key) -> Key {
    isTyping ? key : settings.keys.moves(key) ?? key
  }

  /// Routes one key: to the top page, to the filter, or to the view. A new call comes before everything.
  mutating func route(_ key: Key) -> [Effect] {
    if case .mouse(let act, let place) = key { return point(act, at: place) }
    if key == .function(2) { return newTicket() }
    if keyTable.action(for: key) == .freeze, !isTyping { return keepStill() }
    // Also over a page that has no ticket to copy; not before visitors.
    if keyTable.action(for: key) == .copy, notice?.written != nil, !isTyping, !isOnWall { return copy() }
    if case .function = key, keyTable.action(for: key) == .wall, !isTyping, !isOnWall { return openWall() }
    if key == .function(1), !isHelping { return open(.help(HelpPage())) }
    if isTyping {
      // A key that types nothing leaves from a form too.
      if keyTable.actionWhileTyping(for: key) == .quit { return perform(.quit) }
    }
    switch layers.last {
    case .form(let page): return press(key, page)
    case .picker(let page): return press(key, page)
    case .prompt(let page): return press(key, page)
    case .results(let page): return press(key, page)
    case .help(let page): return press(key, page)
    case .standards(let page): return press(key, page)
    case .figures(let page): return press(key, page)
    case .triage(let page): return press(key, page)
    case .wall(let page): return press(key, page)
    case .detail: return command(key)
    case nil: return filter?.isTyping == true ? pressInFilter(key) : command(key)
    }
  }

  private var isHelping: Bool { if case .help = layers.last { true } else { false } }

  private mutating func command(_ key: Key) -> [Effect] {
    switch key {
    case .shiftDown: return extendRange(by: 1)
    case .shiftUp: return extendRange(by: -1)
    default: if range?.isByShift == true { range = nil }
    }
    if let action = keyTable.action(for: key) { return isStartled(action) ? [] : perform(action) }
    switch key {
    case .paste(let text): return search(from: text)
    case .character(let character) where character.isHan: return search(from: String(character))
    default: return sayUnbound(key)
    }
  }

  /// Says that a letter, a mark or a function key means nothing where no text is typed.
  mutating func sayUnbound(_ key: Key) -> [Effect] {
    guard let name = BoundKey(pressed: key)?.name else { return [] }
    say(Words(zh: "\(name) 在这里没有用，F1 看有哪些键", en: "\(name) has no meaning here; F1 shows the keys"))
    return []
  }
}
