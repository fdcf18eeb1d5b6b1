extension String {
  /// Itself with every telephone number masked, mistyped ones too, `139****4321`: events never hold a phone.
  package var maskingPhones: String {
    guard utf8.count >= 8 else { return self }
    var masked = self
    for range in PhoneNumber.rangesWithMistyped(in: self).reversed() {
      let digits = PhoneNumber.number(self[range]).filter(\.isNumber)
      masked.replaceSubrange(range, with: digits.maskedPhone)
    }
    return masked
  }

  /// A number as it may be read by anybody: the first three and the last four of eleven digits and more, `138****2217`; the last two of a
  /// shorter one, whose seven would be all of it.
  package var maskedPhone: String {
    if isEmpty { return "" }
    return count >= 11 ? "\(prefix(3))****\(suffix(4))" : "****\(suffix(2))"
  }

  /// Itself as free text is recorded: plain, trimmed, and without a phone in the clear.
  package var freeText: String { plain.trimmed.maskingPhones }
}

extension String {
  /// The numbers of a line that may name several, parted by `/` or another mark, as they are written.
  package var writtenPhones: [String] {
    split { "/、,;；，|".contains($0) }.map { String($0).plainLine }.filter { !$0.isEmpty }
  }

  /// Itself with full-width digits, letters and marks as those of ASCII.
  package var narrow: String { String(String.UnicodeScalarView(unicodeScalars.map(\.narrow))) }

  /// Whether somebody can be called under it: a mobile number, one of a fixed line with or without its area, a number abroad from `+` or
  /// `00`; with an extension, as `021-62345678转801`, and with gaps.
  package var isPhone: Bool {
    var plain = narrow.lowercased()
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
    return PhoneNumber.isFixedLine(isOurs && !rest.hasPrefix("0") ? "0\(rest)" : "\(rest)")
  }
}
