import Desk
import Foundation
import Testing

/// From the work's end to the closing: signature, check, follow-up.
@Suite struct EndingTests {
  private let done = Given(.repair(contact: "a")).and(.assign(staff: "老王"), at: 1)
    .and(.giveFeedback(text: "", reporter: nil), at: 2).and(.complete(text: ""), at: 10)
  private var signed: Given { done.and(.paper(.sign), at: 11) }
  private var checked: Given { signed.and(.paper(.passCheck(by: nil)), at: 12) }

  @Test func `a repair closes only after signature, check and follow-up`() throws {
    done.when(.close(text: ""), at: 20).refused(with: .life(.first, .notSigned))
    signed.when(.close(text: ""), at: 20).refused(with: .life(.first, .notChecked))
    checked.when(.close(text: ""), at: 20).refused(with: .life(.first, .followUpOwed(attempts: 0, of: 3)))
    let rated = checked.and(.paper(.followUp(rating: 4, text: "")), at: 13)
    rated.when(.close(text: ""), at: 20).then(.closed(text: ""))
    #expect(try rated.ticket().nextStep(Policy.standard.limits) == .close)
  }

  @Test func `whoever is responsible signs, and neither they nor who signed may check`() {
    done.when(.paper(.sign), at: 11, by: "小李").then(.paper(.signed(by: "老王")))
    signed.when(.paper(.passCheck(by: "老王")), at: 12)
      .refused(with: .life(.first, .secondPersonNeeded("老王")))
    signed.when(.paper(.passCheck(by: nil)), at: 12, by: "老王")
      .refused(with: .life(.first, .secondPersonNeeded("老王")))
    for given in [done, signed] {
      given.when(.assign(staff: "小周"), at: 12).refused(with: .alreadyCompleted(.first))
    }
    Given(.repair()).and(.complete(text: ""), at: 1).when(.paper(.sign), at: 2)
      .refused(with: .notAssigned(.first))
  }

  @Test func `who finished an urgent repair was there: where nobody said so it is said with it`() throws {
    let urgent = Given(.repair(urgent: true)).and(.assign(staff: "老王"), at: 1)
    let done = urgent.when(.complete(text: ""), at: 20).then(.arrivedOnSite, .completed(text: ""))
    #expect(try done.ticket().work.arrivedAt == minute(20) && done.ticket().stage == .completed)
    #expect(try done.clock(.onSite).stoppedAt == minute(20))
    urgent.and(.arrive, at: 10).when(.complete(text: ""), at: 20).then(.completed(text: ""))
    Given(.repair()).when(.complete(text: ""), at: 20).then(.completed(text: ""))
  }

  @Test(arguments: [
    (PaperCommand.sign, Refusal.life(.first, .alreadySigned)),
    (.passCheck(by: nil), .life(.first, .alreadyChecked)),
    (.failCheck(by: nil, reason: "漏"), .life(.first, .alreadyChecked)),
    (.followUp(rating: 0, text: ""), .life(.first, .ratingOutOfRange(0))),
    (.followUp(rating: 6, text: ""), .life(.first, .ratingOutOfRange(6))),
  ]) func `no step is taken twice, and a rating is 1 to 5`(command: PaperCommand, refusal: Refusal) {
    checked.when(.paper(command), at: 20).refused(with: refusal)
  }

  @Test func `steps come in their order and not before the one they follow`() {
    let open = Given(.repair(contact: "a"))
    for command in [
      PaperCommand.sign, .passCheck(by: nil), .followUp(rating: 5, text: ""), .reachNobody(text: ""),
    ] {
      open.when(.paper(command), at: 5).refused(with: .notCompleted(.first))
    }
    done.when(.paper(.passCheck(by: nil)), at: 11).refused(with: .life(.first, .notSigned))
    signed.when(.paper(.followUp(rating: 5, text: "")), at: 12).refused(with: .life(.first, .notChecked))
    checked.when(.paper(.followUp(rating: 5, text: "")), at: 11, writtenAt: 41).refused(
      with: .beforeStart(.first, minute(12)))
  }

  @Test func `a failed check goes back to work, and the clock that waited for the end runs again`() throws {
    let given = Given(.repair("lighting")).and(.assign(staff: "老王"), at: 1).and(.complete(text: ""), at: 100)
      .and(.paper(.sign), at: 101).and(.paper(.failCheck(by: nil, reason: "仍不亮")), at: 102)
    #expect(try given.ticket().stage == .working)
    #expect(try given.ticket().work.papers.failedChecks == 1)
    #expect(try given.clock(.lighting).stoppedAt == nil)
    #expect(given.passing(to: 600).breaches(.lighting) == [480])
    given.when(.complete(text: ""), at: 101, writtenAt: 131).refused(with: .beforeStart(.first, minute(102)))
    given.and(.complete(text: ""), at: 110).when(.paper(.passCheck(by: nil)), at: 111)
      .refused(with: .life(.first, .notSigned))
  }

  @Test func `three attempts that reach nobody are enough`() {
    let two = checked.and(.paper(.reachNobody(text: "")), at: 20).and(.paper(.reachNobody(text: "")), at: 30)
    two.when(.close(text: ""), at: 31).refused(with: .life(.first, .followUpOwed(attempts: 2, of: 3)))
    two.and(.paper(.reachNobody(text: "")), at: 40).when(.close(text: ""), at: 41).then(.closed(text: ""))
  }

  @Test func `a low rating opens the ticket again`() throws {
    let given = checked.when(.paper(.followUp(rating: 2, text: "还漏")), at: 20)
      .then(.paper(.followedUp(rating: 2, text: "还漏")), .reopened(reason: "还漏"))
    #expect(try given.ticket().work.cycle == 2)
    #expect(try given.ticket().work.papers.signedBy == nil)
    checked.when(.paper(.followUp(rating: 3, text: "")), at: 20).then(
      .paper(.followedUp(rating: 3, text: "")))
  }

  @Test func `a repair without a reporter to ring owes no follow-up, other kinds neither sign nor check`() {
    Given(.repair()).and(.giveFeedback(text: "", reporter: nil), at: 1).and(.complete(text: ""), at: 2)
      .vouched(by: "老王", at: 3).when(.close(text: ""), at: 4).then(.closed(text: ""))
    let enquiry = TicketID(.enquiry, 1)
    let asked = Given(.of(.enquiry)).and(.giveFeedback(text: "", reporter: nil), on: enquiry, at: 1)
      .and(.complete(text: ""), on: enquiry, at: 2)
    asked.when(.close(text: ""), on: enquiry, at: 3).then(.closed(text: ""), of: enquiry)
    asked.when(.paper(.sign), on: enquiry, at: 3).refused(with: .life(enquiry, .noSuchStep(.sign)))
  }

  @Test func `each step is taken back by itself`() throws {
    let steps: [(Given, PaperCommand)] = [
      (done, .sign), (signed, .passCheck(by: nil)), (signed, .failCheck(by: nil, reason: "漏")),
      (checked, .followUp(rating: 5, text: "")), (checked, .followUp(rating: 1, text: "")),
      (checked, .reachNobody(text: "")),
    ]
    for (before, command) in steps {
      let after = before.and(.paper(command), at: 20)
      let undone = after.and(
        .undo(undoes: UUID(), restores: try before.ticket().work), at: 21, seen: try after.ticket().version)
      #expect(try undone.ticket().work == before.ticket().work, "\(command)")
    }
  }
}

@Suite struct ComplaintLifeTests {
  private let complaint = Given(.of(.complaint))

  @Test func `whoever takes a complaint down answers for it until it is handed off`() throws {
    #expect(try complaint.ticket(.complaint).work.papers.inCharge == "小李")
    let handed = complaint.when(.paper(.handOff(to: " 赵敏 ")), on: .complaint, at: 1)
      .then([
        .staffJoined(StaffMember(name: "赵敏")), .ticket(.complaint, .paper(.handedOff(to: "赵敏"))),
      ])
    #expect(try handed.ticket(.complaint).work.papers.inCharge == "赵敏")
    handed.when(.paper(.handOff(to: "赵敏")), on: .complaint, at: 2)
      .refused(with: .life(.complaint, .alreadyInCharge("赵敏")))
    handed.when(.leaveStaff(name: "赵敏"), at: 2).refused(with: .staffHasWork("赵敏", tickets: 1))
    Given(.repair()).when(.paper(.handOff(to: "赵敏")), at: 1).refused(with: .notAComplaint(.first))
  }

  @Test func `a grade keeps who gave it`() throws {
    let given = complaint.when(.grade(.serious), on: .complaint, at: 1, by: "赵敏")
      .then(.graded(.serious, by: "赵敏"), of: .complaint)
    #expect(try given.ticket(.complaint).work.papers.gradedBy == "赵敏")
  }

  @Test func `a complaint ends with an explanation and a follow-up`() {
    let told = complaint.and(.giveFeedback(text: "已约谈", reporter: nil), on: .complaint, at: 1)
    told.when(.complete(text: " "), on: .complaint, at: 2).refused(
      with: .life(.complaint, .explanationMissing))
    let done = told.and(.complete(text: "已停工并致歉"), on: .complaint, at: 2)
    done.when(.close(text: ""), on: .complaint, at: 3)
      .refused(with: .life(.complaint, .followUpOwed(attempts: 0, of: 3)))
    done.and(.paper(.nameCause(text: "施工监管")), on: .complaint, at: 3)
      .and(.paper(.followUp(rating: 4, text: "")), on: .complaint, at: 4)
      .when(.close(text: ""), on: .complaint, at: 5).then(.closed(text: ""), of: .complaint)
  }

  @Test func `why it came to this is written down of a closed complaint too, and ends and opens nothing`()
    throws
  {
    let closed = complaint.and(.giveFeedback(text: "已约谈", reporter: nil), on: .complaint, at: 1)
      .and(.complete(text: "已停工并致歉"), on: .complaint, at: 2)
      .and(.paper(.followUp(rating: 4, text: "")), on: .complaint, at: 3)
      .and(.close(text: ""), on: .complaint, at: 4)
    let named = closed.when(.paper(.nameCause(text: "施工监管")), on: .complaint, at: 9000)
      .then(.paper(.causeNamed(text: "施工监管")), of: .complaint)
    let ticket = try named.ticket(.complaint)
    #expect(ticket.stage == .closed && ticket.work.closedAt == minute(4))
    #expect(ticket.work.papers.cause == "施工监管")
    #expect(named.desk.tickets.isEmpty && named.desk.nextCrossing == closed.desk.nextCrossing)
    closed.when(.paper(.nameCause(text: " ")), on: .complaint, at: 9000).refused(with: .textMissing)
    closed.when(.paper(.handOff(to: "赵敏")), on: .complaint, at: 9000)
      .refused(with: .ticketEnded(.complaint, .closed))
    complaint.and(.cancel(reason: "误报"), on: .complaint, at: 1)
      .when(.paper(.nameCause(text: "误报")), on: .complaint, at: 2)
      .refused(with: .ticketEnded(.complaint, .cancelled))
  }

  @Test func `reopened by a low rating, the same person stays in charge`() throws {
    let given = complaint.and(.paper(.handOff(to: "赵敏")), on: .complaint, at: 1)
      .and(.complete(text: "已解释"), on: .complaint, at: 2)
      .and(.paper(.followUp(rating: 1, text: "没有解决")), on: .complaint, at: 3)
    #expect(try given.ticket(.complaint).work.papers.inCharge == "赵敏")
    #expect(try given.clock(.complaintOnSite, of: .complaint).startedAt == minute(3))
  }

  @Test func `what a log closed has nobody in charge, what it left open has whoever took it in`() throws {
    func row(_ closed: Date?) -> Command {
      .importTicket(
        ImportedTicket(
          report: .of(.complaint), source: LogNumber(log: "b", number: closed == nil ? "1" : "2"),
          reportedAt: minute(0), closedAt: closed))
    }
    let given = Given().and(row(nil), at: 5).and(row(minute(3)), at: 6)
    #expect(try given.ticket(.complaint).work.papers.inCharge == "小李")
    #expect(try given.ticket(TicketID(.complaint, 2)).stage == .closed)
  }

  @Test func `a complaint that is reopened has somebody in charge who is there`() throws {
    let row = ImportedTicket(
      report: .of(.complaint), source: LogNumber(log: "b", number: "1"), reportedAt: minute(0),
      closedAt: minute(3))
    let reopened = Given().and(.importTicket(row), at: 5)
      .when(.reopen(reason: "又吵"), on: .complaint, at: 10, by: "赵敏")
      .then(.reopened(reason: "又吵"), .paper(.handedOff(to: "赵敏")), of: .complaint)
    #expect(reopened.desk.brokenInvariants() == [])
    let ended = complaint.and(.paper(.handOff(to: "老王")), on: .complaint, at: 1)
      .and(.cancel(reason: "误报"), on: .complaint, at: 2)
    ended.when(.reopen(reason: "又吵"), on: .complaint, at: 10)
      .then(.reopened(reason: "又吵"), of: .complaint)
    ended.and(.leaveStaff(name: "老王"), at: 5).when(.reopen(reason: "又吵"), on: .complaint, at: 10)
      .then(.reopened(reason: "又吵"), .paper(.handedOff(to: "小李")), of: .complaint)
  }
}

@Suite struct AgreementTests {
  @Test func `work on a quoted repair waits for the owner's yes`() throws {
    let quoted = Given(.repair(contact: "a"))
      .when(.paper(.quote(amount: 3050, what: " 换龙头 ")), at: 1)
      .then(.paper(.chargeQuoted(amount: 3050, what: "换龙头")))
    quoted.when(.startWork, at: 2).refused(with: .life(.first, .chargeOpen(3050)))
    quoted.when(.complete(text: ""), at: 2).refused(with: .life(.first, .chargeOpen(3050)))
    quoted.and(.paper(.acceptCharge), at: 2).when(.startWork, at: 3).then(.workStarted)
    let declined = quoted.and(.paper(.declineCharge(reason: "太贵")), at: 2)
    declined.when(.complete(text: "未修"), at: 3).then(.completed(text: "未修"))
    declined.when(.paper(.acceptCharge), at: 3).refused(with: .life(.first, .nothingQuoted))
  }

  @Test(arguments: [
    (PaperCommand.quote(amount: 0, what: "换龙头"), Refusal.life(.first, .amountMissing)),
    (.quote(amount: 100, what: " "), .textMissing), (.acceptCharge, .life(.first, .nothingQuoted)),
    (.declineCharge(reason: ""), .life(.first, .nothingQuoted)),
    (.orderPart(what: "", expected: nil), .textMissing),
    (.promise(at: minute(1), text: ""), .life(.first, .promisePassed(minute(1)))),
    (.nameCause(text: ""), .textMissing),
  ]) func `an agreement says what it is about`(command: PaperCommand, refusal: Refusal) {
    Given(.repair()).when(.paper(command), at: 1).refused(with: refusal)
  }

  @Test func `an enquiry costs nothing`() {
    let enquiry = TicketID(.enquiry, 1)
    Given(.of(.enquiry)).when(.paper(.quote(amount: 100, what: "复印")), on: enquiry, at: 1)
      .refused(with: .life(enquiry, .neverCharged))
  }

  @Test(arguments: [TicketCommand.arrive, .startWork, .complete(text: "")])
  func `a promise stands until somebody comes or the work is done`(command: TicketCommand) throws {
    let promised = Given(.repair()).and(.paper(.promise(at: minute(60), text: "上门")), at: 1)
    #expect(
      try promised.ticket().work.papers.promise == OwnerPromise(at: minute(60), text: "上门", madeAt: minute(1))
    )
    let told = promised.and(.giveFeedback(text: "", reporter: nil), at: 2).and(.assign(staff: "老王"), at: 3)
    #expect(try told.ticket().work.papers.promise != nil)
    #expect(try told.and(command, at: 50).ticket().work.papers.promise == nil)
  }

  @Test func `parts are listed until a new cycle`() throws {
    let given = Given(.repair()).and(.paper(.orderPart(what: "阀芯", expected: minute(600))), at: 1)
      .and(.paper(.orderPart(what: "垫圈", expected: nil)), at: 2)
    #expect(try given.ticket().work.papers.parts.map(\.what) == ["阀芯", "垫圈"])
    let again = given.and(.complete(text: ""), at: 3).and(.reopen(reason: "又漏"), at: 4)
    #expect(try again.ticket().work.papers.parts.isEmpty)
  }
}
