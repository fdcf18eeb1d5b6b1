import Desk

/// Rows marked from where a range began to wherever the cursor goes.
struct MarkRange: Equatable, Sendable {
  let anchor: RowKey
  /// What was marked before.
  let others: Set<TicketID>
  /// Whether Shift is held: any other key ends it.
  let isByShift: Bool
}

extension Model {
  /// Begins to mark from the cursor on, or leaves the marks as they are and ends that.
  mutating func toggleRange() -> [Effect] {
    if range != nil {
      range = nil
      return []
    }
    beginRange(isByShift: false)
    return []
  }

  /// One row farther with Shift held.
  mutating func extendRange(by step: Int) -> [Effect] {
    guard layers.isEmpty, focus.listsTickets else { return perform(step < 0 ? .up : .down) }
    if range == nil { beginRange(isByShift: true) }
    move(by: step)
    spanRange()
    return []
  }

  private mutating func beginRange(isByShift: Bool) {
    guard layers.isEmpty, focus.listsTickets, let selected else { return }
    range = MarkRange(anchor: selected, others: marked, isByShift: isByShift)
    spanRange()
  }

  /// Marks what lies between the anchor and the cursor; a range whose anchor left is over.
  mutating func spanRange() {
    guard let range else { return }
    let rows = focusedRows
    guard layers.isEmpty, let selected, let from = rows.index(of: range.anchor),
      let to = rows.index(of: selected)
    else { return self.range = nil }
    marked = range.others
    for index in min(from, to)...max(from, to) {
      if case .ticket(let id) = rows[index], desk.tickets[id] != nil { marked.insert(id) }
    }
  }
}
