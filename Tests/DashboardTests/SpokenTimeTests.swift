import Dashboard
import Desk
import Foundation
import Testing

/// Times as a clerk types them.
@Suite struct SpokenTimeTests {
  private func read(_ text: String, on day: String, in name: String = "Asia/Shanghai") throws -> String? {
    let zone = try #require(TimeZone(identifier: name))
    let now = try #require(CivilDate(day)).time(20 * 60, in: zone)
    return SpokenTime(now: now, zone: zone).leading(text).map { time in
      "\(CivilDate(time.at, in: zone)) \(DateWords(zone: zone).time(time.at)) \(time.rest)"
    }
  }

  @Test(arguments: [
    ("2026-12-30", "01-02 9:00 上门", "2027-01-02 09:00 上门"), ("2026-12-30", "12-31 9:00", "2026-12-31 09:00 "),
    ("2026-12-30", "12-30 21:00", "2026-12-30 21:00 "), ("2027-12-30", "2-29 9:00", "2028-02-29 09:00 "),
    ("2026-12-31", "明天 9:00", "2027-01-01 09:00 "), ("2026-12-31", "2026-12-01 9:00", "2026-12-01 09:00 "),
  ])
  func `a day without a year is the next of its name`(day: String, typed: String, read: String) throws {
    #expect(try self.read(typed, on: day) == read)
  }

  @Test(arguments: [
    ("10点", "2026-11-20 10:00 "), ("明天10点 换泵", "2026-11-21 10:00 换泵"), ("明天 上午9点半", "2026-11-21 09:30 "),
    ("后天下午3点一刻", "2026-11-22 15:15 "), ("晚上8点20分", "2026-11-20 20:20 "), ("下午3:05", "2026-11-20 15:05 "),
    ("中午12点整", "2026-11-20 12:00 "), ("明天9:00", "2026-11-21 09:00 "),
  ])
  func `hours are read as they are said`(typed: String, read: String) throws {
    #expect(try self.read(typed, on: "2026-11-20") == read)
  }

  @Test(arguments: ["点", "25点", "9点70分", "下午", "9:", "2-30 9:00", "13-01 9:00", "明天", "25:00", "9", "0分"])
  func `what no calendar and no clock has is no time`(typed: String) throws {
    #expect(try read(typed, on: "2026-11-20") == nil)
  }

  @Test func `on the day the clocks change a time is what the clock on the wall shows`() throws {
    let berlin = "Europe/Berlin"
    #expect(try read("明天 15:00", on: "2027-03-27", in: berlin) == "2027-03-28 15:00 ")
    #expect(try read("明天 15:00", on: "2026-10-24", in: berlin) == "2026-10-25 15:00 ")
  }
}
