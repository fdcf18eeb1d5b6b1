import Desk
import Foundation
import Journal

/// A hundred rows of another system's log in one transaction, against as many raw rows as there are events.
enum BatchFigure {
  private static let batches = 20

  static func measure(_ bench: Bench) throws -> [Measurement] {
    let (journal, clerk) = try SampleStore.new(closed: 0, open: 200, bench.scratch).clerk()
    let raw = try RawStore(newIn: journal.path)
    var tickets = SampleTickets(seed: 3)
    var number = 0
    let pair = try bench.alternate(
      {
        let rows = (0..<batches).map { _ in batch(&tickets, &number) }
        var events = 0
        let time = try seconds {
          for row in rows { events += try clerk.carryOut(row) }
          try journal.indexRest()
        }
        return Double(events) / time
      },
      {
        let time = try seconds { for _ in 0..<batches { try raw.append(100) } }
        return Double(batches * 100) / time
      })
    return [
      Measurement(
        "batch", "100 import rows a transaction, in events", ours: Quantity(pair.ours.median, .perSecond),
        peer: Quantity(pair.peer.median, .perSecond), ratio: pair.ratio, now: .ratio(.atLeast(0.25)),
        next: .ratio(.atLeast(0.4)))
    ]
  }

  /// Fifty-five open or closed rows in a hundred events: nine in ten are closed, as logs are.
  private static func batch(_ tickets: inout SampleTickets, _ number: inout Int) -> [Submission] {
    (0..<100).map { index in
      number += 1
      let start = Date(timeIntervalSince1970: 1_700_000_000 + Double(number) * 60)
      let ticket = ImportedTicket(
        report: tickets.next(), source: LogNumber(log: "bench", number: "\(1_000_000 + number)"),
        reportedAt: start, dueAt: start + 86_400, closedAt: index % 10 == 0 ? nil : start + 7_200)
      return .sample(.importTicket(ticket), at: start + 7_200)
    }
  }
}
