import Desk
import Screen

/// Every key, off the key table, and what the tags mean.
enum HelpView {
  static var lineCount: Int { KeyTable.bindings.count + legend.count + 2 }

  static func draw(_ page: HelpPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    frame.rule(Words(zh: "帮助  任意键返回", en: "Help  any key goes back")(model.language), rect, rect.row)
    let lines = lines(model.language)
    for (index, line) in lines.dropFirst(page.top).prefix(rect.rows - 1).enumerated() {
      let row = rect.row + 1 + index
      frame.put(line.key, row, 2, 20, line.role)
      frame.put(line.text, row, 23, rect.columns - 24, line.role == .keyName ? .text : line.role)
    }
  }

  private static func lines(_ language: Language) -> [(key: String, text: String, role: Role)] {
    var lines: [(key: String, text: String, role: Role)] = KeyTable.bindings.map { line in
      (line.keyNames, line.long(language), .keyName)
    }
    lines.append(("", "", .text))
    lines.append((Words(zh: "记号", en: "Tags")(language), "", .title))
    lines += legend.map { ($0.0, $0.1(language), $0.2) }
    return lines
  }

  private static let legend: [(String, Words, Role)] = [
    ("!", Words(zh: "将到时", en: "soon"), .soon), ("!!", Words(zh: "马上到时", en: "about to break"), .critical),
    ("X", Words(zh: "已超时", en: "late"), .over),
    ("XX", Words(zh: "超时很久没人管", en: "late and ignored"), .ignored),
    ("=", Words(zh: "挂起", en: "held"), .held), ("v", Words(zh: "不欠什么", en: "nothing owed"), .done),
    ("*", Words(zh: "已选中", en: "marked"), .marked),
  ]
}
