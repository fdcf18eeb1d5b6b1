import Desk
import struct Desk.Stream
import Foundation

/// What the desk holds besides tickets: few things, a row of `live` each.
extension StateCodec {
  /// The state of a thing as the desk has it; nil when the desk holds it no longer.
  static func state(of stream: Stream, _ desk: Desk) throws(JournalError) -> [UInt8]? {
    if stream == .policy {
      return try encode(desk.policies.published.map { KeptPolicy(from: $0.from, text: $0.policy.json5) })
    }
    if stream == .staff { return try encode(desk.staff) }
    if stream == .calendar { return try encode(desk.announced) }
    if let id = stream.round { return try desk.rounds[id].map(encode) }
    if stream == .duties {
      return try encode(KeptDuties(duties: desk.ledger.published ?? [], listedAt: desk.ledger.listedAt))
    }
    if let id = stream.duty { return try desk.ledger.states[id].map(encode) }
    if let id = stream.asset { return try desk.assets[id].map(encode) }
    if let id = stream.route { return try desk.routes[id].map(encode) }
    if let id = stream.incident { return try desk.incidents[id].map(encode) }
    if let id = stream.shift { return try desk.shifts[id].map(encode) }
    if let id = stream.visit { return try desk.visits[id].map(encode) }
    if let id = stream.plan { return try desk.publishedPlans[id].map(encode) }
    return nil
  }

  /// Lets the desk take a thing as it was kept.
  static func adopt(
    _ stream: Stream, _ state: UnsafeRawBufferPointer, version: Int, by desk: inout Desk
  ) throws(PayloadError) {
    if stream == .policy {
      desk.adopt(published: try policies(state))
    } else if stream == .staff {
      desk.adopt(staff: try decode([StaffMember].self, state), version: version)
    } else if stream == .calendar {
      desk.adopt(announced: try decode([HolidayYear].self, state), version: version)
    } else if stream.round != nil {
      desk.adopt(try decode(Round.self, state))
    } else if stream == .duties {
      let kept = try decode(KeptDuties.self, state)
      desk.adopt(duties: kept.duties, listedAt: kept.listedAt, version: version)
    } else if let id = stream.duty {
      desk.adopt(try decode(DutyState.self, state), ofDuty: id)
    } else if stream.asset != nil {
      desk.adopt(try decode(AssetState.self, state))
    } else if stream.route != nil {
      desk.adopt(try decode(RouteState.self, state))
    } else if stream.incident != nil {
      desk.adopt(try decode(Incident.self, state))
    } else if stream.shift != nil {
      desk.adopt(try decode(Shift.self, state))
    } else if stream.visit != nil {
      desk.adopt(try decode(Visit.self, state))
    } else if stream.plan != nil {
      desk.adopt(try decode(PlanState.self, state))
    } else {
      throw PayloadError(reason: "\(stream.rawValue) is no thing of the desk")
    }
  }

  private static func policies(
    _ state: UnsafeRawBufferPointer
  ) throws(PayloadError) -> [(from: Date, policy: Policy)] {
    var policies: [(from: Date, policy: Policy)] = []
    for kept in try decode([KeptPolicy].self, state) {
      policies.append((kept.from, try Policy(stored: kept.text)))
    }
    return policies
  }
}

/// The office's own duties in `live`, and when those of them came onto the list that were not on it from the beginning.
private struct KeptDuties: Codable {
  var duties: [Duty]
  var listedAt: [String: Date]
}

/// A published policy in `live`: the file as it was published, and from when.
private struct KeptPolicy: Codable {
  var from: Date
  var text: String
}
