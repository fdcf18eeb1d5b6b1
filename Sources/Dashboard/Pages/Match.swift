import Foundation

/// How well a typed text fits a name, by its hanzi, its pinyin, its initials or its English; lower is better.
struct Match {
  private let words: [[Character]]

  /// Reads what was typed: words separated by spaces, all of which must fit.
  init(_ typed: String) {
    words = typed.lowercased().split(whereSeparator: \.isWhitespace).map(Array.init)
  }

  /// Whether nothing was typed: everything fits equally.
  var isEmpty: Bool { words.isEmpty }

  /// Stands in a text before the names that count for less: what explains a thing, after what it is called.
  static let lesser = "\u{1}"

  /// The rank of a text of several lines, each a name or a reading, in lower case; nil where it does not fit.
  func rank(_ text: String) -> Int? {
    let lines = text.components(separatedBy: Match.lesser).enumerated().flatMap { less, part in
      part.split(separator: "\n").map { (less: less, characters: Array($0)) }
    }
    var sum = 0
    for word in words {
      let ranks = lines.compactMap { line in Match.rank(word, line.characters).map { $0 + line.less } }
      guard let best = ranks.min() else { return nil }
      sum += best
    }
    return sum
  }

  /// The whole line, its beginning, the beginning of a word in it, anywhere, or its letters in order within a word or from its beginning on.
  private static func rank(_ word: [Character], _ line: [Character]) -> Int? {
    if line == word { return 0 }
    if line.starts(with: word) { return 1 }
    let starts = line.indices.filter { $0 == 0 || !line[$0 - 1].isLetter && !line[$0 - 1].isNumber }
    if starts.contains(where: { line[$0...].starts(with: word) }) { return 2 }
    if line.indices.contains(where: { line[$0...].starts(with: word) }) { return 3 }
    guard word.count > 1 else { return nil }
    let ranks = starts.filter { line[$0] == word[0] }.compactMap { start -> Int? in
      if isInOrder(word, line[start...].prefix { $0.isLetter || $0.isNumber }) { return 4 }
      return isInOrder(word, line[start...]) ? 6 : nil
    }
    return ranks.min()
  }

  private static func isInOrder(_ word: [Character], _ line: ArraySlice<Character>) -> Bool {
    var rest = word[...]
    for character in line where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
