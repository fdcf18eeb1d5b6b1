import Desk
import struct Desk.Stream
import Foundation

/// The things one transaction has touched; their rows are written once, at its end.
struct Transaction {
  /// A ticket, and what the transaction found of it.
  struct TouchedTicket {
    enum Found {
      /// Nothing; the position of its report.
      case new(row: Int)
      /// As it stood. Kept apart: an import moves thousands that are new.
      indirect case before(Ticket)
    }

    let id: TicketID
    let found: Found
    /// As it ended; nil while the desk has it.
    var ended: Ticket?
  }

  /// In the order they were first touched.
  private(set) var tickets: [TouchedTicket] = []
  private var indices: [TicketID: Int] = [:]
  /// What was touched besides tickets.
  var things: Set<Stream> = []
  var imported: Set<LogNumber> = []

  /// Whether one of the tickets is new.
  var hasNew: Bool { tickets.contains { if case .new = $0.found { true } else { false } } }

  /// Where a ticket stands among those that were touched; asks what was found of it the first time.
  mutating func index(of id: TicketID, _ found: () -> TouchedTicket.Found) -> Int {
    if let index = indices[id] { return index }
    indices[id] = tickets.count
    tickets.append(TouchedTicket(id: id, found: found()))
    return tickets.count - 1
  }

  /// Notes how the ticket at an index ended; nil when it is open.
  mutating func end(_ index: Int, _ ended: Ticket?) { tickets[index].ended = ended }

  /// Notes how a ticket stands that only was brought to the desk and stays ended.
  mutating func keep(_ ticket: Ticket) {
    if let index = indices[ticket.id], ticket.isEnded { end(index, ticket) }
  }
}

extension Clerk {
  /// Decides one command and writes its events.
  func carryOut(_ submission: Submission, _ transaction: inout Transaction) throws(JournalError) -> Outcome {
    let digest = CommandDigest.of(submission)
    if journal.mayKnow(submission.id), let known = try journal.digest(of: submission.id) {
      guard known == digest else { return .refused(.idempotencyConflict(submission.id)) }
      return .recorded(Recorded(repeated: try journal.events(by: submission.id)))
    }
    let brought = try bringEnded(submission.command)
    defer { desk.dropEnded(brought.map(\.id)) }
    if try isKnown(submission) { return .recorded(Recorded()) }
    let household = try bringHousehold(submission.command)
    defer { if let household { desk.adopt(household: household, version: nil) } }
    if let refusal = try changedMeanwhile(submission) { return .refused(refusal) }
    if let refusal = try alreadyImported(submission.command, transaction) { return .refused(refusal) }
    let facts: [Fact]
    do { facts = try Self.decide(submission, at: &desk) } catch { return .refused(error) }
    if case .importTicket(let ticket) = submission.command { transaction.imported.insert(ticket.source) }
    var recorded = Recorded()
    recorded.events.reserveCapacity(facts.count)
    for (sequence, fact) in facts.enumerated() {
      recorded.events.append(
        try record(fact, submission, sequence, sequence == 0 ? digest : nil, &transaction))
    }
    if !brought.isEmpty {
      for ticket in brought { if let now = desk.tickets[ticket.id] { transaction.keep(now) } }
      let touched = Set(recorded.events.compactMap(\.stream.ticket))
      recorded.revived = brought.filter { touched.contains($0.id) }
    }
    if !facts.isEmpty, let contact = submission.contact, !contact.isEmpty { try journal.keep(contact) }
    if case .household(let place, .erase(let contact, _)) = submission.command {
      try journal.erase(contact, of: place)
      try journal.oweForgetting()
    }
    return .recorded(recorded)
  }

  /// Asks the desk where it stands: asked as a property of this object it is copied first, some thirty references.
  private static func decide(_ submission: Submission, at desk: inout Desk) throws(Refusal) -> [Fact] {
    try desk.decide(submission)
  }

  /// Brings in the ended tickets a command speaks of, as they stand, and what lies behind them.
  private func bringEnded(_ command: Command) throws(JournalError) -> [Ticket] {
    var brought: [Ticket] = []
    for first in command.tickets {
      var next: TicketID? = first
      while let id = next {
        next = nil
        guard desk.tickets[id] == nil, let ticket = try journal.fold(id, upTo: .max) else { continue }
        desk.adopt(ticket)
        brought.append(ticket)
        next = desk.ticket(behind: id, for: command)
      }
    }
    return brought
  }

  /// Whether the vault says already what is to be kept.
  private func isKnown(_ submission: Submission) throws(JournalError) -> Bool {
    guard case .household(let place, .keep(let id)) = submission.command, let contact = submission.contact
    else { return false }
    return try journal.contacts([id])[id].map { $0.household == place && $0 == contact } ?? false
  }

  /// Brings in how many events a place's people have; the place, for letting go of it.
  private func bringHousehold(_ command: Command) throws(JournalError) -> Place? {
    guard case .household(let place, _) = command else { return nil }
    desk.adopt(household: place, version: try journal.lastVersion(of: Stream(household: place)))
    return place
  }

  /// What another desk did to the stream since the author looked; what only the clock did does not count.
  private func changedMeanwhile(_ submission: Submission) throws(JournalError) -> Refusal? {
    guard let seen = submission.seen, let stream = submission.command.stream,
      desk.version(of: stream) > seen
    else { return nil }
    let since = try journal.events(of: stream.rawValue, after: seen, upTo: .max)
      .filter { !$0.event.isCrossing && $0.actor != submission.actor }
    return since.isEmpty ? nil : .changedMeanwhile(stream, since: since)
  }

  private func alreadyImported(
    _ command: Command, _ transaction: Transaction
  ) throws(JournalError) -> Refusal? {
    guard case .importTicket(let ticket) = command else { return nil }
    if transaction.imported.contains(ticket.source) { return .alreadyImported(ticket.source) }
    return try journal.isImported(ticket.source) ? .alreadyImported(ticket.source) : nil
  }

  /// Gives a fact its place in the record and lets the desk take it in.
  private func record(
    _ fact: Fact, _ submission: Submission, _ sequence: Int, _ digest: [UInt8]?,
    _ transaction: inout Transaction
  ) throws(JournalError) -> RecordedEvent {
    let event = RecordedEvent(
      position: journal.head.position + 1, command: submission.id, sequence: sequence,
      version: version(before: fact.event) + 1,
      occurredAt: Date(milliseconds: fact.occurredAt.milliseconds), recordedAt: submission.recordedAt,
      actor: fact.event.isCrossing ? .system : submission.actor, event: fact.event)
    try journal.insert(event, fact.event.stream.rawValue, digest: digest)
    evolve(event, &transaction)
    position = event.position
    return event
  }

  /// The version of the thing an event is about; a ticket's without spelling out its stream.
  private func version(before event: Event) -> Int {
    if case .ticket(let id, _) = event { return desk.tickets[id]?.version ?? 0 }
    return desk.version(of: event.stream)
  }

  /// Evolves the desk and notes whose rows must be written; a ticket that ends is kept aside, because the desk lets go of it.
  private func evolve(_ recorded: RecordedEvent, _ transaction: inout Transaction) {
    guard case .ticket(let id, let event) = recorded.event else {
      transaction.things.formUnion(desk.things(touchedBy: recorded.event))
      desk.evolve(recorded)
      return
    }
    if case .reported(let report) = event, report.asset != nil {
      transaction.things.formUnion(desk.things(touchedBy: recorded.event))
    }
    let index = transaction.index(of: id) {
      desk.tickets[id].map { .before($0) } ?? .new(row: recorded.position)
    }
    transaction.end(index, desk.evolve(recorded))
  }
}
