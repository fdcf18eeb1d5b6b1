package import Desk
package import Foundation

/// What one own action changed, so that it can be taken back, and done again.
package struct UndoStep: Equatable, Sendable {
  /// What it was done to.
  package enum Deed: Equatable, Sendable {
    case tickets([UndoItem])
    /// Slips to print that wait to leave the desk.
    case slips(Held)
    case visit(VisitEntry)
    /// A check-in or a step of an incident.
    case entry(Entry)
    /// On record for good. It stands among the steps so that what came before it is not taken back in its stead.
    case final
  }

  package var deed: Deed
  package var words: Words
  package var at: Date
  /// Who came onto the staff with it.
  package var joined: String?
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

/// A check-in, or what was said of a step of an incident.
package struct Entry: Equatable, Sendable {
  /// What says that it was a mistake.
  package var mistake: Command
  /// What says it again.
  package var order: Command
  /// When it happened, which is still so when it is said again.
  package var occurredAt: Date
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
  /// What takes it back where the work before does not: it parts tickets that were joined, or joins what was parted.
  package var inverse: TicketCommand?
  /// The work of the tickets that were joined or parted, as it was before: where it is the same again, what was done earlier stands.
  package var apart: [TicketID: TicketWork] = [:]
  /// What was done to it, without its number.
  package var said = Words.none
}

extension UndoItem {
  /// Why a ticket is cancelled that was taken down by mistake: on record, it tells that from any other cancellation.
  package static let cancelReason = Words(zh: "撤销", en: "undone")

  /// The one ticket by which tickets that were joined can be parted again, or parted ones joined, or a breach that was taken back stands
  /// again; nil where nothing of the kind happened.
  package init?(tying events: [RecordedEvent]) {
    for recorded in events {
      guard case .ticket(let id, let event) = recorded.event else { continue }
      let tie: (ticket: TicketID, order: TicketCommand, inverse: TicketCommand)
      switch event {
      case .merged(let other): tie = (id, .merge(into: other), .split(reporter: nil))
      case .unmerged(let other, _): tie = (id, .split(reporter: nil), .merge(into: other))
      case .split(_, let own): tie = (own, .split(reporter: nil), .merge(into: id))
      case .breachRescinded(let clock, _, let reason, .some(let missed)):
        tie = (
          id, .rescind(clock, reason: reason, missed: missed), .restoreBreach(clock, missed: missed)
        )
      case .breachRestored(let clock, _, let missed):
        tie = (id, .restoreBreach(clock, missed: missed), .rescind(clock, reason: "", missed: missed))
      default: continue
      }
      let version = events.last { $0.stream.ticket == tie.ticket }?.version ?? recorded.version
      self.init(
        ticket: tie.ticket, before: nil, command: recorded.command, version: version, order: tie.order,
        occurredAt: recorded.occurredAt, inverse: tie.inverse)
      return
    }
    return nil
  }

  /// Whether the ticket came with it: one that is given to somebody at once is a new ticket first of all.
  fileprivate var isNew: Bool { before == nil && inverse == nil }

  /// Whether it says when something was so: done again, that is said again.
  var saysWhen: Bool { if case .rescind = order { true } else { before != nil } }

  /// Itself with the work of the tickets as it was before they were joined or parted.
  func joining(_ items: [UndoItem]) -> UndoItem {
    var tie = self
    for item in items { tie.apart[item.ticket] = item.before }
    return tie
  }
}

extension UndoStep {
  /// The tickets it changed; none for what was done to something else.
  package var items: [UndoItem] {
    get { if case .tickets(let items) = deed { items } else { [] } }
    set { if case .tickets = deed { deed = .tickets(newValue) } }
  }

  /// The same for one of its tickets.
  func only(_ id: TicketID?) -> UndoStep {
    guard case .tickets(let items) = deed else { return self }
    var step = self
    step.deed = .tickets(items.filter { $0.ticket == id })
    return step
  }

  /// With what another ticket of the same action left behind; the words are its own where it is for one ticket only.
  mutating func add(_ more: [UndoItem], _ words: Words) {
    for item in more {
      // Two things done to one ticket go back together, to what was before the first; no one order does both again.
      if let index = items.firstIndex(where: { $0.ticket == item.ticket }) {
        (items[index].version, items[index].order) = (item.version, nil)
        if !items[index].isNew { items[index].said = item.said }
      } else {
        items.append(item)
      }
    }
    guard items.count > 1 else {
      if items.first?.isNew == false { self.words = words }
      return
    }
    self.words =
      isMixed
      ? Words(zh: "对 \(items.count) 张工单：各记一步", en: "\(items.count) tickets: a step for each")
      : words.ofAll(items.map(\.ticket))
  }

  /// Whether not the same was done to all its tickets, so that no one sentence says it.
  var isMixed: Bool { items.contains { $0.said != items.first?.said } }
}

extension Words {
  /// What was done to several tickets, by what was said of one: its number would be taken for all there is.
  func ofAll(_ tickets: [TicketID]) -> Words {
    let plain = without(tickets)
    return Words(zh: "对 \(tickets.count) 张工单：\(plain.zh)", en: "\(tickets.count) tickets: \(plain.en)")
  }

  /// What was done, without the number of the ticket it was done to.
  func without(_ tickets: [TicketID]) -> Words {
    func plain(_ text: String) -> String {
      tickets.map { "\($0) " }.first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) } ?? text
    }
    return Words(zh: plain(zh), en: plain(en))
  }
}

extension RecordedEvent {
  /// The check-in it tells of, or what it says of a step of an incident; nil for anything else.
  var entry: Entry? {
    switch event {
    case .round(let id, .checkedIn(let point, let name, let result, let note, let method)):
      Entry(
        mistake: .takeBackCheckIn(id, point: point),
        order: .checkIn(
          route: id.route, point: point, guardName: name, result: result, note: note, method: method),
        occurredAt: occurredAt)
    case .incident(let id, .stepDone(let step, let name)): entry(id, step, .doStep(step, by: name))
    case .incident(let id, .stepSkipped(let step, let reason, _)):
      entry(id, step, .skipStep(step, reason: reason))
    default: nil
    }
  }

  private func entry(_ id: IncidentID, _ step: Int, _ order: IncidentCommand) -> Entry {
    Entry(
      mistake: .incident(id, .takeBackStep(step)), order: .incident(id, order), occurredAt: occurredAt)
  }
}

extension Event {
  /// What said that something was a mistake; nil for anything else.
  var takesBack: Command? {
    switch self {
    case .round(let id, .checkInTakenBack(let point)): .takeBackCheckIn(id, point: point)
    case .incident(let id, .stepTakenBack(let step)): .incident(id, .takeBackStep(step))
    default: nil
    }
  }
}
