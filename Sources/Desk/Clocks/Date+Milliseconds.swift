package import Foundation

extension Date {
  /// Milliseconds since 1970 UTC, rounded: how every instant is stored.
  package var milliseconds: Int64 {
    Int64(exactly: (timeIntervalSince1970 * 1000).rounded()) ?? (self < Date(milliseconds: 0) ? .min : .max)
  }

  /// The instant that was stored as `milliseconds` since 1970 UTC; of one that no calendar reaches, as flipped bits make it, the nearest
  /// that one does: neither a day nor a difference could be told of it.
  package init(milliseconds: Int64) {
    let range = Date.storedMilliseconds
    let near = min(max(milliseconds, range.lowerBound), range.upperBound)
    self.init(timeIntervalSince1970: Double(near) / 1000)
  }

  /// What an instant is stored as at the earliest and the latest: from the beginning of the year 1 to the end of the year 9999, in UTC.
  package static let storedMilliseconds: ClosedRange<Int64> = -62_135_769_600_000...253_402_300_799_999
}
