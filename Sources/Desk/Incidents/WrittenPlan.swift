/// A file of plans as people write it.
struct WrittenPlans: Decodable {
  let plans: [WrittenPlan]

  private enum CodingKeys: String, CodingKey, CaseIterable { case plans }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    plans = try decoder.container(keyedBy: CodingKeys.self).decode([WrittenPlan].self, forKey: .plans)
  }
}

struct WrittenPlan: Decodable {
  let plan, name: String
  let english: String?
  let respond: Int?
  let roles: [WrittenPlanRole]?
  let supplies, exits: [WrittenPlanLine]?
  let phones: [WrittenPlanPhone]?
  let steps: [WrittenPlanStep]
  let source: String

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case plan, name, english, respond, roles, supplies, exits, phones, steps, source
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    plan = try it.decode(String.self, forKey: .plan)
    name = try it.decode(String.self, forKey: .name)
    english = try it.decodeIfPresent(String.self, forKey: .english)
    respond = try it.decodeIfPresent(Int.self, forKey: .respond)
    roles = try it.decodeIfPresent([WrittenPlanRole].self, forKey: .roles)
    supplies = try it.decodeIfPresent([WrittenPlanLine].self, forKey: .supplies)
    exits = try it.decodeIfPresent([WrittenPlanLine].self, forKey: .exits)
    phones = try it.decodeIfPresent([WrittenPlanPhone].self, forKey: .phones)
    steps = try it.decode([WrittenPlanStep].self, forKey: .steps)
    source = try it.decode(String.self, forKey: .source)
  }
}

struct WrittenPlanLine: Decodable {
  let text: String
  let english: String?

  var line: PlanLine { PlanLine(text, english) }

  private enum CodingKeys: String, CodingKey, CaseIterable { case text, english }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    text = try it.decode(String.self, forKey: .text)
    english = try it.decodeIfPresent(String.self, forKey: .english)
  }
}

struct WrittenPlanRole: Decodable {
  let who, duty: String
  let english, dutyEnglish: String?

  var whoLine: PlanLine { PlanLine(who, english) }
  var dutyLine: PlanLine { PlanLine(duty, dutyEnglish) }

  private enum CodingKeys: String, CodingKey, CaseIterable { case who, english, duty, dutyEnglish }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    who = try it.decode(String.self, forKey: .who)
    duty = try it.decode(String.self, forKey: .duty)
    english = try it.decodeIfPresent(String.self, forKey: .english)
    dutyEnglish = try it.decodeIfPresent(String.self, forKey: .dutyEnglish)
  }
}

struct WrittenPlanPhone: Decodable {
  let name, phone: String
  let english: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case name, english, phone }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    name = try it.decode(String.self, forKey: .name)
    phone = try it.decode(String.self, forKey: .phone)
    english = try it.decodeIfPresent(String.self, forKey: .english)
  }
}

struct WrittenPlanStep: Decodable {
  let within: Int
  let text: String
  let english, by: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case within, text, english, by }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    within = try it.decode(Int.self, forKey: .within)
    text = try it.decode(String.self, forKey: .text)
    english = try it.decodeIfPresent(String.self, forKey: .english)
    by = try it.decodeIfPresent(String.self, forKey: .by)
  }
}
