/// Several names in one line: as people write them, and as the desk writes them back.
package enum NameList {
  /// The names with what parts them, so that the line reads back as the same.
  package static func text(_ names: [String], _ language: Language) -> String {
    names.joined(separator: separator(language))
  }

  /// The names with what parts them behind the last too, so that whoever types on writes another.
  static func open(_ names: [String], _ language: Language) -> String {
    names.isEmpty ? "" : text(names, language) + separator(language)
  }

  private static func separator(_ language: Language) -> String { language == .chinese ? "、" : ", " }

  /// The names of a line. A comma or `、` always parts them, a blank where one of the two is Chinese; one that is known is taken whole,
  /// the longest first.
  static func names(_ text: String, known: Set<String>) -> [String] {
    let known = Dictionary(known.map { (words($0[...]), $0) }, uniquingKeysWith: min)
    return text.split { "、，,;；".contains($0) }.flatMap { names(in: words($0), known) }
  }

  /// What is asked before names come onto the staff: which are new to it, and which of those look like a slip of somebody's name; nil
  /// where all are on it.
  static func question(_ names: [String], staff: Set<String>, known: Set<String>) -> Words? {
    let new = names.filter { !staff.contains($0) }
    guard !new.isEmpty else { return nil }
    let slips = new.compactMap { slip($0, of: known) }
    return Words(
      zh: "\(slips.map(\.zh).joined())员工名单上没有 \(text(new, .chinese))：再按 Enter 登记为员工，Esc 回去改",
      en:
        "\(slips.map(\.en).joined())Not on the staff: \(text(new, .english)). Enter again puts them on it, Esc goes back to correct"
    )
  }

  /// That a name is a known one written twice, or one with something else right before or behind it.
  private static func slip(_ name: String, of known: Set<String>) -> Words? {
    for one in known.sorted(by: { $0.count > $1.count }) where one.count > 1 && one != name {
      if name == one + one {
        return Words(zh: "“\(name)”是“\(one)”写了两遍。", en: "\"\(name)\" is \"\(one)\" written twice. ")
      }
      let isHan = one.allSatisfy(\.isHan)
      let (behind, before) = (name.dropFirst(one.count), name.dropLast(one.count))
      // Liam is not Li with something behind it.
      if name.hasPrefix(one), isHan || behind.first?.isLowercase == false {
        return Words(
          zh: "“\(name)”是“\(one)”连着“\(behind)”。",
          en: "\"\(name)\" is \"\(one)\" with \"\(behind)\" right behind. ")
      }
      if name.hasSuffix(one), isHan {
        return Words(
          zh: "“\(name)”是“\(before)”连着“\(one)”。",
          en: "\"\(name)\" is \"\(one)\" with \"\(before)\" right before. ")
      }
    }
    return nil
  }

  private static func words(_ text: Substring) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func names(in words: [String], _ known: [[String]: String]) -> [String] {
    var (names, rest, goesOn) = ([String](), words[...], false)
    while let first = rest.first {
      let length = (1...rest.count).reversed().first { known[Array(rest.prefix($0))] != nil }
      let name = length.flatMap { known[Array(rest.prefix($0))] } ?? first
      // Words of a Latin name that nobody here has yet.
      let isPart = length == nil && !name.contains(where: \.isHan)
      if isPart, goesOn { names[names.count - 1] += " \(name)" } else { names.append(name) }
      goesOn = isPart
      rest = rest.dropFirst(length ?? 1)
    }
    return names
  }
}
