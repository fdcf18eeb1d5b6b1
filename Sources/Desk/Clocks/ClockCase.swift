package import Foundation

/// A question to a work calendar, as files of clock cases write it.
package struct ClockCase: Decodable, Sendable {
  package let id: String
  package let question: Question
  package let calendar: WorkCalendar

  /// What is asked.
  package enum Question: Sendable {
    case due(start: Date, TimeInterval, pauses: [Range<Date>])
    case elapsed(start: Date, end: Date, pauses: [Range<Date>])
    case isOpen(Date)
    case nextOpen(Date)
    case offsetFromDue(Date, TimeInterval)
    case addWorkingDays(Date, Int)
    case isWorkday(CivilDate)
    case countWorkdays(CivilDate, CivilDate)
  }

  /// What the calendar says.
  package enum Answer: Equatable, Sendable {
    case instant(Date)
    case seconds(Int)
    case flag(Bool)
    case date(CivilDate)
    case count(Int)
    /// The desk never opens for so long.
    case never
  }

  /// Asks the calendar.
  package var answer: Answer {
    switch question {
    case .due(let start, let seconds, let pauses):
      .init(calendar.due(start: start, openSeconds: seconds, excluding: pauses))
    case .elapsed(let start, let end, let pauses):
      .seconds(Int(calendar.openSeconds(from: start, to: end, excluding: pauses)))
    case .isOpen(let instant): .flag(calendar.isOpen(at: instant))
    case .nextOpen(let instant): .init(calendar.nextOpen(onOrAfter: instant))
    case .offsetFromDue(let due, let seconds): .init(calendar.offset(due, byOpenSeconds: seconds))
    case .addWorkingDays(let start, let days):
      calendar.workday(days, after: CivilDate(start, in: calendar.zone)).map(Answer.date) ?? .never
    case .isWorkday(let date): .flag(calendar.isWorkday(date))
    case .countWorkdays(let from, let to): .count(calendar.countWorkdays(from: from, to: to))
    }
  }
}

extension ClockCase.Answer {
  fileprivate init(_ instant: Date?) { self = instant.map(Self.instant) ?? .never }
}

extension ClockCase {
  private enum Keys: String, CodingKey {
    case id, kind, start, end, due, pauses, days, date, from, to, schedule
    case duration = "duration_s"
    case offset = "offset_s"
  }

  package init(from decoder: any Decoder) throws {
    let it = try decoder.container(keyedBy: Keys.self)
    id = try it.decode(String.self, forKey: .id)
    calendar = try it.decode(WrittenSchedule.self, forKey: .schedule).calendar
    func date(_ key: Keys) throws -> CivilDate { try it.decode(CivilDate.self, forKey: key) }
    func instant(_ key: Keys) throws -> Date { try it.decode(WrittenInstant.self, forKey: key).instant }
    func seconds(_ key: Keys) throws -> TimeInterval { try it.decode(TimeInterval.self, forKey: key) }
    let pauses = try it.decodeIfPresent([WrittenPause].self, forKey: .pauses)?.map(\.span) ?? []
    let kind = try it.decode(String.self, forKey: .kind)
    question =
      switch kind {
      case "due": .due(start: try instant(.start), try seconds(.duration), pauses: pauses)
      case "elapsed": .elapsed(start: try instant(.start), end: try instant(.end), pauses: pauses)
      case "is_open": .isOpen(try instant(.start))
      case "next_open": .nextOpen(try instant(.start))
      case "offset_from_due": .offsetFromDue(try instant(.due), try seconds(.offset))
      case "add_business_days": .addWorkingDays(try instant(.start), try it.decode(Int.self, forKey: .days))
      case "is_workday": .isWorkday(try date(.date))
      case "count_workdays": .countWorkdays(try date(.from), try date(.to))
      default:
        throw DecodingError.dataCorruptedError(
          forKey: .kind, in: it, debugDescription: "no question: \(kind)")
      }
  }
}

/// The schedule of a case, in the words of the files of clock cases.
private struct WrittenSchedule: Decodable {
  let calendar: WorkCalendar

  private enum Keys: String, CodingKey {
    case zone = "timezone"
    case weekly, holidays, breaks
    case overrides = "day_overrides"
  }

  init(from decoder: any Decoder) throws {
    let it = try decoder.container(keyedBy: Keys.self)
    let name = try it.decode(String.self, forKey: .zone)
    guard let zone = TimeZone(identifier: name) else {
      throw DecodingError.dataCorruptedError(forKey: .zone, in: it, debugDescription: "no zone: \(name)")
    }
    let week = try it.decode([String: [WrittenSpan]].self, forKey: .weekly)
    func dates(_ key: Keys) throws -> [CivilDate: [Range<Int>]] {
      let written = try it.decodeIfPresent([String: [WrittenSpan]].self, forKey: key) ?? [:]
      return try written.reduce(into: [:]) { dates, entry in
        guard let date = CivilDate(entry.key) else {
          throw DecodingError.dataCorruptedError(
            forKey: key, in: it, debugDescription: "no date: \(entry.key)")
        }
        dates[date] = entry.value.map(\.span)
      }
    }
    calendar = WorkCalendar(
      zone: zone, week: Weekday.allCases.map { DayHours(week[$0.rawValue]?.map(\.span) ?? []) },
      holidays: Set(try it.decodeIfPresent([CivilDate].self, forKey: .holidays) ?? []),
      overrides: try dates(.overrides).mapValues(DayHours.init), breaks: try dates(.breaks))
  }
}

private struct WrittenSpan: Decodable {
  let span: Range<Int>

  init(from decoder: any Decoder) throws {
    var ends = try decoder.unkeyedContainer()
    let text = "\(try ends.decode(String.self))-\(try ends.decode(String.self))"
    guard let span = DayHours.span(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no span: \(text)"))
    }
    self.span = span
  }
}

private struct WrittenPause: Decodable {
  let span: Range<Date>

  init(from decoder: any Decoder) throws {
    var ends = try decoder.unkeyedContainer()
    let from = try ends.decode(WrittenInstant.self).instant
    span = from..<max(from, try ends.decode(WrittenInstant.self).instant)
  }
}

private struct WrittenInstant: Decodable {
  let instant: Date

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let instant = try? Date(text, strategy: .iso8601) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no instant: \(text)"))
    }
    self.instant = instant
  }
}
