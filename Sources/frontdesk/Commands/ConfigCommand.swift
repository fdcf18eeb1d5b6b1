import Dashboard
import Desk
import Foundation

/// `frontdesk config …`: the settings of the screen.
enum ConfigCommand {
  static func show(_ call: Invocation) throws(Failure) {
    if let file = SettingsFolder.files(call.environment).first(where: isOutput) {
      throw Failure(
        .usage,
        zh: "输出就是设置文件 \(file.plainLine) 本身，> 在读它之前就把它清空了。请先写到别的名字，看过再换上。",
        en:
          "The output is the settings file \(file.plainLine) itself, which > empties before it is read. Write to another name, "
          + "read that, then rename it.")
    }
    try call.output.text(try settings(call).json5)
  }

  /// Whether a file is what standard output goes to.
  private static func isOutput(_ file: String) -> Bool {
    var named = stat()
    var written = stat()
    return stat(file, &named) == 0 && fstat(1, &written) == 0 && named.st_dev == written.st_dev
      && named.st_ino == written.st_ino
  }

  /// Every action whose keys may be chosen, by the word that `keys.bind` has for it.
  static func keys(_ call: Invocation) throws(Failure) {
    let settings = try settings(call)
    let heads = [
      Words(zh: "操作", en: "action"), Words(zh: "按键", en: "keys"), Words(zh: "作用", en: "does"),
    ]
    var table = TextTable(heads, call.language)
    for line in settings.keyTable.bindings where KeyTable.choosable.contains(line.action) {
      table.add([line.action.rawValue, line.keyNames, line.long(call.language)])
    }
    try call.output.text(table.text)
  }

  private static func settings(_ call: Invocation) throws(Failure) -> Settings {
    let reading = SettingsFolder.load(call.environment)
    if let notice = reading.notice() { try call.errors.line(notice(call.language)) }
    return reading.settings
  }

  /// Says of each file whether all of it can be used, and of what cannot where it stands and what may stand there.
  static func check(_ call: Invocation) throws(Failure) {
    let asked =
      call.options.arguments.isEmpty ? SettingsFolder.files(call.environment) : call.options.arguments
    var faults: [Words] = []
    for path in asked {
      guard !call.options.arguments.isEmpty || FileManager.default.fileExists(atPath: path) else {
        try call.say(zh: "\(path)：没有这份文件，用默认。", en: "\(path): not there; the defaults hold.")
        continue
      }
      let found = try self.faults(path, call)
      faults += found
      if found.isEmpty { try call.say(zh: "\(path)：可以用。", en: "\(path): can be used.") }
    }
    guard let last = faults.popLast() else { return }
    for fault in faults { try call.errors.line("frontdesk: \(fault(call.language))") }
    throw Failure(.settings, last)
  }

  private static func faults(_ path: String, _ call: Invocation) throws(Failure) -> [Words] {
    var settings = Settings()
    let typed = path == "-" ? try call.text(of: path) : nil
    let shelf = ThemeFolder.load(call.environment)
    var faults: [Words]
    do throws(SettingsError) {
      let text = if let typed { typed } else { try SettingsFolder.text(of: path) }
      let policy = SettingsFolder.policy(call.environment)
      let found = try settings.apply(
        json5: text, file: path, categories: policy?.categories.map(\.id) ?? [], policy: policy ?? .standard,
        themes: { shelf.names })
      let document = try JSON5.Document(text, file: path)
      faults = (found + missingPrograms(settings, document, call))
        .sorted { ($0.line, $0.column) < ($1.line, $1.column) }.map(\.words)
    } catch {
      return [error.words]
    }
    for fault in settings.theme.ids.compactMap(shelf.obstacle) {
      faults.append(Words(zh: "\(path)：\(fault.zh)", en: "\(path): \(fault.en)"))
    }
    return faults
  }

  /// The programs that are started when there is something to tell or to print: found missing only then, it would be too late.
  private static func missingPrograms(
    _ settings: Settings, _ document: JSON5.Document, _ call: Invocation
  ) -> [SettingsError] {
    let commands = [("notify.command", settings.notify.command), ("print.command", settings.printer)]
    return commands.compactMap { key, command in
      guard let name = command?.first, Programs.path(of: name, call.environment) == nil else { return nil }
      return document.error(at: key, .noProgram(key: key, name))
    }
  }
}
