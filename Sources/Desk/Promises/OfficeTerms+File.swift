import Foundation

/// The sections of a policy file that say the terms; one that is left out is the standard's.
struct WrittenTerms {
  let escalation: [WrittenStep]?
  let holds: [WrittenHold]?
  let tariffs: [WrittenTariff]?
  let lines: [WrittenLine]?
  let limits: WrittenLimits?
}

extension PolicyReader {
  func terms(_ written: WrittenTerms) throws(SettingsError) -> OfficeTerms {
    var terms = OfficeTerms.standard
    if let steps = written.escalation { terms.escalation = try list(steps, "escalation", step) }
    if let holds = written.holds { terms.holds = try list(holds, "holds", hold) }
    if let tariffs = written.tariffs { terms.tariffs = try list(tariffs, "tariffs", tariff) }
    if let lines = written.lines { terms.lines = try list(lines, "lines", line) }
    if let limits = written.limits { terms.limits = try self.limits(limits) }
    return terms
  }

  private func list<Written, Meant>(
    _ list: [Written], _ key: String, _ read: (Written, String) throws(SettingsError) -> Meant
  ) throws(SettingsError) -> [Meant] {
    var meant: [Meant] = []
    for (index, written) in list.enumerated() { meant.append(try read(written, "\(key)[\(index)]")) }
    return meant
  }

  private func step(_ written: WrittenStep, _ key: String) throws(SettingsError) -> EscalationStep {
    var step = EscalationStep(
      try word(written.on, "\(key).on"), to: try word(written.to, "\(key).to"),
      source: try source(written.source, key))
    if let text = written.urgency { step.urgency = try word(text, "\(key).urgency") }
    if let text = written.grade { step.grade = try word(text, "\(key).grade") }
    if let text = written.after { step.after = try span(text, "\(key).after") }
    guard let again = written.again else { return step }
    step.again = try span(again, "\(key).again")
    step.times = try number(written.times ?? 1, 1...20, "\(key).times")
    return step
  }

  private func hold(_ written: WrittenHold, _ key: String) throws(SettingsError) -> HoldRule {
    HoldRule(
      try word(written.reason, "\(key).reason"), needsEvidence: written.evidence ?? false,
      source: try source(written.source, key))
  }

  private func tariff(_ written: WrittenTariff, _ key: String) throws(SettingsError) -> Tariff {
    let item = written.item.plainLine
    guard !item.isEmpty else { throw bad("\(key).item", item, ["疏通管道"]) }
    return Tariff(
      item, written.english?.plainLine ?? item, yuan: try number(written.yuan, 0...1_000_000, "\(key).yuan"),
      per: try word(written.per, "\(key).per"), source: try source(written.source, key))
  }

  private func line(_ written: WrittenLine, _ key: String) throws(SettingsError) -> PhoneLine {
    PhoneLine(
      try word(written.line, "\(key).line"), phone: written.phone.plainLine,
      source: try source(written.source, key))
  }

  private func limits(_ written: WrittenLimits) throws(SettingsError) -> RuleLimits {
    var sources: [String: String] = [:]
    for (name, limit) in written.all {
      let text = try source(limit.source, "limits.\(name)")
      if text != "design" { sources[name] = text }
    }
    var limits = RuleLimits(
      backDating: try limit(written.backDating, "backDating"),
      duplicates: try limit(written.duplicates, "duplicates"),
      followUps: try count(written.followUps, 0...20, "followUps"),
      lowRating: try count(written.lowRating, 0...5, "lowRating"), sources: sources)
    if let reveal = written.reveal {
      limits.reveal = try words(reveal.value.split(separator: " ").map(String.init), "limits.reveal.value")
    }
    return limits
  }

  private func limit(_ written: WrittenLimit, _ name: String) throws(SettingsError) -> TimeInterval {
    try span(written.value, "limits.\(name).value")
  }

  private func count(
    _ written: WrittenLimit, _ range: ClosedRange<Int>, _ name: String
  ) throws(SettingsError) -> Int {
    guard let number = Int(written.value), range.contains(number) else {
      throw bad("limits.\(name).value", written.value, ["\(range.lowerBound)", "\(range.upperBound)"])
    }
    return number
  }

  private func number(
    _ number: Int, _ range: ClosedRange<Int>, _ key: String
  ) throws(SettingsError) -> Int {
    guard range.contains(number) else {
      throw bad(key, "\(number)", ["\(range.lowerBound)", "\(range.upperBound)"])
    }
    return number
  }
}

struct WrittenStep: Decodable {
  let on: String
  let urgency, grade, after: String?
  let to: String
  let again: String?
  let times: Int?
  let source: String

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case on, urgency, grade, after, to, again, times, source
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    on = try it.decode(String.self, forKey: .on)
    urgency = try it.decodeIfPresent(String.self, forKey: .urgency)
    grade = try it.decodeIfPresent(String.self, forKey: .grade)
    after = try it.decodeIfPresent(String.self, forKey: .after)
    to = try it.decode(String.self, forKey: .to)
    again = try it.decodeIfPresent(String.self, forKey: .again)
    times = try it.decodeIfPresent(Int.self, forKey: .times)
    source = try it.decode(String.self, forKey: .source)
  }
}

struct WrittenHold: Decodable {
  let reason: String
  let evidence: Bool?
  let source: String

  private enum CodingKeys: String, CodingKey, CaseIterable { case reason, evidence, source }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    reason = try it.decode(String.self, forKey: .reason)
    evidence = try it.decodeIfPresent(Bool.self, forKey: .evidence)
    source = try it.decode(String.self, forKey: .source)
  }
}

struct WrittenTariff: Decodable {
  let item: String
  let english: String?
  let yuan: Int
  let per, source: String

  private enum CodingKeys: String, CodingKey, CaseIterable { case item, english, yuan, per, source }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    item = try it.decode(String.self, forKey: .item)
    english = try it.decodeIfPresent(String.self, forKey: .english)
    yuan = try it.decode(Int.self, forKey: .yuan)
    per = try it.decode(String.self, forKey: .per)
    source = try it.decode(String.self, forKey: .source)
  }
}

struct WrittenLine: Decodable {
  let line, phone, source: String

  private enum CodingKeys: String, CodingKey, CaseIterable { case line, phone, source }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    line = try it.decode(String.self, forKey: .line)
    phone = try it.decode(String.self, forKey: .phone)
    source = try it.decode(String.self, forKey: .source)
  }
}

struct WrittenLimits: Decodable {
  let backDating, duplicates, followUps, lowRating: WrittenLimit
  let reveal: WrittenLimit?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case backDating, duplicates, followUps, lowRating, reveal
  }

  var all: [(String, WrittenLimit)] {
    [
      ("backDating", backDating), ("duplicates", duplicates), ("followUps", followUps),
      ("lowRating", lowRating),
    ] + (reveal.map { [("reveal", $0)] } ?? [])
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    backDating = try it.decode(WrittenLimit.self, forKey: .backDating)
    duplicates = try it.decode(WrittenLimit.self, forKey: .duplicates)
    followUps = try it.decode(WrittenLimit.self, forKey: .followUps)
    lowRating = try it.decode(WrittenLimit.self, forKey: .lowRating)
    reveal = try it.decodeIfPresent(WrittenLimit.self, forKey: .reveal)
  }
}

/// A limit with its source; a number may be written as such or as text.
struct WrittenLimit: Decodable {
  let value: String
  let source: String

  private enum CodingKeys: String, CodingKey, CaseIterable { case value, source }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    if let number = try? it.decode(Int.self, forKey: .value) {
      value = "\(number)"
    } else {
      value = try it.decode(String.self, forKey: .value)
    }
    source = try it.decode(String.self, forKey: .source)
  }
}
