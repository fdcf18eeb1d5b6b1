import Desk
import Foundation
import Screen

/// The second line: the views with their counts, and what narrows or holds the list.
enum TabsView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.tabs
    let state = rightEnd(model, rect)
    let stateWidth = stateWidth(state.text, rect)
    let room = room(beside: stateWidth, rect)
    var column = rect.column + 1
    let tabs = tabs(model, columns: room)
    for tab in tabs {
      let left = room + rect.column + 1 - column
      column += frame.put(tab.text, rect.row, column, left, role(of: tab, model))
    }
    if tabs.count < all(model).count { frame.put(more, rect.row, column, displayWidth(more), .dim) }
    frame.put(state.text, rect.row, rect.endColumn - stateWidth - 1, stateWidth, state.role)
  }

  /// A view's tab, or for nil that of the figures of today, which lie over the views and have a digit among theirs.
  private typealias Tab = (view: View?, text: String)

  private static func role(of tab: Tab, _ model: Model) -> Role {
    if tab.view == model.view { return .title }
    return tab.view.map { isAlarming($0, model) } == true ? .critical : .dim
  }

  /// What a click on the tab at a column does; nil between and behind them.
  static func action(at column: Int, _ model: Model, _ layout: Layout) -> Action? {
    var start = layout.tabs.column + 1
    let stateWidth = stateWidth(rightEnd(model, layout.tabs).text, layout.tabs)
    for tab in tabs(model, columns: room(beside: stateWidth, layout.tabs)) {
      let end = start + displayWidth(tab.text)
      if (start..<end).contains(column) { return tab.view?.action ?? .figures }
      start = end
    }
    return nil
  }

  /// The columns tabs have: all behind the first where nothing is said at the end.
  private static func room(beside stateWidth: Int, _ rect: Rect) -> Int {
    rect.columns - (stateWidth == 0 ? 1 : stateWidth + 3)
  }

  private static func stateWidth(_ text: String, _ rect: Rect) -> Int {
    min(displayWidth(text), max(0, rect.columns - 30))
  }

  /// What is said at the right end; that the list stands as it always does gives way to a view.
  private static func rightEnd(_ model: Model, _ rect: Rect) -> (text: String, role: Role) {
    let state = listState(model, rect)
    guard state.role == .dim, model.sort == .governing else { return state }
    let all = width(tabs(model, columns: .max, fewCounts: true))
    return all + displayWidth(state.text) + 3 > rect.columns ? ("", .dim) : state
  }

  private static func width(_ tabs: [Tab]) -> Int {
    tabs.reduce(0) { $0 + displayWidth($1.text) }
  }

  /// Says that there are tabs without room, behind those that have it; they are reached by their digits.
  private static let more = "~"

  /// Every view in the order of the tabs.
  private static func all(_ model: Model) -> [View?] {
    var views: [View?] = View.numbered + (model.view.digit == nil ? [model.view] : [])
    views.insert(nil, at: views.firstIndex { digit($0) > digit(nil) } ?? views.endIndex)
    return views
  }

  /// The tabs that have room: first counts go, but for the current view and what alarms; then the names of those farthest from the current
  /// one, of which the digits stay; then the end of a long English name, the counts and the names of what alarms; then the farthest too.
  private static func tabs(_ model: Model, columns: Int, fewCounts: Bool = false) -> [Tab] {
    let views = all(model)
    if !fewCounts {
      let all = views.map { (view: $0, text: text($0, model, hasCount: true)) }
      if width(all) <= columns { return all }
    }
    let stays = { (view: View?) in view == model.view || view.map { isAlarming($0, model) } == true }
    var tabs = views.map { view in (view: view, text: text(view, model, hasCount: stays(view))) }
    guard width(tabs) > columns else { return tabs }
    // That complaints are late is told by their tab's role too: rather that than a view less.
    if model.view != .complaints, let place = views.firstIndex(of: .complaints) {
      tabs[place].text = text(.complaints, model, hasCount: false)
    }
    let distance = { (tab: Tab) in abs(digit(tab.view) - digit(model.view)) }
    let quiet = tabs.indices.filter { !stays(tabs[$0].view) }
    for place in quiet.sorted(by: { distance(tabs[$0]) > distance(tabs[$1]) }) where width(tabs) > columns {
      tabs[place].text = " \(digit(tabs[place].view)) "
    }
    if width(tabs) > columns, model.view != .complaints, stays(.complaints),
      let place = views.firstIndex(of: .complaints)
    {
      tabs[place].text = text(.complaints, model, hasCount: false, isShort: true)
    }
    hush(&tabs, model, distance, columns: columns)
    while width(tabs) + (tabs.count < views.count ? displayWidth(more) : 0) > columns,
      let far = tabs.filter({ !stays($0.view) }).max(by: { distance($0) < distance($1) })
    {
      tabs.removeAll { $0.view == far.view }
    }
    return tabs
  }

  /// What alarms is told by its role and by the header: its count goes before another's digit, then its name; then the count of the
  /// current view.
  private static func hush(_ tabs: inout [Tab], _ model: Model, _ distance: (Tab) -> Int, columns: Int) {
    let loud = tabs.indices.filter { tabs[$0].view.map { $0 != model.view && isAlarming($0, model) } == true }
      .sorted { distance(tabs[$0]) > distance(tabs[$1]) }
    for place in loud where width(tabs) > columns && tabs[place].view != .complaints {
      tabs[place].text = text(tabs[place].view, model, hasCount: false)
    }
    for place in loud where width(tabs) > columns { tabs[place].text = " \(digit(tabs[place].view)) " }
    guard width(tabs) > columns, let current = tabs.firstIndex(where: { $0.view == model.view }) else {
      return
    }
    tabs[current].text = text(model.view, model, hasCount: false)
  }

  /// The digit of a tab; one without comes last.
  private static func digit(_ view: View?) -> Int { view.map { $0.digit ?? 10 } ?? 5 }

  private static func text(
    _ view: View?, _ model: Model, hasCount: Bool, isShort: Bool = false
  ) -> String {
    let whole = model.keyTable.binding(view?.action ?? .figures)?.short(model.language) ?? ""
    let name = isShort && whole.first?.isASCII == true ? String(whole.prefix(5)) : whole
    let counted = hasCount ? view.map { count($0, model) } ?? "" : ""
    let text = (digit(view) < 10 ? "\(digit(view)) " : "") + name + (counted.isEmpty ? "" : " \(counted)")
    return view == model.view ? "[\(text)]" : " \(text) "
  }

  /// Whether its count says that something is wrong.
  private static func isAlarming(_ view: View, _ model: Model) -> Bool {
    switch view {
    case .patrol: !model.desk.missedPoints.isEmpty
    case .complaints: model.board.lateComplaintCount(at: model.now) > 0
    case .duties: model.overdueDuties > 0
    case .incidents: model.desk.openIncidents.contains { !$0.isDrill }
    default: false
    }
  }

  private static func count(_ view: View, _ model: Model) -> String {
    switch view {
    case .tickets: return "\(model.board.tickets.count)"
    case .timers: return "\(model.board.timers.count)"
    case .complaints:
      let (all, late) = (model.board.complaints.count, model.board.lateComplaintCount(at: model.now))
      return late == 0 ? "\(all)" : Words(zh: "\(all)(超\(late))", en: "\(all)(\(late) late)")(model.language)
    case .staff:
      let on = model.desk.onShift.count
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
      let missed = model.desk.missedPoints.count
      if missed > 0 { return Words(zh: "漏\(missed)", en: "\(missed) missed")(model.language) }
      return "\(model.desk.rounds.values.filter(\.isOpen).count)"
    }
  }

  /// What the filter lets through, and whether it hides what is late.
  private static func filterState(_ filter: FilterState, _ model: Model, _ rect: Rect) -> (
    text: String, role: Role
  ) {
    let key = model.keyTable.letter(.clearFilter)
    let (text, counts) = (filter.field.text, counts(filter, model))
    let hidden = model.hiddenLate
    if hidden > 0 {
      let filter = rect.columns < 100 ? "" : "filter "
      let alarm = Words(
        zh: "筛选隐藏 \(hidden) 张超时，按 \(key) 清除", en: "\(filter)hides \(hidden) late, \(key) clears")
      return (hiding(alarm(model.language), text, counts, model, rect), .over)
    }
    return (
      Words(zh: "筛选:\(text) \(counts)  \(key)清除", en: "filter:\(text) \(counts)  \(key) clears")(
        model.language),
      .soon
    )
  }

  /// That late tickets are hidden, and by what: the filter whole with how many it lets through where that costs no view its tab or its
  /// name, else on a wide screen both, on a narrow one its beginning.
  private static func hiding(
    _ alarm: String, _ text: String, _ counts: String, _ model: Model, _ rect: Rect
  ) -> String {
    func shown(beside state: String) -> [Tab] {
      tabs(model, columns: room(beside: stateWidth(state, rect), rect))
    }
    func known(_ tabs: [Tab]) -> [Int] { [tabs.count, tabs.count { $0.text.contains(where: \.isLetter) }] }
    let most = known(shown(beside: alarm))
    let title = Words(zh: "筛选:", en: "filter:")(model.language)
    let isWide = rect.columns >= 100
    let forms = ["\(title)\(text) \(counts)  ", "\(text) \(counts)  "] + (isWide ? [] : ["\(text)  "])
    let fitting = forms.map { $0 + alarm }.first { state in
      let (tabs, columns) = (shown(beside: state), displayWidth(state))
      return known(tabs) == most && width(tabs) + columns + 4 <= rect.columns
        && columns <= rect.columns - 30
    }
    if let fitting { return fitting }
    let end = isWide ? " \(counts)  \(alarm)" : "  \(alarm)"
    let columns = min(isWide ? 24 : 12, rect.columns - 30 - displayWidth(end))
    return columns > 0 ? clipped(text, to: columns) + end : alarm
  }

  private static func counts(_ filter: FilterState, _ model: Model) -> String {
    let (tickets, complaints) = (filter.tickets.count, filter.complaints.count)
    let counts =
      model.view == .complaints
      ? Words(
        zh: "\(complaints)/\(model.board.complaints.count)" + (tickets > 0 ? " 工单\(tickets)" : ""),
        en: "\(complaints)/\(model.board.complaints.count)" + (tickets > 0 ? " tickets \(tickets)" : ""))
      : Words(
        zh: "\(tickets)/\(model.board.tickets.count)" + (complaints > 0 ? " 投诉\(complaints)" : ""),
        en: "\(tickets)/\(model.board.tickets.count)" + (complaints > 0 ? " cplt \(complaints)" : ""))
    return counts(model.language)
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

  /// What is marked, filtered or moved in the list, else how it is sorted and spaced.
  private static func listState(_ model: Model, _ rect: Rect) -> (text: String, role: Role) {
    let language = model.language
    if model.still != nil { return (StillPicture.words(language), .soon) }
    let marks = marks(model)
    if let filter = model.filter, !filter.field.isEmpty {
      let state = filterState(filter, model, rect)
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
    return board.lateTickets(at: now).count { !filter.shown.contains($0) }
  }
}
