/// A file of plans as people write it.
struct WrittenPlans: WrittenObject {
  let plans: [Strict<WrittenPlan>]

  enum CodingKeys: String, CodingKey, CaseIterable { case plans }
}

struct WrittenPlan: WrittenObject {
  let plan, name: String
  let english: String?
  let respond: Int?
  let roles: [Strict<WrittenPlanRole>]?
  let supplies, exits: [Strict<WrittenPlanLine>]?
  let phones: [Strict<WrittenPlanPhone>]?
  let steps: [Strict<WrittenPlanStep>]
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case plan, name, english, respond, roles, supplies, exits, phones, steps, source
  }
}

struct WrittenPlanLine: WrittenObject {
  let text: String
  let english: String?

  var line: PlanLine { PlanLine(text, english) }

  enum CodingKeys: String, CodingKey, CaseIterable { case text, english }
}

struct WrittenPlanRole: WrittenObject {
  let who, duty: String
  let english, dutyEnglish: String?

  var whoLine: PlanLine { PlanLine(who, english) }
  var dutyLine: PlanLine { PlanLine(duty, dutyEnglish) }

  enum CodingKeys: String, CodingKey, CaseIterable { case who, english, duty, dutyEnglish }
}

struct WrittenPlanPhone: WrittenObject {
  let name, phone: String
  let english: String?

  enum CodingKeys: String, CodingKey, CaseIterable { case name, english, phone }
}

struct WrittenPlanStep: WrittenObject {
  let within: Int
  let text: String
  let english, by: String?

  enum CodingKeys: String, CodingKey, CaseIterable { case within, text, english, by }
}
