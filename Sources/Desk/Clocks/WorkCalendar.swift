package import Foundation

/// When a desk is open: hours by weekday, the dates that differ, and the zone whose wall clock they are read on.
///
/// A span begins and ends the first time the wall clock shows, or skips, its ends; seconds are those that really pass, so a
/// night in which the clocks change has more or fewer of them. Whole weeks are multiplied, never walked through: ten years
/// cost what the dates that differ cost.
package struct WorkCalendar: Equatable, Sendable {
  package let zone: TimeZone
  /// Monday first, seven of them.
  package let week: [DayHours]
  /// The days that differ from their weekday, by number since 1970.
  private let special: [Int: DayHours]
  private let specialDays: [Int]
  private let weekSeconds: Int
  private let weekWorkdays: Int

  /// Puts a calendar together: `week` is Monday first, missing days are closed; `overrides` take the place of the
  /// weekday's hours (make-up working days, special hours); `breaks` are taken out of single dates; `holidays` stay
  /// closed, whatever else is said about them.
  package init(
    zone: TimeZone, week: [DayHours], holidays: Set<CivilDate> = [], overrides: [CivilDate: DayHours] = [:],
    breaks: [CivilDate: [Range<Int>]] = [:]
  ) {
    let week = (0..<7).map { $0 < week.count ? week[$0] : .closed }
    var special: [Int: DayHours] = [:]
    for (date, hours) in overrides { special[date.daysSince1970] = hours }
    for (date, spans) in breaks {
      let day = date.daysSince1970
      special[day] = (special[day] ?? week[date.weekday - 1]).without(spans)
    }
    for date in holidays { special[date.daysSince1970] = .closed }
    self.zone = zone
    self.week = week
    self.special = special
    specialDays = special.keys.sorted()
    weekSeconds = week.reduce(0) { $0 + $1.seconds }
    weekWorkdays = week.count(where: \.isOpen)
  }

  /// The hours of a date.
  package func hours(on date: CivilDate) -> DayHours { hours(date.daysSince1970) }

  /// Whether a date is open at all.
  package func isWorkday(_ date: CivilDate) -> Bool { hours(on: date).isOpen }

  /// Counts the working days from one date to another, both included; 0 when reversed.
  package func countWorkdays(from first: CivilDate, to last: CivilDate) -> Int {
    let (from, to) = (first.daysSince1970, last.daysSince1970)
    return from <= to ? workdays(from..<(to + 1)) : 0
  }

  /// The `count`-th working day after a date, which itself does not count; nil when there are not so many.
  package func workday(_ count: Int, after date: CivilDate) -> CivilDate? {
    guard count > 0 else { return count == 0 ? date : nil }
    return firstDay(after: date.daysSince1970, reaching: count, workdays).map(CivilDate.init(daysSince1970:))
  }

  func hours(_ day: Int) -> DayHours { special[day] ?? week[WorkCalendar.weekday(day)] }

  /// 0 Monday … 6 Sunday.
  private static func weekday(_ day: Int) -> Int { (((day + 3) % 7) + 7) % 7 }

  /// The days that differ within some days, by bisection.
  private func specialDays(in days: Range<Int>) -> ArraySlice<Int> {
    func index(of day: Int) -> Int {
      var (low, high) = (0, specialDays.count)
      while low < high {
        let middle = (low + high) / 2
        if specialDays[middle] < day { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return specialDays[index(of: days.lowerBound)..<index(of: days.upperBound)]
  }

  private func workdays(_ days: Range<Int>) -> Int {
    sum(days, week: weekWorkdays) { $0.isOpen ? 1 : 0 }
  }

  /// Open seconds of whole days by the wall clock.
  func wallSeconds(_ days: Range<Int>) -> Int { sum(days, week: weekSeconds, \.seconds) }

  private func sum(_ days: Range<Int>, week total: Int, _ value: (DayHours) -> Int) -> Int {
    var sum = days.count / 7 * total
    for day in days.suffix(days.count % 7) { sum += value(week[WorkCalendar.weekday(day)]) }
    for day in specialDays(in: days) { sum += value(hours(day)) - value(week[WorkCalendar.weekday(day)]) }
    return sum
  }

  /// How many days it takes until `sum` of so many reaches `total`, found by doubling and halving; nil when it never
  /// does. `reach` is the distance in days to the farthest date that differs.
  private func days(reaching total: Int, within reach: Int, _ sum: (Int) -> Int) -> Int? {
    let most = weekSeconds > 0 ? 400_000 : max(0, reach)
    var (low, high) = (0, 1)
    while sum(high) < total {
      guard high < most else { return nil }
      (low, high) = (high, min(most, 2 * high + 7))
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if sum(middle) < total { low = middle } else { high = middle }
    }
    return high
  }

  /// The first day after `day` on which the days since then add up to `total`; nil when they never do.
  func firstDay(after day: Int, reaching total: Int, _ sum: (Range<Int>) -> Int) -> Int? {
    days(reaching: total, within: (specialDays.last ?? day) - day) { sum((day + 1)..<(day + 1 + $0)) }
      .map { day + $0 }
  }

  /// The last day before `day` from which the days up to it add up to `total`; nil when they never do.
  func lastDay(before day: Int, reaching total: Int, _ sum: (Range<Int>) -> Int) -> Int? {
    days(reaching: total, within: day - (specialDays.first ?? day)) { sum((day - $0)..<day) }
      .map { day - $0 }
  }
}
