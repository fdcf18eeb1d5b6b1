import Desk
import Foundation

/// A day of ten thousand open tickets that nobody answers: every warning and breach found at its instant and taken in.
enum ClocksFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let desk = SampleBoard.desk(open: 10_000)
    var crossings = 0
    let times = bench.repeated {
      var desk = desk
      return processorSeconds { crossings = day(&desk) }
    }
    return [
      Measurement(
        "clocks", "crossings of 10,000 open for one day", ours: Quantity(times.median, .seconds),
        now: .ours(.atMost(1)), note: "\(crossings) crossings, processor time"), ofEachTicket(bench, desk),
    ]
  }

  /// The clocks of a ticket are asked for once an event, and once for every row of every frame.
  private static func ofEachTicket(_ bench: Bench, _ desk: Desk) -> Measurement {
    let tickets = Array(desk.tickets.values)
    var clocks = 0
    let times = bench.repeated {
      processorSeconds { clocks = tickets.reduce(0) { $0 + $1.clocks(desk.policy).count } }
    }
    return Measurement(
      "clocks", "all clocks of 10,000 tickets", ours: Quantity(times.median, .seconds),
      note: "\(clocks) clocks")
  }

  /// Wakes a moment after each crossing is due, because due is not late, and takes it in; how many there were.
  private static func day(_ desk: inout Desk) -> Int {
    let end = SampleBoard.now + 86_400
    var count = 0
    while let next = desk.nextCrossing, next <= end {
      for fact in desk.crossings(upTo: next + 0.001) {
        guard case .ticket(let id, let event) = fact.event else { continue }
        count += 1
        desk.evolve(.ticket(id, event), at: fact.occurredAt, version: count)
      }
    }
    return count
  }
}
