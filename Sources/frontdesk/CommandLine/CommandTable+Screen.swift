import Dashboard

extension CommandTable {
  /// How the screen looks, for every command that draws one.
  static let looks = [
    Option("theme", "NAME", zh: "主题，见 frontdesk theme list", en: "the theme; see frontdesk theme list"),
    Option(
      "color", "DEPTH", choices: ["auto", "never", "16", "256", "direct"],
      zh: "用多少颜色，默认 auto；不会超过终端有的",
      en: "how many colours; auto otherwise, and never more than the terminal has"),
  ]

  /// Commands about the screen's looks and settings.
  static let settings: [CommandDefinition] = [themeList, themeLint]

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
