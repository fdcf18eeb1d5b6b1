package import Screen

/// Where every part of the screen goes; total for every size from 1x1.
package struct Layout: Equatable, Sendable {
  /// How much room there is.
  package enum Class: Sendable {
    /// Too small for panes: a card.
    case card
    /// One list, as a tab.
    case single
    /// A list and a column of panes.
    case double
    /// A list with both clocks, two columns of timers, everything else beside.
    case wide
  }

  package let kind: Class
  package let header: Rect
  package let tabs: Rect
  /// The list with its line of column names.
  package let list: Rect
  /// The panes beside the list; empty in the smaller classes.
  package let side: Rect
  package let preview: Rect
  package let messages: Rect
  /// What today brought, below the messages; empty but in the widest class.
  package let today: Rect
  /// One line for what is asked for or was just said.
  package let notice: Rect
  package let keys: Rect
  /// Everything between the header and the notice line: where pages go.
  package let page: Rect

  /// - Parameters:
  ///   - size: The screen.
  ///   - view: What is in the list.
  ///   - isCompact: Whether the list has rows that the preview and the messages have otherwise.
  package init(size: Size, view: View, isCompact: Bool = false) {
    let all = Rect(size)
    kind = Layout.kind(size)
    header = all.top(1)
    keys = all.droppingTop(1).bottom(1)
    notice = all.droppingTop(1).droppingBottom(1).bottom(1)
    page = all.droppingTop(1).droppingBottom(2)
    tabs = page.top(1)
    let body = page.droppingTop(1)
    let heights = Layout.heights(size.rows, kind, hasPreview: view.hasPreview, isCompact: isCompact)
    let bottom = body.bottom(heights.preview + heights.messages)
    if kind == .wide {
      let half = body.bottom(heights.messages)
      let left = Layout.listColumns(size.columns, kind)
      preview = half.left(left).bottom(heights.preview)
      let beside = half.droppingLeft(left + 3)
      today = beside.bottom(beside.rows >= 12 ? 5 : 0)
      messages = beside.droppingBottom(today.rows)
    } else {
      today = bottom.bottom(0)
      preview = bottom.top(heights.preview)
      messages = bottom.droppingTop(heights.preview)
    }
    let left = Layout.listColumns(size.columns, kind)
    list = body.droppingBottom(kind == .wide ? heights.preview : heights.preview + heights.messages).left(
      left)
    let beside = body.droppingBottom(kind == .wide ? heights.messages : heights.preview + heights.messages)
    side = kind == .double || kind == .wide ? beside.droppingLeft(left + 3) : beside.left(0)
  }

  /// Rows of the list below its column names.
  package var listRows: Int { max(0, list.rows - 1) }

  private static func kind(_ size: Size) -> Class {
    if size.columns < 60 || size.rows < 16 { return .card }
    if size.columns < 100 { return .single }
    return size.columns < 160 ? .double : .wide
  }

  private static func listColumns(_ columns: Int, _ kind: Class) -> Int {
    switch kind {
    case .card, .single: columns
    case .double: max(62, columns - 46)
    case .wide: columns * 56 / 100
    }
  }

  private static func heights(
    _ rows: Int, _ kind: Class, hasPreview: Bool, isCompact: Bool
  ) -> (preview: Int, messages: Int) {
    let normal: (preview: Int, messages: Int) =
      switch kind {
      case .card: (0, 0)
      case .wide where rows >= 30: (min(16, max(8, rows / 4)), min(16, max(8, rows / 4)))
      // On a wide screen they stand beside each other, and the messages need no line of their own.
      case .wide: rows < 22 ? (0, 2) : (5, 5)
      case .single, .double: rows < 22 ? (0, 1) : rows < 30 ? (5, 2) : (7, min(8, rows / 8))
      }
    let preview = isCompact ? min(normal.preview, kind == .wide ? 6 : 3) : normal.preview
    let messages = isCompact ? min(normal.messages, kind == .wide ? 6 : 2) : normal.messages
    return (hasPreview ? preview : 0, messages)
  }
}
