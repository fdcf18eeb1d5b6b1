import Desk
import Foundation
import Testing

import struct Desk.Stream

/// A stop that is taken back leaves the clocks as if it had never been: what was due meanwhile comes once, each at its true instant.
@Suite struct UndoneStopTests {
  /// One stop of one ticket, and when it was taken back.
  struct Stop: Sendable, CustomTestStringConvertible {
    var what: String
    var report: NewTicket
    var before: [(TicketCommand, at: Double)] = []
    var stop: TicketCommand
    var at: Double
    var undone: Double

    var testDescription: String { what }
  }

  private static let taken: [(TicketCommand, at: Double)] = [
    (.assign(staff: "老王"), 1), (.accept, 2),
  ]
  private static let told = taken + [(.giveFeedback(text: "", reporter: nil), 3)]
  private static let tell = TicketCommand.giveFeedback(text: "", reporter: nil)
  private static let wait = TicketCommand.hold(.parts, evidence: "", ownerTold: true)

  private static let stops = [
    Stop(
      what: "an arrival in time", report: .repair(urgent: true), before: taken, stop: .arrive,
      at: 10,
      undone: 75),
    Stop(
      what: "a late arrival", report: .repair(urgent: true), before: taken, stop: .arrive, at: 35,
      undone: 75),
    Stop(
      what: "an arrival nobody had been sent for", report: .repair(urgent: true), stop: .arrive,
      at: 20,
      undone: 33),
    Stop(
      what: "a completion in time", report: .repair("lighting"), before: told,
      stop: .complete(text: ""), at: 470,
      undone: 600),
    Stop(
      what: "a late completion", report: .repair("lighting"), before: told,
      stop: .complete(text: ""), at: 485,
      undone: 600),
    Stop(
      what: "the completion of an urgent repair", report: .repair("lift", urgent: true),
      before: told,
      stop: .complete(text: ""), at: 20, undone: 90),
    Stop(
      what: "an answer in time", report: .repair(), before: taken, stop: tell, at: 200, undone: 400),
    Stop(what: "a late answer", report: .repair(), before: taken, stop: tell, at: 245, undone: 400),
    Stop(
      what: "a wait for parts", report: .repair("lift"), before: told, stop: wait, at: 10,
      undone: 100),
    Stop(
      what: "a cancellation", report: .repair(urgent: true), before: taken,
      stop: .cancel(reason: "误报"), at: 10,
      undone: 100),
    Stop(
      what: "an arrival at a complaint", report: .of(.complaint), before: taken, stop: .arrive,
      at: 50,
      undone: 130),
    Stop(
      what: "the completion of a complaint", report: .of(.complaint), before: told,
      stop: .complete(text: "已沟通"),
      at: 400, undone: 600),
  ]

  /// What time did to the tickets, but that nobody took one on: whoever has it again has that time from then.
  private func crossings(_ given: Given, of clock: ClockID? = nil) -> [String] {
    given.record.compactMap { fact -> String? in
      guard case .ticket(_, let event) = fact.event, fact.event.isCrossing else { return nil }
      switch event {
      case .escalated(let rung)
      where rung.cause == .unaccepted || clock != nil && rung.clock != clock: return nil
      case .warned(let id, _, _) where clock != nil && id != clock: return nil
      case .breached(let id, _, _) where clock != nil && id != clock: return nil
      default: return "\(fact.occurredAt.timeIntervalSince(opening) / 60) \(event)"
      }
    }
    .sorted()
  }

  /// After the last step of one of them, the work as it was before it.
  private func undone(_ given: Given, to before: Given, at minutes: Double) throws -> Given {
    let id = try #require(before.archive.keys.first)
    let work = try before.ticket(id).work
    return given.and(
      .undo(undoes: UUID(), restores: work), on: id, at: minutes, seen: try given.ticket(id).version)
  }

  @Test(arguments: stops) func `it is as if it had never been`(stop: Stop) throws {
    var before = Given(stop.report)
    let id = try #require(before.archive.keys.first)
    for (command, at) in stop.before { before = before.and(command, on: id, at: at) }
    let stopped = before.and(stop.stop, on: id, at: stop.at).passing(to: stop.undone)
    let taken = try undone(stopped, to: before, at: stop.undone)
    let (after, never) = (taken.passing(to: 2000), before.passing(to: 2000))
    #expect(crossings(after) == crossings(never))
    #expect(crossings(after).count > crossings(stopped).count, "nothing was due meanwhile")
    #expect(Set(crossings(after)).count == crossings(after).count)
    #expect(after.desk.brokenInvariants() == [])
    let policy = after.desk.policy
    #expect(try after.ticket(id).clocks(policy) == never.ticket(id).clocks(policy))
  }

  @Test func `a caller whose answer is taken back is late by their own time, whoever was late meanwhile`()
    throws
  {
    let before = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 100)
    let told = before.and(.giveFeedback(text: "", reporter: 0), at: 200).passing(to: 345)
    #expect(told.breaches(.feedback) == [340])
    let after = try undone(told, to: before, at: 360).passing(to: 2000)
    #expect(after.breaches(.feedback) == [340, 240])
    // A warning of the first is not made up for once the second's was given: the breach comes with it.
    let never = crossings(before.passing(to: 2000)).filter { !$0.contains("warned") }
    #expect(Set(crossings(after)).isSuperset(of: never))
    #expect(Set(crossings(after)).count == crossings(after).count)
    #expect(after.desk.brokenInvariants() == [])
  }

  /// Somebody came, or was said to have; the answer was late, and somebody took notice of that.
  private func heardOfAnswer(_ before: Given, came minutes: Double) -> Given {
    before.and(.arrive, at: minutes).passing(to: 245).and(.acknowledge, at: 250)
  }

  private var urgent: Given {
    Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 1).and(.accept, at: 2)
  }

  @Test(arguments: [28.0, 35, 75])
  func `notice of one clock hides nothing that was due on another before it`(
    came: Double
  ) throws {
    let after = try undone(heardOfAnswer(urgent, came: came), to: urgent, at: 260).passing(to: 400)
    let never = urgent.passing(to: 245).and(.acknowledge, at: 250).passing(to: 400)
    #expect(crossings(after, of: .onSite) == crossings(never, of: .onSite))
    #expect(crossings(after, of: .onSite).count == 8, "two warnings, the breach and five rungs")
  }

  @Test func `nobody took notice of what was not on record yet`() throws {
    let after = try undone(heardOfAnswer(urgent, came: 28), to: urgent, at: 260).passing(to: 261)
    #expect(try after.ticket().isUnheard(.standard))
    #expect(try after.ticket().openEscalation(.standard)?.clock == .onSite)
    #expect(try !after.and(.acknowledge, at: 262).ticket().isUnheard(.standard))
  }

  @Test func `what was taken notice of before the stop stays so after it`() throws {
    let heard = urgent.passing(to: 32).and(.acknowledge, at: 33)
    let after = try undone(heard.and(.arrive, at: 35).passing(to: 100), to: heard, at: 110).passing(
      to: 230)
    #expect(crossings(after, of: .onSite) == crossings(heard, of: .onSite))
    #expect(try !after.ticket().isUnheard(.standard))
  }
}
