/// The words of a line as they are taken out of it; what stays is a sentence again, its marks where they were.
struct LineWords {
  private struct Word {
    var text: String
    /// What stands before it: spaces and marks.
    var gap: String
    /// Whether it names the category: it stays only among others of its language.
    var isName = false
  }

  /// The words in order.
  let all: [(text: String, gap: String)]
  private var rest: ArraySlice<(text: String, gap: String)>
  private var kept: [Word] = []
  /// The marks of what was taken since the last word that stays.
  private var gap = ""

  init(_ line: String) {
    var words: [(text: String, gap: String)] = []
    var (word, gap) = ("", "")
    for character in line + " " {
      if character.isWhitespace || "，,；;。、".contains(character) {
        if !word.isEmpty {
          words.append((word, gap))
          (word, gap) = ("", "")
        }
        gap.append(character)
      } else {
        word.append(character)
      }
    }
    all = words
    rest = words[...]
  }

  /// The word that nobody has looked at yet.
  var next: String? { rest.first?.text }

  /// It and those after it.
  var ahead: [String] { rest.prefix(8).map(\.text) }

  /// It and those after it, as far as no mark stands between.
  var clause: [String] {
    let words = rest.prefix(8)
    return words.prefix(1).map(\.text)
      + words.dropFirst().prefix { $0.gap.allSatisfy(\.isWhitespace) }.map(\.text)
  }

  /// Whether nothing stays before it.
  var isFirst: Bool { kept.isEmpty }

  /// Whether nothing stays before it but what a mark ends.
  var beginsClause: Bool { isFirst || !(gap + (rest.first?.gap ?? "")).allSatisfy(\.isWhitespace) }

  /// Those before it, the nearest first.
  var behind: [String] { all[..<rest.startIndex].suffix(4).reversed().map(\.text) }

  /// Takes words out.
  mutating func drop(_ count: Int) {
    for word in rest.prefix(count) { gap += word.gap }
    rest = rest.dropFirst(count)
  }

  /// Takes a part of a word out, or all of it.
  mutating func shorten(to text: String) {
    guard let word = rest.first else { return }
    if text.isEmpty { drop(1) } else { rest[rest.startIndex] = (text, word.gap) }
  }

  /// Takes out all that stands before the end of what is ahead, which may begin within a word.
  mutating func leave(_ end: [String]) {
    drop(ahead.count - end.count)
    if let first = end.first { shorten(to: first) }
  }

  /// Leaves a word where it is.
  mutating func keep() { keep(isName: false) }

  /// Leaves the English name of a category among the words of its sentence, and takes out any other.
  mutating func keep(asNameOfCategory isEnglish: Bool) {
    if isEnglish { keep(isName: true) } else { drop(1) }
  }

  private mutating func keep(isName: Bool) {
    guard let word = rest.popFirst() else { return }
    kept.append(Word(text: word.text, gap: gap + word.gap, isName: isName))
    gap = ""
  }

  /// Whether English names of categories are words of what was left.
  var isEnglish: Bool { kept.contains { !$0.isName && $0.text.contains { $0.isASCII && $0.isLetter } } }

  /// What was left.
  var sentence: String {
    let isEnglish = isEnglish
    var (sentence, gap) = ("", "")
    for word in kept {
      gap += word.gap
      guard !word.isName || isEnglish else { continue }
      sentence += (sentence.isEmpty ? "" : LineWords.plain(gap)) + word.text
      gap = ""
    }
    return sentence
  }

  /// A gap as it is kept: the first of its marks, a space after an English one, or a space.
  private static func plain(_ gap: String) -> String {
    guard let mark = gap.first(where: { !$0.isWhitespace }) else { return " " }
    return mark.isASCII && gap.contains(where: \.isWhitespace) ? "\(mark) " : String(mark)
  }
}
