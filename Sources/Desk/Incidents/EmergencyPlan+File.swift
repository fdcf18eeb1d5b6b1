extension EmergencyPlan {
  /// Reads the plans of a settings file as `json5` writes them; `file` is what errors call it.
  ///
  /// - Throws: the first thing wrong, with its place.
  package static func plans(json5 text: String, file: String) throws(SettingsError) -> [EmergencyPlan] {
    let document = try JSON5.Document(text, file: file)
    let written = try document.decode(WrittenPlans.self)
    var plans: [EmergencyPlan] = []
    for (index, plan) in written.plans.enumerated() {
      let key = "plans[\(index)]"
      let meant = try PolicyReader(document: document).plan(plan, key)
      guard !plans.contains(where: { $0.id == meant.id }) else {
        throw document.error(at: "\(key).plan", .duplicateKey(meant.id))
      }
      plans.append(meant)
    }
    guard !plans.isEmpty else { throw document.error(at: "plans", .missingKey("plans[0]")) }
    return plans
  }
}

extension PolicyReader {
  fileprivate func plan(_ written: Strict<WrittenPlan>, _ key: String) throws(SettingsError) -> EmergencyPlan
  {
    let id = written.plan.plainLine
    guard !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw document.bad("\(key).plan", id, ["fire", "gas-leak"])
    }
    let name = PlanLine(written.name, written.english).plain
    guard !name.text.isEmpty else { throw document.bad("\(key).name", "", ["火灾"]) }
    let respond = written.respond ?? EmergencyPlan.longestResponse
    guard (1...EmergencyPlan.longestResponse).contains(respond) else {
      throw document.bad("\(key).respond", "\(respond)", ["1…\(EmergencyPlan.longestResponse)"])
    }
    guard !written.steps.isEmpty else {
      throw document.error(at: "\(key).steps", .missingKey("\(key).steps[0]"))
    }
    let roles = written.roles ?? []
    var steps: [PlanStep] = []
    for (index, step) in written.steps.enumerated() {
      steps.append(try self.step(step, "\(key).steps[\(index)]", roles.map(\.whoLine)))
    }
    return EmergencyPlan(
      id: id, name: name, roles: roles.map { PlanRole($0.whoLine, $0.dutyLine) },
      supplies: (written.supplies ?? []).map(\.line), exits: (written.exits ?? []).map(\.line),
      phones: (written.phones ?? []).map { PlanPhone(PlanLine($0.name, $0.english), $0.phone) },
      steps: steps, respond: respond, source: try source(written.source, key)
    ).plain
  }

  private func step(
    _ written: Strict<WrittenPlanStep>, _ key: String, _ roles: [PlanLine]
  ) throws(SettingsError) -> PlanStep {
    guard (0...EmergencyPlan.latestStep).contains(written.within) else {
      throw document.bad("\(key).within", "\(written.within)", ["0…\(EmergencyPlan.latestStep)"])
    }
    guard !written.text.plainLine.isEmpty else { throw document.bad("\(key).text", "", ["拨 119"]) }
    guard let by = written.by else {
      return PlanStep(written.within, PlanLine(written.text, written.english))
    }
    guard let role = roles.first(where: { $0.text == by }) else {
      throw document.bad("\(key).by", by, roles.map(\.text))
    }
    return PlanStep(written.within, PlanLine(written.text, written.english), by: role)
  }
}
