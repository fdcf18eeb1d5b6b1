import Desk
import Screen

/// What a window too small for panes still says: the counts and the two most urgent tickets.
enum CardView {
  static func draw(_ model: Model, in frame: inout Frame) {
    let size = model.size
    if size.rows > 4, size.columns > 8, drawLayer(model, in: &frame) { return }
    for (row, line) in lines(model).prefix(size.rows).enumerated() {
      frame.put(line.0, row, size.columns > 20 ? 1 : 0, size.columns, line.1)
    }
    frame.cursor = Position(row: 0, column: 0)
  }

  /// The card from top to bottom; where rows are few the blank ones go first.
  private static func lines(_ model: Model) -> [(String, Role)] {
    let (size, language) = (model.size, model.language)
    let small = Words(
      zh: "窗口过小 \(size.columns)x\(size.rows)，至少 60x16",
      en: "Window too small \(size.columns)x\(size.rows), needs 60x16")
    let head = [(small(language), Role.title)] + counts(model) + urgent(model)
    let keys = (keys(model)(language), Role.dim)
    let last = last(model)
    let all = head + [("", .text), keys, ("", .text)] + last
    return all.count <= size.rows ? all : head + [keys] + last
  }

  /// The counts, as many on a line as have room, none broken in two.
  private static func counts(_ model: Model) -> [(String, Role)] {
    let room = model.size.columns - (model.size.columns > 20 ? 1 : 0)
    var lines: [String] = []
    for count in HeaderView.counts(model).map({ spaced($0.text) }) {
      let longer = lines.last.map { "\($0)  \(count)" } ?? count
      if !lines.isEmpty, displayWidth(longer) <= room {
        lines[lines.count - 1] = longer
      } else {
        lines.append(count)
      }
    }
    return lines.map { ($0, .text) }
  }

  /// A count as a card has room for it: `超时 2`.
  private static func spaced(_ text: String) -> String {
    text.reduce(into: "") { line, character in
      if character.isNumber, let before = line.last, !before.isASCII { line.append(" ") }
      line.append(character)
    }
  }

  private static func urgent(_ model: Model) -> [(String, Role)] {
    model.board.urgent(2).enumerated().compactMap { index, id in
      guard let ticket = model.desk.tickets[id],
        let clock = ticket.governingClock(model.desk.policy(of: ticket))
      else { return nil }
      let countdown = Countdown(clock, at: model.now)
      let place = model.isOnWall ? model.wallPlace(ticket.place) : ticket.place.short(model.language)
      let label = Words(zh: index == 0 ? "最急" : "次急", en: index == 0 ? "First" : "Next")(model.language)
      return ("\(label) \(id) \(place) \(countdown.words(model.language))", countdown.role)
    }
  }

  private static func keys(_ model: Model) -> Words {
    if model.asked != nil {
      let answers = (KeyLineView.pageKeys(model) ?? []).map { key, word in
        Words(zh: "\(key) \(word.zh)", en: "\(key) \(word.en)")
      }
      return Words(list: answers, zh: "  ", en: "  ")
    }
    let time = model.dates.time(model.heardAt)
    return model.isOnWall
      ? Words(zh: "数据时间 \(time)  F12 返回", en: "data of \(time)  F12 back")
      : Words(zh: "F2 新建仍可用   F1 帮助", en: "F2 new call still works   F1 help")
  }

  /// What a key led to, and what takes the keys unseen; nothing of either, and there is only the window to enlarge.
  private static func last(_ model: Model) -> [(String, Role)] {
    let language = model.language
    let notice = model.asked?.notice ?? (model.isOnWall ? nil : model.notice)
    let words =
      notice.map { wrapped($0.words(language), columns: max(2, model.size.columns - 2)).prefix(2) } ?? []
    let told: [(String, Role)] = words.map { ($0, notice?.isAlert == true ? .over : .toast) }
    if let open = open(model) { return told + [(open(language), .soon)] }
    let enlarge = Words(zh: "放大窗口后自动恢复原样", en: "Enlarge the window and all comes back")
    return told.isEmpty ? [(enlarge(language), .dim)] : told
  }

  /// What lies over the views and has no room to be drawn, with the key that ends it.
  private static func open(_ model: Model) -> Words? {
    switch model.layers.last {
    case .form(let page):
      page.isEmpty
        ? Words(zh: "新建开着：直接写，Esc 关闭", en: "New call is open: write. Esc closes")
        : Words(zh: "新建开着：Ctrl-S 保存，Esc 收起", en: "New call: Ctrl-S saves, Esc parks")
    case .help: Words(zh: "帮助开着：放大窗口看，Esc 关闭", en: "Help is open: enlarge. Esc closes")
    case .picker(let page) where page.isPalette:
      Words(zh: "命令开着：放大窗口看，Esc 关闭", en: "Commands: enlarge. Esc closes")
    case .picker(let page): closes(page.title)
    case .prompt(let page): closes(page.title)
    case .detail, .results, .standards, .figures, .triage:
      Words(zh: "有一页开着：放大窗口看，Esc 关闭", en: "A page is open: enlarge. Esc closes")
    case .wall, nil: nil
    }
  }

  private static func closes(_ title: Words) -> Words {
    Words(zh: "Esc 关闭：\(title.zh)", en: "Esc closes: \(title.en)")
  }
}
