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
    let (ticket, policy, contacts) = try read(id, journal)
    if let reason { try ShowCommand.reveal(ticket, reason, journal, call) }
    let callers = ticket.work.reporters.compactMap { $0.contact.flatMap { contacts[$0] } }
    let slip = WorkSlip(
      ticket, policy, callers: callers.map { (contact: $0, isRevealed: reason != nil) },
      deskName: ScreenModel.deskName(call), now: now, zone: journal.zone)
    try call.output.text(slip.text(call.language))
  }

  private static func read(
    _ id: TicketID, _ journal: Journal
  ) throws(Failure) -> (Ticket, Policy, [String: Contact]) {
    let ticket: Ticket?
    do {
      ticket = try journal.ticket(id)
    } catch {
      throw Failure(error)
    }
    guard let ticket else { throw Failure(.refused, Refusal.ticketUnknown(id).words(zone: journal.zone)) }
    do {
      return (
        ticket, try journal.policies()[ticket.policyVersion],
        try journal.contacts(ticket.work.reporters.compactMap(\.contact))
      )
    } catch {
      throw Failure(error)
    }
  }
}
