package import Foundation

/// A day on the wall calendar of a zone.
package struct CivilDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day an instant falls on in a zone.
  package init(_ instant: Date, in zone: TimeZone) {
    self.init(
      daysSince1970: Int(
        ((instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))) / 86400).rounded(.down)))
  }

  /// The day that many days after 1970-01-01, in the proleptic Gregorian calendar.
  package init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1970-01-01, negative before.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// As one number, 20261120.
  package var number: Int { year * 10_000 + month * 100 + day }

  /// 1 Monday … 7 Sunday.
  package var weekday: Int { (((daysSince1970 + 3) % 7) + 7) % 7 + 1 }

  /// The instant the day begins in a zone: the first one that falls on it, also where a clock change skips midnight.
  package func start(in zone: TimeZone) -> Date {
    zone.firstInstant(ofLocal: daysSince1970 * 86_400)
  }

  /// The instant the wall clock of a zone shows a time of the day, in minutes after midnight; a time that a clock change skips comes as
  /// much later, and of one that comes twice the first is meant.
  package func time(_ minute: Int, in zone: TimeZone) -> Date {
    zone.instant(ofLocal: daysSince1970 * 86_400 + minute * 60)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }
}

extension CivilDate {
  /// The day so many days later, earlier when negative.
  package func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

  /// The day so many months later, ten thousand years at most; the last of the month where that month is shorter.
  package func adding(months: Int) -> CivilDate {
    let index = year * 12 + month - 1 + min(months, 120_000)
    let (year, month) = (index / 12, index % 12 + 1)
    let next = CivilDate(year: year + month / 12, month: month % 12 + 1, day: 1)
    return CivilDate(year: year, month: month, day: min(day, next.adding(days: -1).day))
  }

  /// Whole years until another day, negative when that lies before.
  package func years(until day: CivilDate) -> Int {
    day.year - year - ((day.month, day.day) < (month, self.day) ? 1 : 0)
  }
}

extension CivilDate: CustomStringConvertible {
  /// As ISO 8601 writes it, `2026-11-20`.
  package var description: String { "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))" }
}

extension CivilDate: StoredAsText {
  /// Reads `2026-11-20`; nil for anything else, also for a day that no month has.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    guard (1...12).contains(date.month), CivilDate(daysSince1970: date.daysSince1970) == date else {
      return nil
    }
    self = date
  }
}

extension Date {
  /// The second of the day that the wall clock of a zone shows, 0 to 86,399.
  package func secondOfDay(in zone: TimeZone) -> Int {
    let local = Int(timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: self)
    return (local % 86_400 + 86_400) % 86_400
  }
}
