import Desk

extension Model {
  /// Closes the pages over the views: a ticket, the search it was found by, triage.
  mutating func leavePages() {
    while layers.last?.isPage == true { layers.removeLast() }
  }

  /// Closes whatever lies over the views, but nothing that holds a text.
  mutating func leaveAll() { layers.removeAll { !$0.holdsText } }

  mutating func go(_ view: View) -> [Effect] {
    leavePages()
    show(view)
    return []
  }

  /// Goes to a view: marks belong to the rows they were made in.
  mutating func show(_ view: View) {
    if view != focus { (marked, range, revealed) = ([], nil, []) }
    self.view = view
  }

  mutating func scroll(by delta: Int) -> [Effect] {
    if case .detail(var page) = layers.last {
      page.top = min(max(0, page.top + delta), DetailView.lastTop(page, self))
      layers[layers.count - 1] = .detail(page)
    } else {
      move(by: delta)
      spanRange()
    }
    return []
  }

  mutating func back() -> [Effect] {
    revealed = []
    if !layers.isEmpty {
      layers.removeLast()
    } else if !marked.isEmpty {
      (marked, range) = ([], nil)
    } else if pane != nil {
      pane = nil
    } else if filter != nil {
      return clearFilter()
    } else {
      notice = nil
    }
    return []
  }

  mutating func mark() -> [Effect] {
    guard layers.isEmpty, focus.listsTickets, let id = selectedTicket,
      desk.tickets[id] != nil
    else { return [] }
    range = nil
    if marked.remove(id) == nil { marked.insert(id) }
    move(by: 1)
    return []
  }

  mutating func markAll() -> [Effect] {
    guard layers.isEmpty, focus.listsTickets else { return [] }
    let rows = focusedRows
    let all = (0..<rows.count).compactMap { index -> TicketID? in
      guard case .ticket(let id) = rows[index], desk.tickets[id] != nil else { return nil }
      return id
    }
    range = nil
    marked = marked.count == all.count ? [] : Set(all)
    return []
  }

  mutating func refresh() -> [Effect] {
    thaw(keepingSelected: false)
    return []
  }
}
