/// The buildings an office looks after, as far as places it knows tell: in an estate of one building a room needs no building.
package struct Estate: Equatable, Sendable {
  private var building: String?
  private var hasSeveral = false
  private var units: Set<String> = []
  /// How many digits the longest room has.
  private var digits = 0

  package init() {}

  /// Takes in places; looks at no more of them once a second building is among them.
  package mutating func add(_ places: some Sequence<Place>) {
    for place in places {
      guard !hasSeveral else { return }
      let parts = place.text.split(separator: "-")
      guard parts.count == 3, let name = place.building else { continue }
      hasSeveral = building != nil && building != name
      building = name
      units.insert(String(parts[1]))
      digits = max(digits, parts[2].count)
    }
  }

  /// The room that is meant by floor and room as `15-01`, where there is one unit, or by unit and room as `2-1501`; nil for anything
  /// else, and in an estate of several buildings.
  package func room(_ text: String) -> Place? {
    guard !hasSeveral, let building else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    if parts[1].count >= 3 {
      return units.contains(String(parts[0])) ? Place("\(building)-\(parts[0])-\(parts[1])") : nil
    }
    guard units.count == 1, let unit = units.first, parts[0].count <= 2, parts[1].count == 2 else {
      return nil
    }
    let floor = String(repeating: "0", count: max(0, digits - 2 - parts[0].count)) + parts[0]
    return Place("\(building)-\(unit)-\(floor)\(parts[1])")
  }
}
