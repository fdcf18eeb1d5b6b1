package import Foundation

/// What the desk writes down when someone reports something.
package struct NewTicket: Equatable, Sendable {
  package var kind: TicketKind
  package var place: Place
  /// A category of the policy, or another system's own word.
  package var category: String
  /// One line; empty where the category says it all.
  package var subject: String
  package var text: String
  package var urgency: Urgency
  package var complexity: Complexity
  package var channel: Channel
  /// The reporter's key in the contact table; nil when nobody left a name or phone.
  package var contact: String?
  /// The checkpoint it was found at, nil for a report by a person.
  package var origin: PatrolOrigin?
  /// The duty it was found at, which keeps the link; nil for none.
  package var duty: String?
  /// The incident it came out of, which keeps the link; nil for none.
  package var incident: IncidentID?
  /// The equipment it is about, by its key; nil when none was named.
  package var asset: String?
  /// Whether it may go without a place, or without a subject and category: the caller has gone, and somebody will ask.
  package var mayLack = false

  package init(
    kind: TicketKind, place: Place, category: String = "", subject: String, text: String = "",
    urgency: Urgency = .ordinary, complexity: Complexity = .ordinary, channel: Channel = .phone,
    contact: String? = nil, origin: PatrolOrigin? = nil, asset: String? = nil
  ) {
    self.kind = kind
    self.place = place
    self.category = category
    self.subject = subject
    self.text = text
    self.urgency = urgency
    self.complexity = complexity
    self.channel = channel
    self.contact = contact
    self.origin = origin
    self.asset = asset
  }
}

/// The checkpoint of a round that a ticket came from.
package struct PatrolOrigin: Hashable, Codable, Sendable {
  package var round: RoundID
  package var point: String

  package init(round: RoundID, point: String) {
    self.round = round
    self.point = point
  }
}

/// One row of another system's log, read and in the desk's words.
package struct ImportedTicket: Equatable, Sendable {
  package var report: NewTicket
  package var source: LogNumber
  package var reportedAt: Date
  /// The log's own due time; nil where it gives none.
  package var dueAt: Date?
  /// Nil while open. May lie before `reportedAt` when the log says so: such a row is kept and counted as invalid.
  package var closedAt: Date?

  package init(
    report: NewTicket, source: LogNumber, reportedAt: Date, dueAt: Date? = nil, closedAt: Date? = nil
  ) {
    self.report = report
    self.source = source
    self.reportedAt = reportedAt
    self.dueAt = dueAt
    self.closedAt = closedAt
  }
}

/// The number a ticket had in the system it was imported from.
package struct LogNumber: Hashable, Codable, Sendable {
  /// The map's name for that system.
  package var log: String
  package var number: String

  package init(log: String, number: String) {
    self.log = log
    self.number = number
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
