package import Desk

/// What became part of the record, in order, with what a reader needs to take it in: each event by `desk.evolve(event, revived: revived)`, then
/// `desk.dropEnded`.
package struct Recorded: Equatable, Sendable {
  /// Events no `Recorded` of the same clerk has held before: first what other processes wrote, then the command's own.
  package var events: [RecordedEvent] = []
  /// Tickets that were not open before one of these events, as they stood just before it; one may appear twice.
  package var revived: [Ticket] = []
  /// The names and phones that the events and the revived tickets speak of.
  package var contacts: [String: Contact] = [:]
  /// Those of them that were erased on record.
  package var erased: Set<String> = []
  /// The original events of a command that had been carried out before; readers have taken them in already, or find them in `events`.
  package var repeated: [RecordedEvent] = []

  package init(events: [RecordedEvent] = [], repeated: [RecordedEvent] = []) {
    self.events = events
    self.repeated = repeated
  }

  var isEmpty: Bool { events.isEmpty && repeated.isEmpty }

  mutating func add(_ other: Recorded) {
    events += other.events
    revived += other.revived
    contacts.merge(other.contacts) { $1 }
    erased.formUnion(other.erased)
    repeated += other.repeated
  }

  /// The keys of the contacts that the events and the revived tickets speak of.
  var contactKeys: Set<String> {
    var keys: Set<String> = []
    for recorded in [events, repeated].joined() { keys.formUnion(recorded.event.contactKeys) }
    for ticket in revived { keys.formUnion(ticket.work.reporters.compactMap(\.contact)) }
    return keys
  }
}

/// What came of a submission.
package enum Outcome: Equatable, Sendable {
  case recorded(Recorded)
  case refused(Refusal)
}
