import Desk
import Screen

/// One ticket, whole: who, what, every clock, and everything that happened.
enum DetailView {
  static func draw(_ page: DetailPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    guard let ticket = model.desk.tickets[page.id] ?? page.ticket else {
      frame.put(
        Words(zh: "正在读取 \(page.id)", en: "reading \(page.id)")(model.language), rect.row + 1, 2,
        rect.columns - 3, .dim)
      return
    }
    frame.rule(model.crumbs + TicketLines.title(ticket, model), rect, rect.row)
    let lines = lines(page, ticket, model, columns: rect.columns - 2)
    let top = min(page.top, max(0, lines.count - rect.rows + 1))
    frame.putLines(lines.dropFirst(top), below: rect)
    frame.putPlace(top, rect.rows - 1, of: lines.count, rect.row, rect)
    frame.cursor = Position(row: rect.row, column: rect.column)
  }

  /// The first line shown when the page is at its end.
  static func lastTop(_ page: DetailPage, _ model: Model) -> Int {
    let rect = model.layout.page
    guard let ticket = model.desk.tickets[page.id] ?? page.ticket else { return 0 }
    return max(0, lines(page, ticket, model, columns: rect.columns - 2).count - rect.rows + 1)
  }

  private static func lines(_ page: DetailPage, _ ticket: Ticket, _ model: Model, columns: Int)
    -> [TicketLines.Line]
  {
    let language = model.language
    var lines = wrapped(ticket.subject, columns) + wrapped(ticket.text, columns)
    lines.append(TicketLines.Line(text: TicketLines.people(ticket, model, columns: columns)))
    lines += notes(ticket, model, columns)
    lines += links(page, ticket, model)
    lines += TicketLines.reporters(ticket, model)
    lines += TicketLines.held(ticket, model) + TicketLines.papers(ticket, model)
    lines += TicketLines.clocks(ticket, model, columns: columns) + TicketLines.escalation(ticket, model)
    lines += TicketLines.past(ticket, model)
    let happened = Words(zh: " 经过 ", en: " What happened ")(language)
    let rest = String(repeating: "-", count: max(0, columns - 2 - displayWidth(happened)))
    lines.append(TicketLines.Line([("--", .rule), (happened, .title), (rest, .rule)]))
    return lines + timeline(page, model, columns: columns)
  }

  /// What the directory notes of those who live there; nothing where nothing is noted.
  private static func notes(_ ticket: Ticket, _ model: Model, _ columns: Int) -> [TicketLines.Line] {
    let notes = model.directory.notes(of: ticket.place)
    guard !notes.isEmpty else { return [] }
    return wrapped(Words(zh: "住户备注 \(notes)", en: "Household note: \(notes)")(model.language), columns)
  }

  /// What it came from, is about and became, and where Enter goes from here.
  private static func links(_ page: DetailPage, _ ticket: Ticket, _ model: Model) -> [TicketLines.Line] {
    let language = model.language
    var lines: [TicketLines.Line] = []
    if let origin = ticket.origin {
      lines.append(
        TicketLines.Line(
          text: Words(
            zh: "来自巡查 \(origin.round) \(origin.point)", en: "from patrol \(origin.round) \(origin.point)")(
              language)))
    }
    if let id = ticket.asset {
      let name = model.desk.assets[id]?.asset.name ?? ""
      lines.append(
        TicketLines.Line(
          text: Words(
            zh: "设备 \(id) \(name)（\(model.keyTable.letter(.assets)) 看档案）",
            en: "equipment \(id) \(name) (\(model.keyTable.letter(.assets)) shows its history)")(
              language)))
    }
    for incident in model.incidents(of: ticket.id) {
      lines.append(TicketLines.Line(text: incident.title(language), role: incident.isOpen ? .critical : .dim))
    }
    if let other = ticket.work.mergedInto {
      let words =
        ticket.stage == .merged
        ? Words(zh: "已并入 \(other)", en: "merged into \(other)")
        : Words(zh: "已转为投诉 \(other)", en: "turned into complaint \(other)")
      lines.append(TicketLines.Line(text: words(language)))
    }
    let links = model.links(of: page)
    if let first = links.first {
      let words =
        links.count == 1
        ? Words(zh: "Enter 打开：\(first.words.zh)", en: "Enter opens: \(first.words.en)")
        : Words(zh: "Enter 选关联的 \(links.count) 条记录", en: "Enter chooses among \(links.count) linked records")
      lines.append(TicketLines.Line(text: words(language), role: .dim))
    }
    return lines
  }

  private static func timeline(_ page: DetailPage, _ model: Model, columns: Int) -> [TicketLines.Line] {
    var lines: [TicketLines.Line] = []
    for (indent, words, role) in TicketLines.happened(page.events, model) {
      let parts = wrapped(words, max(10, columns - displayWidth(indent)), role: role)
      for (index, part) in parts.enumerated() {
        let margin = index == 0 ? indent : String(repeating: " ", count: displayWidth(indent))
        lines.append(TicketLines.Line([(margin, .dim)] + part.spans))
      }
    }
    return lines
  }

  private static func wrapped(_ text: String, _ columns: Int, role: Role = .text) -> [TicketLines.Line] {
    Dashboard.wrapped(text, columns: columns).map { TicketLines.Line(text: $0, role: role) }
  }
}
