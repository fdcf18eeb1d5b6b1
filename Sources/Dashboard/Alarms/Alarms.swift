import Desk
import Foundation

/// When the desk makes itself heard: what rings, since when, and what keeps it silent.
struct Alarms: Equatable, Sendable {
  /// How grave: 1 is something refused or failed, 2 is about to break, 3 is broken, 4 is broken and nobody looks after it.
  enum Level: Int, Comparable, Sendable {
    case failed = 1
    case warned, broken, ignored

    static func < (one: Level, two: Level) -> Bool { one.rawValue < two.rawValue }
  }

  /// What decides whether a bell may ring at an instant.
  struct Moment: Sendable {
    var now: Date
    var settings: NotifySettings
    /// The minute of the day at the desk.
    var minute: Int
    /// Whether a form is in use.
    var isOnPhone: Bool
  }

  /// Silence that was asked for, until then.
  private(set) var mutedUntil: Date?
  /// Promises that broke and are neither answered nor acknowledged.
  private var broken: [TicketID: Date] = [:]
  /// The gravest new thing that has not been heard.
  private var news: Level?
  /// When something broken or about to break was last heard.
  private var rangAt: Date?
  /// When there was a bell at all.
  private var soundedAt: Date?

  /// How long a broken promise may ring before it counts as ignored, and how often it rings then (*design*).
  static let patience: TimeInterval = 600
  private static let ignoredAgain: TimeInterval = 30
  private static let silence: TimeInterval = 15 * 60

  /// Whether anything wants to be heard.
  var isRinging: Bool { news != nil || !broken.isEmpty }

  /// Takes in what was recorded of a ticket: a limit that ran out rings until `leave`; of warnings only the last of a clock is heard.
  mutating func hear(_ id: TicketID, _ event: TicketEvent, at instant: Date, isLastWarning: Bool = false) {
    switch event {
    case .breached:
      broken[id] = broken[id] ?? instant
      news = max(news ?? .broken, .broken)
    case .warned where isLastWarning: news = max(news ?? .warned, .warned)
    default: break
    }
  }

  /// Whether a ticket rings until somebody answers or acknowledges what broke.
  func isRinging(_ id: TicketID) -> Bool { broken[id] != nil }

  /// Lets a ticket be: nothing of it is missed, unanswered and unheard any more.
  mutating func leave(_ id: TicketID) { broken[id] = nil }

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
    soundedAt = soundedAt?.addingTimeInterval(seconds)
  }

  func isMuted(at now: Date) -> Bool { mutedUntil.map { $0 > now } ?? false }

  /// What is to be heard now. What a call or a mute keeps from being heard is seen, not heard later.
  ///
  /// - Parameters:
  ///   - moment: The instant, and what decides by it.
  ///   - isDeaf: Whether the store has not been heard of for so long that the screen may be wrong.
  /// - Returns: How grave it is; nil for silence.
  mutating func ring(_ moment: Moment, isDeaf: Bool = false) -> Level? {
    let new = news
    news = nil
    guard let level = [new, old(moment, isDeaf)].compactMap(\.self).max(), mayRing(level, moment) else {
      return nil
    }
    guard !isTooSoon(moment) else {
      // A new thing waits its turn.
      news = new
      return nil
    }
    (rangAt, soundedAt) = (moment.now, moment.now)
    return level
  }

  /// Whether there is a bell for something refused or failed, which is told in words and not made up for later.
  mutating func ringForFailure(_ moment: Moment) -> Bool {
    guard mayRing(.failed, moment), !isTooSoon(moment) else { return false }
    soundedAt = moment.now
    return true
  }

  /// The rules of every bell: none where the settings want none, none into a call; a mute keeps back all but what is ignored, quiet
  /// hours all that is not broken.
  private func mayRing(_ level: Level, _ moment: Moment) -> Bool {
    guard moment.settings.bell, !moment.isOnPhone else { return false }
    if level < .ignored, isMuted(at: moment.now) { return false }
    return level > .warned || !moment.settings.isQuiet(moment.minute)
  }

  private func isTooSoon(_ moment: Moment) -> Bool {
    soundedAt.map { moment.now.timeIntervalSince($0) < moment.settings.gap } ?? false
  }

  /// What is broken rings again after a while, more often when nobody looks after it; a desk that hears nothing of its store is broken.
  private func old(_ moment: Moment, _ isDeaf: Bool) -> Level? {
    let oldest = broken.values.min()
    guard oldest != nil || isDeaf else { return nil }
    let isIgnored = oldest.map { moment.now.timeIntervalSince($0) > Alarms.patience } ?? false
    let again = isIgnored ? Alarms.ignoredAgain : moment.settings.again
    if let rangAt, moment.now.timeIntervalSince(rangAt) < again { return nil }
    return isIgnored ? .ignored : .broken
  }
}
