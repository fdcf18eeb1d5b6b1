package import Desk

extension HouseholdEvent {
  /// What happened, in a short sentence without the time, the author, or anybody's name.
  func words(of place: Place) -> Words {
    let home = place.text.plainLine
    switch self {
    case .registered: return Words(zh: "\(home) 登记业户", en: "\(home) added to the households")
    case .contactChanged: return Words(zh: "\(home) 业户资料更新", en: "\(home): a contact was updated")
    case .contactRevealed(_, let reason):
      return Words(
        zh: "\(home) 查看电话：\(reason.plainLine)", en: "\(home): a phone was shown: \(reason.plainLine)")
    case .contactErased(let contact, let reason):
      return Words(
        zh: "\(home) \(contact == nil ? "全部业户资料" : "一个人的资料")已删除：\(reason.plainLine)",
        en:
          "\(home): \(contact == nil ? "everyone's personal data was" : "somebody's personal data was") erased: \(reason.plainLine)"
      )
    }
  }
}

extension ResidentRole {
  /// What they are to the place.
  package var words: Words {
    switch self {
    case .owner: Words(zh: "业主", en: "owner")
    case .tenant: Words(zh: "租户", en: "tenant")
    case .family: Words(zh: "家人", en: "family")
    case .other: Words(zh: "其他", en: "other")
    }
  }

  /// Reads a role as people write it, in either language; nil for anything else.
  package init?(written text: String) {
    let known: [(ResidentRole, [String])] = [
      (.owner, ["业主", "房东", "户主", "产权人", "owner"]), (.tenant, ["租户", "租客", "承租人", "tenant"]),
      (.family, ["家人", "家属", "亲属", "family"]), (.other, ["其他", "other", ""]),
    ]
    guard let role = known.first(where: { $0.1.contains(text.lowercased()) })?.0 else { return nil }
    self = role
  }
}

extension Contact {
  /// What stands for somebody who was written down and cannot be read: erased where that is on record.
  package static func missing(isErased: Bool) -> Words {
    isErased ? Words(zh: "已删除", en: "erased") : Words(zh: "读不出", en: "unreadable")
  }

  /// The phone as it may stand on a screen.
  package var maskedPhone: String { phone.plainLine.maskedPhone }
}
