import Desk

extension PayloadWriter {
  mutating func put(plan: EmergencyPlan) {
    put("plan", plan.id)
    put(plan.name, "name", "nameEn")
    put("roles", objects: plan.roles) { writer, role in
      writer.put(role.name, "name", "nameEn")
      writer.put(role.duty, "duty", "dutyEn")
    }
    put("supplies", objects: plan.supplies) { $0.put($1, "text", "en") }
    put("exits", objects: plan.exits) { $0.put($1, "text", "en") }
    put("phones", objects: plan.phones) { writer, phone in
      writer.put(phone.name, "name", "nameEn")
      writer.put("phone", phone.number)
    }
    put("steps", objects: plan.steps) { writer, step in
      writer.put("within", step.within)
      writer.put(step.line, "text", "en")
      if !step.role.text.isEmpty { writer.put(step.role, "role", "roleEn") }
    }
    put("respond", plan.respond)
    put("source", plan.source)
  }

  /// The words, and the English where it differs.
  private mutating func put(_ line: PlanLine, _ key: StaticString, _ english: StaticString) {
    put(key, line.text)
    if line.english != line.text { put(english, line.english) }
  }

  mutating func put(declared: DeclaredIncident) {
    put("plan") { $0.put(plan: declared.plan) }
    put("planVersion", declared.planVersion)
    put("place", declared.place.text)
    put("text", declared.text)
    put("drill", declared.isDrill ? 1 : 0)
    put("by", declared.by)
  }

  mutating func put(items: [HandoverItem]) {
    put("items", objects: items) { writer, item in
      writer.put("kind", item.kind.rawValue)
      writer.put("thing", item.thing)
      writer.put("text", item.text)
      if !item.clock.isEmpty { writer.put("clock", item.clock) }
      writer.put("at", item.at)
      writer.put("red", item.isRed ? 1 : 0)
      guard let further = item.further else { return }
      writer.put("further", objects: further) { writer, clock in
        writer.put("clock", clock.clock)
        writer.put("at", clock.at)
      }
    }
  }
}

extension PayloadObject {
  func plan() throws(PayloadError) -> EmergencyPlan {
    var plan = EmergencyPlan(
      id: try text("plan"), name: try line("name", "nameEn"), steps: [], respond: try number("respond"),
      source: try text("source"))
    for it in try objects("roles") {
      plan.roles.append(PlanRole(try it.line("name", "nameEn"), try it.line("duty", "dutyEn")))
    }
    for it in try objects("supplies") { plan.supplies.append(try it.line("text", "en")) }
    for it in try objects("exits") { plan.exits.append(try it.line("text", "en")) }
    for it in try objects("phones") {
      plan.phones.append(PlanPhone(try it.line("name", "nameEn"), try it.text("phone")))
    }
    for it in try objects("steps") {
      let role = try it.textOrNil("role") == nil ? PlanLine("") : try it.line("role", "roleEn")
      plan.steps.append(PlanStep(try it.number("within"), try it.line("text", "en"), by: role))
    }
    return plan
  }

  private func line(_ key: StaticString, _ english: StaticString) throws(PayloadError) -> PlanLine {
    PlanLine(try text(key), try textOrNil(english))
  }

  func declared() throws(PayloadError) -> DeclaredIncident {
    DeclaredIncident(
      plan: try object("plan").plan(), planVersion: try number("planVersion"),
      place: Place(stored: try text("place")), text: try text("text"), isDrill: try number("drill") == 1,
      by: try text("by"))
  }

  func items() throws(PayloadError) -> [HandoverItem] {
    var items: [HandoverItem] = []
    for it in try objects("items") {
      var further: [HandoverClock] = []
      for it in try it.objects("further") {
        further.append(HandoverClock(try it.text("clock"), at: try it.date("at")))
      }
      items.append(
        HandoverItem(
          try it.word("kind"), try it.text("thing"), try it.text("text"),
          clock: try it.textOrNil("clock") ?? "", at: try it.dateOrNil("at"),
          isRed: try it.number("red") == 1,
          further: further))
    }
    return items
  }
}
