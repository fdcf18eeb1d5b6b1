import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk staff …`: who can be given work.
enum StaffCommand {
  static func add(_ call: Invocation) throws(Failure) {
    let member = StaffMember(name: call.options.argument(0), skills: call.options.all("skill"))
    let journal = try call.writer()
    try Report.changes(call.submit(.joinStaff(member), journal, call.clerk(journal)), journal.zone, call)
  }

  static func remove(_ call: Invocation) throws(Failure) {
    let journal = try call.writer(createZone: nil)
    let command = Command.leaveStaff(name: call.options.argument(0))
    try Report.changes(call.submit(command, journal, call.clerk(journal)), journal.zone, call)
  }

  static func list(_ call: Invocation) throws(Failure) {
    let desk = try call.clerk(call.reader()).desk
    let rows = desk.staff.map { member in
      (member, desk.tickets.values.filter { $0.work.assignee == member.name }.map(\.id).sorted())
    }
    switch call.format {
    case "json":
      let list = rows.map { member, work in
        JSONText.object([
          ("name", .text(member.name)), ("skills", .list(member.skills.map(JSONText.text))),
          ("tickets", .list(work.map { .text($0.description) })),
        ])
      }
      try call.output.raw(JSONText.object([("staff", .list(list))]).line + "\n")
    case "csv":
      try call.output.raw(CSVText.line(["name", "skills", "tickets"]))
      for (member, work) in rows {
        try call.output.raw(
          CSVText.line([
            member.name, member.skills.joined(separator: " "), work.map(\.description).joined(separator: " "),
          ]))
      }
    default:
      var table = TextTable([
        Words(zh: "姓名", en: "Name")(call.language), Words(zh: "技能", en: "Skills")(call.language),
        Words(zh: "手上的单", en: "Tickets")(call.language),
      ])
      for (member, work) in rows {
        table.add([
          member.name, member.skills.joined(separator: " "), work.map(\.description).joined(separator: " "),
        ])
      }
      try call.output.text(table.text)
    }
  }
}
