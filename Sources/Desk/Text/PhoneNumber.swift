/// Telephone numbers in a text: mobiles of the mainland, eleven digits from 13 on, also behind `+86`; numbers abroad behind `+` or `00`; fixed
/// lines with their area, and without one where the words before say that somebody is to be called. In groups as `138 1234 5678`, with
/// brackets, any dash or blank, full-width, and in pieces as they are said; none that the words before it say is a meter's or an order's.
package enum PhoneNumber {
  /// Where they stand, in order.
  package static func ranges(in text: String) -> [Range<String.Index>] {
    // The shortest is a fixed line's within its area: most texts have fewer digits.
    guard hasDigits(7, in: text) else { return [] }
    var found: [Range<String.Index>] = []
    var rest = text.unicodeScalars[...]
    var before = Before()
    while let first = rest.first {
      if !before.isDigit, begins(first), let end = end(of: rest, before, said: text[..<rest.startIndex]) {
        if !isOther(after: text[..<rest.startIndex]) { found.append(rest.startIndex..<end) }
        rest = rest[end...]
        before = Before(isDigit: true)
        continue
      }
      before.pass(first)
      rest.removeFirst()
    }
    let pieces = inPieces(text, besides: found)
    return pieces.isEmpty ? found : (found + pieces).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a text has so many digits.
  static func hasDigits(_ least: Int, in text: String) -> Bool {
    var missing = least
    for scalar in text.unicodeScalars where spoken(scalar) != nil {
      missing -= 1
      if missing == 0 { return true }
    }
    return false
  }

  /// What stands just before a place in a text.
  private struct Before {
    var isDigit = false
    /// A letter, or a dash behind one or behind a digit, as within a room.
    var isPart = false

    mutating func pass(_ scalar: Unicode.Scalar) {
      let narrow = scalar.narrow
      let goesOn = (isDigit || isPart) && "-–—/.".unicodeScalars.contains(narrow)
      isPart = goesOn || narrow.isASCII && narrow.properties.isAlphabetic
      isDigit = PhoneNumber.digit(scalar) != nil
    }
  }

  /// Whether the words before a number say that it belongs to something: 电表号, `order no.`
  package static func isOther(after text: some StringProtocol, of things: [String] = things) -> Bool {
    var said = text.suffix(60).lowercased()[...]
    while let last = said.last {
      let word = String(said.reversed().prefix { $0.isASCII && $0.isLetter }.reversed())
      if last.isWhitespace && !last.isNewline || ":：.#＃是为".contains(last) {
        said.removeLast()
      } else if ["no", "number", "num", "nr", "is", "was"].contains(word) {
        said.removeLast(word.count)
      } else if said.hasSuffix("号码") {
        said.removeLast(2)
      } else if !word.isEmpty {
        return things.contains(word)
      } else {
        let words = String(said.reversed().prefix(while: \.isLetter).reversed())
        return things.contains(where: words.hasSuffix) || meters.contains(words)
      }
    }
    return false
  }

  /// What has a number that is no telephone's (*design*). An account or a card may have that of its owner.
  package static let things = [
    "表号", "单号", "编号", "证号", "序号", "列号", "同号", "设备号", "流水号", "条码", "编码", "读数", "示数", "底数", "表底", "订单",
    "工单", "运单", "meter", "reading", "reads", "order", "serial", "ref", "reference", "invoice", "parcel",
    "tracking", "waybill", "ticket", "contract", "receipt",
  ]

  /// What has one only where nothing else is said of it: who has the meter changed leaves a telephone's.
  private static let meters = ["电表", "水表", "气表", "燃气表"]

  /// A text without them, mistyped ones too, a space in place of each, and each as it is kept.
  package static func taken(outOf text: String) -> (rest: String, numbers: [String]) {
    let ranges = rangesWithMistyped(in: text)
    var rest = text
    for range in ranges.reversed() { rest.replaceSubrange(range, with: " ") }
    return (rest, ranges.map { number(text[$0]) })
  }

  /// As one is kept: a mobile's eleven digits, a fixed line's area before a dash, abroad with its sign.
  package static func number(_ text: Substring) -> String {
    let digits = digits(text)
    let isAbroad = text.unicodeScalars.contains { $0.narrow == "+" }
    if digits.count >= 11,
      digits.hasPrefix("1") && !isAbroad || ["86", "0086"].contains(where: digits.hasPrefix),
      digits.suffix(11).first == "1"
    {
      return String(digits.suffix(11))
    }
    if isAbroad { return "+\(digits)" }
    guard let area = areaLength(digits) else { return digits }
    return "\(digits.prefix(area))-\(digits.dropFirst(area))"
  }

  /// Whether digits are those of a fixed line: its own, or behind its area, with or without a dash between.
  package static func isFixedLine(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.count <= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    let area = areaLength(digits) ?? 0
    return (parts.count == 1 || area > 0 && parts[0].count == area) && isSubscriber(digits.dropFirst(area))
  }

  /// How many digits an area has that some begin with: three in the largest cities, four elsewhere; nil where they begin with none.
  private static func areaLength(_ digits: some StringProtocol) -> Int? {
    guard digits.first == "0", let second = digits.dropFirst().first, second != "0" else { return nil }
    return "12".contains(second) ? 3 : 4
  }

  /// Whether digits are those that a fixed line has within its area, or a telephone in Hong Kong: none begins with 0 or 1.
  private static func isSubscriber(_ digits: some StringProtocol) -> Bool {
    [7, 8].contains(digits.count) && digits.first.map { "01".contains($0) } == false
  }

  static func digits(_ text: Substring) -> String {
    String(text.unicodeScalars.compactMap(spoken).map { Character("\($0)") })
  }

  /// Whether a number may begin so: most of a text is passed over by this.
  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar).map { $0 != 9 } ?? "+(".unicodeScalars.contains(scalar.narrow)
  }

  /// Where the number ends that a text begins with; nil when it begins with none.
  private static func end(
    of text: Substring.UnicodeScalarView, _ before: Before, said: Substring
  ) -> String.Index? {
    if text.first?.narrow == "(" {
      guard let end = end(of: text.dropFirst(), before, said: said),
        text[..<end].contains(where: { $0.narrow == ")" })
      else { return nil }
      return end
    }
    for country in ["+86", "0086", "86"] where text.lazy.map(\.narrow).starts(with: country.unicodeScalars) {
      if let end = mobileEnd(of: afterGap(text.dropFirst(country.unicodeScalars.count))) { return end }
    }
    if let end = mobileEnd(of: text) { return end }
    guard !before.isPart else { return nil }
    return abroadEnd(of: text) ?? areaEnd(of: text) ?? localEnd(of: text, said: said)
  }

  private static func mobileEnd(of text: Substring.UnicodeScalarView) -> String.Index? {
    var rest = text
    for index in 0..<11 {
      if index == 3 || index == 7 { rest = afterGap(rest) }
      guard let digit = rest.popFirst().flatMap(digit) else { return nil }
      if index == 0, digit != 1 { return nil }
      if index == 1, digit < 3 { return nil }
    }
    return rest.first.flatMap(digit) == nil ? rest.startIndex : nil
  }

  /// A sign and at least eight digits; in groups of two and more, so that +1 before a room is none. Behind `00` there are groups.
  private static func abroadEnd(of text: Substring.UnicodeScalarView) -> String.Index? {
    let sign = ["+", "00"].first { text.lazy.map(\.narrow).starts(with: $0.unicodeScalars) }
    guard let sign else { return nil }
    var rest = text.dropFirst(sign.unicodeScalars.count)
    var (count, groups, end) = (0, 0, rest.startIndex)
    while true {
      let group = rest.prefix { digit($0) != nil }
      guard !group.isEmpty, groups == 0 || group.count > 1, count + group.count <= 15 else { break }
      (count, groups, end) = (count + group.count, groups + 1, group.endIndex)
      rest = afterGap(rest[end...])
    }
    return count >= 8 && (sign == "+" || groups > 1) ? end : nil
  }

  /// An area of the mainland and seven or eight digits. What has a nought in its third place is a room rather, such as 0801.
  private static func areaEnd(of text: Substring.UnicodeScalarView) -> String.Index? {
    var rest = text
    let digits = digits(Substring(text.prefix(4).prefix { digit($0) != nil }))
    guard let area = areaLength(digits), digits.count >= area, area == 3 || digits.dropFirst(2).first != "0"
    else { return nil }
    rest = afterGap(rest.dropFirst(area))
    return subscriberEnd(of: rest)
  }

  private static func localEnd(of text: Substring.UnicodeScalarView, said: Substring) -> String.Index? {
    guard let end = subscriberEnd(of: text), isCalled(after: said) else { return nil }
    return end
  }

  /// Seven or eight digits of a fixed line, perhaps with a gap before the last four.
  private static func subscriberEnd(of text: Substring.UnicodeScalarView) -> String.Index? {
    let start = text.prefix { digit($0) != nil }
    guard [3, 4].contains(start.count) else {
      return isSubscriber(digits(Substring(start))) ? start.endIndex : nil
    }
    let more = afterGap(text[start.endIndex...]).prefix { digit($0) != nil }
    let isWhole = more.count == 4 && isSubscriber(digits(Substring(start) + Substring(more)))
    return isWhole ? more.endIndex : nil
  }

  /// Whether the words before a number say that somebody is to be called under it.
  private static func isCalled(after said: Substring) -> Bool {
    var said = said.suffix(40).lowercased()[...]
    while let last = said.last {
      let word = String(said.reversed().prefix { $0.isASCII && $0.isLetter }.reversed())
      if last.isWhitespace || ":：.".contains(last) || "我是为请可".contains(last) {
        said.removeLast()
      } else if ["me", "us", "him", "her", "on", "at", "is", "back", "under", "no"].contains(word) {
        said.removeLast(word.count)
      } else {
        return ["phone", "tel", "telephone", "call", "ring", "mobile", "number"].contains(word)
          || ["电话", "座机", "手机", "打", "拨", "联系", "号码"].contains(where: said.hasSuffix)
      }
    }
    return false
  }

  /// Without the gap that a text begins with, of three signs at most.
  private static func afterGap(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    let gap = text.prefix(3).prefix(while: isGap)
    return text[gap.endIndex...]
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    let narrow = scalar.narrow
    return "-.()/_·".unicodeScalars.contains(narrow)
      || [.spaceSeparator, .dashPunctuation, .format].contains(narrow.properties.generalCategory)
  }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let value = scalar.narrow.value
    return (0x30...0x39).contains(value) ? Int(value - 0x30) : nil
  }
}
