import Dashboard
import Desk
import Foundation

/// Keeps the record in memory and carries out commands as the clerk of the journal does, without a disk.
struct PaperClerk {
  private(set) var desk: Desk
  private(set) var events: [RecordedEvent] = []
  private(set) var contacts: [String: Contact] = [:]
  /// What each call of a script became.
  var numbers: [Int: TicketID] = [:]
  private var ended: [TicketID: Ticket] = [:]

  init(zone: TimeZone) { desk = Desk(zone: zone) }

  /// Decides one command and folds what came of it; the answer is what the dashboard is told.
  mutating func submit(
    _ command: Command, at instant: Date, now: Date? = nil, actor: Actor = SampleDesk.clerk, seen: Int? = nil,
    contact: Contact? = nil, own: Bool = true
  ) -> Message {
    let id = commandID
    if let contact, !contact.isEmpty { contacts[contact.id] = contact }
    let brought = command.tickets.compactMap { id in desk.tickets[id] == nil ? ended[id] : nil }
    for ticket in brought { desk.adopt(ticket) }
    defer { desk.dropEnded(brought.map(\.id)) }
    if let refusal = changedMeanwhile(command, seen, actor) { return .refused(refusal) }
    let submission = Submission(
      id: id, command, occurredAt: instant, recordedAt: now ?? instant, actor: actor, seen: seen)
    do {
      let facts = try desk.decide(submission)
      let recorded = facts.enumerated().map { record($1, sequence: $0, submission) }
      if case .household(_, .erase(let contact?, _)) = command { contacts[contact] = nil }
      let touched = Set(recorded.compactMap(\.stream.ticket))
      return .recorded(
        recorded, revived: brought.filter { touched.contains($0.id) }, contacts: contacts,
        by: own ? .hand : actor == .system ? .clock : .others)
    } catch {
      return .refused(error)
    }
  }

  /// What the record says of one ticket.
  func timeline(_ id: TicketID) -> Message {
    .timelineLoaded(
      id, desk.tickets[id] ?? ended[id], events.filter { $0.stream == Stream(id) }, contacts: contacts)
  }

  /// The figures of a period, folded from everything that was recorded.
  func figures(of period: FigurePeriod, at now: Date) -> Message {
    var book = counted(period, at: now)
    var past = PastRounds()
    for event in events { past.take(event) }
    for round in past.rounds.values { book.add(round) }
    for stream in Set(events.map(\.stream)) {
      if let shift = stream.shift { book.add(shift, events.filter { $0.stream == stream }) }
    }
    book.date(desk.assets.values)
    return .figuresCounted(book)
  }

  /// What a day brought.
  func today(_ period: FigurePeriod, at now: Date) -> Message { .todayCounted(counted(period, at: now)) }

  private func counted(_ period: FigurePeriod, at now: Date) -> FigureBook {
    var book = FigureBook(period, asOf: now)
    for id in Set(events.compactMap(\.stream.ticket)).sorted() {
      let own = events.filter { $0.stream == Stream(id) }
      guard let life = TicketLife(id, own, desk.policies, asOf: now) else { continue }
      book.add(life, system: desk.policies[life.ticket.policyVersion].system(of: life.ticket.work.category))
    }
    return book
  }

  /// The tickets that named a piece of equipment.
  func faults(of asset: String) -> Message {
    let ids = (desk.assets[asset]?.faults ?? []).reversed().map(\.ticket)
    return .found(.asset(asset), ids.compactMap { desk.tickets[$0] ?? ended[$0] }.map(PaperClerk.found))
  }

  /// What was closed at a place, newest first.
  func past(of place: Place, since: Date) -> Message {
    let rows = ended.values.filter { $0.place == place && $0.stage == .closed && $0.reportedAt >= since }
    return .pastRead(place, rows.sorted { $0.reportedAt > $1.reportedAt }.map(PaperClerk.found))
  }

  private static func found(_ ticket: Ticket) -> FoundTicket {
    FoundTicket(
      id: ticket.id, place: ticket.place.text, subject: ticket.subject, category: ticket.work.category,
      stage: ticket.stage, assignee: ticket.work.assignee ?? "", reportedAt: ticket.reportedAt,
      closedAt: ticket.work.closedAt)
  }

  /// The tickets, open or not, whose subject has the text.
  func search(_ text: String) -> Message {
    let all = (Array(desk.tickets.values) + ended.values).filter { $0.subject.contains(text) }
    return .found(
      .search(text),
      all.sorted { $0.reportedAt > $1.reportedAt }.map(PaperClerk.found))
  }

  private var commandID: UUID {
    let low = UInt16(truncatingIfNeeded: events.count)
    return UUID(
      uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, UInt8(low >> 8), UInt8(low & 0xFF)))
  }

  private func changedMeanwhile(_ command: Command, _ seen: Int?, _ actor: Actor) -> Refusal? {
    guard let seen, let stream = command.stream, desk.version(of: stream) > seen else { return nil }
    let since = events.filter {
      $0.stream == stream && $0.version > seen && !$0.event.isCrossing && $0.actor != actor
    }
    return since.isEmpty ? nil : .changedMeanwhile(stream, since: since)
  }

  private mutating func record(_ fact: Fact, sequence: Int, _ submission: Submission) -> RecordedEvent {
    let recorded = RecordedEvent(
      position: events.count + 1, command: submission.id, sequence: sequence,
      version: (events.last { $0.stream == fact.event.stream }?.version ?? 0) + 1,
      occurredAt: fact.occurredAt,
      recordedAt: submission.recordedAt, actor: fact.event.isCrossing ? .system : submission.actor,
      event: fact.event)
    events.append(recorded)
    guard case .ticket(let id, let event) = fact.event else {
      desk.evolve(recorded)
      return recorded
    }
    var before = desk.tickets[id]
    desk.evolve(recorded)
    guard desk.tickets[id] == nil else { return recorded }
    before?.apply(event, at: recorded.occurredAt, version: recorded.version)
    ended[id] = before
    return recorded
  }
}
