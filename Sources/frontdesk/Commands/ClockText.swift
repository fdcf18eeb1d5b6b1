import Dashboard
import Desk
import Foundation

/// Clocks in words for the command line.
enum ClockText {
  /// Where a clock stands, as on the screen: `余3时12分`, `late 12m`; one that ended late says so in full.
  static func state(_ clock: Clock, _ now: Date) -> Words {
    switch clock.state(at: now) {
    case .unanswered: return Words(zh: "超时，无人兑现", en: "missed, and nobody kept it")
    case .missed(by: 0):
      return Words(zh: "已记超时，按时的事后补记", en: "on record as missed, met in time by a later note")
    case .missed(let seconds):
      let span = Words.span(seconds)
      return clock.isAnsweredByWait
        ? Words(zh: "超时告知\(span.zh)", en: "told late by \(span.en)")
        : Words(zh: "超时完成\(span.zh)", en: "met late by \(span.en)")
    default: return Countdown(clock, at: now, seconds: false).words
    }
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
    case .void: ("void", 0)
    case .missed(let seconds): ("missed", seconds)
    case .unanswered: ("unanswered", 0)
    }
  }
}
