package import Foundation

/// Where local times, in seconds since 1970 by the wall clock, lie on the line of instants. Of a time that comes twice the first is meant.
extension TimeZone {
  /// The instant of a local time; one that a change of the clocks skips comes as much later.
  package func instant(ofLocal local: Int) -> Date { reading(ofLocal: local).instant }

  /// The first instant at which the wall clock shows a local time or, where it skips that, a later one: a day begins then, and a desk that
  /// opens within what is skipped.
  func firstInstant(ofLocal local: Int) -> Date {
    let (instant, isSkipped) = reading(ofLocal: local)
    guard isSkipped else { return instant }
    // By the offset after the change it lies before the change.
    let before = Date(timeIntervalSince1970: TimeInterval(local - offset(local + 86_400)))
    return nextDaylightSavingTimeTransition(after: before) ?? instant
  }

  private func reading(ofLocal local: Int) -> (instant: Date, isSkipped: Bool) {
    func at(_ offset: Int) -> Date { Date(timeIntervalSince1970: TimeInterval(local - offset)) }
    let (before, after) = (offset(local - 86_400), offset(local + 86_400))
    if before == after || offset(local - before) == before { return (at(before), false) }
    let isSkipped = offset(local - after) != after
    return (at(isSkipped ? before : after), isSkipped)
  }

  private func offset(_ seconds: Int) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }
}
