import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct CalendarStoreTests {
  private let store = Store()

  private let year = HolidayYear(
    year: 2027,
    days: [AnnouncedDay(date: CivilDate(year: 2027, month: 1, day: 4), name: "元旦", kind: .off)])

  private func submission(_ command: Command, _ second: Double) -> Submission {
    let now = Date(timeIntervalSince1970: 1_798_597_800 + second)
    return Submission(
      id: UUID(), command, occurredAt: now, recordedAt: now, actor: Actor(name: "李敏", desk: "1"))
  }

  /// A serious complaint of 2026-12-30, which runs into the next year.
  private func fill(_ clerk: Clerk) throws -> TicketID {
    let complaint = NewTicket(kind: .complaint, place: Place("大堂"), category: "noise", subject: "吵")
    _ = try clerk.submit(submission(.report(complaint), 0))
    let id = TicketID(.complaint, 1)
    _ = try clerk.submit(submission(.ticket(id, .grade(.serious)), 1))
    return id
  }

  private func due(_ desk: Desk, _ id: TicketID) throws -> Date? {
    try #require(desk.tickets[id]).clocks(desk.policy).last?.due
  }

  @Test func `a published year moves due times, and is there after opening again and after a rebuild`() throws
  {
    let clerk = try store.clerk()
    let id = try fill(clerk)
    let before = try #require(try due(clerk.desk, id))
    _ = try clerk.submit(submission(.publishCalendar(year), 2))
    let after = try due(clerk.desk, id)
    #expect(after == before.addingTimeInterval(86400))
    let again = try store.clerk()
    #expect(again.desk == clerk.desk)
    #expect(again.desk.nextCrossing == clerk.desk.nextCrossing)
    try again.journal.rebuild()
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try again.journal.verify().findings == [])
    #expect(try again.journal.policies() == clerk.desk.policies)
    let past = try again.journal.desk(
      asOf: Date(timeIntervalSince1970: 1_798_597_801))
    #expect(try due(past, id) == before)
  }

  @Test func `another desk hears of a published year`() throws {
    let (here, there) = (try store.clerk(), try store.clerk())
    let id = try fill(here)
    _ = try there.catchUp()
    _ = try here.submit(submission(.publishCalendar(year), 2))
    _ = try there.catchUp()
    #expect(try due(there.desk, id) == due(here.desk, id))
    #expect(there.desk == here.desk)
  }

  @Test func `a complaint that ended before the year was published keeps its outcome`() throws {
    let clerk = try store.clerk()
    let id = try fill(clerk)
    for (second, command) in [
      TicketCommand.giveFeedback(text: "", reporter: nil), .complete(text: "已解释"),
      .paper(.followUp(rating: 5, text: "")), .close(text: ""),
    ]
    .enumerated() {
      _ = try clerk.submit(submission(.ticket(id, command), Double(second + 2)))
    }
    _ = try clerk.submit(submission(.publishCalendar(year), 9))
    #expect(try clerk.journal.verify().findings == [])
    try clerk.journal.rebuild()
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `announcements are read from CSV and from JSON`() throws {
    let csv = try HolidayFile(
      "\u{FEFF}date,name,kind,announced_in\r\n2026-12-31,元旦,off,2027\r\n2027-01-09,元旦,work,\r\n",
      file: "y.csv")
    let json = try HolidayFile(
      """
      { "$schema": "x", "year": 2027, "papers": [], "days": [
        { "name": "元旦", "date": "2027-01-09", "isOffDay": false },
        { "name": "元旦", "date": "2026-12-31", "isOffDay": true }] }
      """, file: "y.json")
    #expect(csv.years == json.years)
    #expect(csv.years.first?.days.map(\.kind) == [.off, .work])
  }

  @Test(arguments: [
    ("date,kind\n2027-01-01,off\n", 1), ("date,name,kind\n2027-02-30,x,off\n", 2),
    ("date,name,kind\n2027-01-01,x,off\n2027-01-02,x,on\n", 3),
    ("date,name,kind,announced_in\n2027-01-01,x,off,next\n", 2), ("{ \"year\": 2027 }", 1),
    ("{ \"year\": 2027,\n \"days\": [{ \"name\": \"x\", \"date\": \"1 Jan\", \"isOffDay\": true }] }", 2),
    ("{", 1),
  ])
  func `an announcement that cannot be read says where`(text: String, line: Int) {
    let error = #expect(throws: SettingsError.self) { try HolidayFile(text, file: "y") }
    #expect(error?.line == line)
  }
}
