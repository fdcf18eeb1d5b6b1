package import Desk

/// A record that a ticket came from, became or is about.
package enum DetailLink: Equatable, Sendable {
  case ticket(TicketID)
  case asset(String)
  case point(PatrolOrigin)
  case duty(String)
  case incident(IncidentID)
}

extension Model {
  /// What the ticket of a page is linked with, in words: what it became first, then what it came from, then what it is about.
  func links(of page: DetailPage) -> [(words: Words, link: DetailLink)] {
    guard let ticket = desk.tickets[page.id] ?? page.ticket else { return [] }
    var links: [(words: Words, link: DetailLink)] = []
    func add(_ id: TicketID, _ zh: String, _ en: String) {
      guard !links.contains(where: { $0.link == .ticket(id) }) else { return }
      links.append((Words(zh: "\(zh) \(id)", en: "\(en) \(id)"), .ticket(id)))
    }
    if let other = ticket.work.mergedInto {
      if ticket.stage == .merged {
        add(other, "已并入", "merged into")
      } else {
        add(other, "已转为投诉", "turned into complaint")
      }
    }
    // Newest first, as they are shown.
    for case .ticket(_, let event) in page.events.map(\.event) {
      switch event {
      case .complained(let other, _): add(other, "另有投诉", "complaint")
      case .split(_, let other): add(other, "分出", "split off")
      case .absorbed(let other, _, _, _, _): add(other, "并入的", "merged from")
      case .reported(let report): if let other = report.splitFrom { add(other, "来自", "made from") }
      default: break
      }
    }
    if let id = ticket.asset { links.append((AssetLines.title(id, self), .asset(id))) }
    if let origin = ticket.origin, desk.routes[origin.round.route] != nil {
      links.append(
        (
          Words(zh: "巡查 \(origin.round) \(origin.point)", en: "patrol \(origin.round) \(origin.point)"),
          .point(origin)
        ))
    }
    for row in dutyRows where row.record?.tickets.contains(page.id) == true {
      links.append(
        (Words(zh: "义务 \(row.duty.name.words.zh)", en: "duty \(row.duty.name.words.en)"), .duty(row.duty.id)))
    }
    return links + incidents(of: page.id).map { ($0.title, .incident($0.id)) }
  }

  /// Goes on from a ticket's page to what it is linked with; where that is several, a digit chooses.
  mutating func openLink(_ page: DetailPage) -> [Effect] {
    let links = links(of: page)
    guard let first = links.first else {
      say(Words(zh: "\(page.id) 没有关联的记录", en: "Nothing is linked with \(page.id)"))
      return []
    }
    guard links.count > 1 else { return follow(first.link) }
    let items = links.map { PickerItem($0.words, .link($0.link)) }
    return open(.picker(PickerPage(Words(zh: "\(page.id) 的关联记录", en: "Linked with \(page.id)"), items)))
  }

  /// Shows a linked record: a ticket over the page it was reached from, anything else in its view.
  mutating func follow(_ link: DetailLink) -> [Effect] {
    switch link {
    case .ticket(let id):
      // Two that point at each other do not pile up.
      let known = layers.firstIndex { if case .detail(let page) = $0 { page.id == id } else { false } }
      guard let known else { return showDetail(id) }
      layers.removeLast(layers.count - known - 1)
      return []
    case .asset(let id): return [.loadFaults(asset: id)]
    case .point(let origin):
      let effects = go(.patrol)
      let row = desk.rounds[origin.round]?.point(origin.point).map { RowKey.point(origin.round, $0.id) }
      let isShown = row.map(patrolRows.contains) ?? false
      lists[.patrol, default: ListState()].selected = isShown ? row : .route(origin.round.route)
      return effects
    case .duty(let id):
      let effects = go(.duties)
      lists[.duties, default: ListState()].selected = .duty(id)
      return effects
    case .incident(let id):
      let effects = go(.incidents)
      lists[.incidents, default: ListState()].selected = .incident(id)
      return effects
    }
  }
}
