package import Desk
package import Foundation

/// The open work in the orders the panes show it: kept up to date one ticket at a time, so that no key costs more with more work.
package struct Board: Equatable, Sendable {
  /// Everything but complaints, by the governing clock: late first, held last, nothing owed at the end.
  package private(set) var tickets = Order<TicketID>()
  package private(set) var complaints = Order<TicketID>()
  /// Every running clock of every ticket, what breaks next first.
  package private(set) var timers = Order<TimerKey>()
  private var soon = Order<TicketID>()
  private var running = Order<TicketID>()
  private var late = Order<TicketID>()
  private var timerKeys: [TicketID: [TimerKey]] = [:]
  private var pointKeys: [RoundID: [TimerKey]] = [:]

  package init() {}

  /// Puts one ticket where it belongs, or takes it out when it is nil.
  package mutating func set(_ id: TicketID, _ ticket: Ticket?, _ policy: Policy) {
    let clocks = (ticket?.clocks(policy) ?? []).filter(\.isOpen)
    let governing = ticket?.governingClock(policy)
    let order = ticket.map { _ in Board.order(governing) }
    tickets.set(id, to: id.kind == .complaint ? nil : order)
    complaints.set(id, to: id.kind == .complaint ? order : nil)
    let counted = governing.flatMap { $0.heldSince == nil ? $0 : nil }
    running.set(id, to: id.kind == .complaint ? nil : counted?.due)
    late.set(id, to: id.kind == .complaint ? counted?.due : nil)
    soon.set(id, to: counted?.soonAt)
    for key in timerKeys[id] ?? [] { timers.set(key, to: nil) }
    let keys = clocks.map { TimerKey.clock(id, $0.id) }
    timerKeys[id] = keys.isEmpty ? nil : keys
    for (key, clock) in zip(keys, clocks) { timers.set(key, to: Board.order(clock)) }
  }

  /// Puts the points a guard has still to reach among the timers, or takes a round out.
  package mutating func set(_ id: RoundID, _ round: Round?) {
    for point in pointKeys[id] ?? [] { timers.set(point, to: nil) }
    let pending = round.map { $0.isOpen ? $0.points.filter { $0.state == .pending } : [] } ?? []
    pointKeys[id] = pending.isEmpty ? nil : pending.map { .point(id, $0.id) }
    for point in pending { timers.set(.point(id, point.id), to: point.due) }
  }

  /// How many tickets other than complaints are past due now.
  package func lateTickets(at now: Date) -> Int { running.count(before: now) }

  /// How many complaints are past due now.
  package func lateComplaints(at now: Date) -> Int { late.count(before: now) }

  /// How many of all tickets are close to their due time and not past it.
  package func soonTickets(at now: Date) -> Int {
    max(0, soon.count(before: now) - lateTickets(at: now) - lateComplaints(at: now))
  }

  /// Held clocks come after running ones, tickets that owe nothing after both.
  private static func order(_ clock: Clock?) -> Date {
    guard let clock else { return .distantFuture }
    return clock.heldSince == nil ? clock.due : clock.due.addingTimeInterval(1e10)
  }
}

/// One thing that runs out: a clock of a ticket, or the window of a checkpoint.
package enum TimerKey: Hashable, Comparable, Sendable {
  case clock(TicketID, ClockID)
  case point(RoundID, String)

  package static func < (left: TimerKey, right: TimerKey) -> Bool {
    switch (left, right) {
    case (.clock(let one, let clock), .clock(let other, let otherClock)):
      (one, clock.rawValue) < (other, otherClock.rawValue)
    case (.point(let one, let point), .point(let other, let otherPoint)):
      (one.description, point) < (other.description, otherPoint)
    case (.clock, .point): true
    case (.point, .clock): false
    }
  }
}
