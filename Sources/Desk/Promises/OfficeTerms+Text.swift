extension OfficeTerms {
  /// Everything it says, in the order of the file.
  var entries: [PolicyEntry] {
    escalation.map(PolicyEntry.init) + holds.map(PolicyEntry.init) + tariffs.map(PolicyEntry.init)
      + lines.map(PolicyEntry.init) + limits.entries
  }
}

extension RuleLimits {
  fileprivate var entries: [PolicyEntry] {
    all.map { limit in
      let value = Int(limit.value) == nil ? JSON5.quoted(limit.value) : limit.value
      return PolicyEntry(
        .limits, key: "\(limit.key): ", ["value: \(value)", "source: \(JSON5.quoted(limit.source))"])
    }
  }
}

extension PolicyEntry {
  fileprivate init(_ step: EscalationStep) {
    var pairs = ["on: \"\(step.cause.rawValue)\""]
    if let urgency = step.urgency { pairs.append("urgency: \"\(urgency.rawValue)\"") }
    if let grade = step.grade { pairs.append("grade: \"\(grade.rawValue)\"") }
    if step.after > 0 { pairs.append("after: \"\(step.after.written)\"") }
    pairs.append("to: \"\(step.role.rawValue)\"")
    if let again = step.again { pairs += ["again: \"\(again.written)\"", "times: \(step.times)"] }
    self.init(.escalation, pairs + ["source: \(JSON5.quoted(step.source))"])
  }

  fileprivate init(_ hold: HoldRule) {
    let pairs = ["reason: \"\(hold.reason.rawValue)\""] + (hold.needsEvidence ? ["evidence: true"] : [])
    self.init(.holds, pairs + ["source: \(JSON5.quoted(hold.source))"])
  }

  fileprivate init(_ tariff: Tariff) {
    self.init(
      .tariffs,
      [
        "item: \(JSON5.quoted(tariff.item))", "english: \(JSON5.quoted(tariff.english))",
        "yuan: \(tariff.yuan)", "per: \"\(tariff.per.rawValue)\"",
        "source: \(JSON5.quoted(tariff.source))",
      ])
  }

  fileprivate init(_ line: PhoneLine) {
    self.init(
      .lines,
      [
        "line: \"\(line.purpose.rawValue)\"", "phone: \(JSON5.quoted(line.phone))",
        "source: \(JSON5.quoted(line.source))",
      ])
  }
}
