import Screen

/// Tickets of the whole record under one heading: what a search found, or what befell a piece of equipment.
package struct ResultsPage: Equatable, Sendable {
  /// What the tickets have in common.
  package enum Subject: Equatable, Sendable {
    case search(String)
    case asset(String)

    /// Asks for them.
    var look: Effect {
      switch self {
      case .search(let text): .search(text)
      case .asset(let id): .loadFaults(asset: id)
      }
    }
  }

  package let subject: Subject

  /// What it is called on the way to what was opened from it.
  var name: Words {
    switch subject {
    case .search(let text): Words(zh: "含「\(text)」", en: "\"\(text)\"")
    case .asset(let id): Words(zh: "设备 \(id)", en: "Equipment \(id)")
    }
  }
  package private(set) var rows: [FoundTicket]
  /// Whether something of it changed since, so that the next answer is for this page and no page of its own.
  var isStale = false
  package var index = 0
  package var top = 0

  init(_ subject: Subject, _ rows: [FoundTicket]) { (self.subject, self.rows) = (subject, rows) }

  /// Takes in what a later look found; the cursor stays with its ticket.
  mutating func take(_ found: [FoundTicket]) {
    let id = rows.indices.contains(index) ? rows[index].id : nil
    (rows, isStale) = (found, false)
    index = found.firstIndex { $0.id == id } ?? min(index, max(0, found.count - 1))
  }
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
