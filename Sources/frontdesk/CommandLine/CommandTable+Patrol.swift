import Dashboard
import Desk

extension CommandTable {
  /// Commands about patrol.
  static let patrol: [CommandDefinition] = [
    checkIn, roundStart, roundAssign, roundUndo, roundExcuse, routesPublish, routesList, importPunches,
    reportPatrol,
  ]

  private static let guardOption = Option("guard", "NAME", zh: "巡查员", en: "who walks")

  private static let checkIn = CommandDefinition(
    name: "checkin", arguments: [Argument(name: "ROUTE"), Argument(name: "POINT")],
    options: [
      guardOption,
      Option(
        "result", "RESULT", choices: CheckInResult.allCases.map(\.rawValue), zh: "结果，默认 ok",
        en: "what was found; ok otherwise"),
      Option("note", "TEXT", zh: "说明", en: "a note"),
      Option("method", "METHOD", zh: "怎么打的卡，默认 cli", en: "how it was read; cli otherwise"), at,
    ],
    summary: Words(zh: "点位打卡", en: "check in at a checkpoint"),
    details: Words(
      zh: "没有进行中的轮次就开始一轮。同一点位 30 秒内重复送来的同样结果算一次（自定 design）。",
      en:
        "Without an open round one begins. The same result of a point within 30 seconds counts once (design)."
    ),
    examples: ["frontdesk checkin A 水泵房 --guard 张强", "frontdesk checkin A 3 --result failed --note 门锁坏"],
    run: PatrolCommand.checkIn)

  private static let roundStart = CommandDefinition(
    name: "round start", arguments: [Argument(name: "ROUTE")], options: [guardOption, at],
    summary: Words(zh: "开始一轮巡查", en: "start a round"), examples: ["frontdesk round start A --guard 张强"],
    run: PatrolCommand.start)

  private static let roundAssign = CommandDefinition(
    name: "round assign", arguments: [Argument(name: "ROUND")], options: [guardOption],
    summary: Words(zh: "把一轮派给巡查员，或改派", en: "give a round to a guard, or to another"),
    examples: ["frontdesk round assign P-20261120-A-3 --guard 张强"], run: PatrolCommand.assign)

  private static let roundUndo = CommandDefinition(
    name: "round undo", arguments: [Argument(name: "ROUND"), Argument(name: "POINT")],
    summary: Words(zh: "撤销打卡：其实没有人到过", en: "take back a check-in: nobody was there"),
    examples: ["frontdesk round undo P-20261120-A-3 水泵房"], run: PatrolCommand.takeBack)

  private static let roundExcuse = CommandDefinition(
    name: "round excuse", arguments: [Argument(name: "ROUND"), Argument(name: "POINT")],
    options: [Option("reason", "TEXT", zh: "为什么漏了，记在案", en: "why it was missed; it goes on record"), at],
    summary: Words(zh: "给漏检的点位写说明", en: "excuse a missed checkpoint"),
    examples: ["frontdesk round excuse P-20261120-A-3 水泵房 --reason 暴雨封路"], run: PatrolCommand.excuse)

  private static let importPunches = CommandDefinition(
    name: "import punches", arguments: [Argument(name: "FILE")],
    options: [
      Option(
        "within", "MINUTES", zh: "点位几分钟内要到，默认 180", en: "minutes within which points are due; 180 otherwise"),
      rejects,
    ],
    summary: Words(zh: "导入打卡记录（CSV），一点一行", en: "import a log of checkpoints (CSV), a row a point"),
    details: Words(
      zh: "列：date route round seq checkpoint elapsed_s，可有 start、official_verdict（rtd 是中断）。elapsed_s 空着是漏检。"
        + "日期、路线、轮次都相同的行是一轮，连在一起；start 写 08:05:30 或 08:05，没有就从当天零点算。再导一次不会多出来，中断了再导一次就好；改过的一轮不会再记一遍，会写进退回文件。",
      en:
        "Columns: date, route, round, seq, checkpoint, elapsed_s, and maybe start and official_verdict (rtd is given up). An "
        + "empty elapsed_s is a miss. Rows with the same date, route and round are one round, and are together; start is 08:05:30 or "
        + "08:05, and without it midnight counts. Importing again adds "
        + "nothing, and an interrupted import can be run again; a round that was put right since is not recorded a second time, it "
        + "goes to the rejects."),
    examples: ["xz -dc punches.csv.xz | frontdesk import punches -"], run: PunchImport.run)

  private static let reportPatrol = CommandDefinition(
    name: "report patrol",
    options: [
      Option("from", "TIME", zh: "从何时开始的轮次", en: "rounds that began then or later"),
      Option(
        "to", "TIME", zh: "到何时为止，写日期就含当天；默认现在", en: "and before then, a day is counted whole; now otherwise"),
      format,
    ],
    summary: Words(zh: "巡查频次：应巡和走完的轮次", en: "how often routes were walked of what was planned"),
    examples: ["frontdesk report patrol --from 2026-11-01 --to 2026-11-30 --format csv"],
    run: PatrolReport.run)

  private static let routesPublish = CommandDefinition(
    name: "routes publish", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "发布巡查路线", en: "publish patrol routes"),
    details: Words(
      zh:
        #"文件是 JSON5：{ routes: [{ id: "A", name: "A线", points: [{ id: "1", name: "大堂", within: 10 }] }] }；within 是开始后几分钟内到，opens 之前到算早到，asset 是台账里的设备号。周期可写 schedule: { every: "2h", from: "22:00", until: "06:00", guard: "张强" }；every 是 1h 到 24h、daily、weekly（on 1 到 7）、monthly（on 1 到 31）。轮次提前 24 小时排好。"#,
      en:
        #"The file is JSON5: { routes: [{ id: "A", name: "Line A", points: [{ id: "1", name: "Lobby", within: 10 }] }] }; "#
        + "within is minutes after the start, before opens is early, asset is equipment on the register. Rounds are planned a day ahead by "
        + #"schedule: { every: "2h", from: "22:00", until: "06:00", guard: "Lee" }; every is 1h to 24h, daily, weekly (on 1 to 7) "#
        + "or monthly (on 1 to 31)."),
    examples: ["frontdesk routes publish routes.json5"], run: PatrolCommand.publish)

  private static let routesList = CommandDefinition(
    name: "routes list", options: [format],
    summary: Words(zh: "列出路线、点位和本轮情况", en: "list routes, their checkpoints and the latest round"),
    examples: ["frontdesk routes list"], run: PatrolCommand.list)
}
