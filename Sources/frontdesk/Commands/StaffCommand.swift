import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk staff …`: who can be given work.
enum StaffCommand {
  static func add(_ call: Invocation) throws(Failure) {
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    let name = call.options.argument(0).plainLine
    var member = clerk.desk.staff.first { $0.name == name } ?? StaffMember(name: name)
    let skills = call.options.all("skill")
    if !skills.isEmpty { member.skills = skills }
    if let role = call.options.value("role") { member.role = StaffRole(rawValue: role) }
    try call.carryOut(.joinStaff(member), journal, clerk)
  }

  static func remove(_ call: Invocation) throws(Failure) {
    try call.carryOut(.leaveStaff(name: call.options.argument(0)), call.writer(createZone: nil))
  }

  static func list(_ call: Invocation) throws(Failure) {
    let desk = try call.clerk(call.reader()).desk
    let rows = NameOrder.sorted(desk.staff, call.language).map { member in
      (member, desk.tickets.values.filter { $0.hands.contains(member.name) }.map(\.id).sorted())
    }
    let list = rows.map { member, work in
      JSONText.object([
        ("name", .text(member.name)), ("role", .text(member.role?.rawValue ?? "")),
        ("skills", .list(member.skills.map(JSONText.text))),
        ("tickets", .list(work.map { .text($0.description) })),
      ])
    }
    var table = TextTable(
      [
        Words(zh: "姓名", en: "Name"), Words(zh: "岗位", en: "Post"), Words(zh: "技能", en: "Skills"),
        Words(zh: "手上的单", en: "Tickets"),
      ], call.language)
    for (member, work) in rows {
      table.add([
        member.name, member.role?.words(call.language) ?? "", member.skills.joined(separator: " "),
        work.map(\.description).joined(separator: " "),
      ])
    }
    try call.list(
      json: [("staff", .list(list))], csv: ["name", "skills", "tickets", "role"],
      rows.map { member, work in
        [
          member.name, member.skills.joined(separator: " "), work.map(\.description).joined(separator: " "),
          member.role?.rawValue ?? "",
        ]
      }, text: table.text)
  }
}
