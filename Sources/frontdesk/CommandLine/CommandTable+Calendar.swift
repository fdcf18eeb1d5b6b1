import Dashboard
import Desk

extension CommandTable {
  /// Commands about clocks, calendars and the policy they come from.
  static let calendars: [CommandDefinition] = [
    clockAnswer, calendarShow, calendarImport, policyShow, policyCheck, policyDiff, policyPublish,
    policyApply, standards,
  ]

  private static let clockAnswer = CommandDefinition(
    name: "clock",
    options: [
      Option("cases", "FILE", zh: "回答一个文件里的问题，一行一个", en: "answer a file of cases, a line for each"),
      Option("start", "TIME", zh: "从什么时候算起", en: "when it starts"),
      Option("target", "SPAN", zh: "多久：30m、4h 或 5 working days", en: "how long: 30m, 4h or 5 working days"),
      Option(
        "hold", "A..B", repeats: true, zh: "从 A 到 B 不算，可以写几次",
        en: "from A to B does not count; may come again"),
      Option(
        "calendar", "NAME", choices: CalendarID.allCases.map(\.rawValue),
        zh: "按哪个时间，默认 24x7；工作日默认 work", en: "whose hours; 24x7 otherwise, work for working days"),
      textOrJSON,
    ],
    summary: Words(zh: "算一个时限", en: "work out one clock"),
    details: Words(
      zh: "工作日不算受理当天，到第几个工作日的下班时间。--cases 的文件一行一个 JSON，回答是 {\"id\": …, \"answer\": …}。",
      en:
        "Working days leave out the day of receipt and end at closing time. A file of cases has one JSON object a line; "
        + "each is answered by {\"id\": …, \"answer\": …}."),
    examples: [
      "frontdesk clock --start 2026-11-20T16:00 --target 4h --calendar desk",
      "frontdesk clock --start 14:00 --target 8h --hold 15:00..16:30",
      "frontdesk clock --start 2026-09-30T10:00 --target \"5 working days\"",
      "frontdesk clock --cases cases.ndjson",
    ], run: ClockCommand.run)

  private static let calendarShow = CommandDefinition(
    name: "calendar show", arguments: [Argument(name: "YEAR", isOptional: true)], options: [format],
    summary: Words(zh: "节假日和调休上班", en: "holidays and make-up working days"),
    details: Words(zh: "不写年份就列出有数据的年份。", en: "Without YEAR it lists the years that are known."),
    examples: ["frontdesk calendar show 2026", "frontdesk calendar show"], run: CalendarCommand.show)

  private static let calendarImport = CommandDefinition(
    name: "calendar import", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "发布一年的节假日", en: "publish the holidays of a year"),
    details: Words(
      zh: """
        文件是 CSV：date,name,kind,announced_in（kind 是 off 或 work，announced_in 可以不写），
        或 JSON：{ "year": 2027, "days": [{ "date": "2027-01-01", "name": "元旦", "isOffDay": true }] }。
        同一年再发布一次就替换；没有变化就什么也不记。
        """,
      en: """
        The file is CSV: date,name,kind,announced_in (kind is off or work; announced_in may be left out),
        or JSON: { "year": 2027, "days": [{ "date": "2027-01-01", "name": "元旦", "isOffDay": true }] }.
        Publishing a year again takes the place of it; where nothing changes nothing is recorded.
        """),
    examples: ["frontdesk calendar import 2027.json"], run: CalendarCommand.publish)

  private static let policyShow = CommandDefinition(
    name: "policy show",
    options: [
      Option(
        "format", "FORMAT", choices: ["text", "json5"], zh: "json5 是可以改了再用的文件，默认 text",
        en: "json5 is a file to be changed; text otherwise"),
      Option(
        "version", "N", zh: "第几版，0 是程序自带的；默认现行", en: "which version, 0 as shipped; that in force otherwise"),
    ],
    summary: Words(zh: "现行的承诺：时限、时间、类别，各有来源", en: "the promises in force, each with its source"),
    details: Words(
      zh: "来源是服务标准的编号，design 是自定的。",
      en: "A source is a number of the service standard; design is our own choice."),
    examples: ["frontdesk policy show", "frontdesk policy show --format json5 > policy.json5"],
    run: PolicyCommand.show)

  private static let policyCheck = CommandDefinition(
    name: "policy check", arguments: [Argument(name: "FILE", isOptional: true)],
    summary: Words(zh: "检查一份承诺文件", en: "check a policy file"),
    details: Words(
      zh: "不改动任何东西；有错就说在第几行、可以写什么。", en: "Changes nothing; says where it is wrong and what may stand there."),
    examples: ["frontdesk policy check policy.json5"], run: PolicyCommand.check)

  private static let policyDiff = CommandDefinition(
    name: "policy diff", arguments: [Argument(name: "FILE", isOptional: true)],
    summary: Words(zh: "一份承诺文件和现行的有什么不同", en: "how a policy file differs from the policy in force"),
    examples: ["frontdesk policy diff policy.json5"], run: PolicyCommand.diff)

  private static let policyPublish = CommandDefinition(
    name: "policy publish", arguments: [Argument(name: "FILE", isOptional: true)],
    summary: Words(zh: "发布一份承诺文件，所有前台从此照办", en: "publish a policy file, for every desk from now on"),
    details: Words(
      zh: """
        要主管或项目经理来发布（--as）。未结的工单仍按受理时的承诺，要改按新的请用 policy apply。
        还没有发布过的库，第一次打开时照 $XDG_CONFIG_HOME/frontdesk/policy.json5 开始；没有这个文件就照自带的。
        只让某些岗位看完整电话：limits 里加 reveal: { value: "supervisor archivist", source: "S099" }。
        新报修自动派给在岗、懂这一行、手上最少的人：limits 里加 dispatch: { value: "automatic", source: "S015" }。
        之后改了那个文件，要发布才算：不写 FILE 就是发布它，大屏会提醒。
        """,
      en: """
        A supervisor or the manager publishes (--as). Open tickets keep the promises they came in under; policy apply changes that.
        A store that has published none begins with $XDG_CONFIG_HOME/frontdesk/policy.json5 when it is opened, or with the standard.
        To let only some posts see whole phones, add reveal: { value: "supervisor archivist", source: "S099" } to limits.
        To have new repairs given to whoever is on shift, knows the trade and has least on hand, add dispatch: { value: "automatic", source: "S015" }.
        Later changes to that file count once they are published: without FILE it is that one, and a dashboard says when it differs.
        """),
    examples: ["frontdesk policy publish policy.json5 --as 赵敏"], run: PolicyCommand.publish)

  private static let policyApply = CommandDefinition(
    name: "policy apply", arguments: [Argument(name: "TICKET", isOptional: true, repeats: true)],
    summary: Words(zh: "未结的工单改按现行的承诺", en: "hold open tickets to the policy in force"),
    details: Words(
      zh: "不写单号就是全部。已停的时间照算，已超时的仍是超时。要主管或项目经理来做。",
      en:
        "All of them without TICKET. Held time stays held, and what was missed stays missed. A supervisor or the manager does it."
    ),
    examples: ["frontdesk policy apply R-12 --as 赵敏", "frontdesk policy apply --as 赵敏"],
    run: PolicyCommand.apply)

  private static let standards = CommandDefinition(
    name: "standards",
    options: [
      Option(
        "format", "FORMAT", choices: ["text", "md"], zh: "md 可以排版张贴，默认 text",
        en: "md to be typeset; text otherwise")
    ],
    summary: Words(
      zh: "承诺公示：时限、急修范围、收费、电话", en: "the standards to be posted: promises, urgent list, prices, telephones"),
    details: Words(
      zh: "照现行的承诺；改了承诺就重新打印、张贴。", en: "From the policy in force; print and post it again when that changes."),
    examples: ["frontdesk standards --lang zh > 公示.txt", "frontdesk standards --format md"],
    run: StandardsCommand.run)
}
