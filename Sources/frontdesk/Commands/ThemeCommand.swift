import Dashboard
import Desk
import Foundation

/// `frontdesk theme …`: the themes there are, and whether they can be read.
enum ThemeCommand {
  static func list(_ call: Invocation) throws(Failure) {
    let shelf = ThemeFolder.load(call.environment)
    var table = TextTable(
      [
        Words(zh: "主题", en: "Theme"), Words(zh: "名称", en: "Name"), Words(zh: "背景", en: "For"),
        Words(zh: "文件", en: "File"),
      ], call.language)
    for theme in shelf.themes {
      let isOwn = theme.file.hasPrefix("/")
      let file = isOwn ? theme.file : Words(zh: "程序自带", en: "in the program")(call.language)
      table.add([theme.id, theme.name(call.language), theme.kind.words(call.language), file])
    }
    try call.output.text(table.text)
    for fault in shelf.faults { try call.errors.line(fault.words(call.language)) }
  }

  static func lint(_ call: Invocation) throws(Failure) {
    var files: [(file: String, text: String)] = []
    for path in call.options.arguments { files.append((path, try call.text(of: path))) }
    let named = Set(files.map(\.file))
    let shelf = ThemeFolder.load(call.environment, after: files)
    let isAsked = { (file: String) in named.isEmpty || named.contains(file) }
    var isWhole = true
    for theme in shelf.themes where isAsked(theme.file) {
      isWhole = try lint(theme, call) && isWhole
    }
    for warning in shelf.warnings where isAsked(warning.file) {
      try call.output.line(Words(zh: "注意：", en: "warning: ")(call.language) + warning.words(call.language))
    }
    let faults = shelf.faults.filter { isAsked($0.file) }
    for fault in faults { try call.output.line(fault.words(call.language)) }
    guard isWhole, faults.isEmpty else {
      throw Failure(.data, zh: "有的主题不能用，见上。", en: "Not every theme can be used; see above.")
    }
  }

  /// Writes what one theme is like; answers whether nothing is wrong with it.
  private static func lint(_ theme: Theme, _ call: Invocation) throws(Failure) -> Bool {
    let report = ThemeReport(theme)
    let contrast =
      report.contrast.map { String(format: "%.1f", $0) }
      ?? Words(zh: "由终端定", en: "the terminal's")(call.language)
    let sights = report.sights.isEmpty ? "-" : report.sights
    try call.say(
      zh: "\(theme.id)：对比度 \(contrast)，色弱下超时与完成之差 \(sights)，\(report.findings.isEmpty ? "可以用" : "有问题")",
      en:
        "\(theme.id): contrast \(contrast), late against done to colour-blind eyes \(sights), \(report.findings.isEmpty ? "good" : "to be mended")"
    )
    for finding in report.findings { try call.output.line("  \(finding.words(call.language))") }
    return report.findings.isEmpty
  }
}

extension Theme.Kind {
  fileprivate var words: Words {
    switch self {
    case .dark: Words(zh: "深色", en: "dark")
    case .light: Words(zh: "浅色", en: "light")
    case .any: Words(zh: "不限", en: "any")
    }
  }
}

extension ThemeReport.Finding {
  fileprivate var words: Words {
    switch self {
    case .faint(let role, let depth, let contrast, let least):
      let (ratio, needed) = (String(format: "%.1f", contrast), String(format: "%.1f", least))
      return Words(
        zh: "\(role) 在背景上看不清（\(depth)）：对比度 \(ratio)，至少要 \(needed)。",
        en:
          "\(role) is too faint on the background (\(depth)): contrast \(ratio), at least \(needed) is needed."
      )
    case .same(let one, let two):
      return Words(
        zh: "没有颜色时 \(one) 和 \(two) 分不出来。请给不同的符号或样式。",
        en: "Without colour \(one) and \(two) look the same. Give them other signs or attributes.")
    case .alike(let one, let two, let sight, let distance):
      return Words(
        zh: "\(one) 和 \(two) 只差颜色，\(sight) 眼睛看来只差 \(distance)，至少要 10。",
        en:
          "\(one) and \(two) differ by colour alone, by \(distance) to a \(sight) eye; 10 at least is needed."
      )
    case .painted(let role):
      return Words(
        zh: "\(role) 画了背景。如果是有意的，请写 paints: true。",
        en: "\(role) paints a background. If that is meant, write paints: true.")
    }
  }
}
