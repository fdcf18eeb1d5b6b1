import Desk
import Screen

/// Tickets of the whole record under one heading: what a search found, or what befell a piece of equipment.
package struct ResultsPage: Equatable, Sendable {
  /// What the tickets have in common.
  package enum Subject: Equatable, Sendable {
    case search(String)
    case asset(String)
  }

  package let subject: Subject

  /// What it is called on the way to what was opened from it.
  var name: Words {
    switch subject {
    case .search(let text): Words(zh: "含「\(text)」", en: "\"\(text)\"")
    case .asset(let id): Words(zh: "设备 \(id)", en: "Equipment \(id)")
    }
  }
  package let rows: [FoundTicket]
  package var index = 0
  package var top = 0
}

extension Model {
  mutating func press(_ key: Key, _ page: ResultsPage) -> [Effect] {
    var page = page
    let height = ResultsView.capacity(page, self)
    switch keyTable.action(for: key) {
    case .up: page.index -= 1
    case .down: page.index += 1
    case .pageUp: page.index -= height
    case .pageDown: page.index += height
    case .home: page.index = 0
    case .end: page.index = page.rows.count - 1
    case .open: return page.rows.indices.contains(page.index) ? showDetail(page.rows[page.index].id) : []
    case .language: return perform(.language)
    case .redraw: return [.redraw]
    case .quit: return perform(.quit)
    case .back:
      layers.removeLast()
      return []
    default: return sayUnbound(key)
    }
    page.index = max(0, min(page.index, page.rows.count - 1))
    page.top = max(0, min(max(page.top, page.index - height + 1), page.index))
    layers[layers.count - 1] = .results(page)
    return []
  }
}
