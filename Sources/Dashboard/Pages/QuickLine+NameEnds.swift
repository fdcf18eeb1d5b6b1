import Desk

extension QuickLine {
  /// The name with which a word goes on behind 我叫, and what follows it, where that begins with a place at home, a thing or a fault:
  /// 我叫张伟厨房漏水. Nil where no name ends so, as in 我叫人来修.
  static func nameBeforeMatter(_ word: String) -> (name: String, rest: String)? {
    let label = without(labels, word)
    let isSure = label != word || ["我叫", "我的名字叫", "本人叫"].contains(where: word.hasPrefix)
    let said = label == word ? without(introductions, word) : String(label.drop { ":：是叫为".contains($0) })
    guard said != word else { return nil }
    for count in 2...5 {
      let (name, rest) = (String(said.prefix(count)), said.dropFirst(count))
      guard !rest.isEmpty, isSure && isHanName(name) || isResident(name), !isWorker(name) else { continue }
      // 李建门坏了 may be 李建 or 李建门: a thing of one character ends a name of three only.
      if beginningMatter(rest) >= (count == 2 ? 2 : 1) { return (name, String(rest)) }
    }
    return nil
  }

  private static func isResident(_ name: String) -> Bool {
    isAddressed(name) && isHanName(String(name.prefix(2)) + "某")
  }

  /// 我叫王师傅 is about whoever was called to repair.
  static func isWorker(_ name: String) -> Bool { ["师傅", "老师"].contains(where: name.hasSuffix) }

  static func beginningMatter(_ text: Substring) -> Int {
    let known = matters.lazy.filter(text.hasPrefix).map(\.count).max() ?? 0
    return max(known, Category.spoken(atStartOf: text))
  }

  /// What a call goes on with behind a name, besides what names a category (*design*).
  private static let matters = [
    "厨房", "卫生间", "洗手间", "厕所", "浴室", "客厅", "卧室", "主卧", "次卧", "书房", "餐厅", "阳台", "房间", "屋里", "屋内", "家里", "家中",
    "我家",
    "我们", "门口", "楼上", "楼下", "楼道", "隔壁", "水管", "水龙头", "水表", "电表", "暖气", "地暖", "地板", "墙上", "墙角", "要报修", "报修",
    "投诉",
    "反映",
  ]

  /// How many words in small letters are a name, where a room, a number or a mark shows its end: one or two behind `my name is`, and
  /// behind `this is` those that begin with a common name. Nil where they may be anything else.
  static func small(
    _ words: [String], behind opening: String, beside number: [String], _ beyond: [String]
  ) -> Int? {
    let isNamed = opening == "my" || opening == "name:"
    for count in 1...2 where count <= words.count {
      let name = words.prefix(count)
      guard name.allSatisfy(isSmallName), isNamed || givenNames.contains(name[0]),
        Category.spoken(of: name.joined(separator: " "), at: Place(""), []) == nil
      else { return nil }
      let rest = words.dropFirst(count)
      guard let next = rest.first?.lowercased() else {
        let isBeside = name.last.map(number.contains) == true
        return isNamed || isBeside || room(beyond[...]) != nil ? count : nil
      }
      if room(rest) != nil || name.last.map(number.contains) == true && number.contains(rest[rest.startIndex])
      {
        return count
      }
      let isWhere = room(rest.dropFirst()) != nil || rest.dropFirst().first.map(Place.namesPart) == true
      if ["from", "of", "at", "in"].contains(next), isWhere { return count }
    }
    return nil
  }

  private static func isSmallName(_ word: String) -> Bool {
    word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "-" } && word.first?.isASCII == true
      && word == word.lowercased() && urgency(word) == nil && !Place.namesPart(word)
      && !notSmallNames.contains(word)
  }

  /// What is said of a name, and what stands where a name might (*design*).
  private static let notSmallNames: Set<String> = [
    "wrong", "not", "missing", "misspelled", "misspelt", "spelled", "spelt", "incorrect", "on", "in", "at",
    "from", "of",
    "the", "a", "an", "still", "gone", "changed", "written", "printed", "listed", "there", "no", "never",
    "also",
    "different", "hard", "too", "faded", "unreadable", "falling", "off", "and", "but", "my", "our", "is",
    "was", "are",
    "here", "calling", "speaking", "correct", "right", "old", "new", "blank", "empty", "covered", "scratched",
  ]

  /// The given names that callers have most (*design*).
  private static let givenNames: Set<String> = [
    "james", "john", "robert", "michael", "david", "william", "richard", "joseph", "thomas", "chris",
    "daniel", "matthew",
    "anthony", "steven", "paul", "andrew", "kevin", "brian", "george", "peter", "tom", "mike", "jim", "bob",
    "steve",
    "tony", "sam", "ben", "alex", "jack", "eric", "simon", "martin", "henry", "frank", "mary", "anna", "anne",
    "ann",
    "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "sarah", "karen", "lisa", "nancy",
    "emily", "kate",
    "maria", "laura", "julia", "jane", "helen", "emma", "amy", "alice", "lucy", "sophie", "rachel", "diana",
    "cathy",
  ]
}
