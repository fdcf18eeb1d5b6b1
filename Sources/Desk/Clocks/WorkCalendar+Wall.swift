import Foundation

/// The wall clock of the zone: where its days and times lie on the line of instants.
extension WorkCalendar {
  /// The day an instant falls on, by number since 1970.
  func day(_ instant: Date) -> Int {
    Int(((instant.timeIntervalSince1970 + offset(instant.timeIntervalSince1970)) / 86400).rounded(.down))
  }

  /// The open spans of a day as instants, in order; one that a change of the clocks swallows is left out.
  func spans(of day: Int) -> [Range<Date>] {
    hours(day).spans.compactMap { span in
      let (from, to) = (instant(day, span.lowerBound), instant(day, span.upperBound))
      return from < to ? from..<to : nil
    }
  }

  /// The first instant at which the wall clock shows a second of a day, or has just skipped it.
  func instant(_ day: Int, _ second: Int) -> Date {
    zone.firstInstant(ofLocal: day * 86400 + second)
  }

  /// The open seconds of whole days as they really pass: by the wall clock, and corrected where the clocks change.
  func openSeconds(_ days: Range<Int>) -> Int {
    guard !days.isEmpty else { return 0 }
    return wallSeconds(days)
      + corrections(from: instant(days.lowerBound, 0), to: instant(days.upperBound, 0), days)
  }

  private func corrections(from start: Date, to end: Date, _ days: Range<Int>) -> Int {
    var (sum, cursor) = (0, start.addingTimeInterval(-1))
    while let change = zone.nextDaylightSavingTimeTransition(after: cursor), change <= end, change > cursor {
      let changed = day(change.addingTimeInterval(-1))...day(change)
      for day in changed where days.contains(day) { sum += realSeconds(day) - hours(day).seconds }
      cursor = change
    }
    return sum
  }

  private func realSeconds(_ day: Int) -> Int {
    spans(of: day).reduce(0) { $0 + Int($1.upperBound.timeIntervalSince($1.lowerBound)) }
  }

  private func offset(_ seconds: TimeInterval) -> TimeInterval {
    TimeInterval(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
  }
}
