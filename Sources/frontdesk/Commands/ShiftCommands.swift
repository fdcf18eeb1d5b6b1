import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk shift …`, `roster` and `handover …`: who is on, and what they hand over.
enum ShiftCommands {
  static func start(_ call: Invocation) throws(Failure) {
    guard let name = ShiftName(rawValue: call.options.argument(0)) else {
      throw Failure.shiftName(call.options.argument(0))
    }
    let on = call.options.all("on")
    try call.carryOut(.startShift(name, on: on.isEmpty ? [call.actor.name] : on), call.writer())
  }

  static func staff(_ call: Invocation) throws(Failure) {
    try run(call) { _ in .staff(on: call.options.all("on")) }
  }
  static func draft(_ call: Invocation) throws(Failure) { try run(call) { _ in .draft } }
  static func signOut(_ call: Invocation) throws(Failure) { try run(call) { _ in .signOut } }

  static func note(_ call: Invocation) throws(Failure) {
    let text = call.options.arguments.joined(separator: " ")
    try run(call) { _ in .note(text: text, isRed: call.options.has("red")) }
  }

  static func acknowledge(_ call: Invocation) throws(Failure) {
    let journal = try call.writer(createZone: nil)
    let clerk = try call.clerk(journal)
    guard let shift = clerk.desk.openShift else { throw Failure.noShift }
    let items = try call.indices(after: 0, Words(zh: "第几项", en: "item"))
    let (seen, unseen) = (
      items.filter { shift.acknowledged[$0] != nil }, items.filter { shift.acknowledged[$0] == nil }
    )
    var changed = Recorded()
    for item in unseen where clerk.desk.shifts[shift.id]?.acknowledged[item] == nil {
      changed.events += try call.submit(.shift(shift.id, .acknowledge(item)), journal, clerk).events
    }
    // What somebody has seen already keeps nobody from the rest.
    for item in seen {
      let words = ShiftRefusal.itemSeen(shift.id, item: item + 1).words(zone: journal.zone)
      if unseen.isEmpty { throw Failure(.refused, words) }
      try call.tell(zh: words.zh, en: words.en)
    }
    try call.say(changed, journal)
  }

  static func signIn(_ call: Invocation) throws(Failure) {
    try run(call) { shift in
      let next = call.options.value("next").flatMap(ShiftName.init) ?? shift.id.name.next
      return .signIn(next: next, on: call.options.all("on"))
    }
  }

  private static func run(_ call: Invocation, _ command: (Shift) -> ShiftCommand) throws(Failure) {
    let journal = try call.writer(createZone: nil)
    let clerk = try call.clerk(journal)
    guard let shift = clerk.desk.openShift else { throw Failure.noShift }
    try call.carryOut(.shift(shift.id, command(shift)), journal, clerk)
  }

  static func roster(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let shifts = try call.clerk(journal).desk.shifts.values.sorted { $0.startedAt > $1.startedAt }
    if shifts.isEmpty, call.format == "text" { throw Failure.noShift }
    let list = shifts.map { shift in
      JSONText.object([
        ("shift", .text("\(shift.id)")), ("stage", .text(shift.stage.rawValue)),
        ("started_at", .text(shift.startedAt.isoText)), ("on", .list(shift.staff.map(JSONText.text))),
      ])
    }
    var table = TextTable(
      [
        Words(zh: "班次", en: "Shift"), Words(zh: "进展", en: "Stage"), Words(zh: "开始", en: "Since"),
        Words(zh: "在岗", en: "On"),
      ], call.language)
    for shift in shifts {
      table.add([
        shift.id.words(call.language), shift.stage.words(call.language),
        shift.startedAt.deskText(journal.zone), NameList.text(shift.staff, call.language),
      ])
    }
    try call.list(
      json: [("shifts", .list(list))], csv: ["shift", "stage", "started_at", "on"],
      shifts.map {
        ["\($0.id)", $0.stage.rawValue, $0.startedAt.isoText, $0.staff.joined(separator: " ")]
      }, text: table.text)
  }

  static func handover(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let desk = try call.desk(journal)
    let shifts = desk.shifts.values
    let open = shifts.first(where: \.isOpen) ?? shifts.max { $0.startedAt < $1.startedAt }
    let asked = call.options.arguments.first
    guard let shift = asked.map({ text in shifts.first { "\($0.id)" == text } }) ?? open else {
      throw Failure.noShift
    }
    let now = try call.clock(zone: journal.zone).now
    try call.output.text(
      HandoverText(shift: shift, desk: desk, now: now, language: call.language)
        .text(isMarkdown: call.format == "md"))
  }
}

extension Failure {
  fileprivate static let noShift = Failure(
    .refused, zh: "没有班次。先开班：frontdesk shift start early --on 姓名",
    en: "There is no shift. Start one: frontdesk shift start early --on NAME")

  fileprivate static func shiftName(_ text: String) -> Failure {
    let known = ShiftName.allCases.map(\.rawValue).joined(separator: ", ")
    return Failure(
      .usage, zh: "没有班次“\(text.plainLine)”。可以写：\(known)",
      en: "There is no shift \"\(text.plainLine)\". It can be: \(known)")
  }
}
