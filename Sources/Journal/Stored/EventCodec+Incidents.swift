import Desk

/// Incidents, their plans, and shifts.
extension EventCodec {
  static func encode(_ event: IncidentEvent) -> StoredEvent {
    switch event {
    case .declared(let declared): StoredEvent(.incidentDeclared) { $0.put(declared: declared) }
    case .stepDone(let step, let name):
      StoredEvent(.incidentStepDone) {
        $0.put("step", step)
        $0.put("by", name)
      }
    case .stepSkipped(let step, let reason, let name):
      StoredEvent(.incidentStepSkipped) {
        $0.put("step", step)
        $0.put("reason", reason)
        $0.put("by", name)
      }
    case .stepTakenBack(let step): StoredEvent(.incidentStepTakenBack) { $0.put("step", step) }
    case .noticeSent(let text, let name): pair(.incidentNoticeSent, "text", text, "by", name)
    case .ticketLinked(let ticket, let isCause):
      pair(.incidentTicketLinked, "ticket", ticket.description, "as", isCause ? "cause" : "consequence")
    case .contained(let text, let name): pair(.incidentContained, "text", text, "by", name)
    case .reviewed(let text, let name): pair(.incidentReviewed, "text", text, "by", name)
    case .closed: StoredEvent(.incidentClosed)
    case .warned(let left): StoredEvent(.incidentWarned) { $0.put("left", left) }
    case .breached: StoredEvent(.incidentBreached)
    }
  }

  static func decode(
    incident name: StoredName, _ it: PayloadObject
  ) throws(PayloadError) -> IncidentEvent {
    switch name {
    case .incidentDeclared: return .declared(try it.declared())
    case .incidentStepDone: return .stepDone(try it.number("step"), by: try it.text("by"))
    case .incidentStepSkipped:
      return .stepSkipped(try it.number("step"), reason: try it.text("reason"), by: try it.text("by"))
    case .incidentStepTakenBack: return .stepTakenBack(try it.number("step"))
    case .incidentNoticeSent: return .noticeSent(text: try it.text("text"), by: try it.text("by"))
    case .incidentTicketLinked:
      return .ticketLinked(try it.ticket("ticket"), isCause: try it.text("as") == "cause")
    case .incidentContained: return .contained(text: try it.text("text"), by: try it.text("by"))
    case .incidentReviewed: return .reviewed(text: try it.text("text"), by: try it.text("by"))
    case .incidentClosed: return .closed
    case .incidentWarned: return .warned(left: try it.number("left"))
    case .incidentBreached: return .breached
    default: throw PayloadError(reason: "\(name.rawValue) happens to no incident")
    }
  }

  static func encode(_ event: ShiftEvent) -> StoredEvent {
    switch event {
    case .started(let staff): StoredEvent(.shiftStarted) { $0.put("on", staff) }
    case .staffed(let staff): StoredEvent(.shiftStaffed) { $0.put("on", staff) }
    case .itemNoted(let text, let isRed, let name):
      StoredEvent(.shiftItemNoted) {
        $0.put("text", text)
        $0.put("red", isRed ? 1 : 0)
        $0.put("by", name)
      }
    case .handoverDrafted(let items): StoredEvent(.shiftHandoverDrafted) { $0.put(items: items) }
    case .signedOut(let name): one(.shiftSignedOut, "by", name)
    case .itemAcknowledged(let item, let name):
      StoredEvent(.shiftItemAcknowledged) {
        $0.put("item", item)
        $0.put("by", name)
      }
    case .signedIn(let name): one(.shiftSignedIn, "by", name)
    }
  }

  static func decode(shift name: StoredName, _ it: PayloadObject) throws(PayloadError) -> ShiftEvent {
    switch name {
    case .shiftStarted: return .started(on: try it.texts("on"))
    case .shiftStaffed: return .staffed(on: try it.texts("on"))
    case .shiftItemNoted:
      return .itemNoted(text: try it.text("text"), isRed: try it.number("red") == 1, by: try it.text("by"))
    case .shiftHandoverDrafted: return .handoverDrafted(try it.items())
    case .shiftSignedOut: return .signedOut(by: try it.text("by"))
    case .shiftItemAcknowledged: return .itemAcknowledged(try it.number("item"), by: try it.text("by"))
    case .shiftSignedIn: return .signedIn(by: try it.text("by"))
    default: throw PayloadError(reason: "\(name.rawValue) happens to no shift")
    }
  }
}
