import Desk
import Foundation
import TestSupport
import Testing

@Suite struct HolidayTests {
  @Test(
    .enabled(
      if: ReferenceData.has("calendar/holiday-cn-2007-2026.csv"), "no announcements beside the package")
  )
  func `the announcements that ship are those of their source, date by date`() throws {
    var years: [Int: [AnnouncedDay]] = [:]
    for line in try ReferenceData.lines("calendar/holiday-cn-2007-2026.csv").dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      let kind = try #require(AnnouncedKind(rawValue: fields[2]))
      years[try #require(Int(fields[3])), default: []].append(
        AnnouncedDay(date: date(fields[0]), name: fields[1], kind: kind))
    }
    #expect(years.count == 20)
    #expect(HolidayYears.china == HolidayYears(years.map { HolidayYear(year: $0, days: $1) }))
  }

  @Test func `every year that ships has its days off and its make-up days`() {
    #expect(Set(HolidayYears.china.years.keys) == Set(2007...2026))
    for year in HolidayYears.china.years.values {
      #expect(year.days.count { $0.kind == .off } >= 18, "\(year.year)")
      #expect(year.days.allSatisfy { !$0.name.isEmpty })
    }
  }

  @Test(arguments: [
    ("2026-02-13 10:00", "2026-02-27 18:00"), ("2026-09-30 10:00", "2026-10-13 18:00"),
    ("2026-11-20 09:00", "2026-11-27 18:00"), ("2025-12-26 10:00", "2026-01-05 18:00"),
  ])
  func `a serious complaint has five working days, holidays left out and make-up days counted`(
    start: String, due: String
  ) throws {
    let report = Reported(.of(.complaint))
    var ticket = Ticket(.complaint, report, at: at(start))
    ticket.apply(.graded(.serious), at: at(start), version: 2)
    let clock = try #require(ticket.clocks(Desk(zone: shanghai).policy).last)
    #expect(clock.due == at(due))
    #expect(clock.unknownYear == nil)
  }

  @Test func `working days in a year nobody announced are counted by weekends, and say so`() throws {
    let given = Given(zone: shanghai).and(.report(.of(.complaint)), at: 40 * 1440)
      .and(.grade(.serious), on: .complaint, at: 40 * 1440)
    let clock = try given.clock(.complaintResolve, of: .complaint)
    #expect(clock.due == at("2027-01-06 18:00"))
    #expect(clock.unknownYear == 2027)
    #expect(try given.clock(.complaintFeedback, of: .complaint).unknownYear == nil)
  }

  @Test func `publishing a year moves the clocks that run into it, and the next crossing with them`() throws {
    let given = Given(zone: shanghai).and(.report(.of(.complaint)), at: 40 * 1440)
      .and(.grade(.serious), on: .complaint, at: 40 * 1440).passing(to: 40 * 1440 + 481)
    let year = HolidayYear(
      year: 2027,
      days: ["2027-01-01", "2027-01-04", "2027-01-05", "2027-01-06"].map {
        AnnouncedDay(date: date($0), name: "元旦", kind: .off)
      })
    let published = given.and(.publishCalendar(year), at: 41 * 1440)
    let clock = try published.clock(.complaintResolve, of: .complaint)
    #expect(clock.due == at("2027-01-12 18:00"))
    #expect(clock.unknownYear == nil)
    #expect(published.desk.nextCrossing == at("2027-01-11 18:00"))
    published.when(.publishCalendar(year), at: 42 * 1440).then()
  }

  @Test func `an announcement without dates, with one twice, or with one of another year is refused`() {
    func year(_ dates: String...) -> Command {
      .publishCalendar(
        HolidayYear(year: 2027, days: dates.map { AnnouncedDay(date: date($0), name: "x", kind: .off) }))
    }
    Given().when(year(), at: 0).refused(with: .calendarEmpty(2027))
    Given().when(year("2027-01-01", "2027-01-01"), at: 0)
      .refused(with: .dateTwice(date("2027-01-01"), year: 2027))
    Given().when(year("2028-01-01"), at: 0).refused(with: .dateOutOfYear(date("2028-01-01"), year: 2027))
    Given().when(year("2026-11-30"), at: 0).refused(with: .dateOutOfYear(date("2026-11-30"), year: 2027))
    #expect(Given().when(year("2026-12-31", "2027-01-01"), at: 0).refusal == nil)
  }

  @Test func `a clock may run on the hours of the desk, and its waits count there only`() throws {
    var policy = Policy.standard
    policy.clocks = policy.clocks.map { rule in
      var rule = rule
      if rule.id == .lighting { rule.calendar = .desk }
      return rule
    }
    let given = Given(.repair("lighting"), policy: policy)
    #expect(try given.clock(.lighting).due == at("2026-11-20 17:00"))
    let held = given.and(.hold(.parts, evidence: "", ownerTold: true), at: 420).and(.resume, at: 24 * 60)
    #expect(try held.clock(.lighting).due == at("2026-11-21 10:00"))
    #expect(given.passing(to: 481).breaches(.lighting) == [480])
  }
}
