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
    let action = keyTable.action(for: key)
    if action == .open {
      return page.rows.indices.contains(page.index) ? showDetail(page.rows[page.index].id) : []
    }
    let height = ResultsView.capacity(page, self)
    guard let index = action?.scrolled(from: page.index, by: height, last: max(0, page.rows.count - 1)) else {
      return pressOnPage(key)
    }
    var page = page
    page.index = index
    page.top = ResultsView.top(page, self)
    layers[layers.count - 1] = .results(page)
    return []
  }
}
