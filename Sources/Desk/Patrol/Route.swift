/// An ordered walk past checkpoints, each to be reached within a time of the start.
package struct Route: Hashable, Codable, Sendable {
  /// The short key people type, such as `A`.
  package var id: String
  package var name: String
  /// In the order they are walked; never empty.
  package var points: [Checkpoint]
  /// When the desk plans its rounds; nil for a route that is walked when somebody starts it.
  package var schedule: RoundSchedule?

  package init(id: String, name: String, points: [Checkpoint], schedule: RoundSchedule? = nil) {
    self.id = id
    self.name = name
    self.points = points
    self.schedule = schedule
  }

  /// Itself with every word as one plain line.
  var plain: Route {
    var schedule = schedule
    if let name = schedule?.guardName { schedule?.guardName = name.plainLine }
    return Route(
      id: id.plainKey, name: name.plainLine,
      points: points.map {
        Checkpoint(
          id: $0.id.plainLine, name: $0.name.plainLine, opens: $0.opens, within: $0.within,
          asset: $0.asset?.plainLine)
      }, schedule: schedule)
  }
}

/// A place on a route where the guard checks in.
package struct Checkpoint: Hashable, Codable, Sendable {
  /// Unique within its route; what a reader or a key types.
  package var id: String
  package var name: String
  /// Minutes after the start of the round before which a check-in is early; less than `within`.
  package var opens: Int
  /// Minutes after the start of the round by which it must be reached; more than a day is refused.
  package var within: Int
  /// The key of the equipment that stands there; nil where none does.
  package var asset: String?

  package init(id: String, name: String, opens: Int = 0, within: Int, asset: String? = nil) {
    self.id = id
    self.name = name
    self.opens = opens
    self.within = within
    self.asset = asset
  }
}

/// What the guard found at a checkpoint.
package enum CheckInResult: String, CaseIterable, Codable, Sendable {
  case ok, failed
}

/// A round's number: `P-20261120-A-3` is the third round of route A on that day.
package struct RoundID: Hashable, Sendable, CustomStringConvertible {
  /// The civil date in the desk's zone, as 20261120.
  package let day: Int
  package let route: String
  package let number: Int

  package init(day: Int, route: String, number: Int) {
    self.day = day
    self.route = route
    self.number = number
  }

  /// Reads `P-20261120-A-3`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0] == "P", parts[1].count == 8, let day = Int(parts[1]),
      let last = parts.last, let number = Int(last), number > 0
    else { return nil }
    self.init(day: day, route: parts[2..<(parts.count - 1)].joined(separator: "-"), number: number)
    guard description == text else { return nil }
  }

  package var description: String { "P-\(day.digits(8))-\(route)-\(number)" }
}

extension RoundID: StoredAsText {}
