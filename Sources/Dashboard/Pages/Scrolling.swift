import Screen

extension Action {
  /// Where a page stands after a key that scrolls, counted in its lines or rows, between the first and the last; nil for any other. `height`
  /// is how far a page at a time goes.
  func scrolled(from top: Int, by height: Int, last: Int) -> Int? {
    let moved: Int
    switch self {
    case .up: moved = top - 1
    case .down: moved = top + 1
    case .pageUp: moved = top - height
    case .pageDown: moved = top + height
    case .home: moved = 0
    case .end: moved = last
    default: return nil
    }
    return max(0, min(moved, last))
  }

  /// Whether it goes to a view, or to the figures among them.
  fileprivate var isView: Bool { rawValue.hasPrefix("view.") }
}

extension Model {
  /// How far a page of lines goes at a time.
  var linesAtATime: Int { max(1, size.rows - 4) }

  /// What keys do on every page that is only read: what leaves it, and what goes for everywhere. `own` is what opened the page and closes
  /// it too.
  mutating func pressOnPage(_ key: Key, own: Action? = nil) -> [Effect] {
    guard let action = keyTable.action(for: key) else { return sayUnbound(key) }
    switch action {
    case .language, .redraw, .quit: return perform(action)
    case .back, .historyBack, own:
      layers.removeLast()
      return []
    case _ where action.isView:
      layers.removeLast()
      return perform(action)
    default: return sayUnbound(key)
    }
  }
}
