package import Foundation

/// What the data say of a piece of equipment on a day (S060, S061, S045).
package struct AssetForecast: Equatable, Sendable {
  /// Whole years since it was installed; nil when nobody wrote down when that was.
  package var age: Int?
  /// Whether it is as old as it was meant to become, or older.
  package var isAged: Bool
  /// When it is to be serviced next, by plan from the last service or the installation; nil without a plan.
  package var nextService: CivilDate?
  /// Whether that day has passed.
  package var isServiceOverdue = false
  /// Days between its faults, on average of those on record; nil with fewer than three.
  package var daysBetweenFaults: Int?
  /// When the next fault is to be expected, if it goes on like that.
  package var nextFault: CivilDate?
  /// Days until the maintenance contract ends, negative when it has; nil without one.
  package var contractDays: Int?

  /// Days before the end of a contract from which it is said (*design*).
  package static let contractNotice = 60

  /// Works it out from the register and the record.
  package init(_ state: AssetState, on day: CivilDate, in zone: TimeZone) {
    let asset = state.asset
    age = asset.installed.map { $0.years(until: day) }
    isAged = age.flatMap { age in asset.lifeYears.map { age >= $0 } } ?? false
    contractDays = asset.contractEnd.map { $0.daysSince1970 - day.daysSince1970 }
    if let months = asset.serviceMonths,
      let last = state.services.last.map({ CivilDate($0, in: zone) }) ?? asset.installed
    {
      let next = last.adding(months: months)
      (nextService, isServiceOverdue) = (next, next < day)
    }
    let days = state.faults.map { CivilDate($0.at, in: zone).daysSince1970 }
    if let first = days.min(), let last = days.max(), days.count >= 3 {
      let between = max(1, (last - first) / (days.count - 1))
      daysBetweenFaults = between
      nextFault = CivilDate(daysSince1970: last + between)
    }
  }
}
