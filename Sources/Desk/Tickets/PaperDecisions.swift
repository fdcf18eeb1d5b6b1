import Foundation

extension Ticket {
  /// Decides what is asked about an open ticket's papers.
  func decide(
    _ command: PaperCommand, _ desk: Desk, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Event] {
    switch command {
    case .sign: try sign()
    case .passCheck(let name): try pass(name ?? actor.name)
    case .failCheck(let name, let reason): try fail(name ?? actor.name, reason)
    case .followUp(let rating, let text): try followUp(rating, text, desk.policy(of: self).limits)
    case .reachNobody(let text): try reachNobody(text)
    case .quote(let amount, let what): try quote(amount, what)
    case .acceptCharge: try answerCharge(.chargeAccepted)
    case .declineCharge(let reason): try answerCharge(.chargeDeclined(reason: reason.freeText))
    case .orderPart(let what, let expected):
      [paper(.partOrdered(what: try required(what, .textMissing), expected: expected))]
    case .promise(let date, let text): try promise(date, text, at: instant)
    case .handOff(let name): try handOff(to: name, desk)
    case .nameCause(let text): try nameCause(text)
    case .amend(let amendment): try amend(amendment)
    }
  }

  /// Refuses to close what its kind does not let go yet: signature, check, follow-up.
  func checkFinished(_ limits: RuleLimits) throws(Refusal) {
    switch nextStep(limits) {
    case .complete: throw .notCompleted(id)
    case .sign: throw .life(id, .notSigned)
    case .check: throw .life(id, .notChecked)
    case .followUp:
      throw .life(id, .followUpOwed(attempts: work.papers.attempts, of: limits.followUps))
    case .close: break
    }
  }

  /// Refuses to go to work while the owner has not said whether they pay for it.
  func checkCharge() throws(Refusal) {
    guard let charge = work.papers.charge, charge.answer == .open else { return }
    throw .life(id, .chargeOpen(charge.amount))
  }

  /// Somebody by name, with their joining the staff when they are not on it.
  func joined(_ name: String, _ desk: Desk, then event: Event) -> [Event] {
    desk.staff.contains { $0.name == name } ? [event] : [.staffJoined(StaffMember(name: name)), event]
  }

  /// Why it came to this: asked of closed tickets too.
  func nameCause(_ text: String) throws(Refusal) -> [Event] {
    [paper(.causeNamed(text: try required(text, .textMissing)))]
  }

  private func paper(_ event: PaperEvent) -> Event { .ticket(id, .paper(event)) }

  private func sign() throws(Refusal) -> [Event] {
    guard rule.isChecked else { throw .life(id, .noSuchStep(.sign)) }
    guard stage == .completed else { throw .notCompleted(id) }
    guard work.papers.signedBy == nil else { throw .life(id, .alreadySigned) }
    guard let name = work.assignee else { throw .notAssigned(id) }
    return [paper(.signed(by: name))]
  }

  private func pass(_ name: String) throws(Refusal) -> [Event] {
    [paper(.checkPassed(by: try second(name)))]
  }

  private func fail(_ name: String, _ reason: String) throws(Refusal) -> [Event] {
    [paper(.checkFailed(by: try second(name), reason: try required(reason, .reasonMissing)))]
  }

  /// The name of whoever checks, when they may and it is time to.
  private func second(_ name: String) throws(Refusal) -> String {
    let name = name.plainLine
    guard rule.isChecked else { throw .life(id, .noSuchStep(.check)) }
    guard stage == .completed else { throw .notCompleted(id) }
    guard work.papers.signedBy != nil else { throw .life(id, .notSigned) }
    guard work.papers.checkedBy == nil else { throw .life(id, .alreadyChecked) }
    guard !name.isEmpty else { throw .nameMissing }
    guard maySecond(name) else { throw .life(id, .secondPersonNeeded(name)) }
    return name
  }

  private func checkFollowUp() throws(Refusal) {
    guard stage == .completed else { throw .notCompleted(id) }
    if rule.isChecked, work.papers.checkedBy == nil {
      throw .life(id, work.papers.signedBy == nil ? .notSigned : .notChecked)
    }
    guard work.papers.rating == nil else { throw .life(id, .alreadyFollowedUp) }
  }

  /// A low rating opens the ticket again at once (*design*).
  private func followUp(_ rating: Int, _ text: String, _ limits: RuleLimits) throws(Refusal) -> [Event] {
    try checkFollowUp()
    guard (1...5).contains(rating) else { throw .life(id, .ratingOutOfRange(rating)) }
    let text = text.freeText
    let rated = paper(.followedUp(rating: rating, text: text))
    return rating <= limits.lowRating ? [rated, .ticket(id, .reopened(reason: text))] : [rated]
  }

  private func reachNobody(_ text: String) throws(Refusal) -> [Event] {
    try checkFollowUp()
    return [paper(.followUpUnreachable(text: text.freeText))]
  }

  private func quote(_ amount: Int, _ what: String) throws(Refusal) -> [Event] {
    guard rule.mayCost else { throw .life(id, .neverCharged) }
    guard stage != .completed else { throw .alreadyCompleted(id) }
    guard amount > 0 else { throw .life(id, .amountMissing) }
    return [paper(.chargeQuoted(amount: amount, what: try required(what, .textMissing).plainLine))]
  }

  private func answerCharge(_ answer: PaperEvent) throws(Refusal) -> [Event] {
    guard work.papers.charge?.answer == .open else { throw .life(id, .nothingQuoted) }
    return [paper(answer)]
  }

  private func promise(_ date: Date, _ text: String, at instant: Date) throws(Refusal) -> [Event] {
    guard date > instant else { throw .life(id, .promisePassed(date)) }
    return [paper(.promised(at: date, text: text.freeText))]
  }

  /// What is as it was already is left out; a ticket keeps a place, and a subject or a category.
  private func amend(_ asked: Amendment) throws(Refusal) -> [Event] {
    var amendment = Amendment(
      place: asked.place?.maskingPhones, subject: asked.subject?.plainLine.maskingPhones,
      text: asked.text?.freeText, caller: asked.caller)
    if amendment.place?.text == place.text { amendment.place = nil }
    if amendment.subject == subject { amendment.subject = nil }
    if amendment.text == text { amendment.text = nil }
    if amendment.caller == work.reporters.first?.contact ?? "" { amendment.caller = nil }
    if let caller = amendment.caller, work.reporters.contains(where: { $0.contact == caller }) {
      throw .life(id, .alreadyReporter)
    }
    if amendment.place?.text.isEmpty == true { throw .placeMissing }
    if amendment.subject?.isEmpty == true, work.category.isEmpty { throw .subjectMissing }
    return amendment == Amendment() ? [] : [paper(.amended(amendment))]
  }

  private func handOff(to staff: String, _ desk: Desk) throws(Refusal) -> [Event] {
    guard rule.isGraded else { throw .notAComplaint(id) }
    let name = staff.plainLine
    guard !name.isEmpty else { throw .nameMissing }
    guard name != work.papers.inCharge else { throw .life(id, .alreadyInCharge(name)) }
    return joined(name, desk, then: paper(.handedOff(to: name)))
  }
}
