package import Foundation

/// A piece of equipment the office looks after (S055).
package struct Asset: Hashable, Codable, Sendable {
  /// What people call it by, such as `L3`; the key.
  package var id: String
  package var kind: AssetKind
  package var name: String
  package var place: Place
  package var installed: CivilDate?
  /// When the maintenance contract ends (S045).
  package var contractEnd: CivilDate?
  /// Years it is meant to last; nil when nobody said.
  package var lifeYears: Int?
  /// Months between services; nil when it is not serviced by plan.
  package var serviceMonths: Int?

  package init(
    id: String, kind: AssetKind, name: String, place: Place, installed: CivilDate? = nil,
    contractEnd: CivilDate? = nil, lifeYears: Int? = nil, serviceMonths: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.place = place
    self.installed = installed
    self.contractEnd = contractEnd
    self.lifeYears = lifeYears
    self.serviceMonths = serviceMonths
  }

  /// Itself with every word as one plain line.
  var plain: Asset {
    var plain = self
    (plain.id, plain.name) = (id.plainKey, name.plainLine)
    return plain
  }
}

/// The classes of common equipment (S056), and the rest.
package enum AssetKind: String, CaseIterable, Codable, Sendable {
  case water, drain, power, light, fire, lift, lowVoltage, lightning, other
}

/// What happened to a piece of equipment.
package enum AssetEvent: Equatable, Sendable {
  case registered(Asset)
  case changed(Asset)
  /// It was looked after by plan (S050).
  case serviced(text: String)
  case retired(reason: String)
}

/// What can be asked about a piece of equipment.
package enum AssetCommand: Equatable, Sendable {
  /// Adds it, or changes what is known of it.
  case keep(Asset)
  case service(text: String)
  case retire(reason: String)
}

/// A piece of equipment with its history.
package struct AssetState: Equatable, Codable, Sendable {
  package internal(set) var asset: Asset
  package internal(set) var version: Int
  package internal(set) var retiredAt: Date?
  /// When it was serviced, latest last; the last fifty.
  package internal(set) var services: [Date] = []
  /// The tickets that named it, latest last; the last hundred.
  package internal(set) var faults: [AssetFault] = []
  /// How many tickets ever named it.
  package internal(set) var faultCount = 0
}

/// A ticket that named a piece of equipment.
package struct AssetFault: Equatable, Codable, Sendable {
  package var ticket: TicketID
  package var at: Date
}
