package import Desk

extension Place {
  /// For a narrow column: a public area by its own name, without saying that it is one.
  var short: String {
    for prefix in ["公共区域 ", "公共区域-"] where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text
  }

  /// The same in the language of the screen, where the name is one that every estate has; any other stays as it was written.
  func short(_ language: Language) -> String { named(language, isNarrow: true) ?? short }

  /// The whole name in the language of the screen, as far as it is one that every estate has.
  func shown(_ language: Language) -> String {
    guard let name = named(language) else { return text }
    return text == short ? name : Words(zh: "公共区域 \(name)", en: "public area, \(name)")(language)
  }

  /// As one says it: `1栋1单元0801`, `Bldg 1 Unit 1 0801`, `大堂`.
  package func spoken(_ language: Language) -> String {
    guard !text.isEmpty else { return Words(zh: "位置待补", en: "place to ask")(language) }
    guard isRoom else { return shown(language) }
    let parts = text.split(separator: "-")
    return Words(
      zh: "\(parts[0])栋\(parts[1])单元\(parts[2])", en: "Bldg \(parts[0]) Unit \(parts[1]) \(parts[2])")(
        language)
  }

  /// The whole name on one line, in both languages.
  var words: Words { Words(zh: shown(.chinese).plainLine, en: shown(.english).plainLine) }

  /// What a screen in another language calls it; empty where it is called the same in all.
  var otherNames: [String] { Language.allCases.compactMap { named($0) } }

  /// The name of a building or a part of the estate in a language it is not written in, with its level and behind its building and
  /// unit: `B2 basement` of 地库B2, `3-2-大堂` of `3-2-lobby`, `Bldg 5 Unit 1 lift`, narrow `5-1 lift`, of 5栋1单元电梯. Nil where it is
  /// written in that language, and where a table does not have the very words.
  private func named(_ language: Language, isNarrow: Bool = false) -> String? {
    guard !isRoom, !text.isEmpty, short.allSatisfy(\.isASCII) == (language == .chinese) else { return nil }
    if let found = Place.named(short.uppercased()[...]) {
      let own = String(found.rest).trimmed.lowercased()
      guard let part = own.isEmpty ? Words.none : Place.part(own) else { return nil }
      let unit = found.unit.map { Words(zh: "\($0)单元", en: isNarrow ? "-\($0)" : " Unit \($0)") } ?? .none
      let building = isNarrow && found.unit != nil ? found.building : "Bldg \(found.building)"
      return Words(
        zh: "\(found.building)栋\(unit.zh)\(part.zh)", en: "\(building)\(unit.en) \(part.en)".trimmed)(
          language)
    }
    let dash = short.lastIndex(of: "-").map(short.index(after:)) ?? short.startIndex
    let building = short[..<dash]
    guard building.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter || $0 == "-") }) else { return nil }
    return Place.part(short[dash...].lowercased()).map { "\(building)\($0(language))" }
  }

  /// What a part of an estate is called, perhaps with its level; nil where a table does not have the very words.
  private static func part(_ own: String) -> Words? {
    if let words = parts[own] { return words }
    let digits = own.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let level = own.suffix(digits + 1).uppercased()
    guard digits > 0, let letter = level.first, "BP".contains(letter),
      let words = parts[String(own.dropLast(digits + 1)).trimmed], haveLevels.contains(words.zh)
    else { return nil }
    return Words(zh: "\(words.zh)\(level)", en: "\(level) \(words.en)")
  }

  /// The parts of an estate that have one name in each language (*design*), by whatever either calls them, in small letters.
  private static let parts: [String: Words] = {
    let names: [(zh: [String], en: [String])] = [
      (["公共区域"], ["public area"]), (["电梯"], ["lift", "elevator"]), (["大堂", "大厅"], ["lobby"]),
      (["电梯厅"], ["lift lobby"]),
      (["楼道", "走廊"], ["corridor", "hallway"]), (["楼梯间"], ["stairwell"]), (["天台", "楼顶"], ["rooftop"]),
      (["地库", "地下室"], ["basement"]), (["车库", "地下车库"], ["garage", "underground garage"]),
      (["停车场"], ["car park", "carpark", "parking", "parking lot"]), (["东门"], ["east gate"]),
      (["西门"], ["west gate"]), (["南门"], ["south gate"]), (["北门"], ["north gate"]),
      (["大门"], ["main gate", "gate"]), (["门岗", "岗亭"], ["guard house", "gatehouse"]), (["花园"], ["garden"]),
      (["泳池", "游泳池"], ["pool", "swimming pool"]), (["会所"], ["clubhouse"]), (["健身房"], ["gym"]),
      (["儿童区"], ["playground"]), (["配电房"], ["power room"]), (["水泵房"], ["pump room"]),
      (["监控室"], ["control room"]), (["消防通道"], ["fire lane"]), (["垃圾房"], ["bin room"]),
    ]
    var parts: [String: Words] = [:]
    for name in names {
      for word in name.zh + name.en { parts[word] = Words(zh: name.zh[0], en: name.en[0]) }
    }
    return parts
  }()

  /// Those of them of which a letter and a number is a level.
  private static let haveLevels: Set<String> = ["地库", "车库", "停车场"]
}
