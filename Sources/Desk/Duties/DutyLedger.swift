package import Foundation

/// Every recurring duty and what became of it.
package struct DutyLedger: Equatable, Sendable {
  /// The office's own list; nil while the standard one is in force.
  package internal(set) var published: [Duty]?
  package internal(set) var version = 0
  /// When a duty came onto the office's own list, by its key; those that stood on the list before it are owed since the record began.
  package internal(set) var listedAt: [String: Date] = [:]
  /// When the record began: no span that ended before is owed. Nil on a desk without a record.
  package internal(set) var beganAt: Date?
  package internal(set) var states: [String: DutyState] = [:]
  /// When the next span ends that nobody settled; nil when none does. Kept, because every tick asks.
  private(set) var next: Date?

  init() {}

  /// The duties in force, in the order of their list.
  package var duties: [Duty] { published ?? DutyLedger.standard }

  /// Days before the end of a span from which its duty shows as *due* (*design*): a quarter of the span, thirty at most.
  static func notice(_ period: DutyPeriod) -> Int {
    switch period {
    case .week: 2
    case .month: 7
    case .quarter: 21
    case .third, .half, .year: 30
    }
  }

  /// The first span of a duty that may still be owed; proof of an older one makes nothing owed that ended before the record began, or
  /// before the duty came onto the list.
  func open(_ duty: Duty, in zone: TimeZone) -> Int? {
    guard let beganAt else { return nil }
    let since = max(beganAt, listedAt[duty.id] ?? beganAt)
    return max(states[duty.id]?.open ?? .min, duty.period.index(of: CivilDate(since, in: zone)))
  }

  /// Puts the office's own list in force. A duty that comes round in another way from then on is a new one.
  mutating func publish(_ list: [Duty], at instant: Date) {
    let before = duties
    for duty in list where !before.contains(where: { $0.id == duty.id && $0.period == duty.period }) {
      listedAt[duty.id] = instant
    }
    for id in listedAt.keys where !list.contains(where: { $0.id == id }) { listedAt[id] = nil }
    published = list
  }

  /// When a span ends.
  func end(_ duty: Duty, _ span: Int, in zone: TimeZone) -> Date {
    duty.period.start(span + 1).start(in: zone)
  }

  /// The span that runs at an instant; the very end of one still belongs to it, because exactly on time is in time.
  func running(_ duty: Duty, at instant: Date, in zone: TimeZone) -> Int {
    let span = duty.period.index(of: CivilDate(instant, in: zone))
    return end(duty, span - 1, in: zone) == instant ? span - 1 : span
  }

  /// Whether the spans on record of a duty are counted by its period.
  func fits(_ duty: Duty) -> Bool { states[duty.id]?.period ?? duty.period == duty.period }

  /// Every duty with the span that matters: the oldest owed, else the running one; what is owed longest first.
  package func rows(at now: Date, in zone: TimeZone) -> [DutyRow] {
    duties.map { duty in
      let running = running(duty, at: now, in: zone)
      let state = states[duty.id]
      let span = state?.owed?.index ?? running
      let record = state?.span(span)
      let dueAt = end(duty, span, in: zone)
      return DutyRow(
        duty: duty, standing: standing(record, duty, dueAt, at: now), span: span,
        running: running, dueAt: dueAt, record: record)
    }.sorted { ($0.standing.order, $0.dueAt, $0.duty.id) < ($1.standing.order, $1.dueAt, $1.duty.id) }
  }

  /// Where a span stands that ends at `dueAt`.
  func standing(_ record: DutySpan?, _ duty: Duty, _ dueAt: Date, at now: Date) -> DutyStanding {
    if record?.dischargedAt != nil { return .discharged }
    if record?.waivedAt != nil { return .waived }
    if now > dueAt { return .overdue }
    return dueAt.timeIntervalSince(now) <= Double(DutyLedger.notice(duty.period)) * 86400 ? .due : .upcoming
  }

  /// Spans that ended by `now` and were not settled, each overdue at its true instant; the last forty at most, as many as stay in sight: a
  /// record may have begun under a clock that was fifty years behind.
  func crossings(upTo now: Date, in zone: TimeZone) -> [Fact] {
    guard let next, next < now else { return [] }
    return duties.flatMap { duty -> [Fact] in
      guard let open = open(duty, in: zone) else { return [] }
      let (id, running) = (states.kept(duty.id), running(duty, at: now, in: zone))
      return (max(open, running - DutyState.keptSpans)..<max(open, running)).map { span in
        Fact(.duty(id, .overdue(span: duty.period.name(span))), at: end(duty, span, in: zone))
      }
    }
  }

  /// Works out when to look again.
  mutating func settle(in zone: TimeZone) {
    next = duties.compactMap { duty in open(duty, in: zone).map { end(duty, $0, in: zone) } }.min()
  }
}

extension DutyStanding {
  /// What is owed comes first.
  var order: Int { DutyStanding.allCases.firstIndex(of: self) ?? 0 }
}
