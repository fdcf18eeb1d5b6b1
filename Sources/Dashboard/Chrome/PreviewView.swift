import Desk
import Foundation
import Screen

/// The ticket under the cursor in a few lines, below the list.
enum PreviewView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.preview
    guard rect.rows > 1 else { return }
    if model.isOnIncidents || model.focus == .incidents {
      return IncidentsView.drawPreview(model, rect, in: &frame)
    }
    if model.focus == .duties { return DutiesView.drawPreview(model, rect, in: &frame) }
    if model.focus == .visitors { return VisitorsView.drawPreview(model, rect, in: &frame) }
    if let (round, point) = model.selectedPoint {
      return PatrolView.drawPreview(round, point, model, rect, in: &frame)
    }
    guard let id = model.selectedTicket,
      let ticket = model.desk.tickets[id] ?? model.frozen?.departed[id]?.ticket
    else {
      return frame.rule("", rect, rect.row)
    }
    let title = TicketLines.title(ticket, model)
    let hint = Words(zh: "   Enter 全屏详情", en: "   Enter full page")(model.language)
    let fits = displayWidth(title + hint) < rect.columns - 6
    let isHinted = layout.kind == .double && fits && model.layers.isEmpty
    frame.rule(isHinted ? title + hint : title, rect, rect.row)
    let isShort = rect.rows < 6
    var lines = TicketLines.summary(ticket, model, columns: rect.columns - 2, isShort: isShort)
    if !isShort { lines += TicketLines.lately(id, model, rows: rect.rows - 1 - lines.count) }
    for (index, line) in lines.prefix(rect.rows - 1).enumerated() {
      frame.put(line, rect.row + 1 + index, rect.column + 1, rect.columns - 1)
    }
  }
}

/// A ticket in words, line by line: for the preview and the top of the detail page.
enum TicketLines {
  struct Line {
    var spans: [(text: String, role: Role)]

    init(text: String, role: Role = .text) { spans = [(text, role)] }

    init(_ spans: [(text: String, role: Role)]) { self.spans = spans }

    var columns: Int { spans.reduce(0) { $0 + displayWidth($1.text) } }
  }

  static func title(_ ticket: Ticket, _ model: Model) -> String {
    let language = model.language
    let parts = [
      "\(ticket.id)", ticket.place.spoken(language),
      ticket.work.urgency == .urgent ? ticket.work.urgency.words(language) : "",
      Category.words(ticket.work.category)(language), ticket.standing(language),
      ticket.channel == .supervision ? Channel.supervision.words(language) : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `isShort` has every clock on one line.
  static func summary(_ ticket: Ticket, _ model: Model, columns: Int, isShort: Bool = false) -> [Line] {
    let language = model.language
    let text = [ticket.subject, ticket.text].filter { !$0.isEmpty }.joined(separator: "  ")
    var lines = [Line(text: text.isEmpty ? ticket.line(language) : text)]
    lines.append(Line(text: people(ticket, model, columns: columns)))
    let clocks =
      isShort ? shortClocks(ticket, model, columns: columns) : clocks(ticket, model, columns: columns)
    // Where there are few lines, why it waits and until when come before what was agreed.
    lines += held(ticket, model)
    lines += isShort ? clocks + papers(ticket, model) : papers(ticket, model) + clocks
    // Below the shortest list the messages tell who was told.
    if !isShort { lines += escalation(ticket, model) }
    lines += past(ticket, model)
    return isShort ? lines + escalation(ticket, model) : lines
  }

  /// Since when it waits, and what for; nothing for one that does not.
  static func held(_ ticket: Ticket, _ model: Model) -> [Line] {
    let words = ticket.waiting { model.dates.short($0, near: model.now) }
    return words.map { [Line(text: $0(model.language), role: .held)] } ?? []
  }

  /// Who reported it, how and when, and whose it is; then, as far as there is room, who took it down, what the caller is to the place and
  /// who is suggested; phones masked unless they were asked for.
  static func people(_ ticket: Ticket, _ model: Model, columns: Int) -> String {
    var line = people(ticket, model, takenBy: "", role: "")
    let (taker, role) = (model.taker(of: ticket.id), role(ticket, model))
    for (taker, role) in [(taker, ""), (taker, role)] {
      let longer = people(ticket, model, takenBy: taker, role: role)
      if displayWidth(longer) <= columns { line = longer }
    }
    let room = columns - displayWidth(line) - 3
    // A name and a reason want ten columns at least: where there are fewer, nobody is looked for.
    guard room > 10, let suggestion = model.suggestion(for: ticket)?(model.language),
      displayWidth(suggestion) <= room
    else { return line }
    return "\(line)   \(suggestion)"
  }

  private static func people(_ ticket: Ticket, _ model: Model, takenBy: String, role: String) -> String {
    let callers = callers(ticket, role, model)
    let at = model.dates.short(ticket.reportedAt, near: model.now)(model.language)
    let taken = takenBy.isEmpty ? at : "\(at) \(takenBy)"
    let staff = ticket.responsible ?? Words.nobody(model.language)
    let number = ticket.source.map { "  \($0.log) \($0.number)" } ?? ""
    return Words(
      zh:
        "报修 \(callers.isEmpty ? "—" : callers)   来源 \(ticket.channel.words.zh)   受理 \(taken)   责任人 \(staff)\(number)",
      en:
        "Caller \(callers.isEmpty ? "-" : callers)   via \(ticket.channel.words.en)   taken \(taken)   staff \(staff)\(number)"
    )(model.language)
  }

  /// What the directory says the caller is to the place, `（业主）`, or whose they are that call about another's.
  private static func role(_ ticket: Ticket, _ model: Model) -> String {
    guard let key = ticket.caller, let contact = model.contacts[key], let home = contact.household
    else { return "" }
    let words = contact.role == .other ? Words.none : contact.role.words
    let parts = [home == ticket.place ? "" : home.short, words(model.language)].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return "" }
    let role = parts.joined(separator: " ")
    return Words(zh: "（\(role)）", en: " (\(role))")(model.language)
  }

  /// Whom a ticket was passed up to, and whether anybody took notice.
  static func escalation(_ ticket: Ticket, _ model: Model) -> [Line] {
    if let open = ticket.openEscalation(model.desk.policy(of: ticket)) {
      let key = model.readOnly == nil ? Words(zh: "  按 F6 确认", en: "  F6 acknowledges")(model.language) : ""
      return [Line(text: escalated(open, model)(model.language) + key, role: .critical)]
    }
    guard let waiting = ticket.unacceptedEscalation else { return [] }
    let to = waiting.recipients(on: model.desk)
    let wait = Words.span(max(0, model.now.timeIntervalSince(waiting.since)))
    let words = Words(
      zh: "\(wait.zh)没人接单，已告知 \(to.zh)", en: "not taken on for \(wait.en), told \(to.en)")
    return [Line(text: words(model.language), role: .soon)]
  }

  /// An escalation with the names of those it went to.
  static func escalated(_ escalation: Escalation, _ model: Model) -> Words {
    let clock = escalation.clock?.words ?? .none
    let to = escalation.recipients(on: model.desk)
    return Words(
      zh: "\(clock.zh)超时，已升级至 \(to.zh)（未确认）", en: "\(clock.en) late, unacked by \(to.en)"
    )
  }

  /// The first who reported it with what they are to the place, and how many more there are.
  private static func callers(_ ticket: Ticket, _ role: String, _ model: Model) -> String {
    guard let first = model.person(ticket.caller) else { return "" }
    let more = ticket.work.reporters.count - 1
    return first + role
      + (more > 0 ? Words(zh: " 等 \(more + 1) 位", en: " +\(more)")(model.language) : "")
  }

  /// What was agreed and who vouches for it.
  static func papers(_ ticket: Ticket, _ model: Model) -> [Line] {
    ticket.paperLines(model.desk.policy(of: ticket).limits, at: model.now) {
      model.dates.short($0, near: model.now)
    }
    .map { Line(text: $0(model.language)) }
  }

  /// Everyone who reported it, where there are several, and whether they were told.
  static func reporters(_ ticket: Ticket, _ model: Model) -> [Line] {
    guard ticket.work.reporters.count > 1 else { return [] }
    return ticket.work.reporters.enumerated().map { index, reporter in
      let name =
        model.person(reporter.contact)
        ?? Words(zh: "未留姓名", en: "no name left")(model.language)
      let joined = model.dates.short(reporter.joinedAt, near: model.now)(model.language)
      let told = reporter.toldAt.map { model.dates.short($0, near: model.now) }
      let state =
        told.map { Words(zh: "\($0.zh) 已反馈", en: "told \($0.en)") } ?? Words(zh: "待反馈", en: "feedback owed")
      return Line([
        (
          Words(
            zh: "报修人 \(index + 1)  \(name)  \(joined)  ", en: "caller \(index + 1)  \(name)  \(joined)  ")(
              model.language), .text
        ), (state(model.language), told == nil ? .soon : .dim),
      ])
    }
  }

  /// A line for every clock, what breaks next first: name, how long it gives, bar, what is left and by when.
  static func clocks(_ ticket: Ticket, _ model: Model, columns: Int) -> [Line] {
    let width = model.language == .chinese ? 12 : 19
    return ticket.clocksByDue(model.desk.policy(of: ticket)).flatMap { clock in
      let name = name(clock.id.words, clock, of: ticket, model)
      return lines(
        clock, padded(name, to: ticket.kind == .complaint ? width + 4 : width), model, columns: columns)
    }
  }

  /// The clock that breaks next, and the others in a word each beside it where there is room.
  static func shortClocks(_ ticket: Ticket, _ model: Model, columns: Int) -> [Line] {
    let clocks = ticket.clocksByDue(model.desk.policy(of: ticket))
    guard let first = clocks.first else { return [] }
    let others = clocks.dropFirst().map { clock in
      let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
      let tag = model.symbols.tag(countdown.tag)
      let tagged = clock.isOpen && !tag.allSatisfy { $0 == " " } ? "  \(tag)" : " "
      return (
        text: "\(tagged) \(clock.id.short(model.language)) \(countdown.words(model.language))",
        role: countdown.role, clock: clock
      )
    }
    let rest = others.reduce(0) { $0 + displayWidth($1.text) }
    // How long it gives is known by heart; where the others stand is not.
    var lines = lines(first, name(first.id.short, first, of: ticket, model) + " ", model, columns: columns)
    if lines[0].columns + rest > columns {
      lines = self.lines(first, padded(first.id.short(model.language), to: 5), model, columns: columns)
    }
    // Further lines may have no room: what governs next is worth more than a bar.
    let open = others.filter(\.clock.isOpen)
    if open.count > 1, lines[0].columns + open.reduce(0, { $0 + displayWidth($1.text) }) > columns {
      lines[0] = brief(first, model)
    }
    for other in others {
      if lines[0].columns + displayWidth(other.text) <= columns {
        lines[0].spans.append((other.text, other.role))
      } else if other.clock.isOpen {
        let name = padded(other.clock.id.short(model.language), to: 5)
        lines += self.lines(other.clock, name, model, columns: columns)
      }
    }
    return lines
  }

  /// A clock without a bar: tag, name, what is left and by when.
  private static func brief(_ clock: Clock, _ model: Model) -> Line {
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    let by = model.dates.short(clock.due, near: model.now)(model.language)
    return Line([
      (model.symbols.tag(countdown.tag), countdown.role), (" \(clock.id.short(model.language)) ", .text),
      (countdown.words(model.language), countdown.role),
      (Words(zh: " 应于 \(by)", en: " by \(by)")(model.language), .dim),
    ])
  }

  /// A clock's name, and how long it gives where that is a span; of one that was missed by another span, which a newer policy gives
  /// no more, the name alone.
  private static func name(_ name: Words, _ clock: Clock, of ticket: Ticket, _ model: Model) -> String {
    let seconds = ticket.allowance(of: clock.id, model.desk.policy(of: ticket))
    let isOther = seconds.map { clock.isBreached && clock.due < clock.startedAt + $0 } ?? false
    let span = isOther ? "" : seconds.map { " \(Words.allowance($0)(model.language))" } ?? ""
    return name(model.language) + span
  }

  private static func lines(_ clock: Clock, _ name: String, _ model: Model, columns: Int) -> [Line] {
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    let cells = max(8, min(60, columns - 60))
    let by = model.dates.short(clock.due, near: model.now)(model.language)
    let due = Words(zh: "应于 \(by)", en: "by \(by)")(model.language)
    let words = padded(countdown.words(model.language), to: 11)
    let used = bar(clock.used(at: model.now), columns: cells, held: clock.heldSince != nil, model.symbols)
    let line = Line([
      (model.symbols.tag(countdown.tag), countdown.role), (" \(name)", .text), (used, countdown.role),
      (" ", .text),
      (words, countdown.role), (" \(due)", .dim),
    ])
    let doubt = clock.doubt(at: model.now) ?? clock.unknownYear.map { .noHolidays(year: $0) }
    guard let doubt else { return [line] }
    return [line, Line([("   \(doubt.words(model.language))", .critical)])]
  }
}

extension Model {
  /// A phone as it is shown: masked unless it was asked for.
  func phone(of contact: Contact) -> String {
    revealed.contains(contact.id) ? contact.phone : contact.maskedPhone
  }
}
