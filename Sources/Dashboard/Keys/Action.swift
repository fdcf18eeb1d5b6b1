/// What a key can ask for; one meaning in every view. The words are those of `keys.bind`, and of what a desk keeps: they never change.
package enum Action: String, CaseIterable, Sendable {
  case help = "desk.help", new = "ticket.new", drafts = "desk.drafts", find = "list.find", triage =
    "desk.triage", assign = "ticket.assign", answer = "ticket.answer", hold = "ticket.hold", done =
    "ticket.done", commands = "desk.commands"
  case viewTickets = "view.tickets", viewTimers = "view.timers", viewPatrol = "view.patrol", viewComplaints =
    "view.complaints", figures = "view.figures", viewStaff = "view.staff", viewDuties = "view.duties",
    viewIncidents = "view.incidents", drill = "desk.drill", viewHandover = "view.handover", viewVisitors =
    "view.visitors"
  case nextPane = "move.nextPane", previousPane = "move.previousPane", up = "move.up", down = "move.down",
    pageUp = "move.pageUp", pageDown = "move.pageDown", home = "move.home", end = "move.end", open =
    "move.open", back = "move.back", historyBack = "move.before", historyForward = "move.ahead"
  case mark = "list.mark", markAll = "list.markAll", range = "list.range", newestAlarm = "list.newestAlarm"
  case promise = "ticket.promise", quote = "ticket.quote", part = "ticket.part", checkFailed =
    "ticket.checkFailed", handOff = "ticket.handOff", cause = "ticket.cause", split = "ticket.split",
    complain =
    "ticket.complain", rescind = "ticket.rescind"
  case undo = "desk.undo", redo = "desk.redo", undoList = "desk.undoList"
  case amend = "ticket.amend", note = "ticket.note", accept = "ticket.accept", decline = "ticket.decline",
    start = "ticket.start", categorise = "ticket.categorise", cancel = "ticket.cancel", reopen =
    "ticket.reopen", urgency = "ticket.urgency", merge = "ticket.merge", notify = "ticket.notify", reveal =
    "ticket.reveal", erase = "ticket.erase", assets = "desk.assets", copy = "ticket.copy", print =
    "ticket.print"
  case wall = "desk.wall", standards = "desk.standards", language = "screen.language", theme = "screen.theme",
    clearFilter = "list.clearFilter", refresh = "list.refresh"
  case sortByTime = "list.sortByTime", sortByNumber = "list.sortByNumber", sortByPlace = "list.sortByPlace",
    sortByReceipt = "list.sortByReceipt", density = "list.density"
  case reload = "screen.reload", suspend = "screen.suspend", mute = "screen.mute", freeze = "screen.freeze",
    mouse = "screen.mouse",
    redraw = "screen.redraw", quit = "desk.quit"
}

extension Action {
  /// Those that open a page over the whole screen: what can be printed without anybody at the keys.
  package static let pages =
    allCases.filter { $0.rawValue.hasPrefix("view.") } + [.triage, .new, .wall, .standards, .help]

  /// What its page is called, as somebody types it: `tickets`, `figures`, `wall`.
  package var page: String { String(rawValue.drop { $0 != "." }.dropFirst()) }
}

/// Where a binding is offered on the key line.
package enum KeyScope: Hashable, Sendable {
  /// Everywhere but in text fields; function and control keys there too.
  case everywhere
  /// Where a ticket is selected.
  case ticket
}

/// One line of the key table: the action, its keys and its words.
package struct Binding: Equatable, Sendable {
  package var action: Action
  package var scope: KeyScope
  /// The first works with any input method; letters are aliases.
  package var keys: [BoundKey]
  /// For the key line: four columns in Chinese, six in English, or fewer.
  package var short: Words
  /// For the help page.
  package var long: Words
  /// Its keys in words; what has none of its own is on the list of commands.
  package var keyNames: String { keys.isEmpty ? "F9" : keys.map(\.name).joined(separator: "  ") }
  /// Whether the key line names it.
  package var onKeyLine: Bool
}
