import Desk
import Foundation
import Screen

/// The shift that is on, and what it hands over.
enum HandoverView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let (room, head) = (rect.columns - 2, head(model, names: true))
    frame.put(
      head.columns <= room ? head : self.head(model, names: false), rect.row, rect.column + 1, room)
    let rows = model.rows(.handover)
    guard rows.count > 0 else { return frame.putEmpty(empty(model)(model.language), rect) }
    let list = model.lists[.handover] ?? ListState()
    let numbers = (model.shownShift?.items ?? []).map(\.thing).filter { TicketID($0) != nil }
    let width = numbers.map(displayWidth).max() ?? 0
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count, case .handover(let id, let item) = rows[index] else { break }
      let row = rect.row + 1 + line
      if let shift = model.desk.shifts[id] { draw(shift, item, numbers: width, row, rect, model, in: &frame) }
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  /// Which shift it is, how far, and what F8 does; who is on it where there is room for their names.
  private static func head(_ model: Model, names: Bool) -> TicketLines.Line {
    guard let shift = model.shownShift else {
      return TicketLines.Line(text: Words(zh: "没有开班", en: "No shift is on")(model.language), role: .dim)
    }
    let language = model.language
    let on = names ? NameList.text(shift.staff, language) + "  " : ""
    var spans: [(text: String, role: Role)] = [
      ("\(shift.id.words(language))  \(on)", .title), (shift.stage.words(language), .text),
    ]
    if let out = shift.signedOut {
      spans.append((Words(zh: "  交 \(out.by)", en: "  out \(out.by)")(language), .dim))
    }
    if let taken = shift.signedIn {
      spans.append((Words(zh: "  接 \(taken.by)", en: "  in \(taken.by)")(language), .dim))
    }
    let red = shift.items.count(where: \.isRed)
    if red > 0 {
      let seen = red - shift.unseen.count
      spans.append((Words(zh: "  重点 已知 \(seen)/\(red)", en: "  red seen \(seen)/\(red)")(language), .soon))
    }
    return TicketLines.Line(spans + [("  \(next(shift)(language))", .dim)])
  }

  /// What F8 does now.
  private static func next(_ shift: Shift) -> Words {
    switch shift.stage {
    case .open: Words(zh: "F8 拟交班", en: "F8 drafts it")
    case .drafted: Words(zh: "F8 交班", en: "F8 signs out")
    case .signedOut: Words(zh: "F8 接班", en: "F8 signs in")
    case .signedIn: Words(zh: "F8 开班", en: "F8 starts a shift")
    }
  }

  private static func empty(_ model: Model) -> Words {
    guard let shift = model.shownShift else {
      return Words(zh: "还没有开班。按 F8 选班次、写谁在岗。", en: "No shift is on. F8 chooses one and says who is on.")
    }
    let note = model.keyTable.letter(.note)
    return shift.drafted == nil
      ? Words(
        zh: "还没有拟交班。F8 从记录里拟，\(note) 写嘱托。",
        en: "Not drafted yet. F8 drafts it, \(note) adds a note.")
      : Words(zh: "没有要交代的。F8 交班。", en: "Nothing to hand over. F8 signs out.")
  }

  private static func draw(
    _ shift: Shift, _ index: Int, numbers: Int, _ row: Int, _ rect: Rect, _ model: Model,
    in frame: inout Frame
  ) {
    guard shift.items.indices.contains(index) else { return }
    let item = shift.items[index]
    let seen = shift.acknowledged[index]
    let role: Role = seen != nil ? .done : item.isRed ? .over : .text
    let mark = seen != nil ? Words(zh: "知", en: "ack") : item.isRed ? Words(zh: "重", en: "red") : .none
    let sign = seen != nil ? "[v]" : item.isRed ? "[!]" : "   "
    frame.put(
      model.settings.isAccessible ? mark(model.language) : sign, row, rect.column + 2, 3, role)
    frame.put("\(index + 1)", row, rect.column + 6, 3, .dim)
    frame.put(item.kind.words(model.language), row, rect.column + 10, 8, item.isRed ? role : .dim)
    // How far it is can be worked out, what it is about cannot.
    let when = item.when(model.now, model.dates, isShort: rect.columns < 90)
    let end = seen?.by ?? when(model.language)
    let width = min(displayWidth(end), rect.columns / 2)
    var text = item.words(on: model.desk)(model.language)
    if TicketID(item.thing) != nil, text.hasPrefix("\(item.thing) ") {
      text = padded(item.thing, to: numbers) + text.dropFirst(item.thing.count)
    }
    frame.put(text, row, rect.column + 19, rect.columns - 22 - width)
    frame.put(end, row, rect.endColumn - width - 1, width, .dim)
  }
}
