import Desk

extension QuickLine {
  /// Takes who calls, where that is said for certain: `Mr Xu`, `this is John Li`, 我叫张三; how many words say it, and that somebody
  /// says what follows. Any other word stays what it is about.
  mutating func takeCaller(_ words: LineWords) -> Int? {
    let clause = words.clause
    guard reporter.isEmpty else { return words.isFirst ? QuickLine.saying(clause) : nil }
    if let name = QuickLine.introduced(clause[0]) {
      reporter = name
      return 1
    }
    let opening = words.beginsClause ? QuickLine.opening(clause) : 0
    let said = Array(clause.dropFirst(opening))
    guard
      let count = QuickLine.titled(said)
        ?? (opening > 0 ? QuickLine.named(said, isName: clause[0].lowercased() == "my") : nil)
    else { return nil }
    reporter = said.prefix(count).joined(separator: " ")
    if reporter.hasSuffix(":") { reporter.removeLast() }
    let isHere = count < said.count && QuickLine.callers.suffix(3).contains(said[count])
    return opening + count + (isHere ? 1 : 0)
  }

  /// How many words begin a sentence in which somebody says their name.
  private static func opening(_ words: [String]) -> Int {
    let openings = [
      ["this", "is"], ["i", "am"], ["i'm"], ["i’m"], ["my", "name", "is"], ["my", "name's"],
    ]
    let said = [words[0].prefix(1).lowercased() + words[0].dropFirst()] + words.dropFirst()
    return openings.first(where: said.starts)?.count ?? 0
  }

  /// How many words are a title and its name; nil where there is none.
  private static func titled(_ words: [String]) -> Int? {
    guard words.count > 1, isTitle(words[0], of: words[1]) else { return nil }
    // Mr John Smith: where both are capitals the second is a name too.
    return 1 + max(1, words.dropFirst().prefix(2).prefix { $0.first?.isUppercase == true }.count)
  }

  /// How many words are a name behind `this is`: two capitals where nothing of the sentence goes on, or one where it is said to be a name or
  /// to call from somewhere; nil where they may be anything else, such as `Burst Pipe`, which a call can be about.
  private static func named(_ words: [String], isName: Bool) -> Int? {
    let names = words.prefix(3).prefix { word in
      word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "-" }
        && urgency(word) == nil && !Place.namesPart(word) && !notNames.contains(word.lowercased())
    }
    // Where every letter is a capital none tells a name.
    guard names.contains(where: { $0.contains(where: \.isLowercase) }) else { return nil }
    let isAbout = !isName && Category.spoken(of: names.joined(separator: " "), at: Place(""), []) != nil
    guard let next = words.dropFirst(names.count).first else {
      return isName || names.count > 1 && !isAbout ? names.count : nil
    }
    return callers.contains(next) || Place(next).isRoom && !isAbout ? names.count : nil
  }

  /// What follows the name of somebody who calls.
  private static let callers = ["from", "of", "at", "in", "here", "speaking", "calling"]

  /// What a desk hears of in capitals that is no person (*design*).
  private static let notNames: Set<String> = [
    "the", "a", "an", "my", "our", "your", "not", "very", "no", "so", "floor", "lift", "elevator", "lobby",
    "garden", "garage",
    "water", "power", "gas", "fire", "door", "gate", "leak", "noise", "emergency", "urgent", "security",
    "property",
    "management", "reception", "front", "desk", "maintenance", "office", "house", "home", "delivery",
    "courier",
    "police", "hospital", "school", "bank", "street", "road", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]

  /// How many words only say that somebody says what follows; nil where nothing follows.
  private static func saying(_ words: [String]) -> Int? {
    let isAbout = words.count > 1 && ["calls", "called", "calling"].contains(words[0]) && words[1] == "about"
    guard isAbout || ["says", "said", "reports", "reported"].contains(words[0]) else { return nil }
    let count = isAbout || words.dropFirst().first == "that" ? 2 : 1
    return words.count > count ? count : nil
  }

  /// Whether a word is the title of a name that follows it: only capitals tell `Ms Xu` from tiles that miss, and the dr in the hall.
  private static func isTitle(_ word: String, of name: String) -> Bool {
    guard name.first?.isLetter == true, !name.contains(where: { "'’".contains($0) }) else { return false }
    let plain = word.hasSuffix(".") ? word.dropLast() : word[...]
    if ["mr", "mrs"].contains(plain.lowercased()) { return true }
    return ["Miss", "Ms", "Dr"].contains(plain) && name.first?.isLowercase == false
  }

  /// Whether somebody is called so: `张先生`, `陈阿姨`.
  static func isAddressed(_ word: String) -> Bool {
    (2...5).contains(word.count)
      && ["先生", "女士", "小姐", "阿姨", "师傅", "老师", "大爷", "大妈", "奶奶", "爷爷", "叔叔"].contains { word.hasSuffix($0) }
  }

  /// The name in a word by which somebody says who they are: 我是王女士, 我叫张三, 本人李雷, and the surname alone of 我姓张; nil where it
  /// may mean anything else, as 我叫人修过 does.
  private static func introduced(_ word: String) -> String? {
    let name = without(["我的名字叫", "我叫", "我是", "本人叫", "本人是", "本人", "这里是", "这边是"], word)
    if name != word { return isAddressed(name) || isHanName(name) ? name : nil }
    let surname = without(["我姓", "免贵姓", "本人姓", "敝姓", "姓"], word)
    guard surname != word else { return nil }
    return surname.count == 1 && surname.allSatisfy(\.isHan) || compounds.contains(surname) ? surname : nil
  }

  /// Whether it can only be the name of somebody: a common surname and one or two words that no sentence goes on with.
  private static func isHanName(_ word: String) -> Bool {
    let surname = compounds.first(where: word.hasPrefix) ?? String(word.prefix(1))
    let given = word.dropFirst(surname.count)
    return (surname.count > 1 || surnames.contains(surname)) && (1...2).contains(given.count)
      && given.allSatisfy { $0.isHan && !goOn.contains($0) } && !notHanNames.contains(where: word.hasPrefix)
  }

  /// Those of the hundred most common surnames that begin no other word a caller goes on with, as 曾 and 高 do (*design*).
  private static let surnames = Set(
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭林何罗郑梁谢宋唐许邓冯韩曹彭萧蔡潘田董袁叶蒋杜苏魏程吕丁沈姚卢傅钟姜崔谭廖范汪陆贾韦付邹孟熊秦邱侯阎薛尹段雷黎史龙贺顾毛郝龚邵严覃武戴莫孔"
      .map(String.init))

  private static let compounds = [
    "欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
  ]

  /// Words with which a sentence goes on: 我叫李明来修.
  private static let goOn = Set("来去修过了的在是有不没要到说看等找给人把被都也就还请帮从和跟让叫家里市州省国局店")

  /// Words that begin like a name.
  private static let notHanNames = [
    "马上", "马桶", "马路", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "周边", "周围", "孙子", "孙女", "孙儿", "何时",
    "何处", "许多", "许久", "谢谢", "毛病", "龙头", "范围", "陆续", "钟点", "顾客", "程序", "段时", "严重", "武警", "莫名", "田地", "史上",
    "黄金", "黄色", "唐突", "孔洞", "林业", "付款", "付费", "付钱",
  ]
}

extension Character {
  var isHan: Bool { unicodeScalars.first?.properties.isIdeographic ?? false }
}
