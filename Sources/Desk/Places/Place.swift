/// Where something is: building-unit-room as `3-2-1501`, or the name of a public area. Two spellings of one room, `1-1-801` and
/// `1-1-0801`, are one place, and so are `地库 B3` and `地库b3`, `五栋一单元` and `5-1`; each keeps its text.
package struct Place: Hashable, Sendable {
  package let text: String

  /// Normalises `3栋2单元1501`, `三栋二单元1501`, `3#2-1501`, `3-2-15-01`, `Bldg 3 Unit 2 1501` and full-width digits to `3-2-1501`, and
  /// letters in it to capitals; anything else is kept, trimmed.
  package init(_ text: String) {
    let plain = text.plainLine
    self.text = Place.room(plain) ?? plain
  }

  package static func == (one: Place, other: Place) -> Bool { one.text == other.text || one.key == other.key }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// Whether this is a building-unit-room and not a public area.
  package var isRoom: Bool { Place.isRoom(text) }

  /// The building's number or letter, without zeros before it; nil for a public area.
  package var building: String? { roomParts.map { String(Place.unpadded($0[0])) } }

  /// Building, unit and room as they are written; nil for a public area.
  var roomParts: [Substring]? { isRoom ? Place.parts(text) : nil }

  /// What all spellings of it share: of a room the text without zeros before its numbers, of a public area the text in capitals, with
  /// usual signs for full-width ones, without a blank but between two Latin words or numbers, and its building and unit as `5栋1单元`.
  package var key: String {
    let isSpelled = mayBeSpelled
    guard isSpelled || mayNameBuilding else { return text }
    if let parts = roomParts { return parts.map(Place.unpadded).joined(separator: "-") }
    return Place.oneSpelling(isSpelled ? Place.name(text) : text)
  }

  /// A public area in capitals, with usual signs and no needless blanks.
  static func name(_ text: String) -> String {
    // Most of another system's log: asking Unicode of each letter took a tenth of an import.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(decoding: name(ascii: text.utf8), as: UTF8.self) }
    var name = String.UnicodeScalarView()
    var isBehindBlank = false
    for scalar in text.unicodeScalars.lazy.map(\.narrow) {
      guard !scalar.properties.isWhitespace else {
        isBehindBlank = true
        continue
      }
      if isBehindBlank, let last = name.last, last.isLatin, scalar.isLatin { name.append(" ") }
      isBehindBlank = false
      name.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
    }
    return String(name)
  }

  private static func name(ascii text: String.UTF8View) -> [UInt8] {
    func isLatin(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) }
    var name: [UInt8] = []
    name.reserveCapacity(text.count)
    var isBehindBlank = false
    for byte in text {
      guard byte != 0x20, !(0x09...0x0D).contains(byte) else {
        isBehindBlank = true
        continue
      }
      let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
      if isBehindBlank, let last = name.last, isLatin(last), isLatin(upper) { name.append(0x20) }
      isBehindBlank = false
      name.append(upper)
    }
    return name
  }

  /// The texts it may be stored under: of a room with zeros before its numbers and without; of a public area only its own, for there
  /// is no end to the others.
  package var spellings: [String] {
    let key = key
    guard Place.isRoom(key) else { return [text] }
    var texts = [""]
    for (part, longest) in zip(Place.parts(key), Place.longestPadded) {
      let zeros = max(0, longest - part.count)
      let ways = (0...zeros).map { String(repeating: "0", count: $0) + part }
      texts = texts.flatMap { start in ways.map { start.isEmpty ? $0 : "\(start)-\($0)" } }
    }
    return texts.contains(text) ? texts : texts + [text]
  }

  /// How many digits a building, a unit and a room have at most with zeros before them; more zeros are not kept.
  private static let longestPadded = [2, 2, 4]

  /// Whether a part begins with a zero, or anything in it is no digit, capital, mark or Han: cheap, for most texts are their own key.
  private var mayBeSpelled: Bool {
    var before = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0") where before == UInt8(ascii: "-"): return true
      case 0x20, 0x61...0x7A, 0xC0...0xE3, 0xEA...: return true
      default: before = byte
      }
    }
    return false
  }

  static func unpadded(_ part: Substring) -> Substring {
    var rest = part.utf8
    while rest.first == 0x30, (0x30...0x39).contains(rest.dropFirst().first ?? 0) { rest.removeFirst() }
    return Substring(rest)
  }

  /// The room a text begins with, and what follows it without a space, as in `3-2-1501漏水`; nil when it begins with none.
  package static func leading(_ text: String) -> (place: Place, rest: String)? {
    let head = text.prefix(longestRoom + 1)
    guard head.contains(where: \.isNumber) else { return nil }
    for end in head.indices.reversed() where end != text.startIndex && !isRoomPart(text[end]) {
      if goesOn(text[end...]) { continue }
      // 3-2-1501楼上 is above the room, and 房门 is its door.
      let said = text[text.index(before: end)...].prefix(2)
      if ["楼上", "楼下", "楼道", "楼顶", "楼梯", "楼层", "房间", "房门", "房顶", "室内", "室外"].contains(said) { continue }
      let place = Place(String(text[..<end]))
      if place.isRoom { return (place, String(text[end...])) }
    }
    return nil
  }

  /// Whether a text begins with what parts a room's numbers, and then with one more of them: 3-1-2-201 may be any of several rooms, and
  /// 3-1-2 is none of them.
  private static func goesOn(_ text: Substring) -> Bool {
    let characters = text.unicodeScalars.lazy.map { Character($0.narrow) }
    guard let first = characters.first, "-–·.#号楼".contains(first),
      let next = characters.first(where: { !"-–·.#号楼 ".contains($0) })
    else { return false }
    return isDigit(next) || isRoomPart(next) && !"号楼".contains(first)
  }

  /// How many characters are looked at for a room: each is tried as its end, and `Building 12 Unit 3 Room 1501` has 28.
  private static let longestRoom = 40

  /// Whether its runs of letters and digits could be the parts of a room: cheap, because imports ask it of every address.
  private static func mayBeRoom(_ text: String) -> Bool {
    var (runs, length, letters) = (0, 0, 0)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while true {
      let value = index < scalars.endIndex ? scalars[index].value : 0x20
      switch value {
      case 0x30...0x39: length += 1
      case 0x41...0x5A, 0x61...0x7A: (length, letters) = (length + 1, letters + 1)
      case 0xFF01...0xFF5E: return true  // full-width forms: to be read with care
      case 0x3007...0x9FFF where scalars[index].hanNumber != nil: length += 1
      default:
        // Of two letters and more, only what English calls a part stands without a digit.
        if letters > 1, letters == length,
          !labels.contains(String(scalars[..<index].suffix(length)).uppercased())
        {
          return false
        }
        if length > 0 { runs += 1 }
        (length, letters) = (0, 0)
      }
      if length > 9 || runs > 6 { return false }
      if index == scalars.endIndex { return runs >= 3 }
      scalars.formIndex(after: &index)
    }
  }

  private static func room(_ text: String) -> String? {
    guard mayBeRoom(text) else { return nil }
    var parts: [String] = [""]
    var isMarked = false
    // The parts that are called 楼: of four, the third is a floor then.
    var floors: Set<Int> = []
    var numbered: Int?
    var labels = PartLabels()
    for character in text.unicodeScalars.map({ Character($0.narrow) }) {
      if isRoomPart(character) {
        parts[parts.count - 1].append(contentsOf: character.uppercased())
      } else if character.unicodeScalars.first?.hanNumber != nil {
        parts[parts.count - 1].append(character)
      } else if "栋幢座楼层号单元室房#-–·. ".contains(character) {
        isMarked = isMarked || "栋幢座楼层单元".contains(character)
        labels.add(character, at: parts.count - (parts.last == "" ? 2 : 1))
        if "楼层".contains(character) { floors.insert(parts.count - (parts.last == "" ? 2 : 1)) }
        // 15楼1号 is a room, 15楼1 may count what follows.
        if "号室房".contains(character), parts.last?.isEmpty == false { numbered = parts.count - 1 }
        if parts.last != "" { parts.append("") }
      } else {
        return nil
      }
    }
    if let last = numbered, floors.contains(last - 1), !floors.contains(last),
      let number = Int(han: parts[last]) ?? Int(parts[last]),
      (1...9).contains(number)
    {
      parts[last] = "0\(number)"
    }
    return joined(parts, isMarked: isMarked, floors, labels)
  }

  /// The room that these parts make, a floor and a room of it in two parts too.
  private static func joined(
    _ parts: [String], isMarked: Bool, _ floors: Set<Int>, _ labels: PartLabels
  ) -> String? {
    let bare = parts.map(withoutLabel)
    let isMarked = isMarked || bare != parts
    let kept = labels.reading(parts, bare).ordered(bare.indices.filter { !bare[$0].isEmpty })
    var parts = kept.map { bare[$0] }
    // 二 三 四 is counting: numbers in Han are a room's where its parts are named.
    if isMarked { parts = parts.map { (Int(floorAndRoom: $0) ?? Int(han: $0)).map(String.init) ?? $0 } }
    if parts.count == 4, parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(isDigit) }), parts[3].count == 2 {
      parts[2] += parts.removeLast()
    }
    // 3栋2单元15楼1501 says the floor twice; 3-1-2-201 names none, and may be any of several rooms.
    if parts.count == 4, floors.contains(kept[2]), unpadded(parts[3].dropLast(2)) == unpadded(parts[2][...]) {
      parts.remove(at: 2)
    }
    // 3栋2单元3个人 counts people, and 一楼二楼三楼 or 12th floors: a room that is spoken of so has three digits and letters.
    if isMarked, let last = parts.last, last.count < 3 || ordinals.contains(where: last.hasSuffix) {
      return nil
    }
    // 7栋 1301 1302 are two rooms of it.
    if isMarked, parts.count == 3, unpadded(parts[1][...]).count > 2 { return nil }
    guard isRoom(parts.joined(separator: "-")) else { return nil }
    return zip(parts, longestPadded).map { part, longest in
      let zeros = part.count - unpadded(part[...]).count
      return String(part.dropFirst(max(0, min(zeros, part.count - longest))))
    }.joined(separator: "-")
  }

  /// A part without what English calls it.
  static func withoutLabel(_ part: String) -> String {
    for label in labels where part.hasPrefix(label) {
      let rest = part.dropFirst(label.count)
      if rest.first.map(isDigit) ?? true { return String(rest) }
    }
    return part
  }

  private static let ordinals = ["ST", "ND", "RD", "TH"]

  /// What the parts of a room are called in English.
  private static let labels = buildingLabels + ["UNIT", "ROOM", "RM", "FLAT", "APARTMENT", "APT"]

  /// What a building is called in English.
  package static let buildingLabels = ["BUILDING", "BLDG", "BLOCK", "BLK", "TOWER"]

  /// Whether a word names a part of a room, so that the room may go on in the words after it: `3幢`, `Bldg`, `Unit2`.
  package static func namesPart(_ word: some StringProtocol) -> Bool {
    let upper = word.uppercased()
    if upper.hasSuffix("室") || upper.hasSuffix("单元") { return upper.first.map(isRoomPart) == true }
    return "栋幢座楼".contains(where: upper.contains)
      || labels.contains { upper.hasPrefix($0) && upper.dropFirst($0.count).allSatisfy(isDigit) }
  }

  /// Whether a text is a building, a unit and a room: three short words with digits, of which the building may be one letter.
  private static func isRoom(_ text: String) -> Bool {
    var (part, length, hasDigit) = (0, 0, false)
    var isPart: Bool { (1...6).contains(length) && (hasDigit || part == 0 && length == 1) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        guard isPart, part < 2 else { return false }
        (part, length, hasDigit) = (part + 1, 0, false)
      case 0x30...0x39: (length, hasDigit) = (length + 1, true)
      case 0x41...0x5A, 0x61...0x7A: length += 1
      default: return false
      }
    }
    return isPart && part == 2
  }

  /// What stands between the dashes.
  private static func parts(_ text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Substring.init)
  }

  static func isRoomPart(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter)
  }

  static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

extension Unicode.Scalar {
  /// Whether blanks part words of it.
  fileprivate var isLatin: Bool {
    !properties.isIdeographic && (properties.isAlphabetic || properties.numericType != nil)
  }
}

extension Place {
  /// Itself without a phone in the clear; a room has none.
  var maskingPhones: Place { Place(stored: text.maskingPhones) }
}

extension Place: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(stored: try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Takes a place as it was stored, without reading it again.
  package init(stored text: String) { self.text = text }
}
