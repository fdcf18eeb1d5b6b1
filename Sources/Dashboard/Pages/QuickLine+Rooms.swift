import Desk

extension QuickLine {
  /// Takes a room of several words, or one behind words that only say it is where somebody is, as `from` and `at`: how many words that is.
  mutating func takeRoom(_ words: [String]) -> Int? {
    let before = QuickLine.before(words)
    var said = Array(words.dropFirst(before))
    // 住1201室，2单元，3栋 says where they live in three words.
    if let first = said.first { said[0] = QuickLine.opened(first) }
    guard place.isEmpty, let (room, count) = QuickLine.room(said[...]), before + count > 1
    else { return nil }
    place = room
    return before + count
  }

  /// A word without what a caller says before the first part of a room.
  private static func opened(_ word: String) -> String {
    let rest = without(homes, word)
    return rest.first?.isNumber == true && Place.namesPart(rest) ? rest : word
  }

  /// Takes out the words by which a caller corrects a room that was wrong, so that the right one is next: `no`, 不是3-2-1501是. What is
  /// left of the words; nil where they correct nothing.
  mutating func takeCorrection(_ words: [String], _ estate: Estate) -> [String]? {
    // 3-2-1501 不是 3-2-1502 breaks off; without a gap it tells two rooms apart, as English does by `not`.
    let isBreak = !place.isEmpty && words[0] == "不是"
    if !isBreak, let said = QuickLine.after(QuickLine.denials, words),
      let rest = QuickLine.afterRoom(said, estate)
    {
      let next = QuickLine.afterAll(QuickLine.joints, rest)
      if QuickLine.afterRoom(next, estate) != nil {
        place = ""
        return next
      }
      let isElsewhere = rest.indices.contains {
        QuickLine.afterRoom(QuickLine.afterAll(QuickLine.joints, Array(rest[$0...])), estate) != nil
      }
      return isElsewhere || !place.isEmpty ? rest : nil
    }
    guard !place.isEmpty,
      let said = isBreak ? Array(words.dropFirst()) : QuickLine.after(QuickLine.corrections, words)
    else { return nil }
    let next = QuickLine.afterAll(QuickLine.corrections + QuickLine.joints, said)
    guard QuickLine.afterRoom(next, estate) != nil else { return nil }
    place = ""
    return next
  }

  private static let denials = ["not", "isn't", "it's not", "it is not", "不是", "并不是", "我家不是", "我不是", "不在"]
  private static let corrections = [
    "no", "nope", "sorry", "wait", "correction", "actually", "rather", "i mean", "i meant", "make that",
    "不", "不对", "错了", "说错了", "写错了", "报错了", "搞错了", "哦不", "更正", "更正为", "改成", "改为", "应该是", "应为",
  ]
  /// What stands between such words and the room that is right.
  private static let joints = ["but", "it's", "it is", "is", "是", "而是", "应该是", "应是", "应为"]

  /// The words after one of the sayings, a Chinese one perhaps within a word; nil where they begin with none.
  private static func after(_ sayings: [String], _ words: [String]) -> [String]? {
    guard let first = words.first else { return nil }
    let lower = words.prefix(3).map {
      $0.lowercased().replacing("’", with: "'").filter { !":：".contains($0) }
    }
    let said = sayings.map { $0.split(separator: " ").map(String.init) }.filter(lower.starts)
    if let count = said.map(\.count).max() { return Array(words.dropFirst(count)) }
    let glued = sayings.filter { $0.first?.isASCII == false && first.hasPrefix($0) }
    guard let count = glued.map(\.count).max() else { return nil }
    return [String(first.dropFirst(count))] + words.dropFirst()
  }

  private static func afterAll(_ sayings: [String], _ words: [String]) -> [String] {
    var rest = words
    while let next = after(sayings, rest) { rest = next }
    return rest
  }

  /// The words after the room they begin with; nil where they begin with none.
  private static func afterRoom(_ words: [String], _ estate: Estate) -> [String]? {
    let said = Array(words.dropFirst(before(words)))
    guard let first = said.first else { return nil }
    if let (_, count) = room(said[...]) { return Array(said.dropFirst(count)) }
    if estate.room(first) != nil { return Array(said.dropFirst()) }
    let word = home(in: first) ?? first
    if Place(word).isRoom { return Array(said.dropFirst()) }
    return Place.leading(word).map { [$0.rest] + said.dropFirst() }
  }

  /// The room or public area that words begin with, and how many they are.
  static func room(_ words: ArraySlice<String>) -> (text: String, count: Int)? {
    guard let first = words.first, CivilDate(first) == nil else { return nil }
    if first.lowercased() == "public", words.dropFirst().first?.lowercased().hasPrefix("area") == true {
      return (words.prefix(2).joined(separator: " "), 2)
    }
    for count in stride(from: Place.namesPart(first) ? min(6, words.count) : 1, to: 0, by: -1) {
      var text = words.prefix(count).joined(separator: " ")
      if text.hasSuffix(":") { text.removeLast() }
      let room = Place(text)
      if room.isRoom { return (room.text, count) }
    }
    return nil
  }

  /// The room that a sentence names somewhere within a word, as 投诉楼上3-2-1601装修 does; empty for none. It stays in the sentence.
  static func room(within sentence: String) -> String {
    sentence.split { !($0.isASCII && ($0.isNumber || $0 == "-")) }.map(String.init)
      .first { number in
        let parts = number.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && (3...4).contains(parts[2].count) && Place(number).isRoom
      } ?? ""
  }

  /// How many words only say that what follows is where somebody or something is.
  private static func before(_ words: [String]) -> Int {
    let lower = words.prefix(4).map { $0.lowercased().replacing("’", with: "'") }
    let and = lower.first == "and" ? 1 : 0
    let said = lower.dropFirst(and)
    return openings.filter(said.starts).map(\.count).max().map { $0 + and } ?? 0
  }

  static let openings =
    ([
      "from", "of", "at", "in", "to", "在", "in the", "at the", "i live in", "i live at", "i'm in", "i'm at",
      "i'm from", "i am in", "i am at", "i am from", "we live in", "we live at",
    ] as [String]).map { $0.split(separator: " ").map(String.init) }

  /// A word from its room on, where it begins as callers do: 我是3-2-1501的王女士.
  static func home(in word: String) -> String? {
    let rest = without(homes, word)
    return rest != word && (Place(rest).isRoom || Place.leading(rest) != nil) ? rest : nil
  }

  private static let homes = [
    "我家住在", "我家住", "我家在", "我住在", "我住", "我家", "我是", "我在", "我这里是", "我这里", "这里是", "这边是", "家住", "住在", "住",
    "在", "是",
  ]
}
