import Desk
import Foundation
import Screen

extension Model {
  /// Carries out an action of the key table: one line each.
  package mutating func perform(_ action: Action) -> [Effect] {
    if isStrange(action) { return [] }
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
    case .erase: return erase()
    case .assets: return openAssets()
    case .copy: return copy()
    case .print: return printSlips()
    case .notify: return notify()
    case .cancel: return prompt(.cancel)
    case .reopen: return reopen()
    case .urgency: return urgency()
    case .merge: return merge()
    case .split: return split()
    case .complain: return prompt(.complain)
    case .promise: return prompt(.promise)
    case .quote: return quote()
    case .part: return prompt(.part)
    case .checkFailed: return prompt(.checkFailed)
    case .handOff: return handOff()
    case .cause: return prompt(.cause)
    case .rescind: return rescind()
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
    case .drill: return chooseDrill()
    case .viewHandover: return go(.handover)
    case .viewVisitors: return go(.visitors)
    case .nextPane: return moveFocus(by: 1)
    case .previousPane: return moveFocus(by: -1)
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
    case .sortByTime: return sort(by: .governing)
    case .sortByNumber: return sort(by: .number)
    case .sortByPlace: return sort(by: .place)
    case .sortByReceipt: return sort(by: .received)
    case .density: return changeDensity()
    case .language: return switchLanguage()
    case .theme: return open(.picker(.themes(self)))
    case .wall: return openWall()
    case .redraw: return [.redraw]
    case .reload: return [.readSettings]
    case .suspend: return [.suspend]
    case .mouse: return toggleMouse()
    case .freeze: return keepStill()
    case .mute: return mute()
    case .quit: return quit()
    }
  }

  private var pageRows: Int {
    if case .detail = layers.last { return max(1, layout.page.rows - 2) }
    return max(1, visibleRows - 1)
  }

  mutating func open(_ layer: Layer) -> [Effect] {
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

  private mutating func switchLanguage() -> [Effect] {
    let isUnnamed = deskName == Model.unnamed(language)
    language = language == .chinese ? .english : .chinese
    if isUnnamed { deskName = Model.unnamed(language) }
    chosenLanguage = language
    return []
  }
}
