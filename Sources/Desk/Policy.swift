/// What the office promised and how its work is sorted.
package struct Policy: Equatable, Sendable {
  package var clocks: [ClockRule] { didSet { index = PolicyIndex(clocks, categories) } }
  package var categories: [Category] { didSet { index = PolicyIndex(clocks, categories) } }
  private var index: PolicyIndex

  package init(clocks: [ClockRule], categories: [Category]) {
    self.clocks = clocks
    self.categories = categories
    index = PolicyIndex(clocks, categories)
  }

  /// The system a category belongs to; nil for one that no system clock covers.
  package func system(of category: String) -> CategorySystem? { index.systems[category] }

  /// The rules that cover a kind of ticket, in the order of `clocks`.
  func rules(for kind: TicketKind) -> [ClockRule] { index.rules[kind] ?? [] }

  /// The rule behind a clock, nil for the other system's due time, which has none.
  package func rule(_ clock: ClockID) -> ClockRule? { clocks.first { $0.id == clock } }
}

/// The same by what is asked for: every event asks, and searching the lists took two thirds of its time.
private struct PolicyIndex: Equatable, Sendable {
  var systems: [String: CategorySystem] = [:]
  var rules: [TicketKind: [ClockRule]] = [:]

  init(_ clocks: [ClockRule], _ categories: [Category]) {
    for category in categories.reversed() { systems[category.id] = category.system }
    for kind in TicketKind.allCases { rules[kind] = clocks.filter { $0.kinds.contains(kind) } }
  }
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
