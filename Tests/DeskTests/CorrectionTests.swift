import Desk
import Foundation
import Testing

/// What is written down late, and what turns out to have been otherwise.
@Suite struct CorrectionTests {
  private let supervisor = StaffMember(name: "赵敏", role: .supervisor)

  /// An urgent repair whose half hour is over, on a desk with a supervisor.
  private var late: Given {
    Given(.repair(urgent: true)).and(.joinStaff(supervisor), at: 0).passing(to: 31)
  }

  @Test func `a breach is rescinded by a supervisor, with a reason, at a time not after due`() throws {
    let rescind = TicketCommand.rescind(.onSite, reason: "门岗记录 09:25 到场")
    late.when(rescind, at: 25).refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    late.when(.rescind(.onSite, reason: " "), at: 25, by: "赵敏").refused(with: .reasonMissing)
    late.when(rescind, at: 30.5, by: "赵敏").refused(with: .keptTooLate(.first, due: minute(30)))
    late.when(.rescind(.vital, reason: "x"), at: 25, by: "赵敏").refused(with: .notBreached(.first, .vital))
    let kept = late.when(rescind, at: 25, by: "赵敏", writtenAt: 60)
      .then(.breachRescinded(.onSite, cycle: 1, reason: "门岗记录 09:25 到场", missed: minute(30)))
    #expect(try kept.state(.onSite, at: 70) == .met(at: minute(25)))
    kept.when(rescind, at: 25, by: "赵敏").refused(with: .notBreached(.first, .onSite))
  }

  @Test func `what was rescinded by mistake stands again, as it did and only once`() throws {
    let rescind = TicketCommand.rescind(.onSite, reason: "门岗记录")
    let back = TicketCommand.restoreBreach(.onSite, missed: minute(30))
    let kept = late.when(rescind, at: 25, by: "赵敏", writtenAt: 60).taken
    kept.when(back, at: 61).refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    late.when(back, at: 61, by: "赵敏").refused(with: .nothingToUndo(.first))
    let again = kept.when(back, at: 61, by: "赵敏")
      .then(.breachRestored(.onSite, cycle: 1, missed: minute(30)))
    #expect(try again.ticket().crossings == late.passing(to: 61).ticket().crossings)
    #expect(try again.state(.onSite, at: 70) == late.state(.onSite, at: 70))
    #expect(again.passing(to: 200).breaches(.onSite) == [30])
    again.when(back, at: 62, by: "赵敏").refused(with: .nothingToUndo(.first))
    #expect(try again.and(rescind, at: 25, by: "赵敏").state(.onSite, at: 70) == .met(at: minute(25)))
  }

  @Test func `a breach that no desk recorded yet is recorded, and rescinded`() throws {
    let unseen = Given(.repair(urgent: true)).and(.joinStaff(supervisor), at: 0)
    let rescind = TicketCommand.rescind(.onSite, reason: "门岗记录")
    let kept = unseen.when(rescind, at: 25, by: "赵敏", writtenAt: 60).taken
    #expect(kept.breaches(.onSite) == [30])
    #expect(try kept.state(.onSite, at: 70) == .met(at: minute(25)))
    unseen.when(rescind, at: 20, by: "赵敏", writtenAt: 29).refused(with: .notBreached(.first, .onSite))
  }

  @Test func `a rescinded breach stays on record, and its ladder ends`() throws {
    let kept = late.and(.rescind(.onSite, reason: "记录"), at: 30, by: "赵敏")
    let crossing = try #require(try kept.ticket().crossings.first { $0.left == nil })
    #expect(crossing.at == minute(30))
    #expect(crossing.rescindedAt == minute(30))
    #expect(kept.breaches(.onSite) == [30])
    #expect(kept.passing(to: 200).breaches(.onSite) == [30])
    let climbed = kept.passing(to: 200).record.filter {
      if case .ticket(_, .escalated(let escalation)) = $0.event { escalation.clock == .onSite } else { false }
    }
    #expect(climbed.count == 1)
  }

  @Test func `a rescinded breach comes once, also where a shorter promise runs since`() throws {
    let complaint = NewTicket(
      kind: .complaint, place: Place("3-2-1501"), category: "noise", subject: "噪音")
    let id = TicketID(.complaint, 1)
    let day = 24 * 60.0
    let late = Given(complaint).and(.joinStaff(supervisor), at: 0).and(.grade(.serious), on: id, at: 5)
      .passing(to: 9 * day)
    #expect(late.breaches(.complaintResolve, of: id).count == 1)
    let kept = late.and(.rescind(.complaintResolve, reason: "记录"), on: id, at: 2 * day, by: "赵敏")
    let graded = kept.and(.grade(.ordinary), on: id, at: 9 * day + 1)
    let later = graded.passing(to: 9 * day + 2).passing(to: 9 * day + 3)
    #expect(later.breaches(.complaintResolve, of: id).count == 1)
    #expect(later.desk.crossings(upTo: minute(9 * day + 4)).isEmpty)
  }

  @Test func `who calls after a rescinded breach is owed feedback of their own`() throws {
    let late = Given(.repair()).and(.joinStaff(supervisor), at: 0).passing(to: 300)
    let kept = late.and(.rescind(.feedback, reason: "已电话回复"), at: 100, by: "赵敏")
    #expect(try kept.state(.feedback, at: 310) == .met(at: minute(100)))
    let joined = kept.and(.join(contact: "h-2", text: "还在漏"), at: 320)
    #expect(try joined.clock(.feedback).isOpen)
    #expect(try joined.clock(.feedback).startedAt == minute(320))
    let broken = joined.passing(to: 561).passing(to: 600)
    #expect(broken.breaches(.feedback) == [240, 560])
    #expect(broken.desk.brokenInvariants().isEmpty)
    let both = broken.and(.rescind(.feedback, reason: "也回复了"), at: 400, by: "赵敏")
    #expect(
      try both.clock(.feedback).startedAt == minute(0)
        && both.state(.feedback, at: 610) == .met(at: minute(100)))
  }

  @Test func `an ended ticket's breach can be rescinded`() throws {
    let ended = late.and(.cancel(reason: "误"), at: 40)
    let kept = ended.and(.rescind(.onSite, reason: "记录"), at: 20, by: "赵敏")
    #expect(try kept.ticket().clocks(kept.desk.policy).first { $0.id == .onSite }?.isBreached == false)
    #expect(kept.desk.tickets.isEmpty)
  }

  @Test func `a promise was not kept before it was made`() throws {
    let raised = Given(.repair()).and(.joinStaff(supervisor), at: 0)
      .and(.setUrgency(.urgent, reason: ""), at: 60).passing(to: 91)
    let rescind = TicketCommand.rescind(.onSite, reason: "门岗记录")
    raised.when(rescind, at: 40, by: "赵敏", writtenAt: 95).refused(with: .beforeStart(.first, minute(60)))
    #expect(raised.and(rescind, at: 60, by: "赵敏").passing(to: 100).breaches(.onSite) == [90])
  }

  @Test func `who calls later does not stand in the way of what was kept for the first`() throws {
    let joined = Given(.repair()).and(.joinStaff(supervisor), at: 0)
      .and(.giveFeedback(text: "", reporter: nil), at: 300).and(.join(contact: "b", text: ""), at: 320)
    let kept = joined.when(.rescind(.feedback, reason: "已电话回复"), at: 100, by: "赵敏", writtenAt: 330).taken
    #expect(try kept.clock(.feedback).due == minute(560))
    #expect(kept.passing(to: 570).breaches(.feedback) == [240, 560])
  }

  @Test func `a late entry carries both times, and two hours ago is written by anybody`() throws {
    let given = Given(.repair(urgent: true)).and(.joinStaff(supervisor), at: 0)
    let entered = given.when(.arrive, at: 20, writtenAt: 140)
    #expect(entered.facts.last == Fact(.ticket(.first, .arrivedOnSite), at: minute(20)))
    #expect(try entered.taken.state(.onSite, at: 150) == .met(at: minute(20)))
  }

  @Test func `longer ago is for a supervisor to write down`() {
    let given = Given(.repair(urgent: true)).and(.joinStaff(supervisor), at: 0)
    given.when(.arrive, at: 20, writtenAt: 140.1)
      .refused(with: .tooLongAgo(minute(20), supervisors: ["赵敏"]))
    given.when(.arrive, at: 20, by: "赵敏", writtenAt: 5000).then(.arrivedOnSite)
    given.when(.report(.repair()), at: 0, writtenAt: 121)
      .refused(with: .tooLongAgo(minute(0), supervisors: ["赵敏"]))
    Given(.repair()).when(.arrive, at: 20, writtenAt: 141).refused(
      with: .tooLongAgo(minute(20), supervisors: []))
  }

  @Test func `an imported row is as old as its log says`() {
    let row = ImportedTicket(
      report: .repair(), source: LogNumber(log: "boston", number: "1"), reportedAt: minute(0))
    #expect(Given().when(.importTicket(row), at: 100_000).refusal == nil)
  }

  @Test func `only the reasons a policy lists may hold work`() {
    var policy = Policy.standard
    policy.terms.holds.removeAll { $0.reason == .ownerAway }
    policy.terms.holds[1].needsEvidence = true
    let given = Given(.repair(), policy: policy)
    given.when(.hold(.ownerAway, evidence: "", ownerTold: false), at: 1).refused(
      with: .holdNotListed(.ownerAway))
    given.when(.hold(.ownerTime, evidence: "", ownerTold: false), at: 1).refused(with: .reasonMissing)
    given.when(.hold(.ownerTime, evidence: "周六", ownerTold: false), at: 1)
      .then(.held(.ownerTime, evidence: "周六"))
  }
}
