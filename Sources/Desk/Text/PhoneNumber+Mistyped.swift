extension PhoneNumber {
  /// Where they stand, with those that have a digit too many or too few, in order: neither is a word of what everybody reads.
  package static func rangesWithMistyped(in text: String) -> [Range<String.Index>] {
    let sure = ranges(in: text)
    let unsure = mistyped(in: text, besides: sure).filter { range in !sure.contains { $0.overlaps(range) } }
    return unsure.isEmpty ? sure : (sure + unsure).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Where a text has a mobile's number with a digit too many or too few: ten or twelve, and nothing says that they are something else's.
  private static func mistyped(in text: String, besides sure: [Range<String.Index>]) -> [Range<String.Index>]
  {
    guard hasDigits(10, in: text) else { return [] }
    let found = text.ranges(
      of:
        #/[1１][3-9３-９][0-9０-９] ?[0-9０-９]{4} ?(?:[0-9０-９]{5}|[0-9０-９]{3})(?![0-9０-９A-Za-z]|[-.\/][0-9０-９]| *[元块度吨号])/#
    )
    return (found + doubtful(in: text, besides: found + sure)).filter { range in
      let before = text[..<range.lowerBound]
      let isPart =
        before.last.map { $0.isASCII && $0.isLetter || $0.isNumber || "-.+#$".contains($0) } ?? false
      return !isPart && !isOther(after: before) && !isOther(after: before, of: accounts)
    }
  }

  /// What has a number of any length that is no telephone's, though one of eleven digits may be its owner's (*design*).
  package static let accounts = ["户号", "账号", "帐号", "卡号", "代码", "account", "acct", "card", "code", "id"]
}
