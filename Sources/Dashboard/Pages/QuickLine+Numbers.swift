import Desk

extension QuickLine {
  /// The telephone numbers of a line, what is left of it, and the words on both sides of the first, which may say whose it is.
  static func numbers(in line: String) -> (rest: String, numbers: [String], beside: [String]) {
    let sure = PhoneNumber.ranges(in: line)
    let unsure = unsure(in: line, besides: sure)
    let ranges = (sure + unsure).sorted { $0.lowerBound < $1.lowerBound }
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
    let numbers = ranges.map {
      unsure.contains($0) ? line[$0].filter(\.isNumber) : PhoneNumber.number(line[$0])
    }
    return (rest, numbers, beside)
  }

  /// A text in which every number stands masked, and the numbers as they are kept, those with a digit too many or too few too.
  static func masking(_ text: String) -> (text: String, numbers: [String]) {
    let sure = PhoneNumber.ranges(in: text)
    let unsure = unsure(in: text, besides: sure)
    var (masked, numbers): (String, [String]) = (text, [])
    for range in (sure + unsure).sorted(by: { $0.lowerBound > $1.lowerBound }) {
      let digits = text[range].filter(\.isNumber)
      numbers.insert(unsure.contains(range) ? digits : PhoneNumber.number(text[range]), at: 0)
      masked.replaceSubrange(range, with: PhoneNumber.number(text[range]).filter(\.isNumber).maskedPhone)
    }
    return (masked, numbers)
  }

  private static func unsure(
    in line: String, besides sure: [Range<String.Index>]
  ) -> [Range<String.Index>] {
    mistyped(in: line, besides: sure).filter { range in !sure.contains { $0.overlaps(range) } }
  }

  /// Where a line has a mobile's number with a digit too many or too few: ten or twelve, and nothing says that they are something
  /// else's. It is no word of what everybody reads, and is doubted where numbers stand.
  private static func mistyped(
    in line: String, besides sure: [Range<String.Index>]
  ) -> [Range<String.Index>] {
    guard line.utf8.count(where: { (0x30...0x39).contains($0) }) >= 10 else { return [] }
    let found = line.ranges(
      of: #/1[3-9][0-9] ?[0-9]{4} ?(?:[0-9]{5}|[0-9]{3})(?![0-9A-Za-z]|[-.\/][0-9]| *[元块度吨号])/#)
    let grouped = PhoneNumber.doubtful(in: line, besides: found + sure)
    return (found + grouped).filter { range in
      let before = line[..<range.lowerBound]
      let isPart =
        before.last.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.+#$".contains($0)) } ?? false
      return !isPart && !isNumbered([String(before)])
    }
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
