import Desk
import Foundation
import Screen

/// The wall: counts in big digits, the most urgent tickets as cards, the next ones, and the day so far. Nothing that a visitor should
/// not read: no names but the staff's, no telephone, and of what was said only the category.
enum WallView {
  static func draw(_ page: WallPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let wall = model.wallLayout
    let (tickets, count) = model.wallPages(wall)
    let index = min(page.page, count - 1)
    drawHeader(page, index, of: count, model, layout.header, in: &frame)
    WallTile.draw(model, wall.tiles, in: &frame)
    drawRules(wall, layout.page, in: &frame)
    for (place, rect) in wall.cards.enumerated() {
      let number = index * wall.cards.count + place
      guard tickets.indices.contains(number) else { break }
      WallCard.draw(tickets[number], rect, isBig: wall.isBig, model, in: &frame)
    }
    drawList(tickets, index, wall, model, in: &frame)
    if tickets.isEmpty {
      let words = Words(zh: "没有在走的时限。", en: "No clock is running.")(model.language)
      frame.put(words, (wall.cards.first ?? wall.list).row + 1, 2, layout.page.columns - 3, .done)
    }
    drawToday(model, layout.notice, in: &frame)
    NoticeView.draw(model, layout, in: &frame)
    drawFoot(model, layout.keys, turns: count > 1, in: &frame)
    if model.settings.isAccessible { frame.cursor = Position(row: wall.list.row + 1, column: 0) }
  }

  /// The first line: which desk, when, and which page; when the store was not heard of or cannot be trusted, that and nothing else.
  private static func drawHeader(
    _ page: WallPage, _ index: Int, of count: Int, _ model: Model, _ rect: Rect, in frame: inout Frame
  ) {
    let language = model.language
    let isOld = model.newsAge > Model.oldNews
    if isOld || model.readOnly != nil {
      frame.fill(rect, style: Role.headerAlert.style)
      let cause =
        model.readOnly
        ?? Words(zh: "看板上的已经不准，请看前台的屏幕", en: "this wall is out of date, look at the desk's screen")
      let age = Int(model.newsAge)
      let words =
        isOld ? Words(zh: "数据停更 \(age)秒：\(cause.zh)", en: "No data for \(age)s: \(cause.en)") : cause
      frame.put(words(language), rect.row, rect.column + 1, rect.columns - 2, .headerAlert)
      return
    }
    var column = rect.endColumn - 1
    for (text, role) in rightParts(page, index, of: count, model).reversed() {
      let width = displayWidth(text)
      guard column - width > rect.column + 12 else { break }
      column -= width
      frame.put(text, rect.row, column, width, role)
      column -= 2
    }
    let title = Words(zh: "服务时限看板", en: "service clocks")(language)
    let whole = "\(model.deskName)  \(title)"
    let room = column - rect.column - 1
    frame.put(displayWidth(whole) <= room ? whole : model.deskName, rect.row, rect.column + 1, room, .title)
  }

  /// The last is the last to be dropped.
  private static func rightParts(
    _ page: WallPage, _ index: Int, of count: Int, _ model: Model
  ) -> [(String, Role)] {
    let language = model.language
    var parts: [(String, Role)] = []
    if let shift = model.shiftWords { parts.append((shift(language), .text)) }
    if model.isWall { parts.append((Words(zh: "只读", en: "read-only")(language), .dim)) }
    if count > 1 {
      let span = Int(model.settings.wall.pageSpan)
      let rest = page.restsUntil.flatMap { $0 > model.now ? $0 : nil }.map { model.dates.time($0) }
      let words =
        rest.map { Words(zh: "停翻到 \($0)", en: "page kept to \($0)") }
        ?? Words(zh: "每\(span)秒翻页", en: "turns every \(span)s")
      parts.append(("\(words(language)) \(index + 1)/\(count)", .dim))
    }
    parts += HeaderView.incidents(model)
    let time =
      model.settings.isAccessible ? model.dates.time(model.now) : model.dates.timeWithSeconds(model.now)
    return parts + [("\(model.dates.day(model.now)(language)) \(time)", .title)]
  }

  private static func drawRules(_ wall: WallLayout, _ page: Rect, in frame: inout Frame) {
    for card in wall.cards {
      if card.column == page.column {
        frame.rule("", page, card.row - 1)
      } else {
        frame.separator(card, column: card.column - 2)
      }
    }
  }

  /// What comes after the cards of this page; nothing after the last ticket.
  private static func drawList(
    _ tickets: [TicketID], _ page: Int, _ wall: WallLayout, _ model: Model, in frame: inout Frame
  ) {
    let rect = wall.list
    guard rect.rows > 0 else { return }
    let total = model.board.runningCount
    let title = wall.cards.isEmpty ? Words(zh: "最急的", en: "Most urgent") : Words(zh: "随后", en: "Next")
    let count = Words(zh: "在走的共 \(total) 张", en: "\(total) running in all")
    frame.rule("\(title(model.language))  \(count(model.language))", rect, rect.row)
    let (first, shown) = (page * wall.perPage, min(wall.cards.count, tickets.count))
    let width = (rect.columns - (wall.listColumns - 1) * 3) / wall.listColumns
    let rows = rect.rows - 1
    for line in 0..<max(0, min(wall.listCapacity, tickets.count - shown)) {
      let number = first + wall.cards.count + line
      guard tickets.indices.contains(number) else { break }
      let column = rect.column + line / rows * (width + 3)
      drawRow(
        tickets[number], Rect(row: rect.row + 1 + line % rows, column: column, rows: 1, columns: width),
        model,
        in: &frame)
    }
  }

  private static func drawRow(_ id: TicketID, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    guard let ticket = model.desk.tickets[id],
      let clock = ticket.governingClock(model.desk.policy(of: ticket))
    else { return }
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    let cells: [(Int, Int, String, Role)] = [
      (1, 2, model.symbols.tag(countdown.tag), countdown.role),
      (4, 5, clock.id.short(model.language), .dim),
      (9, 11, countdown.words(model.language), countdown.role),
      (21, 9, "\(id)", .text),
      (31, 17, model.wallPlace(ticket.place), .text),
      (49, 14, model.wallCategory(ticket), .text),
      (
        64, rect.columns - 65, ticket.responsible ?? model.nobody,
        ticket.responsible == nil ? .soon : .text
      ),
    ]
    for (column, width, text, role) in cells where column < rect.columns {
      frame.put(text, rect.row, rect.column + column, min(width, rect.columns - column), role)
    }
  }

  /// How the day went, who is on, and where the guards are; what has no room is left out from the end.
  private static func drawToday(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard model.notice == nil, model.asked == nil else { return }
    var column = rect.column + 1
    for text in todayParts(model) {
      let width = displayWidth(text)
      guard column + width < rect.endColumn else { return }
      column += frame.put(text, rect.row, column, width) + 3
    }
  }

  private static func todayParts(_ model: Model) -> [String] {
    let language = model.language
    var parts = [Words(zh: "今日", en: "Today")(language)]
    if let total = model.today?.total {
      for (tally, words) in [
        (total.onSite, Words(zh: "到场达标", en: "on site kept")),
        (total.feedback, Words(zh: "反馈达标", en: "feedback kept")),
      ] {
        guard let share = tally.permille else { continue }
        parts.append("\(words(language)) \(FigureCell.share(share, of: 1000).text(language))")
      }
      if let median = total.responses[.onSite]?.percentiles([50]).first {
        let span = Words.span(TimeInterval(median))
        parts.append(Words(zh: "到场中位数 \(span.zh)", en: "median to site \(span.en)")(language))
      }
      if parts.count == 1 { parts[0] = Words(zh: "今日 还没有可算的", en: "Today: nothing to count yet")(language) }
    } else {
      parts[0] = Words(zh: "今日 正在统计", en: "Today: being counted")(language)
    }
    if !model.desk.onShift.isEmpty {
      let names = model.desk.onShift.joined(separator: " ")
      parts.append(Words(zh: "在岗 \(names)", en: "on duty \(names)")(language))
    }
    let rounds = model.desk.routes.values.compactMap { state in
      state.lastRound.flatMap { model.desk.rounds[$0] }.map { (state, $0) }
    }
    // What has no room is left out from the end: it is not what went wrong.
    for (state, round) in rounds.sorted(by: { ($1.1.missed, $0.0.route.id) < ($0.1.missed, $1.0.route.id) }) {
      let missed =
        round.missed > 0 ? Words(zh: " 漏\(round.missed)", en: " \(round.missed) missed")(language) : ""
      parts.append("\(state.route.name) \(round.reached)/\(round.points.count)\(missed)")
    }
    return parts
  }

  /// The keys, and how old the data are: that is always said. Where pages turn, what keeps one has room behind the keys.
  private static func drawFoot(_ model: Model, _ rect: Rect, turns: Bool, in frame: inout Frame) {
    let language = model.language
    let isHeard = model.newsAge <= Model.oldNews
    let isFresh = isHeard && model.readOnly == nil
    let time =
      model.settings.isAccessible
      ? model.dates.time(model.heardAt) : model.dates.timeWithSeconds(model.heardAt)
    let words = Words(
      zh: "数据时间 \(time) \(isFresh ? "正常" : isHeard ? "只读" : "停更")",
      en: "data of \(time)\(isFresh ? "" : isHeard ? ", read-only" : ", no news since")")
    let width = displayWidth(words(language))
    frame.put(words(language), rect.row, rect.endColumn - 1 - width, width, isFresh ? .dim : .over)
    let keys = KeyLineView.words(KeyLineView.pageKeys(model) ?? [], language)
    let any = language == .chinese ? ("任意键", "暂停翻页") : ("Any key", "keeps the page")
    KeyLineView.draw(
      keys + (turns && model.asked == nil ? [any] : []), rect.droppingRight(width + 2), in: &frame)
  }

  static func keys(_ model: Model) -> [(String, Words)] {
    let all = [
      KeyLineView.help,
      ("F12", model.isWall ? Words(zh: "退出", en: "Quit") : Words(zh: "返回", en: "Back")),
      ("F6", Words(zh: "确认升级", en: "Acknowledge")), ("←→", Words(zh: "翻页", en: "Page")),
    ]
    return all.filter { $0.0 != "F6" || !model.isWall }
  }
}

extension Model {
  /// Nobody in hand, in words.
  var nobody: String { Words.nobody(language) }

  /// A place as visitors may read it: without what may be a telephone, and without the room where the settings say so.
  func wallPlace(_ place: Place) -> String {
    let name = place.isRoom ? place.text : place.short(language)
    guard settings.wall.rooms == .masked else { return name.replacing(#/\d{7,}/#, with: "***") }
    guard let room = place.text.lastIndex(of: "-"), place.isRoom else {
      return name.replacing(#/\d{3,}/#, with: "***")
    }
    return place.text[...room] + "**"
  }

  /// What it is about, as visitors may read it: free text may name people, and a category that the policy does not list is free text.
  func wallCategory(_ ticket: Ticket) -> String {
    let category = ticket.work.category
    let isListed = desk.policy(of: ticket).categories.contains { $0.id == category }
    return (isListed ? Category.words(category) : ticket.kind.words)(language)
  }
}
