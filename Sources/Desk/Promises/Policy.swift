package import Foundation

/// What the office promised, when it is open, and how its work is sorted.
package struct Policy: Equatable, Sendable {
  package var name: String
  package var clocks: [ClockRule] { didSet { index = PolicyIndex(clocks, categories, terms) } }
  package var categories: [Category] { didSet { index = PolicyIndex(clocks, categories, terms) } }
  private var settled: Settled
  private var index: PolicyIndex

  package init(
    name: String, clocks: [ClockRule], categories: [Category], hours: [CalendarID: OfficeHours],
    terms: OfficeTerms = .standard
  ) {
    self.name = name
    self.clocks = clocks
    self.categories = categories
    settled = .kept(WorkCalendars(hours, zone: .gmt, years: .china), terms)
    index = PolicyIndex(clocks, categories, terms)
  }

  /// Takes up the zone and the announced holidays that its calendars are read with.
  package mutating func settle(in zone: TimeZone, _ years: HolidayYears) {
    guard zone != calendars.zone || years != calendars.years else { return }
    settled = .kept(WorkCalendars(hours, zone: zone, years: years), terms)
  }

  /// By calendar; round the clock needs none.
  package var hours: [CalendarID: OfficeHours] { calendars.hours }

  /// Those hours in the desk's zone with the holidays known there: the desk sets both.
  package var calendars: WorkCalendars {
    switch settled {
    case .kept(let calendars, _): calendars
    }
  }

  /// Everything it settles besides hours, clocks and categories.
  package var terms: OfficeTerms {
    get {
      switch settled {
      case .kept(_, let terms): terms
      }
    }
    set {
      settled = .kept(calendars, newValue)
      index = PolicyIndex(clocks, categories, newValue)
    }
  }

  /// The limits of the desk's rules.
  package var limits: RuleLimits { terms.limits }

  /// The system a category belongs to; nil for one that no system clock covers.
  package func system(of category: String) -> CategorySystem? { index.systems[category] }

  /// How urgent a report is: as somebody said, else as the posted list has its category (S027).
  package func urgency(said: Urgency?, of category: String, _ kind: TicketKind) -> Urgency {
    if let said { return said }
    let isListed = kind == .repair && categories.contains { $0.id == category && $0.isUrgent }
    return isListed ? .urgent : .ordinary
  }

  /// The rules that cover a kind of ticket, in the order of `clocks`.
  func rules(for kind: TicketKind) -> [ClockRule] { index.rules[kind] ?? [] }

  /// The rungs of the ladder that a missed clock climbs, and those of a ticket nobody took on.
  var breachRungs: [EscalationRung] { index.breached }
  var unacceptedRungs: [EscalationRung] { index.unaccepted }
}

/// Calendars and terms behind one reference: a policy is copied wherever clocks are asked for, and copying a dozen made the clocks of a
/// ticket cost 0.13 µs more, a quarter of the whole.
private indirect enum Settled: Equatable, Sendable {
  case kept(WorkCalendars, OfficeTerms)
}

/// The same by what is asked for: every event asks, and searching the lists took two thirds of its time.
private struct PolicyIndex: Equatable, Sendable {
  var systems: [String: CategorySystem] = [:]
  var rules: [TicketKind: [ClockRule]] = [:]
  let breached: [EscalationRung]
  let unaccepted: [EscalationRung]

  init(_ clocks: [ClockRule], _ categories: [Category], _ terms: OfficeTerms) {
    breached = terms.escalation.rungs(.breached)
    unaccepted = terms.escalation.rungs(.unaccepted)
    for category in categories.reversed() { systems[category.id] = category.system }
    for kind in TicketKind.allCases { rules[kind] = clocks.filter { $0.kinds.contains(kind) } }
  }
}

/// The systems with a repair clock of their own.
package enum CategorySystem: String, CaseIterable, Codable, Sendable {
  case lift, power, water, lighting
}

/// A kind of trouble the desk knows.
package struct Category: Equatable, Sendable {
  package var id: String
  package var system: CategorySystem?
  /// Which kinds of ticket offer it.
  package var kinds: Set<TicketKind>
  /// Whether the posted list names it as urgent (S027; the list is *design*).
  package var isUrgent: Bool
  /// The S-number, or `design`.
  package var source: String

  package init(
    id: String, system: CategorySystem?, kinds: Set<TicketKind>, isUrgent: Bool, source: String
  ) {
    self.id = id
    self.system = system
    self.kinds = kinds
    self.isUrgent = isUrgent
    self.source = source
  }
}
