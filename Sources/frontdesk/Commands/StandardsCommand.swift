import Dashboard
import Desk

/// `frontdesk standards`: what the office posts for everybody to read.
enum StandardsCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let desk = try call.deskOrEmpty()
    let sheet = StandardsSheet(desk.policy, desk.plans.map(\.plan))
    try call.output.text(call.format == "md" ? markdown(sheet, call.language) : text(sheet, call.language))
  }

  private static func text(_ sheet: StandardsSheet, _ language: Language) -> String {
    var text = heading(sheet, language) + "\n"
    for section in sheet.sections {
      text += "\n\(section.title(language))\n"
      for row in section.rows { text += "  \(row.text(language))\n" }
    }
    return text
  }

  private static func markdown(_ sheet: StandardsSheet, _ language: Language) -> String {
    var text = "# \(heading(sheet, language))\n"
    for section in sheet.sections {
      text += "\n## \(section.title(language))\n\n"
      for row in section.rows { text += "- \(row.text(language).replacing("|", with: "\\|"))\n" }
    }
    return text
  }

  private static func heading(_ sheet: StandardsSheet, _ language: Language) -> String {
    let own = Policy.words(name: sheet.name)
    return Words(zh: "承诺公示 \(own.zh)", en: "Posted standards: \(own.en)")(language)
  }
}
