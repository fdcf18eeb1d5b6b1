/// What one year's announcement says: the days off, and the weekend days worked to make up for them (调休).
package struct HolidayYear: Hashable, Codable, Sendable {
  package var year: Int
  /// By date; some lie in the last days of the year before.
  package var days: [AnnouncedDay]

  /// Takes the days of a year in any order.
  package init(year: Int, days: [AnnouncedDay]) {
    self.year = year
    self.days = days.sorted { $0.date < $1.date }
  }
}

/// A date an announcement speaks of.
package struct AnnouncedDay: Hashable, Codable, Sendable {
  package var date: CivilDate
  /// The holiday it belongs to, such as `春节`.
  package var name: String
  package var kind: AnnouncedKind

  package init(date: CivilDate, name: String, kind: AnnouncedKind) {
    self.date = date
    self.name = name
    self.kind = kind
  }
}

/// Whether a date is off, or worked although it is a weekend.
package enum AnnouncedKind: String, CaseIterable, Codable, Sendable {
  case off, work
}

/// The announcements known, by year; in a year without one only weekends are known.
package struct HolidayYears: Equatable, Sendable {
  package private(set) var years: [Int: HolidayYear]

  /// Takes announcements in order: a later one of the same year takes the place of the earlier.
  package init(_ years: [HolidayYear] = []) {
    self.years = Dictionary(years.map { ($0.year, $0) }) { $1 }
  }

  /// Takes one more announcement.
  package mutating func publish(_ year: HolidayYear) { years[year.year] = year }

  /// The dates of a kind; where two years speak of one date, the later year counts.
  func dates(_ kind: AnnouncedKind) -> [CivilDate] {
    var kinds: [CivilDate: AnnouncedKind] = [:]
    for year in years.values.sorted(by: { $0.year < $1.year }) {
      for day in year.days { kinds[day.date] = day.kind }
    }
    return kinds.filter { $0.value == kind }.map(\.key)
  }
}
