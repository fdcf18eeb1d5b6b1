import Desk
import Screen

/// What is open at the place of a call, so that nobody writes it down twice, and what was done there before.
enum FormPast {
  static func draw(_ page: FormPage, _ model: Model, _ rect: Rect, in frame: inout Frame) {
    let open = drawOpen(page, model, rect, in: &frame)
    drawClosed(page, model, rect.droppingTop(open), in: &frame)
  }

  /// The rows it took.
  private static func drawOpen(_ page: FormPage, _ model: Model, _ rect: Rect, in frame: inout Frame) -> Int {
    let ids = rect.rows > 1 ? model.joinable(page) : []
    guard !ids.isEmpty else { return 0 }
    let place = Place(page.text(.place))
    let here = ids.count { model.desk.tickets[$0]?.place == place }
    frame.rule(title(here: here, near: ids.count - here)(model.language), rect, rect.row)
    for (index, id) in ids.prefix(rect.rows - 1).enumerated() {
      guard let ticket = model.desk.tickets[id] else { continue }
      let row = rect.row + 1 + index
      let staff = ticket.responsible ?? Words.nobody(model.language)
      let taken = model.dates.short(ticket.reportedAt, near: model.now)(model.language)
      let clock = ticket.governingClock(model.desk.policy(of: ticket)).map { clock in
        let left = Countdown(clock, at: model.now, seconds: model.showsSeconds).words(model.language)
        return "\(clock.id.short(model.language)) \(left)"
      }
      let isDone = ticket.stage == .completed
      let reopens = Words(zh: "并入即重开", en: "joining reopens it")(model.language)
      let words = [
        "\(id)", ticket.place.short(model.language), ticket.line(model.language), staff,
        ticket.stage.words(model.language),
        isDone ? reopens : "", clock ?? "",
      ].filter { !$0.isEmpty }.joined(separator: "  ")
      // When it was taken gives way to how long it has.
      let whole = "\(words)  \(taken)"
      let line = displayWidth(whole) <= rect.columns - 3 ? whole : words
      let isChosen = page.joining == index
      if isChosen { frame.put(">", row, 0, 1, .title) }
      frame.put(line, row, 2, rect.columns - 3, isChosen ? .fieldFocus : .text)
      if isChosen { frame.cursor = Position(row: row, column: 0) }
    }
    return min(rect.rows, ids.count + 1)
  }

  private static func drawClosed(_ page: FormPage, _ model: Model, _ rect: Rect, in frame: inout Frame) {
    let text = page.text(.place)
    guard rect.rows > 1, !text.isEmpty else { return }
    let (place, language) = (Place(text), model.language)
    let rows = model.placeBook.past(of: place)
    guard !rows.isEmpty else { return }
    let count = Words(zh: "  办结 \(rows.count) 单", en: "  \(rows.count) closed")(language)
    frame.rule(TicketLines.title(place)(language) + count, rect, rect.row)
    for (index, row) in rows.prefix(rect.rows - 1).enumerated() {
      let words = ["\(row.id)", Category.words(row.category)(language), TicketLines.visit(row, model)]
      frame.put(words.joined(separator: "  "), rect.row + 1 + index, 2, rect.columns - 3, .dim)
    }
  }

  private static func title(here: Int, near: Int) -> Words {
    let key = Words(zh: "F3 选，回车并入不新建", en: "F3 chooses, Enter joins")
    if near == 0 {
      return Words(zh: "该处未结 \(here) 单  \(key.zh)", en: "\(here) open at this place  \(key.en)")
    }
    if here == 0 { return Words(zh: "可能重复 \(near) 单  \(key.zh)", en: "\(near) may be the same  \(key.en)") }
    return Words(
      zh: "该处未结 \(here) 单，可能重复 \(near) 单  \(key.zh)",
      en: "\(here) open here, \(near) may be the same  \(key.en)")
  }
}
