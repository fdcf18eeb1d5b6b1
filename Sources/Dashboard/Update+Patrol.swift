import Desk
import Foundation

extension Model {
  /// The route the cursor of the patrol view is on.
  var selectedRoute: String? {
    switch lists[.patrol]?.selected {
    case .route(let id): id
    case .point(let round, _): round.route
    default: nil
    }
  }

  /// The point the cursor is on, or the next one of the round when it is on the route.
  var selectedPoint: (round: Round, point: RoundPoint)? {
    guard let route = selectedRoute, let round = desk.routes[route]?.lastRound.flatMap({ desk.rounds[$0] })
    else { return nil }
    if case .point(_, let id) = lists[.patrol]?.selected { return round.point(id).map { (round, $0) } }
    return round.nextPoint.map { (round, $0) }
  }

  mutating func checkIn(_ result: CheckInResult, note: String) -> [Effect] {
    guard canWrite() else { return [] }
    guard let (round, point) = selectedPoint else {
      say(Words(zh: "这条线路还没有开始巡查：F5 开始一轮", en: "No round on this route yet: F5 starts one"))
      return []
    }
    guard round.isOpen else {
      say(Words(zh: "这一轮已结束：F5 开始下一轮", en: "This round is over: F5 starts the next"))
      return []
    }
    batch = Batch(left: 1)
    return [
      .submit(
        .checkIn(
          route: round.id.route, point: point.id, guardName: round.guardName, result: result, note: note,
          method: "key"), seen: nil, occurredAt: nil, contact: nil)
    ]
  }

  mutating func startRound() -> [Effect] {
    guard let route = selectedRoute else {
      say(
        Words(
          zh: "还没有巡查线路：用 frontdesk routes publish 文件 发布", en: "No routes yet: frontdesk routes publish FILE"))
      return []
    }
    if let open = desk.openRound(on: route) { return refuseWords(.roundAlreadyOpen(open.id)) }
    layers.append(.picker(.guards(self, route: route)))
    return []
  }

  private mutating func refuseWords(_ refusal: Refusal) -> [Effect] {
    say(refusal.words(zone: desk.zone), isAlert: true)
    return []
  }

  /// Opens what the cursor is on: a ticket's detail, or the results of a checkpoint.
  mutating func openSelected() -> [Effect] {
    if layers.isEmpty, view == .patrol {
      guard canWrite() else { return [] }
      guard let (round, point) = selectedPoint else { return startRound() }
      layers.append(.picker(.checkpoint(round, point)))
      return []
    }
    guard layers.isEmpty, let id = selectedTicket else { return [] }
    return showDetail(id)
  }

  mutating func showDetail(_ id: TicketID) -> [Effect] {
    layers.append(.detail(DetailPage(id: id, ticket: desk.tickets[id])))
    return [.loadTimeline(id)]
  }
}
