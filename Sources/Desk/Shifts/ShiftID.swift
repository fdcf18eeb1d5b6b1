package import Foundation

/// The shifts of a day, in their order. Reception keeps twelve hours, and somebody is on duty for the rest (S008); how the day is
/// divided is *design*.
package enum ShiftName: String, CaseIterable, Codable, Sendable {
  case early, late, night

  /// The one that takes over.
  package var next: ShiftName {
    switch self {
    case .early: .late
    case .late: .night
    case .night: .early
    }
  }
}

/// A shift as people name it: `S-20261120-early`, the early one of that day.
package struct ShiftID: Hashable, Sendable {
  /// The civil date in the desk's zone on which it began, as 20261120; of a night begun after midnight, the date of the evening.
  package let day: Int
  package let name: ShiftName

  package init(day: Int, name: ShiftName) { (self.day, self.name) = (day, name) }

  /// Names the shift that begins at an instant.
  package init(_ name: ShiftName, at instant: Date, in zone: TimeZone) {
    let evening = name == .night ? instant.addingTimeInterval(-12 * 3600) : instant
    self.init(day: CivilDate(evening, in: zone).number, name: name)
  }

  /// Reads `S-20261120-early`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "S", parts[1].count == 8, let day = Int(parts[1]),
      let name = ShiftName(rawValue: String(parts[2]))
    else { return nil }
    self.init(day: day, name: name)
    guard description == text else { return nil }
  }

  package var description: String { "S-\(day.digits(8))-\(name.rawValue)" }
}

extension ShiftID: StoredAsText {}
