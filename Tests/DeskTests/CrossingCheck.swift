import Desk
import Foundation
import Testing

/// What must hold of every crossing that a walk comes to.
struct CrossingCheck {
  /// When the clocks had started whose breach was recorded, by ticket, clock and cycle.
  private var broken: [String: Set<Date>] = [:]

  /// Looks at what a command led to, against the tickets as they stood before it: crossings come before all else.
  mutating func check(_ when: When, _ place: Comment) throws {
    for fact in when.facts where fact.event.isCrossing {
      guard case .ticket(let id, let event) = fact.event else { continue }
      let ticket = try #require(when.given.archive[id], place)
      #expect(fact.occurredAt >= ticket.work.cycleStartedAt, "\(fact) before the cycle, \(place)")
      switch event {
      case .warned(let clock, _, _): try check(fact, of: clock, ticket, when.given.desk, place)
      case .breached(let clock, let cycle, let since):
        try check(fact, of: clock, ticket, when.given.desk, place)
        let start = try #require(since, place)
        let isNew = broken["\(id) \(clock) \(cycle)", default: []].insert(start).inserted
        #expect(isNew, "\(fact) again and nobody new is owed it, \(place)")
      case .escalated(let escalation): try check(escalation, fact, ticket, when.given.desk, place)
      default: break
      }
    }
  }

  /// No threshold lies before its clock's start, or in a wait that stops the clock.
  private func check(
    _ fact: Fact, of id: ClockID, _ ticket: Ticket, _ desk: Desk, _ place: Comment
  ) throws {
    var clocks = ticket.everyClock(desk.policy(of: ticket)).filter { $0.id == id }
    if case .ticket(_, .breached(.promise, _, let since)) = fact.event {
      clocks.removeAll { $0.startedAt != since }
    }
    let clock = try #require(clocks.first, place)
    #expect(fact.occurredAt >= clock.startedAt, "\(fact) before its clock, \(place)")
    let waits = id == .lighting ? ticket.work.holds.filter { $0.reason == .parts } : []
    for wait in waits {
      let isInside = wait.from < fact.occurredAt && fact.occurredAt < wait.to ?? .distantFuture
      #expect(!isInside || clock.due < wait.from, "\(fact) in a wait, \(place)")
    }
  }

  /// No rung is climbed for a time before the last that started it anew.
  private func check(
    _ escalation: Escalation, _ fact: Fact, _ ticket: Ticket, _ desk: Desk, _ place: Comment
  ) throws {
    #expect(fact.occurredAt >= escalation.since, place)
    let work = ticket.work
    let starts: [Date?]
    if let id = escalation.clock {
      // Of the times promised to the owner the last that was missed by then.
      let clocks = ticket.everyClock(desk.policy(of: ticket)).filter {
        $0.id == id && (id != .promise || $0.due == escalation.since)
      }
      starts = [clocks.first?.startedAt]
    } else {
      #expect(
        work.acceptedAt == nil && work.begunAt == nil && ticket.stage != .completed && !ticket.isEnded, place)
      starts = [work.urgentSince, work.offeredAt, work.holds.last.map { $0.to ?? $0.from }]
    }
    for start in [work.cycleStartedAt] + starts.compactMap(\.self) {
      #expect(escalation.since >= start, "\(fact) counted from before \(start), \(place)")
    }
  }
}
