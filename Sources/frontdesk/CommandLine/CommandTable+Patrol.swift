import Dashboard
import Desk

extension CommandTable {
  /// Commands about patrol.
  static let patrol: [CommandDefinition] = [checkIn, roundStart, routesPublish, routesList]

  private static let guardOption = Option("guard", "NAME", zh: "巡查员", en: "who walks")
  private static let at = Option("at", "TIME", zh: "什么时候发生的，默认现在", en: "when it happened; now otherwise")

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
    details: Words(zh: "没有进行中的轮次就开始一轮。", en: "Without an open round one begins."),
    examples: ["frontdesk checkin A 水泵房 --guard 张强", "frontdesk checkin A 3 --result failed --note 门锁坏"],
    run: PatrolCommand.checkIn)

  private static let roundStart = CommandDefinition(
    name: "round start", arguments: [Argument(name: "ROUTE")], options: [guardOption, at],
    summary: Words(zh: "开始一轮巡查", en: "start a round"), examples: ["frontdesk round start A --guard 张强"],
    run: PatrolCommand.start)

  private static let routesPublish = CommandDefinition(
    name: "routes publish", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "发布巡查路线", en: "publish patrol routes"),
    details: Words(
      zh:
        #"文件是 JSON5：{ routes: [{ id: "A", name: "A线", points: [{ id: "1", name: "大堂", within: 10 }] }] }；within 是开始后几分钟内到。"#,
      en:
        #"The file is JSON5: { routes: [{ id: "A", name: "Line A", points: [{ id: "1", name: "Lobby", within: 10 }] }] }; "#
        + "within is minutes after the start."),
    examples: ["frontdesk routes publish routes.json5"], run: PatrolCommand.publish)

  private static let routesList = CommandDefinition(
    name: "routes list", options: [format],
    summary: Words(zh: "列出路线、点位和本轮情况", en: "list routes, their checkpoints and the latest round"),
    examples: ["frontdesk routes list"], run: PatrolCommand.list)
}
