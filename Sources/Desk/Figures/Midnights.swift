package import Foundation

/// The desk at the first instant of one day, and what that day brought.
package struct MidnightRow: Equatable, Sendable {
  package var date: CivilDate
  /// Open when the day began.
  package var open = 0
  package var created = 0
  package var closed = 0
  /// Open when the day began and older than each limit, in the order asked for.
  package var over: [Int]
  /// Open when the day began and past the other system's due time.
  package var pastDue = 0
}

/// One row for every day from the first report to the day after the last thing known.
package struct Midnights: Equatable, Sendable {
  package let rows: [MidnightRow]

  /// Counts every day of a zone. Work is one pass over the tickets and one over the days, whatever the ages.
  ///
  /// - Parameters:
  ///   - tickets: In any order.
  ///   - limits: Seconds of age.
  ///   - last: The last day with a row.
  ///   - zone: Where days begin.
  package init(_ tickets: [TicketSpan], limits: [TimeInterval], until last: CivilDate, in zone: TimeZone) {
    guard let first = tickets.map(\.reportedAt).min() else {
      rows = []
      return
    }
    let start = CivilDate(first, in: zone).daysSince1970
    let days = (start...max(start, last.daysSince1970)).map(CivilDate.init(daysSince1970:))
    let instants = days.map { $0.start(in: zone) }
    let end = CivilDate(daysSince1970: days[days.count - 1].daysSince1970 + 1).start(in: zone)
    var changes = Changes(instants: instants, end: end, limits: limits.count)
    for ticket in tickets { changes.add(ticket, limits) }
    rows = changes.rows(days)
  }
}

/// Differences between one midnight and the next; summed, they are the rows.
private struct Changes {
  let instants: [Date]
  /// When the last day ends: what comes later belongs to no row.
  let end: Date
  var open: [Int]
  var over: [[Int]]
  var pastDue: [Int]
  var created: [Int]
  var closed: [Int]

  init(instants: [Date], end: Date, limits: Int) {
    self.instants = instants
    self.end = end
    let none = [Int](repeating: 0, count: instants.count + 1)
    (open, pastDue, created, closed) = (none, none, none, none)
    over = [[Int]](repeating: none, count: limits)
  }

  mutating func add(_ ticket: TicketSpan, _ limits: [TimeInterval]) {
    count(&created, ticket.reportedAt)
    var start = ticket.reportedAt
    for reopening in ticket.reopenings {
      span(from: start, to: reopening.closedAt, ticket, limits)
      count(&closed, reopening.closedAt)
      start = reopening.reopenedAt
    }
    span(from: start, to: ticket.closedAt, ticket, limits)
    if let end = ticket.closedAt { count(&closed, end) }
  }

  private mutating func span(from start: Date, to end: Date?, _ ticket: TicketSpan, _ limits: [TimeInterval])
  {
    let stop = end.map { midnight(atOrAfter: $0) } ?? instants.count
    mark(&open, midnight(atOrAfter: start), stop)
    for (index, limit) in limits.enumerated() {
      mark(
        &over[index],
        max(midnight(atOrAfter: start), midnight(after: ticket.reportedAt.addingTimeInterval(limit))), stop)
    }
    if let due = ticket.dueAt { mark(&pastDue, max(midnight(atOrAfter: start), midnight(after: due)), stop) }
  }

  private func mark(_ row: inout [Int], _ from: Int, _ to: Int) {
    guard from < to else { return }
    row[from] += 1
    row[to] -= 1
  }

  private func count(_ row: inout [Int], _ instant: Date) {
    let day = midnight(after: instant) - 1
    if day >= 0, instant < end { row[day] += 1 }
  }

  private func midnight(atOrAfter instant: Date) -> Int { search { $0 >= instant } }

  private func midnight(after instant: Date) -> Int { search { $0 > instant } }

  private func search(_ passed: (Date) -> Bool) -> Int {
    var (low, high) = (0, instants.count)
    while low < high {
      let middle = (low + high) / 2
      if passed(instants[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func rows(_ days: [CivilDate]) -> [MidnightRow] {
    var running = MidnightRow(date: days[0], over: [Int](repeating: 0, count: over.count))
    return days.indices.map { index in
      running.date = days[index]
      running.open += open[index]
      running.pastDue += pastDue[index]
      for limit in over.indices { running.over[limit] += over[limit][index] }
      (running.created, running.closed) = (created[index], closed[index])
      return running
    }
  }
}
