import Desk
package import Foundation

/// Turns local times of a zone into instants; a day's offset is asked for once and kept, because asking costs a microsecond.
package struct LocalTime: Sendable {
  package let zone: TimeZone
  /// The offset of each day on which it does not change; nil marks a day on which it does.
  private var days: [Int: Int?] = [:]

  /// Reads in a zone.
  package init(_ zone: TimeZone) { self.zone = zone }

  /// The instant of a local time, both in seconds since 1970, as `TimeZone.instant(ofLocal:)` has it.
  package mutating func instant(_ local: Int) -> Double {
    let day = local >= 0 ? local / 86400 : (local - 86399) / 86400
    if let known = days[day] { return known.map { Double(local - $0) } ?? changing(local) }
    let (morning, evening) = (offset(day * 86400 - 86400), offset(day * 86400 + 2 * 86400))
    let isSteady = morning == evening
    days[day] = .some(isSteady ? morning : nil)
    return isSteady ? Double(local - morning) : changing(local)
  }

  private func changing(_ local: Int) -> Double {
    zone.instant(ofLocal: local).timeIntervalSince1970
  }

  private func offset(_ utc: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
  }
}
