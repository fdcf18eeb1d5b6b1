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
  /// The rounds of the period by their route.
  package private(set) var patrol: [String: PatrolFigures] = [:]
  /// How the office answered sudden trouble declared in the period (S009), and how long that took.
  package private(set) var incidents = ClockTally()
  package private(set) var incidentResponses = Samples()
  /// Work that was completed in the period, whenever it was reported, and was not open again at the instant of the report.
  package private(set) var finished = 0
  /// How many tickets were reported in each hour of the day, from midnight.
  package private(set) var hours = [Int](repeating: 0, count: 24)
  /// What was promised and not kept, and what came back, by category (S089).
  package private(set) var failures: [String: FailureTally] = [:]
  /// What owners thought of the work, by category (S088).
  package private(set) var ratings: [String: Ratings] = [:]
  /// The shifts each person was on (S082).
  package private(set) var roster: [String: [ShiftName: Int]] = [:]
  /// The oldest equipment at each hot spot.
  package private(set) var oldest: [HotSpot: OldEquipment] = [:]
  private var named: [HotSpot: Set<String>] = [:]

  /// Begins empty, for tickets of a period as they were known at an instant.
  package init(_ period: FigurePeriod, asOf instant: Date, by group: FigureGroup? = nil) {
    (self.period, asOf, self.group) = (period, instant, group)
  }

  /// Counts one ticket: in everything when it was reported in the period, as a fault when it was open in it.
  package mutating func add(_ life: TicketLife, system: CategorySystem?) {
    let ticket = life.ticket
    if !life.isLeftOut {
      countFault(life, system)
      if let at = life.doneAt, period.range.contains(at) { finished += 1 }
    }
    guard period.range.contains(ticket.reportedAt) else { return }
    hours[hour(of: ticket.reportedAt)] += 1
    total.add(life, asOf: asOf)
    if let group { groups[name(of: ticket, group, system), default: Tally()].add(life, asOf: asOf) }
    if let person = ticket.work.assignee { people[person, default: Tally()].add(life, asOf: asOf) }
    var own = Tally()
    own.add(life, asOf: asOf)
    if !life.isLeftOut || own.promises.sample > 0 {
      failures[ticket.work.category, default: FailureTally()].add(own)
    }
    guard !life.isLeftOut else { return }
    themes[ticket.work.category, default: 0] += ticket.kind == .complaint ? 0 : 1
    if ticket.kind == .complaint { causes[ticket.work.category, default: 0] += 1 }
    for cycle in life.cycles {
      if let rating = cycle.work.papers.rating {
        ratings[ticket.work.category, default: Ratings()].add(rating)
      }
    }
    guard ticket.kind == .repair else { return }
    let spot = HotSpot(
      area: ticket.place.block ?? ticket.place.text, system: system?.rawValue ?? ticket.work.category)
    hotSpots[spot, default: 0] += 1
    if let asset = ticket.asset { named[spot, default: []].insert(asset) }
  }

  /// Counts one round that was planned for the period, or begun in it.
  package mutating func add(_ round: Round) {
    guard period.range.contains(round.begins) else { return }
    patrol[round.id.route, default: PatrolFigures()].count(round, asOf: asOf)
  }

  /// Counts one incident as it was known at the instant of the report; a drill promises nobody anything.
  package mutating func add(_ incident: Incident) {
    guard period.range.contains(incident.declaredAt), incident.declaredAt <= asOf, !incident.isDrill
    else { return }
    incidents.count(incident, at: asOf)
    if let answered = incident.respondedAt {
      incidentResponses.add(answered.timeIntervalSince(incident.declaredAt))
    }
  }

  /// Counts who was on one shift: those it began with, and those who came later.
  package mutating func add(_ shift: ShiftID, _ events: [RecordedEvent]) {
    guard (period.first.number...period.last.number).contains(shift.day) else { return }
    var people: Set<String> = []
    for recorded in events where recorded.occurredAt <= asOf {
      switch recorded.event {
      case .shift(_, .started(let staff)), .shift(_, .staffed(let staff)): people.formUnion(staff)
      default: break
      }
    }
    for person in people { roster[person, default: [:]][shift.name, default: 0] += 1 }
  }

  /// Looks up how old the equipment at the hot spots is (S110): what the tickets named, and what of the kind stands in the building.
  package mutating func date(_ assets: some Sequence<AssetState>) {
    let day = CivilDate(min(asOf, period.range.upperBound), in: period.zone)
    for state in assets where state.retiredAt == nil {
      let forecast = AssetForecast(state, on: day, in: period.zone)
      guard let age = forecast.age else { continue }
      let asset = state.asset
      for spot in hotSpots.keys {
        let isThere =
          (asset.place.block ?? asset.place.text) == spot.area && asset.kind.system == spot.system
        guard isThere || named[spot]?.contains(asset.id) == true, age > oldest[spot]?.age ?? -1 else {
          continue
        }
        oldest[spot] = OldEquipment(id: asset.id, name: asset.name, age: age, isAged: forecast.isAged)
      }
    }
  }

  private func hour(of instant: Date) -> Int { instant.secondOfDay(in: period.zone) / 3600 }

  /// The places with more than one repair of a kind, the worst first, at most ten.
  package func worst() -> [(spot: HotSpot, count: Int)] {
    hotSpots.filter { $0.value > 1 }.map { (spot: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.spot.area, $0.spot.system) < ($0.count, $1.spot.area, $1.spot.system) }
      .prefix(10).map { $0 }
  }

  /// The part of the period that is over by the instant of the report.
  package var elapsed: Range<Date> {
    period.range.lowerBound..<max(period.range.lowerBound, min(period.range.upperBound, asOf))
  }

  private mutating func countFault(_ life: TicketLife, _ system: CategorySystem?) {
    let isFire = life.ticket.work.category == "fire"
    guard life.ticket.kind == .repair, isFire || system == .lighting else { return }
    for cycle in life.cycles {
      let start = cycle.work.cycleStartedAt
      let end = cycle.work.completedAt ?? cycle.work.closedAt ?? .distantFuture
      let span = (start..<max(start, end)).clamped(to: elapsed)
      if isFire { fireFaults.add(span) } else { lightFaults.add(span) }
    }
  }

  private func name(of ticket: Ticket, _ group: FigureGroup, _ system: CategorySystem?) -> String {
    switch group {
    case .category: ticket.work.category
    case .person: ticket.work.assignee ?? ""
    case .building: ticket.place.block ?? ticket.place.text
    case .system: system?.rawValue ?? ticket.work.category
    case .channel: ticket.channel.rawValue
    }
  }
}

/// A piece of equipment that stands out by its age.
package struct OldEquipment: Equatable, Sendable {
  package var id: String
  package var name: String
  /// In whole years.
  package var age: Int
  /// Whether it is older than it was meant to become (S060).
  package var isAged: Bool
}

/// What went wrong with tickets of one category.
package struct FailureTally: Equatable, Sendable {
  /// Promises that were not kept, answered late or not at all yet.
  package private(set) var missed = 0
  package private(set) var reopened = 0

  mutating func add(_ tally: Tally) {
    missed += tally.promises.missed + tally.promises.late
    reopened += tally.reopened
  }
}

extension AssetKind {
  /// What tickets about it are counted under at hot spots: a system of the policy, else a category.
  fileprivate var system: String {
    switch self {
    case .light: CategorySystem.lighting.rawValue
    case .drain: "drainage"
    case .lowVoltage: "intercom"
    case .water, .power, .fire, .lift, .lightning, .other: rawValue
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
