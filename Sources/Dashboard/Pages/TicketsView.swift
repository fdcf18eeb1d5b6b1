import Desk
import Screen

/// The list of tickets, the main pane; complaints are drawn by the same columns.
enum TicketsView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let columns = TicketColumns(rect, model)
    columns.drawHead(rect.row, in: &frame)
    let rows = model.rows(model.view)
    guard rows.count > 0 else { return drawEmpty(model, rect, in: &frame) }
    let list = model.lists[model.view] ?? ListState()
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count, case .ticket(let id) = rows[index] else { break }
      let row = rect.row + 1 + line
      draw(id, row, columns, model, in: &frame)
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  private static func draw(
    _ id: TicketID, _ row: Int, _ columns: TicketColumns, _ model: Model, in frame: inout Frame
  ) {
    if let ticket = model.desk.tickets[id] {
      columns.draw(ticket, row, in: &frame)
    } else if let departed = model.frozen?.departed[id] {
      columns.drawDeparted(departed, row, in: &frame)
    }
  }

  private static func drawEmpty(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    if model.desk.lastNumber.isEmpty, model.filter == nil, model.readOnly == nil {
      return drawFirstRun(model, rect, in: &frame)
    }
    let words: Words =
      if model.filter?.field.isEmpty == false {
        Words(
          zh: "没有符合的工单。Esc 清除筛选，F3 查全部记录。",
          en: "Nothing matches. Esc clears the filter, F3 looks through the whole record.")
      } else if let readOnly = model.readOnly {
        readOnly
      } else if model.view == .complaints {
        Words(zh: "没有未结投诉。F2 新建。", en: "No open complaints. F2 takes one.")
      } else {
        noTickets
      }
    frame.putEmpty(words(model.language), rect)
  }

  private static let noTickets = Words(
    zh: "没有未结工单。F2 新建第一张，F1 看全部按键。", en: "No open tickets. F2 takes the first, F1 shows every key.")

  /// What a desk that never had a ticket says: five lines instead of a tour.
  private static func drawFirstRun(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    var lines = [
      noTickets,
      Words(
        zh: "来电时按 F2，一行写完：3-2-1501 漏水 13812345678 急，Ctrl-S 保存。",
        en: "A call: F2, one line such as 3-2-1501 leak 13812345678 !, Ctrl-S saves."),
      Words(
        zh: "每张单有时限：F5 派工，F6 应答时限，F7 挂起，F8 办结；u 撤销。",
        en: "Each has its time: F5 assign, F6 answer, F7 hold, F8 finish, u undo."),
      Words(
        zh: "F1 查按键（可打拼音），F9 是全部命令；Esc 退一层，不丢内容。",
        en: "F1 finds a key, F9 a command; Esc goes one level out, nothing is lost."),
    ]
    if model.directory.isEmpty {
      lines.append(
        Words(
          zh: "导入住户：frontdesk import households 文件.csv；看样例：frontdesk --demo。",
          en: "Households: frontdesk import households FILE.csv; try frontdesk --demo."))
    }
    for (index, line) in lines.enumerated() where rect.row + 2 + index < rect.endRow {
      frame.put(
        line(model.language), rect.row + 2 + index, rect.column + 5, rect.columns - 6,
        index == 0 ? .title : .text)
    }
  }
}
