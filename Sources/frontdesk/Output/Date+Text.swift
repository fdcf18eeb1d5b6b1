import Dashboard
import Desk
import Foundation

extension Date {
  /// Itself as ISO 8601 in UTC, to the second, or to the millisecond where there is one.
  var isoText: String {
    let text = deskText(.gmt).replacing(" ", with: "T")
    let fraction = Int(((milliseconds % 1000) + 1000) % 1000)
    return fraction > 0 ? "\(text).\(fraction.digits(3))Z" : "\(text)Z"
  }

  /// Itself as `2026-11-20T14:36:00+08:00`, by the wall clock of a zone.
  func isoText(in zone: TimeZone) -> String {
    let offset = zone.secondsFromGMT(for: self)
    let minutes = abs(offset) / 60
    return deskText(zone).replacing(" ", with: "T")
      + "\(offset < 0 ? "-" : "+")\((minutes / 60).digits(2)):\((minutes % 60).digits(2))"
  }

  /// Itself without its fraction of a second: what happened is told to the second.
  var wholeSecond: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
}
