import Desk
package import Foundation

/// Clock faces and dates of the desk's zone, in figures and words.
package struct DateWords: Equatable, Sendable {
  package var zone: TimeZone

  package init(zone: TimeZone) { self.zone = zone }

  /// `14:32`, 24 hours.
  package func time(_ instant: Date) -> String {
    let second = instant.secondOfDay(in: zone)
    return "\((second / 3600).digits(2)):\((second / 60 % 60).digits(2))"
  }

  /// `14:32:05`.
  package func timeWithSeconds(_ instant: Date) -> String {
    "\(time(instant)):\((instant.secondOfDay(in: zone) % 60).digits(2))"
  }

  /// `10-14 周三` or `Wed 14 Oct`.
  package func day(_ instant: Date) -> Words {
    let date = CivilDate(instant, in: zone)
    let weekday = Weekday.allCases[date.weekday - 1].words
    return Words(
      zh: "\(date.month.digits(2))-\(date.day.digits(2)) \(weekday.zh)",
      en: "\(weekday.en) \(date.day) \(Self.months[date.month - 1])")
  }

  /// The time alone on the same day as `now`, with the day before it otherwise.
  package func short(_ instant: Date, near now: Date) -> Words {
    let (date, today) = (CivilDate(instant, in: zone), CivilDate(now, in: zone))
    let time = time(instant)
    if date == today { return Words(both: time) }
    let year = date.year == today.year ? "" : "\(date.year)-"
    return Words(
      zh: "\(year)\(date.month.digits(2))-\(date.day.digits(2)) \(time)",
      en: "\(date.day) \(Self.months[date.month - 1])\(year.isEmpty ? "" : " \(date.year)") \(time)")
  }

  /// The time on the same day as `now`, the date alone otherwise: `08-30`.
  package func brief(_ instant: Date, near now: Date) -> Words {
    let words = short(instant, near: now)
    guard CivilDate(instant, in: zone) != CivilDate(now, in: zone) else { return words }
    return Words(zh: String(words.zh.dropLast(6)), en: String(words.en.dropLast(6)))
  }

  /// In five columns of either language: the time on the same day as `now`, else the date, `11-20`, and of another year the year.
  package func narrow(_ instant: Date, near now: Date) -> String {
    let (date, today) = (CivilDate(instant, in: zone), CivilDate(now, in: zone))
    if date == today { return time(instant) }
    return date.year == today.year ? "\(date.month.digits(2))-\(date.day.digits(2))" : "\(date.year)"
  }

  /// The day that ends at an instant, as `11-30`, or `今天` when it is that of `now`.
  package func lastDay(before end: Date, near now: Date) -> Words {
    let last = end.addingTimeInterval(-1)
    if CivilDate(last, in: zone) == CivilDate(now, in: zone) { return Words(zh: "今天", en: "today") }
    return brief(last, near: now)
  }

  /// `Oct` for 10; empty for what is no month.
  static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : ""
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Date {
  /// Itself as the desk writes it in a sentence, `2026-11-20 14:36:05`, in a zone.
  package func deskText(_ zone: TimeZone) -> String {
    let second = secondOfDay(in: zone)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0.digits(2) }
    return "\(CivilDate(self, in: zone)) \(clock.joined(separator: ":"))"
  }
}
