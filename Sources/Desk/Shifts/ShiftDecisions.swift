package import Foundation

extension Desk {
  /// The shift that is on or being handed over; nil when none is.
  package var openShift: Shift? { shifts.values.first(where: \.isOpen) }

  func start(_ name: ShiftName, on staff: [String], at instant: Date) throws(Refusal) -> [Fact] {
    if let open = openShift { throw .shift(.stillOn(open.id)) }
    return try begin(name, on: staff, at: instant)
  }

  private func begin(_ name: ShiftName, on staff: [String], at instant: Date) throws(Refusal) -> [Fact] {
    let id = ShiftID(name, at: instant, in: zone)
    let on = try names(staff)
    let latest = shifts.values.filter { $0.id.name == name }.map(\.id.day).max() ?? 0
    guard latest < id.day else { throw .shift(.alreadyWorked(ShiftID(day: latest, name: name))) }
    return joining(on, at: instant) + [Fact(.shift(id, .started(on: on)), at: instant)]
  }

  /// Who is on, one at least, each with a name that can be read out.
  private func names(_ staff: [String]) throws(Refusal) -> [String] {
    let on = staff.plainNames
    guard !on.isEmpty else { throw .shift(.nobodyOn) }
    for name in on { try name.isWritten() }
    return on
  }

  /// Those who are on and not on the staff yet join it.
  private func joining(_ on: [String], at instant: Date) -> [Fact] {
    on.filter { name in !staff.contains { $0.name == name } }
      .map { Fact(.staffJoined(StaffMember(name: $0)), at: instant) }
  }

  /// Decides one command on a shift. What is handed over is what the record says: crossings that were due before come first, so that
  /// nothing is left out where no desk was open to record them.
  func decide(
    _ id: ShiftID, _ command: ShiftCommand, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Fact] {
    guard let shift = shifts[id] else { throw .shift(.unknown(id)) }
    guard shift.isOpen else { throw .shift(.handedOver(id)) }
    let earliest = shift.signedOut?.at ?? shift.startedAt
    guard instant >= earliest else { throw .shift(.beforeStart(id, earliest)) }
    try actor.name.isWritten()
    switch command {
    case .staff(let on): return try restaff(shift, names(on), at: instant)
    case .note(let text, let isRed):
      try shift.isStillOn()
      let text = try required(text, .textMissing)
      return [shift.fact(.itemNoted(text: text, isRed: isRed, by: actor.name), at: instant)]
    case .draft:
      try shift.isStillOn()
      let (crossed, desk) = passed(by: instant)
      return crossed + [shift.fact(.handoverDrafted(desk.handoverItems(at: instant)), at: instant)]
    case .signOut:
      try shift.isStillOn()
      let (crossed, desk) = passed(by: instant)
      return crossed + (try desk.draft(for: shift, at: instant))
        + [shift.fact(.signedOut(by: actor.name), at: instant)]
    case .acknowledge(let item): return [try shift.acknowledge(item, at: instant, by: actor.name)]
    case .signIn(let next, let on):
      let signed = try shift.signIn(at: instant, by: actor.name)
      guard let next else { return [signed] }
      return [signed] + (try begin(next, on: on.isEmpty ? [actor.name] : on, at: instant))
    }
  }

  /// Signing out hands over what is true then, and nothing else than what was read: without a draft it is drafted with the signature,
  /// and a draft that is not true any more has to be read anew.
  private func draft(for shift: Shift, at instant: Date) throws(Refusal) -> [Fact] {
    let items = handoverItems(at: instant)
    guard let read = shift.drafted else { return [shift.fact(.handoverDrafted(items), at: instant)] }
    let changes = items.changes(since: read)
    guard changes == 0 else { throw .shift(.changedSinceRead(shift.id, things: changes)) }
    return []
  }

  /// How many things are not as the draft of a shift says any more; 0 where there is none.
  package func changesToHandOver(since shift: Shift, at instant: Date) -> Int {
    guard let read = shift.drafted else { return 0 }
    return passed(by: instant).desk.handoverItems(at: instant).changes(since: read)
  }

  private func restaff(_ shift: Shift, _ on: [String], at instant: Date) throws(Refusal) -> [Fact] {
    guard on != shift.staff else { return [] }
    return joining(on, at: instant) + [shift.fact(.staffed(on: on), at: instant)]
  }

  mutating func evolve(_ id: ShiftID, _ event: ShiftEvent, at instant: Date, version: Int) {
    guard case .started(let staff) = event else {
      shifts[id]?.apply(event, at: instant, version: version)
      return
    }
    if let old = outgoingShift(starting: id) { shifts[old] = nil }
    shifts[id] = Shift(id, on: staff, at: instant)
  }

  /// The shift of the same name that makes room when one starts: the latest of each name stays in sight.
  func outgoingShift(starting id: ShiftID) -> ShiftID? { shifts.keys.first { $0.name == id.name } }
}

extension Shift {
  fileprivate func fact(_ event: ShiftEvent, at instant: Date) -> Fact {
    Fact(.shift(id, event), at: instant)
  }

  fileprivate func isStillOn() throws(Refusal) {
    guard signedOut == nil else { throw .shift(.signedOut(id)) }
  }

  fileprivate func acknowledge(_ item: Int, at instant: Date, by name: String) throws(Refusal) -> Fact {
    guard let out = signedOut else { throw .shift(.notSignedOut(id)) }
    guard items.indices.contains(item) else {
      throw .shift(.itemUnknown(id, item: item + 1, items: items.count))
    }
    guard out.by != name else { throw .shift(.sameHands(id, name: name)) }
    guard acknowledged[item] == nil else { throw .shift(.itemSeen(id, item: item + 1)) }
    return fact(.itemAcknowledged(item, by: name), at: instant)
  }

  fileprivate func signIn(at instant: Date, by name: String) throws(Refusal) -> Fact {
    guard let out = signedOut else { throw .shift(.notSignedOut(id)) }
    guard out.by != name else { throw .shift(.sameHands(id, name: name)) }
    guard unseen.isEmpty else { throw .shift(.itemsUnseen(id, items: unseen.map { $0 + 1 })) }
    return fact(.signedIn(by: name), at: instant)
  }
}

extension [HandoverItem] {
  /// How many things they speak of otherwise than those before did, or only one of the two speaks of.
  fileprivate func changes(since before: [HandoverItem]) -> Int {
    let changed = filter { !before.contains($0) } + before.filter { !contains($0) }
    return Set(changed.map { $0.thing.isEmpty ? $0.kind.rawValue : $0.thing }).count
  }
}

extension String {
  fileprivate func isWritten() throws(Refusal) {
    guard isName else { throw .shift(.notAName(self)) }
  }
}

extension [String] {
  /// Names as one plain line each, none twice and none empty.
  fileprivate var plainNames: [String] {
    var names: [String] = []
    for name in map(\.plainLine) where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }
}
