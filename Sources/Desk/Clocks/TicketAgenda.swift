import Foundation

/// When the tickets must next be looked at.
struct TicketAgenda: Sendable {
  private var placed = Agenda<TicketID>()
  /// The ticket that came last, until it is placed: most of what is imported ends with its next event, and the clocks of a new ticket cost
  /// more than the rest of its report.
  var newest: TicketID?

  /// The earliest instant among those that are placed.
  var next: Date? { placed.next }

  /// Places a ticket, or takes it out.
  mutating func place(_ id: TicketID, at instant: Date?) {
    placed.set(id, to: instant)
    if newest == id { newest = nil }
  }

  /// When a ticket is due; nil when it is not placed.
  func instant(of id: TicketID) -> Date? { placed.instant(of: id) }

  /// Those that are due by an instant, earliest first.
  func due(by now: Date) -> [TicketID] { placed.due(by: now) }

  /// Whether a ticket may be due by an instant.
  func mayBeDue(_ id: TicketID, by now: Date) -> Bool {
    id == newest || instant(of: id).map { $0 <= now } ?? false
  }
}

extension TicketAgenda: Equatable {
  /// It follows from the tickets and their policies, which are compared.
  static func == (left: TicketAgenda, right: TicketAgenda) -> Bool { true }
}

extension Desk {
  /// Places the ticket that came last.
  mutating func placeNewest() {
    if let id = ticketAgenda.newest { ticketAgenda.place(id, at: tickets[id]?.nextCrossing(policies)) }
  }

  /// When the next clock of a ticket is passed; nil when none runs.
  var nextTicketCrossing: Date? {
    let newest = ticketAgenda.newest.flatMap { tickets[$0]?.nextCrossing(policies) }
    return [ticketAgenda.next, newest].compactMap { $0 }.min()
  }

  /// The tickets that have something due by an instant, earliest first.
  func ticketsDue(by now: Date) -> [TicketID] {
    guard let id = ticketAgenda.newest, let crossing = tickets[id]?.nextCrossing(policies), crossing <= now
    else {
      return ticketAgenda.due(by: now)
    }
    var agenda = ticketAgenda
    agenda.place(id, at: crossing)
    return agenda.due(by: now)
  }

  /// What is wrong with the agenda; for tests.
  var brokenAgenda: [String] {
    tickets.values.filter {
      !$0.isEnded && $0.id != ticketAgenda.newest
        && ticketAgenda.instant(of: $0.id) != $0.nextCrossing(policies)
    }
    .map { "\($0.id) is not looked at when its next clock is passed" }
  }
}
