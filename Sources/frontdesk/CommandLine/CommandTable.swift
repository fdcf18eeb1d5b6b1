import Dashboard
import Desk

/// Every command there is; nothing about the command line is said twice.
enum CommandTable {
  typealias Argument = CommandDefinition.Argument
  typealias Option = CommandDefinition.Option

  /// In the order of help.
  static let all: [CommandDefinition] =
    [dashboard] + screens + tickets + patrol + incidents + shifts + visitors + households + assets + duties
    + calendars
    + logs + store
    + settings
    + [completion, help]

  /// Options of every command.
  static let globals: [Option] = [
    Option("store", "PATH", zh: "数据文件", en: "the store's file"),
    Option("lang", "LANG", choices: ["zh", "en"], zh: "语言", en: "the language"),
    Option(
      "now", "TIME", zh: "假定现在是这个时间（不写时差就是前台所在时区）",
      en: "pretend it is this time (the desk's zone unless it has an offset)"),
    Option("as", "NAME", zh: "谁在操作，默认是登录名", en: "who acts; the login name otherwise"),
    Option("desk", "NAME", zh: "哪个前台", en: "which desk"),
    Option("help", zh: "这个命令怎么用", en: "how to use the command"),
  ]

  /// For commands that list.
  static let format = Option(
    "format", "FORMAT", choices: ["text", "csv", "json"], zh: "输出格式，默认 text",
    en: "the form of the output; text otherwise")
  static let textOrJSON = Option(
    "format", "FORMAT", choices: ["text", "json"], zh: "输出格式，默认 text",
    en: "the form of the output; text otherwise")
  /// For commands that write something down.
  static let at = Option("at", "TIME", zh: "什么时候发生的，默认现在", en: "when it happened; now otherwise")
  /// For commands that read a table.
  static let rejects = Option("rejects", "FILE", zh: "读不了的行写到哪里", en: "where rows go that cannot be read")
  static let kinds = TicketKind.allCases.map(\.rawValue)

  static let dashboard = CommandDefinition(
    name: "",
    options: [
      Option("demo", zh: "用临时数据演示", en: "show a sample day in a throw-away store"),
      Option("version", zh: "版本", en: "the version"),
      Option(
        "group", zh: "新建的数据让同组的人都能写（0660）", en: "a new store may be written by everyone of its group (0660)"),
      kiosk,
    ] + looks,
    summary: Words(zh: "打开前台大屏", en: "open the dashboard"),
    examples: ["frontdesk", "frontdesk --demo", "frontdesk --lang zh --store ~/desk.db"],
    run: Screens.dashboard)

  private static let screens = [
    CommandDefinition(
      name: "wall", options: [kiosk] + looks,
      summary: Words(zh: "墙屏：最急的工单大字倒计时，只读", en: "the most urgent tickets in big digits, read-only"),
      details: Words(
        zh: "每 15 秒翻一页（设置 wall.pageSec），按任意键停 60 秒。没有住户姓名和电话；privacy.wallRooms: \"masked\" 连房号也隐去。",
        en:
          "Turns its page every 15 s (wall.pageSec in the settings); a key keeps the page for 60 s. No names of residents, no telephones; privacy.wallRooms: \"masked\" hides room numbers too."
      ),
      examples: ["frontdesk wall"], run: Screens.wall),
    CommandDefinition(
      name: "tutor", options: looks,
      summary: Words(zh: "练习：在临时数据里跟着做八件事", en: "learn it: eight guided tasks in a throw-away store"),
      details: Words(
        zh: "下方写着现在做什么、按什么键；做到了就进到下一件。随时 Ctrl-Q 退出，什么都不保存。",
        en:
          "The panel below says what to do and which keys do it, and goes on once it is on record. Ctrl-Q leaves at any time; nothing is kept."
      ),
      examples: ["frontdesk tutor --lang zh"], run: Screens.tutor),
    CommandDefinition(
      name: "render",
      options: [
        Option("size", "COLSxROWS", zh: "大小，默认 80x24", en: "the size; 80x24 otherwise"),
        Option(
          "view", "PAGE", choices: Action.pages.map(\.page), zh: "页面，默认 tickets",
          en: "the page; tickets otherwise"),
        Option("at", "TIME", zh: "哪个时刻", en: "at which instant"),
      ],
      summary: Words(zh: "不用终端，印出一帧", en: "print one frame without a terminal"),
      examples: ["frontdesk render --size 120x40 --view tickets --lang zh"], run: Screens.render),
  ]

  private static let completion = CommandDefinition(
    name: "completion", arguments: [Argument(name: "SHELL", choices: ["bash"])],
    summary: Words(zh: "命令补全", en: "completion for the shell"),
    examples: ["source <(frontdesk completion bash)"], run: HelpCommand.completion)

  static let help = CommandDefinition(
    name: "help", arguments: [Argument(name: "COMMAND", isOptional: true, repeats: true)],
    options: [
      Option("format", "FORMAT", choices: ["text", "md"], zh: "md 是 README 用的", en: "md is for the README")
    ],
    summary: Words(zh: "怎么用", en: "how to use frontdesk"),
    examples: ["frontdesk help import tickets", "frontdesk do --help"], run: HelpCommand.run)
}
