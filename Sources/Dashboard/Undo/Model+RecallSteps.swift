package import Desk
import Foundation

extension Model {
  /// Finds what the person at the keys did here before this desk was opened, so that it can still be taken back, the last hundred of it.
  /// What cannot be taken back is left out: nobody presses `u` for it any more.
  ///
  /// - Parameters:
  ///   - events: What was recorded in the shift, oldest first.
  ///   - streams: All events of the tickets that the person's own commands touched.
  package mutating func recallSteps(_ events: [RecordedEvent], _ streams: [TicketID: [RecordedEvent]]) {
    var rest = events[...]
    while let first = rest.first {
      let command = rest.prefix { $0.command == first.command }
      rest = rest.dropFirst(command.count)
      if command.contains(where: { $0.event.startsShift }) { forgetSteps() }
      if first.actor == actor { recallStep(Array(command), streams) }
    }
    undoable.removeAll { $0.deed == .final }
  }

  private mutating func recallStep(_ events: [RecordedEvent], _ streams: [TicketID: [RecordedEvent]]) {
    guard let said = events.last(where: { !$0.event.isCrossing }), !dropStep(undoneBy: events, streams) else {
      return
    }
    var items: [UndoItem] = []
    for recorded in events {
      guard case .ticket(let id, let event) = recorded.event, !event.leavesWork, !event.isImported else {
        continue
      }
      let earlier = (streams[id] ?? []).prefix { $0.version < recorded.version }
      noteUndo(&items, id, recorded, Ticket.folded(id, Array(earlier)))
    }
    batch.hasStep = undoable.last?.isGivenTogether(with: items, at: said.recordedAt) ?? false
    addStep(items, events, named(said))
    batch = Batch()
    if !undoable.isEmpty { undoable[undoable.count - 1].at = said.recordedAt }
  }

  /// Drops what a command took back; false for a command that took nothing back.
  private mutating func dropStep(
    undoneBy events: [RecordedEvent], _ streams: [TicketID: [RecordedEvent]]
  ) -> Bool {
    if let tie = UndoItem(tying: events), let undone = dropStep(undoneBy: tie) {
      var now: [TicketID: Ticket] = [:]
      for id in undone.apart.keys {
        let last = events.last { $0.stream.ticket == id }?.version ?? 0
        now[id] = Ticket.folded(id, Array((streams[id] ?? []).prefix { $0.version <= last }))
      }
      letStand(before: undone, now)
      return true
    }
    for recorded in events {
      if let undone = recorded.event.takesBack {
        undoable.removeAll { if case .entry(let entry) = $0.deed { entry.mistake == undone } else { false } }
        return true
      }
      switch recorded.event {
      case .ticket(let id, .breachRestored(let clock, _, let missed)):
        drop { $0.ticket == id && $0.inverse == .restoreBreach(clock, missed: missed) }
        return true
      case .ticket(let id, .corrected(let undone, _)):
        let first = undoable.flatMap(\.items).first { $0.ticket == id && $0.command == undone }
        if let first { dropLater(than: first) }
        drop { $0.command == undone }
        return true
      case .ticket(let id, .cancelled(UndoItem.cancelReason.zh)),
        .ticket(let id, .cancelled(UndoItem.cancelReason.en)):
        drop { $0.ticket == id }
        return true
      case .visit(let id, .takenBack):
        undoable.removeAll { if case .visit(let entry) = $0.deed { entry.id == id } else { false } }
        return true
      default: continue
      }
    }
    return false
  }

  /// Joining what was parted, or parting what was joined, leaves both as they were before: neither is a step any more.
  private mutating func dropStep(undoneBy tie: UndoItem) -> UndoItem? {
    func isUndone(_ item: UndoItem) -> Bool {
      item.ticket == tie.ticket && item.inverse == tie.order && item.order == tie.inverse
    }
    let undone = undoable.flatMap(\.items).last(where: isUndone)
    drop(isUndone)
    return undone
  }
}

extension UndoStep {
  /// Whether more was done by the same press of a key: only that bears the very same millisecond. A ticket is opened by a step of its own,
  /// whatever was done to it at once.
  fileprivate func isGivenTogether(with more: [UndoItem], at instant: Date) -> Bool {
    at == instant && !items.isEmpty
      && !items.contains { opened in opened.before == nil && more.contains { $0.ticket == opened.ticket } }
  }
}

extension Event {
  fileprivate var startsShift: Bool { if case .shift(_, .started) = self { true } else { false } }
}

extension TicketEvent {
  fileprivate var isImported: Bool {
    if case .reported(let report) = self { report.source != nil } else { false }
  }
}
