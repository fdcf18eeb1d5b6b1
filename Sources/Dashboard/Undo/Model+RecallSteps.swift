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
    var cancelled: [UUID: UndoStep] = [:]
    while let first = rest.first {
      let command = rest.prefix { $0.command == first.command }
      rest = rest.dropFirst(command.count)
      if command.contains(where: { $0.event.startsShift }) { forgetSteps() }
      if first.actor == actor { recallStep(Array(command), streams, &cancelled) }
    }
    undoable.removeAll { $0.deed == .final }
    for id in Set(undoable.flatMap(\.items).map(\.ticket)) where desk.tickets[id] == nil {
      leftSteps[id] = Ticket.folded(id, streams[id] ?? [])
    }
  }

  /// `cancelled`: the steps that opened a ticket, by the command that cancelled it as a mistake.
  private mutating func recallStep(
    _ events: [RecordedEvent], _ streams: [TicketID: [RecordedEvent]], _ cancelled: inout [UUID: UndoStep]
  ) {
    guard let said = events.last(where: { !$0.event.isCrossing }), let words = named(events) else { return }
    if isOpenedAgain(by: events, &cancelled) { return }
    for case (let id?, .ticket(_, let event)) in events.map({ ($0.stream.ticket, $0.event) })
    where event.isCancelledAsMistake {
      cancelled[said.command] = undoable.first { $0.items.contains { $0.ticket == id && $0.isNew } }
    }
    guard !dropStep(undoneBy: events, streams) else { return }
    var items: [UndoItem] = []
    for recorded in events {
      guard case .ticket(let id, let event) = recorded.event, !event.leavesWork, !event.isImported else {
        continue
      }
      let earlier = (streams[id] ?? []).prefix { $0.version < recorded.version }
      noteUndo(&items, id, recorded, Ticket.folded(id, Array(earlier)))
    }
    batch.hasStep = undoable.last?.isGivenTogether(with: items, at: said.recordedAt) ?? false
    addStep(items, events, words)
    batch = Batch()
    if !undoable.isEmpty { undoable[undoable.count - 1].at = said.recordedAt }
  }

  /// Takes up a step again that opened a ticket, where a command brought that ticket back.
  private mutating func isOpenedAgain(by events: [RecordedEvent], _ cancelled: inout [UUID: UndoStep]) -> Bool
  {
    for recorded in events {
      guard case .ticket(let id, .corrected(let undone, _)) = recorded.event,
        var step = cancelled.removeValue(forKey: undone)
      else { continue }
      step.items = step.items.filter { $0.ticket == id }.map { item in
        var item = item
        (item.version, item.command) = (recorded.version, recorded.command)
        return item
      }
      step.at = recorded.recordedAt
      append(step)
      return true
    }
    return false
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
      case .ticket(let id, let event) where event.isCancelledAsMistake:
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
    let undone = undoable.flatMap(\.items).last { $0.isOpposite(of: tie) }
    drop { $0.isOpposite(of: tie) }
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
  /// Whether a ticket was cancelled by it because it was taken down by mistake.
  fileprivate var isCancelledAsMistake: Bool {
    guard case .cancelled(let reason) = self else { return false }
    return reason == UndoItem.cancelReason.zh || reason == UndoItem.cancelReason.en
  }

  fileprivate var isImported: Bool {
    if case .reported(let report) = self { report.source != nil } else { false }
  }
}
