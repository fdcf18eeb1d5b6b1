extension [EmergencyPlan] {
  /// The plans as a settings file, which reads back equal.
  package var json5: String { "{\n  plans: [\n" + map(\.block).joined() + "  ],\n}\n" }
}

extension EmergencyPlan {
  fileprivate var block: String {
    let head = ["plan: \(JSON5.quoted(id))"] + name.pairs("name")
    var lines = ["\(head.joined(separator: ", ")),"]
    lines.append("respond: \(respond),  // minutes; \(EmergencyPlan.longestResponse) at most (S009)")
    lines += list("roles", roles.map { $0.name.pairs("who") + $0.duty.pairs("duty", english: "dutyEnglish") })
    lines += list("supplies", supplies.map { $0.pairs("text") })
    lines += list("exits", exits.map { $0.pairs("text") })
    lines += list("phones", phones.map { $0.name.pairs("name") + ["phone: \(JSON5.quoted($0.number))"] })
    lines += list("steps", steps.map(\.pairs))
    lines.append("source: \(JSON5.quoted(source)),")
    return "    {\n" + lines.map { "      \($0)\n" }.joined() + "    },\n"
  }

  private func list(_ key: String, _ entries: [[String]]) -> [String] {
    guard !entries.isEmpty else { return [] }
    return ["\(key): ["] + entries.map { "  { \($0.joined(separator: ", ")) }," } + ["],"]
  }
}

extension PlanStep {
  fileprivate var pairs: [String] {
    ["within: \(within)"] + line.pairs("text") + (role.text.isEmpty ? [] : ["by: \(JSON5.quoted(role.text))"])
  }
}

extension PlanLine {
  /// The words under their key, and the English where it differs.
  fileprivate func pairs(_ key: String, english other: String = "english") -> [String] {
    ["\(key): \(JSON5.quoted(text))"] + (english == text ? [] : ["\(other): \(JSON5.quoted(english))"])
  }
}
