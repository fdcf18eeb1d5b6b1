import Desk
import Foundation
import Screen

extension Model {
  /// Takes one key; rows that had left before it go with it, unless something opened over them.
  mutating func press(_ key: Key) -> [Effect] {
    if key == .focusGained || key == .focusLost { isWatched = key == .focusGained }
    guard key != .focusGained, key != .focusLost else { return [] }
    if case .mouse(let act, _) = key {
      guard listensToMouse, still == nil else { return [] }
      if isWall { return act == .wheelUp ? pressOnWall(.up) : act == .wheelDown ? pressOnWall(.down) : [] }
    }
    pressedAt = now
    if still != nil {
      endStill()
      // The key is spent; but a call comes before everything.
      guard key == .function(2) else { return [] }
    }
    if isWall { return pressOnWall(key) }
    if case .burst(let text) = key { return take(burst: text) }
    if let text = burst {
      burst = nil
      if key == .enter { return search(from: text) }
    }
    if let asked { return answer(key, to: asked) }
    let left = frozen.map { Array($0.departed.keys) } ?? []
    freeze()
    let effects = route(meant(key))
    if layers.isEmpty { letGo(left) }
    return effects
  }

  /// A key as the settings mean it: where nothing is typed, `j k g G` may move as they do in vi.
  private func meant(_ key: Key) -> Key {
    guard settings.keys == .vim, !isTyping, case .character(let letter) = key else { return key }
    return [Character("j"): Key.down, "k": .up, "g": .home, "G": .end][letter] ?? key
  }

  /// Routes one key: to the top page, to the filter, or to the view. A new call comes before everything.
  mutating func route(_ key: Key) -> [Effect] {
    if case .mouse(let act, let place) = key { return point(act, at: place) }
    if key == .function(2) { return newTicket() }
    if KeyTable.action(for: key) == .freeze, !isTyping { return keepStill() }
    if key == .function(1), !isHelping { return open(.help(HelpPage())) }
    switch layers.last {
    case .form(let page): return press(key, page)
    case .picker(let page): return press(key, page)
    case .prompt(let page): return press(key, page)
    case .results(let page): return press(key, page)
    case .help(let page): return press(key, page)
    case .standards(let page): return press(key, page)
    case .figures(let page): return press(key, page)
    case .triage(let page): return press(key, page)
    case .wall(let page): return press(key, page)
    case .detail: return command(key)
    case nil: return filter?.isTyping == true ? pressInFilter(key) : command(key)
    }
  }

  private var isHelping: Bool { if case .help = layers.last { true } else { false } }

  private mutating func command(_ key: Key) -> [Effect] {
    switch key {
    case .shiftDown: return extendRange(by: 1)
    case .shiftUp: return extendRange(by: -1)
    default: if range?.isByShift == true { range = nil }
    }
    if let action = KeyTable.action(for: key) { return isStartled(action) ? [] : perform(action) }
    switch key {
    case .paste(let text): return search(from: text)
    case .character(let character) where isHan(character): return search(from: String(character))
    default: return []
    }
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.isIdeographic ?? false
  }

  /// Words typed or pasted where no text is asked for are looked up, never taken for commands.
  mutating func search(from text: String) -> [Effect] {
    let effects = perform(.find)
    guard filter != nil else { return effects }
    filter?.field = TextField(text)
    refilter()
    say(Words(zh: "已按输入内容查找，Esc 清除", en: "Looking for what you typed; Esc clears it"))
    return effects
  }

  mutating func pressInFilter(_ key: Key) -> [Effect] {
    switch key {
    case .enter:
      filter?.isTyping = false
      if filter?.field.isEmpty == true { filter = nil }
      return []
    case .escape:
      if filter?.field.isEmpty == true { filter = nil } else { filter?.field = TextField() }
      refilter()
      return []
    case .function(3): return searchRecord()
    case .up, .down, .pageUp, .pageDown: return perform(KeyTable.action(for: key) ?? .down)
    default: break
    }
    if filter?.field.handle(key) == true {
      refilter()
      // A number names one ticket: the list goes where that is.
      if let id = filter.flatMap({ numbered($0.field.text) }) {
        view = id.kind == .complaint ? .complaints : .tickets
      }
      return []
    }
    guard let action = KeyTable.actionWhileTyping(for: key) else { return [] }
    filter?.isTyping = false
    return perform(action)
  }

  /// Looks through the whole record for what the filter says.
  private mutating func searchRecord() -> [Effect] {
    guard let text = filter?.field.text.trimmed, !text.isEmpty else {
      say(Words(zh: "先写要查的内容", en: "Write what to look for first"))
      return []
    }
    return [.search(text)]
  }

  /// Carries out an action of the key table: one line each.
  mutating func perform(_ action: Action) -> [Effect] {
    if action != .quit { quitAsked = false }
    switch action {
    case .help: return open(.help(HelpPage()))
    case .standards: return open(.standards(StandardsPage()))
    case .new: return newTicket()
    case .drafts: return openDraft()
    case .find: return find()
    case .commands: return open(.picker(.commands(self)))
    case .triage: return triage()
    case .assign: return assign()
    case .answer: return answer()
    case .hold: return hold()
    case .done: return done()
    case .accept: return order { _ in .accept }
    case .decline: return prompt(.decline)
    case .start: return order { _ in .startWork }
    case .categorise: return categorise()
    case .amend: return amend()
    case .note: return note()
    case .reveal: return reveal()
    case .assets: return openAssets()
    case .copy: return copy()
    case .print: return printSlips()
    case .notify: return notify()
    case .cancel: return prompt(.cancel)
    case .reopen: return prompt(.reopen)
    case .urgency: return urgency()
    case .merge: return merge()
    case .split: return split()
    case .promise: return prompt(.promise)
    case .quote: return quote()
    case .part: return prompt(.part)
    case .checkFailed: return prompt(.checkFailed)
    case .handOff: return handOff()
    case .cause: return prompt(.cause)
    case .undo: return undo()
    case .redo: return redo()
    case .undoList: return listSteps()
    case .viewTickets: return go(.tickets)
    case .viewTimers: return go(.timers)
    case .viewPatrol: return go(.patrol)
    case .viewComplaints: return go(.complaints)
    case .figures: return openFigures()
    case .viewStaff: return go(.staff)
    case .viewDuties: return go(.duties)
    case .viewIncidents: return go(.incidents)
    case .viewHandover: return go(.handover)
    case .viewVisitors: return go(.visitors)
    case .nextPane: return go(by: 1)
    case .previousPane: return go(by: -1)
    case .up: return scroll(by: -1)
    case .down: return scroll(by: 1)
    case .pageUp: return scroll(by: -pageRows)
    case .pageDown: return scroll(by: pageRows)
    case .home: return scroll(by: -1_000_000)
    case .end: return scroll(by: 1_000_000)
    case .open: return openSelected()
    case .back: return back()
    case .historyBack: return walk(-1)
    case .historyForward: return walk(1)
    case .mark: return mark()
    case .markAll: return markAll()
    case .range: return toggleRange()
    case .newestAlarm: return showNewestAlarm()
    case .clearFilter: return clearFilter()
    case .refresh: return refresh()
    case .language: return switchLanguage()
    case .theme: return open(.picker(.themes(self)))
    case .wall: return openWall()
    case .redraw: return [.redraw]
    case .reload: return [.readSettings]
    case .mouse: return toggleMouse()
    case .freeze: return keepStill()
    case .mute: return mute()
    case .quit: return quit()
    }
  }

  private var pageRows: Int {
    if case .detail = layers.last { return max(1, Layout(size: size, view: view).page.rows - 2) }
    return max(1, visibleRows - 1)
  }

  private mutating func open(_ layer: Layer) -> [Effect] {
    layers.append(layer)
    return []
  }

  /// The equipment of the ticket under the cursor, else the whole register to choose from.
  private mutating func openAssets() -> [Effect] {
    if let id = selectedTicket, let ticket = desk.tickets[id] ?? shownTicket(id), let asset = ticket.asset {
      return [.loadFaults(asset: asset)]
    }
    guard !desk.assets.isEmpty else {
      say(
        Words(
          zh: "还没有设备档案：frontdesk import assets FILE.csv",
          en: "No equipment on the register yet: frontdesk import assets FILE.csv"))
      return []
    }
    return open(.picker(.assets(self)))
  }

  private mutating func find() -> [Effect] {
    if !view.listsTickets { view = .tickets }
    leavePages()
    if filter == nil { filter = FilterState() }
    filter?.isTyping = true
    refilter()
    return []
  }

  /// Closes the pages over the views: a ticket, the search it was found by, triage.
  private mutating func leavePages() {
    while case .detail = layers.last { layers.removeLast() }
    while case .results = layers.last { layers.removeLast() }
    while case .triage = layers.last { layers.removeLast() }
  }

  /// Closes whatever lies over the views, but nothing that holds a text.
  mutating func leaveAll() { layers.removeAll { !$0.holdsText } }

  mutating func go(_ view: View) -> [Effect] {
    leavePages()
    if view != self.view { (marked, range, revealed) = ([], nil, []) }
    self.view = view
    return []
  }

  private mutating func go(by step: Int) -> [Effect] {
    let views = View.numbered
    let index = (views.firstIndex(of: view) ?? (step > 0 ? -1 : 0)) + step
    return go(views[(index + views.count) % views.count])
  }

  private mutating func scroll(by delta: Int) -> [Effect] {
    if case .detail(var page) = layers.last {
      page.top = min(max(0, page.top + delta), DetailView.lastTop(page, self))
      layers[layers.count - 1] = .detail(page)
    } else {
      move(by: delta)
      spanRange()
    }
    return []
  }

  private mutating func back() -> [Effect] {
    revealed = []
    if !layers.isEmpty {
      layers.removeLast()
    } else if !marked.isEmpty {
      (marked, range) = ([], nil)
    } else if filter != nil {
      filter = nil
    } else {
      notice = nil
    }
    return []
  }

  private mutating func mark() -> [Effect] {
    guard layers.isEmpty, view.listsTickets, let id = selectedTicket,
      desk.tickets[id] != nil
    else { return [] }
    range = nil
    if marked.remove(id) == nil { marked.insert(id) }
    move(by: 1)
    return []
  }

  private mutating func markAll() -> [Effect] {
    guard layers.isEmpty, view.listsTickets else { return [] }
    let rows = rows(view)
    let all = (0..<rows.count).compactMap { index -> TicketID? in
      guard case .ticket(let id) = rows[index], desk.tickets[id] != nil else { return nil }
      return id
    }
    range = nil
    marked = marked.count == all.count ? [] : Set(all)
    return []
  }

  private mutating func clearFilter() -> [Effect] {
    filter = nil
    return []
  }

  private mutating func refresh() -> [Effect] {
    thaw(keepingSelected: false)
    return []
  }

  private mutating func switchLanguage() -> [Effect] {
    language = language == .chinese ? .english : .chinese
    chosenLanguage = language
    return []
  }

  private mutating func quit() -> [Effect] {
    let count = drafts.count + layers.count(where: \.holdsText)
    guard count == 0 || quitAsked else {
      quitAsked = true
      say(
        Words(
          zh: "还有 \(count) 张草稿没有建单，会留到下次：Shift-F2 取回，再按一次退出",
          en: count == 1
            ? "1 draft is kept, no ticket yet. Shift-F2 takes it back, once more quits"
            : "\(count) drafts are kept, no tickets yet. Shift-F2 takes them back, once more quits"),
        isAlert: true)
      return []
    }
    return [.quit]
  }
}
