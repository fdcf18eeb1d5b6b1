/// The names of events on disk with the number of their shape; permanent, literal, never derived from Swift.
enum StoredName: String, CaseIterable {
  case ticketReported = "ticket.reported.1"
  case ticketReporterJoined = "ticket.reporterJoined.1"
  case ticketMerged = "ticket.merged.1"
  case ticketAbsorbed = "ticket.absorbed.1"
  case ticketCategorised = "ticket.categorised.1"
  case ticketUrgencyChanged = "ticket.urgencyChanged.1"
  case ticketGraded = "ticket.graded.1"
  case ticketAssigned = "ticket.assigned.1"
  case ticketAccepted = "ticket.accepted.1"
  case ticketDeclined = "ticket.declined.1"
  case ticketFeedbackGiven = "ticket.feedbackGiven.1"
  case ticketArrivedOnSite = "ticket.arrivedOnSite.1"
  case ticketWorkStarted = "ticket.workStarted.1"
  case ticketHeld = "ticket.held.1"
  case ticketResumed = "ticket.resumed.1"
  case ticketOwnerNotified = "ticket.ownerNotified.1"
  case ticketCompleted = "ticket.completed.1"
  case ticketClosed = "ticket.closed.1"
  case ticketReopened = "ticket.reopened.1"
  case ticketCancelled = "ticket.cancelled.1"
  case ticketNoted = "ticket.noted.1"
  case ticketCorrected = "ticket.corrected.1"
  case ticketPolicyApplied = "ticket.policyApplied.1"
  case ticketWarned = "ticket.warned.1"
  case ticketBreached = "ticket.breached.1"
  case ticketEscalated = "ticket.escalated.1"
  case ticketAcknowledged = "ticket.acknowledged.1"
  case ticketBreachRescinded = "ticket.breachRescinded.1"
  case routePublished = "patrol.routePublished.1"
  case roundStarted = "round.started.1"
  case roundCheckedIn = "round.checkedIn.1"
  case roundMissed = "round.missed.1"
  case roundFindingRaised = "round.findingRaised.1"
  case roundCompleted = "round.completed.1"
  case roundExpired = "round.expired.1"
  case staffJoined = "staff.joined.1"
  case staffLeft = "staff.left.1"
  case calendarPublished = "calendar.published.1"
  case policyPublished = "policy.published.1"
  case householdRegistered = "household.registered.1"
  case contactChanged = "household.contactChanged.1"
  case contactRevealed = "household.contactRevealed.1"
  case contactErased = "household.contactErased.1"
  case planPublished = "plan.published.1"
  case incidentDeclared = "incident.declared.1"
  case incidentStepDone = "incident.stepDone.1"
  case incidentStepSkipped = "incident.stepSkipped.1"
  case incidentNoticeSent = "incident.noticeSent.1"
  case incidentTicketLinked = "incident.ticketLinked.1"
  case incidentContained = "incident.contained.1"
  case incidentReviewed = "incident.reviewed.1"
  case incidentClosed = "incident.closed.1"
  case incidentWarned = "incident.warned.1"
  case incidentBreached = "incident.breached.1"
  case shiftStarted = "shift.started.1"
  case shiftStaffed = "shift.staffed.1"
  case shiftItemNoted = "shift.itemNoted.1"
  case shiftHandoverDrafted = "shift.handoverDrafted.1"
  case shiftSignedOut = "shift.signedOut.1"
  case shiftItemAcknowledged = "shift.itemAcknowledged.1"
  case shiftSignedIn = "shift.signedIn.1"
  case assetRegistered = "asset.registered.1"
  case assetChanged = "asset.changed.1"
  case assetServiced = "asset.serviced.1"
  case assetRetired = "asset.retired.1"
  case storeRestored = "store.restored.1"

  /// Raised with every name or shape that is added; a store that may hold later ones says so in `meta`.
  static let vocabulary = 6

  private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Finds a name as it is stored; nil for one of a later program.
  init?(stored text: String) {
    guard let name = Self.byText[text] else { return nil }
    self = name
  }

  /// The number at the end of the name.
  var schema: Int { 1 }
}
