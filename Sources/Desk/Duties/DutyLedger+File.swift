extension DutyLedger {
  /// Reads the duties of a settings file as JSON5; `file` is what errors call it.
  ///
  /// - Throws: the first thing wrong, with its place.
  package static func duties(json5 text: String, file: String) throws(SettingsError) -> [Duty] {
    let reader = PolicyReader(document: try JSON5.Document(text, file: file))
    let written = try reader.document.decode(WrittenDuties.self)
    var duties: [Duty] = []
    for (index, duty) in written.duties.enumerated() {
      let key = "duties[\(index)]"
      let id = duty.duty.plainLine
      guard !id.isEmpty else { throw reader.document.bad("\(key).duty", id, ["fire-monthly"]) }
      guard !duties.contains(where: { $0.id == id }) else {
        throw reader.document.error(at: "\(key).duty", .duplicateKey(id))
      }
      let period: DutyPeriod = try reader.document.word(duty.every, "\(key).every")
      if let least = duty.least, !(1...100).contains(least) {
        throw reader.document.bad("\(key).least", "\(least)", ["1…100"])
      }
      duties.append(
        Duty(
          id: id, name: PlanLine(duty.name, duty.english), period: period, least: duty.least,
          source: try reader.source(duty.source, key)
        ).plain)
    }
    guard !duties.isEmpty else { throw reader.document.error(at: "duties", .missingKey("duties[0]")) }
    return duties
  }
}

extension [Duty] {
  /// The duties as a settings file, which reads back equal.
  package var json5: String {
    let lines = map { duty in
      let english =
        duty.name.english == duty.name.text ? "" : ", english: \(JSON5.quoted(duty.name.english))"
      let least = duty.least.map { ", least: \($0)" } ?? ""
      return
        "    { duty: \(JSON5.quoted(duty.id)), name: \(JSON5.quoted(duty.name.text))\(english), "
        + "every: \"\(duty.period.rawValue)\"\(least), source: \(JSON5.quoted(duty.source)) },\n"
    }
    return "{\n  // every: \(DutyPeriod.allCases.map(\.rawValue).joined(separator: ", "))\n  duties: [\n"
      + lines.joined() + "  ],\n}\n"
  }
}

/// A file of duties as people write it.
private struct WrittenDuties: WrittenObject {
  let duties: [Strict<WrittenDuty>]

  enum CodingKeys: String, CodingKey, CaseIterable { case duties }
}

private struct WrittenDuty: WrittenObject {
  let duty, name: String
  let english: String?
  let every: String
  let least: Int?
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable { case duty, name, english, every, least, source }
}
