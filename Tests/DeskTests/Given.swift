import Desk
import Foundation
import Testing
import struct Desk.Stream

/// 2026-11-20 09:00 in Shanghai: minute 0 of every story.
let opening = Date(timeIntervalSince1970: 1_795_136_400)
let shanghai = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

/// The instant so many minutes after opening.
func minute(_ minutes: Double) -> Date { opening.addingTimeInterval(minutes * 60) }

/// A desk on which something has happened; each step decides a command and takes in what it led to.
struct Given {
  var desk: Desk
  private var versions: [Stream: Int] = [:]
  /// Every fact so far, in order.
  private(set) var record: [Fact] = []
  /// Every ticket ever, also those that left the desk.
  private(set) var archive: [TicketID: Ticket] = [:]

  /// Reports at opening, on a desk with nothing else.
  init(_ reports: NewTicket..., policy: Policy = .standard, zone: TimeZone = shanghai) {
    desk = Desk(policy: policy, zone: zone)
    for report in reports { self = and(.report(report), at: 0) }
  }

  init(_ facts: [Fact], policy: Policy = .standard, zone: TimeZone = shanghai) {
    desk = Desk(policy: policy, zone: zone)
    for fact in facts { take(fact) }
  }

  /// Takes in a fact as the clerk would: an ended ticket comes back to the desk when something happens to it.
  mutating func take(_ fact: Fact) {
    let stream = fact.event.stream
    versions[stream, default: 0] += 1
    let version = versions[stream] ?? 1
    if case .ticket(let id, let event) = fact.event {
      if desk.tickets[id] == nil, let old = archive[id] { desk.adopt(old) }
      if case .reported(let report) = event {
        archive[id] = Ticket(id, report, at: fact.occurredAt)
      } else {
        archive[id]?.apply(event, at: fact.occurredAt, version: version)
      }
    }
    desk.evolve(fact.event, at: fact.occurredAt, version: version)
    stream.ticket.map { desk.dropEnded([$0]) }
    record.append(fact)
  }

  func decide(
    _ command: Command, at instant: Date, seen: Int? = nil, by author: String = "小李",
    recordedAt: Date? = nil
  ) throws(Refusal) -> [Fact] {
    var desk = desk
    for first in command.tickets {
      var next: TicketID? = first
      while let id = next {
        if desk.tickets[id] == nil, let old = archive[id] { desk.adopt(old) }
        next = desk.ticket(behind: id, for: command)
      }
    }
    return try desk.decide(
      Submission(
        id: UUID(), command, occurredAt: instant, recordedAt: recordedAt ?? instant,
        actor: Actor(name: author, desk: "1"), seen: seen))
  }

  /// Decides a command; one that was written down later than it happened says when.
  func when(
    _ command: Command, at minutes: Double, seen: Int? = nil, by author: String = "小李",
    writtenAt later: Double? = nil
  ) -> When {
    do {
      return When(
        given: self, instant: minute(minutes),
        facts: try decide(
          command, at: minute(minutes), seen: seen, by: author, recordedAt: later.map(minute)))
    } catch {
      return When(given: self, instant: minute(minutes), refusal: error)
    }
  }

  func when(
    _ command: TicketCommand, on id: TicketID = .first, at minutes: Double, seen: Int? = nil,
    by author: String = "小李", writtenAt later: Double? = nil
  ) -> When {
    when(.ticket(id, command), at: minutes, seen: seen, by: author, writtenAt: later)
  }

  /// Goes on after a command that is not the point of the story.
  func and(
    _ command: Command, at minutes: Double, seen: Int? = nil, by author: String = "小李",
    location: SourceLocation = #_sourceLocation
  ) -> Given {
    let when = when(command, at: minutes, seen: seen, by: author)
    if let refusal = when.refusal { Issue.record("refused: \(refusal)", sourceLocation: location) }
    return when.taken
  }

  func and(
    _ command: TicketCommand, on id: TicketID = .first, at minutes: Double, seen: Int? = nil,
    by author: String = "小李", location: SourceLocation = #_sourceLocation
  ) -> Given {
    and(.ticket(id, command), at: minutes, seen: seen, by: author, location: location)
  }

  /// Goes on to where only the follow-up and the closing are missing: the person responsible signs, and another checks.
  func vouched(by staff: String, on id: TicketID = .first, at minutes: Double) -> Given {
    let given = archive[id]?.work.assignee == nil ? and(.assign(staff: staff), on: id, at: minutes) : self
    return given.and(.paper(.sign), on: id, at: minutes).and(.paper(.passCheck(by: nil)), on: id, at: minutes)
  }

  /// Lets time pass and the crossings be recorded.
  func passing(to minutes: Double) -> Given { and(.recordCrossings, at: minutes) }

  func ticket(_ id: TicketID = .first, _ location: SourceLocation = #_sourceLocation) throws -> Ticket {
    try #require(archive[id], sourceLocation: location)
  }

  func clock(
    _ clock: ClockID, of id: TicketID = .first, location: SourceLocation = #_sourceLocation
  ) throws -> Clock {
    let ticket = try ticket(id, location)
    let clocks = ticket.clocks(desk.policy(of: ticket)).filter { $0.id == clock }
    #expect(clocks.count == 1, sourceLocation: location)
    return try #require(clocks.first, sourceLocation: location)
  }

  func state(
    _ id: ClockID, of ticket: TicketID = .first, at minutes: Double,
    location: SourceLocation = #_sourceLocation
  ) throws -> ClockState {
    try clock(id, of: ticket, location: location).state(at: minute(minutes))
  }

  /// The breaches on record, as minutes after opening.
  func breaches(_ clock: ClockID, of id: TicketID = .first) -> [Double] {
    record.compactMap { fact in
      guard case .ticket(id, .breached(clock, _, _)) = fact.event else { return nil }
      return fact.occurredAt.timeIntervalSince(opening) / 60
    }
  }
}

/// What a command led to.
struct When {
  var given: Given
  var instant: Date
  var facts: [Fact] = []
  var refusal: Refusal?

  /// The desk after it.
  var taken: Given {
    var given = given
    for fact in facts { given.take(fact) }
    return given
  }

  /// Expects these events of one ticket, crossings left out, all at the command's instant.
  @discardableResult
  func then(
    _ events: TicketEvent..., of id: TicketID = .first, location: SourceLocation = #_sourceLocation
  ) -> Given {
    then(events.map { .ticket(id, $0) }, location: location)
  }

  @discardableResult
  func then(_ events: [Event], location: SourceLocation = #_sourceLocation) -> Given {
    if let refusal { Issue.record("refused: \(refusal)", sourceLocation: location) }
    let done = facts.filter { !$0.event.isCrossing }
    #expect(done.map(\.event) == events, sourceLocation: location)
    #expect(done.allSatisfy { $0.occurredAt == instant }, sourceLocation: location)
    return taken
  }

  /// Expects exactly these facts, crossings and all.
  @discardableResult
  func thenFacts(_ facts: [Fact], location: SourceLocation = #_sourceLocation) -> Given {
    if let refusal { Issue.record("refused: \(refusal)", sourceLocation: location) }
    #expect(self.facts == facts, sourceLocation: location)
    return taken
  }

  @discardableResult
  func refused(with refusal: Refusal, location: SourceLocation = #_sourceLocation) -> Given {
    #expect(self.refusal == refusal, "it led to \(facts)", sourceLocation: location)
    return given
  }
}

extension TicketID {
  static let first = TicketID(.repair, 1)
  static let second = TicketID(.repair, 2)
  static let complaint = TicketID(.complaint, 1)
}

extension NewTicket {
  static func repair(
    _ category: String = "plumbing", urgent: Bool = false, complexity: Complexity = .ordinary,
    contact: String? = nil
  ) -> NewTicket {
    NewTicket(
      kind: .repair, place: Place("3-2-1501"), category: category, subject: "水管漏水",
      urgency: urgent ? .urgent : .ordinary, complexity: complexity, contact: contact)
  }

  static func of(_ kind: TicketKind) -> NewTicket {
    NewTicket(kind: kind, place: Place("大堂"), category: "other", subject: "咨询")
  }
}

extension Policy {
  /// The standard without a ladder: for stories in which only the clocks speak.
  static let quiet: Policy = {
    var policy = Policy.standard
    policy.terms.escalation = []
    return policy
  }()
}

/// A generator with a seed, so that a failure can be had again: SplitMix64.
struct Seeded: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(_ seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// A new seed every time, printed; `DESK_SEED` gives the old one back.
  static func fresh(_ test: String) -> Seeded {
    let asked = ProcessInfo.processInfo.environment["DESK_SEED"].flatMap { UInt64($0) }
    let seed = asked ?? UInt64.random(in: 0..<1_000_000_000)
    print("\(test): DESK_SEED=\(seed)")
    return Seeded(seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
}
