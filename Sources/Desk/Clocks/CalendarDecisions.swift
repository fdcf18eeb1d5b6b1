import Foundation

extension Desk {
  /// Publishes the holidays of a year; nothing happens when the same is known already.
  func publish(_ year: HolidayYear, at instant: Date) throws(Refusal) -> [Fact] {
    guard !year.days.isEmpty else { throw .calendarEmpty(year.year) }
    let plain = HolidayYear(
      year: year.year,
      days: year.days.map { AnnouncedDay(date: $0.date, name: $0.name.plainLine, kind: $0.kind) })
    for (day, next) in zip(plain.days, plain.days.dropFirst()) where day.date == next.date {
      throw .dateTwice(day.date, year: year.year)
    }
    // New Year's holiday may begin, and be made up for, in the last days of December.
    for day in plain.days
    where day.date.year != year.year && (day.date.year != year.year - 1 || day.date.month != 12) {
      throw .dateOutOfYear(day.date, year: year.year)
    }
    guard policy.calendars.years.years[year.year] != plain else { return [] }
    return [Fact(.calendarPublished(plain), at: instant)]
  }
}
