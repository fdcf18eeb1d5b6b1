import Screen

/// The keys, read off the key table.
package struct HelpPage: Equatable, Sendable {
  package var top = 0
}

extension Model {
  mutating func press(_ key: Key, _ page: HelpPage) -> [Effect] {
    var page = page
    switch key {
    case .up: page.top = max(0, page.top - 1)
    case .down: page.top += 1
    case .pageUp: page.top = max(0, page.top - max(1, size.rows - 4))
    case .pageDown: page.top += max(1, size.rows - 4)
    case .control("l"): return [.redraw]
    case .control("q"): return perform(.quit)
    case .character("L"):
      return perform(.language)
    default:
      layers.removeLast()
      return []
    }
    page.top = min(page.top, max(0, HelpView.lineCount - max(1, size.rows - 4)))
    layers[layers.count - 1] = .help(page)
    return []
  }
}
