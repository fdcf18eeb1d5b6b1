import Foundation

extension Policy {
  /// The promises of the service standard.
  package static let standard = Policy(name: "standard", clocks: clocks, categories: categories, hours: hours)

  private static let everyDay = Array(repeating: DayHours([8 * 3600..<20 * 3600]), count: 7)
  private static let weekdays = Array(
    repeating: DayHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]), count: 5)

  /// Reception keeps twelve hours a day all week (S008; which twelve is *design*); the hours of working days are *design*.
  private static let hours: [CalendarID: OfficeHours] = [
    .desk: OfficeHours(week: everyDay, keepsHolidays: false, source: "S008"),
    .work: OfficeHours(week: weekdays + [.closed, .closed], keepsHolidays: true, source: "design"),
  ]

  private static let hour: TimeInterval = 3600
  private static let minute: TimeInterval = 60

  /// The promise of an answer; what another system promised is warned of as this is.
  static let feedback = ClockRule(
    id: .feedback, kinds: [.repair, .enquiry, .help, .suggestion], target: .time(4 * hour),
    stop: .feedback,
    warns: [3600, 900], soon: 60 * minute, critical: 15 * minute, ignored: 30 * minute,
    source: "S001")

  /// The promise of the half hour; what has no clock of the policy is shown by its limits.
  package static let onSite = ClockRule(
    id: .onSite, kinds: [.repair], onlyUrgent: true, target: .time(30 * minute), start: .urgent,
    stop: .arrival,
    warns: [900, 300], soon: 12 * minute, critical: 5 * minute, ignored: 10 * minute, source: "S002"
  )

  private static let clocks: [ClockRule] = [
    feedback, onSite,
    onSite.with {
      ($0.id, $0.onlyUrgent, $0.systems) = (.vital, false, [.lift, .power, .water])
      ($0.start, $0.stop, $0.hold, $0.source) = (.reported, .completion, .partsAnswer, "S012 S013")
    },
    lighting(.ordinary, hours: 8, warns: [7200, 1800], source: "S010"),
    lighting(.complex, hours: 48, warns: [28800, 7200], source: "S011"),
    ClockRule(
      id: .complaintOnSite, kinds: [.complaint], target: .time(hour), stop: .arrival, warns: [1200, 600],
      soon: 20 * minute, critical: 10 * minute, ignored: 10 * minute, source: "S028"),
    feedback.with { ($0.id, $0.kinds, $0.source) = (.complaintFeedback, [.complaint], "S029") },
    ClockRule(
      id: .complaintResolve, kinds: [.complaint], grade: .ordinary, target: .time(8 * hour),
      stop: .completion,
      warns: [7200, 1800], soon: 2 * hour, critical: 30 * minute, ignored: 30 * minute, source: "S030"),
    ClockRule(
      id: .complaintResolve, kinds: [.complaint], grade: .serious, target: .workingDays(5), calendar: .work,
      stop: .completion,
      warns: [86400, 7200], soon: 24 * hour, critical: 2 * hour, ignored: 30 * minute, source: "S031"),
  ]

  private static func lighting(
    _ complexity: Complexity, hours: Double, warns: [Int], source: String
  ) -> ClockRule {
    ClockRule(
      id: .lighting, kinds: [.repair], systems: [.lighting], complexity: complexity,
      target: .time(hours * hour),
      stop: .completion, hold: .parts, warns: warns, soon: TimeInterval(warns[0]),
      critical: TimeInterval(warns[1]), ignored: 30 * minute, source: source)
  }

  /// The categories are *design*; which of them the posted list calls urgent (S027) is too.
  private static let categories: [Category] = [
    repair("lift", .lift, urgent: true), repair("power", .power, urgent: true),
    repair("water", .water, urgent: true), repair("lighting", .lighting),
    repair("plumbing"), repair("leak", urgent: true), repair("electrical"), repair("drainage"),
    repair("gas", urgent: true), repair("doors"), repair("intercom"), repair("fire", urgent: true),
    repair("structure"), repair("greenery"),
    other("noise", [.complaint, .help]), other("parking", [.complaint, .enquiry]),
    other("cleaning", [.complaint, .suggestion, .repair]), other("security", [.complaint, .help]),
    other("attitude", [.complaint]), other("neighbours", [.complaint, .help]),
    other("fees", [.enquiry, .complaint]), other("procedure", [.enquiry]),
    other("other", Set(TicketKind.allCases)),
  ]

  private static func repair(_ id: String, _ system: CategorySystem? = nil, urgent: Bool = false) -> Category
  {
    Category(
      id: id, system: system, kinds: [.repair], isUrgent: urgent, source: urgent ? "S027 design" : "design")
  }

  private static func other(_ id: String, _ kinds: Set<TicketKind>) -> Category {
    Category(id: id, system: nil, kinds: kinds, isUrgent: false, source: "design")
  }
}
