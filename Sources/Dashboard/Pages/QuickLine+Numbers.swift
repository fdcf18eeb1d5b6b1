import Desk

extension QuickLine {
  /// The telephone numbers of a line, what is left of it, and the words on both sides of the first, which may say whose it is.
  static func numbers(in line: String) -> (rest: String, numbers: [String], beside: [String]) {
    let ranges = PhoneNumber.ranges(in: line)
    var rest = line
    for range in ranges.reversed() {
      rest.replaceSubrange(withoutSaying(line[..<range.lowerBound]).endIndex..<range.upperBound, with: " ")
    }
    let beside = ranges.prefix(1).flatMap { range in
      [
        LineWords(String(line[..<range.lowerBound])).all.last,
        LineWords(String(line[range.upperBound...])).all.first,
      ]
      .compactMap { $0?.text }
    }
    return (rest, ranges.map { PhoneNumber.number(line[$0]) }, beside)
  }

  /// A text without the words at its end that only say that a number follows.
  private static func withoutSaying(_ text: Substring) -> Substring {
    var text = text
    while text.last == " " || text.last == ":" { text.removeLast() }
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return text }
    let sayings = [
      "call me back on", "call me back at", "call me on", "call me at", "reach me on", "reach me at",
      "my phone number is", "my number is", "my phone is", "phone number is",
    ]
    guard let said = sayings.first(where: lower.hasSuffix) else { return text }
    return text.dropLast(said.count)
  }
}
