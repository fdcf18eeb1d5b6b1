package import Foundation

/// Some hours at the desk, who is on, and what they hand over.
package struct Shift: Equatable, Codable, Sendable {
  package let id: ShiftID
  /// How many events it has; the last event's version.
  package private(set) var version: Int
  package let startedAt: Date
  /// Who is on, in the order they were named.
  package private(set) var staff: [String]
  package private(set) var notes: [ShiftNote] = []
  /// What the record said when it was drafted last; nil before.
  package private(set) var drafted: [HandoverItem]?
  package private(set) var signedOut: Signature?
  /// Who saw an item, by its place.
  package private(set) var acknowledged: [Int: Signature] = [:]
  package private(set) var signedIn: Signature?

  /// Begins.
  package init(_ id: ShiftID, on staff: [String], at instant: Date) {
    self.id = id
    version = 1
    startedAt = instant
    self.staff = staff
  }

  /// Whether nobody took over yet.
  package var isOpen: Bool { signedIn == nil }

  /// How far its handover is.
  package var stage: ShiftStage {
    if signedIn != nil { return .signedIn }
    if signedOut != nil { return .signedOut }
    return drafted == nil ? .open : .drafted
  }

  /// Everything that is handed over: the drafted items, then the notes.
  package var items: [HandoverItem] {
    (drafted ?? []) + notes.map { HandoverItem(.note, $0.by, $0.text, at: $0.at, isRed: $0.isRed) }
  }

  /// The red items nobody of the next shift has seen yet, by their places.
  package var unseen: [Int] {
    items.indices.filter { items[$0].isRed && acknowledged[$0] == nil }
  }

  /// Takes in what happened; total.
  package mutating func apply(_ event: ShiftEvent, at instant: Date, version: Int) {
    self.version = version
    switch event {
    case .started: break
    case .staffed(let staff): self.staff = staff
    case .itemNoted(let text, let isRed, let name):
      notes.append(ShiftNote(text: text, isRed: isRed, by: name, at: instant))
    case .handoverDrafted(let items): drafted = items
    case .signedOut(let name): signedOut = Signature(by: name, at: instant)
    case .itemAcknowledged(let item, let name): acknowledged[item] = Signature(by: name, at: instant)
    case .signedIn(let name): signedIn = Signature(by: name, at: instant)
    }
  }
}

/// How far the handover of a shift is.
package enum ShiftStage: String, CaseIterable, Codable, Sendable {
  case open, drafted, signedOut, signedIn
}

/// Something the next shift should know.
package struct ShiftNote: Equatable, Codable, Sendable {
  package var text: String
  package var isRed: Bool
  package var by: String
  package var at: Date
}

/// Whose word it is, and when they gave it.
package struct Signature: Equatable, Codable, Sendable {
  package var by: String
  package var at: Date

  package init(by: String, at: Date) { (self.by, self.at) = (by, at) }
}
