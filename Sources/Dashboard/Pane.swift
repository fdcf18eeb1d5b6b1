import Desk
import Screen

/// What stands beside the list: another view in small, live. Keys are for it while it has the focus, and act as they do in that view.
enum Pane: Hashable, Sendable {
  /// Every running clock; on the widest screens in two columns, arrivals and the rest.
  case timers, arrivals, answers
  case patrol, complaints, staff

  /// The view whose rows and cursor it has.
  var view: View {
    switch self {
    case .timers, .arrivals, .answers: .timers
    case .patrol: .patrol
    case .complaints: .complaints
    case .staff: .staff
    }
  }

  /// Whether a running clock is one of its rows.
  private func holds(_ key: TimerKey) -> Bool {
    switch self {
    case .arrivals: key.isArrival
    case .answers: !key.isArrival
    default: true
    }
  }

  /// Its rows among the running clocks, the first so many.
  func timers(_ order: Order<TimerKey>, atMost limit: Int) -> Rows {
    guard self != .timers else { return .timers(order) }
    return .keys(
      (0..<order.count).lazy.map { order[$0] }.filter(holds).prefix(limit).map { .timer($0) })
  }
}

extension Model {
  /// The view that keys are for: that of the pane with the focus, else the one in the list.
  var focus: View { pane?.view ?? view }

  /// The rows that keys are for.
  var focusedRows: Rows { pane.map { rows($0) } ?? rows(view) }

  /// The rows of a pane, the first so many at least: all of its view, whatever the filter of the list hides. Without the focus it is
  /// as the board is, also while rows of the list stand still.
  func rows(_ pane: Pane, atMost limit: Int = .max) -> Rows {
    let frozen = pane == self.pane ? frozen : nil
    return switch pane {
    case .timers, .arrivals, .answers: pane.timers(frozen?.timers ?? board.timers, atMost: limit)
    case .complaints: .board(frozen?.complaints ?? board.complaintRows)
    case .patrol, .staff: rows(pane.view)
    }
  }

  /// The panes on screen, from the first beside the list on.
  var panes: [(pane: Pane, rect: Rect)] { SideView.panes(self, layout) }

  /// Whether keys go to the rows of a pane, or of the list for nil.
  func isActing(in pane: Pane?) -> Bool {
    layers.isEmpty && self.pane == pane && filter?.isTyping != true
  }

  /// Takes the focus so many panes on, round by the list; where none is on screen, the list shows the next view.
  mutating func moveFocus(by step: Int) -> [Effect] {
    let panes = layers.isEmpty ? panes.map(\.pane) : []
    guard !panes.isEmpty else { return go(by: step) }
    let stops = [nil] + panes
    let index = (stops.firstIndex(of: pane) ?? 0) + step
    focus(stops[(index + stops.count) % stops.count])
    return []
  }

  /// Gives the focus to a pane as it is on screen, or to the list for nil; marks belong to the rows they were made in.
  mutating func focus(_ pane: Pane?) {
    guard pane != self.pane else { return }
    switch pane?.view {
    case .timers: frozen?.timers = board.timers
    case .complaints:
      frozen?.complaints = board.complaintRows
      if let moved = frozen?.moved { frozen?.moved = moved.filter { $0.kind != .complaint } }
    default: break
    }
    (marked, range) = ([], nil)
    self.pane = pane
  }

  private mutating func go(by step: Int) -> [Effect] {
    let views = View.numbered
    let index = (views.firstIndex(of: view) ?? (step > 0 ? -1 : 0)) + step
    return go(views[(index + views.count) % views.count])
  }
}
