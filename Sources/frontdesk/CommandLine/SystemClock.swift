import Foundation

/// The one place that asks the time; `--now` puts another clock in its place.
enum SystemClock: Sendable {
  /// The computer's own clock.
  case system
  /// A clock that stands still.
  case standing(Date)
  /// A clock that runs, set forward or back by some seconds.
  case shifted(by: TimeInterval)

  /// A clock that shows an instant now and runs on from there.
  static func running(from instant: Date) -> SystemClock { .shifted(by: instant.timeIntervalSinceNow) }

  /// What the clock shows.
  var now: Date {
    switch self {
    case .system: Date()
    case .standing(let instant): instant
    case .shifted(let seconds): Date().addingTimeInterval(seconds)
    }
  }
}
