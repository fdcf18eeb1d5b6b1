package import Foundation

/// What a report sets apart.
package enum FigureGroup: String, CaseIterable, Sendable {
  case category, person, building, system, channel
}

/// Where and of what there was trouble.
package struct HotSpot: Hashable, Sendable {
  /// A building, or the name of a public area.
  package var area: String
  /// The system of the policy, or the category where it has none.
  package var system: String
}

/// The figures of one period as they were known at one instant; takes tickets one by one and keeps none.
package struct FigureBook: Equatable, Sendable {
  package let period: FigurePeriod
  package let asOf: Date
  package let group: FigureGroup?
  package private(set) var total = Tally()
  package private(set) var groups: [String: Tally] = [:]
  package private(set) var people: [String: Tally] = [:]
  package private(set) var hotSpots: [HotSpot: Int] = [:]
  /// What repairs and wishes were about (S114), and what complaints were (S038).
  package private(set) var themes: [String: Int] = [:]
  package private(set) var causes: [String: Int] = [:]
  package private(set) var fireFaults = Outage()
  package private(set) var lightFaults = Outage()
  package var patrol = PatrolTally()

  /// Begins empty, for tickets of a period as they were known at an instant.
  package init(_ period: FigurePeriod, asOf instant: Date, by group: FigureGroup? = nil) {
    (self.period, asOf, self.group) = (period, instant, group)
  }

  /// Counts one ticket: in everything when it was reported in the period, as a fault when it was open in it.
  package mutating func add(_ life: TicketLife, system: CategorySystem?) {
    let ticket = life.ticket
    if !life.isLeftOut { countFault(life, system) }
    guard period.range.contains(ticket.reportedAt) else { return }
    total.add(life, asOf: asOf)
    if let group { groups[name(of: ticket, group, system), default: Tally()].add(life, asOf: asOf) }
    if let person = ticket.work.assignee { people[person, default: Tally()].add(life, asOf: asOf) }
    guard !life.isLeftOut else { return }
    themes[ticket.work.category, default: 0] += ticket.kind == .complaint ? 0 : 1
    if ticket.kind == .complaint { causes[ticket.work.category, default: 0] += 1 }
    guard ticket.kind == .repair else { return }
    let area = ticket.place.building ?? ticket.place.text
    hotSpots[HotSpot(area: area, system: system?.rawValue ?? ticket.work.category), default: 0] += 1
  }

  /// The places with more than one repair of a kind, the worst first.
  package func worst(_ limit: Int = 10) -> [(spot: HotSpot, count: Int)] {
    hotSpots.filter { $0.value > 1 }.map { (spot: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.spot.area, $0.spot.system) < ($0.count, $1.spot.area, $1.spot.system) }
      .prefix(limit).map { $0 }
  }

  /// The part of the period that is over by the instant of the report.
  package var elapsed: Range<Date> {
    period.range.lowerBound..<max(period.range.lowerBound, min(period.range.upperBound, asOf))
  }

  private mutating func countFault(_ life: TicketLife, _ system: CategorySystem?) {
    let isFire = life.ticket.work.category == "fire"
    guard life.ticket.kind == .repair, isFire || system == .lighting else { return }
    for cycle in life.cycles {
      let end = cycle.work.completedAt ?? cycle.work.closedAt ?? .distantFuture
      let span =
        max(
          cycle.work.cycleStartedAt, elapsed.lowerBound)..<max(
          max(cycle.work.cycleStartedAt, elapsed.lowerBound), min(end, elapsed.upperBound))
      if isFire { fireFaults.add(span) } else { lightFaults.add(span) }
    }
  }

  private func name(of ticket: Ticket, _ group: FigureGroup, _ system: CategorySystem?) -> String {
    switch group {
    case .category: ticket.work.category
    case .person: ticket.work.assignee ?? ""
    case .building: ticket.place.building ?? ticket.place.text
    case .system: system?.rawValue ?? ""
    case .channel: ticket.channel.rawValue
    }
  }
}

/// When something did not work.
package struct Outage: Equatable, Sendable {
  private var spans: [Range<Date>] = []

  package var count: Int { spans.count }

  mutating func add(_ span: Range<Date>) { if !span.isEmpty { spans.append(span) } }

  /// Seconds in which at least one fault was open: two at once count once.
  package var seconds: TimeInterval {
    var (total, end) = (0.0, Date.distantPast)
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.upperBound > end {
      total += span.upperBound.timeIntervalSince(max(end, span.lowerBound))
      end = span.upperBound
    }
    return total
  }

  /// The share of a span in which all worked, in hundredths of a percent rounded down; nil for an empty one.
  package func availability(in span: Range<Date>) -> Int? {
    let all = span.upperBound.timeIntervalSince(span.lowerBound)
    return all > 0 ? Int(((all - seconds) * 10_000 / all).rounded(.down)) : nil
  }
}

/// Rounds and points that were begun, and what came of them (S052).
package struct PatrolTally: Equatable, Sendable {
  package var rounds = 0
  package var completed = 0
  package var points = 0
  package var reached = 0

  package init() {}

  /// Takes in one event of a round.
  package mutating func count(_ event: RoundEvent) {
    switch event {
    case .started(let route, _): (rounds, points) = (rounds + 1, points + route.points.count)
    case .checkedIn: reached += 1
    case .completed: completed += 1
    default: break
    }
  }
}

/// One person's place among the others.
package struct StarRow: Equatable, Sendable {
  package var name: String
  package var score: Int
  package var tally: Tally
}

extension FigureBook {
  /// The people in the order of the quarter's star (S080), best first. The score is *design*: the share of promises kept in tenths of a
  /// percent, less 20 for each ticket that came back; nobody with fewer than five completed tickets is ranked.
  package var stars: [StarRow] {
    people.compactMap { name, tally in
      guard tally.completed >= 5, let kept = tally.promises.permille else { return nil }
      return StarRow(name: name, score: kept - 20 * tally.reopened, tally: tally)
    }.sorted { ($1.score, $1.tally.completed, $0.name) < ($0.score, $0.tally.completed, $1.name) }
  }
}
