import Desk
import Foundation
import Screen

extension Model {
  /// The route or checkpoint the cursor is on, in the patrol view or among the timers.
  private var patrolCursor: RowKey? {
    switch selected {
    case .route(let id): .route(id)
    case .round(let id), .timer(.start(let id)): .round(id)
    case .point(let round, let point), .timer(.point(let round, let point)): .point(round, point)
    default: nil
    }
  }

  /// Whether keys are for the patrol: its view is open, or a checkpoint or a planned round is selected among the timers.
  var isOnPatrol: Bool { layers.isEmpty && (focus == .patrol || patrolCursor != nil) }

  /// The route the cursor is on.
  var selectedRoute: String? {
    switch patrolCursor {
    case .route(let id): id
    case .point(let round, _), .round(let round): round.route
    default: nil
    }
  }

  /// The point the cursor is on, or the next one of the round when it is on the route.
  var selectedPoint: (round: Round, point: RoundPoint)? {
    if case .round = patrolCursor { return nil }
    if case .point(let round, let id) = patrolCursor { return point(round, id) }
    guard let route = selectedRoute, let round = desk.routes[route]?.lastRound.flatMap({ desk.rounds[$0] })
    else { return nil }
    return round.nextPoint.map { (round, $0) }
  }

  /// The point under the cursor when something was found there, or nobody came, and it has no ticket.
  var selectedFinding: (round: Round, point: RoundPoint)? {
    guard isOnPatrol, case .point = patrolCursor, let (round, point) = selectedPoint, !hasTicket(point),
      point.state == .failed || point.state == .missed
    else { return nil }
    return (round, point)
  }

  /// Whether somebody walks the round of the point that is meant, and was not there yet.
  var mayCheckIn: Bool {
    guard let (round, point) = selectedPoint else { return false }
    return !round.isPlanned && round.isOpen && point.checkedAt == nil
  }

  /// The point under the cursor when nobody came to it.
  var missedPoint: (round: Round, point: RoundPoint)? {
    guard case .point = patrolCursor, let selected = selectedPoint, selected.point.state == .missed else {
      return nil
    }
    return selected
  }

  /// A check-in is proof that somebody was there: one key says where it is for, another that it is so.
  mutating func askCheckIn() -> [Effect] {
    let effects = submissions(.ok, selectedPoint, note: "")
    guard !effects.isEmpty, let (round, point) = selectedPoint else { return [] }
    let name = "\(round.route.name) \(point.name)".plainLine
    return ask(
      Words(
        zh: "\(name) 打卡，正常：按 y 打卡，别的键不打",
        en: "Check \(name), all well: y checks it in, any other key does not"), effects)
  }

  mutating func checkIn(_ result: CheckInResult, _ selected: (round: Round, point: RoundPoint)?, note: String)
    -> [Effect]
  {
    let effects = submissions(result, selected, note: note)
    return effects.isEmpty ? [] : submit(effects)
  }

  /// What writes a check-in down; says why not where there is nothing to check in at.
  private mutating func submissions(
    _ result: CheckInResult, _ selected: (round: Round, point: RoundPoint)?, note: String
  ) -> [Effect] {
    guard canWrite() else { return [] }
    guard let (round, point) = selected else {
      say(Words(zh: "这条线路没有要打卡的点位：F5 开始一轮", en: "No checkpoint is waiting on this route: F5 starts a round"))
      return []
    }
    guard !round.isPlanned else {
      say(Words(zh: "这一轮还没有人走：F5 开巡", en: "Nobody walks this round yet: F5 starts it"))
      return []
    }
    guard round.isOpen else {
      say(Words(zh: "这一轮已结束：F5 开始下一轮", en: "This round is over: F5 starts the next"))
      return []
    }
    if let at = point.checkedAt {
      let (name, time) = ("\(round.route.name) \(point.name)", dates.time(at))
      say(Words(zh: "\(name) \(time) 已打卡", en: "\(name) was checked at \(time)"))
      return []
    }
    return [
      .submit(
        .checkIn(
          route: round.id.route, point: point.id, guardName: round.guardName, result: result, note: note,
          method: "key"), seen: nil, occurredAt: nil, contact: nil)
    ]
  }

  /// A round's point as it is now, by their numbers.
  func point(_ round: RoundID, _ id: String) -> (round: Round, point: RoundPoint)? {
    desk.rounds[round].flatMap { round in round.point(id).map { (round, $0) } }
  }

  mutating func startRound() -> [Effect] {
    guard let route = selectedRoute else {
      say(
        Words(
          zh: "还没有巡查线路：用 frontdesk routes publish 文件 发布", en: "No routes yet: frontdesk routes publish FILE"))
      return []
    }
    if case .round(let id) = patrolCursor {
      layers.append(.picker(.guards(self, of: id)))
    } else if let open = desk.openRound(on: route), open.nextPoint != nil {
      layers.append(.picker(.guards(self, of: open.id)))
    } else {
      layers.append(.picker(.guards(self, route: route)))
    }
    return []
  }

  /// Whether F5 changes who walks, because a round is under the cursor or on its way.
  var walksAlready: Bool {
    if case .round = patrolCursor { return true }
    return selectedRoute.flatMap { desk.openRound(on: $0) }?.nextPoint != nil
  }

  /// Asks why nobody came to the point under the cursor.
  mutating func excuse() -> [Effect] {
    guard let (round, point) = missedPoint else {
      say(Words(zh: "请先选一个漏检的点位", en: "Choose a missed checkpoint first"))
      return []
    }
    return open(PromptPage(.excuse(round.id, point: point.id), [], [:], about: round.about(point)))
  }

  /// Goes one level in: from the cursor to a ticket's page, the results of a checkpoint, or who walks a planned round; from a ticket's
  /// page to what it is linked with.
  mutating func openSelected() -> [Effect] {
    if case .detail(let page) = layers.last { return openLink(page) }
    if isOnPatrol {
      guard canWrite() else { return [] }
      guard let (round, point) = selectedPoint else { return startRound() }
      layers.append(.picker(.checkpoint(round, point, hasTicket: hasTicket(point))))
      return []
    }
    if isOnIncidents { return openIncident() }
    if isOnDuties { return openDuty() }
    if layers.isEmpty, case .staff(let name) = selected { return showHands(of: name) }
    guard layers.isEmpty, let id = selectedTicket else { return [] }
    return showDetail(id)
  }

  /// Lists what somebody works on or answers for, on the page that has it.
  private mutating func showHands(of name: String) -> [Effect] {
    let work = board.inHand(name, .max)
    view = !work.isEmpty && work.allSatisfy { $0.kind == .complaint } ? .complaints : .tickets
    filter = FilterState(field: TextField("@\(name)"), isTyping: false)
    refilter()
    return []
  }

  mutating func showDetail(_ id: TicketID) -> [Effect] {
    layers.append(.detail(DetailPage(id: id, ticket: desk.tickets[id])))
    return [.loadTimeline(id)]
  }
}

extension Round {
  /// A point by its name and that of its route.
  func about(_ point: RoundPoint) -> Words {
    Words(both: "\(route.name.plainLine) \(point.name.plainLine)")
  }
}
