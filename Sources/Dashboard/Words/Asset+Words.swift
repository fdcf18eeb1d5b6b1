package import Desk

extension AssetKind {
  /// The class as the office says it (S056).
  package var words: Words {
    switch self {
    case .water: Words(zh: "供水", en: "water")
    case .drain: Words(zh: "排水", en: "drains")
    case .power: Words(zh: "供配电", en: "power")
    case .light: Words(zh: "照明", en: "lighting")
    case .fire: Words(zh: "消防", en: "fire")
    case .lift: Words(zh: "电梯", en: "lift")
    case .lowVoltage: Words(zh: "弱电", en: "low voltage")
    case .lightning: Words(zh: "避雷", en: "lightning")
    case .other: Words(zh: "其他", en: "other")
    }
  }

  /// Reads a class as people write it, in either language; nil for anything else.
  package init?(written text: String) {
    let folded = text.plainLine.lowercased().replacing("-", with: "").replacing(" ", with: "")
    let others: [String: AssetKind] = [
      "二次供水": .water, "给水": .water, "排污": .drain, "排水排污": .drain, "配电": .power, "供电": .power, "灯具": .light,
      "消防设施": .fire, "扶梯": .lift, "防雷": .lightning, "elevator": .lift,
    ]
    let named = AssetKind.allCases.first { kind in
      [kind.rawValue, kind.words.zh, kind.words.en].contains {
        $0.lowercased().replacing(" ", with: "") == folded
      }
    }
    guard let kind = named ?? others[folded] else { return nil }
    self = kind
  }
}

extension AssetEvent {
  /// What happened, in a short sentence without the time and the author.
  var words: Words {
    switch self {
    case .registered(let asset):
      Words(zh: "登记设备 \(asset.name.plainLine)", en: "\(asset.name.plainLine) registered")
    case .changed(let asset): Words(zh: "更新设备 \(asset.name.plainLine)", en: "\(asset.name.plainLine) changed")
    case .serviced(let text):
      Words(
        zh: "保养\(text.isEmpty ? "" : "：\(text.plainLine)")",
        en: "serviced\(text.isEmpty ? "" : ": \(text.plainLine)")")
    case .retired(let reason): Words(zh: "停用：\(reason.plainLine)", en: "retired: \(reason.plainLine)")
    }
  }
}

extension AssetForecast {
  /// Whether something should have been done by now.
  package var isAlarming: Bool { isAged || isServiceOverdue || (contractDays ?? .max) < 0 }

  /// What is worth knowing, the gravest first; empty when nothing is.
  package var words: [Words] {
    var all: [Words] = []
    if let contractDays, contractDays < 0 {
      all.append(Words(zh: "维保合同已过期 \(-contractDays) 天", en: "contract ended \(-contractDays) days ago"))
    } else if let contractDays, contractDays <= AssetForecast.contractNotice {
      all.append(Words(zh: "维保合同还有 \(contractDays) 天", en: "contract ends in \(contractDays) days"))
    }
    if isAged, let age {
      all.append(Words(zh: "已用 \(age) 年，超过设计年限", en: "\(age) years old, beyond its life"))
    }
    if let nextService {
      all.append(
        isServiceOverdue
          ? Words(zh: "保养逾期，应于 \(nextService)", en: "service overdue since \(nextService)")
          : Words(zh: "下次保养 \(nextService)", en: "next service \(nextService)"))
    }
    if let daysBetweenFaults, let nextFault {
      all.append(
        Words(
          zh: "平均 \(daysBetweenFaults) 天一次故障，预计 \(nextFault)",
          en: "a fault every \(daysBetweenFaults) days on average, next about \(nextFault)"))
    }
    return all
  }
}
