/// Mobile numbers of the mainland in a text: eleven digits from 13 on, also in groups as `138 1234 5678`, full-width or behind `+86`;
/// none that the words before it say is a meter's or an order's.
package enum MobileNumber {
  /// Where they stand, in order.
  package static func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var rest = text.unicodeScalars[...]
    var isAfterDigit = false
    while let first = rest.first {
      if !isAfterDigit, begins(first), let end = end(of: rest) {
        if !isOther(after: text[..<rest.startIndex]) { found.append(rest.startIndex..<end) }
        rest = rest[end...]
        isAfterDigit = true
        continue
      }
      isAfterDigit = digit(first) != nil
      rest.removeFirst()
    }
    return found
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

  /// A text without them, a space in place of each, and the eleven digits of each.
  package static func taken(outOf text: String) -> (rest: String, numbers: [String]) {
    let ranges = ranges(in: text)
    var rest = text
    for range in ranges.reversed() { rest.replaceSubrange(range, with: " ") }
    return (rest, ranges.map { digits(text[$0]) })
  }

  fileprivate static func digits(_ text: Substring) -> String {
    String(text.unicodeScalars.compactMap(digit).map { Character("\($0)") }.suffix(11))
  }

  /// Whether a number may begin so: most of a text is passed over by this.
  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    "018+".unicodeScalars.contains(scalar.narrow)
  }

  /// Where the number ends that a text begins with; nil when it begins with none.
  private static func end(of text: Substring.UnicodeScalarView) -> String.Index? {
    for country in ["+86", "0086", "86"] where text.lazy.map(\.narrow).starts(with: country.unicodeScalars) {
      var rest = text.dropFirst(country.unicodeScalars.count)
      if let gap = rest.first, isGap(gap) { rest.removeFirst() }
      if let end = plainEnd(of: rest) { return end }
    }
    return plainEnd(of: text)
  }

  private static func plainEnd(of text: Substring.UnicodeScalarView) -> String.Index? {
    var rest = text
    for place in 0..<11 {
      if place == 3 || place == 7, let gap = rest.first, isGap(gap) { rest.removeFirst() }
      guard let digit = rest.popFirst().flatMap(digit) else { return nil }
      if place == 0, digit != 1 { return nil }
      if place == 1, digit < 3 { return nil }
    }
    guard rest.first.flatMap(digit) == nil else { return nil }
    return rest.startIndex
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool { " -.－".unicodeScalars.contains(scalar) }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let value = scalar.narrow.value
    return (0x30...0x39).contains(value) ? Int(value - 0x30) : nil
  }
}

extension String {
  /// Itself with the middle of every mobile number left out, `139****4321`: events never hold a phone.
  package var maskingPhones: String {
    guard utf8.count >= 11 else { return self }
    var masked = self
    for range in MobileNumber.ranges(in: self).reversed() {
      let digits = MobileNumber.digits(self[range])
      masked.replaceSubrange(range, with: "\(digits.prefix(3))****\(digits.suffix(4))")
    }
    return masked
  }

  /// Itself as free text is recorded: plain, trimmed, and without a phone in the clear.
  package var freeText: String { plain.trimmed.maskingPhones }
}

extension String {
  /// The numbers of a line that may name several, parted by `/` or another mark, as they are written.
  package var writtenPhones: [String] {
    split { "/、,;；，|".contains($0) }.map { String($0).plainLine }.filter { !$0.isEmpty }
  }

  /// Whether somebody can be called under it: a mobile number, one of a fixed line with or without its area, a number abroad from `+` or
  /// `00`; with an extension, as `021-62345678转801`, and with gaps.
  package var isPhone: Bool {
    var plain = String(String.UnicodeScalarView(unicodeScalars.map(\.narrow))).lowercased()
    for mark in ["转", "分机", "ext", "x", "#"] { plain = plain.replacing(mark, with: "-") }
    let parts = plain.filter { !" ().".contains($0) }.split(separator: "-")
    guard let last = parts.last else { return false }
    return String.isWholePhone(parts.joined())
      || parts.count > 1 && last.count < 7 && last.allSatisfy(\.isNumber)
        && String.isWholePhone(parts.dropLast().joined())
  }

  private static func isWholePhone(_ number: String) -> Bool {
    let sign = ["+", "00"].first { number.hasPrefix($0) }
    let digits = number.dropFirst(sign?.count ?? 0)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    let isOurs = digits.hasPrefix("86") && (sign != nil || digits.count == 13)
    if sign != nil, !isOurs { return (7...15).contains(digits.count) }
    let rest = isOurs ? digits.dropFirst(2) : digits
    if rest.hasPrefix("1"), rest.count == 11 { return rest.dropFirst().first.map { $0 > "2" } == true }
    if ["400", "800"].contains(rest.prefix(3)), rest.count == 10 { return true }
    // Behind +86 an area goes without its zero.
    return rest.hasPrefix("0") || isOurs
      ? (10...12).contains(rest.count + (rest.hasPrefix("0") ? 0 : 1)) : [7, 8].contains(rest.count)
  }
}
