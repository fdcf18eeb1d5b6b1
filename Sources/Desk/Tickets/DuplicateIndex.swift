package import Foundation

/// The open tickets by place, by building and system, and what runs down by floor: what may be the same trouble is found without looking
/// at every ticket.
package struct DuplicateIndex: Equatable, Sendable {
  private struct Keys: Equatable {
    var place: Place
    /// Of tickets whose building and system are known.
    var system: String?
    /// Of what runs down from one flat to the next.
    var floor: Floor?
  }

  /// A flat among those above and below it.
  private struct Floor: Hashable {
    var stack: String
    var number: Int
  }

  /// What is seen a floor below where it comes from, or above it (*design*).
  private static let running: Set<String> = ["leak", "drainage"]

  private var places: [Place: Set<TicketID>] = [:]
  private var systems: [String: Set<TicketID>] = [:]
  private var floors: [Floor: Set<TicketID>] = [:]
  private var keys: [TicketID: Keys] = [:]

  package init() {}

  /// Takes in everything that is open.
  package init(_ desk: Desk) {
    keys.reserveCapacity(desk.tickets.count)
    for (id, ticket) in desk.tickets { set(id, ticket, desk.policy) }
  }

  /// Puts a ticket where it belongs, or takes it out when it is nil.
  package mutating func set(_ id: TicketID, _ ticket: Ticket?, _ policy: Policy) {
    let next = ticket.map { ticket in
      Keys(
        place: ticket.place,
        system: DuplicateIndex.system(ticket.kind, ticket.place, policy.system(of: ticket.work.category)),
        floor: DuplicateIndex.floor(ticket.kind, ticket.place, ticket.work.category))
    }
    let old = keys[id]
    guard old != next else { return }
    if let old {
      DuplicateIndex.take(id, from: &places, old.place)
      if let system = old.system { DuplicateIndex.take(id, from: &systems, system) }
      if let floor = old.floor { DuplicateIndex.take(id, from: &floors, floor) }
    }
    keys[id] = next
    guard let next else { return }
    places[next.place, default: []].insert(id)
    if let system = next.system { systems[system, default: []].insert(id) }
    if let floor = next.floor { floors[floor, default: []].insert(id) }
  }

  private static func take<Key>(_ id: TicketID, from index: inout [Key: Set<TicketID>], _ key: Key) {
    index[key]?.remove(id)
    if index[key]?.isEmpty == true { index[key] = nil }
  }

  /// How many tickets are open at a place.
  package func count(at place: Place) -> Int { places[place]?.count ?? 0 }

  /// What a report may be a duplicate of: the ticket that the caller named, if it is open; then whatever is open at its place, then tickets
  /// of its kind about the same system of the same building, or that run down to it or from it, that are no older than the window; each
  /// newest first.
  package func candidates(
    for report: NewTicket, about named: TicketID? = nil, _ desk: Desk, at instant: Date
  ) -> [TicketID] {
    let found = candidates(
      for: report, desk, since: instant.addingTimeInterval(-desk.policy.limits.duplicates))
    guard let named, desk.tickets[named] != nil else { return found }
    return [named] + found.filter { $0 != named }
  }

  private func candidates(for report: NewTicket, _ desk: Desk, since: Date) -> [TicketID] {
    let here = (report.place.text.isEmpty ? [] : places[report.place] ?? []).sorted(
      by: DuplicateIndex.newestFirst(desk))
    let near = neighbours(report, desk.policy).filter { id in
      guard let ticket = desk.tickets[id] else { return false }
      return ticket.reportedAt >= since && ticket.place != report.place
    }
    return here + near.sorted(by: DuplicateIndex.newestFirst(desk))
  }

  /// Those about the same system, and those a floor above and below.
  private func neighbours(_ report: NewTicket, _ policy: Policy) -> Set<TicketID> {
    let system = DuplicateIndex.system(report.kind, report.place, policy.system(of: report.category))
    var found = system.flatMap { systems[$0] } ?? []
    if let floor = DuplicateIndex.floor(report.kind, report.place, report.category) {
      for number in [floor.number - 1, floor.number + 1] {
        found.formUnion(floors[Floor(stack: floor.stack, number: number)] ?? [])
      }
    }
    return found
  }

  private static func newestFirst(_ desk: Desk) -> (TicketID, TicketID) -> Bool {
    { one, other in
      let (first, second) = (desk.tickets[one]?.reportedAt, desk.tickets[other]?.reportedAt)
      return first == second ? one > other : (first ?? .distantPast) > (second ?? .distantPast)
    }
  }

  private static func system(_ kind: TicketKind, _ place: Place, _ system: CategorySystem?) -> String? {
    guard let system, let building = place.block else { return nil }
    return "\(kind.letter) \(building) \(system.rawValue)"
  }

  private static func floor(_ kind: TicketKind, _ place: Place, _ category: String) -> Floor? {
    guard running.contains(category), let stack = place.stack else { return nil }
    return Floor(stack: "\(kind.letter) \(stack.name)", number: stack.floor)
  }
}
