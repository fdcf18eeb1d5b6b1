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
    case .board(let order): order.count
    case .tickets(let ids): ids.count
    case .timers(let order): order.count
    case .keys(let keys): keys.count
    }
  }

  subscript(index: Int) -> RowKey {
    switch self {
    case .board(let order): .ticket(order[index])
    case .tickets(let ids): .ticket(ids[index])
    case .timers(let order): .timer(order[index])
    case .keys(let keys): keys[index]
    }
  }

  /// Where a key stands; nil when it is not among them.
  func index(of key: RowKey) -> Int? {
    switch (self, key) {
    case (.board(let order), .ticket(let id)): order.index(of: id)
    case (.tickets(let ids), .ticket(let id)): ids.firstIndex(of: id)
    case (.timers(let order), .timer(let timer)): order.index(of: timer)
    case (.keys(let keys), _): keys.firstIndex(of: key)
    default: nil
    }
  }
}

extension Model {
  /// The rows of a view as they are shown now.
  func rows(_ view: View) -> Rows {
    switch view {
    case .timers: return .timers(frozen?.timers ?? board.timers)
    case .patrol: return .keys(patrolRows)
    case .staff: return .keys(staffRows)
    case .duties: return .keys(dutyRows.map { .duty($0.duty.id) })
    case .incidents: return .keys(incidentRows)
    case .handover: return .keys(handoverRows)
    case .visitors: return .keys(visitRows)
    case .tickets, .complaints:
      let isComplaints = view == .complaints
      if let filter, !filter.field.isEmpty {
        return .tickets(isComplaints ? filter.complaints : filter.tickets)
      }
      if let frozen { return .board(isComplaints ? frozen.complaints : frozen.tickets) }
      return .board(isComplaints ? board.complaintRows : board.ticketRows)
    }
  }

  /// Each route with what was missed on its earlier rounds, the points of its latest round, and the rounds planned next, each with what
  /// was missed on it before anybody started it.
  var patrolRows: [RowKey] {
    let missed = Dictionary(grouping: desk.missedPoints) { $0.round.id }
    let rows = { (id: RoundID) in (missed[id] ?? []).map { RowKey.point(id, $0.point.id) } }
    return desk.routes.keys.sorted().flatMap { id -> [RowKey] in
      let latest = desk.routes[id]?.lastRound.flatMap { desk.rounds[$0] }
      let earlier = desk.rounds.values.filter { round in
        round.id.route == id && round.endedAt != nil && round.id != latest?.id
      }
      return [.route(id)] + earlier.sorted { $0.begins < $1.begins }.flatMap { rows($0.id) }
        + (latest.map { round in round.points.map { .point(round.id, $0.id) } } ?? [])
        + desk.plannedRounds(on: id).flatMap { [.round($0.id)] + rows($0.id) }
    }
  }

  /// What the cursor that keys are for is on.
  var selected: RowKey? { lists[focus]?.selected }

  /// The ticket the cursor or an open detail page is on.
  var selectedTicket: TicketID? {
    if case .detail(let page) = layers.last { return page.id }
    if case .triage(let page) = layers.last { return page.current }
    switch selected {
    case .ticket(let id), .timer(.clock(let id, _)), .timer(.promise(let id)): return id
    default: return nil
    }
  }

  /// The tickets an action is for: the marked ones, else the one under the cursor.
  var targets: [TicketID] {
    switch layers.last {
    case .detail, .triage: return selectedTicket.map { [$0] } ?? []
    default: break
    }
    return marked.isEmpty ? selectedTicket.map { [$0] } ?? [] : marked.sorted()
  }

  /// The first of them, found without putting the others in order.
  var target: TicketID? {
    switch layers.last {
    case .detail, .triage: return selectedTicket
    default: return marked.min() ?? selectedTicket
    }
  }

  /// Keeps the cursors of the list and of the pane with the focus on rows that exist and within those shown.
  mutating func settle() {
    staff.follow(desk.staff, language)
    settle(view, rows(view), height: layout.listRows)
    guard let pane else { return }
    guard let rect = panes.first(where: { $0.pane == pane })?.rect else { return self.pane = nil }
    settle(pane.view, rows(pane), height: rect.rows - 1)
  }

  private mutating func settle(_ view: View, _ rows: Rows, height: Int) {
    let height = max(1, height)
    var list = lists[view] ?? ListState()
    if rows.count == 0 {
      list = ListState()
    } else if let key = list.selected, let index = rows.index(of: key) {
      list.index = index
    } else {
      list.index = min(max(0, list.index), rows.count - 1)
      list.selected = rows[list.index]
    }
    list.top = min(max(list.top, list.index - height + 1), list.index)
    list.top = max(0, min(list.top, rows.count - height))
    lists[view] = list
  }

  /// How many rows that keys are for are on screen.
  var visibleRows: Int {
    let pane = pane.flatMap { pane in panes.first { $0.pane == pane } }
    return max(1, pane.map { $0.rect.rows - 1 } ?? layout.listRows)
  }

  /// Moves the cursor that keys are for.
  mutating func move(by delta: Int) {
    let rows = focusedRows
    guard rows.count > 0 else { return }
    var list = lists[focus] ?? ListState()
    list.index = min(max(0, list.index + delta), rows.count - 1)
    list.selected = rows[list.index]
    lists[focus] = list
  }

  /// Stops rows from moving while someone acts, and for some seconds after.
  mutating func freeze() {
    let until = now.addingTimeInterval(settings.freeze)
    if frozen == nil { frozen = FrozenOrder(board, until: until) }
    frozen?.until = until
  }

  /// Lets the rows follow the board again. A row that left may stay while the cursor is on it, so that the cursor never comes
  /// to stand on another ticket by itself.
  mutating func thaw(keepingSelected: Bool) {
    guard let old = frozen else { return }
    frozen = nil
    let kept = keepingSelected ? selectedTicket.flatMap { id in old.departed[id].map { (id, $0) } } : nil
    for id in old.departed.keys where id != kept?.0 {
      find(id, desk.tickets[id])
      if desk.tickets[id] == nil { takers[id] = nil }
    }
    if let (id, departed) = kept {
      var order = FrozenOrder(board, until: old.until)
      order.departed[id] = departed
      order.tickets.set(id, to: old.tickets.instant(of: id))
      order.complaints.set(id, to: old.complaints.instant(of: id))
      if case .timer(let key) = selected { order.timers.set(key, to: old.timers.instant(of: key)) }
      frozen = order
    }
    refilter()
  }

  /// Takes away rows of tickets that have left.
  mutating func letGo(_ ids: [TicketID]) {
    guard !ids.isEmpty, var order = frozen else { return }
    for id in ids where desk.tickets[id] == nil {
      order.departed[id] = nil
      order.tickets.set(id, to: nil)
      order.complaints.set(id, to: nil)
      for clock in ClockID.allCases { order.timers.set(.clock(id, clock), to: nil) }
      order.timers.set(.promise(id), to: nil)
      takers[id] = nil
      find(id, nil)
    }
    frozen = order
    refilter()
  }

  /// How many tickets would stand elsewhere, or are new, since the order was frozen; 0 when it is not, and when the rows stand as they
  /// would. More than a few are not looked at one by one, because every frame asks.
  var pendingMoves: Int {
    guard let frozen else { return 0 }
    let isFew = frozen.moved.count + frozen.departed.count <= 20
    return isFew && frozen.moved.allSatisfy(standsStill) ? 0 : frozen.moved.count
  }

  /// Whether as many rows stand before a ticket now as would without the freeze.
  private func standsStill(_ id: TicketID) -> Bool {
    guard let frozen else { return true }
    let (shown, rows) =
      id.kind == .complaint
      ? (frozen.complaints, board.complaintRows) : (frozen.tickets, board.ticketRows)
    guard let place = shown.index(of: id) else { return false }
    let gone = frozen.departed.keys.count { shown.index(of: $0).map { $0 < place } ?? false }
    return rows.index(of: id) == place - gone
  }

  /// Counts a ticket among those that would stand elsewhere, or no longer: when something happens to it, not for every frame.
  mutating func noteMove(_ id: TicketID) {
    let then: Date?? = frozen.map { ($0.tickets.instant(of: id) ?? $0.complaints.instant(of: id)) }
    guard let then else { return }
    let now = board.ticketRows.instant(of: id) ?? board.complaintRows.instant(of: id)
    if now != nil, now != then { frozen?.moved.insert(id) } else { frozen?.moved.remove(id) }
  }

  /// Fills the filter's matches anew, in the order shown.
  mutating func refilter() {
    guard let text = filter?.field.text else { return }
    let words = FilterWord.words(text, today: CivilDate(now, in: desk.zone).daysSince1970)
    if !words.isEmpty { readTickets(.max) }
    let (tickets, complaints) = (
      frozen?.tickets ?? board.ticketRows, frozen?.complaints ?? board.complaintRows
    )
    let found =
      if let id = numbered(text) {
        (tickets: [id].filter { $0.kind != .complaint }, complaints: [id].filter { $0.kind == .complaint })
      } else {
        (tickets: matches(tickets, words), complaints: matches(complaints, words))
      }
    filter?.tickets = found.tickets
    filter?.complaints = found.complaints
    filter?.shown = Set(found.tickets + found.complaints)
  }

  /// The ticket whose whole number is the filter: who says R-1 does not mean R-12.
  func numbered(_ text: String) -> TicketID? {
    TicketID(text.trimmed).flatMap { finder.knows($0) ? $0 : nil }
  }

  private func matches(_ order: Order<TicketID>, _ words: [FilterWord]) -> [TicketID] {
    words.isEmpty
      ? order.keys
      : order.keys.filter { id in finder.matches(id, words) { board.isLate(id, at: now) } }
  }

  /// Makes open tickets findable, so many at a time: 10,000 take some 0.2 s, too long for a key, so ticks do it.
  mutating func readTickets(_ count: Int) {
    guard !unread.isEmpty else { return }
    for id in unread.suffix(count) where !finder.knows(id) { find(id, desk.tickets[id]) }
    unread.removeLast(min(count, unread.count))
  }
}
