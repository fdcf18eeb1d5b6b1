package import Foundation

extension Desk {
  /// When the next clock or window is passed; nil when nothing runs.
  package var nextCrossing: Date? {
    [
      nextTicketCrossing, rounds.values.compactMap(\.nextCrossing).min(),
      incidents.values.compactMap(\.nextCrossing).min(), ledger.next, nextPlanning,
    ].compactMap { $0 }.min()
  }

  /// Every crossing due by `now` and not recorded yet, each at its true instant, oldest first. Of tickets only those are looked at that have
  /// something due.
  package func crossings(upTo now: Date) -> [Fact] {
    var facts: [Fact] = []
    for id in ticketsDue(by: now) {
      guard let ticket = tickets[id] else { continue }
      facts += ticket.crossings(upTo: now, policy(of: ticket))
    }
    for round in rounds.values.sorted(by: { $0.id.description < $1.id.description }) {
      facts += round.crossings(upTo: now)
    }
    facts += ledger.crossings(upTo: now, in: zone)
    facts += planning(upTo: now)
    for incident in openIncidents { facts += incident.crossings(upTo: now) }
    return facts.oldestFirst
  }

  /// What is due by an instant and not recorded yet, and the desk once it is.
  func passed(by instant: Date) -> (facts: [Fact], desk: Desk) {
    var (facts, desk): ([Fact], Desk) = ([], self)
    for fact in crossings(upTo: instant) { desk.take(fact, &facts) }
    return (facts, desk)
  }

  /// Notes a fact and takes it in, so that what is decided next knows of it.
  mutating func take(_ fact: Fact, _ facts: inout [Fact]) {
    facts.append(fact)
    evolve(fact.event, at: fact.occurredAt, version: version(of: fact.event.stream) + 1)
  }
}
