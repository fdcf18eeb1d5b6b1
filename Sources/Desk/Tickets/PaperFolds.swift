import Foundation

extension TicketWork {
  /// Takes in what was agreed or vouched for.
  mutating func apply(_ event: PaperEvent, at instant: Date) {
    var papers = papers
    switch event {
    case .signed(let name): (papers.signedBy, papers.vouchedAt) = (name, instant)
    case .checkPassed(let name): (papers.checkedBy, papers.vouchedAt) = (name, instant)
    case .checkFailed:
      papers.failCheck(at: instant)
      (stage, completedAt) = (.working, nil)
      offer(at: instant)
    case .followedUp(let rating, _): (papers.rating, papers.vouchedAt) = (rating, instant)
    case .followUpUnreachable:
      papers.attempts += 1
      papers.vouchedAt = instant
    case .chargeQuoted(let amount, let what): papers.charge = Charge(amount: amount, what: what)
    case .chargeAccepted: papers.charge?.answer = .accepted
    case .chargeDeclined: papers.charge?.answer = .declined
    case .partOrdered(let what, let expected):
      papers.parts.append(PartOrder(what: what, orderedAt: instant, expected: expected))
    case .promised(let date, let text): papers.promise(date, text, at: instant)
    case .handedOff(let name): papers.inCharge = name
    case .causeNamed(let text): papers.cause = text
    case .amended(let amendment):
      papers.amendment = papers.amendment.then(amendment)
      if let caller = amendment.caller { correct(caller: caller.isEmpty ? nil : caller) }
    }
    self.papers = papers
  }

  /// Somebody else called first; nobody reports it twice.
  private mutating func correct(caller: String?) {
    guard caller == nil || !reporters.contains(where: { $0.contact == caller }) else { return }
    if !reporters.isEmpty { reporters[0].contact = caller }
  }

  /// Somebody came, work goes on or is done: what was promised for then is answered.
  mutating func answerPromise(at instant: Date) {
    guard !hasNoPapers, papers.promise != nil else { return }
    papers.endPromise(at: instant)
  }
}

extension TicketPapers {
  /// Promises another time: one that was told before the last had passed takes its place, later both count.
  fileprivate mutating func promise(_ date: Date, _ text: String, at instant: Date) {
    if let promise, instant > promise.at { endPromise(at: instant) }
    promise = OwnerPromise(at: date, text: text, madeAt: instant)
  }

  /// Who came before it was made had come by then.
  fileprivate mutating func endPromise(at instant: Date) {
    guard var ended = promise else { return }
    ended.endedAt = max(instant, ended.madeAt)
    pastPromises.append(ended)
    promise = nil
  }
}
