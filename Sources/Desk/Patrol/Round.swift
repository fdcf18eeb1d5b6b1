package import Foundation

/// What happened on one walk of a route.
package enum RoundEvent: Equatable, Sendable {
  case started(route: Route, guardName: String)
  case checkedIn(point: String, guardName: String, result: CheckInResult, note: String, method: String)
  case missed(point: String)
  case findingRaised(point: String, ticket: TicketID)
  case completed
  case expired
}

/// One walk of a route: which points were reached, in time or not.
package struct Round: Equatable, Codable, Sendable {
  package let id: RoundID
  package private(set) var version: Int
  package let route: Route
  package private(set) var guardName: String
  package let startedAt: Date
  package private(set) var points: [RoundPoint]
  /// When every point was reached or the last hope for it given up; nil while the guard walks.
  package private(set) var endedAt: Date?

  /// Begins with every point pending.
  package init(_ id: RoundID, route: Route, guardName: String, at instant: Date) {
    self.id = id
    version = 1
    self.route = route
    self.guardName = guardName
    startedAt = instant
    points = route.points.map {
      RoundPoint(
        id: $0.id, name: $0.name, due: instant.addingTimeInterval(TimeInterval($0.within) * 60))
    }
  }

  package var isOpen: Bool { endedAt == nil }

  /// The first point still to be reached; nil when none is.
  package var nextPoint: RoundPoint? { points.first { $0.state == .pending } }

  /// How many points were reached.
  package var reached: Int { points.filter { $0.checkedAt != nil }.count }

  /// Finds a point by its id or name.
  package func point(_ key: String) -> RoundPoint? {
    points.first { $0.id == key } ?? points.first { $0.name == key }
  }

  /// Takes in what happened; total.
  package mutating func apply(_ event: RoundEvent, at instant: Date, version: Int) {
    self.version = version
    switch event {
    case .started: break
    case .checkedIn(let point, let name, let result, let note, _):
      change(point) { $0.checkIn(result, note, at: instant) }
      if !name.isEmpty { guardName = name }
    case .missed(let point): change(point) { $0.state = $0.checkedAt == nil ? .missed : $0.state }
    case .findingRaised(let point, let ticket): change(point) { $0.ticket = ticket }
    case .completed, .expired: endedAt = instant
    }
  }

  private mutating func change(_ point: String, _ body: (inout RoundPoint) -> Void) {
    guard let index = points.firstIndex(where: { $0.id == point }) else { return }
    body(&points[index])
  }
}

/// One point of a round.
package struct RoundPoint: Equatable, Codable, Sendable {
  /// Where it stands: late is reached after its time, failed is reached and something was wrong there.
  package enum State: String, Codable, Sendable {
    case pending, onTime, late, failed, missed
  }

  package let id: String
  package let name: String
  /// To be reached by this instant; exactly then is on time.
  package let due: Date
  package internal(set) var state: State = .pending
  package internal(set) var checkedAt: Date?
  package internal(set) var note = ""
  /// The ticket its finding became.
  package internal(set) var ticket: TicketID?

  fileprivate init(id: String, name: String, due: Date) {
    self.id = id
    self.name = name
    self.due = due
  }

  fileprivate mutating func checkIn(_ result: CheckInResult, _ note: String, at instant: Date) {
    state = result == .failed ? .failed : instant > due ? .late : .onTime
    checkedAt = instant
    self.note = note
  }
}
