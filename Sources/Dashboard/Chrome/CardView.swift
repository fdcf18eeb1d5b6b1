import Desk
import Screen

/// What a window too small for panes still says: the counts and the two most urgent tickets.
enum CardView {
  static func draw(_ model: Model, in frame: inout Frame) {
    let size = model.size
    let language = model.language
    let small = Words(
      zh: "窗口过小 \(size.columns)x\(size.rows)，至少 60x16",
      en: "Window too small \(size.columns)x\(size.rows), needs 60x16")
    var lines: [(String, Role)] = [(small(language), .title)]
    lines.append((HeaderView.counts(model).map(\.0).joined(separator: "  "), .text))
    for index in 0..<min(2, model.board.tickets.count) {
      let id = model.board.tickets[index]
      guard let ticket = model.desk.tickets[id],
        let clock = ticket.governingClock(model.desk.policy(of: ticket))
      else {
        continue
      }
      let countdown = Countdown(clock, at: model.now)
      let place = model.isOnWall ? model.wallPlace(ticket.place) : ticket.place.text
      let label = Words(zh: index == 0 ? "最急" : "次急", en: index == 0 ? "First" : "Next")(language)
      lines.append(("\(label) \(id) \(place) \(countdown.words(language))", countdown.role))
    }
    let time = model.dates.time(model.heardAt)
    let keys =
      model.isOnWall
      ? Words(zh: "数据时间 \(time)  F12 返回", en: "data of \(time)  F12 back")
      : Words(zh: "F2 新建  F1 帮助", en: "F2 new  F1 help")
    lines.append((keys(language), .dim))
    for (row, line) in lines.prefix(size.rows).enumerated() {
      frame.put(line.0, row, size.columns > 20 ? 1 : 0, size.columns, line.1)
    }
    if case .form = model.layers.last, size.rows > lines.count {
      frame.put(
        Words(zh: "表单仍开着，放大窗口继续", en: "The form is still open; enlarge the window")(language), lines.count, 0,
        size.columns, .soon)
    }
    frame.cursor = Position(row: 0, column: 0)
  }
}
