import Dashboard
import Desk

/// The terms of a policy as tables.
enum PolicyTables {
  static func terms(_ terms: OfficeTerms, _ language: Language) -> String {
    [
      ladder(terms.escalation, language), holds(terms.holds, language), tariffs(terms.tariffs, language),
      lines(terms.lines, language), limits(terms.limits, language),
    ].joined(separator: "\n")
  }

  private static func ladder(_ steps: [EscalationStep], _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "升级", en: "Escalates"), Words(zh: "对象", en: "Covers"), Words(zh: "多久以后", en: "After"),
        Words(zh: "给谁", en: "To"), Words(zh: "再提醒", en: "Again"), Words(zh: "来源", en: "Source"),
      ], language)
    for step in steps {
      let covers = [step.urgency?.words(language), step.grade?.words(language)].compactMap { $0 }
      let again = step.again.map { "\($0.written) x\(step.times)" } ?? ""
      table.add([
        step.cause.words(language), covers.joined(separator: " "),
        step.after > 0 ? step.after.written : Words(zh: "马上", en: "at once")(language),
        step.role.words(language), again, step.source,
      ])
    }
    return table.text
  }

  private static func holds(_ holds: [HoldRule], _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "可以挂起的原因", en: "May wait for"), Words(zh: "要写依据", en: "Evidence"),
        Words(zh: "来源", en: "Source"),
      ], language)
    for hold in holds {
      let evidence = hold.needsEvidence ? Words(zh: "要", en: "needed")(language) : ""
      table.add([hold.reason.words(language), evidence, hold.source])
    }
    return table.text
  }

  private static func tariffs(_ tariffs: [Tariff], _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "收费服务", en: "Service"), Words(zh: "价格（不含材料）", en: "Price without material"),
        Words(zh: "来源", en: "Source"),
      ], language)
    for tariff in tariffs { table.add([tariff.words(language), tariff.price(language), tariff.source]) }
    return table.text
  }

  private static func lines(_ lines: [PhoneLine], _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "电话", en: "Telephone"), Words(zh: "号码", en: "Number"), Words(zh: "来源", en: "Source"),
      ], language)
    for line in lines { table.add([line.purpose.words(language), line.phone, line.source]) }
    return table.text
  }

  private static func limits(_ limits: RuleLimits, _ language: Language) -> String {
    var table = TextTable(
      [Words(zh: "规则", en: "Rule"), Words(zh: "界限", en: "Limit"), Words(zh: "来源", en: "Source")], language)
    for limit in limits.all { table.add([limit.words(language), limit.value, limit.source]) }
    return table.text
  }
}
