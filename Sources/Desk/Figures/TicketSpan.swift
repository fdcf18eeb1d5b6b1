package import Foundation

/// One ticket's life as figures see it: when it was reported, when it was closed, and by when another system wanted it done.
package struct TicketSpan: Equatable, Sendable {
  package var category: String
  package var reportedAt: Date
  /// The last closing; nil while open. Before `reportedAt` only where an imported log says so.
  package var closedAt: Date?
  package var dueAt: Date?
  /// Closings that did not last, oldest first.
  package var reopenings: [Reopening]

  package init(
    category: String, reportedAt: Date, closedAt: Date?, dueAt: Date?, reopenings: [Reopening] = []
  ) {
    self.category = category
    self.reportedAt = reportedAt
    self.closedAt = closedAt
    self.dueAt = dueAt
    self.reopenings = reopenings
  }

  /// The closing in force at an instant; nil when it was open then. Later closings are not known yet.
  package func closing(asOf instant: Date) -> Date? {
    for reopening in reopenings where instant < reopening.reopenedAt {
      return reopening.closedAt <= instant ? reopening.closedAt : nil
    }
    guard let closedAt, closedAt <= instant else { return nil }
    return closedAt
  }
}
