package import Foundation

/// The days a report is about, in the desk's zone: from the first instant of the first day to the first after the last.
package struct FigurePeriod: Equatable, Sendable {
  package let first: CivilDate
  package let last: CivilDate
  package let range: Range<Date>
  /// Where its days begin.
  package let zone: TimeZone

  /// Takes both days in; a last day before the first gives the first alone.
  package init(first: CivilDate, last: CivilDate, in zone: TimeZone) {
    self.zone = zone
    self.first = first
    self.last = max(first, last)
    range = first.start(in: zone)..<self.last.adding(days: 1).start(in: zone)
  }

  /// Reads a month, `2026-10`, a quarter, `2026-Q4`, or half a year, `2026-H2`; nil for anything else.
  package init?(_ text: some StringProtocol, in zone: TimeZone) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(digits: parts[0])
    else { return nil }
    let months =
      switch parts[1].first {
      case "Q", "q": 3
      case "H", "h": 6
      default: 1
      }
    guard let number = Int(digits: months == 1 ? parts[1] : parts[1].dropFirst()), year > 0,
      (1...(12 / months)).contains(number)
    else { return nil }
    self.init(year: year, month: (number - 1) * months + 1, months: months, in: zone)
  }

  /// The month a day lies in.
  package static func month(of day: CivilDate, in zone: TimeZone) -> FigurePeriod {
    FigurePeriod(year: day.year, month: day.month, months: 1, in: zone)
  }

  /// The quarter a day lies in.
  package static func quarter(of day: CivilDate, in zone: TimeZone) -> FigurePeriod {
    FigurePeriod(year: day.year, month: (day.month - 1) / 3 * 3 + 1, months: 3, in: zone)
  }

  /// The half of a year a day lies in.
  package static func half(of day: CivilDate, in zone: TimeZone) -> FigurePeriod {
    FigurePeriod(year: day.year, month: day.month > 6 ? 7 : 1, months: 6, in: zone)
  }

  private init(year: Int, month: Int, months: Int, in zone: TimeZone) {
    let after = year * 12 + month - 1 + months
    let end = CivilDate(year: after / 12, month: after % 12 + 1, day: 1)
    self.init(
      first: CivilDate(year: year, month: month, day: 1),
      last: end.adding(days: -1), in: zone)
  }
}
