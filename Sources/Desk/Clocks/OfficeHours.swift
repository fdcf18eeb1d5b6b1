package import Foundation

/// The calendars a clock can run on.
package enum CalendarID: String, CaseIterable, Codable, Sendable {
  /// Round the clock.
  case always = "24x7"
  /// The hours of reception.
  case desk
  /// Working days: what the sources call 工作日.
  case work
}

/// The hours of one calendar as the policy has them, before dates are known.
package struct OfficeHours: Equatable, Sendable {
  /// Monday first, seven of them.
  package var week: [DayHours]
  /// Whether it closes on holidays and opens on make-up working days.
  package var keepsHolidays: Bool
  /// The S-number, or `design`.
  package var source: String

  package init(week: [DayHours], keepsHolidays: Bool, source: String) {
    self.week = week
    self.keepsHolidays = keepsHolidays
    self.source = source
  }

  /// The calendar in a zone with what was announced; a make-up day has the hours of the first open weekday.
  func calendar(in zone: TimeZone, _ years: HolidayYears) -> WorkCalendar {
    guard keepsHolidays, let worked = week.first(where: \.isOpen) else {
      return WorkCalendar(zone: zone, week: week)
    }
    return WorkCalendar(
      zone: zone, week: week, holidays: Set(years.dates(.off)),
      overrides: Dictionary(years.dates(.work).map { ($0, worked) }) { $1 })
  }
}

/// The calendars of a policy in the desk's zone, with every year that was announced.
package struct WorkCalendars: Equatable, Sendable {
  /// By calendar; round the clock needs none.
  package let hours: [CalendarID: OfficeHours]
  package let zone: TimeZone
  package let years: HolidayYears
  private let always: WorkCalendar
  private let office: [CalendarID: WorkCalendar]
  private let keepHolidays: Set<CalendarID>

  /// Puts hours, zone and announcements together; costs about as much as there are dates.
  package init(_ hours: [CalendarID: OfficeHours], zone: TimeZone, years: HolidayYears) {
    (self.hours, self.zone, self.years) = (hours, zone, years)
    always = WorkCalendar(zone: zone, week: Array(repeating: DayHours([0..<86400]), count: 7))
    office = hours.mapValues { $0.calendar(in: zone, years) }
    keepHolidays = Set(hours.filter(\.value.keepsHolidays).keys)
  }

  /// The calendar behind a name; one without hours in the policy is open round the clock.
  package subscript(id: CalendarID) -> WorkCalendar { office[id] ?? always }

  /// The first year between two instants whose holidays nobody announced, so that only weekends were left out; nil when all
  /// are known, and for a calendar that keeps no holidays.
  package func unknownYear(_ id: CalendarID, from: Date, to: Date) -> Int? {
    guard keepHolidays.contains(id) else { return nil }
    let (first, last) = (CivilDate(from, in: zone).year, CivilDate(to, in: zone).year)
    return (first...max(first, last)).first { years.years[$0] == nil }
  }
}
