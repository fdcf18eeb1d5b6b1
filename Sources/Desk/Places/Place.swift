/// Where something is: building-unit-room as `3-2-1501`, or the name of a public area.
package struct Place: Hashable, Sendable {
  package let text: String

  /// Normalises `3栋2单元1501`, `3#2-1501`, `3号楼2单元1501室` and full-width digits to `3-2-1501`, and letters in it to
  /// capitals; anything else is kept, trimmed.
  package init(_ text: String) {
    let plain = text.plainLine
    self.text = Place.room(plain) ?? plain
  }

  /// Whether this is a building-unit-room and not a public area.
  package var isRoom: Bool { building != nil }

  /// The building's number or letter; nil for a public area.
  package var building: String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return Place.isRoom(parts) ? String(parts[0]) : nil
  }

  /// Whether its runs of letters and digits could be the three parts of a room: cheap, because imports ask it of every address.
  private static func mayBeRoom(_ text: String) -> Bool {
    var (runs, length) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: length += 1
      case 0xEF: return true  // full-width forms: to be read with care
      default:
        if length > 0 { runs += 1 }
        length = 0
      }
      if length > 6 || runs > 3 { return false }
    }
    return runs + (length > 0 ? 1 : 0) == 3
  }

  private static func room(_ text: String) -> String? {
    guard mayBeRoom(text) else { return nil }
    var parts: [String] = [""]
    for character in text.unicodeScalars.map(narrow) {
      if isRoomPart(character) {
        parts[parts.count - 1].append(contentsOf: character.uppercased())
      } else if "栋幢座楼号单元室房#-–· ".contains(character) {
        if parts.last != "" { parts.append("") }
      } else {
        return nil
      }
    }
    if parts.last == "" { parts.removeLast() }
    return isRoom(parts) ? parts.joined(separator: "-") : nil
  }

  /// Whether these are a building, a unit and a room: three short words with digits, of which the building may be one letter.
  private static func isRoom(_ parts: [some StringProtocol]) -> Bool {
    parts.count == 3
      && parts.allSatisfy { !$0.isEmpty && $0.count <= 6 && $0.allSatisfy(isRoomPart) }
      && parts.dropFirst().allSatisfy { $0.contains(where: \.isNumber) }
      && (parts[0].count == 1 || parts[0].contains(where: \.isNumber))
  }

  private static func isRoomPart(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter)
  }

  /// The ordinary form of a full-width letter, digit or sign.
  private static func narrow(_ scalar: Unicode.Scalar) -> Character {
    guard (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) else {
      return Character(scalar)
    }
    return Character(ascii)
  }
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
