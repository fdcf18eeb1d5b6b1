package import Foundation

/// When the rounds of a route begin, and who walks them; the desk plans them by it.
package struct RoundSchedule: Hashable, Codable, Sendable {
  /// How often: hours are 1 to 24, weekdays 1 Monday to 7 Sunday, a day that a month has not is its last.
  package enum Frequency: Hashable, Codable, Sendable {
    case hours(Int)
    case daily
    case weekly(on: Int)
    case monthly(on: Int)
  }

  package var frequency: Frequency
  /// The first start of a day, in minutes after midnight.
  package var from: Int
  /// The last start, in minutes after midnight, on the next day when it is before `from`; nil goes on for a day. Only for hours.
  package var until: Int?
  /// The named patroller (S040); empty for one who is named later.
  package var guardName: String

  /// A frequency, between times of the day in minutes after midnight; without an end, all day.
  package init(_ frequency: Frequency, from: Int, until: Int? = nil, guardName: String = "") {
    (self.frequency, self.from, self.until, self.guardName) = (frequency, from, until, guardName)
  }

  /// How long before its start a round is planned (*design*).
  package static let horizon: TimeInterval = 24 * 3600

  /// How far back its rounds are put on record after a time without a desk: the last 750 at most, a month of hourly ones and two years of
  /// daily ones, so that a store opened after years does not stall (*design*).
  var reach: TimeInterval {
    let hours =
      switch frequency {
      case .hours(let hours): hours
      case .daily: 24
      case .weekly: 7 * 24
      case .monthly: 31 * 24
      }
    return TimeInterval(750 * hours * 3600)
  }

  /// The first start after an instant by the clock on the wall of a zone; nil when its numbers are not possible.
  ///
  /// A start that a clock change skips comes as much later, and one that comes twice is meant the first time.
  package func next(after instant: Date, in zone: TimeZone) -> Date? {
    guard isPossible else { return nil }
    let today = CivilDate(instant, in: zone).daysSince1970
    for day in (today - 1)...(today + 63) where falls(on: CivilDate(daysSince1970: day)) {
      for minute in minutes {
        let start = CivilDate(daysSince1970: day + minute / 1440).time(minute % 1440, in: zone)
        if start > instant { return start }
      }
    }
    return nil
  }

  /// Whether its numbers are within their ranges.
  package var isPossible: Bool {
    guard (0..<1440).contains(from), (0..<1440).contains(until ?? 0) else { return false }
    return switch frequency {
    case .hours(let hours): (1...24).contains(hours)
    case .daily: until == nil
    case .weekly(let day): (1...7).contains(day) && until == nil
    case .monthly(let day): (1...31).contains(day) && until == nil
    }
  }

  /// The starts that belong to one day, in minutes after its midnight; those past 1440 fall on the next.
  private var minutes: [Int] {
    guard case .hours(let hours) = frequency else { return [from] }
    let span = until.map { ($0 - from + 1440) % 1440 } ?? 1439
    return Array(stride(from: from, through: from + span, by: hours * 60))
  }

  private func falls(on date: CivilDate) -> Bool {
    switch frequency {
    case .hours, .daily: true
    case .weekly(let weekday): date.weekday == weekday
    case .monthly(let day):
      date.day == day || date.day < day && date.adding(days: 1).day == 1
    }
  }
}
