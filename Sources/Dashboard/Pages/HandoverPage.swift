package import Desk
import Foundation
import Screen

/// What naming people on a shift opens: the shift that begins, or the one that is on.
package enum ShiftDoor: Hashable, Sendable {
  case start(ShiftName)
  /// The next one signs in the open shift, and this one begins.
  case signIn(ShiftID, next: ShiftName)
  case restaff(ShiftID)
}

extension Model {
  /// The shift the page is about: the open one, else the latest.
  var shownShift: Shift? {
    desk.openShift ?? desk.shifts.values.max { $0.startedAt < $1.startedAt }
  }

  /// The items of its handover, red ones first.
  var handoverRows: [RowKey] {
    guard let shift = shownShift else { return [] }
    let items = shift.items
    let (red, rest) = (items.indices.filter { items[$0].isRed }, items.indices.filter { !items[$0].isRed })
    return (red + rest).map { .handover(shift.id, $0) }
  }

  /// Whether keys are for the handover.
  var isOnHandover: Bool { layers.isEmpty && focus == .handover }

  /// Whether the item under the cursor waits for whoever sits here to say that they have seen it.
  var mayAcknowledge: Bool {
    guard case .handover(let id, let item) = selected, let shift = desk.shifts[id], shift.isOpen,
      let out = shift.signedOut
    else { return false }
    return out.by != actor.name && shift.acknowledged[item] == nil
  }

  /// Acknowledges the item under the cursor.
  mutating func acknowledge() -> [Effect] {
    guard canWrite() else { return [] }
    guard case .handover(let id, let item) = selected else {
      say(Words(zh: "没有可确认的项", en: "There is no item to acknowledge"))
      return []
    }
    if let shift = desk.shifts[id], shift.isOpen, shift.signedOut?.by == actor.name {
      say(
        Words(
          zh: "\(actor.name) 刚交班，不能自己接自己的班：按 F8 写接班人姓名，再由接班人 F6 确认",
          en: "\(actor.name) signed out: F8 asks for the successor's name, then F6 is theirs"), isAlert: true)
      return []
    }
    let effects = submit(.acknowledge(item), id)
    if let out = desk.shifts[id]?.signedOut, out.by != actor.name { move(by: 1) }
    return effects
  }

  /// Asks who is on now.
  mutating func restaff() -> [Effect] {
    guard let shift = desk.openShift else { return chooseShift() }
    return askOnDuty(.restaff(shift.id))
  }

  /// The next thing of the handover: start, draft, sign out, change seats, sign in.
  mutating func advanceHandover() -> [Effect] {
    guard canWrite() else { return [] }
    guard let shift = desk.openShift else { return chooseShift() }
    switch shift.stage {
    case .open: return submit(.draft, shift.id)
    case .drafted:
      let changes = desk.changesToHandOver(since: shift, at: now)
      return changes > 0 ? draftAnew(shift.id, changes) : askToSignOut(shift.id)
    case .signedOut where shift.signedOut?.by == actor.name:
      return open(PromptPage(.takeSeat, [], [:]))
    case .signedOut, .signedIn:
      if !shift.unseen.isEmpty {
        return refuse(.shift(.itemsUnseen(shift.id, items: shift.unseen.map { $0 + 1 })))
      }
      layers.append(.picker(.nextShifts(shift)))
      return []
    }
  }

  /// What is signed is what was read: it is shown as it is now first.
  private mutating func draftAnew(_ id: ShiftID, _ changes: Int) -> [Effect] {
    let effects = submit(.draft, id)
    batch.says = Words(
      zh: "看过之后有 \(changes) 处变化，已重新拟好：请再看一遍，F8 交班",
      en: "\(changes) things changed since you read it; drafted anew: read it again, F8 signs out")
    return effects
  }

  /// A signature stays on record, so that a bounced key must not give it.
  private mutating func askToSignOut(_ id: ShiftID) -> [Effect] {
    ask(
      Words(
        zh: "\(id.words.zh)交班后不能再改，收不回：按 y 交班，别的键不交",
        en: "\(id.words.en) is signed out for good: y signs, any other key does not"),
      [.submit(.shift(id, .signOut), seen: nil, occurredAt: nil, contact: nil)])
  }

  /// A note on the shift where the handover is open, else on the ticket.
  mutating func note() -> [Effect] {
    guard isOnHandover else { return prompt(.note) }
    guard canWrite() else { return [] }
    guard let shift = desk.openShift else { return chooseShift() }
    if shift.signedOut != nil { return refuse(.shift(.signedOut(shift.id))) }
    return open(PromptPage(.shiftNote(shift.id, isRed: false), [], [:]))
  }

  /// Somebody else sits down: what is done from now on is theirs.
  mutating func takeSeat(_ name: String) -> [Effect] {
    actor.name = name.plainLine
    forgetSteps()
    say(
      Words(
        zh: "现在是 \(actor.name) 在操作：逐条 F6 确认，再 F8 接班",
        en: "\(actor.name) acts from now on: F6 acknowledges each red item, then F8 signs in"))
    return []
  }

  /// Names that stand for one person however they are written.
  var knownNames: Set<String> { Set(desk.staff.map(\.name) + (desk.openShift?.staff ?? []) + [actor.name]) }

  mutating func askOnDuty(_ door: ShiftDoor) -> [Effect] {
    guard canWrite() else { return [] }
    var page = PromptPage(.onDuty(door), [], [:], about: door.about)
    let names = if case .restaff = door { desk.openShift?.staff ?? [] } else { [actor.name] }
    page.field = TextField(NameList.open(names, language))
    return open(page)
  }

  /// What is asked before names come onto the staff; nil where all are on it.
  func questionOfNew(_ names: [String]) -> Words? {
    NameList.question(names, staff: Set(desk.staff.map(\.name)), known: knownNames)
  }

  /// Asks before names come onto the staff with a shift, once for a text; whether it did.
  mutating func asksWhoIsNew(_ page: PromptPage) -> Bool {
    guard case .onDuty = page.purpose else { return false }
    let names = NameList.names(page.field.text, known: knownNames)
    guard names.allSatisfy(\.isName), let question = questionOfNew(names), question != page.question
    else { return false }
    var page = page
    page.question = question
    layers[layers.count - 1] = .prompt(page)
    return true
  }

  private mutating func chooseShift() -> [Effect] {
    layers.append(.picker(.shifts))
    return []
  }

  private mutating func submit(_ command: ShiftCommand, _ id: ShiftID) -> [Effect] {
    submit([.submit(.shift(id, command), seen: nil, occurredAt: nil, contact: nil)])
  }
}

extension PickerPage {
  /// The shifts that can begin.
  static let shifts = PickerPage(
    Words(zh: "开哪一班", en: "Which shift begins"),
    ShiftName.allCases.map { PickerItem($0.words, .shift(.start($0))) })

  /// The shifts that can take over, the one that comes next first.
  static func nextShifts(_ shift: Shift) -> PickerPage {
    var names = [shift.id.name.next]
    names += ShiftName.allCases.filter { !names.contains($0) }
    return PickerPage(
      Words(zh: "接着上哪一班", en: "Which shift takes over"),
      names.map { PickerItem($0.words, .shift(.signIn(shift.id, next: $0))) })
  }
}

extension PromptPage.Purpose {
  /// What is asked for, for everything that is about no ticket.
  var deskTitle: Words {
    switch self {
    case .declare(_, let isDrill, _):
      isDrill ? Words(zh: "演练位置", en: "where the drill is") : Words(zh: "在哪里", en: "where it is")
    case .excuse: Words(zh: "漏检的缘由", en: "Why nobody came")
    case .skipStep(let id, let step):
      Words(zh: "\(id) 第 \(step + 1) 步为什么不做", en: "Why step \(step + 1) of \(id) is skipped")
    case .notice(let id): Words(zh: "\(id) 通知业主什么", en: "What owners are told of \(id)")
    case .contain(let id): Words(zh: "\(id) 怎样控制的", en: "How \(id) was contained")
    case .review(let id): Words(zh: "\(id) 事后总结", en: "Review of \(id)")
    case .shiftNote: Words(zh: "给下一班的嘱托（! 开头为重点）", en: "Note for the next shift (! makes it red)")
    case .takeSeat: Words(zh: "接班人姓名", en: "Who takes over")
    case .visitor: Words(zh: "房号 事由 电话 车牌 @姓名", en: "Room, what for, phone, plate, @name")
    case .onDuty: Words(zh: "在岗（姓名用“、”隔开）", en: "Who is on, commas between")
    default: .none
    }
  }

  /// What a text that is about no ticket leads to, names that are known taken whole; nil for a ticket's.
  func deskCommand(_ text: String, known: Set<String>) -> Command? {
    switch self {
    case .declare(let plan, let isDrill, let cause):
      return .declareIncident(NewIncident(plan: plan, place: Place(text), isDrill: isDrill, cause: cause))
    case .excuse(let round, let point): return .excuseMiss(round, point: point, reason: text)
    case .skipStep(let id, let step): return .incident(id, .skipStep(step, reason: text))
    case .notice(let id): return .incident(id, .sendNotice(text: text))
    case .contain(let id): return .incident(id, .contain(text: text))
    case .review(let id): return .incident(id, .review(text: text))
    case .shiftNote(let id, let isRed):
      let marked = text.trimmed.hasPrefix("!") || text.trimmed.hasPrefix("！")
      return .shift(
        id, .note(text: marked ? String(text.trimmed.dropFirst()) : text, isRed: isRed || marked))
    case .onDuty(let door): return door.command(NameList.names(text, known: known))
    default: return nil
    }
  }
}

extension ShiftDoor {
  /// The shift that begins; nothing for the one that is on.
  fileprivate var about: Words {
    switch self {
    case .start(let name), .signIn(_, let name): name.words
    case .restaff: .none
    }
  }

  fileprivate func command(_ names: [String]) -> Command {
    switch self {
    case .start(let name): .startShift(name, on: names)
    case .signIn(let id, let next): .shift(id, .signIn(next: next, on: names))
    case .restaff(let id): .shift(id, .staff(on: names))
    }
  }
}
