import Desk
import struct Desk.Stream
import Foundation
import Testing

@testable import Journal

@Suite struct PatrolStoreTests {
  private let store = Store()

  private func route(_ schedule: RoundSchedule?) -> Route {
    Route(id: "N", name: "夜巡", points: [Checkpoint(id: "1", name: "东门", within: 20)], schedule: schedule)
  }

  @Test func `figures count the rounds that were due while nobody recorded them, as they do afterwards`()
    throws
  {
    let clerk = try store.clerk()
    try clerk.record(submission(1, .publishRoute(route(RoundSchedule(.hours(2), from: 600)))))
    let end = after(minutes: 600)
    func figures() throws -> PatrolFigures? {
      let rounds = try clerk.journal.rounds(since: nil, asOf: end, clerk.desk)
      return PatrolFigures.byRoute(rounds, in: nine..<end, asOf: end)["N"]
    }
    let before = try figures()
    #expect(before?.planned == 5 && before?.unstarted == 5)
    try clerk.record(submission(2, .recordCrossings, at: end))
    #expect(try figures() == before)
  }

  @Test func `rounds of a schedule that was dropped leave the store's state, and are in no figure`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, .publishRoute(route(RoundSchedule(.hours(2), from: 600)))))
    try clerk.record(submission(2, .recordCrossings, at: after(minutes: 1)))
    #expect(clerk.desk.plannedRounds(on: "N").count == 12)
    let there = try store.clerk()
    // The first round begins at ten; those after it are owed no more.
    try clerk.record(submission(3, .publishRoute(route(nil)), at: after(minutes: 61)))
    #expect(clerk.desk.plannedRounds(on: "N").map(\.begins) == [after(minutes: 60)])
    let end = after(minutes: 2000)
    try clerk.record(submission(4, .recordCrossings, at: end))
    _ = try there.catchUp()
    #expect(there.desk == clerk.desk)
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.desk(asOf: after(minutes: 62)).plannedRounds(on: "N").count == 1)
    let rounds = try clerk.journal.rounds(since: nil, asOf: end, clerk.desk)
    #expect(PatrolFigures.byRoute(rounds, in: nine..<end, asOf: end)["N"]?.planned == 1)
    try clerk.journal.rebuild()
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.verify().findings == [])
  }
}
