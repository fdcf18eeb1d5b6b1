package import Desk

extension QuickLine {
  /// Takes where it is out of what it is about, where no word of its own said it.
  mutating func takeArea() {
    place = ""
    if let area = QuickLine.area(in: subject, { words, _ in QuickLine.area(words) }) {
      (place, subject) = area
    } else {
      place = QuickLine.room(within: subject)
    }
    guard place.isEmpty, let pair = QuickLine.area(in: subject, QuickLine.pair) else { return }
    (place, subject) = pair
  }

  /// What a place is called at the beginning of some words, behind others: how many of them that is, and what is left of the last.
  typealias AreaWords = (place: String, count: Int, rest: Substring)

  /// Where something is that has no room: a building as callers name it, `3栋1单元`, `Bldg 3 Unit 1`, or a part of the estate that stands
  /// alone, `地库B2`; with the words that are left. Nil where none begins a word.
  static func area(
    in sentence: String, _ read: (_ words: ArraySlice<Substring>, _ before: Substring) -> AreaWords?
  ) -> (place: String, rest: String)? {
    let isMark = { (character: Character) in "，,；;。、".contains(character) }
    let starts = sentence.indices.filter { $0 > sentence.startIndex }.filter {
      let last = sentence[sentence.index(before: $0)]
      return last == " " || isMark(last)
    }
    for start in [sentence.startIndex] + starts {
      let words = sentence[start...].split(separator: " ")
      guard let said = words.first, said.startIndex == start else { continue }
      let first = without(["我们在", "我在", "就在", "位于", "在"], String(said))
      guard let (place, count, rest) = read([first[...]] + words.dropFirst(), sentence[..<start])
      else { continue }
      let after = ([rest.drop { isMark($0) || ":：的".contains($0) }] + words.dropFirst(count)).filter {
        !$0.isEmpty
      }
      var before = sentence[..<start].split(separator: " ")
      // No water in Building 12: what only says that a place follows goes with it.
      if let last = before.last?.lowercased(), openings.contains([last]) { before.removeLast() }
      var left = before.joined(separator: " ")
      if after.isEmpty { while left.last.map(isMark) == true { left.removeLast() } }
      let isOpen = left.isEmpty || after.isEmpty || left.last.map { isMark($0) && !$0.isASCII } == true
      return (place, left + (isOpen ? "" : " ") + after.joined(separator: " "))
    }
    return nil
  }

  /// Leaves out of what it is about where that is, which is known already: by its name, or by building and unit, `3-2` of `3-2-大堂`.
  package mutating func leaveOut(_ known: Place) {
    let unit = known.block.flatMap { block in known.unit.map { "\(block)-\($0)" } } ?? known.text
    // The unit by itself says less.
    if place == unit { place = "" }
    guard place.isEmpty, !known.text.isEmpty else { return }
    var words = LineWords(subject)
    while let word = words.next {
      let rest = word.hasPrefix(known.text) ? String(word.dropFirst(known.text.count)) : word
      if word == unit || rest.isEmpty {
        words.drop(1)
      } else {
        if rest.first?.isASCII == false { words.shorten(to: rest) }
        words.keep()
      }
    }
    subject = words.sentence
  }

  private static func area(_ words: ArraySlice<Substring>) -> AreaWords? {
    guard let first = words.first else { return nil }
    if let rest = afterBuilding(first) {
      let beyond = afterPart(rest) ?? rest
      return (String(first[..<beyond.startIndex]), 1, beyond)
    }
    if let rest = afterPart(first) { return (String(first[..<rest.startIndex]), 1, rest) }
    let said = words.prefix(4).map { $0.uppercased() }
    guard said.count > 1, Place.buildingLabels.contains(said[0]), isNumber(said[1]) else { return nil }
    let count = said.count == 4 && said[2] == "UNIT" && isNumber(said[3]) ? 4 : 2
    return (words.prefix(count).joined(separator: " "), count, "")
  }

  /// What follows a building and its unit that a word begins with; nil where it begins with none.
  private static func afterBuilding(_ word: Substring) -> Substring? {
    guard let found = Place.named(word) else { return nil }
    // What is 楼下 is not in the building.
    let isBeside = found.rest.first.map { "下上顶道".contains($0) } == true
    return isBeside && word[..<found.rest.startIndex].hasSuffix("号楼") ? nil : found.rest
  }

  /// What follows a part of an estate and its level or number that a word begins with: nothing behind 大堂, 积水 behind 地库B2, and what
  /// can be wrong there, 门禁 behind 大堂 (*design*). Nil where it begins with none, and where other words go on: 大堂经理 is none.
  private static func afterPart(_ word: Substring) -> Substring? {
    let name = word.prefix { !$0.isASCII }
    guard parts.contains(String(name)) else { return beforeFault(word) }
    let rest = word.dropFirst(name.count)
    let beyond = rest.drop { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard beyond.count < rest.count || rest.isEmpty else { return nil }
    // A number of something else: 车库1号道闸.
    return beyond.first.map { "号楼层单栋个台盏辆米点月日年元块".contains($0) } == true ? rest : beyond
  }

  private static func beforeFault(_ word: Substring) -> Substring? {
    guard let part = parts.filter({ word.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { return nil }
    let rest = word.dropFirst(part.count)
    guard let next = rest.first, !"口边旁外前后上下内里中处".contains(next) else { return nil }
    return Category.spoken(of: String(rest.prefix(3)), at: Place(""), []) == nil ? nil : rest
  }

  private static let parts: Set<String> = [
    "地库", "车库", "地下车库", "地下室", "大堂", "大厅", "电梯厅", "天台", "楼顶", "东门", "西门", "南门", "北门", "正门", "大门",
    "门岗", "岗亭", "中庭", "花园", "泳池", "会所", "配电房", "水泵房", "消防通道",
  ]

  private static func isNumber(_ word: String) -> Bool {
    (1...3).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
