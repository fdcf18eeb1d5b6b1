import Desk
import Foundation
import Testing

@testable import Journal

/// Ten thousand open tickets, and a clock that is turned by hand.
@Suite(.serialized) struct VirtualClockTests {
  private let store = Store()
  private static let count = 10_000

  /// Reports over an hour, every tenth of them urgent.
  private func fill(_ clerk: Clerk) throws {
    let reports = (0..<Self.count).map { n in
      let ticket = NewTicket(
        kind: .repair, place: Place("1-1-\(n)"), category: "doors", subject: "门",
        urgency: n % 10 == 0 ? .urgent : .ordinary)
      var submission = submission(n, .report(ticket), at: after(minutes: Double(n) * 60 / Double(Self.count)))
      submission.recordedAt = after(minutes: 60)
      return submission
    }
    _ = try clerk.submit(reports)
  }

  /// A desk that looks at its clock once a minute, and goes home.
  static func watch(_ folder: String, _ minutes: Range<Int>, seed: Int) throws {
    let clerk = try patiently {
      try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
    }
    for minute in minutes {
      let now = after(minutes: Double(minute) + Double(seed) / 7)
      _ = try patiently { try clerk.catchUp() }
      guard let next = clerk.desk.nextCrossing, next < now else { continue }
      let crossing = Submission(
        id: UUID(), .recordCrossings, occurredAt: now, recordedAt: now, actor: .system)
      _ = try patiently { try clerk.submit(crossing) }
    }
  }

  /// Tries again while others keep the store: on a crowded machine thousands of crossings at once take longer than one waits.
  private static func patiently<Value>(_ body: () throws -> Value) throws -> Value {
    for _ in 0..<200 {
      do { return try body() } catch JournalError.busy { continue }
    }
    return try body()
  }

  /// Three desks at once, each a process of its own.
  private func watch(_ minutes: Range<Int>) async {
    let folder = store.folder
    let (first, last) = (minutes.lowerBound, minutes.upperBound)
    await withTaskGroup(of: Void.self) { group in
      for seed in 1...3 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [folder = folder as String, first = first as Int, last = last as Int, seed = seed as Int] in
            try VirtualClockTests.watch(folder, first..<last, seed: seed)
          }
        }
      }
    }
  }

  @Test
  func `three desks record every crossing of ten thousand tickets once, at its instant, across a restart`()
    async throws
  {
    let clerk = try store.clerk()
    try fill(clerk)
    #expect(clerk.desk.tickets.count == Self.count)
    let end = after(minutes: 99 + 3.0 / 7)
    let expected = clerk.desk.crossings(upTo: end)
    #expect(expected.count > Self.count)
    await watch(60..<75)
    await watch(75..<100)
    let recorded = try clerk.journal.events(after: Self.count, limit: .max)
    #expect(recorded.allSatisfy { $0.event.isCrossing })
    func lines(_ facts: [(Event, Date)]) -> [String] {
      facts.map { "\($0.1.milliseconds) \($0.0.stream.rawValue) \(EventCodec.encode($0.0))" }.sorted()
    }
    #expect(
      lines(recorded.map { ($0.event, $0.occurredAt) }) == lines(expected.map { ($0.event, $0.occurredAt) }))
    #expect(try clerk.journal.verify().findings == [])
  }
}
