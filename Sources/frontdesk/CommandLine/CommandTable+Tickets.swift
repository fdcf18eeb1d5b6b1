import Dashboard
import Desk

extension CommandTable {
  /// Commands about tickets and staff.
  static let tickets: [CommandDefinition] = [
    new, list, show, slip, act, find, staffAdd, staffList, staffRemove,
  ]

  private static let reporter = Option("reporter", "NAME", zh: "报修人", en: "who reports it")
  private static let phone = Option("phone", "PHONE", zh: "电话", en: "their phone")
  private static let complex = Option("complex", zh: "公共照明的复杂故障", en: "a complex fault of public lighting")

  private static let new = CommandDefinition(
    name: "new",
    arguments: [
      Argument(name: "KIND", isOptional: true, choices: kinds),
      Argument(name: "SUBJECT", isOptional: true, repeats: true),
    ],
    options: [
      Option("place", "PLACE", zh: "房号或公共区域", en: "the room or public area"),
      Option("category", "CATEGORY", zh: "类别", en: "the category"),
      Option("subject", "TEXT", zh: "事项一行", en: "one line on what it is"),
      Option("text", "TEXT", zh: "详细情况", en: "the details"), Option("urgent", zh: "紧急", en: "it is urgent"),
      Option("ordinary", zh: "不急，虽然公示清单上是急修", en: "it is not, though the posted list says so"),
      complex,
      Option(
        "channel", "CHANNEL", choices: Channel.allCases.map(\.rawValue), zh: "来源，默认 phone",
        en: "how it came in; phone otherwise"), reporter, phone,
      Option("asset", "ID", zh: "哪台设备", en: "the equipment it is about"),
      Option("join", "TICKET", zh: "并入这张未结工单，不新建", en: "one more report of this open ticket, not another"),
      at,
      textOrJSON,
    ],
    summary: Words(zh: "新建工单", en: "register a ticket"),
    details: Words(
      zh: "KIND 不写就是报修 repair；写了 --place，其余的字就是事项，报的姓名和电话归报修人；没写就按速记读：房号、电话、称呼、类别、急、@派给谁，次序不限。",
      en:
        "Without KIND it is a repair. With --place free words are the subject, and a name or phone said in them the caller's; without it they are a quick line: place, phone, caller, category, ! and @staff in any order."
    ),
    examples: [
      "frontdesk new 3-2-1501 漏水 13812345678 急 @老王 厨房水管",
      "frontdesk new --place 3-2-1501 --category leak --reporter 张三 厨房水管漏水",
      "frontdesk new complaint --place 6-1-0902 --category noise 夜间装修",
      "frontdesk new --join R-12 --place 3-2-1502 --reporter 李四 我家也漏",
    ], run: NewCommand.run)

  private static let list = CommandDefinition(
    name: "list",
    options: [
      Option("kind", "KIND", choices: kinds, zh: "哪一类", en: "which kind"),
      Option("open", zh: "未结的（默认）", en: "those that are open (the default)"),
      Option("ended", zh: "已结的", en: "those that have ended"), Option("all", zh: "全部", en: "all of them"),
      Option("assignee", "NAME", zh: "派给谁", en: "assigned to whom"),
      Option("place", "PLACE", zh: "哪个位置", en: "at which place"),
      Option("limit", "N", zh: "最多几张", en: "at most so many"), format,
    ],
    summary: Words(zh: "列出工单", en: "list tickets"),
    details: Words(
      zh: "未结的按先到期的排前；已结的新的排前。", en: "Open ones are in the order they fall due, ended ones newest first."),
    examples: ["frontdesk list --kind complaint", "frontdesk list --ended --place 3-2-1501 --format csv"],
    run: ListCommand.run)

  private static let show = CommandDefinition(
    name: "show", arguments: [Argument(name: "TICKET")],
    options: [
      textOrJSON,
      Option(
        "reveal", "REASON", zh: "显示完整电话，写明原因，记在案", en: "show whole phone numbers; the reason goes on record"),
    ],
    summary: Words(zh: "看一张工单：时限和全部经过", en: "show a ticket, its clocks and all that happened"),
    examples: ["frontdesk show R-12", "frontdesk show R-12 --format json"], run: ShowCommand.run)

  private static let slip = CommandDefinition(
    name: "slip", arguments: [Argument(name: "TICKET")],
    options: [
      Option(
        "reveal", "REASON", zh: "写出完整电话，写明原因，记在案", en: "with whole phone numbers; the reason goes on record")
    ],
    summary: Words(
      zh: "一张工单的工作单，80 毫米纸（48 列）", en: "the work slip of a ticket, for 80 mm paper (48 columns)"),
    examples: ["frontdesk slip R-12 | lp"], run: SlipCommand.run)

  private static let act = CommandDefinition(
    name: "do",
    arguments: [
      Argument(name: "TICKET"), Argument(name: "ACTION", choices: TicketAction.all.map { $0.names[0] }),
      Argument(name: "WORDS", isOptional: true, repeats: true),
    ],
    options: [
      at, Option("told", zh: "已告知业主（待料要写）", en: "the owner was told, which waiting for parts needs"),
      Option("to", "N", zh: "只反馈给第几位报修人", en: "feedback to this reporter only"),
      Option("by", "NAME", zh: "谁验收，默认自己", en: "who checked; you otherwise"),
      Option("expected", "TIME", zh: "配件预计什么时候到", en: "when the part should be here"), complex, reporter,
      phone,
      Option("missed", "TIME", zh: "更正哪一次超时：应于几点", en: "which breach is rescinded: when it was due"),
      Option("earlier", zh: "撤销时跳过收不回的（如备注）", en: "undo what was before a note, which itself stays"),
      textOrJSON,
    ],
    summary: Words(zh: "处理工单", en: "work on a ticket"),
    details: Words(
      zh: (["操作（中文、英文都可以）："] + TicketAction.all.map { "  \($0.names.joined(separator: " "))  \($0.help.zh)" })
        .joined(separator: "\n"),
      en: (["Actions, by their English or Chinese names:"]
        + TicketAction.all.map { "  \($0.usage) (\($0.names.last ?? ""))  \($0.help.en)" }).joined(
          separator: "\n")),
    examples: [
      "frontdesk do R-12 assign 老王", "frontdesk do R-12 到场 --at 14:20",
      "frontdesk do R-12 hold parts 等空开 --told", "frontdesk do R-12 quote 50 更换水龙头",
      "frontdesk do R-12 promise 15:00 师傅上门", "frontdesk do R-12 follow-up 5 很满意",
      "frontdesk do R-12 undo",
    ], run: DoCommand.run)

  private static let find = CommandDefinition(
    name: "find", arguments: [Argument(name: "TEXT", repeats: true)],
    options: [Option("limit", "N", zh: "最多几张", en: "at most so many"), format],
    summary: Words(zh: "按内容查找：类别、事项、位置、详情", en: "find tickets by category, subject, place and text"),
    details: Words(
      zh: "按记下的先后，旧的在前；json 里导入的工单用原系统的号码。",
      en:
        "In the order they were recorded, oldest first; json names imported tickets by their own log's numbers."
    ),
    examples: ["frontdesk find 漏水", "frontdesk find heat --format json"], run: FindCommand.run)

  private static let staffAdd = CommandDefinition(
    name: "staff add", arguments: [Argument(name: "NAME")],
    options: [
      Option("skill", "SKILL", repeats: true, zh: "会什么，可以写几次", en: "what they can do; may come again"),
      Option(
        "role", "POST", choices: StaffRole.allCases.map(\.rawValue),
        zh: "岗位：\(StaffRole.allCases.map { "\($0.rawValue) \($0.words.zh)" }.joined(separator: "、"))",
        en: "the post"),
    ],
    summary: Words(zh: "登记一位员工，或改技能、岗位", en: "add somebody to the staff, or change skills and post"),
    details: Words(
      zh: "第一位主管（supervisor）或项目经理（manager）谁都可以登记；以后要他们自己来登记，至少留一位。",
      en: "Anybody may name the first supervisor or manager; after that, only they may, and one has to stay."),
    examples: [
      "frontdesk staff add 老王 --skill 电工 --skill 水工", "frontdesk staff add 赵敏 --role supervisor",
    ], run: StaffCommand.add)

  private static let staffList = CommandDefinition(
    name: "staff list", options: [format],
    summary: Words(zh: "列出员工和手上的单", en: "list the staff and their work"),
    examples: ["frontdesk staff list"], run: StaffCommand.list)

  private static let staffRemove = CommandDefinition(
    name: "staff remove", arguments: [Argument(name: "NAME")],
    summary: Words(zh: "员工离开", en: "take somebody off the staff"),
    examples: ["frontdesk staff remove 老王"], run: StaffCommand.remove)
}
