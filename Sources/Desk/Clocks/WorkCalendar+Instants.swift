package import Foundation

extension WorkCalendar {
  /// Whether the desk is open at an instant.
  package func isOpen(at instant: Date) -> Bool {
    spans(of: day(instant)).contains { $0.contains(instant) }
  }

  /// The first open instant at or after an instant; nil when it never opens again.
  package func nextOpen(onOrAfter instant: Date) -> Date? {
    let today = day(instant)
    for span in spans(of: today) where span.upperBound > instant { return max(instant, span.lowerBound) }
    return firstDay(after: today, reaching: 1, openSeconds).flatMap { spans(of: $0).first?.lowerBound }
  }

  /// The instant a date closes for the day; nil for one that stays closed.
  package func closing(on date: CivilDate) -> Date? {
    hours(on: date).spans.last.map { instant(date.daysSince1970, $0.upperBound) }
  }

  /// The open seconds within `[from, to)`; 0 when reversed.
  package func openSeconds(from: Date, to: Date) -> TimeInterval {
    guard from < to else { return 0 }
    let (first, last) = (day(from), day(to))
    let ends = first == last ? [first] : [first, last]
    let clipped = ends.flatMap(spans).reduce(0) { sum, span in
      sum + max(0, min(span.upperBound, to).timeIntervalSince(max(span.lowerBound, from)))
    }
    return clipped + (first + 1 < last ? TimeInterval(openSeconds((first + 1)..<last)) : 0)
  }

  /// When a budget of open time is used up: exactly at closing time when it ends there, and at the next opening when there
  /// is nothing to use. Pauses do not count; they come in any order and may overlap. Nil when the desk never opens for so
  /// long.
  package func due(
    start: Date, openSeconds budget: TimeInterval, excluding pauses: [Range<Date>] = []
  ) -> Date? {
    var (left, cursor) = (budget, start)
    for pause in pauses.sorted(by: { $0.lowerBound < $1.lowerBound }) where pause.upperBound > cursor {
      let open = openSeconds(from: cursor, to: pause.lowerBound)
      if left > 0 ? open >= left : nextOpen(onOrAfter: cursor).map({ $0 < pause.lowerBound }) == true {
        break
      }
      left -= open
      cursor = max(cursor, pause.upperBound)
    }
    return left > 0 ? forward(from: cursor, left) : nextOpen(onOrAfter: cursor)
  }

  /// The open seconds within `[from, to)` outside of pauses, which may overlap.
  package func openSeconds(from: Date, to: Date, excluding pauses: [Range<Date>]) -> TimeInterval {
    var (sum, cursor) = (TimeInterval(0), from)
    for pause in pauses.sorted(by: { $0.lowerBound < $1.lowerBound }) where pause.upperBound > cursor {
      sum += openSeconds(from: cursor, to: min(to, pause.lowerBound))
      cursor = max(cursor, pause.upperBound)
    }
    return sum + openSeconds(from: cursor, to: to)
  }

  /// The instant so much open time after another, before it when negative; nil when the desk is never open for so long.
  package func offset(_ instant: Date, byOpenSeconds seconds: TimeInterval) -> Date? {
    if seconds == 0 { return instant }
    return seconds > 0 ? forward(from: instant, seconds) : backward(from: instant, -seconds)
  }

  /// When a number of working days is over: at closing time of the last, the day of the start not counted; nil when there
  /// are not so many.
  package func due(start: Date, workingDays: Int) -> Date? {
    workday(workingDays, after: CivilDate(start, in: zone)).flatMap(closing)
  }

  private func forward(from instant: Date, _ seconds: TimeInterval) -> Date? {
    let first = day(instant)
    let open = spans(of: first).compactMap { span in
      span.upperBound > instant ? max(instant, span.lowerBound)..<span.upperBound : nil
    }
    var left = seconds
    if let end = WorkCalendar.use(&left, open) { return end }
    guard let whole = Int(exactly: left.rounded(.up)),
      let last = firstDay(after: first, reaching: whole, openSeconds)
    else { return nil }
    left -= TimeInterval(openSeconds((first + 1)..<last))
    return WorkCalendar.use(&left, spans(of: last))
  }

  /// Takes a budget out of spans; the instant it is used up, or nil with what is left.
  private static func use(_ left: inout TimeInterval, _ spans: [Range<Date>]) -> Date? {
    for span in spans {
      let length = span.upperBound.timeIntervalSince(span.lowerBound)
      if length >= left { return span.lowerBound.addingTimeInterval(left) }
      left -= length
    }
    return nil
  }

  private func backward(from instant: Date, _ seconds: TimeInterval) -> Date? {
    let last = day(instant)
    let open = spans(of: last).compactMap { span in
      span.lowerBound < instant ? span.lowerBound..<min(instant, span.upperBound) : nil
    }
    var left = seconds
    if let start = WorkCalendar.useBack(&left, open) { return start }
    guard let whole = Int(exactly: left.rounded(.up)),
      let first = lastDay(before: last, reaching: whole, openSeconds)
    else { return nil }
    left -= TimeInterval(openSeconds((first + 1)..<last))
    return WorkCalendar.useBack(&left, spans(of: first))
  }

  private static func useBack(_ left: inout TimeInterval, _ spans: [Range<Date>]) -> Date? {
    for span in spans.reversed() {
      let length = span.upperBound.timeIntervalSince(span.lowerBound)
      if length >= left { return span.upperBound.addingTimeInterval(-left) }
      left -= length
    }
    return nil
  }
}
