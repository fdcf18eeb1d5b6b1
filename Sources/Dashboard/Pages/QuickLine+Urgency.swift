import Desk

extension QuickLine {
  /// How urgent a word says it is that says nothing else; nil for any other.
  static func urgency(_ word: String) -> Urgency? {
    let said = word.lowercased()
    let plain = said.filter { !"!！.:：".contains($0) }
    if let end = urgentEnd(of: plain), end.rest.isEmpty { return end.urgency }
    if ["buji", "一般", "ordinary", "non-urgent", "nonurgent"].contains(plain) { return .ordinary }
    return ["ji", "jinji", "urgent", "urgently", "asap", ""].contains(plain) && said.first != "."
      ? .urgent : nil
  }

  /// How urgent English words say it is, and how many of them say so; nil where the first begins nothing of the kind.
  static func urgency(of words: [String]) -> (urgency: Urgency, count: Int)? {
    if [["no", "hurry"], ["no", "rush"], ["can", "wait"]].contains(Array(words.prefix(2))) {
      return (.ordinary, 2)
    }
    let isNot = ["not", "non", "isn't", "nothing", "less", "no"].contains(words[0])
    let said = words.dropFirst(isNot ? 1 : 0).drop {
      ["very", "so", "that", "really", "such", "an", "extremely"].contains($0)
    }
    return urgentWords(Array(said)).map { (isNot ? .ordinary : .urgent, words.count - said.count + $0) }
  }

  private static func urgentWords(_ words: [String]) -> Int? {
    guard let first = words.first else { return nil }
    if urgency(first) == .urgent || ["emergency!", "emergency."].contains(first) { return 1 }
    if first == "emergency" { return words.count > 1 && ofEmergencies.contains(words[1]) ? nil : 1 }
    let count = first == "immediately" ? 1 : words.starts(with: ["right", "away"]) ? 2 : 0
    guard count > 0 else { return nil }
    return words.count > count && turns.contains(words[count]) ? nil : count
  }

  /// What is called after emergencies and is none.
  private static let ofEmergencies: Set<String> = [
    "exit", "exits", "light", "lights", "lighting", "lamp", "lamps", "door", "doors", "stairs", "staircase",
    "stairwell", "phone", "button", "bell", "call", "intercom", "key", "number", "contact", "power", "alarm",
    "generator", "stop", "sign", "signs", "route", "valve",
  ]

  /// What follows `immediately` where it says when something happens, and not that somebody is to come.
  private static let turns: Set<String> = [
    "after", "when", "before", "if", "on", "upon", "as", "below", "above", "behind", "under", "next",
  ]

  /// How urgent the end of a word says it is, and what stands before that: `漏水（不急）`, 漏水很急, 没那么急; nil where it says neither, or
  /// only sounds so, as 谁说不急, 不能不急 and 应急.
  static func urgentEnd(of word: String) -> (urgency: Urgency, rest: String)? {
    var rest = word.last.map { "）)。.!！".contains($0) } == true ? word.dropLast() : word[...]
    guard let urgent = ["十万火急", "加急", "特急", "紧急", "着急", "急"].first(where: rest.hasSuffix) else { return nil }
    let before = rest.dropLast(urgent.count)
    rest = before
    while let much = ["急", "是", "很", "太", "非常", "特别", "怎么", "那么", "挺", "好", "有点", "要", "用"].first(
      where: rest.hasSuffix)
    {
      rest.removeLast(much.count)
    }
    if let no = ["不", "没有", "没", "无需", "非"].first(where: rest.hasSuffix) {
      rest.removeLast(no.count)
      if let last = rest.last, "说能得可要".contains(last) { return nil }
      return (.ordinary, String(rest.last.map { "（(".contains($0) } == true ? rest.dropLast() : rest))
    }
    let isMuch = urgent.count > 1 || rest.count < before.count || rest.isEmpty
    return isMuch ? (.urgent, String(rest)) : nil
  }
}
