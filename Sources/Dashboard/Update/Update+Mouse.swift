import Screen

extension Model {
  /// Whether the mouse is asked for; off, the terminal marks text with it.
  package var listensToMouse: Bool { chosenMouse ?? (settings.mouse == .click) }

  mutating func toggleMouse() -> [Effect] {
    chosenMouse = !listensToMouse
    say(
      listensToMouse
        ? Words(
          zh: "鼠标已开：点选、双击打开、滚轮翻动；按住 Shift 选取文字",
          en: "Mouse on: click, double click, wheel; hold Shift to mark text")
        : Words(zh: "鼠标已关：由终端选取文字", en: "Mouse off: the terminal marks text with it"))
    return []
  }

  /// What was done with the mouse, where it lies on the page that is shown; nothing where it lies on nothing.
  mutating func point(_ act: MouseAct, at place: Position) -> [Effect] {
    switch act {
    case .wheelUp: return turnWheel(.up, at: place)
    case .wheelDown: return turnWheel(.down, at: place)
    case .click, .doubleClick: break
    }
    let layout = layout
    guard layout.kind != .card, isOpenToClicks else { return [] }
    if act == .click, layout.header.contains(place) {
      let count = HeaderView.placed(self, layout.header).first { $0.columns.contains(place.column) }
      return count?.count.action.map { perform($0) } ?? []
    }
    guard layers.isEmpty else { return [] }
    if act == .click, layout.tabs.contains(place) {
      return TabsView.action(at: place.column, self, layout).map { perform($0) } ?? []
    }
    guard let (beside, rect) = rows(at: place) else { return [] }
    let isThere = pane == beside
    focus(beside)
    guard select(line: place.row - rect.row - 1, wasThere: isThere) else { return [] }
    return act == .doubleClick ? perform(.open) : []
  }

  /// The pane a cell lies in, nil for the list, and where that is; nil where it lies in neither.
  private func rows(at place: Position) -> (pane: Pane?, rect: Rect)? {
    if let beside = panes.first(where: { $0.rect.contains(place) }) { return (beside.pane, beside.rect) }
    return layout.list.contains(place) ? (nil, layout.list) : nil
  }

  /// Whether a click can neither lose a text nor go past a page that stays.
  private var isOpenToClicks: Bool {
    switch layers.last {
    case nil, .detail, .results: true
    default: false
    }
  }

  /// A notch of the wheel is three rows of what lies under it, or a page of the wall; in a form it would leave the field. A pane takes
  /// the focus with it, because without it shows its first rows; not from rows that are marked, which it would cost their marks.
  private mutating func turnWheel(_ key: Key, at place: Position) -> [Effect] {
    switch layers.last {
    case .form, .prompt: return []
    case .wall: return route(key)
    case nil:
      if let (beside, _) = rows(at: place), beside != pane {
        guard marked.isEmpty else { return [] }
        focus(beside)
      }
      return scroll(by: key == .up ? -3 : 3)
    default: return (0..<3).flatMap { _ in route(key) }
    }
  }

  /// Puts the cursor on a line of what has the focus; false when there is nothing. A pane without it shows its first rows, or a
  /// summary, where a click only brings the focus.
  private mutating func select(line: Int, wasThere: Bool) -> Bool {
    let rows = focusedRows
    var list = lists[focus] ?? ListState()
    if pane != nil, !wasThere { list.top = 0 }
    guard wasThere || pane.map({ $0.view != .patrol && $0.view != .staff }) ?? true else { return false }
    guard line >= 0, rows.count > list.top + line else { return false }
    list.index = list.top + line
    list.selected = rows[list.index]
    lists[focus] = list
    return true
  }
}
