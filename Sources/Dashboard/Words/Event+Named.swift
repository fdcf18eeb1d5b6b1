package import Desk

extension Event {
  /// What happened, after the name of the thing it happened to: `R-12 派工给 老王`.
  package func named(_ language: Language) -> String {
    switch self {
    case .shift(let id, _): "\(id.words(language)) \(words(language))"
    case .duty(let id, _): "\(id.plainLine) \(words(language))"
    case .ticket, .round, .incident, .visit: "\(stream.rawValue) \(words(language))"
    case .route, .staffJoined, .staffLeft, .calendarPublished, .policyPublished, .planPublished, .household,
      .asset, .dutiesPublished,
      .storeRestored:
      words(language)
    }
  }

  /// The same with routes and checkpoints by their names instead of their keys: `A线 水泵房 漏检`.
  package func named(_ language: Language, on desk: Desk) -> String {
    if case .incident(let id, let event) = self, let incident = desk.incidents[id] {
      return "\(id) \(event.words(of: incident)(language))"
    }
    if case .duty(let id, _) = self, let duty = desk.duty(id) {
      return "\(duty.words(language)) \(words(language))"
    }
    if case .household(let place, let event) = self, let whose = event.contact.flatMap(desk.bearer(of:)) {
      return "\(whose) \(event.words(of: place)(language))"
    }
    if case .ticket(let id, .escalated(let escalation)) = self {
      let wait = desk.wait(before: escalation, of: id)
      return "\(id) \(escalation.words(to: escalation.recipients(on: desk), after: wait)(language))"
    }
    if case .ticket(let id, .paper(let event)) = self {
      let dates = DateWords(zone: desk.zone)
      return "\(id) \(event.words { Words(both: "\(dates.day($0)(language)) \(dates.time($0))") }(language))"
    }
    guard case .round(let id, let event) = self, let route = desk.routes[id.route]?.route else {
      return named(language)
    }
    if case .planned = event { return event.words(language) }
    if case .started = event { return event.words(language) }
    return "\(route.name.plainLine) \(event.naming(route).words(language))"
  }
}

extension RoundEvent {
  /// Itself with its checkpoint by name.
  fileprivate func naming(_ route: Route) -> RoundEvent {
    naming { key in route.points.first { $0.id == key }?.name ?? key }
  }

  /// Itself with the name of its checkpoint beside the key.
  package func besideKeys(_ route: Route) -> RoundEvent {
    naming { key in
      let name = route.points.first { $0.id == key }?.name.plainLine ?? key
      return name == key ? key : "\(key) \(name)"
    }
  }

  private func naming(_ name: (String) -> String) -> RoundEvent {
    switch self {
    case .checkedIn(let point, let guardName, let result, let note, let method):
      return .checkedIn(
        point: name(point), guardName: guardName, result: result, note: note, method: method)
    case .checkInTakenBack(let point): return .checkInTakenBack(point: name(point))
    case .missed(let point): return .missed(point: name(point))
    case .findingRaised(let point, let ticket): return .findingRaised(point: name(point), ticket: ticket)
    case .missExcused(let point, let reason): return .missExcused(point: name(point), reason: reason)
    case .planned, .assigned, .started, .completed, .expired: return self
    }
  }
}

extension HouseholdEvent {
  /// Whose phone was shown, or whose data were erased; nil for anything else, and for everybody of a place.
  package var contact: String? {
    switch self {
    case .contactRevealed(let contact, _): contact
    case .contactErased(let contact, _): contact
    case .registered, .contactChanged: nil
    }
  }
}

extension Desk {
  /// The visit or the open ticket that somebody came with.
  fileprivate func bearer(of contact: String) -> String? {
    visits.first { $0.value.arrival.contact == contact }?.key.description
      ?? tickets.values.filter { $0.work.reporters.contains { $0.contact == contact } }.map(\.id).min()?
      .description
  }
}
