import Desk

extension RoundSchedule.Frequency {
  /// As it is stored: `2h`, `daily`, `weekly 1`, `monthly 31`.
  var stored: String {
    switch self {
    case .hours(let hours): "\(hours)h"
    case .daily: "daily"
    case .weekly(let day): "weekly \(day)"
    case .monthly(let day): "monthly \(day)"
    }
  }

  /// Reads what `stored` writes; nil for anything else.
  init?(stored text: String) {
    let words = text.split(separator: " ")
    if text == "daily" {
      self = .daily
    } else if text.hasSuffix("h"), let hours = Int(text.dropLast()) {
      self = .hours(hours)
    } else if words.count == 2, let day = Int(words[1]), words[0] == "weekly" {
      self = .weekly(on: day)
    } else if words.count == 2, let day = Int(words[1]), words[0] == "monthly" {
      self = .monthly(on: day)
    } else {
      return nil
    }
  }
}
