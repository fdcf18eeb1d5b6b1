import Dashboard
import Desk
import Foundation
import Journal
import Screen
import Terminal

/// `frontdesk doctor` and `frontdesk info`: what somebody who helps from afar asks first.
enum DoctorCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let language = call.language
    let facts = terminal()
    try call.output.line(HelpCommand.version)
    for (name, text) in [(Words(zh: "区域设置", en: "locale"), locale(call)), (sqlite, SQLiteLibrary.version)] {
      try say(name(language), text, call)
    }
    if SQLiteLibrary.isOld {
      try call.say(
        zh: "  注意：比 3.51.3 旧，几个程序同时写时有极小可能损坏数据。请升级 SQLite，并每天备份。",
        en:
          "  warning: older than 3.51.3. Several programs that write at once can, very rarely, damage the store. Upgrade SQLite, and back up daily."
      )
    }
    try store(call)
    try settings(call)
    try call.say(
      zh: "运行日志：\(OperatorLog(call.environment).path)", en: "log: \(OperatorLog(call.environment).path)")
    try say("TERM", (call.environment["TERM"] ?? "-").plainLine, call)
    guard let facts else {
      return try call.say(
        zh: "终端：输入输出不是终端，没有查。请在终端里再运行一次。",
        en: "terminal: this does not run in one, so it was not asked. Run it once more in a terminal.")
    }
    try tell(facts, call)
    try ruler(call)
  }

  static func paths(_ call: Invocation) throws(Failure) {
    let folders = Folders(call.environment)
    let themes = ThemeFolder.folder(call.environment)
    for (zh, en, path) in [
      ("数据", "store", call.storePath), ("设置", "settings", "\(folders.configuration)/config.json5"),
      ("单位设置", "office settings", "\(folders.site)/config.json5"),
      ("承诺", "policy", "\(folders.configuration)/policy.json5"),
      ("单位承诺", "office policy", "\(folders.site)/policy.json5"), ("主题", "themes", themes),
      ("屏幕状态", "screen state", "\(folders.state)/ui.json"), ("草稿", "drafts", "\(folders.state)/drafts"),
      ("崩溃记录", "crashes", "\(folders.state)/crash.log"),
      ("运行日志", "log", OperatorLog(call.environment).path),
    ] {
      try call.output.line("\(padded(Words(zh: zh, en: en)(call.language), to: 15)) \(path)")
    }
  }

  private static let sqlite = Words(zh: "SQLite 版本", en: "SQLite")

  /// What the terminal says of itself; nil where there is none.
  private static func terminal() -> TerminalFacts? {
    do {
      var terminal = try Terminal()
      return terminal.introduced(within: 200)
    } catch {
      return nil
    }
  }

  private static func locale(_ call: Invocation) -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].map { "\($0)=\((call.environment[$0] ?? "").plainLine)" }.joined(
      separator: " ")
  }

  private static func store(_ call: Invocation) throws(Failure) {
    let journal: Journal
    do { journal = try Journal(path: call.storePath, access: .readOnly) } catch {
      return try call.say(zh: "数据：\(error.words.zh)", en: "store: \(error.words.en)")
    }
    let damage = journal.damage.map { $0.words(call.language) }
    try call.say(
      zh: "数据：\(call.storePath)，\(journal.position) 条记录。\(damage ?? "打得开；彻底核对用 frontdesk verify。")",
      en:
        "store: \(call.storePath), \(journal.position) \(journal.position == 1 ? "event" : "events"). \(damage ?? "It opens; frontdesk verify checks all of it.")"
    )
    do { try journal.checkVault() } catch { try call.output.line(error.words(call.language)) }
  }

  private static func settings(_ call: Invocation) throws(Failure) {
    let faults = SettingsFolder.load(call.environment).faults
    if faults.isEmpty { try call.say(zh: "设置：可以用。", en: "settings: can be used.") }
    for fault in faults { try call.say(zh: "设置：\(fault.words.zh)", en: "settings: \(fault.words.en)") }
    for fault in ThemeFolder.load(call.environment).faults {
      try call.say(zh: "主题：\(fault.words.zh)", en: "theme: \(fault.words.en)")
    }
  }

  private static func say(_ name: String, _ text: String, _ call: Invocation) throws(Failure) {
    try call.say(zh: "\(name)：\(text)", en: "\(name): \(text)")
  }

  private static func tell(_ facts: TerminalFacts, _ call: Invocation) throws(Failure) {
    let unknown = Words(zh: "没有回答", en: "no answer")(call.language)
    let known = { (can: Bool) in
      (can ? Words(zh: "支持", en: "yes") : Words(zh: "不支持", en: "no"))(call.language)
    }
    let colours = facts.colours >= Look.direct ? "direct" : "\(facts.colours)"
    let light = facts.backgroundLuminance.map { String(format: "%.2f", $0) } ?? unknown
    for (zh, en, text) in [
      ("终端自称", "terminal", facts.name.isEmpty ? unknown : facts.name.plainLine), ("颜色数", "colours", colours),
      ("■ 的宽度", "width of ■", facts.ambiguousWidth.map { "\($0)" } ?? unknown),
      ("整帧显示（2026）", "frames at once (2026)", known(facts.showsAtOnce)),
      ("背景亮度（0 黑，1 白）", "background (0 black, 1 white)", light),
    ] {
      try say(Words(zh: zh, en: en)(call.language), text, call)
    }
  }

  /// Lines that are equally long where the terminal and the desk agree on widths.
  private static func ruler(_ call: Invocation) throws(Failure) {
    try call.say(zh: "下面每行的 | 应当对齐：", en: "The bars of these lines must stand in one column:")
    for text in ["0123456789", "物业前台值班", "ｆｕｌｌ１２", "㎡㎡㎡㎡㎡", "e\u{301}e\u{301}e\u{301}", "“①—■·”"] {
      try call.output.line("\(padded(text, to: 20))|")
    }
  }
}
