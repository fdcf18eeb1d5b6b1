package import Desk
import Foundation

/// What the office posts for everybody to read (S095): its promises, the list of urgent repairs (S027), prices (S023), free services
/// (S024), opening hours (S008) and the telephones (S004, S034, S035), all from the policy in force.
package struct StandardsSheet: Equatable, Sendable {
  /// One thing that is posted.
  package struct Row: Equatable, Sendable {
    package var text: Words
    /// Numbers of the service standard, `design` for what the office settled itself.
    package var source: String
  }

  /// Rows under one heading; never empty.
  package struct Section: Equatable, Sendable {
    package var title: Words
    package var rows: [Row]
  }

  package let name: String
  package let sections: [Section]

  /// Reads a policy, and how soon the plans in force have sudden trouble answered.
  package init(_ policy: Policy, _ plans: [EmergencyPlan]) {
    name = policy.name.plainLine
    let tariffs = policy.terms.tariffs
    sections = [
      Section(
        title: Words(zh: "服务承诺", en: "Promises"),
        rows: Self.promises(policy) + Self.responses(plans).map(Self.response)),
      Section(title: Words(zh: "急修范围", en: "Urgent"), rows: [Self.urgent(policy)]),
      Section(title: Words(zh: "收费标准", en: "Prices"), rows: [Self.list(tariffs.filter { $0.yuan > 0 })]),
      Section(title: Words(zh: "便民服务", en: "Free"), rows: [Self.list(tariffs.filter { $0.yuan == 0 })]),
      Section(title: Words(zh: "办公时间", en: "Hours"), rows: Self.hours(policy)),
      Section(title: Words(zh: "电话", en: "Telephones"), rows: policy.terms.lines.map(Self.line)),
    ]
  }

  /// Every clock, and what is owed to those who must wait for parts.
  private static func promises(_ policy: Policy) -> [Row] {
    let rows = policy.clocks.map(promise)
    guard let parts = policy.terms.holds.first(where: { $0.reason == .parts }) else { return rows }
    let words = Words(zh: "要等配件的，先告知业主再挂起", en: "waiting for parts: the owner is told first")
    return rows + [Row(text: words, source: parts.source)]
  }

  /// How soon sudden trouble is answered, in minutes: the longest span of any plan for all, and those that are quicker by name.
  package static func responses(_ plans: [EmergencyPlan]) -> [(minutes: Int, covers: Words)] {
    guard let longest = plans.map(\.respond).max() else { return [] }
    let quicker = Dictionary(grouping: plans.filter { $0.respond < longest }, by: \.respond)
    return [(longest, Words(zh: "突发事件", en: "incidents"))]
      + quicker.sorted { $0.key > $1.key }.map { ($0.key, Words(list: $0.value.map(\.name.words))) }
  }

  /// - Source: S009.
  private static func response(_ minutes: Int, _ covers: Words) -> Row {
    let within = ClockTarget.time(TimeInterval(minutes * 60)).posted
    return Row(
      text: Words(zh: "\(covers.zh)：\(within.zh)内响应", en: "\(covers.en): first step within \(within.en)"),
      source: "S009")
  }

  private static func promise(_ rule: ClockRule) -> Row {
    let (covers, stop) = (rule.covers, rule.stop.words)
    let (target, hours) = (rule.target.posted, rule.calendar.words)
    let isCounted = if case .time = rule.target { rule.calendar != .always } else { false }
    let within =
      isCounted
      ? Words(zh: "\(target.zh)内（按\(hours.zh)计）", en: "within \(target.en) of \(hours.en)")
      : Words(zh: "\(target.zh)内", en: "within \(target.en)")
    return Row(
      text: Words(zh: "\(covers.zh)：\(within.zh)\(stop.zh)", en: "\(covers.en): \(stop.en) \(within.en)"),
      source: rule.source)
  }

  private static func urgent(_ policy: Policy) -> Row {
    let urgent = policy.categories.filter(\.isUrgent)
    let sources = Set(urgent.flatMap { $0.source.split(separator: " ") }).sorted()
    return Row(
      text: joined(urgent.map { Category.words($0.id) }), source: sources.joined(separator: " "))
  }

  private static func list(_ tariffs: [Tariff]) -> Row {
    let texts = tariffs.map { tariff in
      tariff.yuan > 0
        ? Words(
          zh: "\(tariff.words.zh) \(tariff.price.zh)", en: "\(tariff.words.en) \(tariff.price.en)")
        : tariff.words
    }
    let sources = Set(tariffs.flatMap { $0.source.split(separator: " ") }).sorted()
    return Row(text: joined(texts), source: sources.joined(separator: " "))
  }

  private static func hours(_ policy: Policy) -> [Row] {
    CalendarID.allCases.compactMap { id in
      guard let hours = policy.hours[id] else { return nil }
      let kept = hours.keepsHolidays ? Words(zh: "，节假日休息", en: ", closed on holidays") : .none
      let days = week(hours.week)
      return Row(
        text: Words(
          zh: "\(id.words.zh)：\(days.zh)\(kept.zh)", en: "\(id.words.en): \(days.en)\(kept.en)"),
        source: hours.source)
    }
  }

  /// Days with the same hours together: `周一至周五 09:00-12:00 14:00-18:00`.
  private static func week(_ week: [DayHours]) -> Words {
    var spans: [(first: Int, last: Int, hours: DayHours)] = []
    for (day, hours) in week.enumerated() where hours.isOpen {
      if let last = spans.last, last.hours == hours, last.last == day - 1 {
        spans[spans.count - 1].last = day
      } else {
        spans.append((day, day, hours))
      }
    }
    return joined(
      spans.map { span in
        let (first, last) = (Weekday.allCases[span.first].words, Weekday.allCases[span.last].words)
        let days =
          span.first == span.last
          ? first : Words(zh: "\(first.zh)至\(last.zh)", en: "\(first.en)-\(last.en)")
        return Words(zh: "\(days.zh) \(span.hours)", en: "\(days.en) \(span.hours)")
      })
  }

  private static func line(_ line: PhoneLine) -> Row {
    let phone = line.phone.plainLine
    let number =
      phone.isEmpty
      ? Words(zh: "（还没有填写，请发布承诺时写上）", en: "(not written yet: publish a policy with it)")
      : Words(both: phone)
    return Row(
      text: Words(zh: "\(line.purpose.words.zh)：\(number.zh)", en: "\(line.purpose.words.en): \(number.en)"),
      source: line.source)
  }

  private static func joined(_ list: [Words]) -> Words {
    list.isEmpty ? Words(zh: "（没有）", en: "(none)") : Words(list: list)
  }
}

extension ClockTarget {
  /// The span as it is posted: `4 小时`.
  fileprivate var posted: Words {
    guard case .time(let span) = self else { return words }
    let seconds = Int(span)
    if seconds % 3600 == 0 { return Words(zh: "\(seconds / 3600) 小时", en: "\(seconds / 3600) h") }
    if seconds % 60 == 0 { return Words(zh: "\(seconds / 60) 分钟", en: "\(seconds / 60) min") }
    return Words(zh: "\(seconds) 秒", en: "\(seconds) s")
  }
}
