package import Foundation

/// What was agreed with the owner about a ticket, and who vouches for it: an open ticket has little of it, a finished one has it all.
package struct TicketPapers: Equatable, Codable, Sendable {
  /// Whoever answers for a complaint, from its report on (S032); nil for the other kinds.
  package var inCharge: String?
  /// Who graded the complaint; nil while it has the grade it came with.
  package var gradedBy: String?
  /// Why it came to this, in the office's words (S038).
  package var cause: String?
  /// The person responsible who signed that the work is done (S074).
  package var signedBy: String?
  /// The second person who found the work good (S018).
  package var checkedBy: String?
  /// How often the work of this cycle was found wanting.
  package var failedChecks = 0
  /// What the reporter thought of it, 1 to 5 (S033).
  package var rating: Int?
  /// How often the follow-up of this cycle reached nobody.
  package var attempts = 0
  /// When the last of signature, check and follow-up of this cycle happened.
  package var vouchedAt: Date?
  package var charge: Charge?
  package var parts: [PartOrder] = []
  /// The time that stands promised to the owner; nil while none does.
  package var promise: OwnerPromise?
  /// Those of this cycle that were answered, or passed before the next was made, oldest first.
  package var pastPromises: [OwnerPromise] = []
  /// From when the half hour of an emergency ran when it was lowered; nil once it was raised again.
  package var urgentBefore: Date?
  /// How often it was joined with another ticket or parted from one: what lies behind that cannot be taken back on one side.
  package var ties = 0
  /// What came into it; nil while nothing did.
  package var mergers: Mergers?
  /// What was put right of the report.
  package var amendment = Amendment()

  /// Begins with nothing.
  package init() {}

  /// Forgets what belonged to the cycle that is over; whoever is in charge stays, and so do what was agreed about money and who came with
  /// which ticket.
  mutating func beginCycle(at instant: Date, urgentSince: Date?, _ reporters: [Reporter]) {
    var next = TicketPapers()
    (next.inCharge, next.gradedBy, next.cause) = (inCharge, gradedBy, cause)
    (next.charge, next.ties, next.amendment, next.mergers) = (charge, ties, amendment, mergers)
    next.mergers?.beginCycle(at: instant, urgentSince: urgentSince, reporters)
    self = next
  }

  /// Takes the work's completion back, and everything that was built on it.
  mutating func failCheck(at instant: Date) {
    (signedBy, checkedBy, rating, attempts) = (nil, nil, nil, 0)
    failedChecks += 1
    vouchedAt = instant
  }
}

/// What a ticket was before others were merged into it, and how urgent each of them was: enough to part them again.
package struct Mergers: Equatable, Codable, Sendable {
  /// A ticket that came in.
  package struct Other: Equatable, Codable, Sendable {
    package var ticket: TicketID
    /// Nil where it was not urgent, or somebody has said since how urgent the whole is.
    package var urgentSince: Date?
    /// Those it brought, as they were then; empty in records that did not keep them.
    package var reporters: [Reporter]

    package init(ticket: TicketID, urgentSince: Date?, reporters: [Reporter]) {
      (self.ticket, self.urgentSince, self.reporters) = (ticket, urgentSince, reporters)
    }
  }

  /// Where its own cycle started.
  package var startedAt: Date
  /// Since when it was urgent by itself; nil where it was not.
  package var urgentSince: Date?
  /// Those known by name or phone whom none of the others brought, as they were when the next came in.
  package var reporters: [Reporter] = []
  /// Those that did not come back, in the order they came in.
  package var others: [Other] = []

  package init(startedAt: Date, urgentSince: Date?) {
    (self.startedAt, self.urgentSince) = (startedAt, urgentSince)
  }

  /// Whether somebody is known here also without what one ticket brought; nil where it is not on record whom that was.
  func knows(_ contact: String, without ticket: TicketID) -> Bool? {
    guard others.last(where: { $0.ticket == ticket })?.reporters.isEmpty == false else { return nil }
    let others = others.filter { $0.ticket != ticket }.flatMap(\.reporters)
    return (reporters + others).contains { $0.contact == contact }
  }

  /// When somebody asked first, as far as that is known here.
  func joined(_ contact: String) -> Date? {
    let brought = others.flatMap(\.reporters).filter { $0.contact == contact }
    let own = reporters.filter { $0.contact == contact }
    return (own + brought.filter { $0.toldAt == nil }).map(\.joinedAt).min() ?? brought.first?.joinedAt
  }

  /// When somebody who asked here by themselves was told, as far as that is known here.
  func told(_ contact: String) -> Date? { reporters.first { $0.contact == contact }?.toldAt }

  /// When one whom a ticket brought was last told before this cycle; nil where they were not.
  func told(_ reporter: Reporter, by ticket: TicketID) -> Date? {
    others.last { $0.ticket == ticket }?.reporters.first {
      $0.contact == reporter.contact && ($0.contact != nil || $0.joinedAt >= reporter.joinedAt)
    }?.toldAt
  }

  /// Begins a cycle with those who reported it, as they stood in the one before: all are owed anew, as urgently as the whole is.
  mutating func beginCycle(at instant: Date, urgentSince: Date?, _ present: [Reporter]) {
    (startedAt, self.urgentSince) = (instant, urgentSince)
    for index in reporters.indices { reporters[index].toldAt = nil }
    for index in others.indices {
      others[index].urgentSince = nil
      others[index].reporters = others[index].reporters.map { brought in
        let now = present.first {
          $0.contact == brought.contact && ($0.contact != nil || $0.joinedAt == brought.joinedAt)
        }
        var brought = brought
        brought.toldAt = now?.toldAt ?? brought.toldAt
        return brought
      }
    }
  }

  /// Whoever asked in an earlier cycle is owed since this one.
  mutating func count(from start: Date) {
    for index in reporters.indices { reporters[index].joinedAt = max(reporters[index].joinedAt, start) }
    for index in others.indices {
      for brought in others[index].reporters.indices {
        let joined = others[index].reporters[brought].joinedAt
        others[index].reporters[brought].joinedAt = max(joined, start)
      }
    }
  }

  /// Somebody called here; known so far by what another ticket brought, they stay when that goes.
  mutating func call(_ contact: String, at instant: Date) {
    guard !reporters.contains(where: { $0.contact == contact }) else { return }
    reporters.append(Reporter(contact: contact, joinedAt: instant))
  }

  /// Notes who of those who reported it came by themselves.
  mutating func note(_ present: [Reporter]) {
    let known = Set((reporters + others.flatMap(\.reporters)).compactMap(\.contact))
    reporters += present.filter { $0.contact.map { !known.contains($0) } ?? false }
  }

  /// Somebody has a ticket of their own now.
  mutating func forget(_ contact: String) {
    reporters.removeAll { $0.contact == contact }
    for index in others.indices where others[index].reporters.count > 1 {
      others[index].reporters.removeAll { $0.contact == contact }
    }
  }

  /// Since when any of them was urgent.
  var earliestUrgent: Date? { (others.map(\.urgentSince) + [urgentSince]).compactMap(\.self).min() }
}

/// Where a ticket is, what it is about and who called, as far as it was put right after the report; nil is as reported.
package struct Amendment: Equatable, Codable, Sendable {
  package var place: Place?
  package var subject: String?
  package var text: String?
  /// The key of who called first, empty for nobody who left a name; only in what happened: afterwards it stands with the reporters.
  package var caller: String?

  package init(place: Place? = nil, subject: String? = nil, text: String? = nil, caller: String? = nil) {
    (self.place, self.subject, self.text, self.caller) = (place, subject, text, caller)
  }

  /// Itself with what was put right later, of what is kept here.
  func then(_ later: Amendment) -> Amendment {
    Amendment(
      place: later.place ?? place, subject: later.subject ?? subject, text: later.text ?? text)
  }
}

/// A price that was named to the owner (S023).
package struct Charge: Equatable, Codable, Sendable {
  /// Whether the owner pays.
  package enum Answer: String, CaseIterable, Codable, Sendable {
    case open, accepted, declined
  }

  /// In hundredths of a yuan.
  package var amount: Int
  package var what: String
  package var answer = Answer.open

  package init(amount: Int, what: String) {
    self.amount = amount
    self.what = what
  }
}

/// A part on its way.
package struct PartOrder: Equatable, Codable, Sendable {
  package var what: String
  package var orderedAt: Date
  /// When it should be here; nil when nobody can say.
  package var expected: Date?

  package init(what: String, orderedAt: Date, expected: Date?) {
    self.what = what
    self.orderedAt = orderedAt
    self.expected = expected
  }
}

/// A time that was promised to the owner. It stands until somebody comes, work goes on, the work is done or another time is promised.
package struct OwnerPromise: Equatable, Codable, Sendable {
  package var at: Date
  package var text: String
  /// When it was made; where records did not keep that, the time itself.
  package var madeAt: Date
  /// When it was answered, or another took its place after its time; nil while it stands.
  package var endedAt: Date?

  package init(at: Date, text: String, madeAt: Date, endedAt: Date? = nil) {
    self.at = at
    self.text = text
    self.madeAt = madeAt
    self.endedAt = endedAt
  }
}

/// Papers where a ticket keeps them: most open tickets have none, and copying one costs a word.
enum KeptPapers: Equatable, Codable, Sendable {
  case none
  indirect case some(TicketPapers)
}

extension TicketWork {
  /// The papers of this ticket.
  package var papers: TicketPapers {
    get { if case .some(let papers) = kept { papers } else { TicketPapers() } }
    set { kept = newValue == TicketPapers() ? .none : .some(newValue) }
  }

  /// What was put right of the report; asked for by every row, so without copying the rest.
  package var amendment: Amendment {
    if case .some(let papers) = kept { papers.amendment } else { Amendment() }
  }

  /// Whether there is nothing to keep.
  package var hasNoPapers: Bool { if case .none = kept { true } else { false } }
}
