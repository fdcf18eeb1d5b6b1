package import Desk

/// In which order names of people stand in a list: in Chinese as they are read aloud, in English by code point.
package enum NameOrder {
  /// The names in order. In Chinese some 100 µs a name that holds characters not asked for before: who draws keeps the result.
  package static func sorted(_ names: [String], _ language: Language) -> [String] {
    guard language == .chinese else { return names.sorted() }
    var readings = Readings()
    readings.learn(names.joined())
    return names.map { (order: readings.order(name: $0), name: $0) }
      .sorted { ($0.order, $0.name) < ($1.order, $1.name) }.map(\.name)
  }

  /// The staff in the order of their names.
  package static func sorted(_ staff: [StaffMember], _ language: Language) -> [StaffMember] {
    let members = Dictionary(staff.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return sorted(Array(members.keys), language).compactMap { members[$0] }
  }

  /// Where each name stands among the others.
  static func places(_ names: some Collection<String>, _ language: Language) -> [String: Int] {
    let sorted = sorted(Array(Set(names)), language)
    return Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
  }
}

/// The staff as lists have them: put in order again when somebody joins, changes or leaves, and when the language does.
struct StaffList: Equatable, Sendable {
  private(set) var members: [StaffMember] = []
  private var joined: [StaffMember] = []
  private var language: Language?

  /// Follows the desk; costs nothing while nothing changes.
  mutating func follow(_ staff: [StaffMember], _ language: Language) {
    guard staff != joined || language != self.language else { return }
    (joined, self.language) = (staff, language)
    members = NameOrder.sorted(staff, language)
  }
}
