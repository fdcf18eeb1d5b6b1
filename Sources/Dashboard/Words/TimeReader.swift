import Desk
import Foundation

/// What is left of a text that begins with a time, a part of the time at a step.
struct TimeReader {
  /// A time without now and the zone.
  enum Time {
    case span(TimeInterval)
    case clock(Day, minute: Int)
  }

  /// The day a time is on.
  struct Day {
    /// Nil for today.
    var date: CivilDate?
    /// Whether it was named by the day of the week, as the next of its name.
    var isWeekday = false
  }

  private var text: Substring
  private let today: CivilDate
  private var half: String?

  init(_ text: String, today: CivilDate) {
    (self.text, self.today) = (text[...], today)
  }

  /// What was not read.
  var rest: String { String(text).trimmed }

  /// Whether a word ends here: `3:30pmx` is no time, `三点上门` is one and something.
  var isAtWord: Bool {
    guard let next = text.first else { return true }
    return next.isWhitespace || !next.isASCII && !"点时分半刻：".contains(next) || ",;".contains(next)
  }

  /// Whether nothing that follows belongs to a time as well.
  var takesNothing: Bool {
    var more = self
    more.skip()
    return more.day() == nil && more.takeHalf() == nil && more.clock() == nil
      && more.take(["am", "pm", "a.m.", "p.m.", "noon"]) == nil
  }

  /// Whether another time follows as the end of a stretch: which of the two is promised, nobody said.
  var goesOn: Bool {
    var more = self
    return more.take(["到", "至", "-", "~", "–", "—", "to", "till", "until"]) != nil && more.time() != nil
  }

  /// The time it begins with: a span, or a clock with its day before or after.
  mutating func time() -> Time? {
    if let span = span() { return .span(span) }
    _ = take(["at", "on", "by", "before"])
    var day = day()
    _ = take(["at", "by"])
    half = half ?? takeHalf()
    _ = take(["at"])
    guard let minute = clock() else { return nil }
    if day == nil {
      let before = self
      _ = take(["on"])
      day = self.day()
      if day == nil { self = before }
    }
    return .clock(day ?? Day(), minute: minute)
  }
}

// Its parts, each nil and nothing taken where it does not stand next.
extension TimeReader {
  private mutating func span() -> TimeInterval? {
    var reader = self
    let isAhead = reader.take(["in", "within"]) != nil
    guard let minutes = reader.minutes() else { return nil }
    let ends = reader.take(["以内", "之内", "内", "以后", "之后", "后"]) != nil
    guard isAhead || ends || reader.isAtWord else { return nil }
    self = reader
    return minutes * 60
  }

  /// How long, in minutes: more than none.
  private mutating func minutes() -> Double? {
    if take(["半小时", "半个小时", "半个钟头", "half an hour", "half hour"]) != nil { return 30 }
    if take(["an hour", "one hour"]) != nil { return 60 }
    var reader = self
    guard let count = reader.number(), count > 0, count < 1000 else { return nil }
    reader.skip()
    if reader.take(["个半小时", "个半钟头"]) != nil {
      self = reader
      return Double(count) * 60 + 30
    }
    if reader.take(["个小时", "小时", "个钟头", "时", "hours", "hour", "hrs", "hr", "h"]) != nil {
      self = reader
      if take(["半"]) != nil { return Double(count) * 60 + 30 }
      return Double(count) * 60
    }
    guard reader.take(["分钟", "分", "minutes", "minute", "mins", "min", "m"]) != nil else { return nil }
    self = reader
    return Double(count)
  }

  private mutating func day() -> Day? {
    skip()
    let near: [(String, Int, String?)] = [
      ("今天", 0, nil), ("今日", 0, nil), ("今早", 0, "早上"), ("今晚", 0, "晚上"), ("明天", 1, nil), ("明日", 1, nil),
      ("明早", 1, "早上"), ("明晚", 1, "晚上"), ("后天", 2, nil), ("大后天", 3, nil), ("today", 0, nil),
      ("tonight", 0, "晚上"), ("tomorrow", 1, nil), ("tmr", 1, nil),
    ]
    for (word, days, half) in near where take([word]) != nil {
      self.half = half
      return Day(date: today.adding(days: days))
    }
    return weekday() ?? date()
  }

  private mutating func weekday() -> Day? {
    var reader = self
    let isNext = reader.take(["下个", "下", "next"]) != nil
    if !isNext { _ = reader.take(["本", "这个", "这", "this"]) }
    let monday = (today.daysSince1970 + 3) % 7
    var named: Int?
    if reader.take(["星期", "礼拜", "周"]) != nil, let sign = reader.text.first {
      named = Array("一二三四五六日").firstIndex(of: sign == "天" ? "日" : sign)
      if named != nil { reader.text.removeFirst() }
    } else {
      for (index, name) in TimeReader.weekdays.enumerated()
      where reader.take([name, String(name.prefix(3)), name + "s"]) != nil {
        named = index
      }
    }
    guard let named else { return nil }
    self = reader
    if isNext { return Day(date: today.adding(days: 7 - monday + named)) }
    return Day(date: today.adding(days: (named - monday + 7) % 7), isWeekday: true)
  }

  /// A date; one without a year is the next of its name, because what is promised lies ahead.
  private mutating func date() -> Day? {
    var reader = self
    guard let (year, month, day) = reader.yearMonthDay() else { return nil }
    let years = year.map { [$0] } ?? [today.year, today.year + 1, today.year + 2, today.year + 3]
    let named = years.compactMap { CivilDate("\($0.digits(4))-\(month.digits(2))-\(day.digits(2))") }
    guard let date = named.first(where: { $0 >= today }) ?? named.last else { return nil }
    self = reader
    return Day(date: date)
  }

  private mutating func yearMonthDay() -> (year: Int?, month: Int, day: Int)? {
    if let month = month() {
      guard let day = number(), take(["st", "nd", "rd", "th"]) != nil || isAtWord else { return nil }
      return (nil, month, day)
    }
    guard let first = number() else { return nil }
    if take(["月"]) != nil {
      guard let day = number(), take(["日", "号"]) != nil else { return nil }
      return (nil, first, day)
    }
    if text.first == "-" || text.first == "/" {
      text.removeFirst()
      guard let second = number() else { return nil }
      guard text.first == "-" || text.first == "/" else { return (nil, first, second) }
      text.removeFirst()
      return number().map { (first, second, $0) }
    }
    _ = take(["st", "nd", "rd", "th"])
    return month().map { (nil, $0, first) }
  }

  private mutating func month() -> Int? {
    for (index, name) in TimeReader.months.enumerated()
    where take([name, String(name.prefix(3)), String(name.prefix(4))]) != nil {
      _ = take(["."])
      return index + 1
    }
    return nil
  }

  private mutating func takeHalf() -> String? {
    take(["凌晨", "早上", "早晨", "上午", "中午", "下午", "傍晚", "晚上", "晚", "早", "夜里"])
  }

  /// The minute of the day.
  private mutating func clock() -> Int? {
    if take(["noon", "midday"]) != nil { return 720 }
    var reader = self
    guard let hour = reader.number(), (0..<24).contains(hour) else { return nil }
    var (minute, isSpoken, isWhole) = (0, false, false)
    if let sign = reader.text.first, ":：".contains(sign) {
      reader.text.removeFirst()
      guard let typed = reader.digits(), typed.count == 2, let number = Int(typed) else { return nil }
      minute = number
      isWhole = true
    } else if reader.take(["点钟", "点", "o'clock"]) != nil {
      guard let number = reader.minuteAfterHour() else { return nil }
      (minute, isSpoken, isWhole) = (number, true, true)
    }
    guard (0..<60).contains(minute) else { return nil }
    if let meridiem = reader.take(["am", "pm", "a.m.", "p.m."]) {
      guard half == nil || half == "晚上", (1...12).contains(hour), !isSpoken else { return nil }
      self = reader
      return (hour % 12 + (meridiem.hasPrefix("p") ? 12 : 0)) * 60 + minute
    }
    guard isWhole else { return nil }
    self = reader
    return self.hour(hour, isSpoken: isSpoken) * 60 + minute
  }

  /// What follows `点`: it may be left out or be a part of an hour; nil where there are numbers that are no minutes.
  private mutating func minuteAfterHour() -> Int? {
    if take(["整"]) != nil { return 0 }
    if take(["半"]) != nil { return 30 }
    if take(["一刻"]) != nil { return 15 }
    if take(["三刻"]) != nil { return 45 }
    var reader = self
    guard let minute = reader.number() else { return 0 }
    guard reader.take(["分"]) != nil || reader.text.first.map(\.isWhitespace) ?? true else { return nil }
    self = reader
    return minute
  }

  /// The hour of the day: 中午11点 is before noon, 晚上12点 is the end of the day; 三点 without more is nobody's three at night.
  private func hour(_ hour: Int, isSpoken: Bool) -> Int {
    switch half {
    case "凌晨": hour % 12
    case "中午": hour < 10 ? hour + 12 : hour
    case "下午", "傍晚": hour < 12 ? hour + 12 : hour
    case "晚上", "晚", "夜里": hour >= 5 && hour <= 12 ? hour + 12 : hour
    case nil: isSpoken && (1...6).contains(hour) ? hour + 12 : hour
    default: hour
    }
  }

  /// A number in digits or in Han.
  private mutating func number() -> Int? {
    if let digits = digits() { return Int(digits) }
    let han = text.prefix { $0.unicodeScalars.first?.hanNumber != nil }
    guard let number = Int(han: han) else { return nil }
    text = text.dropFirst(han.count)
    return number
  }

  private mutating func digits() -> String? {
    skip()
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    text = text.dropFirst(digits.count)
    return String(digits)
  }

  private mutating func skip() { text = text.drop(while: \.isWhitespace) }

  /// Takes the first of the words that stands next; one in Latin letters has to end there, or before a digit.
  private mutating func take(_ words: [String]) -> String? {
    let lower = text.drop(while: \.isWhitespace)
    for word in words where lower.prefix(word.count).lowercased() == word {
      let rest = lower.dropFirst(word.count)
      if word.last?.isASCII == true, rest.first.map({ $0.isASCII && $0.isLetter }) == true { continue }
      text = rest
      return word
    }
    return nil
  }

  /// Whether a word may be a day: what stands before a time and was not read is then a day that cannot be read.
  static func mayBeDay(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    if lower.last.map("月日号天周".contains) == true { return true }
    if (weekdays + months).contains(where: { lower == $0 || lower == $0.prefix(3) }) { return true }
    let parts = lower.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { Int(digits: $0) != nil && !$0.isEmpty }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
}
