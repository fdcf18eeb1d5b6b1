package import Foundation

extension Desk {
  /// Puts a list in force; what is overdue by the one before comes first, so that none of it is lost.
  func publish(_ draft: [Duty], at instant: Date) throws(Refusal) -> [Fact] {
    let duties = draft.map { draft in
      var duty = draft.plain
      duty.id = ledger.states.kept(duty.id)
      return duty
    }
    guard !duties.isEmpty else { throw .duty(.none) }
    var seen: Set<String> = []
    for duty in duties {
      guard !duty.id.isEmpty, !duty.name.text.isEmpty else { throw .nameMissing }
      guard seen.insert(duty.id).inserted else { throw .duty(.twice(duty.id)) }
    }
    let crossed = ledger.crossings(upTo: instant, in: zone)
    var desk = self
    for fact in crossed { desk.evolve(fact.event, at: fact.occurredAt, version: 0) }
    for duty in duties where !desk.ledger.fits(duty) { throw .duty(.periodChanged(duty.id)) }
    return ledger.published == duties
      ? [] : crossed.oldestFirst + [Fact(.dutiesPublished(duties), at: instant)]
  }

  func decide(_ command: DutyCommand, on key: String, at instant: Date) throws(Refusal) -> [Fact] {
    if let asset = asset(ofContract: key) { throw .duty(.isContract(asset: asset)) }
    guard let duty = ledger.duties.first(where: { $0.id == key }) else { throw .duty(.unknown(key)) }
    let id = ledger.states.kept(duty.id)
    let crossed = ledger.crossings(upTo: instant, in: zone)
    switch command {
    case .discharge(let name, let proof, let figure):
      let span = try span(name, of: duty, at: instant, crossed) { $0.dischargedAt == nil }
      let proof = proof.freeText
      if let figure, figure > 100 { throw .duty(.figureTooHigh(duty: id, figure: figure)) }
      if let least = duty.least {
        guard let figure else { throw .duty(.figureMissing(duty: id, least: least)) }
        guard figure >= least else { throw .duty(.figureTooLow(duty: id, figure: figure, least: least)) }
      }
      guard !proof.isEmpty || figure != nil else { throw .textMissing }
      return crossed + [Fact(.duty(id, .discharged(span: span, proof: proof, figure: figure)), at: instant)]
    case .waive(let name, let reason):
      let span = try span(name, of: duty, at: instant, crossed) { !$0.isSettled }
      let reason = try required(reason, .reasonMissing)
      return crossed + [Fact(.duty(id, .waived(span: span, reason: reason)), at: instant)]
    }
  }

  /// The span that is meant, by name: the one asked for, else the oldest still owed, else the running one. What was waived may still be
  /// done: then both are on record.
  private func span(
    _ name: String?, of duty: Duty, at instant: Date, _ crossed: [Fact], isOpen: (DutySpan) -> Bool
  ) throws(Refusal) -> String {
    let running = ledger.running(duty, at: instant, in: zone)
    let state = ledger.states[duty.id]
    if let name {
      guard let index = duty.period.index(named: name), index <= running else {
        throw .duty(.spanUnknown(duty: duty.id, span: name))
      }
      return try open(index, of: duty, isOpen)
    }
    if let owed = state?.owed { return duty.period.name(owed.index) }
    for case .duty(duty.id, .overdue(let span)) in crossed.map(\.event) { return span }
    return try open(running, of: duty, isOpen)
  }

  /// The name of a span that takes what is to be recorded.
  private func open(_ index: Int, of duty: Duty, _ isOpen: (DutySpan) -> Bool) throws(Refusal) -> String {
    let name = duty.period.name(index)
    guard let span = ledger.states[duty.id]?.span(index), !isOpen(span) else { return name }
    throw .duty(
      span.dischargedAt == nil
        ? .alreadyWaived(duty: duty.id, span: name) : .alreadySettled(duty: duty.id, span: name))
  }

  /// The span a finding belongs to: the one that matters now.
  func span(ofFinding duty: String, at instant: Date) throws(Refusal) -> String {
    guard let row = ledger.rows(at: instant, in: zone).first(where: { $0.duty.id == duty }) else {
      throw .duty(.unknown(duty))
    }
    return row.spanName
  }
}

extension Desk {
  mutating func evolve(_ id: String, _ event: DutyEvent, at instant: Date, version: Int) {
    guard let duty = ledger.duties.first(where: { $0.id == id }) else { return }
    var state = ledger.states[id] ?? DutyState()
    state.version = version
    state.apply(event, duty.period, at: instant)
    ledger.states[id] = state
    ledger.settle(in: zone)
  }

  mutating func evolve(published duties: [Duty], at instant: Date, version: Int) {
    ledger.publish(duties, at: instant)
    ledger.version = version
    ledger.settle(in: zone)
  }

  /// Takes what became of a duty as it was folded elsewhere.
  package mutating func adopt(_ state: DutyState, ofDuty id: String) {
    ledger.states[id] = state
    ledger.settle(in: zone)
  }

  /// Takes the office's own list as it was folded elsewhere, with when duties came onto it.
  package mutating func adopt(duties: [Duty], listedAt: [String: Date], version: Int) {
    (ledger.published, ledger.listedAt, ledger.version) = (duties, listedAt, version)
    ledger.settle(in: zone)
  }

  /// Takes when the record began: from the span of that day on every duty is owed.
  package mutating func adopt(beganAt instant: Date?) {
    ledger.beganAt = instant
    ledger.settle(in: zone)
  }
}

extension DutyState {
  mutating func apply(_ event: DutyEvent, _ period: DutyPeriod, at instant: Date) {
    self.period = period
    switch event {
    case .discharged(let name, let proof, let figure):
      guard let span = period.index(named: name) else { return }
      change(span) { ($0.dischargedAt, $0.proof, $0.figure) = (instant, proof, figure) }
      close(span)
    case .overdue(let name):
      guard let span = period.index(named: name) else { return }
      change(span) { $0.isOverdue = true }
      close(span)
    case .waived(let name, let reason):
      guard let span = period.index(named: name) else { return }
      change(span) { ($0.waivedAt, $0.reason) = (instant, reason) }
      close(span)
    case .findingRaised(let name, let ticket):
      guard let span = period.index(named: name) else { return }
      change(span) { $0.tickets.append(ticket) }
    }
  }

  /// Spans before a settled one are on record already: whoever settles one records them first.
  private mutating func close(_ span: Int) { open = max(open ?? span + 1, span + 1) }
}
