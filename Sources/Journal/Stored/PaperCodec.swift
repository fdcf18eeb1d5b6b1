import Desk
import Foundation

// A ticket's papers and what happens to them. The keys are permanent; what is not there is not written.

extension EventCodec {
  static func encode(_ event: PaperEvent) -> StoredEvent {
    switch event {
    case .signed(let name): one(.ticketCompletionSigned, "by", name)
    case .checkPassed(let name): one(.ticketCheckPassed, "by", name)
    case .checkFailed(let name, let reason): pair(.ticketCheckFailed, "by", name, "reason", reason)
    case .followedUp(let rating, let text):
      StoredEvent(.ticketFollowedUp) {
        $0.put("rating", rating)
        $0.put("text", text)
      }
    case .followUpUnreachable(let text): one(.ticketFollowUpUnreachable, "text", text)
    case .chargeQuoted(let amount, let what):
      StoredEvent(.ticketChargeQuoted) {
        $0.put("amount", amount)
        $0.put("what", what)
      }
    case .chargeAccepted: StoredEvent(.ticketChargeAccepted)
    case .chargeDeclined(let reason): one(.ticketChargeDeclined, "reason", reason)
    case .partOrdered(let what, let expected):
      StoredEvent(.ticketPartOrdered) {
        $0.put("what", what)
        $0.put("expected", expected)
      }
    case .promised(let date, let text):
      StoredEvent(.ticketPromised) {
        $0.put("at", date)
        $0.put("text", text)
      }
    case .handedOff(let name): one(.ticketHandedOff, "to", name)
    case .causeNamed(let text): one(.ticketCauseNamed, "text", text)
    case .amended(let amendment): StoredEvent(.ticketAmended) { $0.put(amendment: amendment) }
    }
  }

  static func decode(paper name: StoredName, _ it: PayloadObject) throws(PayloadError) -> PaperEvent {
    switch name {
    case .ticketCompletionSigned: return .signed(by: try it.text("by"))
    case .ticketCheckPassed: return .checkPassed(by: try it.text("by"))
    case .ticketCheckFailed: return .checkFailed(by: try it.text("by"), reason: try it.text("reason"))
    case .ticketFollowedUp: return .followedUp(rating: try it.number("rating"), text: try it.text("text"))
    case .ticketFollowUpUnreachable: return .followUpUnreachable(text: try it.text("text"))
    case .ticketChargeQuoted:
      return .chargeQuoted(amount: try it.number("amount"), what: try it.text("what"))
    case .ticketChargeAccepted: return .chargeAccepted
    case .ticketChargeDeclined: return .chargeDeclined(reason: try it.text("reason"))
    case .ticketPartOrdered:
      return .partOrdered(what: try it.text("what"), expected: try it.dateOrNil("expected"))
    case .ticketPromised: return .promised(at: try it.date("at"), text: try it.text("text"))
    case .ticketHandedOff: return .handedOff(to: try it.text("to"))
    case .ticketCauseNamed: return .causeNamed(text: try it.text("text"))
    case .ticketAmended: return .amended(try it.amendment())
    default: throw PayloadError(reason: "\(name.rawValue) happens to no ticket")
    }
  }
}

extension PayloadWriter {
  mutating func put(papers: TicketPapers) {
    put("inCharge", papers.inCharge)
    put("gradedBy", papers.gradedBy)
    put("cause", papers.cause)
    put("signedBy", papers.signedBy)
    put("checkedBy", papers.checkedBy)
    put(counted: "failedChecks", papers.failedChecks)
    put(counted: "rating", papers.rating ?? 0)
    put(counted: "attempts", papers.attempts)
    put("vouchedAt", papers.vouchedAt)
    if let charge = papers.charge {
      put("amount", charge.amount)
      put("chargedFor", charge.what)
      put("charge", charge.answer.rawValue)
    }
    if !papers.parts.isEmpty {
      put("parts", objects: papers.parts) { writer, part in
        writer.put("what", part.what)
        writer.put("orderedAt", part.orderedAt)
        writer.put("expected", part.expected)
      }
    }
    if let promise = papers.promise {
      put("promisedAt", promise.at)
      put("promise", promise.text)
      put("promiseMadeAt", promise.madeAt == promise.at ? nil : promise.madeAt)
    }
    if !papers.pastPromises.isEmpty {
      put("pastPromises", objects: papers.pastPromises) { writer, promise in
        writer.put("at", promise.at)
        writer.put("text", promise.text)
        writer.put("madeAt", promise.madeAt)
        writer.put("endedAt", promise.endedAt)
      }
    }
    put("urgentBefore", papers.urgentBefore)
    put(counted: "ties", papers.ties)
    if let mergers = papers.mergers { put("mergers") { $0.put(mergers: mergers) } }
    put(amendment: papers.amendment)
  }

  private mutating func put(mergers: Mergers) {
    put("startedAt", mergers.startedAt)
    put("urgentSince", mergers.urgentSince)
    if !mergers.reporters.isEmpty { put(reporters: mergers.reporters) }
    put("others", objects: mergers.others) { writer, other in
      writer.put("ticket", other.ticket.description)
      writer.put("urgentSince", other.urgentSince)
      if !other.reporters.isEmpty { writer.put(reporters: other.reporters) }
    }
  }

  mutating func put(amendment: Amendment) {
    put("amendedPlace", amendment.place?.text)
    put("amendedSubject", amendment.subject)
    put("amendedText", amendment.text)
    put("amendedCaller", amendment.caller)
  }

  private mutating func put(counted key: StaticString, _ count: Int) {
    if count > 0 { put(key, count) }
  }
}

extension PayloadObject {
  func papers() throws(PayloadError) -> TicketPapers {
    var papers = TicketPapers()
    papers.inCharge = try textOrNil("inCharge")
    papers.gradedBy = try textOrNil("gradedBy")
    papers.cause = try textOrNil("cause")
    papers.signedBy = try textOrNil("signedBy")
    papers.checkedBy = try textOrNil("checkedBy")
    papers.failedChecks = try counted("failedChecks") ?? 0
    papers.rating = try counted("rating")
    papers.attempts = try counted("attempts") ?? 0
    papers.vouchedAt = try dateOrNil("vouchedAt")
    papers.charge = try charge()
    for part in try objects("parts") {
      papers.parts.append(
        PartOrder(
          what: try part.text("what"), orderedAt: try part.date("orderedAt"),
          expected: try part.dateOrNil("expected")))
    }
    if let date = try dateOrNil("promisedAt") {
      papers.promise = OwnerPromise(
        at: date, text: try text("promise"), madeAt: try dateOrNil("promiseMadeAt") ?? date)
    }
    for it in try objects("pastPromises") {
      papers.pastPromises.append(
        OwnerPromise(
          at: try it.date("at"), text: try it.text("text"), madeAt: try it.date("madeAt"),
          endedAt: try it.dateOrNil("endedAt")))
    }
    papers.urgentBefore = try dateOrNil("urgentBefore")
    papers.ties = try counted("ties") ?? 0
    if self["mergers"] != nil { papers.mergers = try object("mergers").mergers() }
    papers.amendment = try amendment()
    return papers
  }

  private func mergers() throws(PayloadError) -> Mergers {
    var mergers = Mergers(startedAt: try date("startedAt"), urgentSince: try dateOrNil("urgentSince"))
    mergers.reporters = try reporters()
    for it in try objects("others") {
      mergers.others.append(
        Mergers.Other(
          ticket: try it.ticket("ticket"), urgentSince: try it.dateOrNil("urgentSince"),
          reporters: try it.reporters()))
    }
    return mergers
  }

  func amendment() throws(PayloadError) -> Amendment {
    Amendment(
      place: try textOrNil("amendedPlace").map(Place.init(stored:)),
      subject: try textOrNil("amendedSubject"), text: try textOrNil("amendedText"),
      caller: try textOrNil("amendedCaller"))
  }

  private func charge() throws(PayloadError) -> Charge? {
    guard let amount = try counted("amount") else { return nil }
    var charge = Charge(amount: amount, what: try text("chargedFor"))
    charge.answer = try word("charge")
    return charge
  }

  private func counted(_ key: StaticString) throws(PayloadError) -> Int? {
    try numberOrNil(key).map { Int($0) }
  }

  /// Indices of reporters.
  func indices(_ key: StaticString) throws(PayloadError) -> [Int] {
    var indices: [Int] = []
    for value in try array(key) {
      guard case .number(let index) = value else { throw PayloadError(reason: "\(key) holds no numbers") }
      indices.append(Int(index))
    }
    return indices
  }
}
