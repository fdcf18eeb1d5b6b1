package import Desk
package import Foundation

/// The open work in the orders the panes show it: kept up to date one ticket at a time, so that no key costs more with more work.
package struct Board: Equatable, Sendable {
  /// Everything but complaints, by the governing clock: late first, held last, nothing owed at the end.
  package private(set) var tickets = Order<TicketID>()
  package private(set) var complaints = Order<TicketID>()
  /// The lists in an order of their own; nil where they go by time.
  var sorted: Sorted?
  /// Every running clock of every ticket, what breaks next first.
  package private(set) var timers = Order<TimerKey>()
  /// What each person has in hand, what breaks first first.
  private var hands: [String: Order<TicketID>] = [:]
  /// Tickets whose missed clock nobody acknowledged yet, the longest unheard first.
  package private(set) var escalated = Order<TicketID>()
  /// The tickets whose owner was promised that something happens by an instant, by that instant.
  private(set) var promises = Order<TicketID>()
  /// The open tickets by place and system.
  package private(set) var duplicates = DuplicateIndex()
  /// All of them by the first clock that is not broken yet.
  private var next = Order<TicketID>()
  private var soon = Order<TicketID>()
  private var critical = Order<TicketID>()
  private var running = Order<TicketID>()
  private var late = Order<TicketID>()
  /// Of `running` those that wait for somebody to come, for a vital system to be seen to, to be told, and for anything else: apart for
  /// header and wall. What owes several of them is in each.
  private var arrivals = Order<TicketID>()
  private var fixes = Order<TicketID>()
  private var answers = Order<TicketID>()
  private var others = Order<TicketID>()
  /// Tickets that nobody has in hand.
  private var waiting: Set<TicketID> = []
  private var timerKeys: [TicketID: [TimerKey]] = [:]
  private var pointKeys: [RoundID: [TimerKey]] = [:]
  /// The planned starts of each route; only its next one is among the timers.
  private var starts: [String: Order<TimerKey>] = [:]
  private var holders: [TicketID: [String]] = [:]

  package init() {}

  /// The orders of tickets, each with the instant by which a ticket stands in it.
  private static let orders:
    [(order: any WritableKeyPath<Board, Order<TicketID>> & Sendable, instant: @Sendable (Standing) -> Date?)] =
      [
        (\.tickets, { $0.row }), (\.complaints, { $0.complaint }), (\.running, { $0.due }),
        (\.late, { $0.complaintDue }), (\.next, { $0.next }), (\.soon, { $0.soon }),
        (\.critical, { $0.critical }),
        (\.arrivals, { $0.arrival }), (\.fixes, { $0.fix }), (\.answers, { $0.answer }),
        (\.others, { $0.other }),
        (\.escalated, { $0.escalated }), (\.promises, { $0.promise }),
      ]

  /// Sorts everything that is open: 10,000 tickets in some 40 ms, most of it their clocks.
  package init(_ desk: Desk) {
    let standings = desk.tickets.map { (id: $0, standing: Standing($1, desk.policy(of: $1))) }
    for (order, instant) in Self.orders {
      self[keyPath: order] = Order(
        standings.compactMap { id, standing in instant(standing).map { (key: id, at: $0) } })
    }
    timers = Order(standings.flatMap(\.standing.timers))
    for (id, standing) in standings {
      if !standing.timers.isEmpty { timerKeys[id] = standing.timers.map(\.key) }
      carry(id, desk.tickets[id]?.hands ?? [], standing.inHand)
    }
    waiting = Set(desk.tickets.lazy.filter { $1.needsHands }.map(\.key))
    for (id, round) in desk.rounds { set(id, round) }
    duplicates = DuplicateIndex(desk)
    for (id, incident) in desk.incidents { set(id, incident) }
  }

  /// Puts one ticket where it belongs, or takes it out when it is nil.
  package mutating func set(_ id: TicketID, _ ticket: Ticket?, _ policies: Policies) {
    let standing = ticket.map { Standing($0, policies[$0.policyVersion]) }
    for (order, instant) in Self.orders { self[keyPath: order].set(id, to: standing.flatMap(instant)) }
    if ticket?.needsHands == true { waiting.insert(id) } else { waiting.remove(id) }
    sorted?.set(id, ticket)
    duplicates.set(id, ticket, policies.current)
    let clocks = standing?.timers ?? []
    let keys = clocks.map(\.key)
    for key in timerKeys[id] ?? [] where !keys.contains(key) { timers.set(key, to: nil) }
    timerKeys[id] = keys.isEmpty ? nil : keys
    for clock in clocks { timers.set(clock.key, to: clock.at) }
    carry(id, ticket?.hands ?? [], standing?.inHand)
  }

  /// Puts the points a guard has still to reach and the next planned start of the route among the timers, or takes a round out.
  package mutating func set(_ id: RoundID, _ round: Round?) {
    var planned = starts[id.route] ?? Order()
    if planned.count > 0 { timers.set(planned[0], to: nil) }
    planned.set(.start(id), to: round.flatMap { $0.isPlanned ? $0.begins : nil })
    if planned.count > 0 { timers.set(planned[0], to: planned.instant(of: planned[0])) }
    starts[id.route] = planned
    for point in pointKeys[id] ?? [] { timers.set(point, to: nil) }
    let pending = round.map { $0.isOpen ? $0.points.filter { $0.state == .pending } : [] } ?? []
    pointKeys[id] = pending.isEmpty ? nil : pending.map { .point(id, $0.id) }
    for point in pending { timers.set(.point(id, point.id), to: point.due) }
  }

  /// Takes out the planned starts of a route that are not planned any more, because it keeps another schedule.
  mutating func keep(plannedOn route: String, _ rounds: [RoundID: Round]) {
    let planned = starts[route].map { starts in (0..<starts.count).map { starts[$0] } } ?? []
    for case .start(let id) in planned where rounds[id]?.isPlanned != true { set(id, rounds[id]) }
  }

  /// Puts an incident among the timers, by when its first step is due, and then by when the next of the others is; or takes it out. A
  /// drill is not there.
  package mutating func set(_ id: IncidentID, _ incident: Incident?) {
    let due = incident.flatMap { $0.isWaiting ? $0.responseDue : $0.isDrill ? nil : $0.stepDue }
    timers.set(.incident(id), to: due)
  }

  /// How many tickets other than complaints are past due now, or past a time that was promised to their owner.
  package func lateTicketCount(at now: Date) -> Int {
    running.count(before: now) + brokenPromises(at: now) { $0.kind != .complaint }
  }

  /// How many tickets are past nothing but a time that was promised; goes through the promises that are broken.
  private func brokenPromises(at now: Date, _ isMeant: (TicketID) -> Bool) -> Int {
    (0..<promises.count(before: now)).count { isMeant(promises[$0]) && !isPastDue(promises[$0], at: now) }
  }

  /// The tickets that are late now, complaints after the others, what broke first first; those that broke nothing but a promise last.
  func lateTickets(at now: Date) -> [TicketID] {
    [running, late].flatMap { order in (0..<order.count(before: now)).map { order[$0] } }
      + (0..<promises.count(before: now)).map { promises[$0] }.filter { !isPastDue($0, at: now) }
  }

  /// How many promises are broken now, by what was promised: that somebody comes, that a vital system is seen to, that everyone is told,
  /// anything else. A ticket that broke two of them counts under both.
  func lateParts(at now: Date) -> (arrivals: Int, fixes: Int, answers: Int, others: Int) {
    (
      arrivals.count(before: now), fixes.count(before: now), answers.count(before: now),
      others.count(before: now)
    )
  }

  /// Of each part what is late longest, and since when: nil where nothing is.
  func longestLate(at now: Date) -> (arrival: Late?, fix: Late?, answer: Late?, other: Late?) {
    func first(_ order: Order<TicketID>) -> Late? {
      guard order.count(before: now) > 0 else { return nil }
      return order.instant(of: order[0]).map { (order[0], $0) }
    }
    return (first(arrivals), first(fixes), first(answers), first(others))
  }

  /// A ticket that is late, and since when.
  typealias Late = (id: TicketID, since: Date)

  /// How many tickets nobody has in hand.
  var waitingCount: Int { waiting.count }

  /// How many complaints are past due now.
  package func lateComplaintCount(at now: Date) -> Int {
    late.count(before: now) + brokenPromises(at: now) { $0.kind == .complaint }
  }

  /// Whether a ticket is past due now, or past a time that was promised to its owner.
  package func isLate(_ id: TicketID, at now: Date) -> Bool {
    isPastDue(id, at: now) || promises.instant(of: id).map { $0 < now } ?? false
  }

  private func isPastDue(_ id: TicketID, at now: Date) -> Bool {
    (running.instant(of: id) ?? late.instant(of: id)).map { $0 < now } ?? false
  }

  /// How many of all tickets have a clock, or a time that was promised to their owner, that is close and not over; a ticket that is late
  /// with one and close with another is among them.
  package func soonTicketCount(at now: Date) -> Int {
    max(0, soon.count(through: now) - next.count(before: now))
      + promised(at: now, within: Policy.onSite.soon, soon)
  }

  /// How many of all tickets are about to break something.
  package func criticalTicketCount(at now: Date) -> Int {
    max(0, critical.count(through: now) - next.count(before: now))
      + promised(at: now, within: Policy.onSite.critical, critical)
  }

  /// How many tickets have nothing but a time that was promised that is so close; goes through those.
  private func promised(at now: Date, within span: TimeInterval, _ order: Order<TicketID>) -> Int {
    (promises.count(before: now)..<promises.count(through: now + span)).count { index in
      let id = promises[index]
      let isOver = next.instant(of: id).map { $0 < now } ?? true
      return isOver || order.instant(of: id).map { $0 > now } ?? true
    }
  }

  /// How many open tickets somebody has in hand.
  func count(inHandOf name: String) -> Int { hands[name]?.count ?? 0 }

  /// The first few tickets somebody has in hand, what breaks first first.
  package func inHand(_ name: String, _ limit: Int) -> [TicketID] {
    hands[name].map { order in (0..<min(limit, order.count)).map { order[$0] } } ?? []
  }

  /// How many tickets have a clock that runs.
  package var runningCount: Int { running.count + late.count }

  /// The tickets that want looking after first: those passed up and acknowledged by nobody, the longest unheard first, then by
  /// governing clock. Held ones and those that owe nothing are left out; the work grows with `limit` alone.
  package func urgent(_ limit: Int) -> [TicketID] {
    var ids = (0..<min(limit, escalated.count)).map { escalated[$0] }
    var (ticket, complaint) = (0, 0)
    while ids.count < limit, ticket < running.count || complaint < late.count {
      let one = ticket < running.count ? running.instant(of: running[ticket]) : nil
      let other = complaint < late.count ? late.instant(of: late[complaint]) : nil
      let isTicket = other.map { (one ?? .distantFuture) <= $0 } ?? true
      let id = isTicket ? running[ticket] : late[complaint]
      if isTicket { ticket += 1 } else { complaint += 1 }
      if escalated.instant(of: id) == nil { ids.append(id) }
    }
    return ids
  }

  /// How many tickets break a clock, or a time that was promised, in a span, both ends included, and the first few of them.
  package func falling(from: Date, through: Date, first limit: Int) -> (count: Int, first: [TicketID]) {
    let range = next.count(before: from)..<next.count(through: through)
    let promised = (promises.count(before: from)..<promises.count(through: through)).map { promises[$0] }
      .filter { id in next.instant(of: id).map { !(from...through).contains($0) } ?? true }
    let first = range.prefix(limit).map { next[$0] } + promised.prefix(limit)
    return (
      range.count + promised.count,
      Array(first.sorted { at($0, from: from) < at($1, from: from) }.prefix(limit))
    )
  }

  /// What a ticket breaks first from an instant on.
  private func at(_ id: TicketID, from: Date) -> Date {
    [next.instant(of: id), promises.instant(of: id)].compactMap { $0 }.filter { $0 >= from }.min()
      ?? .distantFuture
  }

  private mutating func carry(_ id: TicketID, _ names: [String], _ at: Date?) {
    for old in holders[id] ?? [] where !names.contains(old) {
      hands[old]?.set(id, to: nil)
      if hands[old]?.count == 0 { hands[old] = nil }
    }
    for name in names { hands[name, default: Order()].set(id, to: at) }
    holders[id] = names.isEmpty ? nil : names
  }
}
