package import Desk
import Foundation

extension Journal {
  /// The figures of a period: one ticket after another is folded from its events and let go of.
  package func figures(_ book: FigureBook, _ desk: Desk) throws(JournalError) -> FigureBook {
    var book = book
    let policies = desk.policies
    for id in try tickets(openIn: book.period.range) {
      guard let life = TicketLife(id, try events(of: Stream(id)), policies, asOf: book.asOf) else { continue }
      let policy = policies[life.ticket.policyVersion]
      book.add(life, system: policy.system(of: life.ticket.work.category))
    }
    let (first, last) = (book.period.first.number, book.period.last.daysSince1970)
    let end = CivilDate(daysSince1970: last + 1).number
    for stream in try names(from: "P-\(first)-", to: "P-\(end)-") {
      var past = PastRounds()
      for recorded in try events(of: stream) where recorded.occurredAt <= book.asOf { past.take(recorded) }
      for round in past.rounds.values { book.add(round) }
    }
    for stream in try names(from: "S-\(first)-", to: "S-\(end)-") {
      if let shift = stream.shift { book.add(shift, try events(of: stream)) }
    }
    book.date(desk.assets.values)
    return book
  }

  /// Tickets reported in a span, or before it and not closed by then: only their numbers, 16 bytes each.
  private func tickets(openIn span: Range<Date>) throws(JournalError) -> [TicketID] {
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
