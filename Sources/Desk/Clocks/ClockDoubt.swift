package import Foundation

/// Why the figure of a clock cannot be trusted.
package enum ClockDoubt: Equatable, Sendable {
  /// It runs into a year whose holidays nobody announced.
  case noHolidays(year: Int)
  /// It was started, or stopped for a while, so many seconds after the instant of whoever asks: one of two computers' clocks is wrong.
  case ahead(by: TimeInterval)
}

extension ClockDoubt {
  /// What two computers may differ by before it can be seen in a figure of minutes (*design*).
  private static let tolerance: TimeInterval = 60

  /// The doubt about what began at an instant, for whoever asks at another; nil where that is no later.
  package static func ahead(of now: Date, _ start: Date) -> ClockDoubt? {
    let ahead = start.timeIntervalSince(now)
    return ahead > tolerance ? .ahead(by: ahead) : nil
  }
}

extension Clock {
  /// Why what it says at an instant cannot be trusted; nil for one that can. What is answered, or on record as missed, is known.
  package func doubt(at now: Date) -> ClockDoubt? {
    guard isOpen, !isBreached else { return nil }
    if let doubt = ClockDoubt.ahead(of: now, max(startedAt, heldSince ?? startedAt)) { return doubt }
    return heldSince == nil ? unknownYear.map { .noHolidays(year: $0) } : nil
  }
}
