import Desk
import Foundation
import Screen

/// Everyone on the staff: on shift or not, post, skills, what is in hand and what of it is due next.
enum StaffView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let rows = model.rows(.staff)
    for (column, words) in heads {
      frame.put(words(model.language), rect.row, rect.column + column, rect.columns - column, .dim)
    }
    guard rows.count > 0 else {
      let words = Words(
        zh: "名册是空的。登记：frontdesk staff add 姓名 --skill 电工 --role engineer",
        en: "Nobody yet: frontdesk staff add NAME --skill SKILL --role engineer")
      return frame.putEmpty(words(model.language), rect)
    }
    let list = model.lists[.staff] ?? ListState()
    for line in 0..<layout.listRows {
      let index = list.top + line
      guard index < rows.count, case .staff(let name) = rows[index] else { break }
      let row = rect.row + 1 + line
      draw(name, row, rect, model, in: &frame)
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  private static let heads: [(Int, Words)] = [
    (2, Words(zh: "在岗", en: "on")), (7, Words(zh: "姓名", en: "Name")), (16, Words(zh: "岗位", en: "Post")),
    (28, Words(zh: "技能", en: "Skills")), (41, Words(zh: "手上", en: "jobs")),
    (47, Words(zh: "下一个到时", en: "next due")),
  ]

  static func draw(
    _ name: String, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let member = model.desk.staff.first(where: { $0.name == name }) else { return }
    let language = model.language
    let isOn = model.desk.openShift?.staff.contains(name) == true
    frame.put(isOn ? Words(zh: "在岗", en: "on")(language) : "", row, rect.column + 2, 4, .done)
    frame.put(name, row, rect.column + 7, 8, isOn ? .title : .text)
    frame.put(member.role?.words(language) ?? "", row, rect.column + 16, 11, .dim)
    frame.put(member.skills.joined(separator: " "), row, rect.column + 28, 12)
    let load = model.board.count(inHandOf: name)
    frame.put("\(load)", row, rect.column + 41, 4, load == 0 ? .dim : .text)
    guard let id = model.board.inHand(name, 1).first, let ticket = model.desk.tickets[id],
      let clock = ticket.governingClock(model.desk.policy(of: ticket))
    else { return }
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    frame.put("\(model.symbols.tag(countdown.tag)) \(id)", row, rect.column + 45, 10, countdown.role)
    frame.put(clock.id.short(language), row, rect.column + 56, 5, countdown.role)
    frame.put(countdown.words(within: 10, language), row, rect.column + 61, 10, countdown.role)
    let room = rect.columns - 72
    // A word of it and a mark would say less than nothing.
    if room >= 8 { frame.put(ticket.line(language), row, rect.column + 72, room, .dim) }
  }
}

extension Model {
  /// Those on shift first, both by name.
  var staffInOrder: [StaffMember] {
    let on = Set(desk.openShift?.staff ?? [])
    let members = staff.members
    return members.filter { on.contains($0.name) } + members.filter { !on.contains($0.name) }
  }

  var staffRows: [RowKey] { staffInOrder.map { .staff($0.name) } }
}
