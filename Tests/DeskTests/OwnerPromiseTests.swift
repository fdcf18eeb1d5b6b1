import Desk
import Foundation
import Testing

@Suite struct OwnerPromiseTests {
  private let supervisor = StaffMember(name: "赵敏", role: .supervisor)
  private static let visit = PaperCommand.promise(at: minute(60), text: "上门")

  /// A repair whose owner was told, and was promised somebody in an hour.
  private var promised: Given {
    Given(.repair()).and(.joinStaff(supervisor), at: 0).and(.giveFeedback(text: "", reporter: nil), at: 0)
      .and(.assign(staff: "老王"), at: 0).and(.accept, at: 0).and(.paper(Self.visit), at: 1)
  }

  private func states(_ given: Given, at minutes: Double) throws -> [ClockState] {
    try given.ticket().promiseClocks.map { $0.state(at: minute(minutes)) }
  }

  @Test func `a promise that passes is on record once, at its instant, also when nobody looked`() throws {
    #expect(promised.desk.nextCrossing == minute(60))
    #expect(promised.passing(to: 60).breaches(.promise).isEmpty)
    let late = promised.passing(to: 300).passing(to: 400)
    #expect(late.breaches(.promise) == [60])
    #expect(try states(late, at: 61) == [.late(by: 60, ignored: false)])
    let breach = late.record.first { if case .ticket(_, .breached) = $0.event { true } else { false } }
    #expect(breach?.event == .ticket(.first, .breached(.promise, cycle: 1, since: minute(1))))
  }

  @Test func `it is passed up until somebody takes notice`() throws {
    let late = promised.passing(to: 65)
    #expect(try late.ticket().openEscalation(late.desk.policy)?.clock == .promise)
    #expect(try late.ticket().isUnheard(late.desk.policy))
    let heard = late.when(.acknowledge, at: 66).then(.acknowledged)
    #expect(try !heard.ticket().isUnheard(heard.desk.policy))
    let told = heard.passing(to: 200).record.filter {
      if case .ticket(_, .escalated(let rung)) = $0.event { rung.clock == .promise } else { false }
    }
    #expect(told.map(\.occurredAt) == [minute(60)])
  }

  @Test func `a new promise takes the place of one in time, and leaves one that was broken on record`() throws
  {
    let moved = promised.and(.paper(.promise(at: minute(90), text: "改期")), at: 60)
    #expect(try states(moved, at: 80) == [.soon(left: 600)])
    #expect(moved.passing(to: 80).breaches(.promise).isEmpty)
    let again = promised.and(.paper(.promise(at: minute(90), text: "再约")), at: 70)
      .and(.paper(.promise(at: minute(120), text: "又约")), at: 100)
    #expect(again.breaches(.promise) == [60, 90])
    #expect(try states(again, at: 110) == [.missed(by: 600), .missed(by: 600), .soon(left: 600)])
    #expect(try again.ticket().brokenPromises(at: minute(110)).map(\.text) == ["上门", "再约"])
    let came = again.and(.arrive, at: 115)
    #expect(try states(came, at: 500).last == .met(at: minute(115)))
    #expect(came.passing(to: 500).breaches(.promise) == [60, 90])
  }

  @Test(arguments: [TicketCommand.arrive, .startWork, .complete(text: "")])
  func `whoever comes in time keeps it, later leaves it missed`(command: TicketCommand) throws {
    let kept = promised.and(command, at: 60)
    #expect(kept.passing(to: 200).breaches(.promise).isEmpty)
    #expect(try states(kept, at: 200) == [.met(at: minute(60))])
    let late = promised.and(command, at: 70)
    #expect(late.breaches(.promise) == [60])
    #expect(try states(late, at: 200) == [.missed(by: 600)])
  }

  @Test func `taking it back takes it away, and leaves what was missed by then`() throws {
    let before = try promised.ticket()
    let given = Given(.repair()).and(.joinStaff(supervisor), at: 0)
    let work = try given.ticket().work
    func undone(at minutes: Double) throws -> Given {
      let made = given.and(.paper(Self.visit), at: 1)
      return made.passing(to: minutes).and(
        .undo(undoes: UUID(), restores: work), at: minutes, seen: before.version)
    }
    let early = try undone(at: 30).passing(to: 200)
    #expect(early.breaches(.promise).isEmpty)
    #expect(try states(early, at: 200).isEmpty)
    let late = try undone(at: 70).passing(to: 200)
    #expect(late.breaches(.promise) == [60])
    #expect(try states(late, at: 200) == [.unanswered])
    // Whoever came and had not been there after all is owed for from its instant.
    let came = promised.and(.arrive, at: 50)
    let gone = came.and(.undo(undoes: UUID(), restores: before.work), at: 80, seen: try came.ticket().version)
    #expect(gone.passing(to: 90).breaches(.promise) == [60])
  }

  @Test func `a supervisor may find that it was kept, never before it was made`() throws {
    let late = promised.passing(to: 80)
    late.when(.rescind(.promise, reason: "门岗"), at: 0.5, by: "赵敏", writtenAt: 80)
      .refused(with: .beforeStart(.first, minute(1)))
    let kept = late.when(.rescind(.promise, reason: "门岗"), at: 50, by: "赵敏", writtenAt: 80).taken
    #expect(try states(kept, at: 90) == [.met(at: minute(50))])
    #expect(try kept.ticket().standingPromise == nil)
    #expect(kept.passing(to: 300).breaches(.promise) == [60])
  }

  @Test func `a cancelled ticket owes no visit, and one that was missed by then stays missed`() throws {
    let gone = promised.and(.cancel(reason: "误"), at: 30)
    #expect(try states(gone, at: 200) == [.void])
    let held = promised.and(.hold(.ownerTime, evidence: "约", ownerTold: false), at: 20)
      .and(.cancel(reason: "误"), at: 30)
    #expect(try states(held, at: 200) == [.void])
    let late = promised.and(.cancel(reason: "误"), at: 70)
    #expect(late.breaches(.promise) == [60])
    #expect(try states(late, at: 200) == [.unanswered])
  }

  @Test func `it governs no row, and no policy gives it a time`() throws {
    let late = promised.passing(to: 80)
    let policy = late.desk.policy
    #expect(try late.ticket().clocks(policy).allSatisfy { $0.id != .promise })
    #expect(try late.ticket().governingClock(policy)?.isOpen != true)
    let text = policy.json5.replacingOccurrences(of: #"clock: "feedback""#, with: #"clock: "promise""#)
    #expect(text != policy.json5)
    #expect(throws: SettingsError.self) { try Policy(json5: text, file: "policy.json5") }
  }
}
