import Foundation
import Testing

@testable import Desk

/// Times of the wall clock as instants.
@Suite struct LocalTimeTests {
  @Test(arguments: [
    ("America/New_York", "2026-03-08", 150, "2026-03-08T07:30:00Z"),
    ("America/New_York", "2026-11-01", 90, "2026-11-01T05:30:00Z"),
    ("Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:45:00Z"),
    ("America/Santiago", "2026-09-06", 30, "2026-09-06T04:30:00Z"),
    ("Asia/Shanghai", "2026-11-20", 540, "2026-11-20T01:00:00Z"),
  ])
  func `a time that is skipped comes as much later, and of one that comes twice the first is meant`(
    zone: String, day: String, minute: Int, instant: String
  ) throws {
    let (day, zone) = (try #require(CivilDate(day)), try #require(TimeZone(identifier: zone)))
    #expect(day.time(minute, in: zone) == (try Date(instant, strategy: .iso8601)))
  }

  @Test(arguments: [
    "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Shanghai",
  ]) func `a day begins with its first instant, also where midnight is skipped`(zone: String) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: zone))
    var day = CivilDate(year: 2026, month: 1, day: 1)
    for _ in 0..<365 {
      let noon = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
      let start = calendar.startOfDay(for: try #require(calendar.date(from: noon)))
      #expect(day.start(in: calendar.timeZone) == start, "\(day)")
      #expect(
        day.time(600, in: calendar.timeZone)
          == calendar.date(
            from: DateComponents(year: day.year, month: day.month, day: day.day, hour: 10)))
      day = day.adding(days: 1)
    }
  }

  @Test func `hours that begin within what is skipped begin with the end of that`() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let local = (try #require(CivilDate("2026-03-08"))).daysSince1970 * 86_400 + 150 * 60
    #expect(
      zone.firstInstant(ofLocal: local) == (try Date("2026-03-08T07:00:00Z", strategy: .iso8601)))
    #expect(zone.instant(ofLocal: local) == (try Date("2026-03-08T07:30:00Z", strategy: .iso8601)))
  }
}
