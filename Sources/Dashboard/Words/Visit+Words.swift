package import Desk
package import Foundation

extension VisitPurpose {
  /// What people call the reason for a visit.
  package var words: Words {
    switch self {
    case .delivery: Words(zh: "送货", en: "delivery")
    case .contractor: Words(zh: "施工", en: "contractor")
    case .viewing: Words(zh: "看房", en: "viewing")
    case .guest: Words(zh: "访友", en: "guest")
    case .other: Words(zh: "其他", en: "other")
    }
  }
}

extension Arrival {
  /// `送货 顺丰`: what for, without saying so where there are only free words.
  package var words: Words {
    let free = text.plainLine
    if purpose == .other, !free.isEmpty { return Words(both: free) }
    return Words(zh: "\(purpose.words.zh) \(free)".trimmed, en: "\(purpose.words.en) \(free)".trimmed)
  }
}

extension VisitLine {
  /// Why it is not kept as it stands, and what to write instead; nil for a line that is.
  package var refusal: Words? {
    wrongPhone.map { number in
      let words = Words(noPhone: Words(zh: "“\(number)”", en: "\"\(number)\""))
      return Words(
        zh: "\(words.zh)是单号就在前面写“单号”。",
        en: "\(words.en) If it is a parcel's, write order before it.")
    }
  }
}

extension VisitEvent {
  /// What happened, in a short sentence without the time, the author, or anybody's name.
  package var words: Words {
    switch self {
    case .arrived(let arrival):
      Words(
        zh: "访客进 \(arrival.place.words.zh)：\(arrival.words.zh)",
        en: "visitor to \(arrival.place.words.en): \(arrival.words.en)")
    case .left: Words(zh: "访客离开", en: "visitor left")
    case .takenBack: Words(zh: "访客登记撤销上一步", en: "last entry of the visitor undone")
    }
  }
}

extension VisitRefusal {
  /// The obstacle in one sentence, and what to do instead.
  package func words(zone: TimeZone) -> Words {
    switch self {
    case .unknown(let id):
      Words(
        zh: "没有访客 \(id)。在里面的请看 frontdesk visitors。",
        en: "There is no visitor \(id). Those inside: frontdesk visitors.")
    case .left(let id, let at?):
      Words(
        zh: "\(id) 已于 \(at.deskText(zone)) 离开。又来了请重新登记。",
        en: "\(id) left at \(at.deskText(zone)). Register them again if they are back.")
    case .void(let id):
      Words(
        zh: "\(id) 的登记已经撤销。来了请重新登记。",
        en: "\(id) was undone: nobody came. Register them if they are there.")
    case .left(let id, nil):
      Words(zh: "\(id) 早已离开。又来了请重新登记。", en: "\(id) left long ago. Register them again if they are back.")
    case .beforeArrival(let id, let at):
      Words(
        zh: "\(id) \(at.deskText(zone)) 才进来。离开的时间请写在那之后。",
        en: "\(id) arrived only at \(at.deskText(zone)). Give a time after that for leaving.")
    }
  }
}
