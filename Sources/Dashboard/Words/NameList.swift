/// Several names in one line: as people write them, and as the desk writes them back.
package enum NameList {
  /// The names with what parts them, so that the line reads back as the same.
  package static func text(_ names: [String], _ language: Language) -> String {
    names.joined(separator: language == .chinese ? "、" : ", ")
  }

  /// The names of a line. A comma or `、` always parts them, a blank where one of the two is Chinese; one that is known is taken whole,
  /// the longest first.
  static func names(_ text: String, known: Set<String>) -> [String] {
    let known = Dictionary(known.map { (words($0[...]), $0) }, uniquingKeysWith: min)
    return text.split { "、，,;；".contains($0) }.flatMap { names(in: words($0), known) }
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
