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
  let isNear: Bool
  /// Whether they did the like at the same place last time.
  let didLast: Bool
  /// Whether they gave back the very ticket.
  var hasDeclined = false
  /// Whether they sit at the desk, and answer the telephone.
  fileprivate var isDesk = false
  /// Smaller is better.
  fileprivate var rank: [Int] = []

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

  private var shift: Words {
    isOn.map { $0 ? Words(zh: "在岗", en: "on shift") : Words(zh: "可电召", en: "can be called") } ?? .none
  }

  private var work: Words { Words(zh: "手上\(load)单", en: "\(load) on hand") }

  /// Where they stand, in a few words: `在岗 手上1单 距3栋近`.
  var standing: Words {
    let near = block.map { block in
      isNear
        ? Words(zh: "距\(block)栋近", en: "by bldg \(block)") : Words(zh: "在\(block)栋", en: "in bldg \(block)")
    }
    let parts = [shift, work, near ?? .none]
    return Words(
      zh: parts.map(\.zh).filter { !$0.isEmpty }.joined(separator: " "),
      en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private var columns: [Words] {
    let skills = others.joined(separator: " ")
    return [
      skill.map { Words(zh: "会\($0) \(skills)", en: "knows \($0) \(skills)") } ?? Words(both: skills),
      shift, work,
      block.map { Words(zh: "\($0)栋", en: "bldg \($0)") } ?? .none,
      hasDeclined
        ? Words(zh: "退过这张单", en: "gave it back")
        : didLast ? Words(zh: "上次同类是他", en: "did it last time") : .none,
    ].map { Words(zh: $0.zh.trimmed, en: $0.en.trimmed) }
  }
}

/// What somebody is wanted for.
private struct Job {
  let category: String
  /// Who did the like at the same place last time.
  let last: String?
  let block: String?
  /// Those on shift; nil where none is open.
  let shift: Set<String>?
}

extension Model {
  /// The staff in the order in which they suit tickets: who has the skill, is on shift, did the like there last time, has least on hand and
  /// works in the same building; reception answers the telephone and comes late, who gave them back or has them already last.
  func hands(for ids: [TicketID]) -> [Hand] {
    let tickets = ids.compactMap { desk.tickets[$0] }
    let holders = Set(ids.map { desk.tickets[$0]?.work.assignee })
    let holder = holders.count == 1 ? holders.first ?? nil : nil
    let refusers = ids.count == 1 ? ids.first.map(whoDeclined) ?? [] : []
    let places = Set(tickets.map(\.place))
    let job = job(
      tickets.first?.work.category ?? "", at: places.count == 1 ? places.first : nil, near: places.first)
    return staff.members.enumerated().map { offset, member in
      var hand = hand(member, for: job)
      hand.isDesk = member.role == .reception || member.name == actor.name
      hand.hasDeclined = refusers.contains(member.name)
      let standing = hand.skill != nil ? 0 : hand.isDesk ? 2 : 1
      hand.rank = [
        hand.name == holder ? 4 : hand.hasDeclined ? 3 : standing, hand.isOn == true ? 0 : 1,
        hand.didLast ? 0 : 1, hand.load,
        hand.isNear ? 0 : 1, offset,
      ]
      return hand
    }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
  }

  /// What is to be known of somebody who is to get the ticket of a form.
  func hand(_ name: String, for page: FormPage) -> Hand? {
    let place = Place(page.text(.place))
    return desk.staff.first { $0.name == name }.map { member in
      hand(member, for: job(page.category(desk.policy), at: place, near: place))
    }
  }

  private func job(_ category: String, at place: Place?, near: Place?) -> Job {
    Job(
      category: category, last: place.flatMap { placeBook.last(category, at: $0)?.assignee },
      block: near?.block, shift: desk.openShift == nil ? nil : Set(desk.onShift))
  }

  private func hand(_ member: StaffMember, for job: Job) -> Hand {
    let name = member.name
    let skill = member.skill(for: job.category)
    let blocks = blocks(inHandOf: name)
    let isNear = job.block.map(blocks.contains) == true
    return Hand(
      name: name, skill: skill, others: member.skills.filter { $0 != skill },
      isOn: job.shift?.contains(name), load: board.count(inHandOf: name),
      block: isNear ? job.block : blocks.first, isNear: isNear, didLast: name == job.last)
  }

  /// The buildings of the first tickets somebody has in hand, what breaks first first.
  func blocks(inHandOf name: String) -> [String] {
    board.inHand(name, 5).compactMap { desk.tickets[$0]?.place.block }
  }

  /// Whom the policy gives the ticket of a form where nobody is named; nil where the desk gives it out.
  func dispatched(_ page: FormPage) -> String? {
    guard desk.policy.limits.dispatch == .automatic, page.text(.assignee).isEmpty else { return nil }
    let report = page.report(desk.policy)
    return desk.dispatched(report.kind, report.category) { board.count(inHandOf: $0) }
  }

  /// Who suits best a ticket that nobody has in hand, and why; nil where nothing speaks for anybody. One that came back is somebody
  /// else's: where nobody else knows the trade, whoever is best off for it is better than nobody.
  func suggested(_ hands: [Hand], for ticket: Ticket) -> (name: String, reason: Words)? {
    guard needsHands(ticket.id),
      let best = hands.first(where: { $0.name != ticket.work.assignee && !$0.hasDeclined })
    else { return nil }
    if let reason = best.reason { return (best.name, reason) }
    let isBack = ticket.work.assignee != nil || hands.contains(where: \.hasDeclined)
    return isBack && !best.isDesk ? (best.name, best.standing) : nil
  }

  /// The same in words: `建议 老王（上次同类）`.
  func suggestion(for ticket: Ticket) -> Words? {
    guard needsHands(ticket.id) else { return nil }
    return suggested(hands(for: [ticket.id]), for: ticket).map { name, reason in
      Words(zh: "建议 \(name)（\(reason.zh)）", en: "suggested \(name) (\(reason.en))")
    }
  }

  /// Who had a ticket and gave it back, as far as the messages tell.
  private func whoDeclined(_ id: TicketID) -> Set<String> {
    var (holder, refusers): (String?, Set<String>) = (nil, [])
    for case .event(let recorded) in messages {
      guard case .ticket(id, let event) = recorded.event else { continue }
      switch event {
      case .assigned(let staff): holder = staff
      case .corrected(_, let work): holder = work.assignee
      case .declined: if let name = holder { refusers.insert(name) }
      default: continue
      }
      if case .corrected = event, let name = holder { refusers.remove(name) }
    }
    return refusers
  }
}
