import Desk
import Foundation
import Testing

/// Whose promise a breach broke, where several are owed the same.
@Suite struct BreachTests {
  private let supervisor = StaffMember(name: "赵敏", role: .supervisor)

  /// Told five minutes late; the next calls an hour after that was due.
  private var calledAgain: Given {
    Given(.repair(contact: "a")).and(.joinStaff(supervisor), at: 0)
      .and(.giveFeedback(text: "", reporter: nil), at: 245).and(.join(contact: "b", text: ""), at: 300)
  }

  private func missed(_ given: Given, _ clock: ClockID) throws -> [Date] {
    try given.ticket().clocks(given.desk.policy).filter { $0.id == clock && $0.isBreached }.map(\.due)
  }

  @Test func `who asks after a breach has the whole time from then, and a breach of their own`() throws {
    #expect(try calledAgain.ticket().clocks(.standard).contains { $0.due == minute(540) && $0.isOpen })
    #expect(try missed(calledAgain, .feedback) == [minute(240)])
    #expect(try !calledAgain.ticket().isUnheard(.standard))
    let late = calledAgain.passing(to: 541)
    #expect(late.breaches(.feedback) == [240, 540])
    #expect(try missed(late, .feedback).sorted() == [minute(240), minute(540)])
    let told = late.and(.giveFeedback(text: "", reporter: nil), at: 542)
    #expect(try missed(told, .feedback).sorted() == [minute(240), minute(540)], "missed stays missed")
    #expect(told.passing(to: 2000).breaches(.feedback) == [240, 540])
    #expect(told.desk.brokenInvariants() == [])
  }

  @Test func `who waits behind another is late by their own time, also when both are told at once`() throws {
    let given = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 10)
    let told = given.and(.giveFeedback(text: "", reporter: nil), at: 300)
    #expect(told.breaches(.feedback) == [240, 250])
    #expect(try missed(told, .feedback).sorted() == [minute(240), minute(250)])
    #expect(told.passing(to: 2000).breaches(.feedback) == [240, 250])
    let late = given.passing(to: 241)
    #expect(late.breaches(.feedback) == [240] && late.desk.nextCrossing == minute(250))
    let both = late.passing(to: 251)
    #expect(both.breaches(.feedback) == [240, 250])
    let clocks = try both.clocksOf(.feedback)
    #expect(clocks.filter(\.isOpen).map(\.due) == [minute(240)], "the first stands for both")
    #expect(clocks.allSatisfy { if case .late = $0.state(at: minute(260)) { true } else { false } })
    #expect(both.desk.brokenInvariants() == [])
  }

  @Test func `of two who asked at once, and of two due at one instant, one is missed`() throws {
    let same = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 0)
    #expect(same.passing(to: 300).breaches(.feedback) == [240])
    var policy = Policy.standard
    policy.clocks[0].target = .workingDays(1)
    policy.clocks[0].calendar = policy.clocks.first { $0.calendar != .always }?.calendar ?? .always
    let days = Given(.repair(contact: "a"), policy: policy).and(.join(contact: "b", text: ""), at: 10)
      .passing(to: 30 * 24 * 60)
    #expect(days.breaches(.feedback).count == 1 && days.desk.brokenInvariants() == [])
  }

  @Test func `who was told in time behind another is not late`() throws {
    let given = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 10)
      .and(.giveFeedback(text: "", reporter: 1), at: 20).passing(to: 300)
    #expect(given.breaches(.feedback) == [240])
  }

  @Test func `one who called before the first was missed is not late with them`() throws {
    let given = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 100)
      .and(.giveFeedback(text: "", reporter: 0), at: 245)
    #expect(try given.ticket().governingClock(.standard)?.due == minute(340))
    #expect(given.passing(to: 341).breaches(.feedback) == [240, 340])
  }

  @Test func `what is raised anew has its half hour, and can be missed once more`() throws {
    let raised = Given(.repair(urgent: true)).passing(to: 31).and(.acknowledge, at: 36)
      .and(.setUrgency(.ordinary, reason: "已关阀"), at: 40).and(.setUrgency(.urgent, reason: ""), at: 60)
    #expect(try raised.ticket().clocks(.standard).contains { $0.due == minute(90) && $0.isOpen })
    #expect(try missed(raised, .onSite) == [minute(30)])
    #expect(raised.passing(to: 91).breaches(.onSite) == [30, 90])
    let came = raised.and(.arrive, at: 70).passing(to: 100)
    #expect(try came.clocksOf(.onSite).map { $0.state(at: minute(100)) }.contains(.met(at: minute(70))))
  }

  @Test func `a breach that was taken back answers no caller whose time was not over`() throws {
    let joined = Given(.repair(contact: "a")).and(.joinStaff(supervisor), at: 0)
      .and(.join(contact: "b", text: ""), at: 120)
    let kept = joined.when(.rescind(.feedback, reason: "已电话回复"), at: 230, by: "赵敏", writtenAt: 250).taken
    #expect(try kept.ticket().governingClock(.standard)?.due == minute(360))
    #expect(kept.passing(to: 400).breaches(.feedback) == [240, 360])
  }

  @Test func `of two breaches the one is taken back that is named, and no other`() throws {
    let late = Given(.repair(contact: "a")).and(.joinStaff(supervisor), at: 0)
      .and(.join(contact: "b", text: ""), at: 100).passing(to: 400)
    #expect(try missed(late, .feedback) == [minute(240), minute(340)])
    func rescind(_ missed: Double) -> TicketCommand {
      .rescind(.feedback, reason: "记录", missed: minute(missed))
    }
    let second = late.when(rescind(340), at: 230, by: "赵敏", writtenAt: 410).taken
    #expect(try missed(second, .feedback) == [minute(240)])
    let first = late.when(rescind(240), at: 230, by: "赵敏", writtenAt: 410).taken
    #expect(try missed(first, .feedback) == [minute(340)])
    late.when(rescind(240), at: 300, by: "赵敏", writtenAt: 410)
      .refused(with: .keptTooLate(.first, due: minute(240)))
    late.when(rescind(300), at: 230, by: "赵敏", writtenAt: 410)
      .refused(with: .notBreached(.first, .feedback))
    let both = second.when(rescind(240), at: 200, by: "赵敏", writtenAt: 411).taken
    let again = both.and(.restoreBreach(.feedback, missed: minute(340)), at: 412, by: "赵敏")
    #expect(try missed(again, .feedback) == [minute(340)])
  }

  @Test func `of two breaches the one is taken back that may have been kept then`() throws {
    let late = calledAgain.passing(to: 541)
    let kept = late.when(.rescind(.feedback, reason: "记录"), at: 230, by: "赵敏", writtenAt: 550).taken
    #expect(try missed(kept, .feedback) == [minute(540)])
    late.when(.rescind(.feedback, reason: "记录"), at: 280, by: "赵敏", writtenAt: 550)
      .refused(with: .beforeStart(.first, minute(300)))
    let both = kept.and(.rescind(.feedback, reason: "记录"), at: 500, by: "赵敏")
    #expect(try missed(both, .feedback) == [])
    both.when(.rescind(.feedback, reason: "记录"), at: 500, by: "赵敏")
      .refused(with: .notBreached(.first, .feedback))
  }

  @Test func `a breach that was taken back answers nobody whose ticket is merged in later`() throws {
    let given = Given(.repair(contact: "a")).and(.report(.repair(contact: "b")), at: 60)
      .and(.joinStaff(supervisor), at: 0).passing(to: 305)
      .when(.rescind(.feedback, reason: "已电话回复"), on: .second, at: 100, by: "赵敏", writtenAt: 305).taken
      .and(.merge(into: .second), at: 310)
    #expect(try given.ticket(.second).governingClock(.standard)?.due == minute(240))
    #expect(given.passing(to: 400).breaches(.feedback, of: .second) == [300, 240])
  }

  @Test func `who was told in time is not late because another was not`() throws {
    let given = Given(.repair(contact: "a")).and(.giveFeedback(text: "", reporter: nil), at: 10)
      .and(.join(contact: "b", text: ""), at: 60).passing(to: 315).and(.split(reporter: 1), at: 316)
    #expect(try given.clock(.feedback).state(at: minute(320)) == .met(at: minute(10)))
  }

  @Test func `a breach that was taken back stays so where the ticket is merged`() throws {
    let given = Given(.repair(contact: "a")).and(.report(.repair(contact: "b")), at: 250)
      .and(.joinStaff(supervisor), at: 0)
      .when(.rescind(.feedback, reason: "已电话回复"), at: 100, by: "赵敏", writtenAt: 255).taken
      .and(.merge(into: .second), at: 260)
    #expect(given.passing(to: 400).breaches(.feedback, of: .second) == [])
  }

  @Test func `how late somebody was told stays known when another calls`() throws {
    let told = try calledAgain.ticket().clocks(.standard).first { $0.id == .feedback && $0.isBreached }
    #expect(told?.stoppedAt == minute(245))
  }

  @Test func `a half hour that was missed is not that of another ticket that was merged and came back`()
    throws
  {
    let given = Given(.repair(urgent: true, contact: "a"), .repair(contact: "b"))
      .and(.setUrgency(.urgent, reason: ""), on: .second, at: 20).and(.merge(into: .second), at: 25)
      .passing(to: 31).and(.split(reporter: nil), at: 35).and(.arrive, on: .second, at: 45)
    let clocks = try given.ticket(.second).clocks(.standard).filter { $0.id == .onSite }
    #expect(clocks.contains { $0.due == minute(50) && $0.state(at: minute(46)) == .met(at: minute(45)) })
  }

  @Test func `an answered breach is not open again because the next is missed`() throws {
    let late = calledAgain.passing(to: 545)
    late.when(.acknowledge, at: 257, by: "赵敏", writtenAt: 546).refused(
      with: .beforeStart(.first, minute(540)))
  }

  @Test func `notice is taken of what was missed by then, whatever was missed since`() throws {
    let late = Given(.repair(urgent: true)).and(.joinStaff(supervisor), at: 0).passing(to: 300)
    let heard = late.when(.acknowledge, at: 90, by: "赵敏", writtenAt: 300).then(.acknowledged)
    #expect(try heard.ticket().openEscalation(.standard)?.clock == .feedback)
    late.when(.acknowledge, at: 20, by: "赵敏", writtenAt: 300)
      .refused(with: .beforeStart(.first, minute(30)))
  }
}

extension Given {
  fileprivate func clocksOf(_ clock: ClockID) throws -> [Clock] {
    try ticket().clocks(desk.policy).filter { $0.id == clock }
  }
}
