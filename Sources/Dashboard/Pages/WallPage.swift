import Desk
import Foundation
import Screen

/// The wall over the whole screen: which page of cards it shows, and since when.
package struct WallPage: Equatable, Sendable {
  package internal(set) var page = 0
  /// When the page was turned; the next turn is counted from here.
  var turnedAt: Date
  /// Until when no page is turned, because somebody pressed a key.
  var restsUntil: Date?
  /// Whom nobody looked after for too long, when the wall last looked.
  var ignored: Set<TicketID> = []

  /// How long a key keeps the page (*design*).
  static let rest: TimeInterval = 60

  init(at now: Date) { turnedAt = now }
}

extension Model {
  /// Makes this a screen that only looks: the wall and nothing else.
  package mutating func hangOnWall() {
    isWall = true
    layers = [.wall(WallPage(at: now))]
    wear()
  }

  /// Opens the wall over the desk.
  mutating func openWall() -> [Effect] {
    if case .wall = layers.last { return [] }
    layers.append(.wall(WallPage(at: now)))
    // What a clerk was told last is not for those who stand before the wall.
    notice = nil
    wear()
    tendWall()
    return countToday()
  }

  var isOnWall: Bool { if case .wall = layers.last { true } else { false } }

  mutating func press(_ key: Key, _ page: WallPage) -> [Effect] {
    var page = page
    page.restsUntil = now.addingTimeInterval(WallPage.rest)
    layers[layers.count - 1] = .wall(page)
    switch key {
    case .left: return turnWall(to: page.page - 1)
    case .right: return turnWall(to: page.page + 1)
    default: break
    }
    switch keyTable.action(for: key) {
    case .up, .pageUp: return turnWall(to: page.page - 1)
    case .down, .pageDown: return turnWall(to: page.page + 1)
    case .home: return turnWall(to: 0)
    case .end: return turnWall(to: -1)
    case .answer: return acknowledgeOnWall()
    case .help: return perform(.help)
    case .wall, .back:
      if isWall { return perform(.quit) }
      layers.removeLast()
      wear()
      return []
    case .quit: return perform(.quit)
    case .redraw: return [.redraw]
    default: return []
    }
  }

  /// Keys of a screen that only looks: those of the wall, and of the help over it.
  mutating func pressOnWall(_ key: Key) -> [Effect] {
    switch layers.last {
    case .wall(let page): return press(key, page)
    case .help(let page) where [.up, .down, .pageUp, .pageDown].contains(key): return press(key, page)
    default:
      layers.removeLast(layers.count - 1)
      return []
    }
  }

  /// Takes notice of the escalation that has waited longest; it stands on the first card.
  private mutating func acknowledgeOnWall() -> [Effect] {
    guard !isWall else {
      say(Words(zh: "看板只看不写；请到前台按 F6 确认", en: "This wall only looks; acknowledge at a desk, with F6"))
      return []
    }
    guard board.escalated.count > 0 else {
      say(Words(zh: "没有等人确认的升级", en: "No escalation waits to be acknowledged"))
      return []
    }
    let id = board.escalated[0]
    guard let pin = settings.wall.pin else { return order([id]) { _ in .acknowledge } }
    guard canWrite() else { return [] }
    return open(PromptPage(.acknowledge(pin), [id], versions([id])))
  }

  /// Acknowledges for whoever knows the digits, or is on the staff; anybody else is told, and may try again.
  mutating func acknowledge(_ pin: WallSettings.Pin, _ text: String, _ page: PromptPage) -> [Effect] {
    let typed = String(text.trimmed.map { KeyTable.folded($0) })
    var name: String?
    switch pin {
    case .digits(let digits):
      guard typed == digits else {
        return refuse(page, Words(zh: "密码不对，没有确认", en: "Wrong digits; not acknowledged"))
      }
    case .initials:
      let who = staff(called: typed)
      guard who.count == 1 else {
        return refuse(
          page,
          who.isEmpty
            ? Words(
              zh: "名册上没有“\(typed.plainLine)”，没有确认",
              en: "Nobody on the staff is \"\(typed.plainLine)\"; not acknowledged")
            : Words(
              zh: "不止一人：\(NameList.text(who, .chinese))，请写全名",
              en: "More than one: \(NameList.text(who, .english)); write the whole name"))
      }
      name = who[0]
    }
    let effects = page.targets.flatMap { id -> [Effect] in
      let commands: [TicketCommand] =
        [.acknowledge]
        + (name.map {
          [.note(text: Words(zh: "\($0) 在看板上确认", en: "\($0) acknowledged on the wall")(language))]
        }
          ?? [])
      return commands.map { .submit(.ticket(id, $0), seen: nil, occurredAt: nil, contact: nil) }
    }
    return submit(effects)
  }

  private mutating func refuse(_ page: PromptPage, _ words: Words) -> [Effect] {
    var page = page
    page.field = TextField()
    layers.append(.prompt(page))
    say(words, isAlert: true)
    return []
  }

  /// Who of the staff is meant by a name, its pinyin or its initials.
  private func staff(called text: String) -> [String] {
    let word = text.lowercased()
    guard !word.isEmpty else { return [] }
    var readings = Readings()
    let names = staff.members.map(\.name)
    if names.contains(text) { return [text] }
    return names.filter { name in
      readings.read(name: name).lowercased().split(separator: "\n").contains { $0 == word }
    }
  }

  /// Shows a page, round and round.
  private mutating func turnWall(to index: Int) -> [Effect] {
    guard case .wall(var page) = layers.last else { return [] }
    let count = wallPages(wallLayout).count
    page.page = (index % count + count) % count
    page.turnedAt = now
    layers[layers.count - 1] = .wall(page)
    return []
  }

  /// What the wall does by itself as time goes on: turns the page, and shows what nobody looks after.
  mutating func tendWall() {
    if case .prompt(let prompt) = layers.last, prompt.purpose.isForWall,
      now.timeIntervalSince(pressedAt) >= WallPage.rest
    {
      layers.removeLast()
    }
    guard case .wall(var page) = layers.last else { return }
    let layout = wallLayout
    let (tickets, count) = wallPages(layout)
    let ignored = tickets.prefix(count * layout.perPage).filter(isIgnored)
    if let new = ignored.first(where: { !page.ignored.contains($0) }), let index = tickets.firstIndex(of: new)
    {
      (page.page, page.turnedAt) = (index / layout.perPage, now)
    } else if (page.restsUntil ?? now) <= now,
      now.timeIntervalSince(page.turnedAt) >= settings.wall.pageSpan
    {
      (page.page, page.turnedAt, page.restsUntil) = ((page.page + 1) % count, now, nil)
    }
    page.page = min(page.page, count - 1)
    page.turnedAt = min(page.turnedAt, now)
    page.ignored = Set(ignored)
    layers[layers.count - 1] = .wall(page)
  }

  /// Whether its clock ran out so long ago that nobody seems to care.
  func isIgnored(_ id: TicketID) -> Bool {
    guard let ticket = desk.tickets[id], let clock = ticket.governingClock(desk.policy(of: ticket)) else {
      return false
    }
    if case .late(_, ignored: true) = clock.state(at: now) { return true }
    return false
  }
}
