import Desk

/// A file of patrol routes as people write it.
enum RoutesFile {
  /// Reads the routes of a settings file as JSON5; `file` is what errors call it, and `check` what refuses a route.
  ///
  /// - Throws: the first thing wrong, with its place.
  static func routes(
    json5 text: String, file: String, check: (Route) throws(Refusal) -> Void
  ) throws(SettingsError) -> [Route] {
    let document = try JSON5.Document(text, file: file)
    let written = try document.decode(WrittenRoutes.self)
    var routes: [Route] = []
    for (index, draft) in written.routes.enumerated() {
      let key = "routes[\(index)]"
      let points = draft.points.map {
        Checkpoint(
          id: $0.id, name: $0.name ?? $0.id, opens: $0.opens ?? 0, within: $0.within, asset: $0.asset)
      }
      let schedule = try draft.schedule.map { written throws(SettingsError) in
        try written.object.schedule(document, "\(key).schedule", draft.id)
      }
      let route = Route(id: draft.id, name: draft.name ?? draft.id, points: points, schedule: schedule)
      do { try check(route) } catch {
        throw document.error(at: key + error.place(in: route), .refused(error))
      }
      guard !routes.contains(where: { $0.id == route.id }) else {
        throw document.error(at: "\(key).id", .duplicateKey(route.id))
      }
      routes.append(route)
    }
    return routes
  }
}

extension Refusal {
  /// What in a route it is about, as a path from the route.
  fileprivate func place(in route: Route) -> String {
    func point(_ isMeant: (Checkpoint) -> Bool, _ field: String) -> String {
      route.points.lastIndex(where: isMeant).map { ".points[\($0)].\(field)" } ?? ".points"
    }
    return switch self {
    case .routeEmpty: ".points"
    case .pointTwice(_, let id): point({ $0.id.plainLine == id }, "id")
    case .pointNameTwice(_, let name):
      // A point without a name is called by its id.
      point(
        { $0.name.plainLine == name },
        route.points.last { $0.name.plainLine == name }?.id == name ? "id" : "name")
    case .windowOutOfRange(_, let id, _): point({ $0.id.plainLine == id }, "within")
    case .opensTooLate(_, let id, _): point({ $0.id.plainLine == id }, "opens")
    case .assetUnknown(let id), .assetRetired(let id): point({ $0.asset?.plainLine == id }, "asset")
    case .nameMissing: route.id.plainLine.isEmpty ? ".id" : point({ $0.id.plainLine.isEmpty }, "id")
    default: ""
    }
  }
}

private struct WrittenRoutes: WrittenObject {
  let routes: [Strict<WrittenRoute>]

  enum CodingKeys: String, CodingKey, CaseIterable { case routes }
}

private struct WrittenRoute: WrittenObject {
  let id: String
  let name: String?
  let points: [Strict<WrittenPoint>]
  let schedule: Strict<WrittenSchedule>?

  enum CodingKeys: String, CodingKey, CaseIterable { case id, name, points, schedule }
}

private struct WrittenPoint: WrittenObject {
  let id: String
  let name: String?
  let opens: Int?
  let within: Int
  let asset: String?

  enum CodingKeys: String, CodingKey, CaseIterable { case id, name, opens, within, asset }
}

/// `{ every: "2h", from: "22:00", until: "06:00", guard: "张强" }`.
private struct WrittenSchedule: WrittenObject {
  let every: String
  let on: Int?
  let from, until, guardName: String?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case every, on, from, until
    case guardName = "guard"
  }

  /// The schedule as the desk knows it; `key` is where it stands, and `route` whose it is.
  func schedule(
    _ document: JSON5.Document, _ key: String, _ route: String
  ) throws(SettingsError) -> RoundSchedule {
    func bad(_ name: String, _ value: String, _ allowed: [String]) -> SettingsError {
      document.bad("\(key).\(name)", value, allowed)
    }
    func minutes(_ text: String?, _ name: String) throws(SettingsError) -> Int? {
      guard let text else { return nil }
      return try document.minute(text, "\(key).\(name)")
    }
    let frequency: RoundSchedule.Frequency
    switch every {
    case "daily": frequency = .daily
    case "weekly": frequency = .weekly(on: on ?? 1)
    case "monthly": frequency = .monthly(on: on ?? 1)
    default:
      guard every.hasSuffix("h"), let hours = Int(every.dropLast()), (1...24).contains(hours) else {
        throw bad("every", every, ["1h…24h", "daily", "weekly", "monthly"])
      }
      frequency = .hours(hours)
    }
    let last = try minutes(until, "until")
    let schedule = RoundSchedule(
      frequency, from: try minutes(from, "from") ?? 0, until: last, guardName: guardName ?? "")
    guard !schedule.isPossible else { return schedule }
    // Everything else was looked at: only hours end, and only a week's or a month's day can be out of range.
    if until != nil { throw document.error(at: "\(key).until", .refused(.scheduleImpossible(route))) }
    throw bad("on", "\(on ?? 1)", every == "weekly" ? ["1…7"] : ["1…31"])
  }
}
