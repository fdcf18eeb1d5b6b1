import Dashboard
import Desk
import Foundation

/// `frontdesk clock`: one clock worked out, or a file of them.
enum ClockCommand {
  static func run(_ call: Invocation) throws(Failure) {
    if let file = call.options.value("cases") { return try cases(file, call) }
    let question = try Question(call)
    try call.format == "json"
      ? call.output.json(question.json) : call.output.text(question.text(call.language))
  }

  private static func cases(_ path: String, _ call: Invocation) throws(Failure) {
    let lines = try call.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let question: ClockCase
      do { question = try JSONDecoder().decode(ClockCase.self, from: Data(line.utf8)) } catch {
        throw Failure(noCase: error, file: path.plainLine, line: index + 1)
      }
      let answer = JSONText.object([
        ("id", .text(question.id)), ("answer", question.answer.json(question.calendar.zone)),
      ])
      try call.output.json(answer)
    }
  }

  /// What was asked on the command line, and the answer.
  private struct Question {
    let start: Date
    let target: ClockTarget
    let calendar: CalendarID
    let holds: [Range<Date>]
    let now: Date
    let policy: Policy

    init(_ call: Invocation) throws(Failure) {
      policy = try call.policy()
      let zone = policy.calendars.zone
      now = try call.clock(zone: zone).now
      guard let start = call.options.value("start"), let typed = call.options.value("target") else {
        throw Failure(
          .usage, zh: "请写 --start 和 --target，或者 --cases FILE。",
          en: "Give --start and --target, or --cases FILE.")
      }
      guard let target = ClockTarget(typed) else {
        throw Failure(
          .usage, zh: "--target 看不懂“\(typed.plainLine)”。请写成 30m、4h 或 \"5 working days\"。",
          en: "--target cannot be \"\(typed.plainLine)\". Write 30m, 4h or \"5 working days\".")
      }
      self.start = try TypedTime.instant(start, "start", zone: zone, today: now)
      self.target = target
      calendar =
        call.options.value("calendar").flatMap(CalendarID.init) ?? (target.isWorkingDays ? .work : .always)
      var holds: [Range<Date>] = []
      for text in call.options.all("hold") {
        holds.append(try Question.hold(text, zone, after: self.start))
      }
      self.holds = holds.joined
    }

    private static func hold(
      _ text: String, _ zone: TimeZone, after start: Date
    ) throws(Failure) -> Range<Date> {
      let ends = text.replacing("..", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      guard ends.count == 2 else {
        throw Failure(
          .usage, zh: "--hold 要写成 开始..结束，如 15:00..16:30。",
          en: "--hold is written from..to, such as 15:00..16:30.")
      }
      let from = try TypedTime.instant(String(ends[0]), "hold", zone: zone, today: start)
      let to = try TypedTime.instant(String(ends[1]), "hold", zone: zone, today: start)
      guard from <= to else {
        throw Failure(
          .usage, zh: "--hold \(text.plainLine) 的结束在开始之前。请对调。",
          en: "--hold \(text.plainLine) ends before it begins. Turn it round.")
      }
      return max(from, start)..<max(to, start)
    }

    /// When it is due; nil when its calendar never opens for so long.
    var due: Date? {
      let due = policy.due(target, calendar, start: start, holds).due
      return due == .distantFuture ? nil : due
    }

    /// The open seconds from the start until now, without the holds.
    var elapsed: TimeInterval {
      policy.calendars[calendar].openSeconds(from: start, to: now, excluding: holds)
    }

    var unknownYear: Int? { due.flatMap { policy.calendars.unknownYear(calendar, from: start, to: $0) } }

    var json: JSONText {
      .object([
        ("start", .text(start.isoText)), ("target", .text("\(target)")),
        ("calendar", .text(calendar.rawValue)),
        ("due", .optional(due?.isoText)), ("now", .text(now.isoText)),
        ("elapsed_s", .number(Int(elapsed))), ("late", .flag(due.map { now > $0 } ?? false)),
        ("unknown_year", unknownYear.map(JSONText.number) ?? .null),
      ])
    }

    func text(_ language: Language) -> String {
      let zone = policy.calendars.zone
      let by = due?.deskText(zone) ?? Words(zh: "永远不到：没有开门时间", en: "never: it does not open")(language)
      var lines = [
        Words(
          zh: "起算 \(start.deskText(zone))  时限 \(target.words.zh)  按\(calendar.words.zh)",
          en: "start \(start.deskText(zone))  target \(target.words.en)  \(calendar.words.en)")(language),
        Words(zh: "应于 \(by)", en: "due \(by)")(language),
        Words(
          zh: "到 \(now.deskText(zone)) 已用 \(Words.span(elapsed).zh)",
          en: "elapsed \(Words.span(elapsed).en) by \(now.deskText(zone))")(language),
      ]
      if let year = unknownYear { lines.append(Words.unknown(year: year)(language)) }
      return lines.joined(separator: "\n") + "\n"
    }
  }
}

extension ClockTarget {
  fileprivate var isWorkingDays: Bool { if case .workingDays = self { true } else { false } }
}

extension [Range<Date>] {
  /// Itself in order, with those that overlap made one.
  fileprivate var joined: [Range<Date>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { spans, span in
      if let last = spans.last, span.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<Swift.max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
  }
}

extension ClockCase.Answer {
  /// The answer in the shape of the case; instants have the offset of the schedule's zone.
  fileprivate func json(_ zone: TimeZone) -> JSONText {
    switch self {
    case .instant(let instant): .text(instant.isoText(in: zone))
    case .seconds(let number), .count(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .date(let date): .text("\(date)")
    case .never: .null
    }
  }
}

extension Failure {
  /// A line that asks nothing of a calendar; the error says what stands where.
  fileprivate init(noCase error: any Error, file: String, line: Int) {
    let (path, cause): ([any CodingKey], String) =
      switch error as? DecodingError {
      case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
      case .keyNotFound(let key, let context): (context.codingPath + [key], "missing")
      case .typeMismatch(_, let context), .valueNotFound(_, let context):
        (context.codingPath, context.debugDescription)
      default: ([], "\(error)")
      }
    let key = path.map(\.stringValue).joined(separator: ".")
    let fault = (key.isEmpty ? cause : "\(key): \(cause)").plainLine
    self.init(
      .data, zh: "\(file) 第 \(line) 行不是时限问题（\(fault)）。一行写一个 JSON，要有 id、kind、schedule 和那一类的项。",
      en: "Line \(line) of \(file) is no clock case (\(fault)). Write one JSON object a line with id, kind, "
        + "schedule and what that kind needs.")
  }
}
