package import Foundation

/// A route in force, what is planned on it, and the round being walked or walked last.
package struct RouteState: Equatable, Codable, Sendable {
  package var route: Route
  package var version: Int
  package var publishedAt: Date
  /// The open round, else the latest that ended; nil before the first.
  package var lastRound: RoundID?
  /// The first start that is not planned yet; nil without a schedule.
  package var nextStart: Date?
  /// The last number given out, by day; only of the latest days.
  private var numbers: [Int: Int] = [:]
  /// Rounds of days before this one are numbered on it, so that no number comes twice.
  private var oldestDay = 0

  /// A route as it was published.
  package init(_ route: Route, version: Int, at instant: Date) {
    (self.route, self.version, publishedAt) = (route, version, instant)
  }

  /// The next free number for a round that begins on a day.
  func nextID(on day: Int) -> RoundID {
    let day = max(day, oldestDay)
    return RoundID(day: day, route: route.id, number: (numbers[day] ?? 0) + 1)
  }

  /// Takes note of a number that was given out.
  mutating func give(_ id: RoundID) {
    numbers[id.day] = max(numbers[id.day] ?? 0, id.number)
    while numbers.count > 4, let first = numbers.keys.min() {
      numbers[first] = nil
      oldestDay = numbers.keys.min() ?? first
    }
  }

  /// When the desk has to plan the next round; nil without a schedule.
  var nextPlanning: Date? {
    nextStart.map { max($0.addingTimeInterval(-RoundSchedule.horizon), publishedAt) }
  }
}
