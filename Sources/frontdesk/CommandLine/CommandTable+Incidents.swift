import Dashboard
import Desk

extension CommandTable {
  /// Commands about sudden trouble and its plans.
  static let incidents: [CommandDefinition] = [
    declare, step, skip, undo, notice, link, contain, review, close, incidentList, incidentShow, plansShow,
    plansCheck, plansPublish,
  ]

  private static let incident = Argument(name: "INCIDENT")
  private static let text = Argument(name: "TEXT", repeats: true)

  private static let declare = CommandDefinition(
    name: "incident declare",
    arguments: [Argument(name: "PLAN", choices: EmergencyPlan.standard.map(\.id))],
    options: [
      Option("place", "PLACE", zh: "在哪里", en: "where it is"),
      Option("text", "TEXT", zh: "情况", en: "what is known"),
      Option("drill", zh: "演练：照做照记，不算超时", en: "a drill: the same steps, no alarm"),
      Option("ticket", "TICKET", zh: "起因的工单", en: "the ticket it came from"), at,
    ],
    summary: Words(zh: "启动预案", en: "declare an incident by its plan"),
    details: Words(
      zh: "30 分钟内要做第一步（S009）。预案见 plans show。",
      en: "The first step is due within 30 minutes (S009). See `plans show`."),
    examples: [
      "frontdesk incident declare fire --place 3栋地库", "frontdesk incident declare lift --place 5-1 --drill",
    ],
    run: IncidentsCommand.declare)

  private static let step = CommandDefinition(
    name: "incident step", arguments: [incident, Argument(name: "STEP", isOptional: true, repeats: true)],
    options: [Option("by", "NAME", zh: "谁做的，默认是操作的人", en: "who did it; whoever acts otherwise"), at],
    summary: Words(zh: "某一步完成；不写就是下一步", en: "mark a step done; the next one without STEP"),
    examples: ["frontdesk incident step I-3", "frontdesk incident step I-3 4 --by 老王"],
    run: IncidentsCommand.step)

  private static let skip = CommandDefinition(
    name: "incident skip", arguments: [incident, Argument(name: "STEP", repeats: true)],
    options: [Option("reason", "TEXT", zh: "为什么不做", en: "why it is left out"), at],
    summary: Words(zh: "某几步不做", en: "leave steps out, with a reason"),
    examples: ["frontdesk incident skip I-3 5 6 --reason 已扑灭"], run: IncidentsCommand.skip)

  private static let undo = CommandDefinition(
    name: "incident undo", arguments: [incident, Argument(name: "STEP", repeats: true)],
    summary: Words(
      zh: "撤销某几步：没有做，或先前说的不做仍算",
      en: "take steps back: they were not done; a step skipped before is skipped again"),
    examples: ["frontdesk incident undo I-3 4"], run: IncidentsCommand.takeBack)

  private static let notice = CommandDefinition(
    name: "incident notice", arguments: [incident, text], options: [at],
    summary: Words(zh: "记下已通知业主（S070）", en: "record what the owners were told (S070)"),
    examples: ["frontdesk incident notice I-3 请走楼梯到中心广场"], run: IncidentsCommand.notice)

  private static let link = CommandDefinition(
    name: "incident link", arguments: [incident, Argument(name: "TICKET")],
    options: [Option("cause", zh: "是起因；不写就是引出的", en: "it is the cause; a consequence otherwise"), at],
    summary: Words(zh: "挂上一张工单", en: "link a ticket"), examples: ["frontdesk incident link I-3 R-12 --cause"],
    run: IncidentsCommand.link)

  private static let contain = CommandDefinition(
    name: "incident contain", arguments: [incident, Argument(name: "TEXT", isOptional: true, repeats: true)],
    options: [at], summary: Words(zh: "已控制", en: "it is contained"),
    examples: ["frontdesk incident contain I-3 明火已灭"], run: IncidentsCommand.contain)

  private static let review = CommandDefinition(
    name: "incident review", arguments: [incident, text], options: [at],
    summary: Words(zh: "事后总结（S069）", en: "write the review (S069)"),
    examples: ["frontdesk incident review I-3 水带接口要每月查"], run: IncidentsCommand.review)

  private static let close = CommandDefinition(
    name: "incident close", arguments: [incident], options: [at],
    summary: Words(zh: "结案；先控制、总结，每一步都处理过", en: "close it: contained, reviewed, every step answered"),
    examples: ["frontdesk incident close I-3"], run: IncidentsCommand.close)

  private static let incidentList = CommandDefinition(
    name: "incident list", options: [format],
    summary: Words(zh: "突发事件，新的在前", en: "incidents, the latest first"),
    examples: ["frontdesk incident list"], run: IncidentsCommand.list)

  private static let incidentShow = CommandDefinition(
    name: "incident show", arguments: [incident], options: [textOrJSON],
    summary: Words(zh: "一件事的步骤和经过", en: "one incident with its steps"),
    examples: ["frontdesk incident show I-3"],
    run: IncidentsCommand.show)

  private static let plansShow = CommandDefinition(
    name: "plans show", arguments: [Argument(name: "PLAN", isOptional: true)],
    options: [
      Option(
        "format", "FORMAT", choices: ["text", "json5"], zh: "json5 是可以改了再发布的文件，默认 text",
        en: "json5 is a file to be changed and published; text otherwise")
    ],
    summary: Words(zh: "预案：人员、物资、通道、电话、步骤", en: "the plans: people, supplies, ways, telephones, steps"),
    examples: ["frontdesk plans show fire", "frontdesk plans show --format json5 > plans.json5"],
    run: PlansCommand.show)

  private static let plansCheck = CommandDefinition(
    name: "plans check", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "检查一份预案文件", en: "check a file of plans"),
    examples: ["frontdesk plans check plans.json5"],
    run: PlansCommand.check)

  private static let plansPublish = CommandDefinition(
    name: "plans publish", arguments: [Argument(name: "FILE")],
    summary: Words(
      zh: "发布预案；已启动的照旧版做", en: "publish plans; what is declared keeps the version it began with"),
    examples: ["frontdesk plans publish plans.json5"], run: PlansCommand.publish)
}
