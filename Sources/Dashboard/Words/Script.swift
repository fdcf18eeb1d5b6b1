import Desk
import Foundation

/// What the clerk says on the phone while the caller is still there: what to do at once, and by when somebody comes.
enum Script {
  /// The line of a category, the office's own before ours; empty for a category that has none. Of water, what was said tells whether it
  /// comes from above: then no valve of the caller's own stops it.
  static func advice(_ category: String, of text: String = "", _ settings: Settings) -> Words {
    if let own = settings.scripts[category] { return Words(both: own) }
    let isWater = ["leak", "plumbing", "drainage"].contains(category)
    return isWater && Category.comesFromAbove(text) ? fromAbove : standard[category] ?? .none
  }

  /// What the posted promises say of a ticket: what comes first, two at most; of what is late by now, what was owed.
  static func promise(_ ticket: Ticket, _ policy: Policy, _ dates: DateWords, at now: Date) -> Words {
    let clocks = ticket.clocks(policy).filter(\.isOpen).sorted { $0.due < $1.due }
    let said = clocks.compactMap { clock in
      clock.id.said.map { said in
        if clock.due < now { return late(clock, said, dates, at: now) }
        let within = Words.within(clock, dates, at: now)
        return Words(zh: "\(said.zh.who)\(within.zh)\(said.zh.what)", en: "\(said.en) \(within.en)")
      }
    }.prefix(2)
    guard !said.isEmpty else { return .none }
    let en = said.map(\.en).joined(separator: ", ")
    return Words(
      zh: said.map(\.zh).joined(separator: "，") + "。", en: "\(en.prefix(1).uppercased())\(en.dropFirst()).")
  }

  private static func late(
    _ clock: Clock, _ said: (zh: (who: String, what: String), en: String), _ dates: DateWords, at now: Date
  ) -> Words {
    let (by, late) = (dates.short(clock.due, near: now), Words.late(now.timeIntervalSince(clock.due)))
    return Words(
      zh: "本该 \(said.zh.who)\(by.zh) 前\(said.zh.what)，已\(late.zh)，请先致歉",
      en: "promised was: \(said.en) by \(by.en), now \(late.en): say sorry first")
  }

  private static let fromAbove = Words(
    zh: "我们马上去楼上查，请那户关总阀。请挪开下面的东西，别碰滴水的灯和开关。",
    en: "We go upstairs and have the main valve closed there. Move things away, touch no wet lamp or switch.")

  /// The advice is *design*: what keeps people and floors safe until somebody is there.
  private static let standard: [String: Words] = [
    "lift": Words(
      zh: "若有人被困：请不要扒门，按红色报警钮等候。",
      en: "If anyone is trapped: do not force the doors, press the alarm and wait."),
    "power": Words(
      zh: "请先关掉大功率电器，暂时不要乘电梯。", en: "Switch off what draws much current, and leave the lifts alone for now."),
    "water": Words(
      zh: "请先关好家里的水龙头，以免来水时溢水。", en: "Close your taps, so that nothing floods when the water is back."),
    "lighting": Words(
      zh: "请告诉我最近的楼栋或灯杆号，走路当心。", en: "Tell me the nearest building or lamp post, and mind your step."),
    "plumbing": Words(zh: "请先关闭角阀或入户总阀。", en: "Close the valve below it or the main valve first."),
    "leak": Words(
      zh: "请先关闭厨房角阀或入户总阀，挪开电器。",
      en: "Close the kitchen valve or the main valve first, and move what is electric."),
    "electrical": Words(
      zh: "请不要碰电箱，也不要反复合闸。", en: "Do not touch the fuse box, and do not switch it on again."),
    "drainage": Words(zh: "请先停止用水，不要再冲马桶。", en: "Stop using water, and do not flush."),
    "gas": Words(
      zh: "请马上关阀、开窗，不要动任何开关，人先到室外。",
      en: "Close the valve, open the windows, touch no switch, and go outside at once."),
    "doors": Words(
      zh: "请不要硬拉硬撬。里面有老人孩子吗？", en: "Do not force it. Is a child or an elderly person locked in?"),
    "intercom": Words(
      zh: "有访客请先打前台电话，我们替您开门。", en: "Let visitors call the desk meanwhile; we open for them."),
    "fire": Words(
      zh: "有明火请先拨 119，走楼梯，不乘电梯。", en: "If anything burns call 119 first; take the stairs, not the lift."),
    "structure": Words(
      zh: "请离开可能掉落的地方，不要让人从下面走。", en: "Keep away from what may fall, and let nobody pass below."),
    "greenery": Words(
      zh: "请告诉我最近的楼栋，倒伏的树请绕行。", en: "Tell me the nearest building, and keep clear of what has fallen."),
    "noise": Words(
      zh: "请告诉我是哪一户、几点开始。我们不会说出您是谁。",
      en: "Tell me where it comes from and since when; we do not say who called."),
    "parking": Words(zh: "请告诉我车牌号和位置。", en: "Tell me the number plate and the place."),
    "cleaning": Words(zh: "请告诉我在哪一层、是什么。", en: "Tell me which floor, and what it is."),
    "security": Words(
      zh: "有人身危险请先拨 110，不要自己上前。", en: "If anyone is in danger call 110 first, and keep away."),
    "attitude": Words(zh: "对不起。请告诉我时间、地点和经过。", en: "I am sorry. Tell me when, where and what happened."),
    "neighbours": Words(
      zh: "请先不要当面争执，告诉我是哪一户。", en: "Please do not argue with them; tell me which flat it is."),
    "fees": Words(zh: "请告诉我房号和哪几个月。", en: "Tell me the flat and which months it is about."),
    "procedure": Words(zh: "请告诉我要办什么，我把要带的材料念给您。", en: "Tell me what it is for; I read you what to bring."),
    "other": Words(zh: "我重复一遍，您听对不对。", en: "Let me read it back to you."),
  ]
}

extension ClockID {
  /// What a clock promises, as one says it to the caller; nil for what only the office counts.
  fileprivate var said: (zh: (who: String, what: String), en: String)? {
    switch self {
    case .onSite: (("师傅 ", "到场"), "somebody is with you")
    case .vital: (("", "处置"), "it is dealt with")
    case .complaintOnSite: (("我们 ", "到现场"), "we are there")
    case .feedback, .complaintFeedback: (("", "给您回话"), "you hear from us")
    case .lighting: (("", "修好"), "the light is mended")
    case .complaintResolve: (("", "办结"), "it is settled")
    case .logDue, .promise: nil
    }
  }
}

extension Words {
  /// For how long a call counts as one that comes now: a talk is seldom longer (*design*).
  private static let freshness: TimeInterval = 300

  /// How long a clock gives where the call has only just come, else how long it leaves; where that is no round time, by when.
  fileprivate static func within(_ clock: Clock, _ dates: DateWords, at now: Date) -> Words {
    let isFresh = now.timeIntervalSince(clock.startedAt) <= freshness
    let minutes = max(1, Int(clock.due.timeIntervalSince(isFresh ? clock.startedAt : now) / 60))
    if minutes < 60 { return Words(zh: "\(minutes) 分钟内", en: "within \(minutes) minutes") }
    if isFresh, minutes % 60 == 0, minutes <= 12 * 60 {
      let hours = minutes / 60
      return Words(zh: "\(hours) 小时内", en: hours == 1 ? "within an hour" : "within \(hours) hours")
    }
    let by = dates.short(clock.due, near: now)
    return Words(zh: "\(by.zh) 前", en: "by \(by.en)")
  }
}
