import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk policy …`: what the office promised, as data.
enum PolicyCommand {
  static func show(_ call: Invocation) throws(Failure) {
    let policies = try call.policies()
    var version = policies.version
    if let asked = try call.number("version", least: 0) { version = asked }
    guard version <= policies.version else {
      throw Failure(
        .refused, zh: "没有第 \(version) 版承诺，最新是第 \(policies.version) 版。",
        en: "There is no version \(version) of the promises; the latest is \(policies.version).")
    }
    let policy = policies[version]
    guard call.format != "json5" else { return try call.output.text(policy.json5) }
    let language = call.language
    try call.output.line(heading(policies, version, language) + "\n")
    let plans = try call.deskOrEmpty().plans.map(\.plan)
    try call.output.text(clocks(policy, plans, language) + "\n" + hours(policy, language) + "\n")
    try call.output.text(categories(policy, language) + "\n" + PolicyTables.terms(policy.terms, language))
  }

  /// Publishes a policy file; every desk goes by it from then on.
  static func publish(_ call: Invocation) throws(Failure) {
    let policy = try read(call)
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    let before = clerk.desk.policies.version
    try call.carryOut(.publishPolicy(policy), journal, clerk)
    let version = clerk.desk.policies.version
    guard version > before else { return }
    try call.tell(
      zh: "这是第 \(version) 版，新单从现在起照它；未结的单照旧，要改用 frontdesk policy apply。",
      en:
        "This is version \(version), for new tickets from now on; open ones keep theirs until frontdesk policy apply."
    )
  }

  /// Holds open tickets to the policy in force: those that were named, or all.
  static func apply(_ call: Invocation) throws(Failure) {
    var ids: [TicketID] = []
    for word in call.options.arguments { ids.append(try TicketNumber.read(word)) }
    let journal = try call.writer(createZone: nil)
    let clerk = try call.clerk(journal)
    if ids.isEmpty {
      let older = clerk.desk.tickets.values.filter { $0.policyVersion != clerk.desk.policies.version }
      ids = older.map(\.id).sorted()
    }
    var changed = Recorded()
    for id in ids { changed.events += try call.submit(.ticket(id, .applyPolicy), journal, clerk).events }
    try call.say(changed, journal)
  }

  private static func heading(_ policies: Policies, _ version: Int, _ language: Language) -> String {
    let policy = policies[version]
    guard version > 0 else {
      return Words(
        zh: "\(policy.name)：程序自带，第 0 版", en: "\(policy.name): shipped with the program, version 0")(language)
    }
    let from = policies.dates[version - 1].deskText(policy.calendars.zone)
    return Words(
      zh: "\(policy.name.plainLine)：第 \(version) 版，\(from) 起",
      en: "\(policy.name.plainLine): version \(version), since \(from)")(language)
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
    guard let path = call.options.arguments.first ?? PolicyFile.path(call.environment) else {
      let folder = Folders(call.environment).configuration
      throw Failure(
        .usage,
        zh: "\(folder) 里没有 policy.json5。请写文件名，或先 frontdesk policy show --format json5 > policy.json5。",
        en:
          "There is no policy.json5 in \(folder). Name a file; frontdesk policy show --format json5 writes one."
      )
    }
    let text = try call.text(of: path)
    return try inWords(file: Policy(json5: text, file: path))
  }

  /// The clocks of the policy, and that of sudden trouble, whose span is in the plans.
  private static func clocks(_ policy: Policy, _ plans: [EmergencyPlan], _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "时限", en: "Clock"), Words(zh: "对象", en: "Covers"), Words(zh: "多久", en: "Target"),
        Words(zh: "时间", en: "Hours"), Words(zh: "起", en: "Starts"), Words(zh: "止", en: "Stops"),
        Words(zh: "停", en: "Held"), Words(zh: "预警", en: "Warns"), Words(zh: "来源", en: "Source"),
      ], language)
    for rule in policy.clocks {
      table.add([
        rule.id.words(language), rule.covers(language), rule.target.words(language),
        rule.calendar.words(language), rule.start.words(language), rule.stop.words(language),
        rule.hold.words(language), rule.warns.map { TimeInterval($0).written }.joined(separator: " "),
        rule.source,
      ])
    }
    for (minutes, covers) in StandardsSheet.responses(plans) {
      let target = ClockTarget.time(TimeInterval(minutes * 60))
      let warns = Incident.warns.filter { $0 < minutes * 60 }.map { TimeInterval($0).written }
      table.add([
        Words(zh: "突发响应", en: "response")(language), covers(language), target.words(language),
        CalendarID.always.words(language), Words(zh: "宣布", en: "declared")(language),
        Words(zh: "第一步", en: "first step")(language), ClockHold.never.words(language),
        warns.joined(separator: " "), "S009",
      ])
    }
    return table.text
  }

  private static func hours(_ policy: Policy, _ language: Language) -> String {
    var table = TextTable(
      [Words(zh: "时间", en: "Hours")] + Weekday.allCases.map(\.words)
        + [Words(zh: "节假日", en: "Holidays"), Words(zh: "来源", en: "Source")], language)
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
      ], language)
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
