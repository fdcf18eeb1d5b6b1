import Desk
import Foundation
import Testing

@Suite struct SplitTests {
  private let merged = Given(.repair(contact: "a")).and(.report(.repair(contact: "b")), at: 30)
    .and(.merge(into: .second), at: 60)

  @Test func `a merged ticket comes back with its own start and reporter, and the other starts where it did`()
    throws
  {
    let given = merged.when(.split(reporter: nil), at: 70).then([
      .ticket(.first, .unmerged(from: .second, reporters: [Reporter(contact: "a", joinedAt: minute(0))])),
      .ticket(.second, .released(.first, reporters: [1])),
    ])
    #expect(given.desk.tickets.count == 2)
    #expect(try given.clock(.feedback, of: .first).due == minute(240))
    #expect(try given.clock(.feedback, of: .second).due == minute(270))
    #expect(try given.ticket(.second).work.reporters.map(\.contact) == ["b"])
    #expect(given.desk.brokenInvariants() == [])
  }

  @Test func `one who was told while merged stays told`() throws {
    let given = merged.and(.giveFeedback(text: "", reporter: 1), on: .second, at: 65)
      .and(.split(reporter: nil), at: 70)
    #expect(
      try given.ticket(.first).work.reporters == [
        Reporter(contact: "a", joinedAt: minute(0), toldAt: minute(65))
      ])
  }

  @Test func `after the other has ended it comes back alone`() throws {
    let given = merged.and(.cancel(reason: "不用了"), on: .second, at: 65)
    given.when(.split(reporter: nil), at: 70).then(
      .unmerged(from: .second, reporters: [Reporter(contact: "a", joinedAt: minute(0))]))
    merged.when(.split(reporter: nil), at: 59, writtenAt: 89).refused(with: .beforeStart(.first, minute(60)))
  }

  @Test func `one who was told stays told when the other has ended, or was itself merged`() throws {
    let told = merged.and(.giveFeedback(text: "", reporter: nil), on: .second, at: 65)
    let own = [Reporter(contact: "a", joinedAt: minute(0), toldAt: minute(65))]
    let ended = told.and(.cancel(reason: "不用了"), on: .second, at: 66).and(.split(reporter: nil), at: 300)
    #expect(try ended.ticket(.first).work.reporters == own)
    #expect(ended.breaches(.feedback) == [])
    let third = TicketID(.repair, 3)
    let chained = told.and(.report(.repair(contact: "c")), at: 67).and(
      .merge(into: third), on: .second, at: 68)
    chained.when(.split(reporter: nil), at: 300)
      .refused(with: .mergedFurther(.first, via: .second, into: third))
    let between = chained.and(.split(reporter: nil), on: .second, at: 200)
    #expect(try between.ticket(third).work.reporters.map(\.contact) == ["c"])
    let back = between.when(.split(reporter: nil), at: 300).then([
      .ticket(.first, .unmerged(from: .second, reporters: own)),
      .ticket(.second, .released(.first, reporters: [1])),
    ])
    #expect(try back.ticket(.second).work.reporters.map(\.contact) == ["b"])
    #expect(back.desk.brokenInvariants() == [])
  }

  @Test func `a reporter leaves into a ticket of their own from when they reported it`() throws {
    let joined = Given(.repair(contact: "a")).and(.join(contact: "b", text: "我家也漏"), at: 20)
      .and(.giveFeedback(text: "", reporter: 1), at: 25)
    let when = joined.when(.split(reporter: 1), at: 50)
    let given = when.taken
    let own = try given.ticket(.second)
    #expect(own.reportedAt == minute(20))
    #expect(own.work.reporters == [Reporter(contact: "b", joinedAt: minute(20), toldAt: minute(25))])
    #expect(own.place == Place("3-2-1501"))
    #expect(try given.ticket(.first).work.reporters.map(\.contact) == ["a"])
    given.when(.split(reporter: nil), at: 60).refused(with: .life(.first, .onlyReporter))
    joined.when(.split(reporter: 2), at: 60).refused(with: .reporterUnknown(.first, index: 2))
  }

  @Test func `one who leaves an urgent repair is owed half an hour from when it was raised`() throws {
    let raised = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 65)
      .and(.setUrgency(.urgent, reason: "积水"), at: 180)
    let given = raised.and(.split(reporter: 1), at: 190)
    #expect(try given.clock(.onSite, of: .second).startedAt == minute(180))
    #expect(given.passing(to: 195).breaches(.onSite, of: .second) == [])
    let late = Given(.repair(urgent: true, contact: "a")).and(.join(contact: "b", text: ""), at: 5)
      .and(.split(reporter: 1), at: 8)
    #expect(try late.clock(.onSite, of: .second).startedAt == minute(5))
  }

  @Test func `one who leaves takes along the grade, and the visit where somebody was there`() throws {
    let own = TicketID(.complaint, 2)
    let given = Given(.of(.complaint)).and(.join(contact: "b", text: ""), on: .complaint, at: 5)
      .and(.arrive, on: .complaint, at: 20).and(.grade(.serious), on: .complaint, at: 30, by: "赵敏")
      .and(.split(reporter: 1), on: .complaint, at: 40)
    let work = try given.ticket(own).work
    #expect(work.grade == .serious && work.papers.gradedBy == "赵敏")
    #expect(work.arrivedAt == minute(20))
    #expect(given.passing(to: 100).breaches(.complaintOnSite, of: own) == [])
  }

  @Test func `one who leaves a reopened ticket is owed from the reopening`() throws {
    let given = Given(.repair(contact: "a")).and(.join(contact: "b", text: ""), at: 5)
      .and(.complete(text: ""), at: 10).and(.reopen(reason: "又漏"), at: 300).and(.split(reporter: 1), at: 310)
    #expect(try given.ticket(.second).work.cycleStartedAt == minute(300))
    #expect(given.passing(to: 320).breaches(.feedback, of: .second) == [])
  }

  @Test func `what was joined or parted cannot be taken back on one side`() throws {
    let before = Given(.repair(contact: "a")).and(.report(.repair(contact: "b")), at: 30)
    let after = before.and(.merge(into: .second), at: 60)
    let undo = TicketCommand.undo(undoes: UUID(), restores: try before.ticket(.second).work)
    after.when(undo, on: .second, at: 61, seen: try after.ticket(.second).version)
      .refused(with: .mergedSince(.first, into: .second))
    let parted = after.and(.split(reporter: nil), at: 70)
    let back = TicketCommand.undo(undoes: UUID(), restores: try after.ticket(.first).work)
    parted.when(back, at: 71, seen: try parted.ticket(.first).version).refused(with: .nothingToUndo(.first))
  }

  @Test(arguments: ["a", "b", nil])
  func `who calls about work that is done opens it again, and is owed an answer`(caller: String?) throws {
    let done = Given(.repair(contact: "a")).and(.assign(staff: "老王"), at: 1).and(.arrive, at: 5)
      .and(.complete(text: ""), at: 20).and(.giveFeedback(text: "", reporter: nil), at: 21)
    let given = done.when(.join(contact: caller, text: "又冒水了"), at: 60)
      .then(.reporterJoined(contact: caller, text: "又冒水了"), .reopened(reason: "又冒水了"))
    let work = try given.ticket().work
    #expect(work.stage == .assigned && work.cycle == 2 && work.arrivedAt == nil)
    #expect(try given.clock(.feedback).startedAt == minute(60))
    #expect(given.passing(to: 301).breaches(.feedback) == [300])
    let urgent = given.and(.setUrgency(.urgent, reason: "又冒水了"), at: 60)
    #expect(urgent.passing(to: 91).breaches(.onSite) == [90])
    #expect(given.desk.brokenInvariants() == [])
  }

  @Test
  func
    `a call from before the work was done does not open it again, and none opens it before its last paper`()
  {
    let done = Given(.repair(contact: "a")).and(.assign(staff: "老王"), at: 1).and(.complete(text: ""), at: 20)
    done.when(.join(contact: "b", text: "还在漏"), at: 19, writtenAt: 40)
      .then(.reporterJoined(contact: "b", text: "还在漏"))
    let signed = done.and(.paper(.sign), at: 30)
    signed.when(.join(contact: "b", text: "还在漏"), at: 25, writtenAt: 40)
      .refused(with: .beforeStart(.first, minute(30)))
  }

  @Test func `who opens a complaint again by a call answers for it where nobody does who is there`() {
    let done = Given(.of(.complaint)).and(.complete(text: "已约谈"), on: .complaint, at: 20)
    done.when(.join(contact: "b", text: "又吵"), on: .complaint, at: 60, by: "赵敏").then(
      .reporterJoined(contact: "b", text: "又吵"), .reopened(reason: "又吵"), .paper(.handedOff(to: "赵敏")),
      of: .complaint)
  }

  @Test func `what was reported after the work was done is not merged into it`() {
    let done = Given(.repair(contact: "a")).and(.complete(text: ""), at: 20)
    done.and(.report(.repair(contact: "b")), at: 30).when(.merge(into: .first), on: .second, at: 31)
      .refused(with: .alreadyCompleted(.first))
    let before = Given(.repair(contact: "a")).and(.report(.repair(contact: "b")), at: 10)
      .and(.complete(text: ""), at: 20)
    _ = before.and(.merge(into: .first), on: .second, at: 31)
  }

  @Test func `a repeat call by the same person owes nothing twice`() throws {
    let given = Given(.repair(contact: "a")).and(.join(contact: "a", text: "催"), at: 20)
    #expect(try given.ticket().work.reporters.count == 1)
    #expect(try given.ticket().version == 2)
  }
}

@Suite struct DuplicateTests {
  private func candidates(_ given: Given, _ report: NewTicket, at minutes: Double) -> [TicketID] {
    DuplicateIndex(given.desk).candidates(for: report, given.desk, at: minute(minutes))
  }

  private func lift(_ place: String, _ kind: TicketKind = .repair) -> NewTicket {
    NewTicket(kind: kind, place: Place(place), category: "lift", subject: "停运")
  }

  @Test func `the same place is offered while it is open, the same system of the building for a day`() {
    let given = Given(.repair()).and(.report(lift("3-1-0101")), at: 1).and(.report(lift("4-1-0101")), at: 2)
    let second = TicketID(.repair, 2)
    #expect(candidates(given, lift("3-2-1501"), at: 1441) == [.first, second])
    #expect(candidates(given, lift("3-2-1501"), at: 1442) == [.first])
    #expect(candidates(given, lift("3栋电梯厅"), at: 10) == [second])
    #expect(candidates(given, .repair(), at: 10) == [.first])
    #expect(candidates(given, lift("03-1-101"), at: 10).first == second, "the same room, spelled otherwise")
    #expect(candidates(given, lift("3-2-0101", .complaint), at: 10) == [])
    let ended = given.and(.cancel(reason: "误报"), at: 3)
    #expect(candidates(ended, .repair(), at: 10) == [])
  }

  @Test(arguments: ["五栋一单元", "5号楼1单元", "Bldg 5 Unit 1", "5-1"])
  func `who is trapped in the same lift is offered, however the place was said`(place: String) {
    let given = Given(lift("5栋1单元"))
    #expect(candidates(given, lift(place), at: 5000) == [.first])
    #expect(
      candidates(given, NewTicket(kind: .repair, place: Place(place), subject: "又困人"), at: 5) == [.first])
    #expect(candidates(given, lift("五号楼电梯厅"), at: 5) == [.first])
  }

  @Test func `what runs down is offered to the flats right above and below for a day`() {
    func wet(_ place: String, _ category: String = "leak") -> NewTicket {
      NewTicket(kind: .repair, place: Place(place), category: category, subject: "漏水")
    }
    let given = Given(wet("3-2-0901"))
    for place in ["3-2-1001", "3-2-0801", "3-2-801"] {
      #expect(candidates(given, wet(place), at: 10) == [.first], "\(place)")
    }
    #expect(candidates(given, wet("3-2-0801", "drainage"), at: 10) == [.first])
    #expect(candidates(given, wet("3-2-0801"), at: 1441) == [])
    for place in ["3-2-0802", "3-2-0701", "3-1-0801", "2-2-0801", "3栋大堂"] {
      #expect(candidates(given, wet(place), at: 10) == [], "\(place)")
    }
    #expect(candidates(given, wet("3-2-0801", "doors"), at: 10) == [])
    let ended = given.and(.cancel(reason: "误报"), at: 3)
    #expect(candidates(ended, wet("3-2-0801"), at: 10) == [])
    let dry = given.and(.categorise(category: "doors", complexity: .ordinary), at: 3)
    #expect(candidates(dry, wet("3-2-0801"), at: 10) == [])
  }

  @Test func `the index follows every change as if it were made anew`() {
    var random = Seeded.fresh("duplicates")
    var index = DuplicateIndex()
    var given = Given()
    for step in 0..<300 {
      let id = TicketID(.repair, Int.random(in: 1...40, using: &random))
      let place = random.pick(["3-1-0101", "3-2-0202", "3栋电梯厅", "大堂"])
      let commands: [Command] = [
        .report(lift(place)), .ticket(id, .cancel(reason: "误")), .ticket(id, .reopen(reason: "又")),
        .ticket(id, .categorise(category: random.pick(["lift", "water", "doors"]), complexity: .ordinary)),
      ]
      given = given.when(random.pick(commands), at: Double(step)).taken
      for number in 1...300 {
        let id = TicketID(.repair, number)
        if given.archive[id] == nil { break }
        index.set(id, given.desk.tickets[id], given.desk.policy)
      }
      let fresh = DuplicateIndex(given.desk)
      for place in ["3-1-0101", "3栋电梯厅", "大堂"] {
        let (one, other) = (
          index.candidates(for: lift(place), given.desk, at: minute(Double(step))),
          fresh.candidates(for: lift(place), given.desk, at: minute(Double(step)))
        )
        #expect(one == other, "step \(step) of seed \(random.seed)")
      }
    }
  }

  @Test(arguments: [
    ("3-2-1501", "3"), ("3栋电梯厅", "3"), ("公共区域 12号楼大堂", "12"), ("b座门厅", "B"), ("3-2-大堂", "3"),
    ("三号楼大堂", "3"), ("Bldg 3 lobby", "3"), ("1号道闸", nil),
    ("12-14 Hano St", nil), ("大堂", nil), ("地库B2", nil),
  ]) func `a place names its building where it does`(place: String, block: String?) {
    #expect(Place(place).block == block)
  }
}
