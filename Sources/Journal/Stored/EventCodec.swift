import Desk
import Foundation

/// An event as it lies in the record: its name and its JSON.
struct StoredEvent {
  var name: StoredName
  var payload: [UInt8]

  init(_ name: StoredName, _ body: (inout PayloadWriter) -> Void = { _ in }) {
    self.name = name
    var writer = PayloadWriter()
    body(&writer)
    payload = writer.finished()
  }
}

/// Turns events into what is stored and back. What an event happened to is its stream and is not repeated in the payload.
enum EventCodec {
  static func encode(_ event: Event) -> StoredEvent {
    switch event {
    case .ticket(_, let event): encode(event)
    case .route(let route): StoredEvent(.routePublished) { $0.put(route: route) }
    case .round(_, let event): encode(event)
    case .staffJoined(let member):
      StoredEvent(.staffJoined) {
        $0.put("name", member.name)
        $0.put("skills", member.skills)
        $0.put("role", member.role?.rawValue)
      }
    case .staffLeft(let name): StoredEvent(.staffLeft) { $0.put("name", name) }
    case .calendarPublished(let year): StoredEvent(.calendarPublished) { $0.put(year: year) }
    case .policyPublished(let policy): StoredEvent(.policyPublished) { $0.put("text", policy.json5) }
    case .household(_, let event): encode(event)
    case .planPublished(let plan): StoredEvent(.planPublished) { $0.put(plan: plan) }
    case .incident(_, let event): encode(event)
    case .shift(_, let event): encode(event)
    case .visit(_, .arrived(let arrival)): StoredEvent(.visitArrived) { $0.put(arrival: arrival) }
    case .visit(_, .left): StoredEvent(.visitLeft)
    case .visit(_, .takenBack): StoredEvent(.visitTakenBack)
    case .asset(_, let event): encode(event)
    case .dutiesPublished(let duties): StoredEvent(.dutiesPublished) { $0.put(duties: duties) }
    case .duty(_, let event): encode(event)
    case .storeRestored(let position): StoredEvent(.storeRestored) { $0.put("position", position) }
    }
  }

  private static func encode(_ event: TicketEvent) -> StoredEvent {
    switch event {
    case .reported(let report): StoredEvent(.ticketReported) { $0.put(report: report) }
    case .merged(let other): StoredEvent(.ticketMerged) { $0.put("into", other.description) }
    case .absorbed(let other, let start, let reporters, let urgency, let index):
      absorbed(other, start, reporters, urgency, at: index)
    case .split(let reporter, let other):
      StoredEvent(.ticketSplit) {
        $0.put("reporter", reporter)
        $0.put("into", other.description)
      }
    case .unmerged(let other, let reporters):
      StoredEvent(.ticketUnmerged) {
        $0.put("from", other.description)
        $0.put(reporters: reporters)
      }
    case .released(let other, let reporters):
      StoredEvent(.ticketReleased) {
        $0.put("ticket", other.description)
        $0.put("reporters", reporters)
      }
    case .complained(let complaint, let ends):
      StoredEvent(.ticketComplained) {
        $0.put("complaint", complaint.description)
        $0.put("ends", ends ? 1 : 0)
      }
    case .paper(let event): encode(event)
    case .corrected(let command, let work):
      StoredEvent(.ticketCorrected) {
        $0.put("undoes", command.uuidString)
        $0.put("restores") { $0.put(work: work) }
      }
    case .warned(let clock, let left, let cycle):
      StoredEvent(.ticketWarned) {
        $0.put("clock", clock.rawValue)
        $0.put("left", left)
        $0.put("cycle", cycle)
      }
    case .breached(let clock, let cycle, let since):
      StoredEvent(.ticketBreached) {
        $0.put("clock", clock.rawValue)
        $0.put("cycle", cycle)
        $0.put("since", since)
      }
    case .escalated(let escalation): StoredEvent(.ticketEscalated) { $0.put(escalation: escalation) }
    case .acknowledged: StoredEvent(.ticketAcknowledged)
    case .breachRescinded(let clock, let cycle, let reason, let missed):
      StoredEvent(.ticketBreachRescinded) {
        $0.put("clock", clock.rawValue)
        $0.put("cycle", cycle)
        $0.put("reason", reason)
        $0.put("missed", missed)
      }
    case .breachRestored(let clock, let cycle, let missed):
      StoredEvent(.ticketBreachRestored) {
        $0.put("clock", clock.rawValue)
        $0.put("cycle", cycle)
        $0.put("missed", missed)
      }
    default: encode(work: event)
    }
  }

  /// The first shape says nothing of what was not urgent: whoever reads it cannot tell whether that was kept.
  private static func absorbed(
    _ other: TicketID, _ start: Date, _ reporters: [Reporter], _ urgency: MergedUrgency, at index: Int?
  ) -> StoredEvent {
    StoredEvent(urgency == .ordinary ? .ticketAbsorbedOrdinary : .ticketAbsorbed) {
      $0.put("ticket", other.description)
      $0.put("startedAt", start)
      $0.put(reporters: reporters)
      if case .since(let urgent) = urgency { $0.put("urgentSince", urgent) }
      if let index { $0.put("at", index) }
    }
  }

  /// What people did: a word or a text or two.
  private static func encode(work event: TicketEvent) -> StoredEvent {
    switch event {
    case .reporterJoined(let contact, let text): pair(.ticketReporterJoined, "contact", contact, "text", text)
    case .categorised(let category, let complexity):
      pair(.ticketCategorised, "category", category, "complexity", complexity.rawValue)
    case .urgencyChanged(let urgency, let reason, let since):
      StoredEvent(.ticketUrgencyChanged) {
        $0.put("urgency", urgency.rawValue)
        $0.put("reason", reason)
        $0.put("since", since)
      }
    case .graded(let grade, let name):
      StoredEvent(.ticketGraded) {
        $0.put("grade", grade.rawValue)
        $0.put("by", name)
      }
    case .assigned(let staff): one(.ticketAssigned, "staff", staff)
    case .accepted: StoredEvent(.ticketAccepted)
    case .declined(let reason): one(.ticketDeclined, "reason", reason)
    case .feedbackGiven(let text, let reporter):
      StoredEvent(.ticketFeedbackGiven) {
        $0.put("text", text)
        if let reporter { $0.put("reporter", reporter) }
      }
    case .arrivedOnSite: StoredEvent(.ticketArrivedOnSite)
    case .workStarted: StoredEvent(.ticketWorkStarted)
    case .held(let reason, let evidence): pair(.ticketHeld, "reason", reason.rawValue, "evidence", evidence)
    case .resumed: StoredEvent(.ticketResumed)
    case .ownerNotified(let text): one(.ticketOwnerNotified, "text", text)
    case .completed(let text): one(.ticketCompleted, "text", text)
    case .closed(let text): one(.ticketClosed, "text", text)
    case .reopened(let reason): one(.ticketReopened, "reason", reason)
    case .cancelled(let reason): one(.ticketCancelled, "reason", reason)
    case .policyApplied(let version): StoredEvent(.ticketPolicyApplied) { $0.put("policy", version) }
    case .noted(let text): one(.ticketNoted, "text", text)
    case .reported, .merged, .absorbed, .split, .unmerged, .released, .complained, .paper, .corrected,
      .warned, .breached,
      .escalated, .acknowledged, .breachRescinded, .breachRestored:
      encode(event)
    }
  }

  private static func encode(_ event: RoundEvent) -> StoredEvent {
    switch event {
    case .planned(let route, let name, let start):
      StoredEvent(.roundPlanned) {
        $0.put("route") { $0.put(route: route) }
        $0.put("guard", name)
        $0.put("start", start)
      }
    case .assigned(let name): one(.roundAssigned, "guard", name)
    case .missExcused(let point, let reason): pair(.roundMissExcused, "point", point, "reason", reason)
    case .started(let route, let name):
      StoredEvent(.roundStarted) {
        $0.put("route") { $0.put(route: route) }
        $0.put("guard", name)
      }
    case .checkedIn(let point, let name, let result, let note, let method):
      StoredEvent(.roundCheckedIn) {
        $0.put("point", point)
        $0.put("guard", name)
        $0.put("result", result.rawValue)
        $0.put("note", note)
        $0.put("method", method)
      }
    case .checkInTakenBack(let point): one(.roundCheckInTakenBack, "point", point)
    case .missed(let point): one(.roundMissed, "point", point)
    case .findingRaised(let point, let ticket):
      pair(.roundFindingRaised, "point", point, "ticket", ticket.description)
    case .completed: StoredEvent(.roundCompleted)
    case .expired: StoredEvent(.roundExpired)
    }
  }

  private static func encode(_ event: AssetEvent) -> StoredEvent {
    switch event {
    case .registered(let asset): StoredEvent(.assetRegistered) { $0.put(asset: asset) }
    case .changed(let asset): StoredEvent(.assetChanged) { $0.put(asset: asset) }
    case .serviced(let text): one(.assetServiced, "text", text)
    case .retired(let reason): one(.assetRetired, "reason", reason)
    }
  }

  private static func encode(_ event: HouseholdEvent) -> StoredEvent {
    switch event {
    case .registered: StoredEvent(.householdRegistered)
    case .contactChanged(let id): one(.contactChanged, "contact", id)
    case .contactRevealed(let id, let reason): pair(.contactRevealed, "contact", id, "reason", reason)
    case .contactErased(let id, let reason): pair(.contactErased, "contact", id, "reason", reason)
    }
  }

  static func one(_ name: StoredName, _ key: StaticString, _ value: String) -> StoredEvent {
    StoredEvent(name) { $0.put(key, value) }
  }

  static func pair(
    _ name: StoredName, _ key: StaticString, _ value: String?, _ other: StaticString, _ second: String
  ) -> StoredEvent {
    StoredEvent(name) {
      $0.put(key, value)
      $0.put(other, second)
    }
  }
}
