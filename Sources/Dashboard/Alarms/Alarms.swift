import Desk
import Foundation

/// When the desk makes itself heard: what rings, since when, and what keeps it silent.
struct Alarms: Equatable, Sendable {
  /// How grave: 2 is about to break, 3 is broken, 4 is broken and nobody looks after it.
  enum Level: Int, Comparable, Sendable {
    case warned = 2
    case broken, ignored

    static func < (one: Level, two: Level) -> Bool { one.rawValue < two.rawValue }
  }

  /// Silence that was asked for, until then.
  private(set) var mutedUntil: Date?
  /// Promises that broke and nobody has looked after since.
  private var broken: [TicketID: Date] = [:]
  /// The gravest new thing that has not been heard.
  private var news: Level?
  private var rangAt: Date?

  /// How long a broken promise may ring before it counts as ignored, and how often it rings then: ux.md c.8, level 4.
  static let patience: TimeInterval = 600
  private static let ignoredAgain: TimeInterval = 30
  private static let silence: TimeInterval = 15 * 60

  /// Whether anything wants to be heard.
  var isRinging: Bool { news != nil || !broken.isEmpty }

  /// Takes in what was recorded of a ticket: a limit that ran out rings until somebody does anything about the ticket; of warnings
  /// only the last of a clock is heard.
  mutating func hear(_ id: TicketID, _ event: TicketEvent, at instant: Date, isLastWarning: Bool = false) {
    switch event {
    case .breached:
      broken[id] = broken[id] ?? instant
      news = max(news ?? .broken, .broken)
    case .warned where isLastWarning: news = max(news ?? .warned, .warned)
    case .warned, .escalated, .policyApplied: break
    default: broken[id] = nil
    }
  }

  /// Takes in what broke before the desk was opened and nobody acknowledged: it rings as if it had just broken.
  mutating func hear(unheard ids: [TicketID], at instant: Date) {
    for id in ids { broken[id] = instant }
    if !ids.isEmpty { news = .broken }
  }

  /// Silences the desk for a quarter of an hour, or lets it be heard again.
  mutating func toggleMute(at now: Date) {
    mutedUntil = isMuted(at: now) ? nil : now.addingTimeInterval(Alarms.silence)
  }

  /// Moves along with a clock that was set, so that silence lasts as long as it was to last.
  mutating func shift(by seconds: TimeInterval) {
    mutedUntil = mutedUntil?.addingTimeInterval(seconds)
    rangAt = rangAt?.addingTimeInterval(seconds)
  }

  func isMuted(at now: Date) -> Bool { mutedUntil.map { $0 > now } ?? false }

  /// What is to be heard now. What a call or a mute keeps from being heard is seen, not heard later.
  ///
  /// - Parameters:
  ///   - now: The instant.
  ///   - settings: How often bells may come, and the quiet hours.
  ///   - minute: The minute of the day at the desk.
  ///   - isOnPhone: Whether a form is in use.
  ///   - isDeaf: Whether the store has not been heard of for so long that the screen may be wrong.
  /// - Returns: How grave it is; nil for silence.
  mutating func ring(
    at now: Date, _ settings: NotifySettings, minute: Int, isOnPhone: Bool, isDeaf: Bool = false
  ) -> Level? {
    let new = news
    news = nil
    guard settings.bell, let level = [new, old(at: now, settings, isDeaf)].compactMap(\.self).max() else {
      return nil
    }
    if isOnPhone || level < .ignored && isMuted(at: now) { return nil }
    if level == .warned, settings.isQuiet(minute) { return nil }
    if let rangAt, now.timeIntervalSince(rangAt) < settings.gap {
      // Too soon after the last one: a new thing waits its turn.
      news = new
      return nil
    }
    rangAt = now
    return level
  }

  /// What is broken rings again after a while, more often when nobody looks after it; a desk that hears nothing of its store is broken.
  private func old(at now: Date, _ settings: NotifySettings, _ isDeaf: Bool) -> Level? {
    let oldest = broken.values.min()
    guard oldest != nil || isDeaf else { return nil }
    let level: Level = oldest.map { now.timeIntervalSince($0) > Alarms.patience } == true ? .ignored : .broken
    let again = level == .ignored ? Alarms.ignoredAgain : settings.again
    guard let rangAt else { return level }
    return now.timeIntervalSince(rangAt) >= again ? level : nil
  }
}
