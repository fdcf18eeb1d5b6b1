import Desk

extension QuickLine {
  /// Takes who calls, where that is said for certain: `Mr Xu`, `this is John Li`, 我叫张三, 联系人：王芳, and 张三 beside the number; how many
  /// words say it, and that somebody says what follows. Any other word stays what it is about.
  mutating func takeCaller(
    _ words: LineWords, beside number: [String], _ staff: [StaffMember] = []
  ) -> Int? {
    let clause = words.clause
    if words.isFirst, let count = QuickLine.greeting(words) { return count }
    // 3-2-1501 here, the tap drips.
    if clause == ["here"], words.behind.first.map({ Place($0).isRoom }) == true { return 1 }
    guard reporter.isEmpty else { return words.isFirst ? QuickLine.saying(clause) : nil }
    if number.contains(clause[0]), QuickLine.isHanName(clause[0]) {
      reporter = clause[0]
      return 1
    }
    if let (name, count) = QuickLine.introduced(clause) ?? QuickLine.familiar(words, staff) {
      reporter = name
      return count
    }
    var opening = QuickLine.opening(clause)
    let isName = opening > 0 && QuickLine.namings.contains(clause[0].lowercased())
    if !words.beginsClause, !isName { opening = 0 }
    let said = Array(clause.dropFirst(opening))
    // I'm Anna, 3-2-1501: who says where they live says who they are.
    let isMe = clause[0].lowercased().hasPrefix("i")
    let beyond = isMe ? words.ahead.dropFirst(clause.count).first : nil
    guard
      let count = QuickLine.titled(said)
        ?? (opening > 0 ? QuickLine.named(said, isName: isName, beyond: beyond) : nil)
        ?? (opening > 0
          ? QuickLine.small(
            said, behind: clause[0].lowercased(), beside: number, Array(words.ahead.dropFirst(clause.count)))
          : nil)
    else { return nil }
    reporter = said.prefix(count).joined(separator: " ")
    if reporter.hasSuffix(":") { reporter.removeLast() }
    let isHere = opening > 0 && count < said.count && QuickLine.callers.suffix(5).contains(said[count])
    return opening + count + (isHere ? 1 : 0)
  }

  /// How many words begin a sentence in which somebody says their name.
  private static func opening(_ words: [String]) -> Int {
    let openings = [
      ["this", "is"], ["it", "is"], ["it's"], ["it’s"], ["i", "am"], ["i'm"], ["i’m"], ["my", "name", "is"],
      ["my", "name's"],
      ["my", "name’s"],
      ["contact"], ["contact:"], ["contact", "is"], ["caller"], ["caller:"], ["caller", "is"], ["name:"],
    ]
    let said = [words[0].prefix(1).lowercased() + words[0].dropFirst()] + words.dropFirst()
    return openings.filter(said.starts).map(\.count).max() ?? 0
  }

  /// Behind these, capitals are a name whatever they mean.
  private static let namings: Set<String> = ["my", "contact", "contact:", "caller", "caller:", "name:"]

  /// How many words are a title and its name; nil where there is none.
  static func titled(_ words: [String]) -> Int? {
    guard words.count > 1, isTitle(words[0], of: words[1]) else { return nil }
    // Mr John Smith: where both are capitals the second is a name too.
    return 1 + max(1, words.dropFirst().prefix(2).prefix { $0.first?.isUppercase == true }.count)
  }

  /// How many words are a name behind `this is`: two capitals where nothing of the sentence goes on, or one where it is said to be a name or
  /// to call from somewhere; nil where they may be anything else, such as `Burst Pipe`, which a call can be about. `beyond` is the word
  /// behind a mark that ends them.
  static func named(_ words: [String], isName: Bool, beyond: String?) -> Int? {
    let names = words.prefix(3).prefix { word in
      word.first?.isUppercase == true && isSpelledAsName(word)
        && urgency(word) == nil && !Place.namesPart(word) && !notNames.contains(word.lowercased())
    }
    guard !names.isEmpty, !isName else { return names.isEmpty ? nil : names.count }
    // Where every letter is a capital none tells a name.
    guard names.contains(where: { $0.contains(where: \.isLowercase) }) else { return nil }
    let rest = words.dropFirst(names.count).map { $0.lowercased() }
    if let next = rest.first, callers.dropLast().contains(next) { return names.count }
    guard Category.spoken(of: names.joined(separator: " "), at: Place(""), []) == nil else { return nil }
    guard let next = rest.first else {
      return names.count > 1 || beyond.map { Place($0).isRoom } == true ? names.count : nil
    }
    let goesOn =
      rest.first { $0 != "and" }.map { ["i", "i'm", "i’m", "my", "we", "our"].contains($0) } == true
    return goesOn || Place(next).isRoom ? names.count : nil
  }

  /// Letters, with a dash or as in O'Brien; what is Anna's is not her name.
  private static func isSpelledAsName(_ word: String) -> Bool {
    let parts = word.replacing("’", with: "'").split(separator: "'", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      part.first?.isUppercase == true && part.allSatisfy { $0.isLetter || $0 == "-" }
    }
  }

  /// What follows the name of somebody who calls.
  private static let callers = ["from", "of", "at", "in", "here", "again", "speaking", "calling", "and"]

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

  /// The name by which somebody says who they are, and how many words that takes: 我是王女士, 我叫张三, 联系人：李雷, and the surname alone of
  /// 我姓张; nil where it may mean anything else, as 我叫人修过 does.
  static func introduced(_ words: [String]) -> (name: String, count: Int)? {
    let word = words[0]
    let surname = without(["我姓", "免贵姓", "本人姓", "敝姓", "姓"], word)
    if surname != word, surname.count == 1 && surname.allSatisfy(\.isHan) || compounds.contains(surname) {
      return (surname, 1)
    }
    let label = without(labels, word)
    let said = label == word ? without(introductions, word) : String(label.drop { ":：是叫为".contains($0) })
    guard said != word else { return nil }
    if label == word, let name = colleague(said) { return (name, 1) }
    let count = said.isEmpty ? 2 : 1
    guard var name = words.prefix(count).last, count <= words.count else { return nil }
    if count == 1 { name = said }
    // 联系人王芳电话 goes on with the number, which was taken out.
    if let end = ["的电话", "电话", "手机号", "手机"].first(where: name.hasSuffix), label != word {
      name.removeLast(end.count)
    }
    if isAddressed(name) || isHanName(name) { return (name, count) }
    // 联系人：高翔 is whoever is written there.
    let isWritten = label.first.map { ":：".contains($0) } == true && (2...4).contains(name.count)
    if isWritten, name.allSatisfy({ $0.isHan && !goOn.contains($0) }) { return (name, count) }
    let capitals = label == word ? nil : named([name] + words.dropFirst(count), isName: true, beyond: nil)
    return capitals.map {
      (([name] + words.dropFirst(count)).prefix($0).joined(separator: " "), count - 1 + $0)
    }
  }

  /// The name with which a word begins by which somebody says who they are, before where they live: 我叫张三住3-2-1501, 我是3-2-1501的张三. What
  /// is left of the word.
  mutating func takeName(beginning word: String) -> String? {
    guard reporter.isEmpty else { return nil }
    let greeted = QuickLine.without(["你好", "您好"], word)
    if greeted != word, !greeted.isEmpty { return greeted }
    if let (name, rest) = QuickLine.nameBeforeMatter(word)
      ?? QuickLine.addressed(beginning: word, isBehindRoom: !place.isEmpty)
    {
      reporter = name
      return rest
    }
    let said = QuickLine.without(QuickLine.introductions, word)
    guard place.isEmpty, said != word else { return nil }
    if let (room, rest) = Place.leading(said) {
      let name = rest.first == "的" ? String(rest.dropFirst()) : rest
      guard QuickLine.isHanName(name) else { return nil }
      (place, reporter) = (room.text, name)
      return ""
    }
    for count in 2...4 where QuickLine.isHanName(String(said.prefix(count))) {
      let rest = String(said.dropFirst(count))
      guard let home = QuickLine.home(in: rest) ?? (Place.leading(rest) == nil ? nil : rest) else { continue }
      reporter = String(said.prefix(count))
      return home
    }
    return nil
  }

  static let introductions = ["我的名字叫", "我叫", "我是", "本人叫", "本人是", "本人", "这里是", "这边是"]

  /// What stands before the name of whoever is to be called.
  static let labels = ["联系人", "报修人", "来电人", "报事人", "投诉人", "姓名"]

  /// Whether it can only be the name of somebody: a common surname and one or two words that no sentence goes on with.
  static func isHanName(_ word: String) -> Bool {
    let surname = compounds.first(where: word.hasPrefix) ?? String(word.prefix(1))
    let given = word.dropFirst(surname.count)
    return (surname.count > 1 || surnames.contains(surname)) && (1...2).contains(given.count)
      && given.allSatisfy { $0.isHan && !goOn.contains($0) } && !notHanNames.contains(where: word.hasPrefix)
  }

  /// Those of the hundred most common surnames that begin no other word a caller goes on with, as 曾 and 高 do (*design*).
  static let surnames = Set(
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭林何罗郑梁谢宋唐许邓冯韩曹彭萧蔡潘田董袁叶蒋杜苏魏程吕丁沈姚卢傅钟姜崔谭廖范汪陆贾韦付邹孟熊秦邱侯阎薛尹段雷黎史龙贺顾毛郝龚邵严覃武戴莫孔"
      .map(String.init))

  static let compounds = [
    "欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
  ]

  /// Words with which a sentence goes on: 我叫李明来修.
  static let goOn = Set("来去修过了的在是有不没要到说看等找给人把被都也就还请帮从和跟让叫家里市州省国局店")

  /// Words that begin like a name.
  private static let notHanNames = [
    "马上", "马桶", "马路", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "周边", "周围", "孙子", "孙女", "孙儿", "何时",
    "何处", "许多", "许久", "谢谢", "毛病", "龙头", "范围", "陆续", "钟点", "顾客", "程序", "段时", "严重", "武警", "莫名", "田地", "史上",
    "黄金", "黄色", "黄水", "黄泥", "毛坯", "毛巾", "雷击", "雷雨", "许可", "钟表", "叶片", "胡同", "张贴", "陈旧", "杨树", "林木", "王府",
    "唐突", "孔洞", "林业", "付款", "付费", "付钱",
  ]
}
