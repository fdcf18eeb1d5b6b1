import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk watch`: each new thing as one plain sentence, for screen readers and logs.
enum WatchCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let clock = try call.runningClock(journal)
    var watch = Watch(call: call, journal: journal, clerk: try call.clerk(journal))
    try watch.begin(at: clock.now)
    try Following.run(call, journal) { () throws(Failure) in
      try watch.look(at: clock.now)
      return true
    }
  }
}

/// What was said already, so that nothing is said twice.
private struct Watch {
  let call: Invocation
  let journal: Journal
  let clerk: Clerk
  /// Clocks that ran out and that no desk has recorded yet.
  private var told: Set<String> = []
  private var day = CivilDate(daysSince1970: 0)

  init(call: Invocation, journal: Journal, clerk: Clerk) {
    (self.call, self.journal, self.clerk) = (call, journal, clerk)
  }

  /// Says how the desk stands; what ran out before is counted there, not told.
  mutating func begin(at now: Date) throws(Failure) {
    told = Set(crossings(now).map(key))
    try sayDay(of: now)
    let board = Board(clerk.desk)
    let (running, late) = (
      board.runningCount, board.lateTicketCount(at: now) + board.lateComplaintCount(at: now)
    )
    let time = DateWords(zone: clerk.desk.zone).time(now)
    try call.say(
      zh: "\(time)：在走的工单 \(running) 张，超时 \(late) 张。以后一件事一句。",
      en: "\(time): \(running) tickets running, \(late) late. From now on one sentence for each thing.")
  }

  /// Says what was recorded since the last look, and which clocks ran out without anybody recording it.
  mutating func look(at now: Date) throws(Failure) {
    let recorded = try inWords(clerk.catchUp()?.events ?? [])
    for event in recorded where told.remove(key(Fact(event.event, at: event.occurredAt))) == nil {
      let context = try inWords(journal.context(of: event))
      try say(event.event, told: event.told(among: context), at: event.occurredAt, by: event.actor, now)
    }
    let facts = crossings(now)
    let new = facts.filter { !told.contains(key($0)) }
    told = Set(facts.map(key))
    for fact in new { try say(fact.event, at: fact.occurredAt, by: .system, now) }
  }

  private func crossings(_ now: Date) -> [Fact] {
    guard let next = clerk.desk.nextCrossing, next < now else { return [] }
    return clerk.desk.crossings(upTo: now).filter(\.event.isCrossing)
  }

  private func key(_ fact: Fact) -> String {
    "\(fact.event.stream.rawValue) \(fact.event.words.en) \(fact.occurredAt.timeIntervalSince1970)"
  }

  private mutating func say(
    _ event: Event, told: Words? = nil, at instant: Date, by actor: Actor, _ now: Date
  ) throws(Failure) {
    try sayDay(of: now)
    let place = try inWords(self.place(of: event))
    try call.output.line(
      event.sentence(at: instant, by: actor, place: place, on: clerk.desk, told: told, call.language))
  }

  private func place(of event: Event) throws(JournalError) -> Place? {
    guard case .ticket(let id, _) = event else { return nil }
    if let ticket = clerk.desk.tickets[id] { return ticket.place }
    return try journal.ticket(id)?.place
  }

  /// Says the date where it is another one than in the sentence before.
  private mutating func sayDay(of now: Date) throws(Failure) {
    let today = CivilDate(now, in: clerk.desk.zone)
    guard today != day else { return }
    day = today
    let words = DateWords(zone: clerk.desk.zone).day(now)
    try call.say(zh: "\(today.year)-\(words.zh)。", en: "\(words.en) \(today.year).")
  }
}
