extension DutyLedger {
  /// Reads the duties of a settings file as JSON5; `file` is what errors call it.
  ///
  /// - Throws: the first thing wrong, with its place.
  package static func duties(json5 text: String, file: String) throws(SettingsError) -> [Duty] {
    let document = try JSON5.Document(text, file: file)
    let written = try document.decode(WrittenDuties.self)
    var duties: [Duty] = []
    for (index, duty) in written.duties.enumerated() {
      let key = "duties[\(index)]"
      let id = duty.duty.plainLine
      guard !id.isEmpty else {
        throw document.error(
          at: "\(key).duty", .badValue(key: "\(key).duty", value: id, allowed: ["fire-monthly"]))
      }
      guard !duties.contains(where: { $0.id == id }) else {
        throw document.error(at: "\(key).duty", .duplicateKey(id))
      }
      guard let period = DutyPeriod(rawValue: duty.every) else {
        throw document.error(
          at: "\(key).every",
          .badValue(key: "\(key).every", value: duty.every, allowed: DutyPeriod.allCases.map(\.rawValue)))
      }
      if let least = duty.least, !(1...100).contains(least) {
        throw document.error(
          at: "\(key).least", .badValue(key: "\(key).least", value: "\(least)", allowed: ["1…100"]))
      }
      let source = try PolicyReader(document: document).source(duty.source, key)
      duties.append(
        Duty(
          id: id, name: PlanLine(duty.name, duty.english), period: period, least: duty.least, source: source
        ).plain)
    }
    guard !duties.isEmpty else { throw document.error(at: "duties", .missingKey("duties[0]")) }
    return duties
  }
}

extension [Duty] {
  /// The duties as a settings file, which reads back equal.
  package var json5: String {
    let lines = map { duty in
      let english =
        duty.name.english == duty.name.text ? "" : ", english: \(PolicyEntry.quote(duty.name.english))"
      let least = duty.least.map { ", least: \($0)" } ?? ""
      return
        "    { duty: \(PolicyEntry.quote(duty.id)), name: \(PolicyEntry.quote(duty.name.text))\(english), "
        + "every: \"\(duty.period.rawValue)\"\(least), source: \(PolicyEntry.quote(duty.source)) },\n"
    }
    return "{\n  // every: \(DutyPeriod.allCases.map(\.rawValue).joined(separator: ", "))\n  duties: [\n"
      + lines.joined() + "  ],\n}\n"
  }
}

/// A file of duties as people write it.
private struct WrittenDuties: Decodable {
  let duties: [WrittenDuty]

  private enum CodingKeys: String, CodingKey, CaseIterable { case duties }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    duties = try decoder.container(keyedBy: CodingKeys.self).decode([WrittenDuty].self, forKey: .duties)
  }
}

private struct WrittenDuty: Decodable {
  let duty, name: String
  let english: String?
  let every: String
  let least: Int?
  let source: String

  private enum CodingKeys: String, CodingKey, CaseIterable { case duty, name, english, every, least, source }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    duty = try it.decode(String.self, forKey: .duty)
    name = try it.decode(String.self, forKey: .name)
    english = try it.decodeIfPresent(String.self, forKey: .english)
    every = try it.decode(String.self, forKey: .every)
    least = try it.decodeIfPresent(Int.self, forKey: .least)
    source = try it.decode(String.self, forKey: .source)
  }
}
