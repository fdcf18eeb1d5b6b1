/// Telephone numbers as they are said: eleven digits of a mobile in any grouping, `138 1234 56 78` and `13911 101 368`, also in Han,
/// 一三八一二三四五六七八; and a fixed line's in two groups, `8765 4321`, where neither can be a room, a year or a count.
extension PhoneNumber {
  /// Some digits without a gap.
  private struct Piece {
    let digits: String
    let range: Range<String.Index>
    /// What joins it to the one before it; nil where nothing does.
    let joint: Unicode.Scalar?

    var isTight: Bool { joint.map { !PhoneNumber.isLoose($0) } ?? false }
  }

  /// Where they stand, in order, besides those that are known.
  static func inPieces(_ text: String, besides known: [Range<String.Index>]) -> [Range<String.Index>] {
    runs(text, besides: known).flatMap { run in
      let mobiles = mobiles(run, in: text)
      return mobiles.isEmpty ? local(run, in: text) : mobiles
    }
  }

  /// Where digits in groups are a mobile's number with one too many or too few, besides those that are known.
  static func doubtful(in text: String, besides known: [Range<String.Index>]) -> [Range<String.Index>] {
    runs(text, besides: known).compactMap { run in
      guard run.count > 1, let first = run.first, let last = run.last, first.digits.count != 4,
        first.digits.count > 2, run.dropFirst().allSatisfy({ $0.joint != "," && $0.joint != "、" }),
        !isAddress(run[...]), begins(run[...]), [10, 12].contains(run.reduce(0) { $0 + $1.digits.count }),
        !isPart(first, in: text), !isCounted(last, in: text)
      else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    }
  }

  /// Whether groups are the address of a machine: four numbers below 256, parted by dots.
  private static func isAddress(_ pieces: ArraySlice<Piece>) -> Bool {
    pieces.count == 4 && pieces.dropFirst().allSatisfy { $0.joint == "." }
      && pieces.allSatisfy { Int($0.digits).map { $0 < 256 } == true }
  }

  /// The digits of a text, those together between which one blank, dot, dash or comma stands, without rooms.
  private static func runs(_ text: String, besides known: [Range<String.Index>]) -> [[Piece]] {
    let scalars = text.unicodeScalars
    var runs: [[Piece]] = []
    var index = scalars.startIndex
    while let start = scalars[index...].firstIndex(where: { (scalar: Unicode.Scalar) in spoken(scalar) != nil
    }) {
      let said: Substring.UnicodeScalarView = scalars[start...].prefix { spoken($0) != nil }
      index = said.endIndex
      if known.contains(where: { $0.overlaps(start..<index) }) {
        runs.append([])
        continue
      }
      let end = runs.last?.last?.range.upperBound
      let joint = end.flatMap { PhoneNumber.joint(scalars[$0..<start]) }
      let piece = Piece(digits: digits(Substring(said)), range: start..<index, joint: joint)
      if joint == nil { runs.append([piece]) } else { runs[runs.count - 1].append(piece) }
    }
    return runs.flatMap { withoutRooms($0, in: text) }
  }

  /// What joins two groups: a sign, or a comma and a blank.
  private static func joint(_ gap: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let first = gap.first?.narrow, gap.count == 1 || gap.count == 2 && gap.last == " " else {
      return nil
    }
    let isComma = first == "," || first == "、"
    guard gap.count == 1 || isComma else { return nil }
    let category = first.properties.generalCategory
    return isComma || first == "." || category == .spaceSeparator || category == .dashPunctuation
      ? first : nil
  }

  /// Whether a sign may also part what does not belong together; a dash and a dot do not.
  private static func isLoose(_ joint: Unicode.Scalar) -> Bool {
    joint == "," || joint == "、" || joint.properties.generalCategory == .spaceSeparator
  }

  /// The rest of some groups without three that dashes or dots make a room, and without a room behind its building or its name.
  private static func withoutRooms(_ run: [Piece], in text: String) -> [[Piece]] {
    var (runs, index): ([[Piece]], Int) = ([[]], 0)
    while index < run.count {
      let tight = run[(index + 1)...].prefix(while: \.isTight).count + 1
      let sizes = run[index..<(index + tight)].map(\.digits.count)
      let isRoom =
        tight == 3 && sizes[0] < 3 && sizes[1] < 3 && (3...4).contains(sizes[2])
        || tight == 1 && isNamedRoom(run[index], in: text)
      if isRoom { runs.append([]) } else { runs[runs.count - 1] += run[index..<(index + tight)] }
      index += tight
    }
    return runs.filter { !$0.isEmpty }
  }

  /// Whether what stands before a group says that it is a room's: 1201 of 3栋1201 and of `room 1201`.
  private static func isNamedRoom(_ piece: Piece, in text: String) -> Bool {
    let before = text[..<piece.range.lowerBound]
    guard piece.digits.count != 3 || !begins([piece]), piece.digits.count < 5, let last = before.last else {
      return false
    }
    if "栋幢座楼层元室#".contains(last) { return true }
    if last == "号" { return before.dropLast().last?.isNumber == true }
    let word = before.suffix(12).reversed().drop { $0 == " " }.prefix { $0.isASCII && $0.isLetter }
    return !word.isEmpty && Place.namesPart(String(word.reversed()))
  }

  /// The groups that make eleven digits from 13 on, the last first: a room is said before a number rather than behind it.
  private static func mobiles(_ run: [Piece], in text: String) -> [Range<String.Index>] {
    var (found, end): ([Range<String.Index>], Int) = ([], run.count)
    while end > 0 {
      guard let start = start(of: run[..<end]), isMobile(run, start..<end, in: text) else {
        end -= 1
        continue
      }
      let last = run[end - 1].range.upperBound
      let isAbroad = start > 0 && ["86", "0086"].contains(run[start - 1].digits)
      end = isAbroad ? start - 1 : start
      found.insert(run[end].range.lowerBound..<last, at: 0)
    }
    return found
  }

  /// Where the last eleven digits of some groups begin; nil where they do not begin a group.
  private static func start(of run: ArraySlice<Piece>) -> Int? {
    var count = 0
    for index in run.indices.reversed() {
      count += run[index].digits.count
      if count >= 11 { return count == 11 ? index : nil }
    }
    return nil
  }

  private static func isMobile(_ run: [Piece], _ range: Range<Int>, in text: String) -> Bool {
    let pieces = run[range]
    guard let first = pieces.first, begins(pieces), !first.isTight,
      range.upperBound == run.count || !run[range.upperBound].isTight
    else { return false }
    return !isAddress(pieces) && !areRooms(pieces) && !isPart(first, in: text)
      && !isOther(after: text[..<first.range.lowerBound])
  }

  /// Whether groups begin as a mobile's number does.
  private static func begins(_ pieces: ArraySlice<Piece>) -> Bool {
    let digits = pieces.prefix(2).map(\.digits).joined()
    return digits.first == "1" && digits.dropFirst().first.map { "3456789".contains($0) } == true
  }

  /// Whether groups are rooms that somebody lists, of one floor or above each other: 1501、1502、803.
  private static func areRooms(_ pieces: ArraySlice<Piece>) -> Bool {
    let rooms = pieces.map(\.digits).filter { $0.count == 4 }
    guard pieces.count == 3, rooms.count == 2, pieces.allSatisfy({ $0.digits.count >= 3 }) else {
      return false
    }
    return rooms[0].prefix(2) == rooms[1].prefix(2) || rooms[0].suffix(2) == rooms[1].suffix(2)
  }

  /// A fixed line's number in two groups of four, that nothing says is anything else.
  private static func local(_ run: [Piece], in text: String) -> [Range<String.Index>] {
    guard run.count == 2, let first = run.first, let last = run.last,
      run.allSatisfy({ $0.digits.count == 4 }),
      last.joint?.properties.generalCategory == .spaceSeparator, first.digits.first.map({ $0 > "1" }) == true,
      !isYear(first.digits), !run.allSatisfy({ mayBeRoom($0.digits) }), !isPart(first, in: text),
      !isCounted(last, in: text), !isOther(after: text[..<first.range.lowerBound], of: things + accounts)
    else { return [] }
    return [first.range.lowerBound..<last.range.upperBound]
  }

  private static func isYear(_ digits: String) -> Bool { digits.hasPrefix("20") }

  /// Whether four digits may be a floor and a room of it.
  private static func mayBeRoom(_ digits: String) -> Bool {
    (Int(digits.prefix(2)) ?? 99) <= 60 && (1...20).contains(Int(digits.suffix(2)) ?? 0)
  }

  /// Whether a group goes on a word: SF138.
  private static func isPart(_ piece: Piece, in text: String) -> Bool {
    let before = text[..<piece.range.lowerBound]
    guard let last = before.last else { return false }
    let isDash = "-:#".contains(last) && before.dropLast().last.map { $0.isASCII && $0.isLetter } == true
    return last.isASCII && last.isLetter || isDash || last == "$" || last == "¥"
  }

  /// Whether what follows a group counts something, or makes it a time.
  private static func isCounted(_ piece: Piece, in text: String) -> Bool {
    let after = text[piece.range.upperBound...].drop { $0 == " " }
    if after.first == ":" || after.first == "-" { return after.dropFirst().first?.isNumber == true }
    let word = after.prefix { $0.isASCII && $0.isLetter }.lowercased()
    return after.first.map { "元块度吨号室房栋幢座楼层个台盏只人位次米点分月日年%".contains($0) } == true
      || ["yuan", "rmb", "kwh", "units", "rooms", "people", "metres", "meters"].contains(word)
  }

  /// A digit of a number as it is said: 幺 is one.
  static func spoken(_ scalar: Unicode.Scalar) -> Int? {
    if let digit = digit(scalar) { return digit }
    guard scalar.value > 0x3000 else { return nil }
    if scalar == "幺" { return 1 }
    return scalar == "两" ? nil : scalar.hanNumber.flatMap { $0 < 10 ? $0 : nil }
  }
}
