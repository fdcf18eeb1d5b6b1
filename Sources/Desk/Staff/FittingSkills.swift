extension Category {
  /// The skills that fit a category, as offices write them (*design*); empty where anybody will do.
  package static func fittingSkills(_ id: String) -> [String] { fitting[id] ?? [] }

  private static let fitting: [String: [String]] = [
    "lift": ["电梯", "电工"], "power": ["电工"], "lighting": ["电工"], "electrical": ["电工"],
    "intercom": ["弱电", "电工"],
    "water": ["水工"], "plumbing": ["水工"], "leak": ["水工"], "drainage": ["水工"], "gas": ["燃气", "水工"],
    "doors": ["综合", "木工"], "structure": ["综合", "土建"], "greenery": ["绿化", "综合"], "fire": ["消防"],
    "cleaning": ["保洁"], "security": ["保安", "秩序"], "parking": ["保安", "秩序"], "noise": ["保安", "秩序"],
    "neighbours": ["保安", "秩序"],
  ]
}

extension StaffMember {
  /// The skill that fits a category; nil when none does.
  package func skill(for category: String) -> String? {
    let fitting = Category.fittingSkills(category)
    return skills.first { skill in fitting.contains { skill.contains($0) } }
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
