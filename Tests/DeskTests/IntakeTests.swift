import Desk
import Foundation
import Testing
import struct Desk.Stream

@Suite struct IntakeTests {
  @Test func `a report is numbered by kind`() {
    let given = Given(.repair(), .of(.complaint), .repair(), .of(.enquiry), .of(.help), .of(.suggestion))
    #expect(Set(given.desk.tickets.keys.map(\.description)) == ["R-1", "C-1", "R-2", "Q-1", "H-1", "G-1"])
  }

  @Test func `numbers are not given out again when tickets end`() {
    let given = Given(.repair()).and(.cancel(reason: "误报"), at: 1).and(.report(.repair()), at: 2)
    #expect(given.desk.tickets.keys.map(\.description) == ["R-2"])
  }

  @Test func `a report needs a place and a subject or category`() {
    var report = NewTicket.repair()
    report.place = Place(" ")
    Given().when(.report(report), at: 0).refused(with: .placeMissing)
    report = .repair("")
    report.subject = "\u{1b}\n"
    Given().when(.report(report), at: 0).refused(with: .subjectMissing)
  }

  @Test func `a caller who has gone may leave gaps, but not nothing at all`() throws {
    var report = NewTicket.repair("", contact: "a")
    (report.place, report.subject, report.mayLack) = (Place(""), "", true)
    let ticket = try Given(report).ticket()
    #expect(ticket.place.text.isEmpty && ticket.lacksMatter)
    report.contact = nil
    Given().when(.report(report), at: 0).refused(with: .placeMissing)
    report.place = Place("3-2-1501")
    #expect(try Given(report).ticket().lacksMatter)
    let whole = Given(report).and(.paper(.amend(Amendment(subject: "漏水"))), at: 1)
    #expect(try !whole.ticket().lacksMatter)
  }

  @Test func `no place that is put on record holds a mobile number in the clear`() throws {
    let (typed, kept) = (Place("东门岗亭 13812345678"), "东门岗亭 138****5678")
    var report = NewTicket.repair()
    report.place = typed
    #expect(try Given(report).ticket().place.text == kept)
    let amended = Given(.repair()).and(.paper(.amend(Amendment(place: typed))), at: 1)
    #expect(try amended.ticket().place.text == kept)
    let others = Given()
      .and(.declareIncident(NewIncident(plan: "fire", place: typed, text: "", isDrill: false)), at: 2)
      .and(.registerVisit(Arrival(place: typed, purpose: .guest)), at: 3)
    #expect(others.desk.incidents.values.map(\.declared.place.text) == [kept])
    #expect(others.desk.visits.values.map(\.arrival.place.text) == [kept])
  }

  @Test func `the posted list makes a repair urgent, and what somebody says goes before it`() {
    let policy = Policy.standard
    #expect(policy.urgency(said: nil, of: "leak", .repair) == .urgent)
    #expect(policy.urgency(said: .ordinary, of: "leak", .repair) == .ordinary)
    #expect(policy.urgency(said: nil, of: "doors", .repair) == .ordinary)
    #expect(policy.urgency(said: .urgent, of: "doors", .repair) == .urgent)
    #expect(policy.urgency(said: nil, of: "leak", .complaint) == .ordinary)
    #expect(policy.urgency(said: nil, of: "another system's word", .repair) == .ordinary)
  }

  private func dispatched(_ given: Given, _ kind: TicketKind, _ category: String) -> String? {
    given.desk.dispatched(kind, category) { name in
      given.desk.tickets.values.count { $0.work.assignee == name }
    }
  }

  @Test func `a policy may give new repairs out: to who is on shift, knows the trade and has least on hand`()
    throws
  {
    var policy = Policy.standard
    policy.terms.limits.dispatch = .automatic
    var given = Given(policy: policy)
    for (name, skill) in [("老李", "水工"), ("小周", "水工"), ("老王", "电工"), ("老赵", "水工")] {
      given = given.and(.joinStaff(StaffMember(name: name, skills: [skill], role: .engineer)), at: 0)
    }
    #expect(dispatched(given, .repair, "plumbing") == nil, "no shift is open")
    given = given.and(.startShift(.early, on: ["老李", "小周", "老王"]), at: 0)
    #expect(dispatched(given, .repair, "plumbing") == "老李")
    #expect(dispatched(given, .repair, "electrical") == "老王")
    #expect(dispatched(given, .repair, "gas") == "老李")
    #expect(dispatched(given, .repair, "fire") == nil, "nobody knows it")
    #expect(dispatched(given, .complaint, "plumbing") == nil)
    let busy = given.and(.report(.repair()), at: 1).and(.assign(staff: "老李"), at: 1)
    #expect(dispatched(busy, .repair, "plumbing") == "小周")
    let file = policy.json5
    #expect(file.contains("dispatch: { value: \"automatic\", source: \"design\" }"))
    #expect(try Policy(json5: file, file: "policy.json5").limits == policy.limits)
    #expect(throws: SettingsError.self) {
      try Policy(json5: file.replacing("\"automatic\"", with: "\"robot\""), file: "policy.json5")
    }
    #expect(Given().desk.policy.limits.dispatch == .hand && !Policy.standard.json5.contains("dispatch"))
  }

  @Test func `what is written down is plain`() throws {
    var report = NewTicket.repair("a\u{9b}b\nc")
    report.subject = "\u{1b}[31mred\r\n "
    report.text = " one\n\u{202e}two\u{7} "
    let ticket = try Given(report).ticket()
    #expect(ticket.work.category == "ab c")
    #expect(ticket.subject == "[31mred")
    #expect(ticket.text == "one\ntwo")
  }

  @Test func `nothing happens in the future`() {
    let submission = Submission(
      id: UUID(), .report(.repair()), occurredAt: minute(2), recordedAt: minute(0),
      actor: Actor(name: "小李", desk: "1"))
    #expect(throws: Refusal.inFuture(minute(2))) { try Desk().decide(submission) }
  }

  @Test func `an imported row is a ticket with its true times`() throws {
    let source = LogNumber(log: "boston", number: "101")
    let open = ImportedTicket(
      report: .repair("Street Light Outages"), source: source, reportedAt: minute(-500), dueAt: minute(-20))
    let given = Given().and(.importTicket(open), at: 0)
    let ticket = try given.ticket()
    #expect(ticket.reportedAt == minute(-500))
    #expect(ticket.source == source)
    #expect(ticket.logDueAt == minute(-20))
    var row = open
    row.closedAt = minute(-600)
    let closed = Given().and(.importTicket(row), at: 0)
    #expect(closed.record.map(\.occurredAt) == [minute(-500), minute(-600)])
    #expect(closed.desk.tickets.isEmpty)
    #expect(try closed.ticket().work.closedAt == minute(-600))
    #expect(closed.desk.brokenInvariants() == [])
  }

  @Test func `staff join once and leave without work`() {
    let wang = StaffMember(name: "老王", skills: ["电工"])
    let given = Given(.repair()).and(.joinStaff(wang), at: 0)
    given.when(.joinStaff(wang), at: 1).thenFacts([])
    given.when(.joinStaff(StaffMember(name: " ")), at: 1).refused(with: .nameMissing)
    given.when(.leaveStaff(name: "小周"), at: 1).refused(with: .staffUnknown("小周"))
    let busy = given.and(.assign(staff: "老王"), at: 1)
    busy.when(.leaveStaff(name: "老王"), at: 2).refused(with: .staffHasWork("老王", tickets: 1))
    busy.when(.assign(staff: "老王"), at: 2).refused(with: .alreadyAssigned(.first, staff: "老王"))
    given.when(.leaveStaff(name: "老王"), at: 2).then([.staffLeft(name: "老王")])
    #expect(
      given.and(.joinStaff(StaffMember(name: "老王", skills: ["水工"])), at: 3).desk.staff.map(\.skills) == [
        ["水工"]
      ])
  }

  @Test func `a command knows its stream and its tickets`() {
    #expect(Command.ticket(.first, .merge(into: .second)).tickets == [.first, .second])
    #expect(Command.ticket(.first, .arrive).stream == Stream(.first))
    #expect(Command.joinStaff(StaffMember(name: "老王")).stream == .staff)
    #expect(Command.report(.repair()).stream == nil)
  }
}
