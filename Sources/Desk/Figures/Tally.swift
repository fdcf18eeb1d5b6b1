package import Foundation

/// How many clocks of one kind were kept.
package struct ClockTally: Equatable, Sendable {
  package var met = 0
  /// Stopped late.
  package var missed = 0
  /// Late and running still.
  package var late = 0
  /// Neither kept nor missed yet, held ones too.
  package var running = 0
  /// Breaches that a supervisor took back, because the promise had been kept: among the kept, and shown apart.
  package var rescinded = 0

  package init(met: Int = 0, missed: Int = 0) { (self.met, self.missed) = (met, missed) }

  /// Those that are decided: what the rate is a share of.
  package var sample: Int { met + missed + late }
  /// The share that was kept, in tenths of a percent, rounded; 1000 only when all were. Nil without a sample.
  package var permille: Int? {
    sample == 0 ? nil : met == sample ? 1000 : min(999, (met * 2000 + sample) / (2 * sample))
  }
}

/// From the start of a cycle to one of its marks.
package enum Response: String, CaseIterable, Sendable {
  case accepted, onSite, feedback, completed
}

/// What a cycle's time was spent on, in its order.
package enum TimeSpent: String, CaseIterable, Sendable {
  /// Until somebody took it on.
  case taking
  /// From there until somebody stood on site.
  case travelling
  /// From there, or from when it was taken on where nobody came, to completion.
  case working
  /// While it was held, whichever step that was in: left out of the others.
  case waiting
  /// From completion to closing.
  case closing
}

/// Seconds that were measured.
package struct Samples: Equatable, Sendable {
  private var seconds: [Int32] = []

  package var count: Int { seconds.count }

  mutating func add(_ span: TimeInterval) { seconds.append(Int32(min(max(0, span), 2_000_000_000))) }

  /// What they come to on average; nil without any.
  package var mean: Int? {
    seconds.isEmpty ? nil : seconds.reduce(0) { $0 + Int($1) } / seconds.count
  }

  /// The smallest value that so many percent do not exceed (nearest rank), one for each; empty without samples.
  package func percentiles(_ percents: [Int]) -> [Int] {
    guard !seconds.isEmpty else { return [] }
    let sorted = seconds.sorted()
    return percents.map { Int(sorted[max(0, (sorted.count * $0 + 99) / 100 - 1)]) }
  }
}

/// What owners gave for work when they were asked, 1 to 5.
package struct Ratings: Equatable, Sendable {
  package private(set) var count = 0
  private var sum = 0
  /// The worst of them; nil without any.
  package private(set) var lowest: Int?

  mutating func add(_ rating: Int) {
    (count, sum) = (count + 1, sum + rating)
    lowest = min(lowest ?? rating, rating)
  }

  /// The average in tenths, rounded down; nil without any.
  package var tenths: Int? { count == 0 ? nil : sum * 10 / count }
}

/// What a set of tickets came to.
package struct Tally: Equatable, Sendable {
  package var reported = 0
  package var completed = 0
  package var open = 0
  package var reopened = 0
  package var leftOut = 0
  /// Steps that were taken back.
  package var undone = 0
  /// Seconds of waiting, and how many tickets waited.
  package var heldSeconds: TimeInterval = 0
  package var held = 0
  package var clocks: [ClockID: ClockTally] = [:]
  package var responses: [Response: Samples] = [:]
  package var steps: [TimeSpent: TimeInterval] = [:]
  package var ratings = Ratings()

  package init() {}

  /// Counts one ticket as it was known at an instant.
  package mutating func add(_ life: TicketLife, asOf instant: Date) {
    reported += 1
    undone += life.undone
    guard !life.isLeftOut else {
      leftOut += 1
      // Missed stays missed, however the ticket ends.
      for cycle in life.cycles { count(cycle.clocks.filter(\.isBreached), asOf: instant) }
      return
    }
    if life.doneAt != nil { completed += 1 } else { open += 1 }
    reopened += life.cycles.count - 1
    let waits = life.cycles.reduce(0) { $0 + $1.work.held(until: instant) }
    if waits > 0 { (held, heldSeconds) = (held + 1, heldSeconds + waits) }
    for cycle in life.cycles {
      count(cycle.clocks, asOf: instant)
      measure(cycle, until: instant)
      if let rating = cycle.work.papers.rating { ratings.add(rating) }
    }
    for crossing in life.ticket.crossings where crossing.left == nil && crossing.rescindedAt != nil {
      clocks[crossing.clock, default: ClockTally()].rescinded += 1
    }
  }

  /// Counts each promise of a cycle once, however many it was made to: broken when it was to one of them. Each time that was promised to
  /// the owner counts.
  private mutating func count(_ all: [Clock], asOf instant: Date) {
    var states: [ClockID: ClockState] = [:]
    for clock in all {
      let state = clock.state(at: instant)
      if clock.id == .promise {
        clocks[.promise, default: ClockTally()].count(state)
        continue
      }
      if states[clock.id].map({ $0.weight < state.weight }) ?? true { states[clock.id] = state }
    }
    for (id, state) in states { clocks[id, default: ClockTally()].count(state) }
  }

  /// All clocks together.
  package var promises: ClockTally { Tally.sum(clocks.values) }

  /// Some clocks together.
  package func promises(_ ids: ClockID...) -> ClockTally { Tally.sum(ids.compactMap { clocks[$0] }) }

  private static func sum(_ tallies: some Sequence<ClockTally>) -> ClockTally {
    tallies.reduce(into: ClockTally()) {
      $0.met += $1.met
      $0.missed += $1.missed
      $0.late += $1.late
      $0.running += $1.running
      $0.rescinded += $1.rescinded
    }
  }

  private mutating func measure(_ cycle: TicketLife.Cycle, until instant: Date) {
    let (work, marks) = (cycle.work, cycle.marks)
    let start = work.cycleStartedAt
    for (response, mark) in marks {
      responses[response, default: Samples()].add(mark.timeIntervalSince(start))
    }
    for wait in cycle.feedback { responses[.feedback, default: Samples()].add(wait) }
    let (accepted, arrived, completed) = (marks[.accepted], marks[.onSite], marks[.completed])
    for (step, from, to) in [
      (TimeSpent.taking, start, accepted), (.travelling, accepted, arrived),
      (.working, arrived ?? accepted, completed), (.closing, completed, work.closedAt),
    ] {
      guard let from, let to, from < to else { continue }
      let waits = work.held(until: instant, within: from..<to)
      steps[step, default: 0] += to.timeIntervalSince(from) - waits
    }
    steps[.waiting, default: 0] += work.held(until: instant)
  }
}

extension ClockTally {
  fileprivate mutating func count(_ state: ClockState) {
    switch state {
    case .met: met += 1
    case .missed: missed += 1
    case .late, .unanswered: late += 1
    case .ample, .soon, .critical, .held: running += 1
    case .void: break
    }
  }
}

extension ClockTally {
  /// Counts the promise to answer an incident; exactly on time is met, and missed stays missed. One that ended without an answer was kept by
  /// nobody, and missed only where its time was over.
  mutating func count(_ incident: Incident, at instant: Date) {
    if let answered = incident.respondedAt {
      if answered > incident.responseDue || incident.isBreached { missed += 1 } else { met += 1 }
    } else if incident.isBreached || min(instant, incident.closedAt ?? instant) > incident.responseDue {
      late += 1
    } else if incident.isOpen {
      running += 1
    }
  }
}

extension ClockState {
  /// Which of several states of one promise says how it stands: what is broken before what runs, before what was kept.
  fileprivate var weight: Int {
    switch self {
    case .void: 0
    case .met: 1
    case .ample, .soon, .critical, .held: 2
    case .missed: 3
    case .late, .unanswered: 4
    }
  }
}

extension TicketWork {
  /// Seconds of waiting in this cycle so far, those within a span where one is given.
  fileprivate func held(until instant: Date, within span: Range<Date>? = nil) -> TimeInterval {
    holds.reduce(0) { sum, hold in
      let from = max(hold.from, span?.lowerBound ?? hold.from)
      let to = min(hold.to ?? instant, span?.upperBound ?? .distantFuture)
      return sum + max(0, to.timeIntervalSince(from))
    }
  }
}
