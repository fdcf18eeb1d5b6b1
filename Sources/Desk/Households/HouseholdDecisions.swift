import Foundation

extension Desk {
  /// Decides what is asked about the people of a place. Who they are stays outside: the clerk brings how many events the place has.
  func decide(
    _ command: HouseholdCommand, of place: Place, contact: Contact?, at instant: Date, by actor: Actor
  ) throws(Refusal) -> [Fact] {
    // Who called before the place was known can be rung and erased like anybody.
    guard !place.text.isEmpty || command.isAboutOne else { throw .placeMissing }
    switch command {
    case .keep(let id):
      guard let contact, !(contact.name + contact.phone).isEmpty else { throw .nameMissing }
      let isNew = (households[place] ?? 0) == 0
      return (isNew ? [HouseholdEvent.registered] : []).facts(place, instant)
        + [.contactChanged(contact: id)].facts(place, instant)
    case .reveal(let id, let reason):
      let posts = policy.limits.reveal
      guard posts.isEmpty || role(of: actor.name).map(posts.contains) == true else {
        throw .postNeeded(actor.name, posts: StaffRole.allCases.filter(posts.contains))
      }
      return [.contactRevealed(contact: id, reason: try required(reason, .reasonMissing))].facts(
        place, instant)
    case .erase(let id, let reason):
      return [.contactErased(contact: id, reason: try required(reason, .reasonMissing))].facts(place, instant)
    }
  }

  /// Takes how many events a place has, before something about it is decided; nil lets go of it.
  package mutating func adopt(household place: Place, version: Int?) { households[place] = version }
}

extension HouseholdCommand {
  /// Whether it is about somebody on record, and not about whoever is at the place.
  fileprivate var isAboutOne: Bool {
    switch self {
    case .reveal, .erase(.some, _): true
    case .keep, .erase(nil, _): false
    }
  }
}

extension [HouseholdEvent] {
  fileprivate func facts(_ place: Place, _ instant: Date) -> [Fact] {
    map { Fact(.household(place, $0), at: instant) }
  }
}
