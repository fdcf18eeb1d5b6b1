import Dashboard
import Desk
import Foundation

extension TicketAction {
  /// What is agreed with the owner, and who vouches for the work.
  static let agreed = vouching + agreeing

  private static let vouching = [
    TicketAction(["sign", "签字"], "sign", zh: "责任人签字", en: "the person responsible signs") {
      _ throws(Failure) in .paper(.sign)
    },
    TicketAction(["check", "验收"], "check [--by NAME]", zh: "验收合格，由第二人", en: "a second person finds it good") {
      it throws(Failure) in .paper(.passCheck(by: it.options.value("by")))
    },
    TicketAction(
      ["check-failed", "验收不合格"], "check-failed REASON [--by NAME]", zh: "验收不合格，退回处理",
      en: "it goes back to work"
    ) { it throws(Failure) in .paper(.failCheck(by: it.options.value("by"), reason: it.text)) },
    TicketAction(["follow-up", "回访"], "follow-up 1-5 [TEXT]", zh: "回访评分，低分自动重开", en: "ask how it went") {
      it throws(Failure) in .paper(.followUp(rating: try rating(it.first("1-5")), text: it.rest))
    },
    TicketAction(["unreachable", "未联系上"], "unreachable [TEXT]", zh: "回访没有联系上", en: "nobody was reached") {
      it throws(Failure) in .paper(.reachNobody(text: it.text))
    },
    TicketAction(["cause", "归因"], "cause TEXT", zh: "记下起因，供改进", en: "why it came to this") {
      it throws(Failure) in .paper(.nameCause(text: it.text))
    },
  ]

  private static let agreeing = [
    TicketAction(["quote", "报价"], "quote YUAN WHAT", zh: "报价：元、项目", en: "name a price to the owner") {
      it throws(Failure) in .paper(.quote(amount: try amount(it.first("YUAN")), what: try it.second("WHAT")))
    },
    TicketAction(["accept-charge", "同意收费"], "accept-charge", zh: "业主同意收费", en: "the owner pays") {
      _ throws(Failure) in .paper(.acceptCharge)
    },
    TicketAction(
      ["decline-charge", "不同意收费"], "decline-charge [REASON]", zh: "业主不同意收费", en: "the owner does not pay"
    ) { it throws(Failure) in .paper(.declineCharge(reason: it.text)) },
    TicketAction(["part", "订件"], "part WHAT [--expected TIME]", zh: "订购配件", en: "a part was ordered") {
      it throws(Failure) in .paper(.orderPart(what: it.text, expected: nil))
    },
    TicketAction(["promise", "答应"], "promise TIME [TEXT]", zh: "答应业主一个时间", en: "promise the owner a time") {
      it throws(Failure) in
      _ = try it.first("TIME")
      return .paper(.promise(at: .distantPast, text: it.rest))
    },
    TicketAction(
      ["hand-off", "移交"], "hand-off NAME", zh: "投诉移交给另一人负责", en: "another answers for a complaint"
    ) {
      it throws(Failure) in .paper(.handOff(to: try it.first("NAME")))
    },
  ]

  private static func rating(_ word: String) throws(Failure) -> Int {
    guard let rating = Int(word.hasSuffix("分") ? String(word.dropLast()) : word) else {
      throw Failure(
        .usage, zh: "“\(word.plainLine)”不是评分。请写 1 到 5。",
        en: "\"\(word.plainLine)\" is no rating. Write 1 to 5.")
    }
    return rating
  }

  private static func amount(_ word: String) throws(Failure) -> Int {
    guard let amount = Money.read(word) else {
      throw Failure(
        .usage, zh: "“\(word.plainLine)”不是金额。请写元，如 50 或 50.5。",
        en: "\"\(word.plainLine)\" is no amount. Write yuan, such as 50 or 50.5.")
    }
    return amount
  }
}

extension PaperCommand {
  /// Itself with the times that were typed: they are read in the desk's zone, which only the store knows.
  func timed(_ words: [String], _ options: Options, _ zone: TimeZone, _ now: Date) throws(Failure)
    -> PaperCommand
  {
    switch self {
    case .promise(_, let text):
      let typed = words.dropFirst().joined(separator: " ")
      if let time = SpokenTime(now: now, zone: zone).leading(typed) {
        return .promise(at: time.at, text: time.rest)
      }
      let first = words.count > 1 ? words[1] : ""
      guard let at = TypedTime.read(first, zone: zone, today: now) else {
        throw TypedTime.unreadable("TIME", typed)
      }
      return .promise(at: at, text: text)
    case .orderPart(let what, _):
      guard let typed = options.value("expected") else { return self }
      let spoken = SpokenTime(now: now, zone: zone).leading(typed)
      guard let at = spoken?.rest.isEmpty == true ? spoken?.at : TypedTime.read(typed, zone: zone, today: now)
      else { throw TypedTime.unreadable("--expected", typed) }
      return .orderPart(what: what, expected: at)
    default: return self
    }
  }
}
