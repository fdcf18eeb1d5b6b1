import Dashboard
import Desk
import Foundation

/// Clocks in words for the command line.
enum ClockText {
  /// Where a clock stands: `余3时12分`, `late 12m`.
  static func state(_ clock: Clock, _ now: Date) -> Words {
    switch clock.state(at: now) {
    case .ample(let left), .soon(let left), .critical(let left): phrase("余", "left", left)
    case .late(let seconds, _): phrase("超", "late", seconds)
    case .held(let seconds): phrase("停", "held", seconds)
    case .met: Words(zh: "达成", en: "met")
    case .missed(let seconds): phrase("超时完成", "met late by", seconds)
    }
  }

  private static func phrase(_ zh: String, _ en: String, _ seconds: TimeInterval) -> Words {
    let words = duration(seconds)
    return Words(zh: zh + words.zh, en: "\(en) \(words.en)")
  }

  /// A span of time in its two largest units.
  static func duration(_ seconds: TimeInterval) -> Words {
    let seconds = Int(max(0, seconds))
    let (days, hours, minutes) = (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 0 { return Words(zh: "\(days)天\(hours)时", en: "\(days)d\(hours)h") }
    if hours > 0 { return Words(zh: "\(hours)时\(minutes)分", en: "\(hours)h\(minutes)m") }
    if minutes > 0 { return Words(zh: "\(minutes)分\(seconds % 60)秒", en: "\(minutes)m\(seconds % 60)s") }
    return Words(zh: "\(seconds)秒", en: "\(seconds)s")
  }

  /// A clock for programs.
  static func json(_ clock: Clock, _ now: Date) -> JSONText {
    let (state, seconds) = stored(clock.state(at: now))
    return .object([
      ("clock", .text(clock.id.rawValue)), ("started_at", .text(clock.startedAt.isoText)),
      ("due", .text(clock.due.isoText)), ("stopped_at", .optional(clock.stoppedAt?.isoText)),
      ("held_since", .optional(clock.heldSince?.isoText)), ("state", .text(state)),
      ("seconds", .number(Int(seconds))), ("unknown_year", clock.unknownYear.map(JSONText.number) ?? .null),
    ])
  }

  private static func stored(_ state: ClockState) -> (String, TimeInterval) {
    switch state {
    case .ample(let left): ("ample", left)
    case .soon(let left): ("soon", left)
    case .critical(let left): ("critical", left)
    case .late(let seconds, _): ("late", seconds)
    case .held(let seconds): ("held", seconds)
    case .met: ("met", 0)
    case .missed(let seconds): ("missed", seconds)
    }
  }
}
