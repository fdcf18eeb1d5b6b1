import Desk
import Foundation
import Screen

/// The rows of one list in the order shown, without copying them.
enum Rows {
  case board(Order<TicketID>)
  case tickets([TicketID])
  case timers(Order<TimerKey>)
  case keys([RowKey])

  var count: Int {
    switch self {
    case .board(let agenda): agenda.count
    case .tickets(let ids): ids.count
    case .timers(let agenda): agenda.count
    case .keys(let keys): keys.count
    }
  }

  subscript(index: Int) -> RowKey {
    switch self {
    case .board(let agenda): .ticket(agenda[index])
    case .tickets(let ids): .ticket(ids[index])
    case .timers(let agenda): .timer(agenda[index])
    case .keys(let keys): keys[index]
    }
  }

  /// Where a key stands; nil when it is not among them.
  func index(of key: RowKey) -> Int? {
    switch (self, key) {
    case (.board(let agenda), .ticket(let id)): agenda.index(of: id)
    case (.tickets(let ids), .ticket(let id)): ids.firstIndex(of: id)
    case (.timers(let agenda), .timer(let timer)): agenda.index(of: timer)
    case (.keys(let keys), _): keys.firstIndex(of: key)
    default: nil
    }
  }
}

extension Model {
  /// The rows of a view as they are shown now.
  func rows(_ view: View) -> Rows {
    switch view {
    case .timers: .timers(board.timers)
    case .patrol: .keys(patrolRows)
    case .tickets, .complaints:
      if let filter, !filter.field.isEmpty {
        .tickets(filter.matches.filter { ($0.kind == .complaint) == (view == .complaints) })
      } else if let frozen {
        .tickets(view == .complaints ? frozen.complaints : frozen.tickets)
      } else {
        .board(view == .complaints ? board.complaints : board.tickets)
      }
    }
  }

  /// Each route with the points of its latest round.
  var patrolRows: [RowKey] {
    desk.routes.keys.sorted().flatMap { id -> [RowKey] in
      let round = desk.routes[id]?.lastRound.flatMap { desk.rounds[$0] }
      return [.route(id)]
        + (round?.points.map { .point(round?.id ?? RoundID(day: 0, route: id, number: 1), $0.id) } ?? [])
    }
  }

  /// What the cursor of the current view is on.
  var selected: RowKey? { lists[view]?.selected }

  /// The ticket the cursor or an open detail page is on.
  var selectedTicket: TicketID? {
    if case .detail(let page) = layers.last { return page.id }
    switch selected {
    case .ticket(let id), .timer(.clock(let id, _)): return id
    default: return nil
    }
  }

  /// The tickets an action is for: the marked ones, else the one under the cursor.
  var targets: [TicketID] {
    if case .detail = layers.last { return selectedTicket.map { [$0] } ?? [] }
    return marked.isEmpty ? selectedTicket.map { [$0] } ?? [] : marked.sorted()
  }

  /// Keeps every cursor on a row that exists and within the rows shown.
  mutating func settle() {
    for view in [view] {
      let rows = rows(view)
      var list = lists[view] ?? ListState()
      if rows.count == 0 {
        list = ListState()
      } else if let key = list.selected, let index = rows.index(of: key) {
        list.index = index
      } else {
        list.index = min(max(0, list.index), rows.count - 1)
        list.selected = rows[list.index]
      }
      let height = max(1, Layout(size: size, view: view).listRows)
      list.top = min(max(list.top, list.index - height + 1), list.index)
      list.top = max(0, min(list.top, rows.count - height))
      lists[view] = list
    }
  }

  /// Moves the cursor of the current view.
  mutating func move(by delta: Int) {
    let rows = rows(view)
    guard rows.count > 0 else { return }
    var list = lists[view] ?? ListState()
    list.index = min(max(0, list.index + delta), rows.count - 1)
    list.selected = rows[list.index]
    lists[view] = list
  }

  /// Stops rows from moving while someone acts, and for three seconds after.
  mutating func freeze() {
    let until = now.addingTimeInterval(3)
    if frozen == nil {
      frozen = FrozenOrder(tickets: board.tickets.keys, complaints: board.complaints.keys, until: until)
    }
    frozen?.until = until
  }

  /// How many tickets changed since the order was frozen; 0 when it is not.
  var pendingMoves: Int { frozen?.changed.count ?? 0 }

  /// Fills the filter's matches anew, in the order of the board.
  mutating func refilter() {
    guard let text = filter?.field.text else { return }
    let words = FilterWord.words(text)
    let ids = board.tickets.keys + board.complaints.keys
    for id in ids where !finder.knows(id) { find(id, desk.tickets[id]) }
    filter?.matches = ids.filter { finder.matches($0, words) }
  }
}
