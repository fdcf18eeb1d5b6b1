package import Desk
package import Foundation

/// What one own action changed, so that it can be taken back, and done again.
package struct UndoStep: Equatable, Sendable {
  package var items: [UndoItem]
  package var words: Words
  package var at: Date
  /// What waits to leave the desk and is all there is to it: slips to print.
  package var held: Held?
  /// What was written down of a visit; nil for any other step.
  package var visit: VisitEntry?
  /// Notices that went nowhere because it was taken back; they are due when it is done again.
  package var withheld: [Alarm] = []
  /// What left the desk because of it and cannot be recalled.
  package var sent: [Words] = []
}

/// What was written down of a visit, to be taken back.
package struct VisitEntry: Equatable, Sendable {
  package var id: VisitID
  /// The version it left behind.
  package var version: Int
}

/// One ticket of an undoable action.
package struct UndoItem: Equatable, Sendable {
  package var ticket: TicketID
  /// The work before the action; nil when the action created the ticket.
  package var before: TicketWork?
  package var command: UUID
  /// The version the action left behind.
  package var version: Int
  /// What asks for the same again; nil where nothing does.
  package var order: TicketCommand?
  /// When it happened, which is still so when it is done again.
  package var occurredAt: Date
}

extension UndoStep {
  /// The same for one of its tickets.
  func only(_ id: TicketID?) -> UndoStep {
    var step = self
    step.items.removeAll { $0.ticket != id }
    return step
  }

  /// With what another ticket of the same action left behind; the words are its own where it is for one ticket only.
  mutating func add(_ more: [UndoItem], _ words: Words) {
    for item in more {
      // Two things done to one ticket go back together, to what was before the first; no one order does both again.
      if let index = items.firstIndex(where: { $0.ticket == item.ticket }) {
        (items[index].version, items[index].order) = (item.version, nil)
      } else {
        items.append(item)
      }
    }
    let count = items.count
    guard count > 1 else { return self.words = words }
    // The number of one of them would be taken for all there is.
    func plain(_ text: String) -> String {
      more.map { "\($0.ticket) " }.first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) }
        ?? text
    }
    self.words = Words(
      zh: "对 \(count) 张工单：\(plain(words.zh))", en: "\(count) tickets: \(plain(words.en))")
  }
}
