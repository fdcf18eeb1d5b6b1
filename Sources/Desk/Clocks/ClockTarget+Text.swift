import Foundation

extension ClockTarget {
  /// Reads `30m`, `4h` or `5 working days`; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 3, words[1] == "working", ["day", "days"].contains(words[2]) {
      guard let days = Int(words[0]), (1...9999).contains(days) else { return nil }
      self = .workingDays(days)
    } else if let seconds = TimeInterval(written: text) {
      self = .time(seconds)
    } else {
      return nil
    }
  }
}

extension ClockTarget: CustomStringConvertible {
  package var description: String {
    switch self {
    case .time(let seconds): seconds.written
    case .workingDays(let days): days == 1 ? "1 working day" : "\(days) working days"
    }
  }
}

extension TimeInterval {
  private static let units: [(letter: Character, seconds: Int)] = [
    ("d", 86400), ("h", 3600), ("m", 60), ("s", 1),
  ]

  /// Reads `90s`, `30m`, `4h` or `2d`, whole and more than nothing; nil for anything else.
  package init?(written text: String) {
    guard let last = text.last, let unit = Self.units.first(where: { $0.letter == last }),
      let number = Int(text.dropLast()), number > 0, number < 1_000_000
    else { return nil }
    self = TimeInterval(number * unit.seconds)
  }

  /// Itself as settings write it, in the largest unit up to hours that fits without a rest: `48h`, `90m`. Days are read, and not
  /// written, because a day is easily taken for a working day.
  package var written: String {
    let seconds = Int(self)
    let unit = Self.units.dropFirst().first { seconds % $0.seconds == 0 } ?? ("s", 1)
    return "\(seconds / unit.seconds)\(unit.letter)"
  }
}
