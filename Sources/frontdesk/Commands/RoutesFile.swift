import Desk

/// A file of patrol routes as people write it.
struct RoutesFile: Decodable {
  let routes: [Route]

  private enum Keys: String, CodingKey, CaseIterable { case routes }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(Keys.self, in: decoder)
    routes = try decoder.container(keyedBy: Keys.self).decode([WrittenRoute].self, forKey: .routes).map(
      \.route)
  }

  private struct WrittenRoute: Decodable {
    let route: Route

    private enum Keys: String, CodingKey, CaseIterable { case id, name, points, schedule }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(Keys.self, in: decoder)
      let written = try decoder.container(keyedBy: Keys.self)
      let id = try written.decode(String.self, forKey: .id)
      route = Route(
        id: id, name: try written.decodeIfPresent(String.self, forKey: .name) ?? id,
        points: try written.decode([WrittenPoint].self, forKey: .points).map(\.point),
        schedule: try written.decodeIfPresent(WrittenSchedule.self, forKey: .schedule)?.schedule)
    }
  }

  private struct WrittenPoint: Decodable {
    let point: Checkpoint

    private enum Keys: String, CodingKey, CaseIterable { case id, name, opens, within }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(Keys.self, in: decoder)
      let written = try decoder.container(keyedBy: Keys.self)
      let id = try written.decode(String.self, forKey: .id)
      point = Checkpoint(
        id: id, name: try written.decodeIfPresent(String.self, forKey: .name) ?? id,
        opens: try written.decodeIfPresent(Int.self, forKey: .opens) ?? 0,
        within: try written.decode(Int.self, forKey: .within))
    }
  }
}

/// `{ every: "2h", from: "22:00", until: "06:00", guard: "张强" }`.
private struct WrittenSchedule: Decodable {
  let schedule: RoundSchedule

  private enum Keys: String, CodingKey, CaseIterable {
    case every, on, from, until
    case guardName = "guard"
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(Keys.self, in: decoder)
    let written = try decoder.container(keyedBy: Keys.self)
    let day = try written.decodeIfPresent(Int.self, forKey: .on) ?? 1
    func bad(_ key: Keys) -> DecodingError {
      .dataCorruptedError(forKey: key, in: written, debugDescription: "")
    }
    func minutes(_ key: Keys) throws -> Int? {
      guard let text = try written.decodeIfPresent(String.self, forKey: key) else { return nil }
      let parts = text.split(separator: ":").compactMap { Int($0) }
      guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { throw bad(key) }
      return parts[0] * 60 + parts[1]
    }
    let every = try written.decode(String.self, forKey: .every)
    let frequency: RoundSchedule.Frequency
    switch every {
    case "daily": frequency = .daily
    case "weekly": frequency = .weekly(on: day)
    case "monthly": frequency = .monthly(on: day)
    default:
      guard every.hasSuffix("h"), let hours = Int(every.dropLast()), (1...24).contains(hours) else {
        throw bad(.every)
      }
      frequency = .hours(hours)
    }
    schedule = RoundSchedule(
      frequency, from: try minutes(.from) ?? 0, until: try minutes(.until),
      guardName: try written.decodeIfPresent(String.self, forKey: .guardName) ?? "")
    guard schedule.isPossible else { throw bad(schedule.until == nil ? .on : .until) }
  }
}
