import Screen

/// The posted standards over the whole screen.
package struct StandardsPage: Equatable, Sendable {
  package var top = 0
}

extension Model {
  mutating func press(_ key: Key, _ page: StandardsPage) -> [Effect] {
    let action = keyTable.action(for: key)
    let last = StandardsView.lastTop(self)
    guard let top = action?.scrolled(from: page.top, by: linesAtATime, last: last) else {
      return pressOnPage(key, own: .standards)
    }
    layers[layers.count - 1] = .standards(StandardsPage(top: top))
    return []
  }
}
