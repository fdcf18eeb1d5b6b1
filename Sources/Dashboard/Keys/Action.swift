/// What a key can ask for; one meaning in every view.
package enum Action: String, CaseIterable, Sendable {
  case help, new, drafts, find, triage, assign, answer, hold, done, commands
  case viewTickets, viewTimers, viewPatrol, viewComplaints, figures, viewStaff, viewDuties, viewIncidents,
    viewHandover, viewVisitors
  case nextPane, previousPane, up, down, pageUp, pageDown, home, end, open, back, historyBack, historyForward,
    mark, markAll, range, newestAlarm
  case promise, quote, part, checkFailed, handOff, cause, split
  case undo, redo, undoList, amend, note, accept, decline, start, categorise, cancel, reopen, urgency, merge,
    notify,
    reveal, assets, copy, print
  case wall, standards, language, theme, clearFilter, refresh, reload, mute, freeze, mouse, redraw, quit
}

/// Where a binding is offered on the key line.
package enum KeyScope: Hashable, Sendable {
  /// Everywhere but in text fields; function and control keys there too.
  case everywhere
  /// Where a ticket is selected.
  case ticket
  /// Where a checkpoint is selected.
  case patrol
}

/// One line of the key table: the action, its keys and its words.
package struct Binding: Sendable {
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
