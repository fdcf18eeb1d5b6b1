import Desk

extension QuickLine {
  /// The telephone numbers of a line, what is left of it, and the words on both sides of the first, which may say whose it is.
  static func numbers(in line: String) -> (rest: String, numbers: [String], beside: [String]) {
    let ranges = PhoneNumber.rangesWithMistyped(in: line)
    var rest = line
    for range in ranges.reversed() {
      rest.replaceSubrange(withoutSaying(line[..<range.lowerBound]).endIndex..<range.upperBound, with: " ")
    }
    let beside = ranges.prefix(1).flatMap { range in
      [
        LineWords(String(withoutSaying(line[..<range.lowerBound]))).all.last,
        LineWords(String(line[range.upperBound...])).all.first,
      ]
      .compactMap { $0?.text }
    }
    return (rest, ranges.map { PhoneNumber.number(line[$0]) }, beside)
  }

  /// A text without the words at its end that only say that a number follows: 电话是, `, phone`.
  private static func withoutSaying(_ text: Substring) -> Substring {
    var text = text
    while text.last.map({ " :：".contains($0) }) == true { text.removeLast() }
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return text }
    if let said = sayings.first(where: lower.hasSuffix) { return text.dropLast(said.count) }
    var said = lower[...]
    if let joint = ["是", "为", " is", "."].first(where: said.hasSuffix) { said.removeLast(joint.count) }
    guard let name = numberNames.first(where: said.hasSuffix) else { return text }
    said.removeLast(name.count)
    let isWhole = name.first?.isASCII == false || said.last?.isLetter != true
    guard isWhole, !["打", "拨", "换"].contains(where: said.hasSuffix) else { return text }
    if let whose = ["我的", "本人", "联系", "我", " my", " the"].first(where: said.hasSuffix) {
      said.removeLast(whose.count)
    }
    return text.dropLast(lower.count - said.count)
  }

  private static let sayings = [
    "call me back on", "call me back at", "call me on", "call me at", "reach me on", "reach me at",
    "my phone number is", "my number is", "my phone is", "phone number is",
  ]

  /// What a telephone number is called before it.
  private static let numberNames = [
    "电话号码", "手机号码", "手机号", "电话", "手机", "座机", "号码", "phone number", "phone no", "telephone", "phone", "tel",
    "mobile",
    "cell",
  ]

  /// The ticket whose number stands in a word: `R-3`, also in R-3还没人来; nil for none.
  static func ticket(in word: String) -> TicketID? {
    for dash in word.indices where word[dash] == "-" && dash > word.startIndex {
      let letter = word.index(before: dash)
      let digits = word[word.index(after: dash)...].prefix { $0.isASCII && $0.isNumber }
      let isPart = { (character: Character?) in
        character.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ?? false
      }
      guard !isPart(word[..<letter].last), !isPart(word[digits.endIndex...].first) else { continue }
      if let id = TicketID(String(word[letter..<digits.endIndex])) { return id }
    }
    return nil
  }

  /// The last four digits by which a text says whose number it is, 尾号2776 or `last four 2776`, and where it says so; nil for none.
  static func tail(in text: String) -> (digits: String, range: Range<String.Index>)? {
    let lower = text.lowercased()
    guard tailWords.contains(where: lower.contains),
      let found = text.firstMatch(
        of:
          #/(?:手机|电话|号码)?(?:尾号|后四位|末四位|\btail|\blast (?:four|4)(?: digits)?)[ :：]*(?:是|为|is|are)?[ :：]*([0-9]{4})(?![0-9])/#
          .ignoresCase())
    else { return nil }
    // The end of a card or a plate is no telephone's.
    let before = text[..<found.range.lowerBound]
    guard
      !["卡", "卡号", "车牌", "车牌号", "订单", "单号", "快递", "证", "card", "plate"].contains(
        where: String(before).trimmed.lowercased().hasSuffix)
    else { return nil }
    return (String(found.1), found.range)
  }

  private static let tailWords = ["尾号", "四位", "tail", "last "]
}
