import Dashboard

/// Help texts, made from the table.
enum Help {
  /// Every command in one line each.
  static func overview(_ language: Language) -> String {
    let title = Words(
      zh: "frontdesk 物业前台：终端大屏和命令行。", en: "frontdesk: a property office's front desk in the terminal.")
    var text = "\(title(language))\n\n"
    for command in CommandTable.all {
      text += columns(command.name.isEmpty ? "frontdesk" : "  \(command.name)", command.summary(language))
    }
    text += "\n\(Words(zh: "所有命令都有：", en: "Every command takes:")(language))\n"
    text += options(CommandTable.globals, language)
    return text + "\n\(codes(language))\n"
  }

  /// One command's page.
  static func page(_ command: CommandDefinition, _ language: Language) -> String {
    var text = "\(command.usage)\n  \(command.summary(language))\n"
    if let details = command.details { text += "\n\(details(language))\n" }
    if !command.options.isEmpty { text += "\n" + options(command.options, language) }
    text += "\n\(Words(zh: "所有命令都有：", en: "Every command takes:")(language))\n"
    text += options(CommandTable.globals, language)
    if !command.examples.isEmpty {
      text += "\n\(Words(zh: "例如：", en: "For example:")(language))\n"
      text += command.examples.map { "  \($0)\n" }.joined()
    }
    return text
  }

  /// The README's sections on the keys and on the command line.
  static func markdown(_ language: Language) -> String {
    "## Keys\n\n\(keys(language))\n## Command line\n\n\(commands(language))"
  }

  private static func keys(_ language: Language) -> String {
    var text = "| keys | |\n| --- | --- |\n"
    for line in KeyTable.standard.bindings {
      let keys = line.keys.isEmpty ? [line.keyNames] : line.keys.map(\.name)
      let names = keys.map { "`\($0)`" }.joined(separator: " ").replacing("|", with: "\\|")
      text += "| \(names) | \(line.long(language)) |\n"
    }
    return text
  }

  private static func commands(_ language: Language) -> String {
    var text = "| command | |\n| --- | --- |\n"
    for command in CommandTable.all {
      let usage = command.usage.replacing("|", with: "\\|")
      text += "| `\(usage)` | \(command.summary(language)) |\n"
    }
    text += "\n" + Words(zh: "每个命令都有：", en: "Every command takes: ")(language)
    text += CommandTable.globals.map { "`\($0.usage)`" }.joined(separator: ", ") + "\n\n"
    text += "```sh\n" + CommandTable.all.compactMap(\.examples.first).map { "\($0)\n" }.joined() + "```\n"
    return text + "\n\(codes(language))\n"
  }

  private static func options(_ options: [CommandDefinition.Option], _ language: Language) -> String {
    options.map { columns("  \($0.usage)", $0.help(language)) }.joined()
  }

  private static func columns(_ left: String, _ right: String) -> String {
    left.count > 27
      ? "\(left)\n\(String(repeating: " ", count: 30))\(right)\n"
      : left + String(repeating: " ", count: 30 - left.count) + right + "\n"
  }

  private static func codes(_ language: Language) -> String {
    Words(
      zh:
        "退出码：0 办成，1 前台规则不允许，2 设置用不了，10–17 verify 查出的毛病（见 help verify），64 用法不对，65 数据不对或记录损坏，69 打不开，71 屏幕的进程开不了，73 建不了文件，74 磁盘出错，75 正忙请再试，128 加信号号：屏幕意外结束。",
      en:
        "Exit codes: 0 done, 1 refused by a rule of the desk, 2 settings that cannot be used, "
        + "10–17 what verify found (see help verify), 64 wrong usage, "
        + "65 wrong data or a damaged record, 69 not available, 71 the screen's process cannot be started, "
        + "73 cannot create a file, 74 disk trouble, 75 busy, try again, 128 and a signal's number: the screen ended unexpectedly."
    )(language)
  }
}
