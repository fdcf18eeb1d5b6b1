package import Foundation

/// What one line of a handover is about.
package enum HandoverKind: String, CaseIterable, Codable, Sendable {
  /// An incident that is not closed.
  case incident
  /// A clock past its due time, and one that will be due.
  case late, due
  /// Work that waits.
  case held
  /// Anything else that is open: work under way, and work that is done and waits for a signature, a check or its closing.
  case open
  /// A time that was promised to the owner.
  case promise
  /// Work that is done and whose reporter was not asked yet how it went.
  case followUp
  /// A recurring duty that is owed or will be soon.
  case duty
  /// A checkpoint nobody came to, and a round that is being walked.
  case missed, walking
  /// A visitor who should have left and is still inside.
  case inside
  /// Clocks there was no room for; `text` is how many.
  case more
  /// Written down by somebody on the shift.
  case note
}

/// One line of a handover, kept as data: what, which, and when; how it reads depends on who reads it.
package struct HandoverItem: Equatable, Codable, Sendable {
  package var kind: HandoverKind
  /// The thing it is about, such as `R-1042`; of a note who wrote it, empty for clocks there was no room for.
  package var thing: String
  /// What the thing is called, or what was written.
  package var text: String
  /// The clock that runs, the reason for waiting or for a visit, or the next step, by its stored name; `drill` for a drill, and empty
  /// where there is none.
  package var clock: String
  /// When it is or was due, or since when; nil where there is none.
  package var at: Date?
  /// Whether the next shift must say that they have seen it.
  package var isRed: Bool
  /// The ticket's other clocks that are late or soon will be, what breaks first first; nil where there are none.
  package var further: [HandoverClock]?

  /// A line about a thing, or without one.
  package init(
    _ kind: HandoverKind, _ thing: String, _ text: String, clock: String = "", at: Date? = nil,
    isRed: Bool = false, further: [HandoverClock] = []
  ) {
    self.kind = kind
    self.thing = thing
    self.text = text
    self.clock = clock
    self.at = at
    self.isRed = isRed
    self.further = further.isEmpty ? nil : further
  }
}

/// One more clock of a ticket that is handed over.
package struct HandoverClock: Equatable, Codable, Sendable {
  /// By its stored name.
  package var clock: String
  package var at: Date

  /// A clock and when it is or was due.
  package init(_ clock: String, at: Date) { (self.clock, self.at) = (clock, at) }
}
