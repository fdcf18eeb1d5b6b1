import Desk
import Screen

/// Somebody who could take a ticket, and what speaks for them.
struct Hand: Sendable {
  let name: String
  /// The skill that fits; nil where none does.
  let skill: String?
  let others: [String]
  /// Nil where no shift is open.
  let isOn: Bool?
  let load: Int
  /// The building they work in: the ticket's, where they have work there too.
  let block: String?
  /// Whether they did the like at the same place last time.
  let didLast: Bool
  /// Smaller is better.
  fileprivate let rank: [Int]

  /// What speaks most for them; nil for nothing.
  var reason: Words? {
    didLast ? Words(zh: "上次同类", en: "did it last time") : skill.map { Words(zh: "会\($0)", en: "knows \($0)") }
  }

  /// What is known of each, in columns: skills, shift, load, building, last time.
  static func reasons(_ hands: [Hand]) -> [Words] {
    let rows = hands.map(\.columns)
    let widths = (0..<5).map { column in
      (
        rows.map { displayWidth($0[column].zh) }.max() ?? 0,
        rows.map { displayWidth($0[column].en) }.max() ?? 0
      )
    }
    return rows.map { row in
      func line(_ language: Language) -> String {
        zip(row, widths).compactMap { words, width in
          let room = language == .chinese ? width.0 : width.1
          return room > 0 ? padded(words(language), to: room) : nil
        }.joined(separator: "  ")
      }
      return Words(zh: line(.chinese), en: line(.english))
    }
  }

  private var columns: [Words] {
    let skills = others.joined(separator: " ")
    return [
      skill.map { Words(zh: "会\($0) \(skills)", en: "knows \($0) \(skills)") } ?? Words(both: skills),
      isOn.map { $0 ? Words(zh: "在岗", en: "on shift") : Words(zh: "可电召", en: "can be called") } ?? .none,
      Words(zh: "手上\(load)单", en: "\(load) on hand"),
      block.map { Words(zh: "\($0)栋", en: "bldg \($0)") } ?? .none,
      didLast ? Words(zh: "上次同类是他", en: "did it last time") : .none,
    ].map { Words(zh: $0.zh.trimmed, en: $0.en.trimmed) }
  }
}

extension Model {
  /// The staff in the order in which they suit tickets: who has the skill, is on shift, did the like there last time, has least on hand and
  /// works in the same building; reception answers the telephone and comes late, who has them already last.
  func hands(for ids: [TicketID]) -> [Hand] {
    let tickets = ids.compactMap { desk.tickets[$0] }
    let holders = Set(ids.map { desk.tickets[$0]?.work.assignee })
    let holder = holders.count == 1 ? holders.first ?? nil : nil
    let (category, place) = (tickets.first?.work.category ?? "", Set(tickets.map(\.place)))
    let last = place.count == 1 ? place.first.flatMap { placeBook.last(category, at: $0)?.assignee } : nil
    let (load, shift) = (board.load, desk.openShift.map { Set($0.staff) })
    return desk.staff.enumerated().map { offset, member in
      let name = member.name
      let skill = member.skill(for: category)
      let isOn = shift?.contains(name)
      let blocks = board.inHand(name, 5).compactMap { desk.tickets[$0]?.place.block }
      let near = place.first?.block.flatMap { blocks.contains($0) ? $0 : nil }
      let standing = skill != nil ? 0 : member.role == .reception || name == actor.name ? 2 : 1
      return Hand(
        name: name, skill: skill, others: member.skills.filter { $0 != skill }, isOn: isOn,
        load: load[name] ?? 0, block: near ?? blocks.first, didLast: name == last,
        rank: [
          name == holder ? 3 : standing, isOn == true ? 0 : 1, name == last ? 0 : 1, load[name] ?? 0,
          near == nil ? 1 : 0, offset,
        ])
    }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
  }

  /// Whom the policy gives the ticket of a form where nobody is named; nil where the desk gives it out.
  func dispatched(_ page: FormPage) -> String? {
    guard desk.policy.limits.dispatch == .automatic, page.text(.assignee).isEmpty else { return nil }
    let report = page.report(desk.policy)
    return desk.dispatched(report.kind, report.category) { board.count(inHandOf: $0) }
  }

  /// Who suits best a ticket that nobody has, and why; nil where nothing speaks for anybody.
  func suggestion(for ticket: Ticket) -> Words? {
    guard needsHands(ticket.id), let best = hands(for: [ticket.id]).first, let reason = best.reason else {
      return nil
    }
    return Words(zh: "建议 \(best.name)（\(reason.zh)）", en: "suggested \(best.name) (\(reason.en))")
  }
}
