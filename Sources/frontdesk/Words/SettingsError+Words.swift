import Dashboard
import Desk
import Foundation

extension SettingsError {
  /// What is wrong in a settings file, where, and what may stand there.
  var words: Words {
    let isWholeFile =
      switch self.fault {
      case .unreadable, .notUTF8, .empty: true
      default: false
      }
    let fault = fault.words
    if isWholeFile { return Words(zh: "\(file.plainLine) \(fault.zh)", en: "\(file.plainLine) \(fault.en)") }
    return Words(
      zh: "\(file.plainLine) 第 \(line) 行第 \(column) 列：\(fault.zh)",
      en: "\(file.plainLine):\(line):\(column): \(fault.en)")
  }
}

extension SettingsError.Fault {
  fileprivate var words: Words {
    switch self {
    case .unexpected(""):
      Words(zh: "没有写完。请补上括号或引号。", en: "it ends too early. Close the bracket or the quote.")
    case .unexpected(let text):
      Words(
        zh: "“\(text.plainLine)”不该在这里。请检查逗号、引号和括号。",
        en: "\"\(text.plainLine)\" cannot stand here. Check commas, quotes and brackets.")
    case .empty:
      Words(
        zh: "是空的。请写上 { } 和里面的内容，或删掉它。", en: "is empty. Write { } and what belongs in it, or remove the file.")
    case .overMidnight(let key, let value):
      Words(
        zh: "\(key) 的“\(value.plainLine)”跨了零点，一天只写当天的：当天写到 24:00，后半段写在第二天，从 00:00 起。",
        en:
          "\(key) \"\(value.plainLine)\" goes past midnight, and a day has only its own hours: write until 24:00 here, and "
          + "the rest from 00:00 on the next day.")
    case .warnsTooEarly(let key, let value):
      Words(
        zh: "\(key) 的“\(value.plainLine)”不短于时限，永远不会提醒。请写得比时限短。",
        en:
          "\(key) \"\(value.plainLine)\" is not less than the clock's target, so it would never warn. Write a shorter one."
      )
    case .tooDeep: Words(zh: "套得太深。", en: "it is nested too deeply.")
    case .duplicateKey(let key):
      Words(zh: "\(key.plainLine) 写了两次。请去掉一个。", en: "\(key.plainLine) comes twice. Take one away.")
    case .unknownKey(let key, let known): SettingsError.Fault.unknown(key.plainLine, known)
    case .missingKey(let key): Words(zh: "缺少 \(key)。请补上。", en: "\(key) is missing. Add it.")
    case .missingColumn(let names):
      Words(
        zh: "表头里少一列。请补上，可以叫：\(names.joined(separator: "、"))。",
        en: "the first line lacks a column. Add it under one of the names: \(names.joined(separator: ", ")).")
    case .wrongType("", let expected):
      Words(zh: "整个文件要写\(expected.words.zh)。", en: "the whole file must be \(expected.words.en).")
    case .wrongType(let key, let expected):
      Words(
        zh: "\(key.plainLine) 要写\(expected.words.zh)。", en: "\(key.plainLine) must be \(expected.words.en).")
    case .badValue(let key, let value, let allowed):
      SettingsError.Fault.bad(key.plainLine, value.plainLine, allowed)
    case .notWhole(let key, let value):
      Words(
        zh: "\(key.plainLine) 不能是“\(value)”，要写整数，至多 18 位。",
        en: "\(key.plainLine) cannot be \"\(value)\": write a whole number of 18 digits at most.")
    case .unreadable(let number):
      Words(
        zh: "读不了：\(Words(errno: number).zh)。请看它在不在、能不能读。",
        en: "cannot be read: \(Words(errno: number).en). See that it is a file you may read.")
    case .notUTF8: Words(zh: "不是 UTF-8。请另存为 UTF-8。", en: "is not UTF-8. Save it as UTF-8.")
    case .inheritsTooFar(let name):
      Words(
        zh: "\(name.plainLine) 自己也继承别的主题。只能继承一层。",
        en: "\(name.plainLine) itself takes from another theme. Take from one that does not.")
    case .refused(let refusal): refusal.words(zone: .gmt)
    case .noProgram(let key, let name):
      Words(
        zh: "\(key) 的程序 \(name.plainLine) \(name.contains("/") ? "不在那里" : "在 PATH 里找不到")，或不能运行。请安装它，或改写路径。",
        en:
          "the program \(name.plainLine) of \(key) is not \(name.contains("/") ? "there" : "in PATH"), or may not be run. Install it, or write where it is."
      )
    case .inPolicy(let key):
      Words(
        zh:
          "\(key) 不在这里设：多早提醒是规则的一部分，每台电脑一样。请改 policy.json5 里各时限的 soon 和 critical，再 frontdesk policy publish。",
        en:
          "\(key) is not set here: how early a clock warns is the policy's, the same on every desk. Change soon and critical of its "
          + "clocks in policy.json5, then frontdesk policy publish.")
    case .masksPhones(let key):
      Words(
        zh: "\(key) 只能是 true：电话一律隐去。要看一个号码，在那张单上用 F9 的“电话”，写明原因，记在案。",
        en:
          "\(key) can only be true: phones are always masked. To see one use F9 and phone on its ticket, with a reason on record."
      )
    case .keyReserved(let key, let owner?):
      Words(
        zh: "\(key) 一直是 \(owner)，各页的提示都这样写。请用字母或 Ctrl- 加字母。",
        en: "\(key) stays with \(owner): every page names it so. Choose a letter or Ctrl and a letter.")
    case .keyReserved(let key, nil):
      Words(
        zh: "\(key) 留给终端、输入法、表单或 vim 移动用。请换一个键。",
        en: "\(key) is kept for the terminal, a form or moving about. Choose another.")
    case .keyTaken(let key, let owner):
      Words(
        zh: "\(key) 已是 \(owner) 的键。请换一个，或把 \(owner) 也写上别的键。",
        en: "\(key) is \(owner)'s already. Choose another, or give \(owner) other keys here too.")
    case .wrongWidth(let key, let value, let columns):
      Words(
        zh: "\(key) 的“\(value.plainLine)”不是 \(columns) 格宽。请换成正好 \(columns) 格的字符。",
        en: "\(key) \"\(value.plainLine)\" is not \(columns) columns wide. Write exactly \(columns).")
    }
  }

  private static func unknown(_ key: String, _ known: [String]) -> Words {
    // As many parts as those have that there are.
    let parts = known.first?.split(separator: ".").count ?? 1
    let last = key.split(separator: ".").suffix(parts).joined(separator: ".")
    let meant = Suggestion.words(last, in: known)
    let list = known.joined(separator: ", ")
    return Words(
      zh: "没有 \(key) 这一项。\(meant.zh)可以写：\(list)",
      en: "there is no key \(key). \(meant.en)There are: \(list)")
  }

  private static func bad(_ key: String, _ value: String, _ allowed: [String]) -> Words {
    // A time or a number is no mistyped word.
    let meant = value.contains(where: \.isLetter) ? Suggestion.words(value, in: allowed) : .none
    let list = allowed.prefix(60).map(\.plainLine).joined(separator: ", ")
    return Words(
      zh: "\(key) 不能是“\(value)”。\(meant.zh)可以写：\(list)",
      en: "\(key) cannot be \"\(value)\". \(meant.en)It can be: \(list)")
  }
}

extension SettingsError.Shape {
  fileprivate var words: Words {
    switch self {
    case .text: Words(zh: "文字（加引号）", en: "text in quotes")
    case .number: Words(zh: "数字", en: "a number")
    case .flag: Words(zh: " true 或 false", en: "true or false")
    case .list: Words(zh: "一列 […]", en: "a list […]")
    case .object: Words(zh: "一组 {…}", en: "an object {…}")
    }
  }
}
