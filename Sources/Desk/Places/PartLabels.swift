/// What the parts of a room are called where they are said, so that 2单元3栋1201 and `room 1201 unit 2 building 3` are 3-2-1201.
struct PartLabels {
  private enum Label { case building, unit, room }

  private var labels: [Int: Label] = [:]
  /// The sign before, and the part it follows.
  private var last: (sign: Character, part: Int) = (" ", -1)

  /// Takes the sign that follows a part.
  mutating func add(_ sign: Character, at part: Int) {
    switch sign {
    case "栋", "幢", "座": labels[part] = .building
    case "楼" where last.part == part && "号#".contains(last.sign): labels[part] = .building
    case "元": labels[part] = .unit
    case "室", "房": labels[part] = .room
    default: break
    }
    last = (sign, part)
  }

  /// Itself with what English calls the parts, before or within them; `bare` are the parts without it.
  func reading(_ parts: [String], _ bare: [String]) -> PartLabels {
    var all = self
    for (index, part) in parts.enumerated() where part != bare[index] {
      let word = part.dropLast(bare[index].count)
      let label: Label =
        word == "UNIT" ? .unit : Place.buildingLabels.contains(String(word)) ? .building : .room
      let place = bare[index].isEmpty ? bare[(index + 1)...].firstIndex { !$0.isEmpty } : index
      if let place { all.labels[place] = label }
    }
    return all
  }

  /// The parts with building and unit before the room, where both are said to be that; in their own order otherwise.
  func ordered(_ parts: [Int]) -> [Int] {
    guard let building = parts.first(where: { labels[$0] == .building }),
      let unit = parts.first(where: { labels[$0] == .unit })
    else { return parts }
    return [building, unit] + parts.filter { $0 != building && $0 != unit }
  }
}
