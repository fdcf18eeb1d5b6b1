import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk slip R-12`: what the repairman takes along.
enum SlipCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let id = try TicketNumber.read(call.options.argument(0))
    let reason = call.options.value("reveal")
    let journal = try reason == nil ? call.reader() : call.writer(createZone: nil)
    let now = try call.clock(zone: journal.zone).now
    let ticket = try call.ticket(id, in: journal)
    let policy = try inWords(journal.policies())[ticket.policyVersion]
    if let reason { try ShowCommand.reveal(ticket, reason, journal, call) }
    let contacts = try call.contacts(ticket.work.reporters.compactMap(\.contact), journal)
    let callers = ticket.work.reporters.compactMap { $0.contact.flatMap { contacts[$0] } }
    let slip = WorkSlip(
      ticket, policy, callers: callers.map { (contact: $0, isRevealed: reason != nil) },
      deskName: deskName(call), now: now, zone: journal.zone)
    try call.output.text(slip.text(call.language))
  }

  /// The desk as the slips that the screen prints are headed: as it was typed, else by the settings, else by what it is.
  private static func deskName(_ call: Invocation) -> String {
    let name =
      call.options.value("desk") == nil ? SettingsFolder.load(call.environment).settings.deskName : nil
    return name.flatMap { $0.isEmpty ? nil : $0 } ?? ScreenModel.deskName(call)
  }
}
