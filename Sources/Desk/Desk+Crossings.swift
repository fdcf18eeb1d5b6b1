package import Foundation

extension Desk {
  /// When the next clock or window is passed; nil when nothing runs.
  package var nextCrossing: Date? {
    [
      ticketAgenda.next, rounds.values.compactMap(\.nextCrossing).min(),
      incidents.values.compactMap(\.nextCrossing).min(), ledger.next, nextPlanning,
    ].compactMap { $0 }.min()
  }

  /// Every crossing due by `now` and not recorded yet, each at its true instant, oldest first. Of tickets only those are looked at that have
  /// something due.
  package func crossings(upTo now: Date) -> [Fact] {
    var facts: [Fact] = []
    for id in ticketAgenda.due(by: now) {
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
}
