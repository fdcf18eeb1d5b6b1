package import Desk

extension Model {
  /// Finds what the person at the keys did here before this desk was opened, so that it can still be taken back, the last hundred of it;
  /// each command is a step of its own, because the record does not tell which were given together.
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
  }

  private mutating func recallStep(_ events: [RecordedEvent], _ streams: [TicketID: [RecordedEvent]]) {
    guard let said = events.last(where: { !$0.event.isCrossing }), !dropStep(undoneBy: events) else { return }
    var items: [UndoItem] = []
    for recorded in events {
      guard case .ticket(let id, let event) = recorded.event, !event.leavesWork, !event.isImported else {
        continue
      }
      let earlier = (streams[id] ?? []).prefix { $0.version < recorded.version }
      noteUndo(&items, id, recorded, Ticket.folded(id, Array(earlier)))
    }
    addStep(
      items, events,
      Words(zh: said.event.named(.chinese, on: desk), en: said.event.named(.english, on: desk)))
    batch = Batch()
    if !undoable.isEmpty { undoable[undoable.count - 1].at = said.recordedAt }
  }

  /// Drops what a command took back; false for a command that took nothing back.
  private mutating func dropStep(undoneBy events: [RecordedEvent]) -> Bool {
    for recorded in events {
      switch recorded.event {
      case .ticket(_, .corrected(let undone, _)):
        for index in undoable.indices { undoable[index].items.removeAll { $0.command == undone } }
        undoable.removeAll { $0.deed == .tickets([]) }
        return true
      case .visit(let id, .takenBack):
        undoable.removeAll { if case .visit(let entry) = $0.deed { entry.id == id } else { false } }
        return true
      default: continue
      }
    }
    return false
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
