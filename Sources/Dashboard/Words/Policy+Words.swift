package import Desk

extension ClockRule {
  /// What the promise runs on: kinds, and what narrows them.
  package var covers: Words {
    let kinds = TicketKind.allCases.filter(self.kinds.contains).map(\.words)
    var parts = [Words(list: kinds)]
    if onlyUrgent { parts.append(Urgency.urgent.words) }
    if let systems {
      let names = CategorySystem.allCases.filter(systems.contains).map { Category.words($0.rawValue) }
      parts.append(Words(list: names))
    }
    if let complexity { parts.append(complexity.words) }
    if let grade { parts.append(grade.words) }
    return Words(list: parts, zh: " ", en: " ")
  }
}

extension ClockTarget {
  /// What people call the span.
  package var words: Words {
    switch self {
    case .time: Words(both: "\(self)")
    case .workingDays(let days): Words(zh: "\(days) 个工作日", en: "\(self)")
    }
  }
}

extension ClockStart {
  /// What people call it.
  package var words: Words {
    switch self {
    case .reported: Words(zh: "受理", en: "reported")
    case .urgent: Words(zh: "受理或改为紧急", en: "reported or made urgent")
    }
  }
}

extension ClockStop {
  /// What people call it.
  package var words: Words {
    switch self {
    case .feedback: Words(zh: "反馈每位报修人", en: "feedback to everyone")
    case .arrival: Words(zh: "到场", en: "on site")
    case .completion: Words(zh: "办结", en: "completed")
    }
  }
}

extension ClockHold {
  /// What people call it.
  package var words: Words {
    switch self {
    case .never: Words(zh: "不停", en: "no")
    case .parts: Words(zh: "待料停", en: "for parts")
    case .partsAnswer: Words(zh: "待料并告知业主即达成", en: "parts and owner told answer it")
    }
  }
}

extension Policy {
  /// What a policy is called; the one that ships with the program in both languages.
  package static func words(name: String) -> Words {
    name == Policy.standard.name ? Words(zh: "标准", en: "standard") : Words(both: name.plainLine)
  }
}
