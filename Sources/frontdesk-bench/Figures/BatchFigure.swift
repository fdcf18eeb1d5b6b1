import Desk
import Foundation
import Journal

/// A hundred events of another system's log in one transaction, against a hundred raw rows.
enum BatchFigure {
  private static let batches = 20

  static func measure(_ bench: Bench) throws -> [Measurement] {
    let (journal, clerk) = try SampleStore.new(open: 200, bench.scratch).clerk()
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
        "batch", "an import, 100 events a transaction", ours: Quantity(pair.ours.median, .perSecond),
        peer: Quantity(pair.peer.median, .perSecond), ratio: pair.ratio, now: .ratio(.atLeast(0.25)),
        next: .ratio(.atLeast(0.4)))
    ]
  }

  /// Fifty-five rows make a hundred events: forty-five are closed, most of them as logs are.
  private static func batch(_ tickets: inout SampleTickets, _ number: inout Int) -> [Submission] {
    (0..<55).map { index in
      number += 1
      let start = Date(timeIntervalSince1970: 1_700_000_000 + Double(number) * 60)
      let ticket = ImportedTicket(
        report: tickets.next(), source: LogNumber(log: "bench", number: "\(1_000_000 + number)"),
        reportedAt: start, dueAt: start + 86_400, closedAt: index % 11 < 2 ? nil : start + 7_200)
      return .sample(.importTicket(ticket), at: start + 7_200)
    }
  }
}
