/// What the office promised and how its work is sorted.
package struct Policy: Equatable, Sendable {
  package var clocks: [ClockRule]
  package var categories: [Category]

  package init(clocks: [ClockRule], categories: [Category]) {
    self.clocks = clocks
    self.categories = categories
  }

  /// The system a category belongs to; nil for one that no system clock covers.
  package func system(of category: String) -> CategorySystem? {
    categories.first { $0.id == category }?.system
  }

  /// The rule behind a clock, nil for the other system's due time, which has none.
  package func rule(_ clock: ClockID) -> ClockRule? { clocks.first { $0.id == clock } }
}

/// The systems with a repair clock of their own.
package enum CategorySystem: String, CaseIterable, Codable, Sendable {
  case lift, power, water, lighting
}

/// A kind of trouble the desk knows.
package struct Category: Equatable, Sendable {
  package var id: String
  package var system: CategorySystem?
  /// Which kinds of ticket offer it.
  package var kinds: Set<TicketKind>
  /// Whether the posted list names it as urgent (S027; the list is *design*).
  package var isUrgent: Bool
}
