import Desk

extension QuickLine {
  /// Whether somebody is called so: `张先生`, `陈阿姨`, 陈太太, 李总.
  static func isAddressed(_ word: String) -> Bool {
    guard (2...5).contains(word.count) else { return false }
    return ["先生", "女士", "小姐", "阿姨", "师傅", "老师", "大爷", "大妈", "奶奶", "爷爷", "叔叔"].contains { word.hasSuffix($0) }
      || isTitled(word)
  }

  /// Whether a word is a surname, or a name, and a title that others have too: 陈总, and neither 老总 nor 大堂经理. Who is called so is not
  /// certainly the owner of that surname: 陈太太 is his wife.
  static func isTitled(_ word: String) -> Bool {
    guard let title = titles.first(where: word.hasSuffix) else { return false }
    let name = String(word.dropLast(title.count))
    return surnames.contains(name) || compounds.contains(name) || rareSurnames.contains(name)
      || title.count > 1 && isHanName(name)
  }

  private static let titles = ["太太", "经理", "医生", "主任", "婆婆", "伯伯", "大哥", "大姐", "叔", "总", "姐", "哥", "伯"]

  /// Surnames that begin other words, and are one before a title only.
  private static let rareSurnames = Set("曾高万江白方石金任钱尤施洪柳毕庄温".map(String.init))

  /// 老陈 and 小陈 beside a room, who are none of the staff.
  static func familiar(_ words: LineWords, _ staff: [StaffMember]) -> (name: String, count: Int)? {
    guard let word = words.next, word.count == 2, let first = word.first, "老小".contains(first),
      surnames.contains(String(word.suffix(1))), !"孔毛雷段龙".contains(word.suffix(1)),
      !staff.contains(where: { $0.name == word })
    else { return nil }
    let beside = words.behind.prefix(1) + words.ahead.dropFirst().prefix(1)
    let isHome = beside.contains {
      Place($0).isRoom || Place.named($0[...]) != nil || Place.leading($0) != nil
    }
    return isHome ? (word, 1) : nil
  }

  /// Who is addressed where a word begins, before a room, behind one before what is wrong, or as saying it: 陈太太3-2-0101, 3-2-0101陈太太水管漏,
  /// 王女士说水管漏.
  static func addressed(beginning word: String, isBehindRoom: Bool) -> (name: String, rest: String)? {
    for count in 3...4 {
      let (name, rest) = (String(word.prefix(count)), String(word.dropFirst(count)))
      guard !rest.isEmpty, isAddressed(name), !isWorker(name) else { continue }
      if Place(rest).isRoom || Place.leading(rest) != nil { return (name, rest) }
      let isFullName =
        isHanName(String(name.prefix(2)) + "某") || rareSurnames.contains(String(name.prefix(1)))
      if isBehindRoom, isFullName, beginningMatter(rest[...]) > 0 { return (name, rest) }
      if isFullName, let said = said(rest) { return (name, said) }
    }
    return nil
  }

  /// What somebody says, behind the word that they do; nil where it goes on otherwise, as 说好 and 称重 do.
  private static func said(_ words: String) -> String? {
    guard let saying = sayings.first(where: words.hasPrefix) else { return nil }
    let said = words.dropFirst(saying.count).drop { "，,：:。 ".contains($0) }
    return said.first.map { "好过了法明不没重".contains($0) } ?? true ? nil : String(said)
  }

  private static let sayings = [
    "打电话来说", "打电话说", "打来说", "来电反映", "来电说", "来电称", "来电", "反映说", "说是", "说", "称",
  ]

  /// One who works for the office, as they say it themselves: 保洁小芳 of 我是物业保洁小芳.
  static func colleague(_ said: String) -> String? {
    let post = without(["物业的", "物业", "你们"], said)
    guard let job = jobs.first(where: post.hasPrefix) else { return nil }
    let name = without(["员", "部的", "部", "的"], String(post.dropFirst(job.count)))
    let isFamiliar =
      (2...3).contains(name.count) && name.first.map { "小老阿".contains($0) } == true
      && name.allSatisfy { $0.isHan && !goOn.contains($0) }
    return name.isEmpty || isFamiliar || isAddressed(name) || isHanName(name) ? post : nil
  }

  private static let jobs = ["保洁", "保安", "工程", "维修", "客服", "管家", "家政", "前台", "秩序", "绿化"]

  /// How many words only greet; nil where none does, or the first may be anything else.
  static func greeting(_ words: LineWords) -> Int? {
    let said = words.clause.map { $0.lowercased().filter { !":：!！".contains($0) } }
    guard let found = greetings.filter(said.starts).max(by: { $0.count < $1.count }) else { return nil }
    guard said.count > found.count, found[0].first?.isASCII == true else { return found.count }
    let next = said[found.count]
    let goesOn = ["this", "i", "i'm", "i’m", "my", "it's", "it’s", "here", "there", "from", "in", "at", "we"]
    return goesOn.contains(next) || Place(next).isRoom || Place.namesPart(next) ? found.count : nil
  }

  private static let greetings = [
    ["hello"], ["hi"], ["hey"], ["good", "morning"], ["good", "afternoon"], ["good", "evening"],
    ["hello", "there"],
    ["hi", "there"], ["你好"], ["您好"], ["喂"],
  ]

  /// Hears that somebody else calls: how many words only say that they do, how many after those say for whom and stay what it is about,
  /// and how many behind them are given names, which do not: 1, 4 and 1 of `calling on behalf of Mrs Ann Chen`. Nil where the words begin
  /// otherwise.
  mutating func takeBehalf(_ words: [String]) -> (opening: Int, kept: Int, given: Int)? {
    guard !isOnBehalf else { return nil }
    let lower = words.map { $0.lowercased().replacing("’", with: "'") }
    let said = QuickLine.callings.filter(lower.starts).map(\.count).max() ?? 0
    let isWhole = lower.dropFirst(said).starts(with: ["on", "behalf", "of"])
    let before = isWhole ? 3 : 1
    let name = Array(words.dropFirst(said + before))
    let titled = QuickLine.titled(name)
    guard isWhole || said > 0 && lower.dropFirst(said).first == "for" && titled != nil else { return nil }
    isOnBehalf = true
    if let titled { return (said, before + (titled == 2 ? 2 : 1), titled - 2) }
    return (said, before, max(0, (QuickLine.named(name, isName: true, beyond: nil) ?? 0) - 1))
  }

  private static let callings = [
    "i'm calling", "i am calling", "i call", "calling", "phoning", "i'm phoning", "reporting",
  ].map {
    $0.split(separator: " ").map(String.init)
  }

  /// Takes the room of somebody for whom another calls, 帮3-1-0302梁伟报修 and 替2-1-0302孙某打的: what is left of the word, without the
  /// room and the whole name. Nil where it begins with none.
  mutating func takeBehalf(_ word: String) -> String? {
    let said = QuickLine.without(["帮忙", "帮", "替", "代"], word)
    guard said != word else { return nil }
    let opening = word.prefix(word.count - said.count)
    if !isOnBehalf, QuickLine.isHanName(said) || QuickLine.isAddressed(said) {
      isOnBehalf = true
      return QuickLine.isHanName(said) ? "\(opening)\(QuickLine.masked(said))" : word
    }
    guard place.isEmpty else { return nil }
    let whole = Place(said)
    guard let (room, more) = whole.isRoom ? (whole, "") : Place.leading(said) else { return nil }
    (place, isOnBehalf) = (room.text, true)
    let rest = more.first == "的" ? String(more.dropFirst()) : more
    guard !["", "报修", "报", "报的", "报一下"].contains(rest) else { return "" }
    for count in 2...4 where rest.count >= count && QuickLine.mayBeName(String(rest.prefix(count))) {
      let after = rest.dropFirst(count)
      guard after.first.map({ "报打说反投问来叫家的申登送交约预求".contains($0) }) ?? true else { continue }
      return "\(opening)\(QuickLine.masked(String(rest.prefix(count))))\(after)"
    }
    return opening + rest
  }

  /// Whether a word is somebody's name where nothing else is to be expected, behind 找 and 帮 and a room.
  static func mayBeName(_ word: String) -> Bool {
    isHanName(word)
      || (2...3).contains(word.count) && rareSurnames.contains(String(word.prefix(1)))
        && word.dropFirst().allSatisfy { $0.isHan && !goOn.contains($0) }
  }

  /// A name of which only the surname may be read: 梁某.
  static func masked(_ name: String) -> String {
    "\(compounds.first(where: name.hasPrefix) ?? String(name.prefix(1)))某"
  }
}
