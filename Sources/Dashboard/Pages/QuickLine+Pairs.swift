extension QuickLine {
  /// A building and its unit as `5-1`, the unit below ten; nil where the words beside it make a date, a time or a count of it.
  static func pair(_ words: ArraySlice<Substring>, after before: Substring) -> AreaWords? {
    guard let word = words.first else { return nil }
    let number = word.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 1, parts.allSatisfy({ $0.first != "0" }),
      !parts[0].isEmpty
    else { return nil }
    var rest = word.dropFirst(number.count)
    if rest.hasPrefix("单元") {
      rest = rest.dropFirst(2)
      return (String(word[..<rest.startIndex]), 1, rest)
    }
    let isAlone = rest.first.map { "，,；;。、:：".contains($0) } ?? true
    guard isAlone || things.contains(where: rest.hasPrefix) else { return nil }
    let next = words.dropFirst().first.map(String.init)?.lowercased() ?? ""
    let sentence = before + " " + words.joined(separator: " ")
    let isTime =
      timeBefore.contains { endsWord(before.lowercased(), $0) }
      || rest.isEmpty && timeBehind.contains { beginsWord(next, $0) }
      || holidays.contains { sentence.contains($0) }
    return isTime ? nil : (String(number), 1, rest)
  }

  private static func beginsWord(_ text: String, _ word: String) -> Bool {
    guard text.hasPrefix(word) else { return false }
    return word.first?.isASCII != true || text.dropFirst(word.count).first?.isLetter != true
  }

  private static func endsWord(_ text: String, _ word: String) -> Bool {
    let text = text.last == " " ? text.dropLast() : text[...]
    guard text.hasSuffix(word) else { return false }
    return word.first?.isASCII != true || text.dropLast(word.count).last?.isLetter != true
  }

  /// What each unit has, and no date.
  private static let things = ["电梯", "单元门", "楼道", "楼梯", "走廊", "门禁", "大堂", "大厅", "门厅"]

  /// Words before two numbers that are a date or a time (*design*).
  private static let timeBefore = [
    "从", "自", "自从", "截至", "截止", "到", "约", "预约", "日期", "上午", "下午", "早上", "晚上", "中午", "夜里", "今天", "明天", "后天",
    "昨天",
    "周一", "周二", "周三", "周四", "周五", "周六", "周日", "星期",
    "since", "until", "till", "by", "on", "before", "after", "between", "around", "about", "within", "back",
    "morning", "afternoon", "evening", "tomorrow", "today", "and", "to",
  ]

  /// Words behind two numbers that are a date, a time or a count (*design*).
  private static let timeBehind = [
    "起", "开始", "以来", "以后", "以前", "之前", "之后", "期间", "至", "点", "时", "号", "日", "天", "周", "月", "年", "小时", "分",
    "个", "人", "位", "名", "次", "层", "米", "块", "元", "在家", "来", "上门", "方便",
    "to", "till", "until", "am", "pm", "a.m", "p.m", "o'clock", "people", "persons", "person", "residents",
    "men", "kids", "children", "times", "days", "day", "hours", "hrs", "weeks", "months", "years", "minutes",
    "mins", "floors", "metres", "meters", "inches", "cm",
  ]

  private static let holidays = ["劳动节", "国庆", "元旦", "放假", "假期", "节后", "节前", "holiday"]
}
