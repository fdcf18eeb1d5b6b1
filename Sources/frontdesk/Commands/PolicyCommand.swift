import Dashboard
import Desk
import Foundation

/// `frontdesk policy …`: what the office promised, as data.
enum PolicyCommand {
  static func show(_ call: Invocation) throws(Failure) {
    let policy = try call.policy()
    guard call.format != "json5" else { return try call.output.text(policy.json5) }
    let language = call.language
    try call.output.text(clocks(policy, language) + "\n" + hours(policy, language) + "\n")
    try call.output.text(categories(policy, language))
  }

  static func check(_ call: Invocation) throws(Failure) {
    let policy = try read(call)
    let (clocks, categories) = (policy.clocks.count, policy.categories.count)
    try call.say(
      zh: "\(policy.name.plainLine) 可以用：\(clocks) 个时限，\(categories) 个类别。",
      en: "\(policy.name.plainLine) can be used: \(clocks) clocks, \(categories) categories.")
  }

  static func diff(_ call: Invocation) throws(Failure) {
    let (gone, new) = try call.policy().changes(to: read(call))
    for entry in gone { try call.output.line("- \(entry.line)") }
    for entry in new { try call.output.line("+ \(entry.line)") }
    if gone.isEmpty, new.isEmpty {
      try call.say(zh: "和现行的一样。", en: "It says what the policy in force says.")
    }
  }

  private static func read(_ call: Invocation) throws(Failure) -> Policy {
    let path = call.options.argument(0)
    let text = try call.text(of: path)
    do { return try Policy(json5: text, file: path) } catch { throw Failure(error) }
  }

  private static func clocks(_ policy: Policy, _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "时限", en: "Clock"), Words(zh: "对象", en: "Covers"), Words(zh: "多久", en: "Target"),
        Words(zh: "时间", en: "Hours"), Words(zh: "起", en: "Starts"), Words(zh: "止", en: "Stops"),
        Words(zh: "停", en: "Held"), Words(zh: "预警", en: "Warns"), Words(zh: "来源", en: "Source"),
      ].map { $0(language) })
    for rule in policy.clocks {
      table.add([
        rule.id.words(language), rule.covers(language), rule.target.words(language),
        rule.calendar.words(language), rule.start.words(language), rule.stop.words(language),
        rule.hold.words(language), rule.warns.map { TimeInterval($0).written }.joined(separator: " "),
        rule.source,
      ])
    }
    return table.text
  }

  private static func hours(_ policy: Policy, _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "时间", en: "Hours"), Words(zh: "周一", en: "Mon"), Words(zh: "周二", en: "Tue"),
        Words(zh: "周三", en: "Wed"), Words(zh: "周四", en: "Thu"), Words(zh: "周五", en: "Fri"),
        Words(zh: "周六", en: "Sat"), Words(zh: "周日", en: "Sun"), Words(zh: "节假日", en: "Holidays"),
        Words(zh: "来源", en: "Source"),
      ].map { $0(language) })
    for id in CalendarID.allCases {
      guard let hours = policy.hours[id] else { continue }
      let kept = hours.keepsHolidays ? Words(zh: "休", en: "kept") : Words(zh: "照常", en: "open")
      table.add(
        [id.words(language)] + hours.week.map { $0.isOpen ? "\($0)" : "-" } + [kept(language), hours.source])
    }
    return table.text
  }

  private static func categories(_ policy: Policy, _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "类别", en: "Category"), Words(zh: "系统", en: "System"), Words(zh: "哪几类单", en: "Kinds"),
        Words(zh: "急修", en: "Urgent"), Words(zh: "来源", en: "Source"),
      ].map { $0(language) })
    for category in policy.categories {
      let kinds = TicketKind.allCases.filter(category.kinds.contains).map { $0.words(language) }
      table.add([
        Category.words(category.id)(language),
        category.system.map { Category.words($0.rawValue)(language) } ?? "",
        kinds.joined(separator: language == .chinese ? "、" : ", "),
        category.isUrgent ? Urgency.urgent.words(language) : "", category.source,
      ])
    }
    return table.text
  }
}
