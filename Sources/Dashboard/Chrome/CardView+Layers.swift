import Desk
import Screen

extension CardView {
  /// What takes the keys, in place of the card: a text with its caret, or a list to choose from. False where neither is open.
  static func drawLayer(_ model: Model, in frame: inout Frame) -> Bool {
    switch model.layers.last {
    case .form(let page) where model.size.columns >= 24: draw(page, model, in: &frame)
    case .prompt(let page): draw(page, model, in: &frame)
    case .help(let page):
      let lines = page.lines(model).map { line in
        let isTitle = line.text == .none
        return (
          isTitle ? line.name : "\(line.name)  \(line.text(model.language))", isTitle ? Role.title : .text
        )
      }
      drawList(Words(zh: "帮助", en: "Help"), page.field, lines, page.index, model, in: &frame)
    case .picker(let page):
      let lines = page.shown.map {
        ("\($0.label(model.language))  \($0.detail(model.language))", $0.isPossible ? Role.text : .dim)
      }
      drawList(page.title, page.field, lines, page.index, model, in: &frame)
    default: return false
    }
    return true
  }

  /// The field that is typed into, then what the ticket needs most as far as there is room.
  private static func draw(_ page: FormPage, _ model: Model, in frame: inout Frame) {
    let rect = Rect(model.size)
    frame.put(FormView.title(page, model), 0, 1, rect.columns - 2, .title)
    let end = drawFoot(model, in: &frame)
    let others = [FormPage.Field.quick, .place, .category, .urgency, .reporter].filter { $0 != page.focus }
    for (index, field) in ([page.focus] + others).enumerated() where index == 0 || index + 1 < end {
      FormView.draw(field, index + 1, page, model, rect, in: &frame)
    }
  }

  /// What is asked, in as many lines as that takes, and the text below.
  private static func draw(_ page: PromptPage, _ model: Model, in frame: inout Frame) {
    let rect = Rect(model.size)
    let end = drawFoot(model, in: &frame)
    let heading = wrapped(page.heading(model.language), columns: rect.columns - 2).prefix(max(1, end - 1))
    for (row, line) in heading.enumerated() { frame.put(line, row, 1, rect.columns - 2, .title) }
    frame.cursor = page.shownField.draw(
      in: &frame, row: heading.count, column: 1, width: rect.columns - 2, style: Role.fieldFocus.style)
  }

  /// What is typed, and the lines about the cursor.
  private static func drawList(
    _ title: Words, _ field: TextField, _ lines: [(text: String, role: Role)], _ index: Int, _ model: Model,
    in frame: inout Frame
  ) {
    let rect = Rect(model.size)
    frame.put(title(model.language), 0, 1, rect.columns - 2, .title)
    frame.put(":", 1, 1, 1, .dim)
    frame.cursor = field.draw(in: &frame, row: 1, column: 3, width: rect.columns - 4, style: Role.field.style)
    let height = drawFoot(model, in: &frame) - 2
    let top = max(0, min(index - height / 2, lines.count - height))
    for (row, line) in lines.dropFirst(top).prefix(max(0, height)).enumerated() {
      frame.put(line.text, row + 2, 1, rect.columns - 2, line.role)
      if top + row == index { frame.highlight(row + 2, rect) }
    }
  }

  /// The keys, and above them what is asked or was just said; answers the row where that begins.
  private static func drawFoot(_ model: Model, in frame: inout Frame) -> Int {
    let rect = Rect(model.size)
    let last = rect.endRow - 1
    KeyLineView.draw(
      KeyLineView.keys(model), Rect(row: last, column: 0, rows: 1, columns: rect.columns), in: &frame)
    let notice = model.asked?.notice ?? model.questioned ?? (model.isOnWall ? nil : model.notice)
    let lines = notice.map { wrapped($0.words(model.language), columns: max(2, rect.columns - 2)) } ?? []
    // The text that is typed keeps its row.
    let shown = lines.prefix(max(0, min(3, last - 2)))
    for (index, line) in shown.enumerated() {
      frame.put(
        line, last - shown.count + index, 1, rect.columns - 2, notice?.isAlert == true ? .over : .toast)
    }
    return last - shown.count
  }
}
