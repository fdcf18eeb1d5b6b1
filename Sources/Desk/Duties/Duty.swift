/// Something the office does again and again, with proof (周期义务).
package struct Duty: Hashable, Codable, Sendable {
  /// The short key people type, such as `fire-monthly`; unique in the ledger.
  package var id: String
  package var name: PlanLine
  package var period: DutyPeriod
  /// The least figure that discharges it, in percent; nil where words are proof enough.
  package var least: Int?
  /// Numbers of the service standard, or `design`.
  package var source: String

  package init(id: String, name: PlanLine, period: DutyPeriod, least: Int? = nil, source: String) {
    self.id = id
    self.name = name
    self.period = period
    self.least = least
    self.source = source
  }

  /// Itself with every word as one plain line.
  var plain: Duty {
    Duty(id: id.plainKey, name: name.plain, period: period, least: least, source: source.plainLine)
  }
}

/// How often a duty comes: once in every span of the calendar, due when the span ends.
package enum DutyPeriod: String, CaseIterable, Codable, Sendable {
  case week, month, quarter
  /// Four months: three times a year.
  case third
  case half, year

  /// The number of the span a day lies in, counted on without a gap.
  package func index(of day: CivilDate) -> Int {
    switch self {
    case .week: (day.daysSince1970 - (day.weekday - 1) + 3) / 7
    case .month: day.year * 12 + day.month - 1
    case .quarter: day.year * 4 + (day.month - 1) / 3
    case .third: day.year * 3 + (day.month - 1) / 4
    case .half: day.year * 2 + (day.month - 1) / 6
    case .year: day.year
    }
  }

  /// The first day of a span.
  package func start(_ index: Int) -> CivilDate {
    guard let parts = spansAYear else { return CivilDate(daysSince1970: index * 7 - 3) }
    let (year, part) = (index / parts, index % parts)
    return CivilDate(year: year, month: part * (12 / parts) + 1, day: 1)
  }

  /// How a span is written: `2026-11`, `2026-Q4`, `2026-H2`, `2026-T3`, `2026`, or the Monday of a week, `2026-11-23`.
  package func name(_ index: Int) -> String {
    let start = start(index)
    guard let parts = spansAYear else { return start.description }
    let part = index % parts + 1
    switch self {
    case .month: return "\(start.year)-\(part.digits(2))"
    case .quarter: return "\(start.year)-Q\(part)"
    case .third: return "\(start.year)-T\(part)"
    case .half: return "\(start.year)-H\(part)"
    case .week, .year: return "\(start.year)"
    }
  }

  /// The span of a name; nil for anything else.
  package func index(named text: String) -> Int? {
    if self == .week { return CivilDate(text).map(index(of:)) }
    guard let year = Int(text.prefix(4)), (1970...9999).contains(year) else { return nil }
    let near = index(of: CivilDate(year: year, month: 1, day: 1))
    return (near..<near + (spansAYear ?? 1)).first { name($0) == text }
  }

  private var spansAYear: Int? {
    switch self {
    case .week: nil
    case .month: 12
    case .quarter: 4
    case .third: 3
    case .half: 2
    case .year: 1
    }
  }
}
