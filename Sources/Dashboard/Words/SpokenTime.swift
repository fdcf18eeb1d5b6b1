import Desk
package import Foundation

/// A time as a clerk types it on the phone: `15:00`, `明天 9:00`, `明天下午3点半`, `11-21 14:30`, `30分`, `2h`.
package struct SpokenTime {
  /// Now, which spans count from and days are counted against.
  package var now: Date
  package var zone: TimeZone

  package init(now: Date, zone: TimeZone) {
    self.now = now
    self.zone = zone
  }

  /// Reads the time a text begins with, and what follows it; nil when it begins with none.
  package func leading(_ text: String) -> (at: Date, rest: String)? {
    let words = text.plainLine.split(separator: " ")
    for count in [2, 1] where words.count >= count {
      if let at = read(Array(words.prefix(count))) {
        return (at, words.dropFirst(count).joined(separator: " "))
      }
    }
    return nil
  }

  /// Reads the time a text ends with, and what comes before it; nil when it ends with none.
  package func trailing(_ text: String) -> (at: Date, rest: String)? {
    let words = text.plainLine.split(separator: " ")
    for count in [2, 1] where words.count > count {
      if let at = read(Array(words.suffix(count))) {
        return (at, words.dropLast(count).joined(separator: " "))
      }
    }
    return nil
  }

  private func read(_ words: [Substring]) -> Date? {
    switch words.count {
    case 1:
      if let at = span(words[0]) ?? time(words[0], on: CivilDate(now, in: zone)) { return at }
      guard let name = ["今天", "明天", "后天"].first(where: words[0].hasPrefix) else { return nil }
      return day(name[...]).flatMap { time(words[0].dropFirst(name.count), on: $0) }
    case 2: return day(words[0]).flatMap { time(words[1], on: $0) }
    default: return nil
    }
  }

  private func span(_ word: Substring) -> Date? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0, number < 1000 else { return nil }
    switch word.dropFirst(digits.count) {
    case "分", "分钟", "m", "min": return now.addingTimeInterval(Double(number) * 60)
    case "时", "小时", "h": return now.addingTimeInterval(Double(number) * 3600)
    default: return nil
    }
  }

  private func time(_ word: Substring, on day: CivilDate) -> Date? {
    let half = ["上午", "早上", "中午", "下午", "晚上"].first(where: word.hasPrefix)
    let parts = word.dropFirst(half?.count ?? 0)
      .split(omittingEmptySubsequences: false, whereSeparator: { ":：点".contains($0) })
    guard parts.count == 2, let hour = Int(digits: parts[0]),
      let minute = minute(parts[1], isSpoken: word.contains("点")),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return day.time(SpokenTime.hour(hour, of: half) * 60 + minute, in: zone)
  }

  /// The hour of the day: 中午11点 is before noon, 晚上12点 is the end of the day.
  private static func hour(_ hour: Int, of half: String?) -> Int {
    switch half {
    case "中午": hour < 10 ? hour + 12 : hour
    case "下午": hour < 12 ? hour + 12 : hour
    case "晚上": hour <= 12 ? hour + 12 : hour
    default: hour
    }
  }

  /// What follows the hour; after `点` it may be left out or be a part of an hour.
  private func minute(_ word: Substring, isSpoken: Bool) -> Int? {
    guard isSpoken else { return Int(word) }
    switch word {
    case "", "整": return 0
    case "一刻": return 15
    case "半": return 30
    case "三刻": return 45
    default: return Int(word.hasSuffix("分") ? word.dropLast() : word)
    }
  }

  /// A day without a year is the next of its name: what is promised lies ahead.
  private func day(_ word: Substring) -> CivilDate? {
    let today = CivilDate(now, in: zone)
    switch word {
    case "今天", "today": return today
    case "明天", "tomorrow": return today.adding(days: 1)
    case "后天": return today.adding(days: 2)
    default: break
    }
    let parts = word.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return CivilDate(word) }
    let named = [today.year, today.year + 1].compactMap { year in
      CivilDate("\(year.digits(4))-\(parts[0].digits(2))-\(parts[1].digits(2))")
    }
    return named.first { $0 >= today } ?? named.last
  }
}
