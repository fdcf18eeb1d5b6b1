import Desk
import Foundation
import Screen

/// Everyone on the staff: on shift or not, post, skills, what is in hand and what of it is due next.
enum StaffView {
  static func drawList(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.list
    let rows = model.rows(.staff)
    let columns = StaffColumns(model, rect)
    for (column, words) in heads(columns) {
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
      draw(name, columns, row, rect, model, in: &frame)
      frame.cursorRow(index == list.index, row, rect, model)
    }
  }

  private static func heads(_ columns: StaffColumns) -> [(Int, Words)] {
    [
      (2, Words(zh: "在岗", en: "on")), (7, Words(zh: "姓名", en: "Name")),
      (columns.postAt, Words(zh: "岗位", en: "Post")), (columns.skillsAt, Words(zh: "技能", en: "Skills")),
      (columns.jobsAt, Words(zh: "手上", en: "jobs")), (columns.jobsAt + 6, Words(zh: "下一个到时", en: "next due")),
    ]
  }

  /// One of them, in columns as wide as all of them need there.
  static func draw(_ name: String, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame) {
    draw(name, StaffColumns(model, rect), row, rect, model, in: &frame)
  }

  private static func draw(
    _ name: String, _ columns: StaffColumns, _ row: Int, _ rect: Rect, _ model: Model, in frame: inout Frame
  ) {
    guard let member = model.desk.staff.first(where: { $0.name == name }) else { return }
    let language = model.language
    let next = rect.column + columns.jobsAt + 4
    let isOn = model.desk.onShift.contains(name)
    frame.put(isOn ? Words(zh: "在岗", en: "on")(language) : "", row, rect.column + 2, 4, .done)
    frame.put(name, row, rect.column + 7, columns.name, isOn ? .title : .text)
    frame.put(member.role?.words(language) ?? "", row, rect.column + columns.postAt, columns.post, .dim)
    frame.put(member.skills.joined(separator: " "), row, rect.column + columns.skillsAt, columns.skills)
    let load = model.board.count(inHandOf: name)
    frame.put("\(load)", row, rect.column + columns.jobsAt, 4, load == 0 ? .dim : .text)
    guard let id = model.board.inHand(name, 1).first, let ticket = model.desk.tickets[id],
      let clock = ticket.governingClock(model.desk.policy(of: ticket))
    else { return }
    let countdown = Countdown(clock, at: model.now, seconds: model.showsSeconds)
    frame.put("\(model.symbols.tag(countdown.tag)) \(id)", row, next, 10, countdown.role)
    frame.put(clock.id.short(language), row, next + 11, 5, countdown.role)
    let time = Countdown.cell(isWide: rect.columns >= 100, language)
    frame.put(countdown.words(within: time, language), row, next + 16, time, countdown.role)
    let subject = next + 17 + time
    let room = rect.endColumn - subject
    // A word of it and a mark would say less than nothing.
    if room >= 8 { frame.put(model.said(clock) + ticket.line(language), row, subject, room, .dim) }
  }
}

/// How wide the columns of the staff are: a name has sixteen cells where it needs them, first from what posts and skills leave empty,
/// then from the subject of what is due next, then from the skills.
private struct StaffColumns {
  private(set) var name = 8
  private(set) var post = 11
  private(set) var skills = 12

  var postAt: Int { 8 + name }
  var skillsAt: Int { postAt + post + 1 }
  var jobsAt: Int { skillsAt + skills + 1 }

  init(_ model: Model, _ rect: Rect) {
    let staff = model.desk.staff
    func widest(_ texts: [String]) -> Int { texts.map(displayWidth).max() ?? 0 }
    var wanted = max(0, min(16, widest(staff.map(\.name))) - name)
    func take(_ cells: Int) -> Int {
      let taken = max(0, min(wanted, cells))
      wanted -= taken
      name += taken
      return taken
    }
    skills -= take(skills - max(6, widest(staff.map { $0.skills.joined(separator: " ") })))
    post -= take(post - max(4, widest(staff.compactMap { $0.role?.words(model.language) })))
    // The columns are 72 wide without a subject.
    _ = take(rect.columns - 72)
    skills -= take(skills - 6)
  }
}

extension Model {
  /// Those on shift first, both by name.
  var staffInOrder: [StaffMember] {
    let on = Set(desk.onShift)
    let members = staff.members
    return members.filter { on.contains($0.name) } + members.filter { !on.contains($0.name) }
  }

  var staffRows: [RowKey] { staffInOrder.map { .staff($0.name) } }
}
