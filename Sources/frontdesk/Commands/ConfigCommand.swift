import Dashboard
import Desk
import Foundation

/// `frontdesk config …`: the settings of the screen.
enum ConfigCommand {
  static func show(_ call: Invocation) throws(Failure) {
    let (settings, fault) = SettingsFolder.load(call.environment)
    if let fault { try call.errors.line(SettingsFolder.leftOut(fault)(call.language)) }
    try call.output.text(settings.json5)
  }

  /// Every action whose keys may be chosen, by the word that `keys.bind` has for it.
  static func keys(_ call: Invocation) throws(Failure) {
    let (settings, fault) = SettingsFolder.load(call.environment)
    if let fault { try call.errors.line(SettingsFolder.leftOut(fault)(call.language)) }
    let heads = [
      Words(zh: "操作", en: "action"), Words(zh: "按键", en: "keys"), Words(zh: "作用", en: "does"),
    ]
    var table = TextTable(heads, call.language)
    for line in settings.keyTable.bindings where KeyTable.choosable.contains(line.action) {
      table.add([line.action.rawValue, line.keyNames, line.long(call.language)])
    }
    try call.output.text(table.text)
  }

  static func check(_ call: Invocation) throws(Failure) {
    let asked =
      call.options.arguments.isEmpty ? SettingsFolder.files(call.environment) : call.options.arguments
    for path in asked {
      guard !call.options.arguments.isEmpty || FileManager.default.fileExists(atPath: path) else {
        try call.say(zh: "\(path)：没有这份文件，用默认。", en: "\(path): not there; the defaults hold.")
        continue
      }
      var settings = Settings()
      let typed = path == "-" ? try call.text(of: path) : nil
      let categories = SettingsFolder.categories(call.environment)
      do throws(SettingsError) {
        let text = if let typed { typed } else { try SettingsFolder.text(of: path) }
        try settings.apply(json5: text, file: path, categories: categories)
      } catch {
        throw Failure(.settings, error.words)
      }
      if let fault = settings.theme.ids.lazy.compactMap(ThemeFolder.load(call.environment).obstacle).first {
        throw Failure(.settings, zh: "\(path)：\(fault.zh)", en: "\(path): \(fault.en)")
      }
      try call.say(zh: "\(path)：可以用。", en: "\(path): can be used.")
    }
  }
}
