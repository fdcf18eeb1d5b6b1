package import Desk
import Foundation

extension StaffRole {
  /// What people call the post.
  package var words: Words {
    switch self {
    case .reception: Words(zh: "前台", en: "reception")
    case .engineer: Words(zh: "维修", en: "engineer")
    case .cleaner: Words(zh: "保洁", en: "cleaner")
    case .guard: Words(zh: "秩序", en: "guard")
    case .shiftLead: Words(zh: "当班负责人", en: "shift lead")
    case .supervisor: Words(zh: "主管", en: "supervisor")
    case .manager: Words(zh: "项目经理", en: "manager")
    case .archivist: Words(zh: "档案专人", en: "archive keeper")
    }
  }
}

extension EscalationCause {
  /// What people call the cause.
  package var words: Words {
    switch self {
    case .breached: Words(zh: "超时", en: "late")
    case .unaccepted: Words(zh: "没人接单", en: "nobody took it on")
    }
  }
}

extension TariffUnit {
  /// What people call the unit.
  package var words: Words {
    switch self {
    case .visit: Words(zh: "次", en: "visit")
    case .hour: Words(zh: "小时", en: "hour")
    case .piece: Words(zh: "件", en: "piece")
    case .metre: Words(zh: "米", en: "metre")
    case .month: Words(zh: "月", en: "month")
    }
  }
}

extension Tariff {
  /// What was quoted, in hundredths of a yuan: a service of the standard list in both languages, anything else as it was written.
  static func quoted(_ amount: Int, _ item: String) -> Words {
    let name = OfficeTerms.standard.tariffs.first { $0.item == item }?.words ?? Words(both: item)
    let (zh, en) = ("报价 \(Money.yuan(amount)) 元", "quoted \(Money.yuan(amount)) yuan")
    return Words(zh: Words(zh, en, name.zh).zh, en: Words(zh, en, name.en).en)
  }

  /// The service as it is posted.
  package var words: Words { Words(zh: item, en: english) }

  /// What it costs, without material.
  package var price: Words {
    guard yuan > 0 else { return Words(zh: "免费", en: "free") }
    return Words(zh: "\(yuan) 元/\(per.words.zh)", en: "\(yuan) yuan per \(per.words.en)")
  }
}

extension PhoneLine.Purpose {
  /// What people call the telephone.
  package var words: Words {
    switch self {
    case .service: Words(zh: "24 小时服务电话", en: "24-hour service phone")
    case .complaints: Words(zh: "投诉电话", en: "complaint line")
    case .supervision: Words(zh: "监督电话", en: "supervision line")
    }
  }
}

extension RuleLimit {
  /// What it limits.
  package var words: Words {
    switch key {
    case "backDating": Words(zh: "补记多久以前的事要主管", en: "older entries need a supervisor")
    case "duplicates": Words(zh: "多久以内算可能重复", en: "may be a duplicate within")
    case "followUps": Words(zh: "回访几次不成可以关闭", en: "attempts at a follow-up")
    case "reveal": Words(zh: "哪些岗位可看完整电话", en: "posts that may see whole phones")
    case "dispatch": Words(zh: "报修由谁派工", en: "who gives repairs out")
    case "lowRating": Words(zh: "评分到几分重开", en: "rating that opens it again")
    default: Words(both: key)
    }
  }
}

extension Escalation {
  /// Why it was passed up, and to which post.
  package var words: Words { words(to: role.words) }

  /// The same to whoever `to` says, for one that nobody took on with how long that was.
  func words(to: Words, after wait: TimeInterval? = nil) -> Words {
    switch cause {
    case .breached:
      let clock = clock?.words ?? .none
      return Words(zh: "\(clock.zh)超时，升级至 \(to.zh)", en: "\(clock.en) late, escalated to \(to.en)")
    case .unaccepted:
      let span = wait.map(Words.allowance)
      return Words(
        zh: "\(span.map { "\($0.zh)" } ?? "")没人接单，已告知 \(to.zh)",
        en: "not taken on\(span.map { " for \($0.en)" } ?? ""), told \(to.en)")
    }
  }

  /// The post with the names of those who can be told: `主管 赵敏`.
  package func recipients(on desk: Desk) -> Words {
    let names = desk.present(of: role).map(\.plainLine)
    guard !names.isEmpty else {
      if desk.names(of: role).isEmpty {
        return Words(zh: "\(role.words.zh)（名册上没有）", en: "\(role.words.en) (none on the staff)")
      }
      let on = desk.onShift.map(\.plainLine)
      return on.isEmpty
        ? Words(
          zh: "\(role.words.zh)（\(Words.nobodyOnShift.zh)）",
          en: "\(role.words.en) (\(Words.nobodyOnShift.en))")
        : Words(
          zh: "\(role.words.zh)（不当班，当班的有 \(on.joined(separator: "、"))）",
          en: "\(role.words.en) (none on shift; on: \(on.joined(separator: ", ")))")
    }
    return Words(
      zh: "\(role.words.zh) \(names.joined(separator: "、"))",
      en: "\(role.words.en) \(names.joined(separator: ", "))")
  }
}
