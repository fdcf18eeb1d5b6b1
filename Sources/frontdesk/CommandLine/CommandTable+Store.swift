import Dashboard
import Desk

extension CommandTable {
  /// Commands that bring logs in, and figures out.
  static let logs: [CommandDefinition] = [
    importTickets, importHouseholds, importAssets, exportTickets, reportFigures, reportClocks,
    reportMidnights,
  ]

  /// Commands about the record itself.
  static let store: [CommandDefinition] = [events, watch, verify, rebuild, backup, restore]

  private static let clock = Option(
    "clock", "LIMIT", repeats: true, zh: "时限：30m、4h、2d 或 due，可以写几次",
    en: "a limit, 30m, 4h, 2d or due; may come again")

  private static let asOf = Option(
    "as-of", "TIME", zh: "以哪个时刻为准，后来补记的也算；默认现在",
    en: "as things stood then, written down since or not; now otherwise")

  private static let importTickets = CommandDefinition(
    name: "import tickets", arguments: [Argument(name: "FILE")],
    options: [
      Option("map", "MAP", zh: "对照表（JSON5）", en: "the map of its columns (JSON5)"),
      rejects,
    ],
    summary: Words(zh: "导入其他系统的记录（CSV）", en: "import another system's log (CSV)"),
    details: importDetails,
    examples: [
      "frontdesk import tickets log.csv --map map.json5",
      "xz -dc log.csv.xz | frontdesk import tickets - --map map.json5",
    ], run: ImportCommand.run)

  private static let importHouseholds = CommandDefinition(
    name: "import households", arguments: [Argument(name: "FILE")],
    options: [rejects],
    summary: Words(zh: "导入业户（CSV），一人一行", en: "import who lives where (CSV), a row a person"),
    details: Words(
      zh:
        "表头要有 位置、姓名，可以有 电话、身份、备注；UTF-8 或 GB18030。同一位置同一姓名的行更新那一位，空着的格不动原来的；没有变化就算早已有。姓名和电话加密保存，钥匙是数据旁的 desk.key，请另外备份。",
      en:
        "The first line has place and name, and may have phone, role, note; UTF-8 or GB18030. A row with the place and "
        + "name of somebody known updates them; an empty cell leaves what is known, and a row that changes nothing "
        + "counts as known before. Names and phones are kept encrypted; the key is desk.key beside the "
        + "store: keep a copy of it elsewhere."),
    examples: ["frontdesk import households households.csv"], run: HouseholdImport.run)

  private static let importAssets = CommandDefinition(
    name: "import assets", arguments: [Argument(name: "FILE")],
    options: [rejects],
    summary: Words(zh: "导入设备档案（CSV），一台一行", en: "import the register of equipment (CSV), a row each"),
    details: Words(
      zh: "表头要有 编号、名称，可以有 类别、位置、启用、维保至、年限、保养周期（月）；同一编号的行更新那一台。",
      en:
        "The first line has id and name, and may have class, place, installed, contract end, life (years), service "
        + "(months); a row with a known id updates it."),
    examples: ["frontdesk import assets assets.csv"], run: AssetImport.run)

  private static let exportTickets = CommandDefinition(
    name: "export tickets",
    options: [
      Option("format", "FORMAT", choices: ["csv", "json"], zh: "格式，默认 csv", en: "the form; csv otherwise")
    ],
    summary: Words(zh: "导出全部工单", en: "export every ticket"),
    examples: ["frontdesk export tickets > tickets.csv"], run: ExportCommand.run)

  private static let reportFigures = CommandDefinition(
    name: "report figures",
    options: [
      Option("from", "DAY", zh: "从哪天起，如 2026-10-01", en: "from this day on, 2026-10-01"),
      Option("to", "DAY", zh: "到哪天为止，含当天", en: "to this day, which is counted"),
      Option("month", "MONTH", zh: "哪个月，如 2026-10；都不写就是本月", en: "a month, 2026-10; this month otherwise"),
      Option("quarter", "QUARTER", zh: "哪个季度，如 2026-Q4", en: "a quarter, 2026-Q4"),
      Option("half", "HALF", zh: "哪个半年，如 2026-H2", en: "half a year, 2026-H2"),
      Option("by", "GROUP", choices: FigureGroup.allCases.map(\.rawValue), zh: "分组", en: "in groups"),
      asOf, format,
    ],
    summary: Words(
      zh: "一段时间的统计：达标率、用时、热点、瓶颈、每人、正常率、巡查",
      en: "the figures of a period: promises, times, hot spots, steps, people, availability, patrol"),
    details: Words(
      zh: "csv 和 json 的列名和文字版同义：late 是超时已答，overdue 是超时未答；时间以秒计，列名以 _seconds 结尾；比率是百分数。",
      en:
        "csv and json name columns as the text does: late was answered late, overdue is not answered; times are in seconds, under "
        + "names that end in _seconds, and rates in percent."),
    examples: [
      "frontdesk report figures --month 2026-10 --by building",
      "frontdesk report figures --quarter 2026-Q4 --format json",
    ], run: FiguresCommand.run)

  private static let reportClocks = CommandDefinition(
    name: "report clocks",
    options: [
      asOf, clock,
      Option("by", "GROUP", choices: ["category"], zh: "分组", en: "in groups"), format,
    ],
    summary: Words(zh: "时限达成数", en: "how many tickets kept their limits"),
    examples: ["frontdesk report clocks --as-of 2011-08-01T09:00 --clock 30m --clock due --by category"],
    run: ReportCommand.clocks)

  private static let reportMidnights = CommandDefinition(
    name: "report midnights", options: [clock, format],
    summary: Words(zh: "每天零点的在办、当天新增和关闭", en: "what was open at every midnight, and what each day brought"),
    details: Words(
      zh: "只要还有没关的单，就列到今天。「过期」是零点在办、而外来系统给的到期时间（导入时的那一列）已过的单；本台自己的单没有这个时间，不在其中。",
      en:
        "It goes on to today while anything is open. \"past due\" counts what was open at midnight and past the due time that another "
        + "system gave it, a column of an import; tickets of this desk have none and are not among them."),
    examples: ["frontdesk report midnights --clock 30m --clock 4h --format csv"], run: ReportCommand.midnights
  )

  private static let events = CommandDefinition(
    name: "events",
    options: [
      Option("follow", zh: "跟着看新的", en: "go on with what comes"),
      Option("stream", "STREAM", zh: "只看一件事，如 R-12", en: "of one thing only, such as R-12"),
      Option("after", "N", zh: "从第 N 条之后", en: "after position N"),
      Option("limit", "N", zh: "最多几条", en: "at most so many"), textOrJSON,
    ],
    summary: Words(zh: "发生过的每一件事", en: "everything that happened"),
    examples: ["frontdesk events --stream R-12", "frontdesk events --follow --format json"],
    run: EventsCommand.run)

  private static let watch = CommandDefinition(
    name: "watch",
    options: [
      Option(
        "plain", zh: "一行一句，没有控制字符；只有这一种，写不写都一样",
        en: "a sentence a line, no control bytes; there is no other form, so it may be left out")
    ],
    summary: Words(
      zh: "从现在起，每件新事、每个到时一句话：给读屏和日志",
      en:
        "from now on a sentence for each new thing and each clock that runs out: for screen readers and logs"),
    details: Words(
      zh: """
        读的是同一份记录，跟着别的进程；Ctrl-C、SIGTERM 或没人读就结束，退出码 0。
        和 events --follow 不同：那边从头印每一条，带位置号，只印记下来的，给程序用（--format json）；
        这边从现在起，说成一句话，带位置和名字，前台没开着时到时的也说。大屏本身的读屏方式：ACCESSIBLE=1。
        """,
      en: """
        It follows the record as other processes write it; Ctrl-C, SIGTERM or a closed pipe ends it, with 0.
        It is not events --follow: that prints every record from the first, with its position, and only what was
        recorded, for programs too (--format json). This begins now, speaks in sentences with places and names, and
        tells of clocks that run out while no desk is open. The screen itself for a screen reader: ACCESSIBLE=1.
        """),
    examples: ["frontdesk watch --plain", "frontdesk watch --lang zh >> desk.log"], run: WatchCommand.run)

  private static let verify = CommandDefinition(
    name: "verify",
    options: [
      Option("anchor", zh: "只印末尾的位置和校验值", en: "print only the end of the record and its hash"),
      Option("against", "LINE", zh: "和早先 --anchor 印的一行比", en: "compare with a line that --anchor printed"),
    ],
    summary: Words(zh: "核对记录是否完好", en: "check that the record is whole"),
    details: VerifyCommand.details, examples: ["frontdesk verify"], run: VerifyCommand.run)

  private static let rebuild = CommandDefinition(
    name: "rebuild", summary: Words(zh: "由记录重算各表", en: "compute everything derived from the record anew"),
    examples: ["frontdesk rebuild"], run: StoreCommand.rebuild)

  private static let backup = CommandDefinition(
    name: "backup", arguments: [Argument(name: "FILE")],
    summary: Words(zh: "备份", en: "copy the store while it is in use"),
    examples: ["frontdesk backup desk-copy.db"],
    run: StoreCommand.backup)

  private static let restore = CommandDefinition(
    name: "restore", arguments: [Argument(name: "FILE")],
    options: [Option("replace", zh: "替换现有的数据", en: "put it in place of the present store")],
    summary: Words(zh: "从备份恢复", en: "put the store back from a copy"),
    examples: ["frontdesk restore desk-copy.db --replace"], run: StoreCommand.restore)

  private static let importDetails = Words(
    zh: """
      FILE 写 - 就读标准输入。UTF-8 和 GB18030 会自己认出来。同一份再导一次不会多出来，中断了再导一次就好。
      读不了的行写到 FILE.rejects.csv（标准输入是 frontdesk-rejects.csv），带行号和原因；
      有几行读不了也算成功，一行都读不了才是 65。关闭早于受理的行照样导入：时限报表里不计，每天零点的报表里算新增和关闭，从不算在办。
      文字照原文永久记下，电话号码只记成 138****2217 这样；姓名不隐去，也删不掉：请不要把姓名一列写进对照表。

      对照表（JSON5），columns 里是表头的名字，不需要的可以不写：
      \(sampleMap)
      """,
    en: """
      FILE - reads standard input. UTF-8 and GB18030 are told apart. Importing again adds nothing, and an
      interrupted import can be run again. Rows that cannot be read go to FILE.rejects.csv
      (frontdesk-rejects.csv for standard input) with line and reason; the exit code is 0 when some were read,
      65 when none could be. A row closed before it was reported is imported: no report counts a clock
      of it, and report midnights counts it as created and closed, and never as open.
      The words are on record for good as they are written; of a telephone number only 138****2217 is kept. A name
      in them is neither masked nor ever erased: leave a column of names out of the map.

      The map (JSON5) names the columns by the log's first line; leave out those it does not have:
      \(sampleMap)
      """)

  private static let sampleMap = """
      {
        log: "old-desk",                 // the other system's name; numbers belong to it
        zone: "Asia/Shanghai",           // where its times are
        date: ["yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm"],   // tried in order; also hh, a, SSS, X, 'words'
        columns: {
          number: "单号", reported: "受理时间", due: "应办结", closed: "办结时间", category: "类别",
          subject: "事项", place: "房号", channel: "来源", kind: "类型", text: "内容",
        },
        kind: "repair", kinds: { "投诉": "complaint" },       // else, and by the words in the column
        channel: "log", channels: { "电话": "phone" },
        encoding: "gb18030", separator: ",",   // found out when left out
      }
    """
}
