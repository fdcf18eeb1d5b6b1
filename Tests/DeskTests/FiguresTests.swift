import Desk
import Foundation
import Testing

@Suite struct FiguresTests {
  @Test func `the closing in force is the one known at that instant`() {
    var random = Seeded.fresh("closing")
    for _ in 0..<500 {
      let turns = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Double(Int.random(in: 0...30, using: &random))
      }
      .sorted().map(minute)
      let span = span(turns)
      for instant in stride(from: -1.0, through: 31, by: 0.5).map(minute) {
        #expect(
          span.closing(asOf: instant) == naive(turns, instant), "\(turns) at \(instant), seed \(random.seed)")
      }
    }
  }

  /// Reported, closed, reopened, closed … at these instants, in order.
  private func span(_ turns: [Date], due: Date? = nil) -> TicketSpan {
    var reopenings: [Reopening] = []
    for index in stride(from: 1, to: turns.count - 1, by: 2) {
      reopenings.append(Reopening(closedAt: turns[index], reopenedAt: turns[index + 1]))
    }
    return TicketSpan(
      category: "", reportedAt: turns[0], closedAt: turns.count % 2 == 0 ? turns.last : nil, dueAt: due,
      reopenings: reopenings)
  }

  private func naive(_ turns: [Date], _ instant: Date) -> Date? {
    let passed = turns.dropFirst().filter { $0 <= instant }
    return passed.count % 2 == 1 ? passed.last : nil
  }

  @Test(arguments: [
    (10.0, 10.0, "met"), (10, 10.1, "late"), (nil, 9, "running"), (nil, 10, "running"),
    (nil, 10.1, "open late"),
    (11, 10.5, "open late"), (-1, 20, "left out"),
  ]) func `a limit is kept up to its last second`(closed: Double?, asOf: Double, verdict: String) {
    var closed = closed
    if verdict == "late" { closed = 10.1 }
    let ticket = TicketSpan(
      category: "", reportedAt: minute(0), closedAt: closed.map(minute), dueAt: minute(10))
    for limit in [ClockLimit.elapsed(600), .due] {
      var figures = ClockFigures()
      figures.count(ticket, limit, asOf: minute(asOf))
      #expect(figures.met == (verdict == "met" ? 1 : 0))
      #expect(figures.lateClosed == (verdict == "late" ? 1 : 0))
      #expect(figures.lateOpen == (verdict == "open late" ? 1 : 0))
      #expect(figures.running == (verdict == "running" ? 1 : 0))
    }
  }

  @Test func `a ticket not reported yet counts nowhere, one without due time as none`() {
    let ticket = TicketSpan(category: "", reportedAt: minute(0), closedAt: nil, dueAt: nil)
    var figures = ClockFigures()
    figures.count(ticket, .due, asOf: minute(-1))
    #expect(figures == ClockFigures())
    figures.count(ticket, .due, asOf: minute(1))
    #expect(figures.none == 1)
  }

  @Test func `midnights agree with counting every ticket at every midnight`() throws {
    var random = Seeded.fresh("midnights")
    let zone = try #require(TimeZone(identifier: "America/Havana"))
    let day = CivilDate(year: 2026, month: 3, day: 5).start(in: zone)
    for round in 0..<200 {
      let tickets = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        let turns = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          day.addingTimeInterval(Double(Int.random(in: 0...(6 * 24), using: &random)) * 3600)
        }
        let due = day.addingTimeInterval(Double(Int.random(in: 0...144, using: &random)) * 3600)
        return span(turns.sorted(), due: random.pick([nil, due]))
      }
      compare(
        tickets, until: CivilDate(year: 2026, month: 3, day: random.pick([8, 12])), zone,
        "round \(round) of seed \(random.seed)")
    }
  }

  @Test func `midnights agree for every small life`() {
    let day = CivilDate(year: 2026, month: 11, day: 20).start(in: .gmt)
    let instants = stride(from: 0.0, through: 72, by: 12).map { day.addingTimeInterval($0 * 3600) }
    for start in instants {
      for end in [nil] + instants.map(Optional.some) {
        for due in [nil] + instants.map(Optional.some) {
          let ticket = TicketSpan(category: "", reportedAt: start, closedAt: end, dueAt: due)
          compare([ticket], until: CivilDate(year: 2026, month: 11, day: 23), .gmt, "\(ticket)")
        }
      }
    }
  }

  @Test func `no tickets have no midnights`() {
    #expect(Midnights([], limits: [1], until: CivilDate(year: 2026, month: 1, day: 1), in: .gmt).rows.isEmpty)
  }

  private func compare(_ tickets: [TicketSpan], until last: CivilDate, _ zone: TimeZone, _ place: Comment) {
    let limits: [TimeInterval] = [1800, 12 * 3600, 24 * 3600]
    let rows = Midnights(tickets, limits: limits, until: last, in: zone).rows
    let first = tickets.map { CivilDate($0.reportedAt, in: zone).daysSince1970 }.min() ?? 0
    #expect(rows.map(\.date.daysSince1970) == Array(first...max(first, last.daysSince1970)), place)
    for row in rows {
      #expect(
        [row.open, row.created, row.closed] + row.over + [row.pastDue]
          == naive(tickets, limits, row.date, zone), place)
    }
  }

  /// Open, created, closed, over each limit and past due, one ticket after the other.
  private func naive(_ tickets: [TicketSpan], _ limits: [TimeInterval], _ date: CivilDate, _ zone: TimeZone)
    -> [Int]
  {
    let start = date.start(in: zone)
    let open = tickets.filter { $0.reportedAt <= start && $0.closing(asOf: start) == nil }
    let created = tickets.filter { CivilDate($0.reportedAt, in: zone) == date }
    let closed = tickets.flatMap { $0.reopenings.map(\.closedAt) + [$0.closedAt].compactMap { $0 } }
      .filter { CivilDate($0, in: zone) == date }
    let over = limits.map { limit in open.filter { start.timeIntervalSince($0.reportedAt) > limit }.count }
    let pastDue = open.filter { $0.dueAt.map { start > $0 } ?? false }
    return [open.count, created.count, closed.count] + over + [pastDue.count]
  }
}
