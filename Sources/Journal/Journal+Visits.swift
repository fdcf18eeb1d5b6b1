package import Desk
package import Foundation

extension Journal {
  /// The visits that began within `[from, to)`, in the order they were written down, as they stand now. Looks at every visit on record,
  /// some 2 µs each.
  package func visits(from: Date, to: Date) throws(JournalError) -> [Visit] {
    let statement = try connection.statement(
      EventRow.select + "WHERE stream >= 'V-' AND stream < 'V.' AND occurred_at >= ? ORDER BY position")
    statement.bind(1, from)
    var (visits, order): ([VisitID: Visit], [VisitID]) = ([:], [])
    for recorded in try EventRow.collect(statement) {
      guard case .visit(let id, let event) = recorded.event else { continue }
      if case .arrived(let arrival) = event, recorded.occurredAt < to {
        visits[id] = Visit(id, arrival, at: recorded.occurredAt)
        order.append(id)
      } else {
        visits[id]?.apply(event, at: recorded.occurredAt, version: recorded.version)
      }
    }
    return order.compactMap { visits[$0] }
  }
}
