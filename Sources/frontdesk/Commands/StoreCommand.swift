import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk rebuild`, `backup`, `restore`: the record as a file.
enum StoreCommand {
  static func rebuild(_ call: Invocation) throws(Failure) {
    let journal = try call.writer(createZone: nil)
    do { try journal.rebuild(policy: .standard) } catch { throw Failure(error) }
    let position = journal.position
    try call.say(zh: "已由 \(position) 条记录重算。", en: "Computed anew from \(position) events.")
  }

  static func backup(_ call: Invocation) throws(Failure) { throw VerifyCommand.notYet }

  static func restore(_ call: Invocation) throws(Failure) { throw VerifyCommand.notYet }
}
