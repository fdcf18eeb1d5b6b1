import Desk
import Foundation
import Testing

@Suite struct CivilDateTests {
  @Test func `days agree with Foundation's calendar for two hundred years`() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let first = -25_567  // 1900-01-01
    #expect(CivilDate(daysSince1970: first).description == "1900-01-01")
    for days in first..<(first + 73_050) {
      let instant = Date(timeIntervalSince1970: Double(days) * 86400 + 43_200)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
      let date = CivilDate(daysSince1970: days)
      let right =
        date.year == parts.year && date.month == parts.month && date.day == parts.day
        && date.weekday % 7 + 1 == parts.weekday && date.daysSince1970 == days
        && CivilDate(instant, in: .gmt) == date
      if !right { Issue.record("\(date) is not \(parts)") }
    }
  }

  @Test(arguments: [
    "Asia/Shanghai", "America/Havana", "Asia/Beirut", "America/Sao_Paulo", "America/Asuncion", "Asia/Gaza",
    "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Kiritimati", "Africa/Cairo",
  ]) func `a day starts at the first instant that falls on it`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let first = CivilDate(year: 2010, month: 1, day: 1).daysSince1970
    for days in first..<(first + 16 * 366) {
      let date = CivilDate(daysSince1970: days)
      let start = date.start(in: zone)
      let right =
        CivilDate(start, in: zone) == date && CivilDate(start.addingTimeInterval(-1), in: zone) < date
      if !right { Issue.record("\(date) starts at \(start) in \(name)") }
    }
  }

  @Test func `where a clock change skips midnight the day starts at one`() throws {
    let havana = try #require(TimeZone(identifier: "America/Havana"))
    let start = CivilDate(year: 2026, month: 3, day: 8).start(in: havana)
    #expect(start == Date(timeIntervalSince1970: 1_772_946_000))
  }

  @Test func `dates have an order, a number and a text`() {
    let date = CivilDate(year: 2026, month: 2, day: 3)
    #expect(date.description == "2026-02-03")
    #expect(date.number == 20_260_203)
    #expect(date.weekday == 2)
    #expect(CivilDate(year: 2025, month: 12, day: 31) < date)
  }

  @Test func `a date of long ago is written as it is read, also in the numbers of rounds and shifts`() throws
  {
    let date = try #require(CivilDate("0206-01-01"))
    #expect(date.description == "0206-01-01")
    let (round, shift) = (
      RoundID(day: date.number, route: "A", number: 1), ShiftID(day: date.number, name: .early)
    )
    #expect(RoundID(round.description) == round)
    #expect(ShiftID(shift.description) == shift)
  }
}
