import Desk
package import Foundation

/// A time as a clerk types it on the phone: `15:00`, `明天下午三点半`, `今晚8点`, `下周一 9:00`, `12月3日 14:00`, `tomorrow 3:30 pm`,
/// `1 Dec 14:00`, `30分`, `半小时`, `in 2 hours`. It is read in full or not at all.
package struct SpokenTime {
  /// Now, which spans count from and days are counted against.
  package var now: Date
  package var zone: TimeZone

  package init(now: Date, zone: TimeZone) {
    self.now = now
    self.zone = zone
  }

  /// Reads the time a text begins with, and what follows it; nil when it begins with none, or with more of one than can be read.
  package func leading(_ text: String) -> (at: Date, rest: String)? {
    var reader = TimeReader(text.plainLine, today: CivilDate(now, in: zone))
    guard let time = reader.time(), reader.isAtWord, reader.takesNothing, !reader.goesOn else { return nil }
    return (instant(time), reader.rest)
  }

  /// Reads the time a text ends with, and what comes before it; nil when it ends with none, or with a day that cannot be read.
  package func trailing(_ text: String) -> (at: Date, rest: String)? {
    let words = text.plainLine.split(separator: " ")
    for start in words.indices.dropFirst() {
      guard let time = leading(words[start...].joined(separator: " ")), time.rest.isEmpty else { continue }
      return TimeReader.mayBeDay(words[start - 1]) ? nil : (time.at, words[..<start].joined(separator: " "))
    }
    return nil
  }

  private func instant(_ time: TimeReader.Time) -> Date {
    switch time {
    case .span(let seconds): return now.addingTimeInterval(seconds)
    case .clock(let day, let minute):
      let at = (day.date ?? CivilDate(now, in: zone)).time(minute, in: zone)
      // Saturday, said on a Saturday when that hour is over, is the next.
      guard day.isWeekday, at < now, let date = day.date else { return at }
      return date.adding(days: 7).time(minute, in: zone)
    }
  }
}
