import Foundation

extension PolicyReader {
  func terms(_ written: WrittenPolicy) throws(SettingsError) -> OfficeTerms {
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

  private func step(_ written: Strict<WrittenStep>, _ key: String) throws(SettingsError) -> EscalationStep {
    var step = EscalationStep(
      try document.word(written.on, "\(key).on"), to: try document.word(written.to, "\(key).to"),
      source: try source(written.source, key))
    if let text = written.urgency { step.urgency = try document.word(text, "\(key).urgency") }
    if let text = written.grade { step.grade = try document.word(text, "\(key).grade") }
    if let text = written.after { step.after = try span(text, "\(key).after") }
    guard let again = written.again else { return step }
    step.again = try span(again, "\(key).again")
    step.times = try number(written.times ?? 1, 1...20, "\(key).times")
    return step
  }

  private func hold(_ written: Strict<WrittenHold>, _ key: String) throws(SettingsError) -> HoldRule {
    HoldRule(
      try document.word(written.reason, "\(key).reason"), needsEvidence: written.evidence ?? false,
      source: try source(written.source, key))
  }

  private func tariff(_ written: Strict<WrittenTariff>, _ key: String) throws(SettingsError) -> Tariff {
    let item = written.item.plainLine
    guard !item.isEmpty else { throw document.bad("\(key).item", item, ["疏通管道"]) }
    return Tariff(
      item, written.english?.plainLine ?? item, yuan: try number(written.yuan, 0...1_000_000, "\(key).yuan"),
      per: try document.word(written.per, "\(key).per"), source: try source(written.source, key))
  }

  private func line(_ written: Strict<WrittenLine>, _ key: String) throws(SettingsError) -> PhoneLine {
    PhoneLine(
      try document.word(written.line, "\(key).line"), phone: written.phone.plainLine,
      source: try source(written.source, key))
  }

  private func limits(_ written: Strict<WrittenLimits>) throws(SettingsError) -> RuleLimits {
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
      limits.reveal = try words(
        reveal.value.text.split(separator: " ").map(String.init), "limits.reveal.value")
    }
    if let dispatch = written.dispatch {
      limits.dispatch = try document.word(dispatch.value.text, "limits.dispatch.value")
    }
    return limits
  }

  private func limit(_ written: Strict<WrittenLimit>, _ name: String) throws(SettingsError) -> TimeInterval {
    try span(written.value.text, "limits.\(name).value")
  }

  private func count(
    _ written: Strict<WrittenLimit>, _ range: ClosedRange<Int>, _ name: String
  ) throws(SettingsError) -> Int {
    guard let number = Int(written.value.text), range.contains(number) else {
      throw document.bad(
        "limits.\(name).value", written.value.text, ["\(range.lowerBound)…\(range.upperBound)"])
    }
    return number
  }

  private func number(
    _ number: Int, _ range: ClosedRange<Int>, _ key: String
  ) throws(SettingsError) -> Int {
    guard range.contains(number) else {
      throw document.bad(key, "\(number)", ["\(range.lowerBound)…\(range.upperBound)"])
    }
    return number
  }
}

struct WrittenStep: WrittenObject {
  let on: String
  let urgency, grade, after: String?
  let to: String
  let again: String?
  let times: Int?
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case on, urgency, grade, after, to, again, times, source
  }
}

struct WrittenHold: WrittenObject {
  let reason: String
  let evidence: Bool?
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable { case reason, evidence, source }
}

struct WrittenTariff: WrittenObject {
  let item: String
  let english: String?
  let yuan: Int
  let per, source: String

  enum CodingKeys: String, CodingKey, CaseIterable { case item, english, yuan, per, source }
}

struct WrittenLine: WrittenObject {
  let line, phone, source: String

  enum CodingKeys: String, CodingKey, CaseIterable { case line, phone, source }
}

struct WrittenLimits: WrittenObject {
  let backDating, duplicates, followUps, lowRating: Strict<WrittenLimit>
  let reveal, dispatch: Strict<WrittenLimit>?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case backDating, duplicates, followUps, lowRating, reveal, dispatch
  }

  var all: [(String, Strict<WrittenLimit>)] {
    [
      ("backDating", backDating), ("duplicates", duplicates), ("followUps", followUps),
      ("lowRating", lowRating),
    ] + [("reveal", reveal), ("dispatch", dispatch)].compactMap { name, limit in limit.map { (name, $0) } }
  }
}

/// A limit with its source.
struct WrittenLimit: WrittenObject {
  let value: NumberOrWord
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable { case value, source }
}
