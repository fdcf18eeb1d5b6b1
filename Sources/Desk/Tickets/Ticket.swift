package import Foundation

/// One request or complaint, from the call to its end.
package struct Ticket: Equatable, Codable, Sendable {
  package let id: TicketID
  /// How many events it has; the last event's version.
  package private(set) var version: Int
  package let reportedAt: Date
  private let reportedPlace: Place
  private let reportedSubject: String
  private let reportedText: String
  package let channel: Channel
  package let origin: PatrolOrigin?
  package let asset: String?
  package let source: LogNumber?
  /// The other system's due time, nil for the desk's own tickets.
  package let logDueAt: Date?
  package var work: TicketWork
  /// The version of the promises it is held to.
  package private(set) var policyVersion: Int
  /// Thresholds already recorded, each once a cycle.
  package private(set) var crossings: [Crossing]
  /// Whom it was passed up to, oldest first.
  package private(set) var escalations: [Escalation]
  /// When a step was last taken back before which somebody had it in hand, or had it later: whoever has it since has the time from then.
  package private(set) var givenBackAt: Date?
  /// From a step that stopped something to when it was taken back, in that order: what time did meanwhile was not seen.
  package private(set) var undoneStops: [Range<Date>]
  /// Since when it is held to these promises and has its grade: nobody was to be told for them before that. Nil while both are its first.
  package private(set) var ruledAt: Date?
  /// When it was last held to other promises: what those give was not missed before that. Nil while it is held to its first.
  package private(set) var policyAppliedAt: Date?
  /// The closings that did not last, oldest first.
  package private(set) var reopenings: [Reopening]
  /// How many times it was noted.
  package private(set) var notes: Int

  /// Begins with its report.
  package init(_ id: TicketID, _ report: Reported, at instant: Date) {
    self.id = id
    version = 1
    reportedAt = instant
    reportedPlace = report.place
    reportedSubject = report.subject
    reportedText = report.text
    channel = report.channel
    origin = report.origin
    asset = report.asset
    source = report.source
    logDueAt = report.due.map(Date.init(milliseconds:))
    work = TicketWork(report, at: instant)
    policyVersion = report.policy
    crossings = []
    escalations = []
    undoneStops = []
    reopenings = []
    notes = 0
  }

  /// Takes up a ticket where it was left: its beginning, and what its later events made of it.
  package init(
    _ beginning: Ticket, version: Int, policy: Int, work: TicketWork, crossings: [Crossing],
    escalations: [Escalation], givenBackAt: Date?, ruledAt: Date?, policyAppliedAt: Date?,
    undoneStops: [Range<Date>], reopenings: [Reopening], notes: Int
  ) {
    self = beginning
    self.version = version
    policyVersion = policy
    self.work = work
    self.crossings = crossings
    self.escalations = escalations
    self.givenBackAt = givenBackAt
    self.ruledAt = ruledAt
    self.policyAppliedAt = policyAppliedAt
    self.undoneStops = undoneStops
    self.reopenings = reopenings
    self.notes = notes
  }

  package var kind: TicketKind { id.kind }
  package var place: Place { amendment?.place ?? reportedPlace }
  package var subject: String { amendment?.subject ?? reportedSubject }
  package var text: String { amendment?.text ?? reportedText }
  private var amendment: Amendment? { work.hasNoPapers ? nil : work.amendment }
  /// Whether neither subject nor category says what it is about.
  package var lacksMatter: Bool { subject.isEmpty && work.category.isEmpty }
  /// Where it is and what it is about, as the report said.
  package var reported: (place: Place, subject: String, text: String) {
    (reportedPlace, reportedSubject, reportedText)
  }
  package var stage: TicketStage { work.stage }
  package var isEnded: Bool { work.stage.isEnded }

  /// Takes in what happened; total, because what is recorded has happened.
  package mutating func apply(_ event: TicketEvent, at instant: Date, version: Int) {
    self.version = version
    switch event {
    case .reported, .complained(_, ends: false): break
    case .noted: notes += 1
    case .policyApplied(let policy): (policyVersion, ruledAt, policyAppliedAt) = (policy, instant, instant)
    case .escalated(let escalation): escalations.append(escalation)
    case .acknowledged: hear(at: instant)
    case .breachRescinded(let clock, let cycle, _, let missed):
      // The first that this may have kept: whoever asked later has one of their own.
      let index = crossings.firstIndex {
        $0.clock == clock && $0.left == nil && $0.cycle == cycle && $0.rescindedAt == nil
          && (missed == nil ? $0.at >= instant : $0.at == missed)
      }
      if let index { crossings[index].rescindedAt = instant }
    case .breachRestored(let clock, let cycle, let missed):
      let index = crossings.lastIndex {
        $0.clock == clock && $0.left == nil && $0.cycle == cycle && $0.rescindedAt != nil && $0.at == missed
      }
      if let index { crossings[index].rescindedAt = nil }
    case .warned(let clock, let left, let cycle):
      crossings.append(Crossing(clock: clock, left: left, cycle: cycle, at: instant))
    case .breached(let clock, let cycle, let since):
      crossings.append(Crossing(clock: clock, left: nil, cycle: cycle, at: instant, since: since))
    case .reopened:
      if let closed = work.closedAt {
        reopenings.append(Reopening(closedAt: closed, reopenedAt: instant))
      }
      // An undone reopening may have left crossings of its cycle behind: the number is not used again.
      work.reopen(at: instant, cycle: max(work.cycle, crossings.map(\.cycle).max() ?? 1) + 1)
      work.version = version
    case .corrected(_, let restored): restore(restored, at: instant)
    default:
      // Nobody was to be told of an emergency while it was none.
      if case .urgencyChanged(_, _, since: .some) = event { ruledAt = instant }
      if case .graded = event { ruledAt = instant }
      work.apply(event, at: instant)
      work.version = version
    }
  }

  /// Somebody takes notice of what was missed by then and is on record.
  private mutating func hear(at instant: Date) {
    for index in crossings.indices where crossings[index].left == nil && crossings[index].at <= instant {
      crossings[index].heardAt = crossings[index].heardAt ?? instant
    }
  }

  /// Puts back the work as it was before a step.
  private mutating func restore(_ restored: TicketWork, at instant: Date) {
    if restored.cycle < work.cycle, restored.closedAt != nil, !reopenings.isEmpty {
      reopenings.removeLast()
    }
    let waited = waitsSince
    if let stop = work.stops.subtracting(restored.stops).min(), stop < instant {
      undoneStops.append(stop..<instant)
    }
    work = restored
    // What was passed up before stands as it did.
    if let waits = waitsSince, waits < waited ?? .distantFuture, unacceptedEscalation == nil {
      givenBackAt = max(waits, instant)
    }
  }
}

/// A closing that did not last.
package struct Reopening: Equatable, Codable, Sendable {
  package var closedAt: Date
  package var reopenedAt: Date

  package init(closedAt: Date, reopenedAt: Date) {
    self.closedAt = closedAt
    self.reopenedAt = reopenedAt
  }
}
