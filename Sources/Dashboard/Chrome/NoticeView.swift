import Desk
import Foundation
import Screen

/// The line above the keys: the text being asked for, the filter being typed, or the latest word.
enum NoticeView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.notice
    if case .prompt(let page) = model.layers.last {
      draw(field: page.shownField, after: page.heading(model.language) + ": ", rect, in: &frame)
      drawAbove(model, rect, in: &frame)
    } else if model.layers.isEmpty, let filter = model.filter, filter.isTyping {
      let hint = Words(
        zh: "单号 位置 事项 人员 拼音  @人 #号 b3栋 超 停 未派 今日 -不要",
        en: "number place text  @staff #number b3 late held nobody today -not")(model.language)
      draw(field: filter.field, after: "/ ", rect, in: &frame)
      if filter.field.isEmpty { frame.put(hint, rect.row, 5, rect.columns - 6, .dim) }
      drawAbove(model, rect, in: &frame)
    } else if let asked = model.asked {
      draw(asked.notice, model, rect, endingAt: rect.row, in: &frame)
    } else if let marks = marks(model, layout) {
      frame.put(marks, rect.row, rect.column + 1, rect.columns - 2, .marked)
      drawAbove(model, rect, in: &frame)
    } else if let notice = model.questioned ?? model.notice {
      draw(notice, model, rect, endingAt: rect.row, in: &frame)
    } else if coversMessages(model),
      let (text, isIgnored) = MessagesView.unheard(model, columns: rect.columns - 1), isIgnored
    {
      MessagesView.drawBanner(text, rect, rect.row, model, in: &frame)
    }
  }

  /// Whether a page lies where the messages are, and is no call.
  private static func coversMessages(_ model: Model) -> Bool {
    model.layers.contains { layer in
      switch layer {
      case .picker, .prompt: false
      default: true
      }
    } && !model.isOnWall && !model.layers.contains { if case .form = $0 { true } else { false } }
  }

  /// While the line is being typed into, the latest word goes above it: a refused text comes back with its reason.
  private static func drawAbove(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    if let notice = model.asked?.notice ?? model.questioned ?? model.notice {
      draw(notice, model, rect, endingAt: rect.row - 1, in: &frame)
    } else if let words = model.visitorsRoom {
      frame.fill(
        Rect(row: rect.row - 1, column: rect.column, rows: 1, columns: rect.columns), style: Role.text.style)
      frame.put(words(model.language), rect.row - 1, rect.column + 1, rect.columns - 2, .dim)
    }
  }

  /// What the next key is for, and how that ends, where there is room beside the tab row; a few by their numbers. Nil while nothing is
  /// marked.
  private static func marks(_ model: Model, _ layout: Layout) -> String? {
    let count = model.marked.count
    guard count > 0, model.layers.isEmpty, layout.kind == .double || layout.kind == .wide else { return nil }
    let names = count > 8 ? "" : model.marked.sorted().map(\.description).joined(separator: " ")
    let key = model.keyTable.binding(.assign).map { KeyLineView.name($0, model) } ?? ""
    let assign =
      model.readOnly == nil ? Words(zh: "  \(key) 一起派工", en: "   \(key) assigns them all") : .none
    let words = Words(
      zh: "已选 \(count) 张\(names.isEmpty ? "" : "（\(names)）")\(assign.zh)   Esc 取消选择",
      en: "\(count) marked\(names.isEmpty ? "" : " (\(names))")\(assign.en)   Esc unmarks")
    return words(model.language)
  }

  /// A word that is too long for the line begins above it: its end, which says what to do, is never cut.
  private static func draw(
    _ notice: Notice, _ model: Model, _ rect: Rect, endingAt last: Int, in frame: inout Frame
  ) {
    let lines = wrapped(notice.text(model), columns: rect.columns - 2).prefix(3)
    for (index, line) in lines.enumerated() {
      let row = last - lines.count + 1 + index
      frame.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), style: Role.text.style)
      frame.put(line, row, rect.column + 1, rect.columns - 2, notice.isAlert ? .over : .toast)
    }
  }

  private static func draw(field: TextField, after title: String, _ rect: Rect, in frame: inout Frame) {
    let used = frame.put(title, rect.row, rect.column + 1, max(rect.columns / 2, rect.columns - 26), .title)
    frame.cursor = field.draw(
      in: &frame, row: rect.row, column: rect.column + 1 + used, width: rect.columns - used - 2,
      style: Role.field.style)
  }
}

extension PromptPage {
  /// What is asked, and for what. What it is about comes first: a long question is cut, and never in a number.
  func heading(_ language: Language) -> String {
    [Model.names(targets), about(language), title(language)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Its text as it may be seen: visitors stand before the wall.
  var shownField: TextField {
    guard case .acknowledge(.digits) = purpose else { return field }
    return TextField(String(repeating: "*", count: field.text.count))
  }
}

extension Model {
  /// What is asked of the text that is written, for as long as it stands there.
  var questioned: Notice? {
    let question: Words =
      switch layers.last {
      case .prompt(let page): page.question
      case .picker(let page): page.question
      default: .none
      }
    return question == .none ? nil : Notice(words: question, at: now, isAlert: true)
  }
}

extension Notice {
  /// Its words, and how long what it tells of can be taken back without a trace; no seconds run while somebody types.
  fileprivate func text(_ model: Model) -> String {
    guard let undoUntil else { return words(model.language) }
    let stands = model.isTyping || model.settings.isAccessible
    let key = model.keyTable.letter(.undo)
    let left = Int(undoUntil.timeIntervalSince(model.now).rounded(.up))
    let hint =
      left > 0 && !stands
      ? Words(zh: "\(left)秒内可撤销: \(key)", en: "undo within \(left)s: \(key)")
      : Words(zh: "可撤销: \(key)", en: "undo: \(key)")
    return "\(words(model.language))   \(hint(model.language))"
  }
}
