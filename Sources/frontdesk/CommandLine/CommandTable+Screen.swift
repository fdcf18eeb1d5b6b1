import Dashboard

extension CommandTable {
  /// How the screen looks, for every command that draws one.
  static let looks = [
    Option("theme", "NAME", zh: "主题，见 frontdesk theme list", en: "the theme; see frontdesk theme list"),
    Option(
      "color", "DEPTH", choices: Settings.Colour.allCases.map(\.rawValue),
      zh: "用多少颜色，默认 auto；不会超过终端有的",
      en: "how many colours; auto otherwise, and never more than the terminal has"),
  ]

  /// For a screen that nobody starts again by hand.
  static let kiosk = Option(
    "kiosk", zh: "屏幕意外结束就自动重开（1、2、4…30 秒后）",
    en: "start a screen that ended unexpectedly again, after 1, 2, 4 … 30 seconds")

  /// Commands about the screen's looks and settings.
  static let settings: [CommandDefinition] = [
    doctor, places, configShow, configCheck, configKeys, themeList, themeLint,
  ]

  private static let doctor = CommandDefinition(
    name: "doctor",
    summary: Words(zh: "体检：终端、宽度、区域设置、数据文件", en: "what this terminal, locale and store are like"),
    details: Words(
      zh: "问终端能做什么（最多 0.2 秒），印出宽度标尺和版本。报修时请附上。",
      en: "Asks the terminal what it can do (0.2 s at most) and prints a ruler of widths and the versions."),
    examples: ["frontdesk doctor"], run: DoctorCommand.run)

  private static let places = CommandDefinition(
    name: "info", summary: Words(zh: "用到的每个路径", en: "every path that is used"),
    examples: ["frontdesk info"], run: DoctorCommand.paths)

  private static let configShow = CommandDefinition(
    name: "config show",
    summary: Words(zh: "现行的设置，可存成 config.json5", en: "the settings in force, as a config.json5"),
    details: Words(
      zh: "先读 /etc/xdg/frontdesk/config.json5，再读 ~/.config/frontdesk/config.json5；没写的用默认。先存成别的名字，改好再换上。",
      en:
        "Of /etc/xdg/frontdesk/config.json5, then ~/.config/frontdesk/config.json5; what neither says has a default. "
        + "Write to another name first, and rename that when it is as you want it."
    ),
    examples: ["frontdesk config show > my-config.json5"], run: ConfigCommand.show)

  private static let configCheck = CommandDefinition(
    name: "config check", arguments: [Argument(name: "FILE", isOptional: true)],
    summary: Words(zh: "检查设置文件", en: "check a settings file"),
    details: Words(
      zh: "不写 FILE 就查本机的两份；里面写的程序在不在也查。有错退出码 2；大屏照样打开，错的那一项用默认值。",
      en:
        "Without FILE both files of this computer are checked, also whether the programs they name are there. A fault gives 2; the dashboard opens all the same, with the default for what is wrong."
    ),
    examples: ["frontdesk config check"], run: ConfigCommand.check)

  private static let configKeys = CommandDefinition(
    name: "config keys",
    summary: Words(zh: "每个操作的名字和现在的按键", en: "every action by its word, and its keys now"),
    details: Words(
      zh: "换键写在设置里：keys: { bind: { \"ticket.merge\": [\"m\", \"Ctrl-K\"] } }。功能键不动，其余的换成写的这些。",
      en:
        "The settings choose them: keys: { bind: { \"ticket.merge\": [\"m\", \"Ctrl-K\"] } }. Function keys stay, the others become these."
    ),
    examples: ["frontdesk config keys"], run: ConfigCommand.keys)

  private static let themeList = CommandDefinition(
    name: "theme list", summary: Words(zh: "有哪些主题", en: "the themes there are"),
    details: Words(
      zh: "自己的主题放在 ~/.config/frontdesk/themes/*.json5，同名的盖过自带的。",
      en:
        "Your own go to ~/.config/frontdesk/themes/*.json5; one with the same id takes the place of the program's."
    ),
    examples: ["frontdesk theme list"], run: ThemeCommand.list)

  private static let themeLint = CommandDefinition(
    name: "theme lint", arguments: [Argument(name: "FILE", isOptional: true, repeats: true)],
    summary: Words(
      zh: "检查主题：写法、符号宽度、对比度、没有颜色和色弱时分不分得出",
      en: "check themes: form, widths, contrast, states told apart without colour"),
    details: Words(
      zh: "不写 FILE 就查全部。对比度至少 4.5，高对比主题至少 7。",
      en: "Without FILE every theme is checked. Contrast is 4.5 at least, 7 for the high-contrast ones."),
    examples: ["frontdesk theme lint", "frontdesk theme lint ~/.config/frontdesk/themes/mine.json5"],
    run: ThemeCommand.lint)
}
