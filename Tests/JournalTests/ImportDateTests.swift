import Foundation
import Journal
import Testing

/// Times as other systems write them.
@Suite struct ImportDateTests {
  @Test(arguments: [
    ("yyyy-MM-dd HH:mm:ss", "2011-07-01 01:32:33", "2011-07-01T05:32:33Z"),
    ("MM/dd/yyyy hh:mm:ss a", "03/01/2011 02:27:57 PM", "2011-03-01T19:27:57Z"),
    ("MM/dd/yyyy hh:mm:ss a", "05/01/2022 12:00:03 AM", "2022-05-01T04:00:03Z"),
    ("MM/dd/yyyy hh:mm:ss a", "05/01/2022 12:00:03 PM", "2022-05-01T16:00:03Z"),
    ("yyyy-MM-dd'T'HH:mm:ss.SSS", "2024-04-16T03:03:15.000", "2024-04-16T07:03:15Z"),
    ("yyyy-MM-dd'T'HH:mm:ssX", "2024-04-16T03:03:15+08:00", "2024-04-15T19:03:15Z"),
    ("yyyy-MM-dd'T'HH:mm:ssX", "2024-04-16T03:03:15Z", "2024-04-16T03:03:15Z"),
    ("yyyy-MM-dd'T'HH:mm:ssX", "2024-04-16T03:03:15-0330", "2024-04-16T06:33:15Z"),
    ("yyyy年M月d日 H:mm", "2011年7月1日 1:32", "2011-07-01T05:32:00Z"),
    ("yyyy/M/d a h:mm", "2011/7/1 下午 1:32", "2011-07-01T17:32:00Z"),
    ("yyyy-MM-dd", "2012-02-29", "2012-02-29T05:00:00Z"),
    ("yyyy-MM-dd HH:mm:ss", "1960-01-01 00:00:00", "1960-01-01T05:00:00Z"),
  ])
  func `a time is read in the zone of its log`(pattern: String, text: String, instant: String) throws {
    var zone = LocalTime(try #require(TimeZone(identifier: "America/New_York")))
    let format = try #require(DateFormat(pattern))
    #expect(format.date(text, in: &zone) == (try Date(instant, strategy: .iso8601)))
  }

  @Test(arguments: [
    "2011-13-01 00:00:00", "2011-02-29 00:00:00", "2011-00-10 00:00:00", "2011-01-00 00:00:00",
    "2011-01-01 24:00:00", "2011-01-01 00:60:00", "2011-01-01 00:00:60", "2011-1-01 00:00:00",
    "2011-01-01 00:00:00 ", "2011-01-01 00:00", "", "x", "２０１１-01-01 00:00:00", "2011-04-31 00:00:00",
  ])
  func `what is no time is not read`(text: String) throws {
    var zone = LocalTime(.gmt)
    let format = try #require(DateFormat("yyyy-MM-dd HH:mm:ss"))
    #expect(format.date(text, in: &zone) == nil)
  }

  @Test(arguments: ["yyyy-MM", "yy-MM-dd", "yyyy-MM-dd Q", "yyyy-MM-dd 'open", "MMM d yyyy", ""])
  func `a pattern that does not say a day is refused`(pattern: String) {
    #expect(DateFormat(pattern) == nil)
  }

  @Test func `a time that comes twice is the first, and one that is skipped moves on`() throws {
    var zone = LocalTime(try #require(TimeZone(identifier: "America/New_York")))
    let format = try #require(DateFormat("yyyy-MM-dd HH:mm"))
    let twice = try Date("2011-11-06T05:30:00Z", strategy: .iso8601)
    let skipped = try Date("2011-03-13T07:30:00Z", strategy: .iso8601)
    #expect(format.date("2011-11-06 01:30", in: &zone) == twice)
    #expect(format.date("2011-11-06 00:59", in: &zone) == twice.addingTimeInterval(-31 * 60))
    #expect(format.date("2011-11-06 02:00", in: &zone) == twice.addingTimeInterval(90 * 60))
    #expect(format.date("2011-03-13 02:30", in: &zone) == skipped)
    #expect(format.date("2011-03-13 03:30", in: &zone) == skipped)
    #expect(format.date("2011-03-13 01:59", in: &zone) == skipped.addingTimeInterval(-31 * 60))
  }

  @Test func `every hour of a year agrees with the calendar`() throws {
    let name = try #require(TimeZone(identifier: "America/New_York"))
    var zone = LocalTime(name)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = name
    let start = try Date("2011-01-01T05:00:00Z", strategy: .iso8601)
    for hour in 0..<(365 * 24) {
      let instant = start.addingTimeInterval(Double(hour) * 3600)
      let local = Int(instant.timeIntervalSince1970) + name.secondsFromGMT(for: instant)
      let second = Double(local) - zone.instant(local)
      #expect(Int(second) == name.secondsFromGMT(for: instant) || Int(second) == -4 * 3600)
    }
  }
}
