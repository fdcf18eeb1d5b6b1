package import Desk

/// One ticket with everything that happened to it.
package struct DetailPage: Equatable, Sendable {
  package let id: TicketID
  package var ticket: Ticket?
  package var events: [RecordedEvent] = []
  package var top = 0
}
