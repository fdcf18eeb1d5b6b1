package import Desk
package import Foundation
import Screen

/// How a clock's state is put in a list cell: a tag of two columns, a few words and a role.
package struct Countdown: Equatable, Sendable {
  /// Two columns, never the only sign of a state.
  package var tag: String
  package var words: Words
  package var role: Role

  /// Words a clock at an instant.
  ///
  /// - Parameters:
  ///   - clock: The clock.
  ///   - now: The instant.
  ///   - seconds: Whether the last five minutes may count seconds; off while someone types.
  package init(_ clock: Clock, at now: Date, seconds: Bool = true) {
    guard clock.doubt(at: now) == nil else {
      self = .toCheck
      return
    }
    switch clock.state(at: now) {
    case .ample(let left): self.init("  ", .due(left, seconds), .ok)
    case .soon(let left): self.init("! ", .due(left, seconds), .soon)
    case .critical(let left): self.init("!!", .due(left, seconds), .critical)
    case .late(let by, let ignored): self.init(ignored ? "XX" : "X ", .late(by), ignored ? .ignored : .over)
    case .held(let span): self.init("= ", .held(span), .held)
    case .met: self.init("v ", clock.metWords, .done)
    case .missed(by: 0), .unanswered: self.init("x ", Words(zh: "已超时", en: "missed"), .dim)
    case .missed(let by): self.init("x ", .late(by), .dim)
    case .void: self.init("- ", Words(zh: "不再计", en: "void"), .dim)
    }
  }

  /// Words what falls due and has no clock: a checkpoint, the start of a round, the response to an incident. It goes by the limits of half
  /// an hour.
  ///
  /// - Source: *design*.
  init(due: Date, at now: Date, seconds: Bool) {
    let (left, limits) = (due.timeIntervalSince(now), Policy.onSite)
    switch left {
    case ..<(-limits.ignored): self.init("XX", .late(-left), .ignored)
    case ..<0: self.init("X ", .late(-left), .over)
    case ...limits.critical: self.init("!!", .due(left, seconds), .critical)
    case ...limits.soon: self.init("! ", .due(left, seconds), .soon)
    default: self.init("  ", .due(left, seconds), .ok)
    }
  }

  /// Words how long something waits.
  init(heldSince start: Date, at now: Date) {
    guard ClockDoubt.ahead(of: now, start) == nil else {
      self = .toCheck
      return
    }
    self.init("= ", .held(max(0, now.timeIntervalSince(start))), .held)
  }

  /// The columns of a cell for its words: ten hold hours and minutes but for English ones as long as `late 10h05m`, for which only a
  /// wide row has room.
  static func cell(isWide: Bool, _ language: Language) -> Int { isWide && language == .english ? 11 : 10 }

  /// Its words in a cell: where the smaller unit has no room, without it.
  func words(within columns: Int, _ language: Language) -> String {
    let whole = words(language)
    guard displayWidth(whole) > columns, let hours = whole.firstMatch(of: /^.*\d[天d时h](?=\d\d[时h分m]$)/)
    else {
      return whole
    }
    return String(hours.output)
  }

  /// What cannot be trusted.
  private static let toCheck = Countdown("? ", Words(zh: "待核", en: "check"), .soon)

  init(_ tag: String, _ words: Words, _ role: Role) {
    (self.tag, self.words, self.role) = (tag, words, role)
  }
}

extension Words {
  /// Time left: `余3时12分`, `余22分`, and `余04:31` in the last five minutes.
  static func due(_ left: TimeInterval, _ seconds: Bool) -> Words {
    let total = Int(left)
    if seconds, total < 300 {
      let clock = "\((total / 60).digits(2)):\((total % 60).digits(2))"
      return Words(zh: "余\(clock)", en: "due \(clock)")
    }
    let span = Words.span(left)
    return Words(zh: "余\(span.zh)", en: "due \(span.en)")
  }

  /// How late something is: `超1时05分`.
  package static func late(_ by: TimeInterval) -> Words {
    let span = Words.span(by)
    return Words(zh: "超\(span.zh)", en: "late \(span.en)")
  }

  static func held(_ span: TimeInterval) -> Words {
    let span = Words.span(span)
    return Words(zh: "停\(span.zh)", en: "held \(span.en)")
  }

  /// How long something may take, as promises are written: `30分钟`, `4小时`, `1时30分`.
  static func allowance(_ seconds: TimeInterval) -> Words {
    let minutes = Int(seconds / 60)
    if minutes < 60 { return Words(zh: "\(minutes)分钟", en: "\(minutes)m") }
    guard minutes.isMultiple(of: 60) else { return span(seconds) }
    return Words(zh: "\(minutes / 60)小时", en: "\(minutes / 60)h")
  }

  /// A length of time in whole minutes, rounded down: `12分`, `3时05分`, `2天04时`, `412天`.
  package static func span(_ seconds: TimeInterval) -> Words {
    let minutes = Int(seconds / 60)
    let (hours, days) = (minutes / 60, minutes / 1440)
    if minutes < 60 { return Words(zh: "\(minutes)分", en: "\(minutes)m") }
    if hours < 48 {
      return Words(zh: "\(hours)时\((minutes % 60).digits(2))分", en: "\(hours)h\((minutes % 60).digits(2))m")
    }
    if days < 10 {
      return Words(zh: "\(days)天\((hours % 24).digits(2))时", en: "\(days)d\((hours % 24).digits(2))h")
    }
    return Words(zh: "\(days)天", en: "\(days)d")
  }
}

extension Words {
  /// A time that was promised to the owner, in four columns.
  static let promised = Words(zh: "答应", en: "prom")

  /// That such a time is over and nobody came.
  static let promisePassed = Words(zh: "答应业主的时间过了", en: "promised to the owner, time passed")
}

extension Clock {
  /// What met it: of a fault that waits for parts nobody may read that it is mended.
  fileprivate var metWords: Words {
    if isAnsweredByWait { return Words(zh: "已告知", en: "told") }
    return switch id {
    case .onSite, .complaintOnSite: Words(zh: "已到场", en: "met")
    case .feedback, .complaintFeedback: Words(zh: "已反馈", en: "met")
    case .vital, .lighting, .complaintResolve, .logDue: Words(zh: "已办结", en: "met")
    case .promise: Words(zh: "已做到", en: "met")
    }
  }
}

extension ClockID {
  /// Four columns for lists.
  package var short: Words {
    switch self {
    case .feedback, .complaintFeedback: Words(zh: "反馈", en: "fdbk")
    case .onSite, .complaintOnSite: Words(zh: "到场", en: "site")
    case .vital: Words(zh: "处置", en: "fix")
    case .lighting: Words(zh: "照明", en: "lamp")
    case .complaintResolve: Words(zh: "办结", en: "end")
    case .logDue: Words(zh: "限期", en: "limit")
    case .promise: .promised
    }
  }
}
