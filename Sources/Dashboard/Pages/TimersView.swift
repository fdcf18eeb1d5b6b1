import Desk
import Foundation
import Screen

/// Every running clock in one queue: what breaks next.
enum TimersView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let rows = model.rows(.timers)
    let list = model.lists[.timers] ?? ListState()
    drawHead(model, rect, in: &frame)
    guard rows.count > 0 else {
      let empty = Words(
        zh: "没有在走的时限。F2 建单后，它的时限排在这里，先到先断的在前。",
        en: "No clock is running. F2 takes a call; its clocks are listed here, what breaks next first.")
      for (index, line) in wrapped(empty(model.language), columns: rect.columns - 6).enumerated() {
        frame.put(line, rect.row + min(2, rect.rows - 1) + index, rect.column + 5, rect.columns - 6, .dim)
      }
      return
    }
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count, case .timer(let key) = rows[index] else { break }
      let row = rect.row + 1 + line
      draw(key, row, rect, model, in: &frame)
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  private static func drawHead(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    let thing = thing(2, rect, model)
    let heads: [(Int, Words)] = [
      (5, Words(zh: "时限", en: "SLA")), (10, Words(zh: "剩余/超时", en: "due/late")),
      (thing, Words(zh: "单号", en: "No.")), (thing + 9, Words(zh: "位置", en: "Place")),
      (thing + 19, Words(zh: "已用", en: "used")),
      (thing + barCells(rect) + 23, Words(zh: "事项", en: "Subject")),
    ]
    // What has no room for more than a word is not told below either.
    for (column, words) in heads where rect.columns - column >= leastSubject {
      frame.put(words(model.language), rect.row, rect.column + column, rect.columns - column, .dim)
    }
  }

  /// How few columns are too few to say what something is about.
  private static let leastSubject = 8

  /// Where it is said what runs, on a row that begins at a column.
  private static func thing(_ column: Int, _ rect: Rect, _ model: Model) -> Int {
    column + 9 + timeCells(rect, model)
  }

  private static func timeCells(_ rect: Rect, _ model: Model) -> Int {
    Countdown.cell(isWide: rect.columns >= 100, model.language)
  }

  /// How many cells a bar of the list has.
  private static func barCells(_ rect: Rect) -> Int { rect.columns >= 100 ? 30 : 12 }

  static func draw(_ key: TimerKey, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    let column = rect.column + (rect.columns >= 56 ? 2 : 0)
    switch key {
    case .clock(let id, let clock): draw(id, clock, row, column, rect, model, in: &frame)
    case .point(let round, let point): draw(round, point, row, column, rect, model, in: &frame)
    case .start(let round): draw(startOf: round, row, column, rect, model, in: &frame)
    case .incident(let id): draw(id, row, column, rect, model, in: &frame)
    case .promise(let id): draw(promiseOf: id, row, column, rect, model, in: &frame)
    }
  }

  /// A round that is planned and that nobody walks yet.
  private static func draw(
    startOf id: RoundID, _ row: Int, _ column: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let round = model.desk.rounds[id] else { return }
    let countdown =
      round.isPlanned
      ? Countdown(due: round.begins, at: model.now, seconds: model.showsSeconds)
      : Countdown("v ", Words(zh: "已开始", en: "started"), .done)
    frame.putClock(countdown, Words(zh: "开巡", en: "rnd"), row, column, model, columns: timeCells(rect, model))
    let who = round.guardName.isEmpty ? Words(zh: "未派", en: "nobody yet") : Words(both: round.guardName)
    let time = model.dates.time(round.begins)
    frame.put(
      "\(round.route.name) \(time)  \(who(model.language))", row, thing(column, rect, model),
      rect.endColumn - thing(column, rect, model))
  }

  /// A time that was promised to the owner.
  private static func draw(
    promiseOf id: TicketID, _ row: Int, _ column: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let ticket = model.desk.tickets[id], let (promise, clock) = ticket.standingPromise else { return }
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    frame.putClock(countdown, .promised, row, column, model, columns: timeCells(rect, model))
    frame.put("\(id)", row, thing(column, rect, model), 8)
    let text = promise.text.isEmpty ? ticket.line(model.language) : promise.text
    guard rect.columns >= 56 else {
      let place = thing(column, rect, model) + 9
      frame.put("\(ticket.place.short(model.language))  \(text)", row, place, rect.endColumn - place)
      return
    }
    frame.put(ticket.place.short(model.language), row, thing(column, rect, model) + 9, 9)
    let subject = thing(column, rect, model) + 23 + barCells(rect)
    guard rect.endColumn - subject >= leastSubject else { return }
    frame.put(text, row, subject, rect.endColumn - subject)
  }

  private static func draw(
    _ id: TicketID, _ clockID: ClockID, _ row: Int, _ column: Int, _ rect: Rect, _ model: Model,
    in frame: inout Frame
  ) {
    guard let ticket = model.desk.tickets[id] ?? model.frozen?.departed[id]?.ticket,
      let clock = ticket.clocks(model.desk.policy(of: ticket)).first(where: { $0.id == clockID })
    else { return }
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    frame.putClock(countdown, clock.id.short, row, column, model, columns: timeCells(rect, model))
    frame.put("\(id)", row, thing(column, rect, model), 8)
    let isWide = rect.columns >= 56
    if isWide { frame.put(ticket.place.short(model.language), row, thing(column, rect, model) + 9, 9) }
    let barColumn = thing(column, rect, model) + (isWide ? 19 : 7)
    let cells = isWide ? barCells(rect) : min(12, rect.endColumn - barColumn - 3)
    guard cells >= 5 else { return }
    let used = bar(clock.used(at: model.now), columns: cells, held: clock.heldSince != nil, model.symbols)
    let said = model.said(clock)
    // Where there is no subject it stands behind the share.
    let share = isWide || said.isEmpty ? used : "\(used.trimmed) \(said)"
    frame.put(share, row, barColumn, isWide ? cells + 3 : rect.endColumn - barColumn, countdown.role)
    let subject = barColumn + cells + 4
    guard isWide, rect.endColumn - subject >= leastSubject else { return }
    frame.put(said + ticket.line(model.language), row, subject, rect.endColumn - subject)
  }

  private static func draw(
    _ roundID: RoundID, _ pointID: String, _ row: Int, _ column: Int, _ rect: Rect, _ model: Model,
    in frame: inout Frame
  ) {
    guard let round = model.desk.rounds[roundID], let point = round.point(pointID) else { return }
    let countdown =
      switch point.state {
      case .pending: Countdown(due: point.due, at: model.now, seconds: model.showsSeconds)
      case .missed: Countdown("X ", point.state.words, .over)
      default: Countdown("v ", point.state.words, .done)
      }
    frame.putClock(countdown, Words(zh: "点位", en: "pt"), row, column, model, columns: timeCells(rect, model))
    frame.put(
      "\(round.route.name) \(point.name)", row, thing(column, rect, model),
      rect.endColumn - thing(column, rect, model))
  }

  private static func draw(
    _ id: IncidentID, _ row: Int, _ column: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let incident = model.desk.incidents[id] else { return }
    let due = incident.isWaiting ? nil : incident.stepDue
    let step = due.flatMap { due in incident.steps.firstIndex { $0.answer == nil && $0.due == due } }
    let countdown =
      due.map { Countdown(due: $0, at: model.now, seconds: model.showsSeconds) } ?? incident.countdown(model)
    frame.putClock(countdown, Words(zh: "突发", en: "inc"), row, column, model, columns: timeCells(rect, model))
    let next = step.map { Words(zh: "第 \($0 + 1) 步  ", en: "step \($0 + 1)  ")(model.language) } ?? ""
    frame.put(
      next + incident.title(model.language), row, thing(column, rect, model),
      rect.endColumn - thing(column, rect, model),
      countdown.role)
  }
}
