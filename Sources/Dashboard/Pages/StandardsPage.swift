import Desk
import Screen

/// The posted standards over the whole screen.
package struct StandardsPage: Equatable, Sendable {
  package var top = 0
}

extension Model {
  mutating func press(_ key: Key, _ page: StandardsPage) -> [Effect] {
    var page = page
    let height = max(1, size.rows - 4)
    switch key {
    case .up: page.top -= 1
    case .down: page.top += 1
    case .pageUp: page.top -= height
    case .pageDown: page.top += height
    case .control("l"): return [.redraw]
    case .control("q"): return perform(.quit)
    case .character("L"): return perform(.language)
    default:
      layers.removeLast()
      return []
    }
    page.top = max(0, min(page.top, StandardsView.lastTop(self)))
    layers[layers.count - 1] = .standards(page)
    return []
  }
}
