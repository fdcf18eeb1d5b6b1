import Desk
import Foundation
import TestSupport
import Testing

@Suite struct WorkCalendarTests {
  static let office = [
    DayHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]),
    DayHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]),
    DayHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]),
    DayHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]),
    DayHours([9 * 3600..<12 * 3600, 14 * 3600..<18 * 3600]),
  ]

  private let work = WorkCalendar(
    zone: shanghai, week: office, holidays: [date("2026-10-01"), date("2026-10-02")],
    overrides: [date("2026-10-10"): office[0]], breaks: [date("2026-10-09"): [10 * 3600..<11 * 3600]])

  @Test(
    .enabled(if: ReferenceData.has("clocks/cases.ndjson"), "no clock cases beside the package"))
  func `every clock case of other schedulers agrees`() throws {
    var agreed = 0
    for line in try ReferenceData.lines("clocks/cases.ndjson") {
      let data = Data(line.utf8)
      let question = try JSONDecoder().decode(ClockCase.self, from: data)
      let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let same =
        switch question.answer {
        case .instant(let instant):
          try Date(try #require(object["expect"] as? String), strategy: .iso8601) == instant
        case .seconds(let number), .count(let number): object["expect"] as? Int == number
        case .flag(let flag): object["expect"] as? Bool == flag
        case .date(let date): object["expect"] as? String == "\(date)"
        case .never: false
        }
      if question.id == Self.contradiction {
        #expect(question.answer == .instant(try Date("2020-03-04T16:45:00Z", strategy: .iso8601)))
      } else {
        #expect(same, "\(question.id): \(question.answer)")
      }
      agreed += same ? 1 : 0
    }
    print("clock cases: \(agreed) agree")
    #expect(agreed > 100)
  }

  /// 10:00-18:00, from 04:00, 24,300 s: 16:45. It expects 16:00, which is 21,600 s: its source added a pause of 45 minutes in
  /// closed hours to the budget, and neither the pause nor the budget before it is in the file.
  private static let contradiction = "erpnext-301"

  @Test func `a budget that ends exactly at closing time is due at closing time`() throws {
    #expect(work.due(start: at("2026-09-28 14:00"), openSeconds: 4 * 3600) == at("2026-09-28 18:00"))
    #expect(work.due(start: at("2026-09-28 09:00"), openSeconds: 3 * 3600) == at("2026-09-28 12:00"))
    #expect(work.due(start: at("2026-09-28 09:00"), openSeconds: 3 * 3600 + 1) == at("2026-09-28 14:00:01"))
    #expect(work.due(start: at("2026-09-28 09:00"), openSeconds: 35 * 3600) == at("2026-10-06 18:00"))
    #expect(work.due(start: at("2026-09-28 09:00"), openSeconds: 1e300) == nil)
    #expect(work.offset(at("2026-09-28 09:00"), byOpenSeconds: -1e300) == nil)
    #expect(work.due(start: at("2026-09-28 18:00"), openSeconds: 0) == at("2026-09-29 09:00"))
  }

  @Test func `lunch is not open time, and spans are half-open`() {
    #expect(work.isOpen(at: at("2026-09-28 09:00")))
    #expect(work.isOpen(at: at("2026-09-28 11:59:59")))
    #expect(!work.isOpen(at: at("2026-09-28 12:00")))
    #expect(!work.isOpen(at: at("2026-09-28 13:59:59")))
    #expect(work.nextOpen(onOrAfter: at("2026-09-28 12:00")) == at("2026-09-28 14:00"))
    #expect(work.openSeconds(from: at("2026-09-28 11:00"), to: at("2026-09-28 15:00")) == 7200)
    #expect(work.openSeconds(from: at("2026-10-09 09:00"), to: at("2026-10-09 12:00")) == 7200)
    #expect(work.openSeconds(from: at("2026-09-29 09:00"), to: at("2026-09-28 09:00")) == 0)
  }

  @Test func `working days leave out the day of receipt, holidays and weekends, and take in make-up days`() {
    #expect(work.due(start: at("2026-09-28 08:00"), workingDays: 1) == at("2026-09-29 18:00"))
    #expect(work.due(start: at("2026-09-30 23:59"), workingDays: 1) == at("2026-10-05 18:00"))
    #expect(work.due(start: at("2026-10-08 10:00"), workingDays: 2) == at("2026-10-10 18:00"))
    #expect(work.due(start: at("2026-10-09 10:00"), workingDays: 2) == at("2026-10-12 18:00"))
    #expect(work.isWorkday(date("2026-10-10")))
    #expect(!work.isWorkday(date("2026-10-11")))
    #expect(work.countWorkdays(from: date("2026-09-28"), to: date("2026-10-11")) == 9)
    #expect(work.countWorkdays(from: date("2026-10-11"), to: date("2026-09-28")) == 0)
  }

  @Test func `time is taken back along the opening hours`() {
    #expect(work.offset(at("2026-10-08 10:00"), byOpenSeconds: -3600) == at("2026-10-08 09:00"))
    #expect(work.offset(at("2026-10-05 10:00"), byOpenSeconds: -7200) == at("2026-09-30 17:00"))
    #expect(work.offset(at("2026-10-05 10:00"), byOpenSeconds: 7200) == at("2026-10-05 12:00"))
  }

  @Test func `pauses may overlap, and a pause over the end moves the due time`() {
    let pauses = [
      at("2026-09-28 10:00")..<at("2026-09-28 11:00"), at("2026-09-28 10:30")..<at("2026-09-28 14:30"),
    ]
    #expect(
      work.due(start: at("2026-09-28 09:00"), openSeconds: 7200, excluding: pauses) == at("2026-09-28 15:30"))
    #expect(
      work.due(start: at("2026-09-28 09:00"), openSeconds: 3600, excluding: pauses) == at("2026-09-28 10:00"))
    #expect(
      work.openSeconds(from: at("2026-09-28 09:00"), to: at("2026-09-28 18:00"), excluding: pauses)
        == 3600 + 3.5 * 3600)
  }

  @Test func `a desk that never opens has no due time`() {
    let never = WorkCalendar(zone: shanghai, week: [])
    #expect(never.nextOpen(onOrAfter: opening) == nil)
    #expect(never.due(start: opening, openSeconds: 1) == nil)
    #expect(never.due(start: opening, workingDays: 1) == nil)
    #expect(never.offset(opening, byOpenSeconds: -1) == nil)
    let once = WorkCalendar(
      zone: shanghai, week: [], overrides: [date("2026-12-24"): DayHours([0..<7200])])
    #expect(once.due(start: opening, openSeconds: 7200) == at("2026-12-24 02:00"))
    #expect(once.due(start: opening, openSeconds: 7201) == nil)
    #expect(once.due(start: opening, workingDays: 1) == at("2026-12-24 02:00"))
    #expect(once.due(start: opening, workingDays: 2) == nil)
  }

  @Test func `nights in which the clocks change have the hours that pass`() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let night = WorkCalendar(zone: berlin, week: Array(repeating: DayHours([0..<6 * 3600]), count: 7))
    func open(_ from: String, _ to: String) -> TimeInterval {
      night.openSeconds(from: at(from, berlin), to: at(to, berlin))
    }
    #expect(open("2026-03-29 00:00", "2026-03-30 00:00") == 5 * 3600)
    #expect(open("2026-10-25 00:00", "2026-10-26 00:00") == 7 * 3600)
    #expect(open("2016-01-01 00:00", "2026-01-01 00:00") == 3653 * 6 * 3600)
    #expect(open("2016-01-01 00:00", "2026-07-01 00:00") == (3653 + 181) * 6 * 3600 - 3600)
    #expect(
      night.due(start: at("2026-03-29 00:00", berlin), openSeconds: 5 * 3600)
        == at("2026-03-29 06:00", berlin))
    let skipped = WorkCalendar(
      zone: berlin, week: Array(repeating: DayHours([7200..<9000]), count: 7))
    #expect(
      skipped.nextOpen(onOrAfter: at("2026-03-29 00:00", berlin)) == at("2026-03-30 02:00", berlin))
    #expect(skipped.isWorkday(date("2026-03-29")))
  }

  @Test func `a day that a zone skipped has no hours`() throws {
    let apia = try #require(TimeZone(identifier: "Pacific/Apia"))
    let always = WorkCalendar(zone: apia, week: Array(repeating: DayHours([0..<86400]), count: 7))
    #expect(
      always.openSeconds(from: at("2011-12-01 00:00", apia), to: at("2012-01-01 00:00", apia)) == 30 * 86400)
  }

  @Test(arguments: [
    "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
  ])
  func `random schedules agree with counting minute by minute`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    var seed = Seeded.fresh("work calendar \(name)")
    for _ in 0..<12 {
      let walk = CalendarWalk(zone, &seed)
      let (from, to) = (walk.instant(&seed), walk.instant(&seed))
      let naive = walk.openMinutes(from: from, to: to)
      #expect(
        walk.calendar.openSeconds(from: from, to: to) == TimeInterval(naive * 60), "\(walk) \(from) \(to)")
      #expect(walk.calendar.isOpen(at: from) == walk.isOpen(from), "\(walk) \(from)")
      #expect(
        walk.calendar.nextOpen(onOrAfter: from).flatMap(walk.within) == walk.nextOpen(from), "\(walk) \(from)"
      )
      let budget = Int.random(in: 1...3000, using: &seed)
      let due = walk.calendar.due(start: from, openSeconds: TimeInterval(budget * 60)).flatMap(walk.within)
      #expect(due == walk.due(from, minutes: budget), "\(walk) \(from) \(budget)")
      if let due {
        let back = try #require(walk.calendar.offset(due, byOpenSeconds: TimeInterval(-budget * 60)))
        #expect(walk.openMinutes(from: back, to: due) == budget, "\(walk) \(due) \(budget)")
        #expect(walk.isOpen(back))
      }
    }
  }

  @Test func `working days agree with counting day by day`() {
    var seed = Seeded.fresh("working days")
    for _ in 0..<40 {
      let walk = CalendarWalk(shanghai, &seed)
      let first = CivilDate(walk.instant(&seed), in: shanghai)
      let days = (0..<60).map { CivilDate(daysSince1970: first.daysSince1970 + $0) }
      let open = days.dropFirst().filter { walk.calendar.hours(on: $0).isOpen }
      #expect(walk.calendar.countWorkdays(from: days[1], to: days[59]) == open.count)
      for (index, date) in open.enumerated() {
        #expect(walk.calendar.workday(index + 1, after: first) == date)
      }
    }
  }
}

/// A random calendar around a change of the clocks, and the slow way to ask it: minute by minute, by Foundation's wall clock.
private struct CalendarWalk: CustomStringConvertible {
  let calendar: WorkCalendar
  let week: [[Range<Int>]]
  let holidays: Set<CivilDate>
  let overrides: [CivilDate: [Range<Int>]]
  let breaks: [CivilDate: [Range<Int>]]
  let begin: Date
  private let wall: Calendar
  private let minutes = 60 * 24 * 40

  init(_ zone: TimeZone, _ seed: inout Seeded) {
    let around = at("2015-06-01 00:00").addingTimeInterval(
      Double.random(in: 0..<(4 * 365 * 86400), using: &seed))
    let change = zone.nextDaylightSavingTimeTransition(after: around) ?? around
    let begin = Date(
      timeIntervalSince1970: (change.timeIntervalSince1970 / 3600).rounded() * 3600 - 14 * 86400)
    func spans() -> [Range<Int>] {
      (0..<Int.random(in: 0...3, using: &seed)).map { _ in
        let from = Int.random(in: 0..<24, using: &seed)
        return from * 3600..<Int.random(in: (from + 1)...24, using: &seed) * 3600
      }
    }
    func dates() -> [CivilDate] {
      (0..<4).map { _ in
        CivilDate(begin.addingTimeInterval(Double.random(in: 0..<30, using: &seed) * 86400), in: zone)
      }
    }
    week = (0..<7).map { _ in spans() }
    holidays = Set(dates())
    overrides = Dictionary(dates().map { ($0, spans()) }) { $1 }
    breaks = Dictionary(dates().map { ($0, spans()) }) { $1 }
    calendar = WorkCalendar(
      zone: zone, week: week.map(DayHours.init), holidays: holidays,
      overrides: overrides.mapValues(DayHours.init), breaks: breaks)
    var wall = Calendar(identifier: .gregorian)
    wall.timeZone = zone
    (self.begin, self.wall) = (begin, wall)
  }

  var description: String { "\(wall.timeZone.identifier) \(week) \(holidays) \(overrides) \(breaks)" }

  func instant(_ seed: inout Seeded) -> Date {
    begin.addingTimeInterval(Double(Int.random(in: 0..<(28 * 1440), using: &seed) * 60))
  }

  func isOpen(_ instant: Date) -> Bool {
    let it = wall.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
    let day = CivilDate(year: it.year ?? 0, month: it.month ?? 0, day: it.day ?? 0)
    let second = (it.hour ?? 0) * 3600 + (it.minute ?? 0) * 60
    if holidays.contains(day) || breaks[day]?.contains(where: { $0.contains(second) }) == true {
      return false
    }
    return (overrides[day] ?? week[day.weekday - 1]).contains { $0.contains(second) }
  }

  func openMinutes(from: Date, to: Date) -> Int {
    stride(from: from, to: to, by: 60).count { isOpen($0) }
  }

  func nextOpen(_ from: Date) -> Date? { stride(from: from, to: end, by: 60).first { isOpen($0) } }

  func due(_ from: Date, minutes: Int) -> Date? {
    var left = minutes
    for instant in stride(from: from, to: end, by: 60) where isOpen(instant) {
      left -= 1
      if left == 0 { return within(instant.addingTimeInterval(60)) }
    }
    return nil
  }

  /// What lies beyond the last minute looked at is not known to the slow way.
  func within(_ instant: Date) -> Date? { instant < end ? instant : nil }

  private var end: Date { begin.addingTimeInterval(Double(minutes * 60)) }
}

/// An instant by the wall clock of a zone, `2026-09-28 14:00` with or without seconds.
func at(_ text: String, _ zone: TimeZone = shanghai) -> Date {
  let parts = text.split(separator: " ").map(String.init)
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = zone
  let day = date(parts[0])
  let second = DayHours.second(parts[1]) ?? 0
  return calendar.date(
    from: DateComponents(
      year: day.year, month: day.month, day: day.day, hour: second / 3600, minute: second / 60 % 60,
      second: second % 60)) ?? .distantPast
}

/// A date as `2026-09-28`.
func date(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(year: 1970, month: 1, day: 1) }
