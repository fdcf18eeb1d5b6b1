import Desk
import Foundation
import Screen

extension PickerPage {
  /// Everyone who can be given the work, best first, with the reasons for their place.
  static func staff(_ model: Model, _ seen: [TicketID: Int]) -> PickerPage {
    let ids = seen.keys.sorted()
    let hands = model.hands(for: ids)
    var readings = Readings()
    let items = zip(hands, Hand.reasons(hands)).map { hand, reasons in
      // Found by name and skill: the letters of `can be called` are nobody's initials.
      let known = [hand.name, hand.skill ?? ""] + hand.others
      let line = (known + known.map { readings.read($0) }).joined(separator: "\n").lowercased()
      return PickerItem(Words(both: hand.name), detail: reasons, .staff(hand.name), line: line)
    }
    return PickerPage(
      Words(zh: "派给谁  \(Model.names(ids))", en: "Assign \(Model.names(ids)) to"), items, seen: seen,
      typed: .staff(""))
  }

  /// Who did what was finished with nobody to answer for it: whoever did the work signs (S074).
  static func doers(_ model: Model, _ tickets: [Ticket]) -> PickerPage {
    let ids = tickets.map(\.id)
    let items = staff(model, model.versions(ids)).items.map { item in
      guard case .staff(let name) = item.choice else { return item }
      return PickerItem(item.label, detail: item.detail, .did(name), line: item.line)
    }
    return PickerPage(
      Words(zh: "谁做的，由谁签字  \(Model.names(ids))", en: "Who did \(Model.names(ids)) and signs"), items,
      seen: model.versions(ids), typed: .did(""))
  }

  /// The listed reasons to wait.
  static func holdReasons(_ model: Model) -> PickerPage {
    let told = Words(zh: "（已告知业主）", en: " (owner told)")
    let ids = model.targets
    let policy = ids.first.flatMap { model.desk.tickets[$0] }.map(model.desk.policy(of:)) ?? model.desk.policy
    var items = policy.terms.holds.map(\.reason).map { reason in
      let parts = reason == .parts
      var item = PickerItem(
        Words(zh: reason.words.zh + (parts ? told.zh : ""), en: reason.words.en + (parts ? told.en : "")),
        .hold(reason, ownerTold: parts))
      item.digit = reason.digit
      return item
    }
    if items.contains(where: { $0.digit == HoldReason.parts.digit }) {
      var named = PickerItem(
        Words(zh: "待料，写明配件" + told.zh, en: "parts, and which" + told.en), .holdForPart)
      named.digit = 5
      items.insert(named, at: items.firstIndex { ($0.digit ?? 0) > 5 } ?? items.count)
    }
    return PickerPage(
      Words(zh: "挂起原因  \(Model.names(ids))", en: "Why \(Model.names(ids)) waits"), items,
      seen: model.versions(ids))
  }

  /// The categories of the first target's kind; public lighting comes ordinary and complex (S010, S011).
  static func categories(_ model: Model) -> PickerPage {
    let ids = model.targets
    let offered = model.desk.policy.categories.filter { category in
      ids.first.map { category.kinds.contains($0.kind) } ?? true
    }
    let items = offered.flatMap { category -> [PickerItem] in
      let words = Category.words(category.id)
      let ordinary = PickerItem(words, .category(category.id, .ordinary))
      guard category.system == .lighting else { return [ordinary] }
      let complex = Words(zh: "\(words.zh)（复杂）", en: "\(words.en), complex")
      return [ordinary, PickerItem(complex, .category(category.id, .complex))]
    }
    return PickerPage(
      Words(zh: "改类别  \(Model.names(ids))", en: "Category of \(Model.names(ids))"), items,
      seen: model.versions(ids))
  }

  /// What can be put right of a ticket, each with what stands there.
  static func fields(_ model: Model, of ticket: Ticket) -> PickerPage {
    let rows: [(Words, PromptPage.Purpose, String)] = [
      (Words(zh: "地点", en: "Place"), .place, ticket.place.text),
      (Words(zh: "事项", en: "Subject"), .subject, ticket.subject),
      (Words(zh: "描述", en: "Details"), .text, ticket.text.plainLine),
    ]
    var items = rows.map { PickerItem($0.0, detail: Words(both: $0.2), .field($0.1, $0.2)) }
    items.append(
      PickerItem(
        Words(zh: "类别", en: "Category"), detail: Category.words(ticket.work.category), .action(.categorise)))
    items.append(
      PickerItem(
        Words(zh: "报修人", en: "Caller"),
        detail: Words(both: model.person(ticket.work.reporters.first?.contact) ?? "—"), .callers))
    return PickerPage(
      Words(zh: "改单  \(ticket.id)", en: "Put right \(ticket.id)"), items, seen: model.versions([ticket.id]))
  }

  /// The open tickets of the same kind: those to be merged, where they are several, then those of the same place and of the same building.
  static func survivors(_ model: Model, of ids: [TicketID]) -> PickerPage {
    let place = ids.first.flatMap { model.desk.tickets[$0]?.place }
    func distance(_ other: Place) -> Int {
      other == place ? 0 : other.building != nil && other.building == place?.building ? 1 : 2
    }
    func order(_ ticket: Ticket) -> (Int, Int, TicketID) {
      (ids.contains(ticket.id) ? 0 : 1, distance(ticket.place), ticket.id)
    }
    let others = model.desk.tickets.values.filter { $0.kind == ids.first?.kind && [$0.id] != ids }
      .sorted { order($0) < order($1) }
    let items = others.prefix(200).map { ticket in
      let label = { (language: Language) in
        "\(padded("\(ticket.id)", to: 6)) \(padded(ticket.place.short(language), to: 10)) \(ticket.line(language))"
      }
      return PickerItem(Words(zh: label(.chinese), en: label(.english)), .survivor(ticket.id))
    }
    let names = Model.names(ids)
    return PickerPage(
      Words(zh: "\(names) 并入", en: "Merge \(names) into"), items, seen: model.versions(ids),
      typed: ids.first.map(Choice.survivor))
  }

  /// Who walks the route.
  static func guards(_ model: Model, route: String) -> PickerPage {
    let name = model.desk.routes[route]?.route.name ?? route
    return guards(
      model, Words(zh: "\(name) 谁去巡查（可输入新名字）", en: "Who walks \(name) (or type a new name)")
    ) { .startRound(route: route, guardName: $0) }
  }

  /// Who walks a round that is planned, or goes on with one.
  static func guards(_ model: Model, of id: RoundID) -> PickerPage {
    let round = model.desk.rounds[id]
    let (name, time) = (round?.route.name ?? id.route, round.map { model.dates.time($0.begins) } ?? "")
    let walks = round?.guardName ?? ""
    return guards(
      model,
      Words(
        zh: "\(name) \(time) 这一轮\(walks.isEmpty ? "派给谁" : "由 \(walks) 改派给谁")",
        en: walks.isEmpty
          ? "Who walks \(name) at \(time)" : "Who walks \(name) at \(time) instead of \(walks)")
    ) { .guards(id, name: $0) }
  }

  /// The staff, those on shift before the others, and of either the guards first.
  private static func guards(_ model: Model, _ title: Words, _ choice: (String) -> Choice) -> PickerPage {
    let here = Set(model.desk.onShift)
    let ranked = model.staff.members.enumerated().map { offset, member in
      let rank = (here.contains(member.name) ? 0 : 2) + (member.role == .guard ? 0 : 1)
      return (member: member, rank: rank, offset: offset)
    }.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }
    let items = ranked.map(\.member).map { member in
      let skills = member.skills.joined(separator: " ")
      let post = member.role?.words ?? .none
      let on = here.contains(member.name) ? Words(zh: "在岗", en: "on shift") : .none
      let detail = { (language: Language) in
        [on(language), post(language), skills].filter { !$0.isEmpty }.joined(separator: " ")
      }
      return PickerItem(
        Words(both: member.name), detail: Words(zh: detail(.chinese), en: detail(.english)),
        choice(member.name))
    }
    return PickerPage(title, items.isEmpty ? [PickerItem(model.actorWords, choice(model.actor.name))] : items)
  }

  /// What was found at a checkpoint.
  static func checkpoint(_ round: Round, _ point: RoundPoint, hasTicket: Bool) -> PickerPage {
    var items: [PickerItem] = []
    if round.isOpen, point.checkedAt == nil {
      items.append(
        PickerItem(Words(zh: "打卡 正常", en: "Check in, all well"), .checkIn(.ok, round.id, point: point.id)))
      items.append(
        PickerItem(
          Words(zh: "打卡 异常", en: "Check in, something is wrong"), .checkIn(.failed, round.id, point: point.id)
        ))
    }
    if !hasTicket {
      items.append(
        PickerItem(Words(zh: "由此点建单", en: "Make a ticket of it"), .ticketFromPoint(round.id, point: point.id))
      )
    }
    return PickerPage(Words(both: "\(round.route.name) \(point.name)"), items)
  }

  /// The register of equipment.
  static func assets(_ model: Model) -> PickerPage {
    let items = model.desk.assets.values.filter { $0.retiredAt == nil }.map(\.asset)
      .sorted { $0.id < $1.id }
      .map { asset in
        PickerItem(
          Words(both: "\(asset.id) \(asset.name)"),
          detail: Words(
            zh: "\(asset.kind.words.zh) \(asset.place.text)", en: "\(asset.kind.words.en) \(asset.place.text)"
          ),
          .asset(asset.id))
      }
    return PickerPage(Words(zh: "设备", en: "Equipment"), items)
  }

  /// The parked drafts, latest first.
  static func drafts(_ model: Model) -> PickerPage {
    let items = model.drafts.enumerated().reversed().map { index, draft in
      PickerItem(
        draft.title, detail: Words(both: model.dates.time(draft.openedAt)), .draft(index))
    }
    return PickerPage(Words(zh: "草稿", en: "Drafts"), items)
  }
}

extension HoldReason {
  /// The digit that chooses it, whichever of them a policy lists (*design*).
  fileprivate var digit: Int {
    switch self {
    case .parts: 1
    case .ownerTime: 2
    case .ownerAway: 3
    case .thirdParty: 4
    case .other: 9
    }
  }
}

extension Model {
  static func names(_ ids: [TicketID]) -> String {
    ids.count > 3 ? "×\(ids.count)" : ids.map(\.description).joined(separator: " ")
  }

  var actorWords: Words { Words(both: actor.name) }
}
