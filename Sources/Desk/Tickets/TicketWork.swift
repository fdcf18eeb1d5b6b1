package import Foundation

/// The part of a ticket that people change, and that undoing puts back as a whole.
package struct TicketWork: Equatable, Codable, Sendable {
  /// The version of the event that brought the work here; undoing brings back the one before.
  package var version: Int
  package var category: String
  package var complexity: Complexity
  package var urgency: Urgency
  package var grade: Grade
  package var stage: TicketStage
  package var assignee: String?
  /// When the urgent clock started: the report, or the change to urgent; nil while ordinary.
  package var urgentSince: Date?
  /// Since when it is there to be taken on, where that is not the start of the cycle: the last assignment, refusal or change of urgency.
  package var offeredAt: Date?
  package var acceptedAt: Date?
  /// When whoever it was given to came or began, without having taken it on first; nil where they did not.
  package var begunAt: Date?
  package var arrivedAt: Date?
  /// When somebody came again in this cycle, after the visit before was over.
  package var returnedAt: Date?
  /// When the last visit was over, because work waits or another has it; nil while it lasts.
  package var leftAt: Date?
  package var completedAt: Date?
  package var closedAt: Date?
  /// When the owner was first told in this cycle that parts are awaited.
  package var ownerNotifiedAt: Date?
  /// Half-open spans of waiting in this cycle, oldest first; only the last may still be open.
  package var holds: [Hold]
  /// Everyone who reported it, first reporter first; never empty.
  package var reporters: [Reporter]
  /// Counts from 1; reopening begins the next.
  package var cycle: Int
  /// Where this cycle's clocks start.
  package var cycleStartedAt: Date
  package var mergedInto: TicketID?
  /// The stage it goes back to when it comes out of that one; nil while it is not merged.
  package var stageBefore: TicketStage?
  var kept = KeptPapers.none

  /// Begins as registered, in the first cycle.
  package init(_ report: Reported, at instant: Date) {
    version = 1
    category = report.category
    complexity = report.complexity
    urgency = report.urgency
    grade = .ordinary
    stage = .registered
    urgentSince = report.urgency == .urgent ? instant : nil
    holds = []
    reporters = [Reporter(contact: report.contact, joinedAt: instant)]
    cycle = 1
    cycleStartedAt = instant
    offeredAt = report.offeredAt
    if let name = report.inCharge { papers.inCharge = name }
  }

  /// Whether somebody has it in hand: they said so, came or began, or are there.
  var isTaken: Bool {
    acceptedAt != nil || begunAt != nil || assignee != nil && arrivedAt != nil && leftAt == nil
  }

  /// The visit that answers a promise made at an instant: the first since then; nil while nobody came.
  ///
  /// *Decision: who came before an emergency was told of does not answer its half hour, which starts at the change. Nothing on record says
  /// that they are still there, and the work may be over: whoever is there is said to have arrived once more.*
  func visit(since start: Date) -> Date? {
    [arrivedAt, returnedAt].compactMap(\.self).filter { $0 >= start }.min()
  }

  /// When something happened that may have stopped a clock.
  var stops: Set<Date> {
    Set(
      [arrivedAt, returnedAt, completedAt, closedAt].compactMap(\.self) + reporters.compactMap(\.toldAt)
        + holds.map(\.from))
  }

  /// Whether they are only known to have been there because the work was done: since when may still be said.
  var isArrivalUnsaid: Bool { arrivedAt != nil && arrivedAt == completedAt }

  /// The hold that is open now.
  package var openHold: Hold? { holds.last.flatMap { $0.to == nil ? $0 : nil } }

  /// When the last reporter of this cycle was told; nil while somebody is still owed feedback.
  package var everyoneToldAt: Date? {
    var latest: Date?
    for reporter in reporters {
      guard let told = reporter.toldAt else { return nil }
      latest = max(latest ?? told, told)
    }
    return latest
  }
}

/// A span `[from, to)` in which work waited.
package struct Hold: Equatable, Codable, Sendable {
  package var reason: HoldReason
  package var evidence: String
  /// Never before the wait before it ended.
  package var from: Date
  /// Nil while the ticket is still held.
  package var to: Date?
  /// The stage to go back to.
  package var stage: TicketStage

  package init(reason: HoldReason, evidence: String, from: Date, stage: TicketStage) {
    self.reason = reason
    self.evidence = evidence
    self.from = from
    self.stage = stage
  }
}

/// One who reported, and when they were told what is being done.
package struct Reporter: Equatable, Codable, Sendable {
  /// The key in the contact table; nil when they left neither name nor phone.
  package var contact: String?
  package var joinedAt: Date
  package var toldAt: Date?
  /// What one who joined said, their own place first where it is another; nil for whoever reported it first.
  package var said: String?

  package init(contact: String?, joinedAt: Date, toldAt: Date? = nil, said: String? = nil) {
    self.contact = contact
    self.joinedAt = joinedAt
    self.toldAt = toldAt
    self.said = said
  }
}
