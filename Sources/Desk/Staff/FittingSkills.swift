extension Category {
  /// What the skills that fit a category are called, as offices write them in either language (*design*); empty where anybody will do.
  package static func fittingSkills(_ id: String) -> [String] { fitting[id] ?? [] }

  private static let (electrician, plumber) = (["电工", "electric"], ["水工", "plumb"])
  private static let (guardian, handy) = (["保安", "秩序", "guard", "security"], ["综合", "handy", "general"])

  private static let fitting: [String: [String]] = [
    "lift": ["电梯", "lift", "elevator"] + electrician, "power": electrician, "lighting": electrician,
    "electrical": electrician, "intercom": ["弱电", "intercom"] + electrician,
    "water": plumber, "plumbing": plumber, "leak": plumber, "drainage": plumber,
    "gas": ["燃气", "gas"] + plumber,
    "doors": handy + ["木工", "carpent", "lock"], "structure": handy + ["土建", "mason", "build"],
    "greenery": ["绿化", "garden"] + handy, "fire": ["消防", "fire"], "cleaning": ["保洁", "clean"],
    "security": guardian, "parking": guardian, "noise": guardian, "neighbours": guardian,
  ]
}

extension StaffMember {
  /// The skill that fits a category; nil when none does.
  package func skill(for category: String) -> String? {
    let fitting = Category.fittingSkills(category)
    return skills.first { skill in fitting.contains { skill.lowercased().contains($0) } }
  }
}

extension Desk {
  /// Whom the office's policy gives a new ticket of a category at once (S015, S016): of those on shift who know the trade, whoever has least
  /// on hand, in the order of the staff. Nil where nobody does, and where the desk gives it out.
  package func dispatched(_ kind: TicketKind, _ category: String, load: (String) -> Int) -> String? {
    guard policy.limits.dispatch == .automatic, kind == .repair else { return nil }
    let here = onShift
    let fitting = staff.filter { here.contains($0.name) && $0.skill(for: category) != nil }
    return fitting.map { (name: $0.name, load: load($0.name)) }.min { $0.load < $1.load }?.name
  }
}
