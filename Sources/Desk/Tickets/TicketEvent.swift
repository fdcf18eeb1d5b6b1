package import Foundation

/// What happened to one ticket. The two large cases are indirect: events are passed on often, and one reference is cheaper to copy than
/// ten strings.
package enum TicketEvent: Equatable, Sendable {
  indirect case reported(Reported)
  case reporterJoined(contact: String?, text: String)
  case merged(into: TicketID)
  /// A duplicate came in: its earlier start and its reporters, told or not, are this ticket's now, and how urgent it was. `at`: where its
  /// reporters stand among those of this one; nil for the end.
  case absorbed(TicketID, startedAt: Date, reporters: [Reporter], MergedUrgency, at: Int? = nil)
  /// One who reported it, by index, has a ticket of their own now.
  case split(reporter: Int, into: TicketID)
  /// It came back from the ticket it had been merged into, with its own reporters.
  case unmerged(from: TicketID, reporters: [Reporter])
  /// A merged ticket came back from this one, and took the reporters with these indices along.
  case released(TicketID, reporters: [Int])
  /// A complaint was opened about it; `ends`: nothing had begun, so that it is that complaint and no ticket of its own any more.
  case complained(TicketID, ends: Bool)
  case categorised(category: String, complexity: Complexity)
  /// `since`: from when the half hour runs that was lowered and is raised again; nil for one that begins.
  case urgencyChanged(Urgency, reason: String, since: Date? = nil)
  /// `by`: who graded it; nil in records that did not keep it.
  case graded(Grade, by: String? = nil)
  case assigned(staff: String)
  case accepted
  case declined(reason: String)
  /// The owner was told; `reporter` is the index of the one who was, nil for all of them.
  case feedbackGiven(text: String, reporter: Int?)
  case arrivedOnSite
  case workStarted
  case held(HoldReason, evidence: String)
  case resumed
  case ownerNotified(text: String)
  case completed(text: String)
  case closed(text: String)
  case reopened(reason: String)
  case cancelled(reason: String)
  case noted(text: String)
  case paper(PaperEvent)
  /// The ticket is held to another version of the promises from now on.
  case policyApplied(version: Int)
  /// An action was taken back; the work is again what it was before.
  indirect case corrected(undoes: UUID, restores: TicketWork)
  /// A clock came within `left` seconds of its due time.
  case warned(ClockID, left: Int, cycle: Int)
  /// A clock was missed, of the promise that ran from an instant; nil in records that did not keep it.
  case breached(ClockID, cycle: Int, since: Date? = nil)
  /// The ladder was climbed: whoever holds the post must see to it.
  indirect case escalated(Escalation)
  /// Somebody took notice of a missed clock; the ladder is climbed no further for it.
  case acknowledged
  /// A supervisor found that the promise was kept after all, at the event's instant; the breach stays on record. `missed`: when that was
  /// missed, nil in records that did not keep it.
  case breachRescinded(ClockID, cycle: Int, reason: String, missed: Date? = nil)
  /// That was a mistake: the breach stands as it did.
  case breachRestored(ClockID, cycle: Int, missed: Date)
}

/// How urgent a ticket was when it was merged into another.
package enum MergedUrgency: Equatable, Sendable {
  case ordinary
  case since(Date)
  /// An earlier program did not write it down.
  case unknown
}

/// The facts of a report, as recorded.
package struct Reported: Equatable, Codable, Sendable {
  package var kind: TicketKind
  package var place: Place
  package var category: String
  package var subject: String
  package var text: String
  package var urgency: Urgency
  package var complexity: Complexity
  package var channel: Channel
  package var contact: String?
  package var origin: PatrolOrigin?
  package var asset: String?
  package var source: LogNumber?
  /// The other system's due time, milliseconds since 1970 UTC; nil where there is none.
  package var due: Int64?
  /// The version of the promises in force when it came in.
  package var policy: Int
  /// Who answers for a complaint at first: whoever took it down (S032).
  package var inCharge: String?
  /// The ticket it was part of before, or the one a complaint is about.
  package var splitFrom: TicketID?
  /// Since when it is there to be taken on, where that is not since it was reported: it was part of another ticket until then.
  package var offeredAt: Date?

  /// Takes a report down, every word of it plain.
  package init(_ ticket: NewTicket, source: LogNumber? = nil, dueAt: Date? = nil, policy: Int = 0) {
    kind = ticket.kind
    place = ticket.place.maskingPhones
    category = ticket.category.plainLine
    subject = ticket.subject.plainLine.maskingPhones
    text = ticket.text.freeText
    urgency = ticket.urgency
    complexity = ticket.complexity
    channel = ticket.channel
    contact = ticket.contact
    origin = ticket.origin
    asset = ticket.asset?.plainLine
    self.source = source
    due = dueAt?.milliseconds
    self.policy = policy
  }
}
