import Desk

extension QuickLine {
  /// A building, with its unit or a room in it, or a part of the estate that some words begin with.
  static func areaWords(_ words: ArraySlice<Substring>) -> AreaWords? {
    guard let first = words.first else { return nil }
    if let found = turned(first) { return found }
    if let rest = afterBuilding(first) {
      let others = words.dropFirst()
      if rest.isEmpty, let next = others.first, let found = beyondBuilding(first, next, others.dropFirst()) {
        return found
      }
      if let end = afterRoomNumber(rest, first), !isList(others) {
        return (String(first[..<end.startIndex]), 1, afterSign(end))
      }
      let beyond = afterPart(rest) ?? rest
      return (String(first[..<beyond.startIndex]), 1, beyond)
    }
    if let rest = afterPart(first) { return (String(first[..<rest.startIndex]), 1, rest) }
    return englishBuilding(words) ?? englishPart(words)
  }

  /// A building that is said behind its unit: 1单元5栋 is 5栋1单元.
  private static func turned(_ word: Substring) -> AreaWords? {
    guard let (_, rest) = Place.unit(leading: word), let building = Place.named(rest), building.unit == nil
    else { return nil }
    let unit = word[..<rest.startIndex]
    return (String(rest[..<building.rest.startIndex] + unit), 1, building.rest)
  }

  /// What the next word adds to a building that stands alone: 5栋 1单元, 1栋 1201.
  private static func beyondBuilding(
    _ building: Substring, _ next: Substring, _ others: ArraySlice<Substring>
  ) -> AreaWords? {
    if let (_, rest) = Place.unit(leading: next) {
      return ("\(building)\(next[..<rest.startIndex])", 2, rest)
    }
    guard let end = afterRoomNumber(next, building), !isList(others) else { return nil }
    return ("\(building)\(next[..<end.startIndex])", 2, afterSign(end))
  }

  /// Whether another room follows: 7栋 1301 1302.
  private static func isList(_ words: ArraySlice<Substring>) -> Bool {
    words.first.map { (3...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } } ?? false
  }

  /// What follows the number of a room behind its building where no unit is said, 1201 of 1栋1201漏水: three or four digits that count
  /// nothing. Nil where there is none.
  private static func afterRoomNumber(_ text: Substring, _ building: Substring) -> Substring? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (3...4).contains(digits.count), !building.hasSuffix("元"), digits.suffix(2) != "00" else {
      return nil
    }
    if let next = rest.first {
      // 3栋1201和1202 are two.
      if rest.dropFirst().first?.isNumber == true, "和与及到至、，,".contains(next) { return nil }
      guard !next.isASCII || ",:;".contains(next), !"年月日元块度吨米平个户人台盏点层楼".contains(next) else {
        return nil
      }
    }
    return rest
  }

  private static func afterSign(_ rest: Substring) -> Substring {
    guard let first = rest.first, "室房号".contains(first),
      !["房间", "房门", "房顶", "室内", "室外"].contains(rest.prefix(2))
    else { return rest }
    return rest.dropFirst()
  }

  /// What English calls a building, its unit and a room in it, in any order and with commas: `building 5 unit 1,`.
  private static func englishBuilding(_ words: ArraySlice<Substring>) -> AreaWords? {
    let words = Array(words)
    var (said, rest, count): ([Part: String], Substring, Int) = ([:], "", 0)
    while count + 1 < words.count, rest.allSatisfy({ $0 == "," }), let part = Part(words[count]),
      said[part] == nil, let end = afterNumber(words[count + 1], atMost: part == .room ? 4 : 3)
    {
      said[part] = "\(words[count]) \(words[count + 1].prefix(words[count + 1].count - end.count))"
      (count, rest) = (count + 2, end)
    }
    guard let building = said[.building] else { return nil }
    if said.count == 1, count < words.count, let end = afterRoomNumber(words[count], building[...]),
      end.allSatisfy({ ",:;.!".contains($0) })
    {
      return ("\(building) \(words[count].prefix(words[count].count - end.count))", count + 1, end)
    }
    return (Part.allCases.compactMap { said[$0] }.joined(separator: " "), count, rest)
  }

  /// What English calls a part of a room.
  private enum Part: CaseIterable {
    case building, unit, room

    init?(_ word: Substring) {
      switch word.uppercased() {
      case let label where Place.buildingLabels.contains(label): self = .building
      case "UNIT": self = .unit
      case "ROOM", "RM", "FLAT", "APARTMENT", "APT": self = .room
      default: return nil
      }
    }
  }

  /// The marks behind a number that a word is; nil for anything else.
  private static func afterNumber(_ word: Substring, atMost count: Int) -> Substring? {
    let number = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(number.count)
    return (1...count).contains(number.count) && rest.allSatisfy { ",:;.!".contains($0) } ? rest : nil
  }

  /// `basement B2`, `car park P1`: a part of the estate with its level.
  private static func englishPart(_ words: ArraySlice<Substring>) -> AreaWords? {
    let said = words.prefix(4).map { $0.lowercased() }
    guard let name = levels.first(where: said.starts) else { return nil }
    let isNamed = said.dropFirst(name.count).first == "level"
    let count = name.count + (isNamed ? 2 : 1)
    guard said.count >= count, let last = words.prefix(count).last else { return nil }
    let level = last.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let rest = last.dropFirst(level.count)
    guard level.count <= 3, level.last?.isNumber == true, isNamed || level.first?.isLetter == true,
      rest.allSatisfy({ ",:;.!".contains($0) })
    else { return nil }
    return ((words.prefix(count - 1) + [level]).joined(separator: " "), count, rest)
  }

  private static let levels = [
    ["basement"], ["garage"], ["carpark"], ["car", "park"], ["underground", "garage"], ["parking", "garage"],
  ]

  /// What follows a building and its unit that a word begins with; nil where it begins with none.
  private static func afterBuilding(_ word: Substring) -> Substring? {
    guard let found = Place.named(word) else { return nil }
    // What is 楼下 is not in the building.
    let isBeside = found.rest.first.map { "下上顶道".contains($0) } == true
    return isBeside && word[..<found.rest.startIndex].hasSuffix("号楼") ? nil : found.rest
  }

  /// What follows a part of an estate and its level or number that a word begins with: nothing behind 大堂, 积水 behind 地库B2, 被占 behind
  /// 地库B区12号车位, and what can be wrong there, 门禁 behind 大堂 (*design*). Nil where it begins with none, and where other words go on:
  /// 大堂经理 is none.
  private static func afterPart(_ word: Substring) -> Substring? {
    let name = word.prefix { !$0.isASCII }
    guard parts.contains(String(name)) else { return beforeFault(word) }
    let rest = word.dropFirst(name.count)
    let beyond = rest.drop { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard beyond.count < rest.count || rest.isEmpty else { return nil }
    if let end = afterSection(rest, beyond) { return end }
    // A number of something else: 车库1号道闸.
    return beyond.first.map { "号楼层单栋个台盏辆米点月日年元块".contains($0) } == true ? rest : beyond
  }

  /// What follows a section of a garage or a parking space in it: B区, 12号车位, B区12号车位, B2层; nil where there is none.
  private static func afterSection(_ rest: Substring, _ beyond: Substring) -> Substring? {
    let isLevel = rest.first?.isLetter == true
    let section = isLevel && beyond.first.map({ "区层".contains($0) }) == true ? beyond.dropFirst() : nil
    let number = (section ?? rest).drop { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    let space = number.first == "号" ? number.dropFirst() : number
    if number.startIndex > (section ?? rest).startIndex, space.hasPrefix("车位") { return space.dropFirst(2) }
    return section
  }

  private static func beforeFault(_ word: Substring) -> Substring? {
    guard let part = parts.filter({ word.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { return nil }
    let rest = word.dropFirst(part.count)
    guard let next = rest.first, !"口边旁外前后上下内里中处".contains(next) else { return nil }
    return Category.spoken(of: String(rest.prefix(4)), at: Place(""), []) == nil ? nil : rest
  }

  private static let parts: Set<String> = [
    "地库", "车库", "地下车库", "地下室", "大堂", "大厅", "电梯厅", "天台", "楼顶", "东门", "西门", "南门", "北门", "正门", "大门",
    "门岗", "岗亭", "中庭", "花园", "泳池", "会所", "配电房", "水泵房", "消防通道",
  ]
}
