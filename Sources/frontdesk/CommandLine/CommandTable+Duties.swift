import Dashboard

extension CommandTable {
  /// Commands about recurring duties.
  static let duties: [CommandDefinition] = [list, done, waive, check, publish]

  private static let span = Option(
    "span", "SPAN", zh: "哪一期：2026-11、2026-Q4、2026-H2、2026；默认最早欠的一期",
    en: "which span: 2026-11, 2026-Q4, 2026-H2 or 2026; the oldest owed otherwise")

  private static let list = CommandDefinition(
    name: "duties list",
    options: [
      Option(
        "format", "FORMAT", choices: ["text", "csv", "json", "json5"], zh: "输出格式，默认 text；json5 可以改了再发布",
        en: "the form of the output; json5 can be edited and published")
    ],
    summary: Words(zh: "周期义务：逾期、将到期、已履行", en: "recurring duties: overdue, due soon, discharged"),
    details: Words(
      zh: "欠着旧的一期时，情况、到期、凭据和 span 说的是最早欠的那一期，也就是 owed_since；running_span 是本期。",
      en:
        "Where an older span is owed, standing, due, proof and `span` are of the oldest one, which is `owed_since`; `running_span` is the one that runs now."
    ),
    examples: ["frontdesk duties list", "frontdesk duties list --format json5 > duties.json5"],
    run: DutiesCommand.list)

  private static let done = CommandDefinition(
    name: "duties done",
    arguments: [Argument(name: "DUTY"), Argument(name: "PROOF", isOptional: true, repeats: true)],
    options: [
      Option("figure", "PERCENT", zh: "数字凭据，如沟通面 52", en: "the figure, such as households reached"), span, at,
    ],
    summary: Words(zh: "周期义务已履行，写明凭据", en: "a duty is discharged; say what proves it"),
    examples: [
      "frontdesk duties done fire-monthly 巡查表 11-08.pdf", "frontdesk duties done census --figure 52 汇总表",
    ],
    run: DutiesCommand.done)

  private static let waive = CommandDefinition(
    name: "duties waive", arguments: [Argument(name: "DUTY"), Argument(name: "REASON", repeats: true)],
    options: [span, at], summary: Words(zh: "免除一期，写明原因", en: "waive a duty for one span, with the reason"),
    details: Words(
      zh: "免除的一期后来办了，仍可用 duties done 记履行，记录里两样都在。",
      en: "A span that was waived and done after all takes `duties done`; then both are on record."),
    examples: ["frontdesk duties waive events 疫情期间停办"], run: DutiesCommand.waive)

  private static let check = CommandDefinition(
    name: "duties check", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "检查周期义务文件", en: "check a file of duties"),
    examples: ["frontdesk duties check duties.json5"],
    run: DutiesCommand.check)

  private static let publish = CommandDefinition(
    name: "duties publish", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "发布本办公室的周期义务", en: "publish the office's own duties"),
    examples: ["frontdesk duties publish duties.json5"], run: DutiesCommand.publish)
}
