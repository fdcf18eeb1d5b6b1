import Desk
import Foundation

extension LifeObstacle {
  /// The obstacle in one sentence, and what to do instead.
  func words(_ id: TicketID, zone: TimeZone) -> Words {
    switch self {
    case .notSigned:
      Words(zh: "\(id) 责任人还没有签字。请先签字。", en: "\(id): whoever did the work has not signed. Sign it first.")
    case .alreadySigned:
      Words(zh: "\(id) 已经签字。接下来验收。", en: "\(id) is signed already. Check it next.")
    case .notChecked:
      Words(zh: "\(id) 还没有验收。请先验收。", en: "\(id) was not checked yet. Check it first.")
    case .alreadyChecked:
      Words(
        zh: "\(id) 已经验收。再有问题请重开。", en: "\(id) was checked already. Reopen it if something is wrong.")
    case .secondPersonNeeded(let name):
      Words(
        zh: "\(name.plainLine) 是 \(id) 的责任人，不能自己验收。请换一位。",
        en: "\(name.plainLine) did \(id) and cannot check it. Somebody else must.")
    case .followUpOwed(let attempts, let needed):
      Words(
        zh: "\(id) 还没有回访（未联系上 \(attempts)/\(needed) 次）。请先回访，或记下没有联系上。",
        en:
          "\(id): nobody was asked how it went (\(attempts) of \(needed) attempts). Follow up, or note that nobody was reached."
      )
    case .alreadyFollowedUp:
      Words(zh: "\(id) 已经回访。可以关闭。", en: "\(id) was followed up already. Close it.")
    case .ratingOutOfRange(let rating):
      Words(zh: "评分不能是 \(rating)。请给 1 到 5 分。", en: "\(rating) is no rating. Give 1 to 5.")
    case .noSuchStep(let step):
      Words(
        zh: "\(id) 这类单不用\(step.words.zh)。办结后可以关闭。",
        en: "\(id): its kind has no step \"\(step.words.en)\". Close it once it is completed.")
    case .explanationMissing:
      Words(
        zh: "\(id) 是投诉，办结要写明解释和答复。", en: "\(id) is a complaint. Write what the reporter was told in the end.")
    case .chargeOpen(let amount):
      Words(
        zh: "\(id) 报价 \(Money.yuan(amount)) 元，业主还没有答复。请先记业主同意或不同意。",
        en:
          "\(id): \(Money.yuan(amount)) yuan were quoted and not answered. Note the owner's yes or no first.")
    case .nothingQuoted:
      Words(zh: "\(id) 没有待答复的报价。请先报价。", en: "\(id): no quote waits for an answer. Quote a price first.")
    case .neverCharged:
      Words(zh: "\(id) 这类单不收费。", en: "\(id): its kind is never charged for. Register a repair instead.")
    case .amountMissing:
      Words(zh: "\(id) 报价要写多少元，如 50。", en: "\(id): write how many yuan, such as 50.")
    case .promisePassed(let date):
      Words(
        zh: "\(date.deskText(zone)) 已经过去。请答应一个以后的时间。",
        en: "\(date.deskText(zone)) has passed. Promise a time that is still to come.")
    case .alreadyInCharge(let name):
      Words(
        zh: "\(id) 已经由 \(name.plainLine) 负责。移交请写别人。",
        en: "\(name.plainLine) is in charge of \(id) already. Name somebody else.")
    case .onlyReporter:
      Words(
        zh: "\(id) 只有一位报修人，不用拆分。", en: "\(id) has one reporter only: there is nobody to split off.")
    case .alreadyReporter:
      Words(
        zh: "\(id) 的报修人里已经有这一位。请先拆分，或另写一位。",
        en: "\(id): they are among its callers already. Split them off first, or name somebody else.")
    case .alreadyComplaint:
      Words(
        zh: "\(id) 已经是投诉。性质更重可以定为严重投诉。", en: "\(id) is a complaint already. Grade it as serious if it is.")
    }
  }
}
