/// The building and the unit that the name of a public area begins with, and what follows them: `5`, `1` and `电梯` of `五号楼一单元电梯`.
package typealias BuildingName = (building: String, unit: String?, rest: Substring)

extension Place {
  /// The building a room or a public area lies in, `3` of `3-2-1501` and of `3栋电梯厅`; nil where it names none.
  package var block: String? { building ?? buildingName?.building }

  /// The unit it lies in, `2` of `3-2-1501`, `3-2-大堂` and `3栋2单元电梯`; nil where it names none.
  package var unit: String? {
    roomParts.map { String(Place.unpadded($0[1])) } ?? buildingName?.unit
  }

  /// The floor of a room, and the rooms above and below each other that it belongs to: 15 and `3-2 01` of `3-2-1501`; nil where its
  /// number does not tell.
  var stack: (name: String, floor: Int)? {
    guard let parts = roomParts?.map(Place.unpadded) else { return nil }
    let room = parts[2]
    guard (3...4).contains(room.count), room.allSatisfy(Place.isDigit), let floor = Int(room.dropLast(2))
    else { return nil }
    return ("\(parts[0])-\(parts[1]) \(room.suffix(2))", floor)
  }

  /// The building and the room of a text that names no unit, `1` and `1201` of `1栋1201` and of `Building 1 1201`; nil for any other.
  private var withoutUnit: (building: String, room: String)? {
    guard let name = buildingName, name.unit == nil else { return nil }
    let said = name.rest.drop { " -,，".contains($0) }
    let number = Substring(Place.withoutLabel(String(said))).drop { $0 == " " }
    let room = number.prefix(while: Place.isDigit)
    guard (3...4).contains(room.count), ["", "室", "房", "号"].contains(number.dropFirst(room.count)) else {
      return nil
    }
    return (name.building, String(room))
  }

  /// The rooms it may be where it names a building and a room and no unit, by their units; none for any other place.
  package var rooms: [Place] {
    guard let (building, room) = withoutUnit else { return [] }
    return (1...20).map { Place(stored: "\(building)-\($0)-\(room)") }
  }

  private var buildingName: BuildingName? {
    let name = Place.withoutPublic(Place.name(text)[...])
    return Place.named(name) ?? Place.dashed(name)
  }

  private static func withoutPublic(_ name: Substring) -> Substring {
    guard name.utf8.first == 0xE5, name.hasPrefix(publicArea) else { return name }
    return name.dropFirst(publicArea.count).drop { $0 == " " || $0 == "-" }
  }

  private static let publicArea = "公共区域"

  /// The name of a public area with the building and the unit it begins with as `5栋1单元`: `五号楼一单元`, `5#1单元`, `BLDG 5 UNIT 1` and
  /// `5-1` are one.
  static func oneSpelling(_ name: String) -> String {
    let own = withoutPublic(name[...])
    guard let found = named(own) ?? dashed(own).flatMap({ $0.unit == nil ? nil : $0 }) else { return name }
    return (own.startIndex == name.startIndex ? "" : publicArea) + "\(found.building)栋"
      + (found.unit.map { "\($0)单元" } ?? "") + found.rest.drop { " -,，".contains($0) }
  }

  /// Whether a text in its one spelling may yet name a building in one of several ways: cheap, for most are rooms or begin with no number.
  var mayNameBuilding: Bool {
    var (dashes, hasDigit, isRoom, isASCII) = (0, false, true, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        isRoom = isRoom && (dashes == 0 || hasDigit)
        (dashes, hasDigit) = (dashes + 1, false)
      case 0x30...0x39: hasDigit = true
      case 0x80...: isASCII = false
      default: break
      }
    }
    if isASCII { return !(isRoom && dashes == 2 && hasDigit) }
    guard let first = text.unicodeScalars.first else { return false }
    return first.isASCII || first.hanNumber != nil || text.hasPrefix(Place.publicArea)
  }

  /// What a text begins with that names a building by a word: `3栋2单元`, `三号楼`, `5#1单元`, in capitals `BLDG 3 UNIT 2` too.
  package static func named(_ text: Substring) -> BuildingName? {
    if let first = text.first, "BT".contains(first), let found = labelled(text) { return found }
    guard let (number, after) = number(leading: text), let mark = after.first, !mark.isASCII || mark == "#"
    else { return nil }
    if let sign = ["号楼", "#楼", "栋", "幢", "座"].first(where: after.hasPrefix) {
      // 一座 counts.
      if sign == "座", text.first?.isASCII == false { return nil }
      let rest = after.dropFirst(sign.count)
      return unit(leading: rest).map { (number, $0.unit, $0.rest) } ?? (number, nil, rest)
    }
    guard "号#".contains(mark), let found = unit(leading: after.dropFirst()) else { return nil }
    return (number, found.unit, found.rest)
  }

  /// A number of up to three digits or letters, or of Han, and what follows it.
  private static func number(leading text: Substring) -> (number: String, rest: Substring)? {
    let plain = text.prefix(while: isRoomPart)
    guard plain.isEmpty else {
      return plain.count > 3 ? nil : (unpadded(plain).uppercased(), text.dropFirst(plain.count))
    }
    let han = text.prefix { $0.unicodeScalars.first?.hanNumber != nil }
    // 两栋 counts.
    guard (1...3).contains(han.count), !han.contains("两"), let number = Int(han: han), number > 0
    else { return nil }
    return (String(number), text.dropFirst(han.count))
  }

  /// The unit that a text begins with, and what follows it: `1` of `1单元电梯`.
  package static func unit(leading text: Substring) -> (unit: String, rest: Substring)? {
    guard let (number, rest) = number(leading: text.drop { "楼- ,，".contains($0) }),
      rest.hasPrefix("单元")
    else { return nil }
    return (number, rest.dropFirst(2))
  }

  private static func labelled(_ text: Substring) -> BuildingName? {
    guard let label = buildingLabels.first(where: text.hasPrefix) else { return nil }
    let after = text.dropFirst(label.count)
    let said = after.drop { " .#".contains($0) }
    let number = said.prefix(while: isRoomPart)
    // A letter stands alone: TOWERS is no tower S.
    let isLetter = number.count == 1 && said.startIndex > after.startIndex
    guard number.count <= 3, isLetter || number.contains(where: isDigit) else { return nil }
    let building = unpadded(number).uppercased()
    let rest = said.dropFirst(number.count)
    let next = rest.drop { " ,".contains($0) }
    guard next.hasPrefix("UNIT") else { return (building, nil, rest) }
    let unit = next.dropFirst(4).drop { $0 == " " }
    let digits = unit.prefix(while: isRoomPart)
    guard (1...2).contains(digits.count), digits.allSatisfy(isDigit) else { return (building, nil, rest) }
    return (building, String(unpadded(digits)), unit.dropFirst(digits.count))
  }

  /// What a text begins with that names a building by a dash: `3-2-大堂`, `5-1` and `5-1电梯` with the unit, `3-地库` without.
  static func dashed(_ text: Substring) -> BuildingName? {
    // `12-14 Main St` is a house of another country's streets, and no building 12.
    guard !text.contains(" "), text.first?.isASCII == true, let (number, after) = number(leading: text),
      after.first == "-"
    else { return nil }
    let rest = after.dropFirst()
    let digits = rest.prefix(while: isDigit)
    let beyond = rest.dropFirst(digits.count)
    guard (1...2).contains(digits.count) else { return (number, nil, rest) }
    let unit = String(unpadded(digits))
    if beyond.hasPrefix("单元") { return (number, unit, beyond.dropFirst(2)) }
    if beyond.first == "-" { return (number, unit, beyond.dropFirst()) }
    // 15-01 is a floor and a room of it, 3-12号 something else that has a number.
    let isUnit =
      digits.first != "0" && (beyond.first.map { !$0.isASCII && !"号楼层栋幢座室房个台".contains($0) } ?? true)
    return isUnit ? (number, unit, beyond) : (number, nil, rest)
  }
}
