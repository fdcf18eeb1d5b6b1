package import Foundation

/// What became of one duty, span by span.
package struct DutyState: Equatable, Codable, Sendable {
  package internal(set) var version = 0
  /// What its spans are counted by; nil while nothing is on record.
  var period: DutyPeriod?
  /// The first span that is neither settled nor recorded as overdue; nil while nothing is on record.
  var open: Int?
  /// Oldest first, forty of them.
  package internal(set) var spans: [DutySpan] = []

  init() {}

  /// What is on record of a span.
  package func span(_ index: Int) -> DutySpan? { spans.first { $0.index == index } }

  /// The oldest span that is overdue and not settled.
  package var owed: DutySpan? { spans.first { !$0.isSettled && $0.isOverdue } }

  mutating func change(_ index: Int, _ body: (inout DutySpan) -> Void) {
    if let known = spans.firstIndex(where: { $0.index == index }) { return body(&spans[known]) }
    var span = DutySpan(index: index)
    body(&span)
    spans.append(span)
    spans.sort { $0.index < $1.index }
    guard spans.count > DutyState.keptSpans else { return }
    let others = spans.indices.filter { spans[$0].index != index }
    if let out = others.first(where: { spans[$0].isSettled }) ?? others.first { spans.remove(at: out) }
  }

  /// Spans that stay in sight; settled ones leave first, so that what is owed is not forgotten (*design*).
  static let keptSpans = 40
}

/// One span of a duty: how and when it was settled. One that was waived and done after all has both.
package struct DutySpan: Equatable, Codable, Sendable {
  package let index: Int
  package internal(set) var dischargedAt: Date?
  package internal(set) var proof = ""
  package internal(set) var figure: Int?
  package internal(set) var waivedAt: Date?
  package internal(set) var reason = ""
  package internal(set) var isOverdue = false
  package internal(set) var tickets: [TicketID] = []

  init(index: Int) { self.index = index }

  /// Whether nothing is owed for it any more.
  package var isSettled: Bool { dischargedAt != nil || waivedAt != nil }
}

/// Where a duty stands on a day.
package enum DutyStanding: String, CaseIterable, Codable, Sendable {
  case overdue, due, upcoming, waived, discharged
}

/// A duty as a list shows it: the span that matters now.
package struct DutyRow: Equatable, Sendable {
  package var duty: Duty
  package var standing: DutyStanding
  package var span: Int
  /// The span that runs now: the row's own, but where an older one is owed.
  package var running: Int
  /// The instant the span ends, in the desk's zone.
  package var dueAt: Date
  package var record: DutySpan?

  /// The last day of the span: what is done on it is in time.
  package func lastDay(in zone: TimeZone) -> CivilDate { CivilDate(dueAt.addingTimeInterval(-1), in: zone) }

  /// The span's name.
  package var spanName: String { duty.period.name(span) }

  /// The name of the span that runs now.
  package var runningName: String { duty.period.name(running) }

  /// The name of the oldest span that is owed; nil where none is.
  package var owedSince: String? { standing == .overdue ? spanName : nil }
}
