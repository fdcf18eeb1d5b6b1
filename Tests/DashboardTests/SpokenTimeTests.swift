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
    ("中午12点整", "2026-11-20 12:00 "), ("明天凌晨12点半", "2026-11-21 00:30 "), ("明天凌晨3点", "2026-11-21 03:00 "),
    ("明天9:00", "2026-11-21 09:00 "),
  ])
  func `hours are read as they are said`(typed: String, read: String) throws {
    #expect(try self.read(typed, on: "2026-11-20") == read)
  }

  @Test(arguments: [
    ("tomorrow 3:30 pm", "2026-11-21 15:30 "), ("tomorrow 3:30pm plumber", "2026-11-21 15:30 plumber"),
    ("tomorrow 3pm", "2026-11-21 15:00 "), ("3pm tomorrow", "2026-11-21 15:00 "),
    ("9 pm", "2026-11-20 21:00 "),
    ("12pm", "2026-11-20 12:00 "), ("tomorrow at 12 am", "2026-11-21 00:00 "),
    ("tonight 8:30", "2026-11-20 20:30 "),
    ("明天下午三点", "2026-11-21 15:00 "), ("明天下午三点师傅上门", "2026-11-21 15:00 师傅上门"), ("三点半", "2026-11-20 15:30 "),
    ("今晚9点", "2026-11-20 21:00 "), ("明早9点", "2026-11-21 09:00 "), ("周六 9:00", "2026-11-21 09:00 "),
    ("下周一上午9点", "2026-11-23 09:00 "), ("周五 9:00", "2026-11-27 09:00 "), ("周五 21:00", "2026-11-20 21:00 "),
    ("12月3日 14:00", "2026-12-03 14:00 "), ("十二月三号下午两点", "2026-12-03 14:00 "),
    ("1 Dec 14:00", "2026-12-01 14:00 "),
    ("Dec 1st 2pm", "2026-12-01 14:00 "), ("Saturday 10am", "2026-11-21 10:00 "),
    ("半小时", "2026-11-20 20:30 "),
    ("一小时内", "2026-11-20 21:00 "), ("半小时内到", "2026-11-20 20:30 到"), ("in 30 minutes", "2026-11-20 20:30 "),
    ("30 min", "2026-11-20 20:30 "), ("within 2 hours", "2026-11-20 22:00 "), ("一个半小时", "2026-11-20 21:30 "),
    ("2h", "2026-11-20 22:00 "), ("30分 上门", "2026-11-20 20:30 上门"), ("by 9:30 pm", "2026-11-20 21:30 "),
    ("15:00 2楼", "2026-11-20 15:00 2楼"),
  ])
  func `a time is read as it is said`(typed: String, read: String) throws {
    #expect(try self.read(typed, on: "2026-11-20") == read)
  }

  @Test(arguments: [
    "3:30pmx", "13:30 pm", "15pm", "9点5个人", "3:3", "下午 3点 5点", "15:00 9:00", "31 Feb 10:00", "2月30日 9:00",
    "明天", "Saturday", "下午", "3:301", "周八 9:00", "tomorrow 3", "3", "0 min",
  ])
  func `what cannot be understood in full is refused`(typed: String) throws {
    #expect(try read(typed, on: "2026-11-20") == nil)
  }

  @Test(arguments: [
    ("阀芯 明天 10:00", "阀芯", true), ("valve tomorrow 3:30 pm", "valve", true), ("阀芯 下周一上午9点", "阀芯", true),
    ("valve 31 Feb 10:00", "", false), ("阀芯 2-30 10:00", "", false), ("阀芯 两个", "", false),
  ])
  func `what a part is ends where its time begins`(typed: String, what: String, isRead: Bool) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let now = try #require(CivilDate("2026-11-20")).time(20 * 60, in: zone)
    let read = SpokenTime(now: now, zone: zone).trailing(typed)
    #expect((read != nil) == isRead)
    #expect((read?.rest ?? "") == what)
  }

  @Test(arguments: [
    "点", "25点", "9点70分", "下午", "9:", "下午三点到五点 上门", "3pm to 5pm", "15:00-17:00", "2-30 9:00", "13-01 9:00",
    "明天", "25:00", "9", "0分",
  ])
  func `what no calendar and no clock has is no time`(typed: String) throws {
    #expect(try read(typed, on: "2026-11-20") == nil)
  }

  @Test func `on the day the clocks change a time is what the clock on the wall shows`() throws {
    let berlin = "Europe/Berlin"
    #expect(try read("明天 15:00", on: "2027-03-27", in: berlin) == "2027-03-28 15:00 ")
    #expect(try read("明天 15:00", on: "2026-10-24", in: berlin) == "2026-10-25 15:00 ")
  }
}
