package import Desk

extension QuickLine {
  /// Takes where it is out of what it is about, where no word of its own said it.
  mutating func takeArea() {
    place = ""
    if let area = QuickLine.area(in: subject, { words, _ in QuickLine.areaWords(words) }) {
      (place, subject) = area
    } else {
      place = QuickLine.room(within: subject)
    }
    if reporter.isEmpty, place.last?.isNumber == true { takeAddressed() }
    guard place.isEmpty, let pair = QuickLine.area(in: subject, QuickLine.pair) else { return }
    (place, subject) = pair
  }

  /// Takes who is addressed right behind a room without its unit, 1栋1201陈太太.
  private mutating func takeAddressed() {
    let word = subject.prefix { !" ，,；;。、".contains($0) }
    let rest = String(subject[word.endIndex...].drop { " ，,；;。、".contains($0) })
    if QuickLine.isAddressed(String(word)) {
      (reporter, subject) = (String(word), rest)
    } else if let said = QuickLine.addressed(beginning: subject, isBehindRoom: true) {
      (reporter, subject) = (said.name, said.rest)
    }
  }

  /// What a place is called at the beginning of some words, behind others: how many of them that is, and what is left of the last.
  typealias AreaWords = (place: String, count: Int, rest: Substring)

  /// Where something is that has no room: a building as callers name it, `3栋1单元`, `Bldg 3 Unit 1`, or a part of the estate that stands
  /// alone, `地库B2`; with the words that are left. Nil where none begins a word.
  static func area(
    in sentence: String, _ read: (_ words: ArraySlice<Substring>, _ before: Substring) -> AreaWords?
  ) -> (place: String, rest: String)? {
    let isMark = { (character: Character) in "，,；;。、".contains(character) }
    let starts = sentence.indices.filter { $0 > sentence.startIndex }.filter {
      let last = sentence[sentence.index(before: $0)]
      return last == " " || isMark(last)
    }
    for start in [sentence.startIndex] + starts {
      let words = sentence[start...].split(separator: " ")
      guard let said = words.first, said.startIndex == start else { continue }
      let first = without(
        ["我们小区", "小区的", "小区", "园区"], without(["我们在", "我在", "就在", "位于", "在"], String(said)))
      guard let (place, count, rest) = read([first[...]] + words.dropFirst(), sentence[..<start])
      else { continue }
      let after = ([rest.drop { isMark($0) || ":：的".contains($0) }] + words.dropFirst(count)).filter {
        !$0.isEmpty
      }
      var before = sentence[..<start].split(separator: " ")
      // No water in Building 12: what only says that a place follows goes with it.
      let last = before.suffix(2).map { $0.lowercased() }
      let isOpening = { (count: Int) in
        count <= last.count && (openings + [["the"]]).contains(Array(last.suffix(count)))
      }
      if let count = [2, 1].first(where: isOpening) { before.removeLast(count) }
      var left = before.joined(separator: " ")
      if after.isEmpty {
        while left.last.map(isMark) == true { left.removeLast() }
      } else if let mark = rest.first, ",，".contains(mark), !left.isEmpty, left.last.map(isMark) == false {
        left.append(mark)
      }
      let isOpen = left.isEmpty || after.isEmpty || left.last.map { isMark($0) && !$0.isASCII } == true
      return (place, left + (isOpen ? "" : " ") + after.joined(separator: " "))
    }
    return nil
  }

  /// Leaves out of what it is about where that is, which is known already: by its name, or by building and unit, `3-2` of `3-2-大堂`.
  package mutating func leaveOut(_ known: Place) {
    let unit = known.block.flatMap { block in known.unit.map { "\(block)-\($0)" } } ?? known.text
    // The unit by itself says less.
    if place == unit { place = "" }
    guard place.isEmpty, !known.text.isEmpty else { return }
    var words = LineWords(subject)
    while let word = words.next {
      let rest = word.hasPrefix(known.text) ? String(word.dropFirst(known.text.count)) : word
      if word == unit || rest.isEmpty {
        words.drop(1)
      } else {
        if rest.first?.isASCII == false { words.shorten(to: rest) }
        words.keep()
      }
    }
    subject = words.sentence
  }
}
