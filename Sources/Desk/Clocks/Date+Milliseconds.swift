package import Foundation

extension Date {
  /// Milliseconds since 1970 UTC, rounded: how every instant is stored.
  package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  /// The instant that was stored as `milliseconds` since 1970 UTC.
  package init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
