import Desk
import Foundation
import Screen

/// The second line: the views with their counts, and what narrows or holds the list.
enum TabsView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.tabs
    let state = state(model, rect)
    let stateWidth = stateWidth(state.text, rect)
    let room = rect.columns - stateWidth - 3
    var column = rect.column + 1
    for (view, text) in tabs(model, columns: room) {
      let left = room + rect.column + 1 - column
      column += frame.put(text, rect.row, column, left, view == model.view ? .title : .dim)
    }
    frame.put(state.text, rect.row, rect.endColumn - stateWidth - 1, stateWidth, state.role)
  }

  /// The view whose tab stands at a column; nil between and behind them.
  static func view(at column: Int, _ model: Model, _ layout: Layout) -> View? {
    var start = layout.tabs.column + 1
    let stateWidth = stateWidth(state(model, layout.tabs).text, layout.tabs)
    for (view, text) in tabs(model, columns: layout.tabs.columns - stateWidth - 3) {
      let end = start + displayWidth(text)
      if (start..<end).contains(column) { return view }
      start = end
    }
    return nil
  }

  private static func stateWidth(_ text: String, _ rect: Rect) -> Int {
    min(displayWidth(text), max(0, rect.columns - 30))
  }

  /// What is said at the right end; that the list stands as it always does gives way to a view.
  private static func state(_ model: Model, _ rect: Rect) -> (text: String, role: Role) {
    let state = state(model)
    guard state.role == .dim, model.sort == .governing else { return state }
    let all = width(tabs(model, columns: .max, fewCounts: true))
    return all + displayWidth(state.text) + 3 > rect.columns ? ("", .dim) : state
  }

  private static func width(_ tabs: [(view: View, text: String)]) -> Int {
    tabs.reduce(0) { $0 + displayWidth($1.text) }
  }

  /// The tabs that have room: first counts go, but for the current view and what alarms; then the views farthest from the current one.
  private static func tabs(_ model: Model, columns: Int, fewCounts: Bool = false) -> [(
    view: View, text: String
  )] {
    let views = View.numbered + (model.view.digit == nil ? [model.view] : [])
    if !fewCounts {
      let all = views.map { (view: $0, text: text($0, model, hasCount: true)) }
      if width(all) <= columns { return all }
    }
    var tabs = views.map { view in
      (view: view, text: text(view, model, hasCount: view == model.view || isAlarming(view, model)))
    }
    while width(tabs) > columns,
      let far = tabs.filter({ $0.view != model.view && !isAlarming($0.view, model) }).max(by: { left, right in
        distance(left.view, model.view) < distance(right.view, model.view)
      })
    {
      tabs.removeAll { $0.view == far.view }
    }
    return tabs
  }

  private static func distance(_ one: View, _ other: View) -> Int {
    abs((one.digit ?? 10) - (other.digit ?? 10))
  }

  private static func text(_ view: View, _ model: Model, hasCount: Bool) -> String {
    let name = model.keyTable.binding(view.action)?.short(model.language) ?? ""
    let count = hasCount ? count(view, model) : ""
    let text = (view.digit.map { "\($0) " } ?? "") + name + (count.isEmpty ? "" : " \(count)")
    return view == model.view ? "[\(text)]" : " \(text) "
  }

  /// Whether its count says that something is wrong.
  private static func isAlarming(_ view: View, _ model: Model) -> Bool {
    switch view {
    case .patrol: model.missedPoints > 0
    case .duties: model.overdueDuties > 0
    case .incidents: model.desk.openIncidents.contains { !$0.isDrill }
    default: false
    }
  }

  private static func count(_ view: View, _ model: Model) -> String {
    switch view {
    case .tickets: return "\(model.board.tickets.count)"
    case .timers: return "\(model.board.timers.count)"
    case .complaints: return "\(model.board.complaints.count)"
    case .staff:
      let on = model.desk.openShift?.staff.count ?? 0
      return on == 0 ? "" : "\(on)"
    case .duties:
      let overdue = model.overdueDuties
      return overdue == 0 ? "" : Words(zh: "逾\(overdue)", en: "\(overdue) overdue")(model.language)
    case .incidents:
      let open = model.desk.openIncidents.count
      return open == 0 ? "" : "\(open)"
    case .visitors: return "\(model.desk.inside.count)"
    case .handover: return model.desk.openShift?.id.name.words(model.language) ?? ""
    case .patrol:
      let missed = model.missedPoints
      if missed > 0 { return Words(zh: "漏\(missed)", en: "\(missed) missed")(model.language) }
      return "\(model.desk.rounds.values.filter(\.isOpen).count)"
    }
  }

  /// What the filter lets through, or that it hides what is late.
  private static func state(_ filter: FilterState, _ model: Model) -> (text: String, role: Role) {
    let language = model.language
    let key = model.keyTable.letter(.clearFilter)
    let hidden = model.hiddenLate
    if hidden > 0 {
      return (
        Words(
          zh: "筛选隐藏 \(hidden) 张超时，按 \(key) 清除",
          en: "filter hides \(hidden) late, \(key) clears")(language), .over
      )
    }
    let (tickets, complaints) = (filter.tickets.count, filter.complaints.count)
    let counts =
      model.view == .complaints
      ? Words(
        zh: "\(complaints)/\(model.board.complaints.count)" + (tickets > 0 ? " 工单\(tickets)" : ""),
        en: "\(complaints)/\(model.board.complaints.count)" + (tickets > 0 ? " tickets \(tickets)" : ""))
      : Words(
        zh: "\(tickets)/\(model.board.tickets.count)" + (complaints > 0 ? " 投诉\(complaints)" : ""),
        en: "\(tickets)/\(model.board.tickets.count)" + (complaints > 0 ? " cplt \(complaints)" : ""))
    let text = filter.field.text
    return (
      Words(zh: "筛选:\(text) \(counts.zh)  \(key)清除", en: "filter:\(text) \(counts.en)  \(key) clears")(
        language),
      .soon
    )
  }

  /// How many are marked; nil while none is.
  private static func marks(_ model: Model) -> String? {
    let count = model.marked.count
    guard count > 0 else { return nil }
    let words =
      model.range?.isByShift == false
      ? Words(
        zh: "连选 \(count) 张，\(model.keyTable.letter(.range)) 停",
        en: "\(count) marked, \(model.keyTable.letter(.range)) ends")
      : Words(zh: "已选 \(count) 张", en: "\(count) marked")
    return words(model.language)
  }

  private static func state(_ model: Model) -> (text: String, role: Role) {
    let language = model.language
    if model.still != nil { return (StillPicture.words(language), .soon) }
    let marks = marks(model)
    if let filter = model.filter, !filter.field.isEmpty {
      let state = state(filter, model)
      // What the next key is for comes first: the end is what a narrow screen cuts.
      return marks.map { ("\($0)  \(state.text)", state.role == .over ? .over : .marked) } ?? state
    }
    if let marks { return (marks, .marked) }
    if model.pendingMoves > 0 {
      return (
        Words(
          zh: "顺序有变 \(model.pendingMoves) (\(model.keyTable.letter(.refresh)) 刷新)",
          en: "\(model.pendingMoves) moved (\(model.keyTable.letter(.refresh)) sorts)")(language),
        .soon
      )
    }
    // What else there is stands in an order of its own.
    let sort =
      model.view.listsTickets ? model.sort.words : model.view == .timers ? ListSort.governing.words : .none
    let isTight = model.density == .compact && model.size.columns >= 100
    let tight = isTight ? Words(zh: "紧凑", en: "compact") : .none
    return ([sort, tight].map { $0(language) }.filter { !$0.isEmpty }.joined(separator: "  "), .dim)
  }
}

extension View {
  var action: Action {
    switch self {
    case .tickets: .viewTickets
    case .timers: .viewTimers
    case .patrol: .viewPatrol
    case .complaints: .viewComplaints
    case .staff: .viewStaff
    case .incidents: .viewIncidents
    case .duties: .viewDuties
    case .handover: .viewHandover
    case .visitors: .viewVisitors
    }
  }
}

extension Model {
  /// Late tickets that the filter keeps out of sight.
  var hiddenLate: Int {
    guard let filter, !filter.field.isEmpty else { return 0 }
    let late = (board.lateTickets(at: now), board.lateComplaints(at: now))
    return (0..<late.0).count { !filter.shown.contains(board.tickets[$0]) }
      + (0..<late.1).count { !filter.shown.contains(board.complaints[$0]) }
  }
}
