package import Foundation

/// Notices that the system clock was set: it is held against one that only ever runs forward, and stands still while the computer
/// sleeps.
package struct ClockWatch: Equatable, Sendable {
  private var wall: Date
  private var steady: Duration

  /// How far the two may drift apart between two looks before somebody is told (*design*).
  private static let tolerance: TimeInterval = 5

  package init(wall: Date, steady: Duration) {
    (self.wall, self.steady) = (wall, steady)
  }

  /// How many seconds the wall clock went ahead of the steady one since the last look, negative when it was set back; nil where that is
  /// no more than it may be.
  package mutating func jump(wall: Date, steady: Duration) -> TimeInterval? {
    let drift = wall.timeIntervalSince(self.wall) - (steady - self.steady).seconds
    self = ClockWatch(wall: wall, steady: steady)
    return abs(drift) > ClockWatch.tolerance ? drift : nil
  }
}

extension Duration {
  fileprivate var seconds: TimeInterval {
    TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18
  }
}
