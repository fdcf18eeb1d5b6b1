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
  /// What asks for the rest, in order, where the action was more than one thing.
  package var also: [Again] = []
  /// What takes it back where the work before does not: it parts tickets that were joined, or joins what was parted.
  package var inverse: TicketCommand?
  /// The work of the tickets that were joined or parted, as it was before: where it is the same again, what was done earlier stands.
  package var apart: [TicketID: TicketWork] = [:]
  /// What was done to it, without its number.
  package var said = Words.none
}

/// What asks for a thing once more.
package struct Again: Equatable, Sendable {
  package var order: TicketCommand
  /// When it happened.
  package var occurredAt: Date
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
      case .merged(let other):
        tie = (id, .merge(into: other, at: events.index(ofThoseFrom: id)), .split(reporter: nil))
      case .unmerged(let other, _):
        tie = (id, .split(reporter: nil), .merge(into: other, at: events.index(ofThoseFrom: id)))
      case .split(let reporter, let own):
        tie = (own, .split(reporter: nil), .merge(into: id, at: reporter))
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
  var isNew: Bool { before == nil && inverse == nil }

  /// Whether it says when something was so: done again, that is said again. What was parted anew happens as it is said: in between it
  /// was joined.
  var saysWhen: Bool {
    switch order {
    case .rescind, .merge: true
    default: before != nil
    }
  }

  /// What does it again, in order; empty where nothing does.
  var again: [Again] { order.map { [Again(order: $0, occurredAt: occurredAt)] + also } ?? [] }

  /// With what was done to it next by the same action: both go back together, to what was before the first. A new ticket goes and comes
  /// back whole.
  fileprivate mutating func add(_ next: UndoItem) {
    version = next.version
    guard !isNew else { return }
    if order == nil || next.order == nil || inverse != nil || next.inverse != nil {
      (order, also) = (nil, [])
    } else {
      also += next.again
    }
    if said != next.said {
      said = Words(
        zh: "\(said.zh)、\(UndoItem.brief(next.said.zh, behind: said.zh, "："))",
        en: "\(said.en), \(UndoItem.brief(next.said.en, behind: said.en, ": "))")
    }
  }

  /// Words without the text at their end where those before them end with the same.
  private static func brief(_ words: String, behind others: String, _ mark: String) -> Substring {
    guard let text = words.range(of: mark), others.hasSuffix(words[text.lowerBound...]) else {
      return words[...]
    }
    return words[..<text.lowerBound]
  }

  /// Whether it is what takes a joining or parting back; where exactly somebody stood before does not matter.
  func isOpposite(of tie: UndoItem) -> Bool {
    ticket == tie.ticket && inverse?.bare == tie.order?.bare && order?.bare == tie.inverse?.bare
  }

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

  /// With what the same action did next, to another of its tickets or to the same.
  mutating func add(_ more: [UndoItem]) {
    for item in more {
      if let index = items.firstIndex(where: { $0.ticket == item.ticket }) {
        items[index].add(item)
      } else {
        items.append(item)
      }
    }
    if items.count > 1 || items.first?.isNew == false { words = UndoStep.sentence(for: items) }
  }

  /// Whether not the same was done to all its tickets, so that no one sentence says it.
  var isMixed: Bool { items.contains { $0.said != items.first?.said } }

  /// What was done to those of its tickets that are given.
  func words(of some: [UndoItem]) -> Words { some.count < items.count ? UndoStep.sentence(for: some) : words }

  private static func sentence(for items: [UndoItem]) -> Words {
    guard let first = items.first else { return .none }
    guard items.count > 1 else {
      // What was said of another ticket names that one.
      let isNamed = first.said.zh.split(separator: " ").first.flatMap { TicketID(String($0)) } != nil
      return isNamed
        ? first.said : Words(zh: "\(first.ticket) \(first.said.zh)", en: "\(first.ticket) \(first.said.en)")
    }
    return items.contains { $0.said != first.said }
      ? Words(zh: "对 \(items.count) 张工单：各记一步", en: "\(items.count) tickets: a step for each")
      : first.said.ofAll(items.map(\.ticket))
  }

  /// What was done again of it, named as it was at first; what has another number than then is named anew.
  func named(_ again: [UndoItem], else words: Words) -> (items: [UndoItem], words: Words) {
    let first = again.compactMap { item in items.first { $0.ticket == item.ticket } }
    guard first.count == again.count, !first.isEmpty else { return (again, words) }
    var again = again
    for index in again.indices { again[index].said = first[index].said }
    return (again, self.words(of: first))
  }
}

extension TicketCommand {
  /// Itself without where somebody is to stand among those who reported it.
  fileprivate var bare: TicketCommand {
    if case .merge(let other, _) = self { .merge(into: other) } else { self }
  }

  /// The same of somebody who was new when it was asked: what was recorded names them.
  func naming(_ event: TicketEvent) -> TicketCommand {
    switch (self, event) {
    case (.join(nil, let text), .reporterJoined(let caller?, _)): return .join(contact: caller, text: text)
    case (.paper(.amend(var amendment)), .paper(.amended(let done))):
      amendment.caller = amendment.caller ?? done.caller
      return .paper(.amend(amendment))
    default: return self
    }
  }
}

extension [RecordedEvent] {
  /// Where the one caller of a ticket that was joined or parted stood, or was put back; nil for the end, and for several.
  fileprivate func index(ofThoseFrom ticket: TicketID) -> Int? {
    for case .ticket(_, let event) in map(\.event) {
      switch event {
      case .absorbed(ticket, _, _, _, let index): return index
      case .released(ticket, let indices): return indices.count == 1 ? indices[0] : nil
      default: continue
      }
    }
    return nil
  }
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
