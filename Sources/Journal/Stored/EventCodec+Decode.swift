import Desk
import struct Desk.Stream
import Foundation

extension EventCodec {
  /// Reads an event back. A later shape of a name gets its own case here, and the earlier one its upcast.
  static func decode(
    _ name: StoredName, stream: String, payload: UnsafeRawBufferPointer
  ) throws(PayloadError) -> Event {
    let object = try PayloadObject(json: payload)
    switch name {
    case .routePublished: return .route(try object.route())
    case .staffJoined:
      return .staffJoined(try object.staffMember())
    case .staffLeft: return .staffLeft(name: try object.text("name"))
    case .calendarPublished: return .calendarPublished(try object.year())
    case .policyPublished: return .policyPublished(try Policy(stored: try object.text("text")))
    case .storeRestored: return .storeRestored(position: try object.number("position"))
    case .householdRegistered, .contactChanged, .contactRevealed, .contactErased:
      guard let place = Stream(rawValue: stream).household else {
        throw PayloadError(reason: "\(stream) is no household")
      }
      return .household(place, try decode(household: name, object))
    case .planPublished: return .planPublished(try object.plan())
    case .incidentDeclared, .incidentStepDone, .incidentStepSkipped, .incidentStepTakenBack,
      .incidentNoticeSent,
      .incidentTicketLinked, .incidentContained, .incidentReviewed, .incidentClosed, .incidentWarned,
      .incidentBreached:
      guard let id = IncidentID(stream) else { throw PayloadError(reason: "\(stream) is no incident") }
      return .incident(id, try decode(incident: name, object))
    case .shiftStarted, .shiftStaffed, .shiftItemNoted, .shiftHandoverDrafted, .shiftSignedOut,
      .shiftItemAcknowledged, .shiftSignedIn:
      guard let id = ShiftID(stream) else { throw PayloadError(reason: "\(stream) is no shift") }
      return .shift(id, try decode(shift: name, object))
    case .visitArrived, .visitLeft, .visitTakenBack:
      guard let id = VisitID(stream) else { throw PayloadError(reason: "\(stream) is no visit") }
      if name == .visitArrived { return .visit(id, .arrived(try object.arrival())) }
      return .visit(id, name == .visitLeft ? .left : .takenBack)
    case .dutiesPublished: return .dutiesPublished(try object.duties())
    case .dutyDischarged, .dutyOverdue, .dutyWaived, .dutyFindingRaised:
      guard let id = Stream(rawValue: stream).duty else { throw PayloadError(reason: "\(stream) is no duty") }
      return .duty(id, try decode(duty: name, object))
    case .assetRegistered, .assetChanged, .assetServiced, .assetRetired:
      guard let id = Stream(rawValue: stream).asset else {
        throw PayloadError(reason: "\(stream) is no equipment")
      }
      return .asset(id, try decode(asset: name, id, object))
    case .roundPlanned, .roundAssigned, .roundMissExcused, .roundStarted, .roundCheckedIn,
      .roundCheckInTakenBack, .roundMissed, .roundFindingRaised, .roundCompleted, .roundExpired:
      guard let id = RoundID(stream) else { throw PayloadError(reason: "\(stream) is no round") }
      return .round(id, try decode(round: name, object))
    default:
      guard let id = TicketID(stored: stream) else { throw PayloadError(reason: "\(stream) is no ticket") }
      return .ticket(id, try decode(ticket: name, object))
    }
  }

  private static func decode(ticket name: StoredName, _ it: PayloadObject) throws(PayloadError) -> TicketEvent
  {
    switch name {
    case .ticketReported: return .reported(try it.report())
    case .ticketMerged: return .merged(into: try it.ticket("into"))
    case .ticketAbsorbed, .ticketAbsorbedOrdinary:
      let unsaid = name == .ticketAbsorbed ? MergedUrgency.unknown : .ordinary
      return .absorbed(
        try it.ticket("ticket"), startedAt: try it.date("startedAt"), reporters: try it.reporters(),
        try it.dateOrNil("urgentSince").map(MergedUrgency.since) ?? unsaid,
        at: try it.numberOrNil("at").map { Int($0) })
    case .ticketSplit: return .split(reporter: try it.number("reporter"), into: try it.ticket("into"))
    case .ticketUnmerged: return .unmerged(from: try it.ticket("from"), reporters: try it.reporters())
    case .ticketReleased:
      return .released(try it.ticket("ticket"), reporters: try it.indices("reporters"))
    case .ticketComplained:
      return .complained(try it.ticket("complaint"), ends: try it.number("ends") == 1)
    case .ticketCorrected:
      guard let command = UUID(uuidString: try it.text("undoes")) else {
        throw PayloadError(reason: "undoes is no identifier")
      }
      return .corrected(undoes: command, restores: try it.object("restores").work())
    case .ticketWarned:
      return .warned(try it.word("clock"), left: try it.number("left"), cycle: try it.number("cycle"))
    case .ticketBreached:
      return .breached(
        try it.word("clock"), cycle: try it.number("cycle"), since: try it.dateOrNil("since"))
    case .ticketEscalated: return .escalated(try it.escalation())
    case .ticketAcknowledged: return .acknowledged
    case .ticketBreachRescinded:
      return .breachRescinded(
        try it.word("clock"), cycle: try it.number("cycle"), reason: try it.text("reason"),
        missed: try it.dateOrNil("missed"))
    case .ticketBreachRestored:
      return .breachRestored(
        try it.word("clock"), cycle: try it.number("cycle"), missed: try it.date("missed"))
    default: return try decode(work: name, it)
    }
  }

  private static func decode(work name: StoredName, _ it: PayloadObject) throws(PayloadError) -> TicketEvent {
    switch name {
    case .ticketReporterJoined:
      return .reporterJoined(contact: try it.textOrNil("contact"), text: try it.text("text"))
    case .ticketCategorised:
      return .categorised(category: try it.text("category"), complexity: try it.word("complexity"))
    case .ticketUrgencyChanged:
      return .urgencyChanged(
        try it.word("urgency"), reason: try it.text("reason"), since: try it.dateOrNil("since"))
    case .ticketGraded: return .graded(try it.word("grade"), by: try it.textOrNil("by"))
    case .ticketAssigned: return .assigned(staff: try it.text("staff"))
    case .ticketAccepted: return .accepted
    case .ticketDeclined: return .declined(reason: try it.text("reason"))
    case .ticketFeedbackGiven:
      return .feedbackGiven(
        text: try it.text("text"), reporter: try it.numberOrNil("reporter").map { Int($0) })
    case .ticketArrivedOnSite: return .arrivedOnSite
    case .ticketWorkStarted: return .workStarted
    case .ticketHeld: return .held(try it.word("reason"), evidence: try it.text("evidence"))
    case .ticketResumed: return .resumed
    case .ticketOwnerNotified: return .ownerNotified(text: try it.text("text"))
    case .ticketCompleted: return .completed(text: try it.text("text"))
    case .ticketClosed: return .closed(text: try it.text("text"))
    case .ticketReopened: return .reopened(reason: try it.text("reason"))
    case .ticketCancelled: return .cancelled(reason: try it.text("reason"))
    case .ticketPolicyApplied: return .policyApplied(version: try it.number("policy"))
    case .ticketNoted: return .noted(text: try it.text("text"))
    default: return .paper(try decode(paper: name, it))
    }
  }

  private static func decode(
    asset name: StoredName, _ id: String, _ it: PayloadObject
  ) throws(PayloadError) -> AssetEvent {
    switch name {
    case .assetServiced: .serviced(text: try it.text("text"))
    case .assetRetired: .retired(reason: try it.text("reason"))
    case .assetChanged: .changed(try it.asset(id))
    default: .registered(try it.asset(id))
    }
  }

  private static func decode(
    household name: StoredName, _ it: PayloadObject
  ) throws(PayloadError) -> HouseholdEvent {
    switch name {
    case .contactChanged: .contactChanged(contact: try it.text("contact"))
    case .contactRevealed:
      .contactRevealed(contact: try it.text("contact"), reason: try it.text("reason"))
    case .contactErased:
      .contactErased(contact: try it.textOrNil("contact"), reason: try it.text("reason"))
    default: .registered
    }
  }

  private static func decode(round name: StoredName, _ it: PayloadObject) throws(PayloadError) -> RoundEvent {
    switch name {
    case .roundPlanned:
      return .planned(
        route: try it.object("route").route(), guardName: try it.text("guard"), start: try it.date("start"))
    case .roundAssigned: return .assigned(guardName: try it.text("guard"))
    case .roundMissExcused:
      return .missExcused(point: try it.text("point"), reason: try it.text("reason"))
    case .roundStarted:
      return .started(route: try it.object("route").route(), guardName: try it.text("guard"))
    case .roundCheckedIn:
      return .checkedIn(
        point: try it.text("point"), guardName: try it.text("guard"), result: try it.word("result"),
        note: try it.text("note"), method: try it.text("method"))
    case .roundCheckInTakenBack: return .checkInTakenBack(point: try it.text("point"))
    case .roundMissed: return .missed(point: try it.text("point"))
    case .roundFindingRaised:
      return .findingRaised(point: try it.text("point"), ticket: try it.ticket("ticket"))
    case .roundCompleted: return .completed
    case .roundExpired: return .expired
    default: throw PayloadError(reason: "\(name.rawValue) happens to no round")
    }
  }
}

extension TicketID {
  /// Reads a ticket's stream name exactly as it is stored, `R-1042`; ten times as fast as reading what people type.
  init?(stored text: String) {
    var text = text
    let parsed: (TicketKind, Int)? = text.withUTF8 { bytes in
      guard bytes.count > 2, bytes.count < 18, bytes[1] == UInt8(ascii: "-"),
        let kind = TicketKind(stored: bytes[0])
      else { return nil }
      var number = 0
      for byte in bytes[2...] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      return number > 0 ? (kind, number) : nil
    }
    guard let (kind, number) = parsed else { return nil }
    self.init(kind, number)
  }
}

extension TicketKind {
  fileprivate init?(stored letter: UInt8) {
    switch letter {
    case UInt8(ascii: "R"): self = .repair
    case UInt8(ascii: "C"): self = .complaint
    case UInt8(ascii: "Q"): self = .enquiry
    case UInt8(ascii: "H"): self = .help
    case UInt8(ascii: "G"): self = .suggestion
    default: return nil
    }
  }
}
