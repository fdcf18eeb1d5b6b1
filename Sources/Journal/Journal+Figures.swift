package import Desk
package import Foundation

extension Journal {
  /// The figures of a period: one ticket after another is folded from its events and let go of.
  package func figures(_ book: FigureBook, _ desk: Desk) throws(JournalError) -> FigureBook {
    var book = book
    let policies = desk.policies
    for id in try tickets(openIn: book.period.range) { try add(id, to: &book, policies) }
    let (first, last) = (book.period.first.number, book.period.last.daysSince1970)
    let end = CivilDate(daysSince1970: last + 1).number
    for stream in try names(from: "I-", to: "I.") {
      guard let id = stream.incident else { continue }
      if let incident = Incident.folded(id, try events(of: stream), asOf: book.asOf) { book.add(incident) }
    }
    for round in try rounds(since: book.period.first, asOf: book.asOf, desk) { book.add(round) }
    for stream in try names(from: "S-\(first)-", to: "S-\(end)-") {
      if let shift = stream.shift { book.add(shift, try events(of: stream)) }
    }
    book.date(desk.assets.values)
    return book
  }

  /// The rounds that began on a day or later, and some before it, as they were known at an instant: one that was written down late may
  /// be numbered on a later day than it began. What was due by then and nobody recorded yet, as while no desk is open, is among it.
  package func rounds(
    since day: CivilDate?, asOf instant: Date, _ desk: Desk
  ) throws(JournalError) -> [Round] {
    var past = PastRounds()
    let first = day.map { "P-\($0.number)-" } ?? "P-"
    for stream in try names(from: "route:", to: "route;") + names(from: first, to: "P.") {
      for recorded in try events(of: stream).standing(at: instant) { past.take(recorded) }
    }
    for fact in desk.crossings(upTo: instant) { past.take(fact) }
    return Array(past.rounds.values)
  }

  /// What a period that runs brought: tickets reported or completed in it, and nothing else. Reads the end of the record back to the
  /// first event of the period, however much came before it and however much is open.
  package func traffic(_ book: FigureBook, _ policies: Policies) throws(JournalError) -> FigureBook {
    var book = book
    for id in try tickets(busySince: book.period.range.lowerBound) { try add(id, to: &book, policies) }
    return book
  }

  private func add(_ id: TicketID, to book: inout FigureBook, _ policies: Policies) throws(JournalError) {
    guard let life = TicketLife(id, try events(of: Stream(id)), policies, asOf: book.asOf) else { return }
    book.add(life, system: policies[life.ticket.policyVersion].system(of: life.ticket.work.category))
  }

  /// Tickets reported, completed or closed at an instant or later. Nothing is written down before it happened, so the end of the
  /// record has them all.
  private func tickets(busySince instant: Date) throws(JournalError) -> [TicketID] {
    let statement = try connection.statement(Journal.busyTickets)
    defer { statement.reset() }
    statement.bind(1, try position(recordedSince: instant))
    statement.bind(2, instant)
    var ids: [TicketID] = []
    while try statement.step() { if let id = Stream(rawValue: statement.text(0)).ticket { ids.append(id) } }
    return ids
  }

  /// Left to itself SQLite would go through the index of every stream there ever was.
  static let busyTickets = """
    SELECT DISTINCT stream FROM event NOT INDEXED
    WHERE position >= ?1 AND occurred_at >= ?2 AND name IN ('ticket.reported.1', 'ticket.completed.1', 'ticket.closed.1')
    """

  /// The first position written down at an instant or later; one past the end when nothing was. Read from the end back to where a
  /// thousand in a row are older: a clock that was wrong, or something noted down under an earlier day, is not the day's beginning.
  private func position(recordedSince instant: Date) throws(JournalError) -> Int {
    let statement = try connection.statement("SELECT position, recorded_at FROM event ORDER BY position DESC")
    defer { statement.reset() }
    var (first, older) = (position + 1, 0)
    while older < 1000, try statement.step() {
      if statement.int64(1) < instant.milliseconds {
        older += 1
      } else {
        (first, older) = (statement.int(0), 0)
      }
    }
    return first
  }

  /// Tickets reported in a span, or before it and not closed by then: only their numbers, 16 bytes each.
  func tickets(openIn span: Range<Date>) throws(JournalError) -> [TicketID] {
    try checkComputed()
    let statement = try connection.statement(
      """
      SELECT kind, number FROM history
      WHERE reported_at < ?2 AND (reported_at >= ?1 OR closed_at IS NULL OR closed_at >= ?1) ORDER BY row
      """)
    defer { statement.reset() }
    statement.bind(1, span.lowerBound)
    statement.bind(2, span.upperBound)
    var ids: [TicketID] = []
    while try statement.step() {
      guard let kind = TicketKind(rawValue: statement.text(0)) else {
        throw .damaged(.derived(stream: "history"))
      }
      ids.append(TicketID(kind, statement.int(1)))
    }
    return ids
  }
}
