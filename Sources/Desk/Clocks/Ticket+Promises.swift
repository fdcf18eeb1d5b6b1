package import Foundation

// A time that was promised to the owner is a clock like the others, but for its source: a person promised it, and no policy.

extension Ticket {
  /// The times promised to the owner in this cycle as clocks, oldest first, what stands last; none on a ticket merged into another. They
  /// govern no row: what the office promised everybody does.
  package var promiseClocks: [Clock] {
    var clocks: [Clock] = []
    eachPromise { clocks.append($0) }
    return clocks
  }

  /// The time that stands promised; nil where none does, or where it was kept as a supervisor found.
  package var standingPromise: (promise: OwnerPromise, clock: Clock)? {
    guard !work.hasNoPapers, work.stage != .merged, let promise = work.papers.promise else { return nil }
    let clock = clock(of: promise)
    return clock.isOpen ? (promise, clock) : nil
  }

  /// Every clock of this cycle, those of the policy and the times promised to the owner.
  package func everyClock(_ policy: Policy) -> [Clock] { clocks(policy) + promiseClocks }

  /// The times promised to the owner that passed before anybody came, oldest first, those that stand too.
  package func brokenPromises(at now: Date) -> [OwnerPromise] {
    guard !work.hasNoPapers else { return [] }
    let papers = work.papers
    return (papers.pastPromises + (papers.promise.map { [$0] } ?? [])).filter {
      clock(of: $0).state(at: now).isBroken
    }
  }

  /// Visits the times promised to the owner; this runs once for every event.
  func eachPromise(_ visit: (Clock) -> Void) {
    guard work.stage != .merged else { return }
    var promises: [OwnerPromise] = []
    if !work.hasNoPapers {
      let papers = work.papers
      promises = papers.pastPromises + (papers.promise.map { [$0] } ?? [])
      for promise in promises { visit(clock(of: promise)) }
    }
    // One that was taken back after it was broken stays missed.
    for crossing in crossings where isStanding(crossing, of: .promise) {
      if !promises.contains(where: { $0.madeAt == crossing.since }) {
        visit(voided(.promise, crossing.at, until: crossing.at, isAnswered: false))
      }
    }
  }

  /// A time promised to the owner goes by the limits of half an hour, and no wait puts it off.
  private func clock(of promise: OwnerPromise) -> Clock {
    let kept = keptAt(.promise, from: promise.madeAt) { $0.since == promise.madeAt }
    let answer = answer(promise.endedAt, orKept: kept)
    let stop = answer ?? work.closedAt
    let breach = crossings.last { isStanding($0, of: .promise) && $0.since == promise.madeAt }?.at
    let limits = Policy.onSite
    return Clock(
      id: .promise, startedAt: promise.madeAt, due: promise.at, stoppedAt: stop, heldSince: nil, held: 0,
      breachedAt: breach, soon: limits.soon, critical: limits.critical,
      ignored: breach.flatMap { heardAt(.promise, missed: $0) } == nil ? limits.ignored : .infinity,
      warns: [], unknownYear: nil, isVoid: isVoid(answer: answer, stop: stop),
      isPast: promise.endedAt != nil)
  }
}

extension ClockID {
  /// Whether a policy says how long it runs: not of what another system's log or a person promised.
  var isOfPolicy: Bool { self != .logDue && self != .promise }
}
